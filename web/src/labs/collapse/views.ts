/** The lab's views, each a function of the values it shows. */
import { html, nothing } from 'lit';
import '../../chart/chart.ts';
import { formatCount, formatNumber } from '../../shell/format.ts';
import { collapseStrings as words } from '../../strings/collapse.ts';
import type { Drawing } from '../frame/drawing.ts';
import { timeAxis, type Charted } from '../frame/loss-view.ts';
import { indexAxis, indexSeries } from './charts.ts';
import '../../chart/cloud.ts';
import type { Cloud } from '../../chart/cloud-painter.ts';
import { colourings, holdsGrid, type Colouring, type ContextsShown } from './cloud-shown.ts';
import type { Frame } from '../../chart/cloud-frames.ts';
import './point-panel.ts';
import { pointIndex, taskPoint } from './task.ts';

export interface CloudShown {
  layer: number;
  cloud: Cloud | null;
  /** Shares of the variance, an axis each; empty where there is no cloud. */
  explained: readonly number[];
  colouring: Colouring;
  contexts: ContextsShown;
  description: string;
}

export interface CloudChanges {
  colouring: (colouring: Colouring) => void;
  contexts: (shown: ContextsShown) => void;
  /** A mark of the cloud. */
  mark: (index: number) => void;
}

export function cloudView({ layer, cloud, explained, colouring, contexts, description }: CloudShown, change: CloudChanges) {
  const share = Math.round(100 * explained.slice(0, 3).reduce((a, b) => a + b, 0));
  const kinds = colouring === 'context' ? words.cloud.kinds : words.cloud.scale;
  return html`<div class="cloud">
    <div class="colouring">
      <span class="label" aria-hidden="true">${words.colourBy}</span>
      <div class="segments" role="group" aria-label=${words.colourBy}>
        ${colourings.map(
          (by) =>
            html`<button type="button" aria-pressed=${colouring === by} @click=${() => change.colouring(by)}>
              ${words.colours[by]}
            </button>`,
        )}
      </div>
      <label class="inline contexts">
        ${words.contextsLabel}
        <select
          @change=${(event: Event) => {
            const { value } = event.target as HTMLSelectElement;
            change.contexts(value === 'both' ? 'both' : (Number(value) as 0 | 1));
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
      .heading=${words.cloud.heading(layer)}
      .cloud=${cloud}
      .description=${description}
      .note=${`${kinds} ${cloud ? words.cloud.note(share, formatNumber(cloud.radius, 2)) : ''}`}
      @reprise-point=${({ detail }: CustomEvent<number>) => detail >= 0 && change.mark(detail)}
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

export const pointView = (frame: Frame | undefined, side: number, point: number, choose: (point: number) => void) =>
  html`<reprise-collapse-point
    class="point"
    .side=${side}
    .point=${point}
    .distance=${lineShare(frame, side, point)}
    @reprise-point=${(event: CustomEvent<number>) => choose(event.detail)}
  ></reprise-collapse-point>`;

const hasDrawing = (drawings: readonly Drawing[], name: string) => drawings.some(({ curve }) => curve === name);

/** The index of some hidden layers, or of one alone. */
export function indexView(
  { time, epochs, drawings, group }: Charted,
  layers: readonly { layer: number; index: Float64Array }[],
  alone: boolean,
) {
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

/** The moment shown: drag it back to see what was. */
export function scrubber(pictures: readonly Frame[], at: number, show: (index: number) => void) {
  if (pictures.length < 2) return nothing;
  const last = pictures.length - 1;
  const epoch = formatCount(pictures[at]!.epoch);
  const button = (index: number, text: string) =>
    html`<button type="button" aria-pressed=${at === index} @click=${() => show(index)}>${text}</button>`;
  return html`<div class="scrubber">
    ${button(0, words.atStart)}
    <label for="scrub">${words.shown}</label>
    <input
      id="scrub"
      type="range"
      min="0"
      max=${last}
      .value=${String(at)}
      aria-valuetext=${epoch}
      @input=${(event: Event) => show(Number((event.target as HTMLInputElement).value))}
    />
    <span class="number" aria-hidden="true">${epoch}</span>
    ${button(last, words.atEnd)}
  </div>`;
}
