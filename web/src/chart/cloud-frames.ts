/** Pictures of a cloud over time. */

/** All points in three dimensions at one moment. */
export interface Frame {
  epoch: number;
  /** points x 3, row by row, with mean zero. */
  coordinates: Float32Array;
  /** Share of all variance that each dimension held before the cloud was turned onto the one before. */
  explained: readonly number[];
}

/** Distance of the farthest point from the middle. */
export function radius(coordinates: ArrayLike<number>): number {
  let most = 0;
  for (let p = 0; p < coordinates.length; p += 3) {
    most = Math.max(most, Math.hypot(coordinates[p]!, coordinates[p + 1]!, coordinates[p + 2]!));
  }
  return most;
}
