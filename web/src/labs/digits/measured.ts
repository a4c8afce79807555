/** How the lab has what its declaration names: numbers about a run, and curves over epochs. */
import type { Gathering } from '../../engine/protocol.ts';
import { columnNames } from '../../engine/records.ts';
import type { Curves, Measures } from '../frame/declared-lab.ts';
import type { declaration } from './declaration.mjs';
import { taskOf } from './picture-sets.ts';
import type { DigitsRun } from './run.ts';
import { grown, shrunk } from './thresholds.ts';

const shares = ({ fitted }: DigitsRun) => (fitted ? [fitted.fit.r2_h, fitted.fit.r2_y, fitted.fit.r2_w] : []);

function growth(run: DigitsRun): number {
  const { h } = run.trajectory();
  return h.length > 1 ? h[h.length - 1]! / h[0]! : NaN;
}

function direction(run: DigitsRun): number {
  const factor = growth(run);
  return Number.isNaN(factor) ? NaN : factor < shrunk ? -1 : factor > grown ? 1 : 0;
}

function worst(run: DigitsRun): number {
  const all = shares(run);
  return all.length > 0 ? all.indexOf(Math.min(...all)) : NaN;
}

/** How the layer looked at gathers pictures by class; the agreement is that of the last one. */
const gathered = (of: keyof Gathering) => (run: DigitsRun) => run.clouds?.latest(layerOf(run, of))?.[of] ?? NaN;

const layerOf = ({ spec }: DigitsRun, of: keyof Gathering) =>
  of === 'agreement' ? spec.network.hidden_layers - 1 : spec.observe.layer;

export const measures: Measures<typeof declaration, DigitsRun> = {
  accuracy: (run) => 100 * run.last('held_out_accuracy'),
  train_accuracy: (run) => 100 * run.last('train_accuracy'),
  mistakes: (run) => (run.outputs.length > 0 ? run.mistakes.length : NaN),
  loss: (run) => run.last('loss'),
  r2_h: (run) => shares(run)[0] ?? NaN,
  r2_y: (run) => shares(run)[1] ?? NaN,
  r2_w: (run) => shares(run)[2] ?? NaN,
  growth,
  worst,
  direction,
  gain: ({ spec }) => spec.network.gain,
  train_count: ({ spec }) => taskOf(spec).train_count,
  classes: ({ spec }) => taskOf(spec).classes.length,
  layer: ({ spec }) => spec.observe.layer + 1,
  same_class: ({ findings }) => (findings ? Number(findings.oneClass) : NaN),
  structure: ({ arrangement }) => arrangement?.structure.correlationAcrossClasses.smoothed ?? NaN,
  spread: gathered('spread'),
  angles: gathered('angles'),
  agreement: gathered('agreement'),
  progress: (run) => run.progress,
};

const curve = (name: (run: DigitsRun) => string) => (run: DigitsRun) => ({ x: run.column('t'), y: run.column(name(run)) });

const gatheredCurve = (of: keyof Gathering) => (run: DigitsRun) => run.clouds?.curve(layerOf(run, of), of) ?? null;

export const curves: Curves<typeof declaration, DigitsRun> = {
  accuracy: curve(() => 'held_out_accuracy'),
  loss: curve(() => 'loss'),
  spread: gatheredCurve('spread'),
  angles: gatheredCurve('angles'),
  agreement: gatheredCurve('agreement'),
  h: curve(({ pair, spec }) => columnNames.h(...pair, spec.observe.layer)),
  y: curve(({ pair }) => columnNames.y(...pair)),
  w: curve(({ pair }) => columnNames.w(...pair)),
};
