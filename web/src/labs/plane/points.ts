/** Own points as the spec holds them: x, y and target (a class from 0, or a number) of one after another. */
import type { Spec } from '../../spec/types.ts';

export type PlaneTask = Extract<Spec['task'], { kind: 'plane' }>;
export type Points = readonly number[];

export const mostPoints = 500;
export const mostClasses = 4;
/** Where own points may lie, and numbers as targets. */
export const farthest = 10;

/** A thousandth of the square's half, less than a pixel: what is placed by hand, and what links say. */
export const rounded = (value: number): number => Math.round(1000 * value) / 1000 + 0;

export const countOf = (points: ArrayLike<number>): number => Math.floor(points.length / 3);

/** Classes of a task; 0 where its targets are numbers. */
export function classesOf(task: PlaneTask): number {
  if (task.shape === 'surface' || task.target === 'number') return 0;
  return task.classes ?? 2;
}

/** Which points are held out follows from their number alone, as in core/data/plane.cpp. */
export const heldOut = (point: number, share: number): boolean =>
  Math.imul(point + 1, 2654435769) >>> 0 < share * 2 ** 32;

export const added = (points: Points, x: number, y: number, target: number): number[] => [
  ...points,
  rounded(x),
  rounded(y),
  target,
];

export const moved = (points: Points, point: number, x: number, y: number): number[] =>
  points.map((value, k) => (k === 3 * point ? rounded(x) : k === 3 * point + 1 ? rounded(y) : value));

export const painted = (points: Points, point: number, target: number): number[] =>
  points.map((value, k) => (k === 3 * point + 2 ? target : value));

export const removed = (points: Points, point: number): number[] =>
  points.filter((_, k) => Math.floor(k / 3) !== point);

/** The point nearest to a place, within so far; the last one of equals, which is drawn on top. -1 for none. */
export function nearest(points: ArrayLike<number>, x: number, y: number, within: number): number {
  let [best, least] = [-1, within];
  for (let p = 0; p < countOf(points); p++) {
    const distance = Math.hypot(points[3 * p]! - x, points[3 * p + 1]! - y);
    if (distance <= least) [best, least] = [p, distance];
  }
  return best;
}

/** How far the picture of the plane reaches: all points lie in it, and the square [-1, 1] x [-1, 1]. */
export function extentOf(points: ArrayLike<number>): number {
  let most = 1.1;
  for (let p = 0; p < countOf(points); p++) {
    most = Math.max(most, Math.abs(points[3 * p]!), Math.abs(points[3 * p + 1]!));
  }
  return Math.ceil(4 * (most + 0.1)) / 4;
}

/** The task with these points for its own: whatever its shape was, as many classes, as many held out. */
export function withPoints(task: PlaneTask, points: Points): PlaneTask {
  const { held_out, features } = task;
  const classes = classesOf(task);
  const own: PlaneTask = { kind: 'plane', shape: 'own', points: [...points], held_out, features };
  return classes > 0 ? { ...own, target: 'class', classes } : { ...own, target: 'number' };
}

/** The bytes of a link, as it is sent. */
export const linkBytes = (hash: string): number => new TextEncoder().encode(hash).length;
