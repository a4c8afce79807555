/** The four points in the plane: what core is asked to place, and the pictures that come of it. */
import type { Scaling, ScalingRequest } from '../../engine/protocol.ts';
import { pointNames } from './task.ts';

export interface Picture {
  /** x and y of the four points, the farthest from the centre at distance 1. */
  x: number[];
  y: number[];
  /** Share of the squared distances that the plane holds, 0 to 1. */
  share: number;
}

/** As the inputs lie, 00 below left, 01 above left, 10 below right: a first picture is turned onto this. */
const upright: Picture = { x: [-1, -1, 1, 1], y: [-1, 1, -1, 1], share: 1 };

/**
 * The squared distances of the six pairs (a column each) from one record to before another; the first picture is to be turned
 * onto `before`. Records that are not finite end it.
 */
export function placing(columns: readonly ArrayLike<number>[], from: number, to: number, before = upright): ScalingRequest {
  const rows: number[] = [];
  for (let row = from; row < to; row++) {
    const distances = columns.map((column) => column[row]!);
    if (!distances.every(Number.isFinite)) break;
    rows.push(...distances);
  }
  return {
    squaredDistances: Float64Array.from(rows),
    points: pointNames.length,
    onto: before.x.flatMap((x, k) => [x, before.y[k]!]),
  };
}

/** The pictures of all moments, each turned onto the one before. */
export function picturesOf({ coordinates, shares }: Scaling): Picture[] {
  return Array.from(shares, (share, moment) => {
    const at = (axis: number) => pointNames.map((_, point) => coordinates[2 * (pointNames.length * moment + point) + axis]!);
    const [x, y] = [at(0), at(1)];
    const radius = Math.max(...x.map((value, k) => Math.hypot(value, y[k]!))) || 1;
    return { x: x.map((value) => value / radius), y: y.map((value) => value / radius), share };
  });
}
