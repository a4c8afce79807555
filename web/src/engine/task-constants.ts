import type { Spec } from '../spec/types.ts';

const xorInputs = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
] as const;
const xorTargets = [0, 1, 1, 0] as const;

/**
 * The theory's constants for a pair of observed points: |x_j - x_i|^2 and |y*_j - y*_i|^2. Null for images,
 * where they follow from the pictures.
 */
export function taskConstants(
  task: Spec['task'],
  i: number,
  j: number,
): { dx2: number; dy2: number } | null {
  if (task.kind === 'two_points') return { dx2: task.dx2, dy2: task.dy2 };
  if (task.kind === 'xor') {
    const [a, b] = [xorInputs[i]!, xorInputs[j]!];
    return {
      dx2: (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2,
      dy2: (xorTargets[i]! - xorTargets[j]!) ** 2,
    };
  }
  return null;
}
