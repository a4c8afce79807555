/** Pictures of the cloud over time, each turned so that it lies on the one before. */

/** All points in three dimensions at one moment. */
export interface Frame {
  epoch: number;
  /** points x 3, row by row, with mean zero. */
  coordinates: Float32Array;
  /** Share of all variance that each dimension held before the cloud was turned. */
  explained: readonly number[];
}

type Matrix3 = readonly (readonly [number, number, number])[];

/**
 * The rotation or reflection R that brings `a` R nearest to `b` (points x 3 each): orthogonal Procrustes. Of a
 * flat cloud more than one is nearest; then the one nearest to no turn at all.
 */
export function procrustes(a: ArrayLike<number>, b: ArrayLike<number>): Matrix3 {
  const cross = [0, 1, 2].map((i) =>
    [0, 1, 2].map((j) => {
      let sum = 0;
      for (let p = 0; p < a.length; p += 3) sum += a[p + i]! * b[p + j]!;
      return sum;
    }),
  );
  const size = Math.hypot(...cross.flat());
  if (!(size > 0)) return identity;
  // A hundredth of a per cent of "no turn" decides only what the points leave open.
  let turn = cross.map((row, i) => row.map((value, j) => value / size + (i === j ? 1e-4 : 0)));
  // The orthogonal factor of a matrix, by Newton's iteration (Higham 1986).
  for (let k = 0; k < 60; k++) {
    const inverse = inverseTransposed(turn);
    if (!inverse) return identity;
    const next = turn.map((row, i) => row.map((value, j) => 0.5 * (value + inverse[i]![j]!)));
    const change = Math.max(...next.flatMap((row, i) => row.map((v, j) => Math.abs(v - turn[i]![j]!))));
    turn = next;
    if (change < 1e-12) break;
  }
  return turn as unknown as Matrix3;
}

const identity: Matrix3 = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

function inverseTransposed(m: readonly (readonly number[])[]): number[][] | null {
  const cofactor = (i: number, j: number) => {
    const at = (di: number, dj: number) => m[(i + di) % 3]![(j + dj) % 3]!;
    return at(1, 1) * at(2, 2) - at(1, 2) * at(2, 1);
  };
  const rows = [0, 1, 2].map((i) => [0, 1, 2].map((j) => cofactor(i, j)));
  const determinant = [0, 1, 2].reduce((sum, j) => sum + m[0]![j]! * rows[0]![j]!, 0);
  if (!(Math.abs(determinant) > 1e-300)) return null;
  return rows.map((row) => row.map((value) => value / determinant));
}

/** The cloud turned onto the one before, if there is one of as many points. */
export function aligned(coordinates: Float32Array, before: Float32Array | undefined): Float32Array {
  if (before?.length !== coordinates.length) return coordinates;
  const turn = procrustes(coordinates, before);
  const turned = new Float32Array(coordinates.length);
  for (let p = 0; p < coordinates.length; p += 3) {
    for (let j = 0; j < 3; j++) {
      turned[p + j] =
        coordinates[p]! * turn[0]![j]! +
        coordinates[p + 1]! * turn[1]![j]! +
        coordinates[p + 2]! * turn[2]![j]!;
    }
  }
  return turned;
}

/** Distance of the farthest point from the middle. */
export function radius(coordinates: ArrayLike<number>): number {
  let most = 0;
  for (let p = 0; p < coordinates.length; p += 3) {
    most = Math.max(most, Math.hypot(coordinates[p]!, coordinates[p + 1]!, coordinates[p + 2]!));
  }
  return most;
}
