/** The lab's two charts, as data for <reprise-chart>. */
import type { Axis, ColourName, Series } from '../../chart/series.ts';
import { xorStrings as words } from '../../strings/xor.ts';
import { drawnSeries, type Drawing } from '../frame/drawing.ts';
import { pairs } from './task.ts';
import { largeLoss } from './thresholds.ts';

export const timeAxis = (epochs: number): Axis => ({ title: words.time, min: 0, max: epochs });

export function lossAxis(loss: ArrayLike<number>): Axis {
  return (loss[0] ?? 0) > largeLoss
    ? { title: words.lossAxis, scale: 'log' }
    : { title: words.lossAxis, min: 0 };
}

const drawn = (drawing: Drawing): Series => drawnSeries(drawing, words.yourDrawing);

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
  const own = drawings.filter(({ curve }) => curve === 'same' || curve === 'different').map(drawn);
  return [...measured, ...theory, ...own];
}

export function lossSeries(
  time: ArrayLike<number>,
  loss: ArrayLike<number>,
  drawings: readonly Drawing[],
): Series[] {
  return [
    {
      id: 'loss',
      label: words.lossLabel,
      name: words.loss,
      x: time,
      y: loss,
      colour: 'loss',
      kind: 'measured',
    },
    ...drawings.filter(({ curve }) => curve === 'loss').map(drawn),
  ];
}
