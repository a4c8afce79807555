/** Held-out digits on which the network errs. A prediction is the class of the largest output. */

export interface Verdict {
  /** Number among the held-out digits. */
  index: number;
  actual: number;
  predicted: number;
  /** One value per class, in the order of `classes`; 1 and 0 are what it was taught. */
  outputs: number[];
  /** The largest output less the output of the true class: 0 when right. */
  margin: number;
}

/** What the network makes of held-out digit `index`. outputs: digits x classes, row by row. */
export function judge(
  outputs: ArrayLike<number>,
  labels: readonly number[],
  classes: readonly number[],
  index: number,
): Verdict {
  const row = Array.from(classes, (_, c) => outputs[index * classes.length + c]!);
  const best = row.reduce((top, value, c) => (value > row[top]! ? c : top), 0);
  const actual = labels[index]!;
  return {
    index,
    actual,
    predicted: classes[best]!,
    outputs: row,
    margin: row[best]! - row[classes.indexOf(actual)]!,
  };
}

/** All mistakes, the surest first; digits in their own order where equally sure. */
export function findMistakes(
  outputs: ArrayLike<number>,
  labels: readonly number[],
  classes: readonly number[],
): Verdict[] {
  return labels
    .map((_, index) => judge(outputs, labels, classes, index))
    .filter((verdict) => verdict.predicted !== verdict.actual)
    .sort((a, b) => b.margin - a.margin || a.index - b.index);
}
