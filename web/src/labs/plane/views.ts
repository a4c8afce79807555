/** The lab's views, each a function of the values it shows. */
import { html, nothing } from 'lit';
import '../../chart/chart.ts';
import '../../chart/cloud.ts';
import '../../chart/matrix.ts';
import type { Series } from '../../chart/series.ts';
import type { Structure, Surface } from '../../engine/protocol.ts';
import { formatCount, formatFixed, formatNumber } from '../../shell/format.ts';
import { planeStrings as words } from '../../strings/plane.ts';
import { drawnSeries, type Drawing } from '../frame/drawing.ts';
import { slider } from '../frame/slider.ts';
import { bentCloud } from './bent.ts';
import './plane-input.ts';
import type { PointsChange, Tool } from './plane-input.ts';
import './unit-maps.ts';

export interface PlaneShown {
  points: ArrayLike<number>;
  surface: Surface | null;
  classes: number;
  heldOutShare: number;
  extent: number;
  tool: Tool;
  brush: number;
  description: string;
}

export const planeView = (shown: PlaneShown, change: (change: PointsChange) => void) =>
  html`<reprise-plane-input
    class="plane"
    .heading=${words.plane}
    .points=${shown.points}
    .surface=${shown.surface}
    .classes=${shown.classes}
    .heldOutShare=${shown.heldOutShare}
    .extent=${shown.extent}
    .tool=${shown.tool}
    .brush=${shown.brush}
    .description=${shown.description}
    .note=${shown.classes > 0 ? words.planeNote : words.planeNoteNumbers}
    @reprise-points=${(event: CustomEvent<PointsChange>) => change(event.detail)}
  ></reprise-plane-input>`;

export function layerView(surface: Surface | null, layer: number, classes: number, colours: readonly string[], description: string) {
  const cloud = surface ? bentCloud(surface, classes, colours) : null;
  const share = Math.round(100 * (surface?.explained ?? []).reduce((a, b) => a + b, 0));
  const reach = cloud ? formatNumber(cloud.radius, 2) : '';
  const note = !surface ? '' : surface.exact ? words.exactNote(surface.units, reach) : words.layerNote(share, reach);
  return html`<reprise-cloud
    class="layer"
    .heading=${words.layerHeading(layer + 1)}
    .cloud=${cloud}
    .description=${description}
    .note=${note}
  ></reprise-cloud>`;
}

export const unitsView = (surface: Surface | null, layer: number) =>
  html`<reprise-unit-maps
    class="units"
    .heading=${words.unitsHeading(layer + 1)}
    .surface=${surface}
    .note=${words.unitsNote}
  ></reprise-unit-maps>`;

export interface Charted {
  time: ArrayLike<number>;
  epochs: number;
  drawings: readonly Drawing[];
  group: string;
}

export function lossView({ time, epochs, drawings, group }: Charted, loss: ArrayLike<number>, heldOut: ArrayLike<number>, note: string) {
  const series: Series[] = [
    { id: 'loss', label: words.training, name: words.training, x: time, y: loss, colour: 'loss', kind: 'measured' },
    ...(heldOut.length > 0
      ? [{ id: 'held_out_loss', label: words.test, name: words.test, x: time, y: heldOut, colour: 'accent', kind: 'measured' } as const]
      : []),
    ...drawings.map((drawing) => drawnSeries(drawing, words.yourDrawing)),
  ];
  return html`<reprise-chart
    class="loss"
    .heading=${words.loss}
    .series=${series}
    .xAxis=${{ title: words.time, min: 0, max: epochs }}
    .yAxis=${{ title: words.lossAxis, min: 0 }}
    .note=${note}
    .group=${group}
  ></reprise-chart>`;
}

/** Distances of the first points, at the start, measured and predicted. */
export function matricesView(structure: Structure | null, group: string) {
  if (!structure) return html`<p class="matrices hint">${words.noStructure}</p>`;
  const largest = (...lists: ArrayLike<number>[]) =>
    lists.reduce((most, list) => Array.from(list).reduce((a, b) => Math.max(a, b), most), 0);
  const { initial, measured, predicted, correlation } = structure;
  const top = largest(measured, predicted);
  const names = structure.labels.map((label, k) => (k === 0 || structure.labels[k - 1] !== label ? words.shortClass(label) : ''));
  const matrix = (kind: 'initial' | 'measured' | 'predicted', values: ArrayLike<number>, max: number) =>
    html`<reprise-matrix class=${kind} .heading=${words.matrices[kind]} .labels=${names} .values=${values} .max=${max} .group=${group}></reprise-matrix>`;
  const digits = (value: number) => (Number.isFinite(value) ? formatFixed(value, 2) : '–');
  return html`<div class="matrices three-matrices">
    <div class="matrix-row">
      ${matrix('initial', initial, largest(initial))} ${matrix('measured', measured, top)} ${matrix('predicted', predicted, top)}
    </div>
    <p class="correlation">
      ${words.correlation} <strong class="number" data-of="theory">${digits(correlation.predicted)}</strong>${words.ofTheory}
      <strong class="number" data-of="start">${digits(correlation.initial)}</strong>${words.ofStart}
    </p>
    <p class="note">${words.matrixNote(structure.points.length, formatNumber(structure.ratio))}</p>
  </div>`;
}

/** The moment shown: drag it back to see what was. */
export function scrubber(looks: readonly Surface[], at: number, show: (index: number) => void) {
  if (looks.length < 2) return nothing;
  return slider({
    label: words.shown,
    value: at,
    min: 0,
    max: looks.length - 1,
    step: 1,
    text: formatCount(looks[at]!.epoch),
    change: show,
    live: true,
  });
}
