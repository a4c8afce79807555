/** What may honestly be said about a fit of the two-point theory to two digits of a larger set. */
import { closeFit, differenceLearntShare, fewestRecords, learntShare, partialFit } from './thresholds.ts';

export interface Trajectory {
  /** Columns of the same length: epochs, |dh|^2, |dy|^2, dy . (dy - dy*). */
  t: ArrayLike<number>;
  h: ArrayLike<number>;
  y: ArrayLike<number>;
  w: ArrayLike<number>;
}

export interface FitSummary {
  r2_h: number;
  r2_y: number;
  r2_w: number;
  final_h: number;
  /** Squared distance of the targets: 2 for different classes, 0 for one class. */
  dy2: number;
}

/** What was measured, each with the number that the sentence about it gives. */
export interface Findings {
  verdict: 'early' | 'unlearnt' | 'close' | 'partial' | 'poor';
  /** The lowest of the three shares of variance explained. */
  lowestR2: number;
  /**
   * Epochs in which h went from 10 % to 90 % of its way, measured and in theory; NaN if it did not.
   */
  rise: number;
  theoryRise: number;
  /** Epochs at which w was halfway to its lowest value, measured and in theory; NaN if it never was below zero. */
  fall: number;
  theoryFall: number;
  /** Jitter of h from record to record, as a share of the range of h. */
  jitter: number;
  /** How far h fell back after a rise, as a share of its range; no more than it had risen. */
  fallBack: number;
  /** Share of the movement of h that goes against the sign of w; the theory allows none. */
  againstW: number;
  /**
   * Share of the change in h made after the pair's own difference was learned (|w| within 5 % of
   * its start).
   */
  afterLearning: number;
  /** Measured squared output distance at the end. */
  lastY: number;
  /** Measured and predicted squared hidden distance at the end. */
  lastH: number;
  predictedH: number;
  oneClass: boolean;
}

/** Of a trajectory, what the rise of h is read from, and the fall of w. */
export type Rise = Pick<Trajectory, 't' | 'h'>;
export type Fall = Pick<Trajectory, 't' | 'w'>;

/** theory: the fitted curve over at least the same time. ended: whether the training is over. */
export function examine(
  trajectory: Trajectory,
  fit: FitSummary,
  theory: Rise & Fall,
  ended = true,
): Findings {
  const { t, h, y, w } = trajectory;
  const count = t.length;
  const lowestR2 = Math.min(...[fit.r2_h, fit.r2_y, fit.r2_w].filter(Number.isFinite));
  const range = extent(h);
  const oneClass = fit.dy2 === 0;
  const judged = () => {
    if (count < fewestRecords || !Number.isFinite(lowestR2)) return 'early';
    // Pictures with one target have nothing to learn that would tell when they are done.
    if (!learnt(w) && !(ended && oneClass)) return ended ? 'unlearnt' : 'early';
    return lowestR2 >= closeFit ? 'close' : lowestR2 >= partialFit ? 'partial' : 'poor';
  };
  return {
    verdict: judged(),
    lowestR2,
    rise: riseTime({ t, h }),
    theoryRise: riseTime(theory),
    fall: fallTime({ t, w }),
    theoryFall: fallTime(theory),
    jitter: jitter(h) / range,
    fallBack: Math.min(max(h) - h[0]!, max(h) - h[count - 1]!) / range,
    againstW: againstSign(h, w),
    afterLearning: afterLearning(h, w),
    lastY: y[count - 1]!,
    lastH: h[count - 1]!,
    predictedH: fit.final_h,
    oneClass,
  };
}

/**
 * Time from 10 % to 90 % of the way from the first value to the largest; NaN if there is no way up.
 */
export function riseTime({ t, h }: Rise): number {
  const from = h[0]!;
  const way = max(h) - from;
  const reached = (share: number) => {
    for (let k = 0; k < h.length; k++) if (h[k]! >= from + share * way) return t[k]!;
    return NaN;
  };
  return way > 0.5 * from ? reached(0.9) - reached(0.1) : NaN;
}

/** Time at which w is first halfway from zero to its lowest value; NaN if it never is below zero. */
export function fallTime({ t, w }: Fall): number {
  const half = 0.5 * min(w);
  if (!(half < 0)) return NaN;
  for (let k = 1; k < w.length; k++) {
    if (w[k]! > half) continue;
    const share = (half - w[k - 1]!) / (w[k]! - w[k - 1]!);
    return t[k - 1]! + share * (t[k]! - t[k - 1]!);
  }
  return NaN;
}

/**
 * Standard deviation of record-to-record noise: second differences of white noise have 6 times its
 * variance.
 */
export function jitter(values: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 1; k + 1 < values.length; k++) {
    sum += (values[k + 1]! - 2 * values[k]! + values[k - 1]!) ** 2;
  }
  return Math.sqrt(sum / (6 * Math.max(1, values.length - 2)));
}

/**
 * Whether w has been larger and has come back: before that, the fit foretells rather than
 * describes.
 */
function learnt(w: ArrayLike<number>): boolean {
  return Math.abs(w[w.length - 1]!) <= learntShare * Math.max(Math.abs(max(w)), Math.abs(min(w)));
}

/** In the theory h' = -eta_h |dx|^2 w, so h grows exactly while w < 0. */
function againstSign(h: ArrayLike<number>, w: ArrayLike<number>): number {
  let against = 0;
  let total = 0;
  for (let k = 1; k < h.length; k++) {
    const change = h[k]! - h[k - 1]!;
    total += Math.abs(change);
    if (change * (w[k]! + w[k - 1]!) > 0) against += Math.abs(change);
  }
  return total > 0 ? against / total : 0;
}

function afterLearning(h: ArrayLike<number>, w: ArrayLike<number>): number {
  const count = h.length;
  let learned = 0;
  const most = Math.max(Math.abs(max(w)), Math.abs(min(w)));
  for (let k = 0; k < count; k++) if (Math.abs(w[k]!) > differenceLearntShare * most) learned = k + 1;
  return most > 0 && learned < count ? Math.abs(h[count - 1]! - h[learned]!) / extent(h) : 0;
}

function max(values: ArrayLike<number>): number {
  let most = -Infinity;
  for (let k = 0; k < values.length; k++) most = Math.max(most, values[k]!);
  return most;
}

function min(values: ArrayLike<number>): number {
  let least = Infinity;
  for (let k = 0; k < values.length; k++) least = Math.min(least, values[k]!);
  return least;
}

/** Range of the values; never zero, so that shares of it are defined. */
function extent(values: ArrayLike<number>): number {
  return Math.max(max(values) - min(values), Number.MIN_VALUE);
}
