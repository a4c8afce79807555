/** How the sweep has what its declaration names. */
import type { Measures } from '../frame/declared-lab.ts';
import type { declaration } from './declaration.mjs';
import { gains, type GainRun, type GainSweep } from './sweep.ts';
import { learntLoss } from './thresholds.ts';

/** Of the runs that learnt, the smallest gain first; NaN while there are none. */
const ofLearnt = (make: (learnt: readonly GainRun[], sweep: GainSweep) => number) => (sweep: GainSweep) => {
  const learnt = sweep.runs.filter(({ loss }) => loss < learntLoss);
  return learnt.length > 0 ? make(learnt, sweep) : NaN;
};

export const measures: Measures<typeof declaration, GainSweep> = {
  small_end: ofLearnt((learnt) => learnt[0]!.h),
  large_memory: ofLearnt((learnt) => learnt.at(-1)!.h / learnt.at(-1)!.h0),
  worst_factor: ofLearnt((learnt) => Math.max(...learnt.map(({ h, predicted }) => Math.max(h / predicted, predicted / h)))),
  loss: ofLearnt((_, { runs }) => Math.max(...runs.map(({ loss }) => loss))),
  progress: ofLearnt((_, { runs }) => runs.length / gains.length),
};
