/** What may be wrong with a set of pictures that can be used all the same. */
import type { DigitSet } from '../../pictures/digit-set.ts';

export interface Notable {
  /** Numbers of the pictures whose values are all the same. */
  blank: number[];
  /** Pairs of an earlier and a later picture that are the same but for next to nothing, each later one once. */
  twins: [number, number][];
}

/** The root of the mean squared difference of values, of 255, up to which two pictures count as the same. */
const sameWithin = 3;
/** Sums of parts that pictures are told apart by, before all their values are compared. */
const parts = 4;

/** Sums over the quarters of each picture, one below the other. */
function partSums({ pixels, count }: DigitSet, size: number): Float64Array {
  const sums = new Float64Array(parts * count);
  for (let k = 0; k < count; k++) {
    for (let v = 0; v < size; v++) sums[parts * k + Math.floor((parts * v) / size)]! += pixels[k * size + v]!;
  }
  return sums;
}

export function notablePictures(set: DigitSet): Notable {
  const { pixels, count } = set;
  const size = pixels.length / count;
  const values = (k: number) => pixels.subarray(k * size, (k + 1) * size);
  const blank = new Set<number>();
  for (let k = 0; k < count; k++) {
    const of = values(k);
    if (of.every((value) => value === of[0])) blank.add(k);
  }
  const most = sameWithin ** 2 * size;
  const sums = partSums(set, size);
  // Of two that differ by so little, sums over parts differ by little too (Cauchy and Schwarz).
  const near = Math.sqrt((most * size) / parts) + 1e-6;
  const total = (k: number) => [0, 1, 2, 3].reduce((sum, part) => sum + sums[parts * k + part]!, 0);
  const totals = Float64Array.from({ length: count }, (_, k) => total(k));
  const order = Array.from({ length: count }, (_, k) => k)
    .filter((k) => !blank.has(k))
    .sort((a, b) => totals[a]! - totals[b]! || a - b);
  const same = (a: number, b: number): boolean => {
    for (let part = 0; part < parts; part++) {
      if (Math.abs(sums[parts * a + part]! - sums[parts * b + part]!) > near) return false;
    }
    const [one, other] = [values(a), values(b)];
    let sum = 0;
    for (let v = 0; v < size; v++) {
      sum += (one[v]! - other[v]!) ** 2;
      if (sum > most) return false;
    }
    return true;
  };
  const twin = new Map<number, number>();
  order.forEach((k, at) => {
    for (let before = at - 1; before >= 0; before--) {
      const other = order[before]!;
      if (totals[k]! - totals[other]! > near * Math.sqrt(parts)) break;
      if (!same(k, other)) continue;
      twin.set(Math.max(k, other), Math.min(k, other));
      break;
    }
  });
  return { blank: [...blank], twins: [...twin].map(([later, earlier]) => [earlier, later]) };
}
