/** The lab's views, each a function of the values it shows. */
import { html } from 'lit';
import '../../chart/chart.ts';
import type { Frame } from '../../chart/cloud-frames.ts';
import '../../chart/cloud.ts';
import { formatNumber } from '../../shell/format.ts';
import { collapseStrings as words } from '../../strings/collapse.ts';
import type { Views } from '../frame/declared-lab.ts';
import type { Drawing } from '../frame/drawing.ts';
import { lossView, timeAxis, type Charted } from '../frame/loss-view.ts';
import { indexAxis, indexSeries } from './charts.ts';
import { cloudOf, colourings, holdsGrid, type Colouring, type ContextsShown } from './cloud-shown.ts';
import type { declaration } from './declaration.mjs';
import './point-panel.ts';
import type { CollapseRun } from './run.ts';
import { structureView } from './structure-view.ts';
import { sweepView, type SweepChanges } from './sweep-view.ts';
import { pointIndex, taskPoint } from './task.ts';
import { largeLoss } from './thresholds.ts';

export interface Shown {
  run: CollapseRun;
  /** The picture shown. */
  frame: Frame | undefined;
  charted: Charted;
  /** Whether the index is that of the layer looked at alone. */
  alone: boolean;
  /** The input looked at, and the one marked in the cloud: -1 for none. */
  point: number;
  marked: number;
  colouring: Colouring;
  contexts: ContextsShown;
  contextColours: readonly string[];
  /** Of the picture, in words. */
  description: string;
  sweepSeeds: number;
  /** The gain at which the reader expects collapse to stop. */
  guess: number | null;
  to: Changes;
}

export interface Changes extends SweepChanges {
  colouring: (colouring: Colouring) => void;
  contexts: (shown: ContextsShown) => void;
  /** An input, by its mark in the cloud or by its panel. */
  mark: (point: number) => void;
}

type Table = Views<typeof declaration, Shown>;

/** By part, in their order: the cloud, what stands beside it, and what stands below. */
export const cloudViews: Table = { cloud: cloudView };
export const chartViews: Table = {
  index: indexView,
  'index-shown': (shown) => (shown.alone ? indexView(shown) : ''),
  loss: ({ run, charted }) => lossView(charted, run.column('loss'), largeLoss, words),
};
export const pointViews: Table = {
  point: ({ run: { side }, frame, point, to }) =>
    html`<reprise-collapse-point
      class="point"
      .side=${side}
      .point=${point}
      .distance=${lineShare(frame, side, point)}
      @reprise-point=${(event: CustomEvent<number>) => to.mark(event.detail)}
    ></reprise-collapse-point>`,
};
export const lowerViews: Table = {
  structure: ({ run, charted }) => structureView(run.structure, run.side, charted.group),
  sweep: ({ run: { sweep, layer, spec }, sweepSeeds: seeds, guess, to }) =>
    sweepView({ sweep, seeds, layers: spec.network.hidden_layers, layer, guess }, to),
};

function cloudView({ run: { side, layer }, frame, marked, colouring, contexts, contextColours, description, to }: Shown) {
  const cloud = cloudOf(frame, { side, colouring, contexts: contextColours, shown: contexts, point: marked });
  const explained = frame?.explained ?? [];
  const share = Math.round(100 * explained.slice(0, 3).reduce((a, b) => a + b, 0));
  const kinds = colouring === 'context' ? words.cloud.kinds : words.cloud.scale;
  return html`<div class="cloud">
    <div class="colouring">
      <span class="label" aria-hidden="true">${words.colourBy}</span>
      <div class="segments" role="group" aria-label=${words.colourBy}>
        ${colourings.map(
          (by) =>
            html`<button type="button" aria-pressed=${colouring === by} @click=${() => to.colouring(by)}>
              ${words.colours[by]}
            </button>`,
        )}
      </div>
      <label class="inline contexts">
        ${words.contextsLabel}
        <select
          @change=${(event: Event) => {
            const { value } = event.target as HTMLSelectElement;
            to.contexts(value === 'both' ? 'both' : (Number(value) as 0 | 1));
          }}
        >
          ${(['both', 0, 1] as const).map(
            (shown) =>
              html`<option value=${shown} .selected=${contexts === shown}>${words.contextsShown[shown]}</option>`,
          )}
        </select>
      </label>
    </div>
    <reprise-cloud
      facing
      .heading=${words.cloud.heading(layer)}
      .cloud=${cloud}
      .description=${description}
      .note=${`${kinds} ${cloud ? words.cloud.note(share, formatNumber(cloud.radius, 2)) : ''}`}
      @reprise-point=${({ detail }: CustomEvent<number>) => detail >= 0 && to.mark(detail + (contexts === 1 ? side ** 2 : 0))}
    ></reprise-cloud>
  </div>`;
}

/** Distance between two points of the picture. */
function apart({ coordinates }: Frame, a: number, b: number): number {
  return Math.hypot(...[0, 1, 2].map((j) => coordinates[3 * a + j]! - coordinates[3 * b + j]!));
}

/** How far a point's line reaches in the picture, beside the feature that is asked for; NaN where there is no picture. */
function lineShare(frame: Frame | undefined, side: number, point: number): number {
  if (!frame || !holdsGrid(frame, side)) return NaN;
  const { context, row, column } = taskPoint(side, point);
  const last = side - 1;
  const acrossX = apart(frame, pointIndex(side, context, row, 0), pointIndex(side, context, row, last));
  const acrossY = apart(frame, pointIndex(side, context, 0, column), pointIndex(side, context, last, column));
  return context === 0 ? acrossY / acrossX : acrossX / acrossY;
}

const hasDrawing = (drawings: readonly Drawing[], name: string) => drawings.some(({ curve }) => curve === name);

/** The index of all hidden layers, or of the one looked at alone. */
function indexView({ run, charted: { time, epochs, drawings, group }, alone }: Shown) {
  const layers = Array.from({ length: run.spec.network.hidden_layers }, (_, layer) => layer)
    .filter((layer) => !alone || layer === run.layer)
    .map((layer) => ({ layer, index: run.collapse(layer) }));
  // Only the present counts: units that have died stay dead.
  const without = layers.filter(({ index }) => Number.isNaN(index.at(-1)));
  const names = without.map(({ layer }) => words.layerLabel(layer)).join(', ');
  return html`<reprise-chart
    class="index"
    .heading=${alone ? words.indexOf(layers[0]!.layer) : words.index}
    .series=${indexSeries(time, layers, drawings)}
    .xAxis=${timeAxis(epochs, words)}
    .yAxis=${indexAxis}
    .note=${[
      hasDrawing(drawings, 'collapse') ? words.drawingNote : words.indexNote,
      ...(names ? [words.indexUndefined(names)] : []),
    ].join(' ')}
    .group=${group}
  ></reprise-chart>`;
}
