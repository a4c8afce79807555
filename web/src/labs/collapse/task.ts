/**
 * The task's points, in the order of the core (core/data/feature_collapse.cpp): context, then row (y), then
 * column (x), both from -1 to 1.
 */

/** Pixels along a side of the picture. */
export const pixelsAcross = 5;

/** Position `index` of `count` that divide [-1, 1] equally. */
export const position = (index: number, count: number): number =>
  count === 1 ? 0 : -1 + (2 * index) / (count - 1);

export interface TaskPoint {
  /** Number of the point in the training set. */
  index: number;
  /** 0: x is asked for; 1: y is. */
  context: 0 | 1;
  row: number;
  column: number;
  /** The blob's centre. */
  x: number;
  y: number;
  /** The coordinate that is asked for, which is the target, and the other one. */
  relevant: number;
  irrelevant: number;
}

export function pointIndex(side: number, context: number, row: number, column: number): number {
  return (context * side + row) * side + column;
}

export function taskPoint(side: number, index: number): TaskPoint {
  const context = Math.floor(index / (side * side)) as 0 | 1;
  const row = Math.floor(index / side) % side;
  const column = index % side;
  const [x, y] = [position(column, side), position(row, side)];
  const [relevant, irrelevant] = context === 0 ? [x, y] : [y, x];
  return { index, context, row, column, x, y, relevant, irrelevant };
}

/** All 2 side^2 points. */
export function taskPoints(side: number): TaskPoint[] {
  return Array.from({ length: 2 * side * side }, (_, index) => taskPoint(side, index));
}

/** The points that differ from one only in what is not asked for, itself among them, in order. */
export function lineOf(side: number, { context, row, column }: TaskPoint): number[] {
  return Array.from({ length: side }, (_, k) =>
    context === 0 ? pointIndex(side, context, k, column) : pointIndex(side, context, row, k),
  );
}

/** The picture of a blob, row by row, with sum 1: what the network sees besides the context. */
export function blob(centreX: number, centreY: number): number[] {
  const values = Array.from({ length: pixelsAcross ** 2 }, (_, k) => {
    const dx = position(k % pixelsAcross, pixelsAcross) - centreX;
    const dy = position(Math.floor(k / pixelsAcross), pixelsAcross) - centreY;
    return Math.exp(-0.5 * (dx * dx + dy * dy));
  });
  const total = values.reduce((sum, value) => sum + value, 0);
  return values.map((value) => value / total);
}
