import type { Series } from '../../chart/series.ts';

/** A curve that the reader drew, over epochs. */
export interface Drawing {
  curve: string;
  x: readonly number[];
  y: readonly number[];
}

/** It, as a series for the chart of what was measured. */
export const drawnSeries = ({ curve, x, y }: Drawing, name: string, label = name): Series => ({
  id: `drawn_${curve}`,
  label,
  name,
  x,
  y,
  colour: 'accent',
  kind: 'theory',
});
