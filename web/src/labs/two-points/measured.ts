/** How the lab has what its declaration names: numbers about a run, and curves over epochs. */
import type { Fit } from '../../engine/protocol.ts';
import type { Curves, Measures } from '../frame/declared-lab.ts';
import type { Quantity } from '../frame/pair-series.ts';
import type { declaration } from './declaration.mjs';
import { halfTime } from './misfit.ts';
import type { PairRun } from './run.ts';

const last = (values: ArrayLike<number>) => values[values.length - 1] ?? NaN;

/** Of a run with records; NaN before. */
const recorded = (make: (run: PairRun) => number) => (run: PairRun) => (run.length > 0 ? make(run) : NaN);
const latest = (quantity: Quantity) => recorded((run) => last(run.distance(quantity)));
const fitted = (make: (fit: Fit) => number) => ({ presentFit }: PairRun) => (presentFit ? make(presentFit) : NaN);
/** Of the task, which in this lab is always that of two points. */
const ofTask = (field: 'dx2' | 'dy2') =>
  recorded(({ spec: { task } }) => (task.kind === 'two_points' ? task[field] : NaN));
const dy2 = ofTask('dy2');

const r2s = ({ r2_h, r2_y, r2_w }: Fit) => [r2_h, r2_y, r2_w];
const worstR2 = (fit: Fit) => Math.min(...r2s(fit));

export const measures: Measures<typeof declaration, PairRun> = {
  h: latest('h'),
  h0: recorded((run) => run.distance('h')[0]!),
  y: latest('y'),
  w: latest('w'),
  growth: recorded((run) => last(run.distance('h')) / run.distance('h')[0]!),
  loss: (run) => run.last('loss'),
  half_time: recorded((run) => halfTime(run.column('t'), run.distance('y'), dy2(run))),
  predicted_h: fitted(({ final_h }) => final_h),
  ratio: fitted(({ ratio }) => ratio),
  misfit: fitted(({ sse }) => sse),
  r2_h: fitted(({ r2_h }) => r2_h),
  r2_y: fitted(({ r2_y }) => r2_y),
  r2_w: fitted(({ r2_w }) => r2_w),
  worst_r2: fitted(worstR2),
  worst: fitted((fit) => r2s(fit).indexOf(worstR2(fit))),
  hand_r2: ({ handMisfit }) => handMisfit?.worst ?? NaN,
  hand_misfit: ({ handMisfit }) => handMisfit?.sse ?? NaN,
  hand_ratio: recorded(({ hand }) => hand.eta_h / hand.eta_y),
  gain: recorded(({ spec }) => spec.network.gain),
  width: recorded(({ spec }) => spec.network.width),
  hidden_layers: recorded(({ spec }) => spec.network.hidden_layers),
  dx2: ofTask('dx2'),
  dy2,
  progress: recorded(({ progress }) => progress),
};

const over = (quantity: Quantity) => (run: PairRun) =>
  run.records && { x: run.column('t'), y: run.distance(quantity) };

export const curves: Curves<typeof declaration, PairRun> = {
  h: over('h'),
  y: over('y'),
  w: over('w'),
  loss: (run) => run.records && { x: run.column('t'), y: run.column('loss') },
};
