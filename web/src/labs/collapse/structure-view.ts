/** Distances in a layer, held against the closed form. */
import { html } from 'lit';
import type { Structure } from '../../engine/protocol.ts';
import { correlation as correlationOf } from '../../shell/correlation.ts';
import { formatNumber } from '../../shell/format.ts';
import { collapseStrings as words } from '../../strings/collapse.ts';
import { correlationView, matrixRow } from '../frame/structure.ts';
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
  const { correlation } = structure;
  return html`<div class="structure three-matrices">
    ${matrixRow(structure, words.structure, labels, `${id} structure`)}
    <p class="correlation">
      ${words.structure.correlation} ${words.structure.theory}
      ${correlationView('theory', correlation.predicted)};
      ${words.structure.start}
      ${correlationView('start', correlation.initial)};
      ${words.structure.within}
      ${correlationView('within', withinContexts(structure.measured, structure.predicted))}
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
