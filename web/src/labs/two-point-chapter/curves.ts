/** The laboratory's curves, as data for <reprise-chart>. */
import type { Series } from '../../chart/series.ts';
import type { TheoryCurve } from '../../engine/protocol.ts';
import { twoPointChapterStrings as words } from '../../strings/two-point-chapter.ts';
import { drawnSeries, type Drawing } from '../frame/drawing.ts';
import type { PairRun } from './run.ts';

type Quantity = 'h' | 'y' | 'w';
const quantities: readonly Quantity[] = ['h', 'y', 'w'];

/** h, y and w as measured, and the theory's beside them if there is one. */
export function measuredSeries(run: PairRun, theory: TheoryCurve | null): Series[] {
  const measured = quantities.map((quantity): Series => {
    const curve = run.curve(quantity);
    return {
      id: `${quantity}_measured`,
      label: quantity,
      name: words.names[quantity].measured,
      x: curve?.x ?? [],
      y: curve?.y ?? [],
      colour: quantity,
      kind: 'measured',
    };
  });
  return theory ? [...measured, ...dashed(theory, 'theory')] : measured;
}

/** The theory with the reader's rates. */
export const handSeries = (curve: TheoryCurve): Series[] => dashed(curve, 'hand');

function dashed(curve: TheoryCurve, whose: 'theory' | 'hand'): Series[] {
  return quantities.map((quantity) => ({
    id: `${quantity}_${whose}`,
    label: '',
    name: words.names[quantity][whose],
    x: curve.t,
    y: curve[quantity],
    colour: quantity,
    kind: 'theory',
  }));
}

/** What the reader predicted: drawn curves, or one number as a line across (a time: upright). */
export function guessSeries(
  drawings: readonly Drawing[],
  guess: { measure: string; value: number } | null,
  epochs: number,
  top: number,
  only: 'loss' | null = null,
): Series[] {
  const own = drawings.filter(({ curve }) => (only ? curve === only : curve !== 'loss'));
  const series = own.map((drawing) => drawnSeries(drawing, words.drawn(drawing.curve), words.you));
  if (!guess) return series;
  const { measure, value } = guess;
  const upright = measure === 'half_time';
  return [
    ...series,
    {
      id: 'guess',
      label: words.you,
      name: words.yours,
      x: upright ? [value, value] : [0, epochs],
      y: upright ? [0, top] : [value, value],
      colour: 'accent',
      kind: 'theory',
    },
  ];
}
