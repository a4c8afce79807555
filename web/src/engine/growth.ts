/**
 * Tells a column that has grown from one that has begun anew. Whoever draws a column keeps what it made of the values
 * so far, and looks at the new ones only: with a run of a million records, all that came before costs nothing.
 */

/** By the memory of a column: what stands for it while it grows and moves to larger memory. */
const columns = new WeakMap<ArrayBufferLike, object>();

/** Says that `larger` holds what `smaller` holds, and goes on from there. */
export function grow(smaller: Float64Array, larger: Float64Array): void {
  columns.set(larger.buffer, columns.get(smaller.buffer) ?? smaller.buffer);
}

const columnOf = (values: ArrayLike<number>): object =>
  ArrayBuffer.isView(values) ? (columns.get(values.buffer) ?? values.buffer) : values;

const offsetOf = (values: ArrayLike<number>): number => (ArrayBuffer.isView(values) ? values.byteOffset : 0);

/**
 * Whether one may be the other grown or shortened: as far as both reach their values are equal, if whoever writes them
 * only appends. Arrays of numbers are the same only where they are one object.
 */
export function sameColumn(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  return a === b || (columnOf(a) === columnOf(b) && offsetOf(a) === offsetOf(b));
}
