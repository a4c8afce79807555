import type { Series } from '../../chart/series.ts';
import { twoPointChapterStrings as words } from '../../strings/two-point-chapter.ts';
import { drawnSeries, type Drawing } from '../frame/drawing.ts';

export interface Guess {
  measure: string;
  value: number;
}

/** What the reader predicted: drawn curves, or one number as a line across (a time: upright). */
export function guessSeries(
  drawings: readonly Drawing[],
  guess: Guess | null,
  epochs: number,
  top: number,
): Series[] {
  const series = drawings.map((drawing) => drawnSeries(drawing, words.drawn(drawing.curve), words.you));
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
