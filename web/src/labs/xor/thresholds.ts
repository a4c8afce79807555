/** What counts as what in this lab. */

/** Points closer than this share of the farthest pair's squared distance count as one. */
export const clusterShare = 0.03;
export { mergedShare } from './declaration.mjs';
/** A loss below this, for each of the four points: the answers are learnt. */
export const learntLossPerPoint = 0.01;
/** Below this share of explained variance in any of h, y, w a fit deserves a warning. */
export const poorFit = 0.9;
/** Measured ratios that differ by more than this factor say little. */
export const wideSpread = 5;
/** Large initial weights begin with a loss of tens of thousands, which only a logarithmic axis shows. */
export const largeLoss = 5;
/** Below this loss the two points of a run for the ratio are learnt, and lie within a few thousandths of where they end. */
export const pairLearntLoss = 1e-7;
