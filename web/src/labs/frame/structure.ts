/** Distances of a layer's points at the start, measured at the end, and as the closed form predicts them. */
import { html } from 'lit';
import '../../chart/matrix.ts';
import type { Structure } from '../../engine/protocol.ts';
import { formatFixed } from '../../shell/format.ts';

const kinds = ['initial', 'measured', 'predicted'] as const;

const largest = (...lists: ArrayLike<number>[]): number =>
  lists.reduce((most, list) => Array.from(list).reduce((a, b) => Math.max(a, b), most), 0);

/** The three matrices, the last two on one scale. */
export function matrixRow(
  structure: Structure,
  headings: Readonly<Record<(typeof kinds)[number], string>>,
  labels: readonly string[],
  group: string,
) {
  const top = largest(structure.measured, structure.predicted);
  return html`<div class="matrix-row">
    ${kinds.map(
      (kind) =>
        html`<reprise-matrix
          class=${kind}
          .heading=${headings[kind]}
          .labels=${labels}
          .values=${structure[kind]}
          .max=${kind === 'initial' ? largest(structure.initial) : top}
          .group=${group}
        ></reprise-matrix>`,
    )}
  </div>`;
}

/** How well distances agree: a dash where that is undefined. */
export const correlationView = (of: string, value: number) =>
  html`<strong class="number" data-of=${of}>${Number.isFinite(value) ? formatFixed(value, 2) : '–'}</strong>`;

/** What the comparison says, for reports. */
export const structureTheory = (structure: Structure | null): Record<string, number> =>
  structure ? { ratio: structure.ratio, correlation: structure.correlation.predicted } : {};
