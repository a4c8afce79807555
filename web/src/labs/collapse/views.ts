/** The laboratory's views of a run, as templates over it. */
import { html, nothing } from 'lit';
import '../../chart/chart.ts';
import { cssColour, scaleColour } from '../../chart/colour-scale.ts';
import '../../chart/matrix.ts';
import { correlation as correlationOf } from '../../shell/correlation.ts';
import { formatCount, formatFixed, formatNumber } from '../../shell/format.ts';
import { collapseStrings as words } from '../../strings/collapse.ts';
import './cloud.ts';
import { indexAxis, indexSeries, lossSeries, timeAxis } from './charts.ts';
import type { Cloud, CloudLabel } from './cloud-painter.ts';
import { radius, type Frame } from './frames.ts';
import type { CollapseLab } from './lab.ts';
import './point-panel.ts';
import { lineOf, pointIndex, taskPoint, taskPoints, type TaskPoint } from './task.ts';

export type Colouring = 'relevant' | 'irrelevant' | 'context';
export const colourings: readonly Colouring[] = ['relevant', 'irrelevant', 'context'];

/** Up to this many centres across, neighbours are joined by lines. */
const meshSide = 16;

/** What does not change from frame to frame. */
interface Layout {
  side: number;
  colouring: Colouring;
  colours: string[];
  labels: CloudLabel[];
  mesh: (readonly [number, number])[];
}

let known: (Layout & { look: string }) | null = null;

function layout(side: number, colouring: Colouring, contexts: readonly [string, string]): Layout {
  const look = `${side} ${colouring} ${contexts}`;
  if (known?.look === look) return known;
  const points = taskPoints(side);
  const colour = (point: TaskPoint) =>
    colouring === 'context'
      ? contexts[point.context]
      : cssColour(scaleColour(0.5 * (point[colouring] + 1)));
  known = {
    look,
    side,
    colouring,
    colours: points.map(colour),
    labels: labelsOf(points, colouring),
    mesh: side <= meshSide ? meshOf(side) : [],
  };
  return known;
}

function labelsOf(points: readonly TaskPoint[], colouring: Colouring): CloudLabel[] {
  const those = (wanted: (point: TaskPoint) => boolean) =>
    points.filter(wanted).map(({ index }) => index);
  return [0, 1].flatMap((context) => {
    if (colouring === 'context') {
      return [{ text: words.contextName(context), points: those((p) => p.context === context) }];
    }
    const coordinate = (context === 0) === (colouring === 'relevant') ? 'u' : 'v';
    return [-1, 1].map((end) => ({
      text: words.end(coordinate, formatNumber(end)),
      points: those((p) => p.context === context && p[colouring] === end),
    }));
  });
}

function meshOf(side: number): [number, number][] {
  const pairs: [number, number][] = [];
  for (const { index, row, column } of taskPoints(side)) {
    if (column + 1 < side) pairs.push([index, index + 1]);
    if (row + 1 < side) pairs.push([index, index + side]);
  }
  return pairs;
}

/** Which contexts the cloud shows. */
export type ContextsShown = 'both' | 0 | 1;

/** One context's part of a frame, about its own middle. */
function partOf(coordinates: Float32Array, from: number, count: number): Float32Array {
  const part = coordinates.slice(3 * from, 3 * (from + count));
  for (let j = 0; j < 3; j++) {
    let sum = 0;
    for (let p = j; p < part.length; p += 3) sum += part[p]!;
    for (let p = j; p < part.length; p += 3) part[p]! -= sum / count;
  }
  return part;
}

export function cloudOf(lab: CollapseLab, frame: Frame | undefined): Cloud | null {
  const { side } = lab.run;
  const count = side * side;
  if (!frame || frame.coordinates.length !== 6 * count) return null;
  const { colours, labels, mesh } = layout(side, lab.colouring, lab.contextColours());
  const both = lab.contextsShown === 'both';
  const from = lab.contextsShown === 1 ? count : 0;
  const inside = (point: number) => both || (point >= from && point < from + count);
  const coordinates = both ? frame.coordinates : partOf(frame.coordinates, from, count);
  const lit = lab.parts.has('point') && inside(lab.point);
  return {
    coordinates,
    radius: radius(coordinates),
    colours: both ? colours : colours.slice(from, from + count),
    labels: labels
      .filter(({ points }) => points.every(inside))
      .map(({ text, points }) => ({ text, points: points.map((p) => p - from) })),
    mesh: both
      ? mesh
      : mesh.filter(([a]) => inside(a)).map(([a, b]) => [a - from, b - from] as const),
    square: (point) => point + from >= count,
    line: lit ? lineOf(side, taskPoint(side, lab.point)).map((p) => p - from) : [],
    chosen: lit ? lab.point - from : -1,
  };
}

