/** What a chart is given: plain arrays and words; and when two of them show the same. */
import { sameColumn } from '../engine/growth.ts';

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

/** One curve. Its values may only be appended to: other values are another array (see ../engine/growth.ts). */
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

/** Columns of so many values at most are compared one by one: the theory's curves, a value for each layer. */
const fewValues = 512;

function equalColumns(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false;
  if (sameColumn(a, b)) return true;
  if (a.length > fewValues) return false;
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) return false;
  return true;
}

const words = ['id', 'label', 'name', 'colour', 'kind', 'faint'] as const;

/** Whether a chart of the one looks like a chart of the other. */
export function equalSeries(a: readonly Series[], b: readonly Series[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, i) => {
      const other = b[i]!;
      return words.every((word) => one[word] === other[word]) && equalColumns(one.x, other.x) && equalColumns(one.y, other.y);
    })
  );
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

export function equalAxes(a: Axis, b: Axis): boolean {
  const ends = ['title', 'scale', 'min', 'max', 'suggestedMin', 'suggestedMax'] as const;
  return ends.every((end) => a[end] === b[end]);
}

/** Moves the crosshair of every chart of one group; x is null to hide it. */
export interface CrosshairDetail {
  group: string;
  x: number | null;
}

export const crosshairEvent = 'reprise-crosshair';
