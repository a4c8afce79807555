/** How the lab has what its declaration names: numbers about a run, and curves over epochs. */
import type { Curves, Measures } from '../frame/declared-lab.ts';
import type { declaration } from './declaration.mjs';
import type { CollapseRun } from './run.ts';
import { threshold } from './sweep.ts';
import { drawnTogetherBelow } from './thresholds.ts';

/** Of the settings, once there is a run of them. */
const ofSpec = (make: (spec: CollapseRun['spec']) => number) => (run: CollapseRun) =>
  run.length > 0 ? make(run.spec) : NaN;

const indexOf = (run: CollapseRun, layer = run.layer) => run.last(`collapse_layer_${layer}`);

export const measures: Measures<typeof declaration, CollapseRun> = {
  collapse: (run) => indexOf(run),
  first_layer: (run) => indexOf(run, 0),
  third_layer: (run) => indexOf(run, 2),
  merged_layers: (run) => (run.length > 0 ? mergedLayers(run) : NaN),
  loss: (run) => run.last('loss'),
  gain: ofSpec(({ network }) => network.gain),
  seed: ofSpec(({ seed }) => seed),
  epochs: ofSpec(({ training }) => training.epochs),
  correlation: ({ structure }) => structure?.correlation.predicted ?? NaN,
  threshold: ({ sweep, layer }) => (sweep.state === 'finished' ? threshold(sweep.points, layer) : NaN),
  progress: (run) => (run.length > 0 ? run.progress : NaN),
};

export const curves: Curves<typeof declaration, CollapseRun> = {
  collapse: (run) => ({ x: run.column('t'), y: run.collapse() }),
  loss: (run) => ({ x: run.column('t'), y: run.column('loss') }),
};

function mergedLayers(run: CollapseRun): number {
  const layers = Array.from({ length: run.spec.network.hidden_layers }, (_, layer) => layer);
  return layers.filter((layer) => indexOf(run, layer) < drawnTogetherBelow).length;
}
