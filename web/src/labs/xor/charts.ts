/** The lab's chart of distances, as data for <reprise-chart>. */
import type { ColourName, Series } from '../../chart/series.ts';
import { xorStrings as words } from '../../strings/xor.ts';
import type { Drawing } from '../frame/drawing.ts';
import { drawnOf } from '../frame/loss-view.ts';
import { pairs } from './task.ts';

/**
 * Measured distances of the six pairs, and the predicted end of each as a dashed line. `lit` names what to
 * bring out: a pair's index, "same" or "different"; the rest fades.
 */
export function distanceSeries(
  time: ArrayLike<number>,
  columns: readonly ArrayLike<number>[],
  predicted: readonly number[],
  epochs: number,
  lit: number | 'same' | 'different' | null,
  drawings: readonly Drawing[],
): Series[] {
  const faded = (k: number) =>
    lit !== null && lit !== k && lit !== (pairs[k]!.same ? 'same' : 'different');
  const colour = (k: number): ColourName =>
    faded(k) ? 'ink-muted' : pairs[k]!.same ? 'point-3' : 'h';
  const measured = pairs.map(({ label, same }, k): Series => {
    const kind = same ? words.same : words.different;
    const column = columns[k] ?? [];
    return {
      id: `h_${label}`,
      label,
      name: `${label} (${kind})`,
      x: time,
      y: column,
      colour: colour(k),
      kind: 'measured',
    };
  });
  const theory = predicted.map((value, k): Series => {
    const { label } = pairs[k]!;
    return {
      id: `predicted_${label}`,
      label: '',
      name: words.predictedEnd(label),
      x: [0.6 * epochs, epochs],
      y: [value, value],
      colour: colour(k),
      kind: 'theory',
    };
  });
  return [...measured, ...theory, ...drawnOf(drawings, ['same', 'different'], words)];
}
