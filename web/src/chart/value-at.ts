export interface Point {
  x: number;
  y: number;
}

/** The value of a curve at x, between its neighbours; NaN outside it. x must not decrease. */
export function valueAt(x: ArrayLike<number>, y: ArrayLike<number>, at: number): number {
  const n = Math.min(x.length, y.length);
  if (n === 0 || at < x[0]! || at > x[n - 1]!) return NaN;
  let low = 0;
  let high = n - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (x[middle]! <= at) low = middle;
    else high = middle;
  }
  const span = x[high]! - x[low]!;
  const share = span > 0 ? (at - x[low]!) / span : 0;
  return y[low]! + share * (y[high]! - y[low]!);
}
