/** How the lab has what its declaration names: numbers about a run, and curves over epochs. */
import { columnNames } from '../../engine/records.ts';
import type { Curves, Measures } from '../frame/declared-lab.ts';
import type { declaration } from './declaration.mjs';
import { clusters, correlation, mergedRatio } from './measures.ts';
import type { XorRun } from './run.ts';
import { pairs } from './task.ts';
import { mergedShare } from './thresholds.ts';

/** Of the six distances at the latest record; NaN before the first. */
const ofDistances = (make: (now: readonly number[], run: XorRun) => number) => (run: XorRun) =>
  run.length > 0 ? make(run.distancesAt(run.length - 1), run) : NaN;

/** Of the settings, once there is a run of them. */
const ofSpec = (make: (spec: XorRun['spec']) => number) => (run: XorRun) => (run.length > 0 ? make(run.spec) : NaN);

export const measures: Measures<typeof declaration, XorRun> = {
  clusters: ofDistances((now) => clusters(now).length),
  loss: (run) => run.last('loss'),
  correlation: ofDistances((now, { predicted }) => (predicted.length > 0 ? correlation(predicted, now) : NaN)),
  memory: ofDistances((now, run) => correlation(initialDistances(run), now)),
  merged: ofDistances(mergedRatio),
  merge_layer: ofDistances((_, run) => mergeLayer(run)),
  layer_shown: ofDistances((_, { layer }) => layer + 1),
  gain: ofSpec(({ network }) => network.gain),
  width: ofSpec(({ network }) => network.width),
  hidden_layers: ofSpec(({ network }) => network.hidden_layers),
  progress: ofDistances((_, { progress }) => progress),
};

export const curves: Curves<typeof declaration, XorRun> = {
  loss: (run) => ({ x: run.column('t'), y: run.column('loss') }),
  same: (run) => meanDistance(run, true),
  different: (run) => meanDistance(run, false),
};

export const initialDistances = (run: XorRun): number[] =>
  run.distanceColumns().flatMap((column) => (column.length > 0 ? [column[0]!] : []));

/** The first hidden layer, counted from 1, in which points of one class have come together; NaN for none. */
function mergeLayer(run: XorRun): number {
  for (let layer = 0; layer < run.spec.network.hidden_layers; layer++) {
    const distances = pairs.map(({ i, j }) => run.last(columnNames.h(i, j, layer)));
    if (mergedRatio(distances) < mergedShare) return layer + 1;
  }
  return NaN;
}

function meanDistance(run: XorRun, same: boolean) {
  const x = run.column('t');
  const columns = run.distanceColumns().filter((_, k) => pairs[k]!.same === same);
  return { x, y: x.map((_, row) => columns.reduce((sum, column) => sum + column[row]!, 0) / columns.length) };
}
