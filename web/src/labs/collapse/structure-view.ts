/** Distances in a layer, held against the closed form. */
import { html } from 'lit';
import '../../chart/matrix.ts';
import type { Structure } from '../../engine/protocol.ts';
import { correlation as correlationOf } from '../../shell/correlation.ts';
import { formatFixed, formatNumber } from '../../shell/format.ts';
import { collapseStrings as words } from '../../strings/collapse.ts';
import { taskPoint } from './task.ts';

/** Distances of a regular part of the points: at the start, measured, predicted. */
export function structureView(structure: Structure | null, side: number, id: string) {
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
      .group=${`${id} structure`}
    ></reprise-matrix>`;
  const { correlation } = structure;
  const inDigits = (value: number) => (Number.isFinite(value) ? formatFixed(value, 2) : '–');
  return html`<div class="structure three-matrices">
    <div class="matrix-row">
      ${matrix('initial', largest(structure.initial))} ${matrix('measured', top)}
      ${matrix('predicted', top)}
    </div>
    <p class="correlation">
      ${words.structure.correlation} ${words.structure.theory}
      <strong class="number" data-of="theory">${inDigits(correlation.predicted)}</strong>;
      ${words.structure.start}
      <strong class="number" data-of="start">${inDigits(correlation.initial)}</strong>;
      ${words.structure.within}
      <strong class="number" data-of="within">${inDigits(withinContexts(structure.measured, structure.predicted))}</strong>
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
