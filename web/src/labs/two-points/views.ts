/** The lab's charts, each a function of the values it shows. */
import { html } from 'lit';
import '../../chart/chart.ts';
import type { TheoryCurve } from '../../engine/protocol.ts';
import { twoPointChapterStrings as words } from '../../strings/two-point-chapter.ts';
import type { Views } from '../frame/declared-lab.ts';
import { lit } from '../frame/lit-symbol.ts';
import type { Charted } from '../frame/loss-view.ts';
import { timeAxis } from '../frame/loss-view.ts';
import { meaningsView } from '../frame/meanings.ts';
import { distanceSeries, theorySeries, type Quantity } from '../frame/pair-series.ts';
import { layerSeries, lossSeries } from './curves.ts';
import type { declaration } from './declaration.mjs';
import { guessSeries, type Guess } from './guess.ts';
import { pairPicture } from './pair-picture.ts';
import type { Fitted, PairRun } from './run.ts';

export interface Shown {
  run: PairRun;
  charted: Charted;
  /** Headings, and what the curves mean. */
  words: { curves: string; loss: string; meanings: Readonly<Record<Quantity, string>> };
  /** Said under the curves. */
  note: string;
  /** The symbol under the pointer. */
  symbol: string | null;
  /** The number that the reader predicted. */
  guess: Guess | null;
  /** The fitted theory, and the theory with rates by hand, where they are shown. */
  fitted: Fitted | null;
  hand: TheoryCurve | null;
  /** Below it the loss says nothing more about learning. */
  lossFloor: number;
}

export function curvesView({ run, charted, words: { curves, meanings }, note, symbol, guess, fitted, hand }: Shown) {
  const { task } = run.spec;
  const { epochs, drawings, group } = charted;
  const top = 1.15 * (task.kind === 'two_points' ? task.dy2 : 1);
  const drawn = drawings.filter(({ curve }) => curve !== 'loss');
  const series = [
    ...distanceSeries(run.records, run.layer, fitted?.theory ?? null, words.names),
    ...(hand ? theorySeries(hand, 'hand', words.names) : []),
    ...guessSeries(drawn, guess, epochs, top),
  ];
  return html`<reprise-chart
      class="main-chart"
      .heading=${curves}
      .series=${lit(series, symbol)}
      .xAxis=${timeAxis(epochs, words)}
      .yAxis=${{ title: words.distance, suggestedMin: -0.05, suggestedMax: top }}
      .note=${note}
      .group=${group}
    ></reprise-chart>
    ${meaningsView(meanings)}`;
}

export function lossView({ run, charted, words: { loss }, fitted, lossFloor }: Shown) {
  const { epochs, drawings, group } = charted;
  const drawn = drawings.filter(({ curve }) => curve === 'loss');
  const title = words.lossUnits[run.spec.training.loss];
  return html`<reprise-chart
    class="loss"
    .heading=${loss}
    .series=${[...(run.records ? lossSeries(run.records, run.spec, fitted) : []), ...guessSeries(drawn, null, epochs, 1)]}
    .xAxis=${timeAxis(epochs, words)}
    .yAxis=${drawn.length > 0 ? { title, min: 0 } : { title, scale: 'log', min: lossFloor, suggestedMax: 1 }}
    .note=${drawn.length > 0 ? words.drawingNote : ''}
    .group=${group}
  ></reprise-chart>`;
}

export function layersView({ run }: Shown) {
  const layers = run.spec.network.hidden_layers;
  return html`<reprise-chart
    .heading=${words.layersTitle}
    .series=${run.records ? layerSeries(run.records, layers, run.layer) : []}
    .xAxis=${{ title: words.layersAxis, min: 1, max: Math.max(2, layers) }}
    .yAxis=${{ title: words.distance, min: 0 }}
  ></reprise-chart>`;
}

/** Those of a chapter by part, in their order. */
export const views: Views<typeof declaration, Shown> = {
  points: ({ run }) => pairPicture(run),
  curves: (shown) => html`<div class="curves">${curvesView(shown)}</div>`,
  loss: lossView,
  layers: layersView,
};
