/** Which pictures are trained on and which held out: the same deal as core/data/subset.cpp. */

export interface Subset {
  /** Indices into the set; entry k has label classes[k % classes.length]. */
  train: number[];
  /** Likewise, sharing no picture with `train`. */
  heldOut: number[];
}

/**
 * Takes `trainCount` pictures class by class in turn, each class in file order, then `heldOutCount`
 * more. Null if a class has too few.
 */
export function select(
  labels: Uint8Array,
  classes: readonly number[],
  trainCount: number,
  heldOutCount: number,
): Subset | null {
  const byClass = new Map(classes.map((label) => [label, [] as number[]]));
  labels.forEach((label, index) => byClass.get(label)?.push(index));
  const next = new Map(classes.map((label) => [label, 0]));
  const deal = (count: number): number[] | null => {
    const dealt: number[] = [];
    for (let k = 0; k < count; k++) {
      const label = classes[k % classes.length]!;
      const at = next.get(label)!;
      const index = byClass.get(label)![at];
      if (index === undefined) return null;
      next.set(label, at + 1);
      dealt.push(index);
    }
    return dealt;
  };
  const train = deal(trainCount);
  const heldOut = train && deal(heldOutCount);
  return train && heldOut && { train, heldOut };
}

/** Whether `select` succeeds, from how many pictures carry each label. */
export function enough(
  countPerClass: readonly number[],
  classes: readonly number[],
  trainCount: number,
  heldOutCount: number,
): boolean {
  const share = (count: number, k: number) =>
    Math.floor(count / classes.length) + (k < count % classes.length ? 1 : 0);
  return classes.every(
    (label, k) => share(trainCount, k) + share(heldOutCount, k) <= (countPerClass[label] ?? 0),
  );
}

/** The most training pictures possible beside `heldOutCount` held-out ones; 0 if none. */
export function largestTrainCount(
  countPerClass: readonly number[],
  classes: readonly number[],
  heldOutCount: number,
): number {
  let low = 0;
  let high = countPerClass.reduce((sum, count) => sum + count, 0);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (enough(countPerClass, classes, middle, heldOutCount)) low = middle;
    else high = middle - 1;
  }
  return low;
}
