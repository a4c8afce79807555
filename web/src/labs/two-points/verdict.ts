/** What a fit says in plain words. */
import type { Fit } from '../../engine/protocol.ts';
import { earlyShare, fairR2, goodR2, lazyStart, richStart } from './thresholds.ts';

export type Quality = 'good' | 'fair' | 'poor';

/** By the worst of the three curves: a reader should not be told "good" by an average. */
export function fitQuality({ r2_h, r2_y, r2_w }: Fit): Quality {
  const worst = Math.min(r2_h, r2_y, r2_w);
  if (worst >= goodR2) return 'good';
  return worst >= fairR2 ? 'fair' : 'poor';
}

/** Before the outputs have come a quarter of their way, the curves have not bent enough to fix the rates. */
export function isEarly({ y0, dy2 }: Fit, y: number): boolean {
  return Math.abs(y - y0) < earlyShare * Math.abs(dy2 - y0);
}

/** Final distance of the rich limit: sqrt(r X Y), which the start does not enter. */
export function richLimit({ ratio, dx2, dy2 }: Fit): number {
  return Math.sqrt(ratio * dx2 * dy2);
}

export type Regime = 'rich' | 'between' | 'lazy';

/**
 * Where the predicted end lies between the two limits: A = h0 - r X y0 / h0 carries the start, B = sqrt(r X Y)
 * the data. Rich when the start hardly enters (|A| small beside B), lazy when the data hardly does.
 */
export function regime(fit: Fit): Regime {
  const start = Math.abs(fit.h0 - (fit.ratio * fit.dx2 * fit.y0) / fit.h0);
  const data = richLimit(fit);
  if (start < richStart * data) return 'rich';
  return start > lazyStart * data ? 'lazy' : 'between';
}