export function cloudView(lab: CollapseLab) {
  const frame = lab.shownFrame;
  const cloud = cloudOf(lab, frame);
  const share = frame ? Math.round(100 * frame.explained.slice(0, 3).reduce((a, b) => a + b, 0)) : 0;
  const kinds = lab.colouring === 'context' ? words.cloud.kinds : words.cloud.scale;
  return html`<div class="cloud">
    <div class="colouring">
      <span class="label" aria-hidden="true">${words.colourBy}</span>
      <div class="segments" role="group" aria-label=${words.colourBy}>
        ${colourings.map(
          (colouring) =>
            html`<button
              type="button"
              aria-pressed=${lab.colouring === colouring}
              @click=${() => (lab.colouring = colouring)}
            >
              ${words.colours[colouring]}
            </button>`,
        )}
      </div>
      <label class="inline contexts">
        ${words.contextsLabel}
        <select
          @change=${(event: Event) => {
            const { value } = event.target as HTMLSelectElement;
            lab.contextsShown = value === 'both' ? 'both' : (Number(value) as 0 | 1);
          }}
        >
          ${(['both', 0, 1] as const).map(
            (shown) =>
              html`<option value=${shown} ?selected=${lab.contextsShown === shown}>
                ${words.contextsShown[shown]}
              </option>`,
          )}
        </select>
      </label>
    </div>
    <reprise-cloud
      .heading=${words.cloud.heading(lab.run.layer)}
      .cloud=${cloud}
      .description=${lab.inWords()}
      .note=${`${kinds} ${cloud ? words.cloud.note(share, formatNumber(cloud.radius, 2)) : ''}`}
      @reprise-point=${(event: CustomEvent<number>) => {
        if (event.detail < 0) return;
        lab.point = event.detail + (lab.contextsShown === 1 ? lab.run.side ** 2 : 0);
      }}
    ></reprise-cloud>
  </div>`;
}

/** Distance between two points of the picture. */
function apart({ coordinates }: Frame, a: number, b: number): number {
  return Math.hypot(...[0, 1, 2].map((j) => coordinates[3 * a + j]! - coordinates[3 * b + j]!));
}

export function pointView(lab: CollapseLab) {
  const { side } = lab.run;
  const frame = lab.shownFrame;
  const { context, row, column } = taskPoint(side, lab.point);
  let share = NaN;
  if (frame && cloudOf(lab, frame)) {
    const last = side - 1;
    const acrossX = apart(frame, pointIndex(side, context, row, 0), pointIndex(side, context, row, last));
    const acrossY = apart(frame, pointIndex(side, context, 0, column), pointIndex(side, context, last, column));
    share = context === 0 ? acrossY / acrossX : acrossX / acrossY;
  }
  return html`<reprise-collapse-point
    class="point"
    .side=${side}
    .point=${lab.point}
    .distance=${share}
    @reprise-point=${(event: CustomEvent<number>) => (lab.point = event.detail)}
  ></reprise-collapse-point>`;
}

/** The index of all hidden layers, or of the one looked at alone. */
export function indexView(lab: CollapseLab, alone: boolean) {
  const { run } = lab;
  const layers = Array.from({ length: run.spec.network.hidden_layers }, (_, k) => k).filter(
    (layer) => !alone || layer === run.layer,
  );
  const drawing = lab.drawings.some(({ curve }) => curve === 'collapse');
  // Only the present counts: units that have died stay dead.
  const without = layers.filter((layer) => Number.isNaN(run.collapse(layer).at(-1)));
  return html`<reprise-chart
    class="index"
    .heading=${alone ? words.indexOf(run.layer) : words.index}
    .series=${indexSeries(
      run.column('t'),
      layers.map((layer) => ({ layer, index: run.collapse(layer) })),
      lab.drawings,
    )}
    .xAxis=${timeAxis(lab.epochs)}
    .yAxis=${indexAxis}
    .note=${[
      drawing ? words.drawingNote : words.indexNote,
      ...(without.length > 0 ? [words.indexUndefined(without.map(words.layerLabel).join(', '))] : []),
    ].join(' ')}
    .group=${lab.id}
  ></reprise-chart>`;
}

