/** The task's four points and six pairs, in the order used everywhere: 00, 01, 10, 11. */

export const pointNames = ['00', '01', '10', '11'] as const;
export const answers = [0, 1, 1, 0] as const;
const inputs = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
] as const;

export interface Pair {
  i: number;
  j: number;
  /** "00–01" */
  label: string;
  /** Whether both points have the same answer. */
  same: boolean;
  /** Squared distance of the inputs, and of the answers. */
  dx2: number;
  dy2: number;
}

/** All pairs i < j: 00–01, 00–10, 00–11, 01–10, 01–11, 10–11. */
export const pairs: readonly Pair[] = pointNames.flatMap((_, i) =>
  pointNames.slice(i + 1).map((__, offset): Pair => {
    const j = i + 1 + offset;
    const [a, b] = [inputs[i]!, inputs[j]!];
    return {
      i,
      j,
      label: `${pointNames[i]}–${pointNames[j]}`,
      same: answers[i] === answers[j],
      dx2: (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2,
      dy2: (answers[i]! - answers[j]!) ** 2,
    };
  }),
);

/** Index in `pairs` of the pair of two different points, in either order. */
export function pairIndex(a: number, b: number): number {
  return pairs.findIndex(({ i, j }) => (i === a && j === b) || (i === b && j === a));
}
