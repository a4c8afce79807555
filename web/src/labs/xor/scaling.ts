/**
 * Classical multidimensional scaling of the four points to the plane, from their six squared distances.
 * Successive pictures are turned onto one another, so that points move and the picture does not spin.
 */
import { pairs } from './task.ts';

const size = 4;

export interface Picture {
  /** x and y of the four points, the farthest from the centre at distance 1. */
  x: number[];
  y: number[];
  /** Share of the squared distances that the plane holds, 0 to 1. */
  share: number;
}

/** The best plane picture of six squared distances; `previous` fixes how it is turned. */
export function planePicture(distances: ArrayLike<number>, previous?: Picture): Picture {
  const { values, vectors } = symmetricEigen(centredProducts(distances));
  const order = values.map((_, k) => k).sort((a, b) => values[b]! - values[a]!);
  const axis = (rank: number) => {
    const k = order[rank]!;
    const length = Math.sqrt(Math.max(0, values[k]!));
    return vectors.map((row) => row[k]! * length);
  };
  let [x, y] = [axis(0), axis(1)];
  const radius = Math.max(...x.map((value, k) => Math.hypot(value, y[k]!)));
  if (radius > 0) [x, y] = [x.map((v) => v / radius), y.map((v) => v / radius)];
  const total = values.reduce((sum, value) => sum + Math.max(0, value), 0);
  const held = Math.max(0, values[order[0]!]!) + Math.max(0, values[order[1]!]!);
  const picture = { x, y, share: total > 0 ? held / total : 1 };
  return previous ? turnOnto(picture, previous) : upright(picture);
}

/** -1/2 J D J, the inner products about the centre. */
function centredProducts(distances: ArrayLike<number>): number[][] {
  const d = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  pairs.forEach(({ i, j }, k) => {
    d[i]![j] = d[j]![i] = distances[k]!;
  });
  const rowMean = d.map((row) => row.reduce((a, b) => a + b, 0) / size);
  const mean = rowMean.reduce((a, b) => a + b, 0) / size;
  return d.map((row, i) => row.map((v, j) => -0.5 * (v - rowMean[i]! - rowMean[j]! + mean)));
}

/** Eigenvalues and eigenvectors (columns) of a small symmetric matrix, by Jacobi's rotations. */
export function symmetricEigen(matrix: readonly (readonly number[])[]): {
  values: number[];
  vectors: number[][];
} {
  const n = matrix.length;
  const a = matrix.map((row) => [...row]);
  const v = a.map((_, i) => a.map((__, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 50; sweep++) {
    let off = 0;
    let all = 0;
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        all += a[i]![j]! ** 2;
        if (i !== j) off += a[i]![j]! ** 2;
      }
    }
    if (off <= 1e-30 * all) break;
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, v, p, q);
  }
  return { values: a.map((row, i) => row[i]!), vectors: v };
}

function rotate(a: number[][], v: number[][], p: number, q: number): void {
  const apq = a[p]![q]!;
  if (apq === 0) return;
  const theta = (a[q]![q]! - a[p]![p]!) / (2 * apq);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  for (let k = 0; k < a.length; k++) {
    const [kp, kq] = [a[k]![p]!, a[k]![q]!];
    a[k]![p] = c * kp - s * kq;
    a[k]![q] = s * kp + c * kq;
  }
  for (let k = 0; k < a.length; k++) {
    const [pk, qk] = [a[p]![k]!, a[q]![k]!];
    a[p]![k] = c * pk - s * qk;
    a[q]![k] = s * pk + c * qk;
    const [vp, vq] = [v[k]![p]!, v[k]![q]!];
    v[k]![p] = c * vp - s * vq;
    v[k]![q] = s * vp + c * vq;
  }
}

/** The rotation, with a reflection if need be, that brings `picture` nearest to `onto`. */
function turnOnto(picture: Picture, onto: Picture): Picture {
  let [xx, xy, yx, yy] = [0, 0, 0, 0];
  for (let k = 0; k < size; k++) {
    xx += onto.x[k]! * picture.x[k]!;
    xy += onto.x[k]! * picture.y[k]!;
    yx += onto.y[k]! * picture.x[k]!;
    yy += onto.y[k]! * picture.y[k]!;
  }
  const proper = Math.hypot(xx + yy, yx - xy);
  const mirrored = Math.hypot(xx - yy, xy + yx);
  const sign = proper >= mirrored ? 1 : -1;
  const angle = sign > 0 ? Math.atan2(yx - xy, xx + yy) : Math.atan2(xy + yx, xx - yy);
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return {
    x: picture.x.map((x, k) => c * x - sign * s * picture.y[k]!),
    y: picture.x.map((x, k) => s * x + sign * c * picture.y[k]!),
    share: picture.share,
  };
}

/** Turns a first picture as the inputs lie: 00 below left, 01 above left, 10 below right. */
function upright(picture: Picture): Picture {
  const [a, b] = [-Math.SQRT1_2, Math.SQRT1_2];
  return turnOnto(picture, { x: [a, a, b, b], y: [a, b, a, b], share: 1 });
}
