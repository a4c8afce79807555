/** A training step as a list of stations, one for each unit on the way forward and back, and what is reckoned at each. */
import type { Activation } from './layers.ts';
import { indexOf, type Widths } from './network-layout.ts';
import type { NextStep } from './next-step.ts';

/** Steps are shown of networks of at most so many hidden layers and parameters (`Experiment::next_step`). */
export const mostLayersShown = 6;
export const mostParametersShown = 160;

export type Phase = 'inputs' | 'forward' | 'loss' | 'backward' | 'update';

/** Where the step is: at a unit of a layer (0 for the inputs and the loss, which are no unit's). */
export interface Station {
  phase: Phase;
  layer: number;
  unit: number;
}

export function stationsOf(widths: Widths): Station[] {
  const last = widths.length - 1;
  const units = (phase: Phase, layer: number) =>
    Array.from({ length: widths[layer]! }, (_, unit): Station => ({ phase, layer, unit }));
  const layers = Array.from({ length: last }, (_, k) => k + 1);
  const back = [...layers].reverse();
  return [
    { phase: 'inputs', layer: 0, unit: 0 },
    ...layers.flatMap((layer) => units('forward', layer)),
    { phase: 'loss', layer: 0, unit: 0 },
    ...back.flatMap((layer) => units('backward', layer)),
    ...back.flatMap((layer) => units('update', layer)),
  ];
}

/** Slope of an activation where its units have summed to z and give a. */
export function activationSlope(activation: Activation, z: number, a: number): number {
  switch (activation) {
    case 'linear':
      return 1;
    case 'tanh':
      return 1 - a * a;
    case 'relu':
      return z > 0 ? 1 : 0;
    case 'leaky_relu':
      return z > 0 ? 1 : 0.01;
    case 'elu':
      return z > 0 ? 1 : a + 1;
    case 'silu': {
      const share = 1 / (1 + Math.exp(-z));
      return share * (1 + z * (1 - share));
    }
  }
}

export type Loss = 'half_mse' | 'mse' | 'cross_entropy';

/** What the step says of one point of its batch. */
export class PointOfStep {
  constructor(readonly step: NextStep, readonly point: number) {}

  private at(list: readonly Float32Array[], layer: number, unit: number): number {
    return list[layer]![this.point * this.step.widths[layer]! + unit]!;
  }
  /** Of a unit: what it gives, its sum before the activation, and the slopes of the loss by both. */
  value = (layer: number, unit: number) => this.at(this.step.values, layer, unit);
  sum = (layer: number, unit: number) => this.at(this.step.sums, layer, unit);
  sumSlope = (layer: number, unit: number) => this.at(this.step.sumSlopes, layer, unit);
  valueSlope = (layer: number, unit: number) => this.at(this.step.valueSlopes, layer, unit);
  target = (unit: number) => this.step.targets[this.point * this.step.widths.at(-1)! + unit]!;
  outputs = () => Array.from({ length: this.step.widths.at(-1)! }, (_, unit) => this.value(this.step.widths.length - 1, unit));
  targets = () => this.outputs().map((_, unit) => this.target(unit));

  /** The point's own loss, of which the batch's is the mean. */
  loss(kind: Loss): number {
    const [outputs, targets] = [this.outputs(), this.targets()];
    if (kind === 'cross_entropy') {
      return outputs.reduce((sum, _, k) => sum - targets[k]! * Math.log(softmax(outputs)[k]!), 0);
    }
    const squares = outputs.reduce((sum, output, k) => sum + (output - targets[k]!) ** 2, 0);
    return ((kind === 'half_mse' ? 0.5 : 1) * squares) / outputs.length;
  }
}

export function softmax(outputs: readonly number[]): number[] {
  const most = Math.max(...outputs);
  const parts = outputs.map((output) => Math.exp(output - most));
  const all = parts.reduce((a, b) => a + b, 0);
  return parts.map((part) => part / all);
}

/** How a parameter's gradient comes together. */
export interface GradientParts {
  /** Of the point shown, and of all others of the batch. */
  own: number;
  others: number;
  /** Of the penalties; 0 for biases. */
  penalty: number;
  /** What the core has. */
  all: number;
}

export function gradientParts(step: NextStep, point: number, layer: number, to: number, from: number, l1: number, l2: number): GradientParts {
  const index = indexOf(step.widths, { layer, to, from });
  const [here, before] = [step.widths[layer]!, step.widths[layer - 1]!];
  let [own, others] = [0, 0];
  for (let p = 0; p < step.points; p++) {
    const part = step.sumSlopes[layer]![p * here + to]! * (from < 0 ? 1 : step.values[layer - 1]![p * before + from]!);
    if (p === point) own = part;
    else others += part;
  }
  const weight = step.before[index]!;
  const penalty = from < 0 ? 0 : l2 * weight + l1 * Math.sign(weight);
  return { own, others, penalty, all: step.gradient[index]! };
}
