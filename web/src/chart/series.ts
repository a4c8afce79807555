/** What a chart is given: plain arrays and words. */

/** A colour of tokens.css, by its name without the dashes. */
export type ColourName =
  | 'h'
  | 'y'
  | 'w'
  | 'loss'
  | 'accuracy'
  | 'accent'
  | 'ink'
  | 'ink-muted'
  | 'point-0'
  | 'point-1'
  | 'point-2'
  | 'point-3'
  | 'point-4';

export interface Series {
  /** Stable across updates, and the column's name in exported data. */
  id: string;
  /** Written at the line's end; empty for none (as for the theory beside a labelled measurement). */
  label: string;
  /** In full, for the data table and the text summary: "h, measured". */
  name: string;
  x: ArrayLike<number>;
  y: ArrayLike<number>;
  colour: ColourName;
  /** Measured is solid, theory dashed, points are dots. */
  kind: 'measured' | 'theory' | 'points';
  /** Drawn pale and thin, behind what matters now: an earlier run under a newer one. */
  faint?: boolean;
}

export interface Axis {
  /** With its unit: "time (epochs)". */
  title: string;
  scale?: 'linear' | 'log';
  /** Ends that hold still. */
  min?: number;
  max?: number;
  /** Ends that give way when the data reach beyond them. */
  suggestedMin?: number;
  suggestedMax?: number;
}

/** Moves the crosshair of every chart of one group; x is null to hide it. */
export interface CrosshairDetail {
  group: string;
  x: number | null;
}

export const crosshairEvent = 'reprise-crosshair';
