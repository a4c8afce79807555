/** How the lab has what its declaration names: numbers about a run, and curves over epochs. */
import type { Curves, Measures } from '../frame/declared-lab.ts';
import type { declaration } from './declaration.mjs';
import { countOf } from './points.ts';
import type { PlaneRun } from './run.ts';

/** Of the settings, once there is a run of them. */
const ofSpec = (make: (spec: PlaneRun['spec']) => number) => (run: PlaneRun) => (run.length > 0 ? make(run.spec) : NaN);

export const measures: Measures<typeof declaration, PlaneRun> = {
  loss: (run) => run.last('loss'),
  held_out_loss: (run) => run.last('held_out_loss'),
  accuracy: (run) => run.last('train_accuracy'),
  held_out_accuracy: (run) => run.last('held_out_accuracy'),
  correlation: ({ structure }) => structure?.correlation.predicted ?? NaN,
  memory: ({ structure }) => structure?.correlation.initial ?? NaN,
  points: (run) => (run.length > 0 ? countOf(run.points) : NaN),
  gain: ofSpec(({ network }) => network.gain),
  width: ofSpec(({ network }) => network.width),
  hidden_layers: ofSpec(({ network }) => network.hidden_layers),
  progress: (run) => (run.length > 0 ? run.progress : NaN),
};

export const curves: Curves<typeof declaration, PlaneRun> = {
  loss: (run) => ({ x: run.column('t'), y: run.column('loss') }),
  held_out_loss: (run) => ({ x: run.column('t'), y: run.column('held_out_loss') }),
};
