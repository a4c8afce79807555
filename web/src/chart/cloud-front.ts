/** From where a cloud is looked at: its widest plane faces the reader, and it fills the canvas however it is turned about the upright axis. */

/** Three directions of unit length, row by row: what is to lie across, up, and towards the reader. */
export type Axes = Float64Array;

export const givenAxes = (): Axes => Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1);

type Coordinates = ArrayLike<number>;

/** Mean squares and products of the coordinates, 3 x 3. */
function secondMoments(coordinates: Coordinates): Float64Array {
  const moments = new Float64Array(9);
  for (let p = 0; p < coordinates.length; p += 3) {
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++) moments[3 * i + j]! += coordinates[p + i]! * coordinates[p + j]!;
    }
  }
  return moments;
}

/** Eigenvectors of a symmetric 3 x 3 matrix, row by row, that of the largest value first: by Jacobi's rotations. */
function principal(matrix: Float64Array): Axes {
  const a = matrix.slice();
  const vectors = givenAxes();
  for (let sweep = 0; sweep < 12; sweep++) {
    for (const [i, j] of [[0, 1], [0, 2], [1, 2]] as const) {
      const off = a[3 * i + j]!;
      if (Math.abs(off) < 1e-14 * (Math.abs(a[3 * i + i]!) + Math.abs(a[3 * j + j]!))) continue;
      const angle = 0.5 * Math.atan2(2 * off, a[3 * i + i]! - a[3 * j + j]!);
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      const turn = (of: Float64Array, from: number, to: number) => {
        const [x, y] = [of[from]!, of[to]!];
        of[from] = c * x + s * y;
        of[to] = c * y - s * x;
      };
      for (let k = 0; k < 3; k++) turn(a, 3 * i + k, 3 * j + k);
      for (let k = 0; k < 3; k++) turn(a, 3 * k + i, 3 * k + j);
      for (let k = 0; k < 3; k++) turn(vectors, 3 * i + k, 3 * j + k);
    }
  }
  const order = [0, 1, 2].sort((i, j) => a[4 * j]! - a[4 * i]!);
  return Float64Array.from(order.flatMap((row) => [...vectors.subarray(3 * row, 3 * row + 3)]));
}

const dot = (a: Axes, b: Axes, row: number) => [0, 1, 2].reduce((sum, k) => sum + a[3 * row + k]! * b[3 * row + k]!, 0);

/** How much more may vary along other directions, across and up, before the cloud is turned to them: one without a clear shape would not rest. */
const enough = [1.12, 1.5] as const;

/**
 * The directions in which the cloud is widest, second widest and flattest, each the way that is nearer to the present ones;
 * the present ones themselves where they show it about as well.
 */
export function widest(coordinates: Coordinates, present: Axes): Axes {
  const moments = secondMoments(coordinates);
  const along = (axes: Axes, row: number) => {
    let sum = 0;
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++) sum += axes[3 * row + i]! * axes[3 * row + j]! * moments[3 * i + j]!;
    }
    return sum;
  };
  const found = principal(moments);
  if (enough.every((most, row) => along(found, row) <= most * along(present, row))) return present;
  for (let row = 0; row < 3; row++) {
    if (dot(found, present, row) >= 0) continue;
    for (let k = 0; k < 3; k++) found[3 * row + k]! *= -1;
  }
  return found;
}

/** Axes a part of the way from the one to the other, at right angles again. */
export function between(from: Axes, to: Axes, part: number): Axes {
  const axes = from.map((value, k) => value + part * (to[k]! - value));
  for (let row = 0; row < 3; row++) {
    for (let before = 0; before < row; before++) {
      const shared = [0, 1, 2].reduce((sum, k) => sum + axes[3 * row + k]! * axes[3 * before + k]!, 0);
      for (let k = 0; k < 3; k++) axes[3 * row + k]! -= shared * axes[3 * before + k]!;
    }
    const length = Math.hypot(axes[3 * row]!, axes[3 * row + 1]!, axes[3 * row + 2]!);
    // Halfway between opposite ways there is none.
    if (length < 1e-3) return to;
    for (let k = 0; k < 3; k++) axes[3 * row + k]! /= length;
  }
  return axes;
}

/** The cloud by these axes: points x 3. */
export function seenFrom(coordinates: Coordinates, axes: Axes): Float64Array {
  const seen = new Float64Array(coordinates.length);
  for (let p = 0; p < coordinates.length; p += 3) {
    for (let i = 0; i < 3; i++) {
      seen[p + i] = axes[3 * i]! * coordinates[p]! + axes[3 * i + 1]! * coordinates[p + 1]! + axes[3 * i + 2]! * coordinates[p + 2]!;
    }
  }
  return seen;
}

/** Half the width and half the height that a cloud takes, tilted by so much, whichever way it is turned about the upright axis. */
export function extent(coordinates: Coordinates, pitch: number): { across: number; up: number } {
  let [across, up] = [0, 0];
  const [cosine, sine] = [Math.cos(pitch), Math.abs(Math.sin(pitch))];
  for (let p = 0; p < coordinates.length; p += 3) {
    const level = Math.hypot(coordinates[p]!, coordinates[p + 2]!);
    across = Math.max(across, level);
    up = Math.max(up, cosine * Math.abs(coordinates[p + 1]!) + sine * level);
  }
  return { across, up };
}
