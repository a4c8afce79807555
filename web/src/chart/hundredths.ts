/**
 * A size x size matrix, row by row, in hundredths of its largest entry off the diagonal, for comparing matrices whose
 * scales mean nothing. The diagonal, a point's distance to itself, is left empty.
 */
export function hundredths(values: Float64Array, size: number): Float64Array {
  const off = values.map((value, k) => (k % (size + 1) === 0 ? 0 : value));
  const largest = off.reduce((most, value) => Math.max(most, value), 0);
  return off.map((value) => (largest > 0 ? (100 * value) / largest : 0));
}
