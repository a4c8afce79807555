/** Where units are zero: lines through a grid of values, straight within each cell, on the values at its corners. */

/**
 * Segments x0, y0, x1, y1 in steps of the grid, from its first value on, x first. A unit that is nowhere below zero, as one of
 * a ReLU, has them where it begins to rise.
 */
export function zeroLines(map: ArrayLike<number>, across: number): number[] {
  let [least, most] = [Infinity, -Infinity];
  for (let k = 0; k < map.length; k++) [least, most] = [Math.min(least, map[k]!), Math.max(most, map[k]!)];
  if (!(least < most)) return [];
  const level = least < 0 && most > 0 ? 0 : least === 0 ? most / 1000 : most === 0 ? least / 1000 : NaN;
  if (Number.isNaN(level)) return [];
  const segments: number[] = [];
  const value = (x: number, y: number) => map[y * across + x]! - level;
  const corners = [[0, 0], [1, 0], [1, 1], [0, 1]] as const;
  for (let y = 0; y + 1 < across; y++) {
    for (let x = 0; x + 1 < across; x++) {
      // An even number of a cell's edges is crossed; of four, neighbours belong together.
      for (let edge = 0; edge < 4; edge++) {
        const [ax, ay] = corners[edge]!;
        const [bx, by] = corners[(edge + 1) % 4]!;
        const a = value(x + ax, y + ay);
        const b = value(x + bx, y + by);
        if (a < 0 === b < 0) continue;
        const share = a / (a - b);
        segments.push(x + ax + share * (bx - ax), y + ay + share * (by - ay));
      }
    }
  }
  return segments;
}
