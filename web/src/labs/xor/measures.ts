/** Plain functions of six pair distances (squared, in the order of `pairs`). */
import { pairs, pointNames } from './task.ts';
import { clusterShare } from './thresholds.ts';

export { correlation } from '../../shell/correlation.ts';

/** Groups of points that lie together, as lists of point indices. */
export function clusters(distances: ArrayLike<number>): number[][] {
  const limit = clusterShare * Math.max(...Array.from(distances));
  const group = pointNames.map((_, index) => index);
  pairs.forEach(({ i, j }, k) => {
    if (!(distances[k]! <= limit)) return;
    const [keep, drop] = [Math.min(group[i]!, group[j]!), Math.max(group[i]!, group[j]!)];
    for (let p = 0; p < group.length; p++) if (group[p] === drop) group[p] = keep;
  });
  return [...new Set(group)].map((id) => group.flatMap((g, point) => (g === id ? [point] : [])));
}

/** Largest distance within a class over the smallest between classes: near 0 when classes merge. */
export function mergedRatio(distances: ArrayLike<number>): number {
  let [within, between] = [0, Infinity];
  pairs.forEach(({ same }, k) => {
    if (same) within = Math.max(within, distances[k]!);
    else between = Math.min(between, distances[k]!);
  });
  return within / between;
}

/** Largest of several lists of distances, for a common colour scale; 0 when there are none. */
export function commonTop(...lists: readonly (readonly number[])[]): number {
  return Math.max(0, ...lists.flat().filter(Number.isFinite));
}

/** Six pair distances as a 4 x 4 matrix, row by row; empty cells when there are no distances. */
export function fullMatrix(distances: readonly number[]): number[] {
  const size = pointNames.length;
  const matrix = new Array<number>(size * size).fill(distances.length > 0 ? 0 : NaN);
  pairs.forEach(({ i, j }, k) => {
    matrix[i * size + j] = matrix[j * size + i] = distances[k] ?? NaN;
  });
  return matrix;
}