export function lossView(lab: CollapseLab) {
  const { run } = lab;
  const loss = run.column('loss');
  return html`<reprise-chart
    class="loss"
    .heading=${words.loss}
    .series=${lossSeries(run.column('t'), loss, lab.drawings)}
    .xAxis=${timeAxis(lab.epochs)}
    .yAxis=${(loss[0] ?? 0) > 0.5
      ? { title: words.lossAxis, scale: 'log' as const }
      : { title: words.lossAxis, min: 0 }}
    .note=${lab.drawings.some(({ curve }) => curve === 'loss') ? words.drawingNote : ''}
    .group=${lab.id}
  ></reprise-chart>`;
}

/** Distances of a regular part of the points: at the start, measured, predicted. */
export function structureView(lab: CollapseLab) {
  const { structure, side } = lab.run;
  if (!structure) {
    return html`<div class="structure absent">
      <strong>${words.structure.predicted}</strong>
      <p>${words.structure.waiting}</p>
    </div>`;
  }
  const labels = structure.points.map((index) => formatNumber(taskPoint(side, index).relevant, 1));
  const top = largest(structure.measured, structure.predicted);
  const matrix = (kind: 'initial' | 'measured' | 'predicted', max: number) =>
    html`<reprise-matrix
      class=${kind}
      .heading=${words.structure[kind]}
      .labels=${labels}
      .values=${structure[kind]}
      .max=${max}
      .group=${`${lab.id} structure`}
    ></reprise-matrix>`;
  const { correlation } = structure;
  const said = (value: number) => (Number.isFinite(value) ? formatFixed(value, 2) : '–');
  return html`<div class="structure three-matrices">
    <div class="matrix-row">
      ${matrix('initial', largest(structure.initial))} ${matrix('measured', top)}
      ${matrix('predicted', top)}
    </div>
    <p class="correlation">
      ${words.structure.correlation} ${words.structure.theory}
      <strong class="number" data-of="theory">${said(correlation.predicted)}</strong>;
      ${words.structure.start}
      <strong class="number" data-of="start">${said(correlation.initial)}</strong>;
      ${words.structure.within}
      <strong class="number" data-of="within">${said(withinContexts(structure.measured, structure.predicted))}</strong>
    </p>
    <p class="note">
      ${words.structure.note(structure.points.length, formatNumber(structure.ratio), structure.ratioFitted)}
    </p>
  </div>`;
}

/** Correlation over the pairs inside one context, both contexts together; the first half of the points is the first's. */
function withinContexts(measured: ArrayLike<number>, predicted: ArrayLike<number>): number {
  const points = Math.sqrt(measured.length);
  const inside = Array.from({ length: measured.length }, (_, k) => k).filter((k) => {
    const [i, j] = [Math.floor(k / points), k % points];
    return i < j && (i < points / 2) === (j < points / 2);
  });
  return correlationOf(
    inside.map((k) => measured[k]!),
    inside.map((k) => predicted[k]!),
  );
}

const largest = (...lists: ArrayLike<number>[]): number =>
  lists.reduce((most, list) => Array.from(list).reduce((a, b) => Math.max(a, b), most), 0);

/** The moment shown: drag it back to see what was. */
export function scrubber(lab: CollapseLab) {
  const { pictures } = lab.run;
  if (pictures.length < 2) return nothing;
  const at = lab.shownIndex;
  const epoch = formatCount(pictures[at]!.epoch);
  return html`<div class="scrubber">
    <button type="button" aria-pressed=${at === 0} @click=${() => lab.showFrame(0)}>
      ${words.atStart}
    </button>
    <label for="scrub">${words.shown}</label>
    <input
      id="scrub"
      type="range"
      min="0"
      max=${pictures.length - 1}
      .value=${String(at)}
      aria-valuetext=${epoch}
      @input=${(event: Event) => lab.showFrame(Number((event.target as HTMLInputElement).value))}
    />
    <span class="number" aria-hidden="true">${epoch}</span>
    <button
      type="button"
      aria-pressed=${at === pictures.length - 1}
      @click=${() => lab.showFrame(pictures.length - 1)}
    >
      ${words.atEnd}
    </button>
  </div>`;
}

