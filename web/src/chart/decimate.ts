import type { Point } from './value-at.ts';

/**
 * At most `limit` points that keep a curve's shape: both ends, and in each bucket between them the
 * point that makes the largest triangle with its neighbours (Steinarsson 2013). Points whose y is not a
 * number, or not positive when `positive`, are left out first.
 */
export function decimate(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  limit: number,
  positive = false,
): Point[] {
  const points: Point[] = [];
  for (let i = 0; i < Math.min(x.length, y.length); i++) {
    const value = y[i]!;
    if (Number.isFinite(value) && (!positive || value > 0)) points.push({ x: x[i]!, y: value });
  }
  if (points.length <= limit || limit < 3) return points;

  const kept: Point[] = [points[0]!];
  const buckets = limit - 2;
  const size = (points.length - 2) / buckets;
  for (let b = 0; b < buckets; b++) {
    const start = 1 + Math.floor(b * size);
    const end = 1 + Math.floor((b + 1) * size);
    const next = mean(points, end, Math.min(points.length, 1 + Math.floor((b + 2) * size)));
    const last = kept[kept.length - 1]!;
    let best = points[start]!;
    let bestArea = -1;
    for (let i = start; i < end; i++) {
      const p = points[i]!;
      const area = Math.abs((last.x - next.x) * (p.y - last.y) - (last.x - p.x) * (next.y - last.y));
      if (area > bestArea) [best, bestArea] = [p, area];
    }
    kept.push(best);
  }
  kept.push(points[points.length - 1]!);
  return kept;
}

function mean(points: readonly Point[], start: number, end: number): Point {
  const sum = { x: 0, y: 0 };
  const count = Math.max(1, end - start);
  for (let i = start; i < end; i++) {
    sum.x += points[i]!.x;
    sum.y += points[i]!.y;
  }
  return { x: sum.x / count, y: sum.y / count };
}
