/** The lab's views, each a function of the values it shows. */
import { html } from 'lit';
import '../../chart/chart.ts';
import { xorStrings as words } from '../../strings/xor.ts';
import type { Views } from '../frame/declared-lab.ts';
import { lossView, timeAxis, type Charted } from '../frame/loss-view.ts';
import { distanceSeries } from './charts.ts';
import type { declaration } from './declaration.mjs';
import { matricesView } from './matrices.ts';
import { initialDistances } from './measured.ts';
import './plane.ts';
import { ratioPanel } from './ratio-panel.ts';
import type { XorRun } from './run.ts';
import { largeLoss } from './thresholds.ts';
import './units.ts';

/** What the views show: a run, at one of its records. */
export interface Shown {
  run: XorRun;
  row: number;
  /** Squared distances of the six pairs at the record. */
  now: readonly number[];
  charted: Charted;
  /** The pair under the pointer, or -1. */
  pair: number;
  /** What is lit among the distances. */
  lit: number | 'same' | 'different' | null;
  /** Of the record, in words. */
  description: string;
  /** Whether predictions are shown. */
  predicts: boolean;
  /** The reader's own matrix, from 0 to 1 of the largest. */
  guess: readonly number[] | null;
}

/** By part, in their order. */
export const views: Views<typeof declaration, Shown> = {
  plane: ({ run, row, now, pair, description }) =>
    html`<reprise-xor-plane
      class="plane"
      .pictures=${run.picturesUpTo(row)}
      .distances=${now}
      .pair=${pair}
      .description=${description}
    ></reprise-xor-plane>`,
  // Every unit of the layer, as it is now: the records hold distances only.
  units: ({ run }) => html`<reprise-xor-units class="units" .activity=${run.activity}></reprise-xor-units>`,
  loss: ({ run, charted }) => lossView(charted, run.column('loss'), largeLoss, words),
  matrices: ({ run, now, predicts, guess, charted: { group } }) =>
    matricesView({
      initial: initialDistances(run),
      now,
      predicted: predicts ? run.predicted : null,
      guess,
      waiting:
        run.ratio.state === 'running' ? words.waitingForRatio(Math.round(100 * run.ratio.progress)) : words.noRatioYet,
      group,
    }),
  ratio: ({ run }) => ratioPanel(run),
  distances: ({ run, predicts, lit, charted: { time, epochs, drawings, group } }) =>
    html`<reprise-chart
      class="distances"
      .heading=${words.distances}
      .series=${distanceSeries(time, run.distanceColumns(), predicts ? run.predicted : [], epochs, lit, drawings)}
      .xAxis=${timeAxis(epochs, words)}
      .yAxis=${{ title: words.distancesAxis, min: 0 }}
      .group=${group}
    ></reprise-chart>`,
};
