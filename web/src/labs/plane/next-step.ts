/** A training step's numbers, as the core gives them, by what they mean. */
import type { StepNumbers } from '../../engine/protocol.ts';
import type { Spec } from '../../spec/types.ts';
import { parametersOf, type Widths } from './network-layout.ts';

/** Layers count from 0, which is the inputs; the last is the outputs. What belongs to a layer is points x its units. */
export interface NextStep {
  /** Epochs trained before it. */
  epoch: number;
  /** Of its batch. */
  points: number;
  /** Of the batch before the step, without penalties. */
  loss: number;
  targets: Float32Array;
  widths: Widths;
  /** What each layer gives, from the inputs on; of the last one its sums. */
  values: Float32Array[];
  /** What its units add up before the activation, and the gradient of the loss by that; empty for the inputs. */
  sums: Float32Array[];
  sumSlopes: Float32Array[];
  /** The gradient by what the hidden layers give; empty for the inputs and the outputs. */
  valueSlopes: Float32Array[];
  /** By parameter: the gradient of loss and penalties, and the value before and after the step. */
  gradient: Float32Array;
  before: Float32Array;
  after: Float32Array;
  /** What the optimiser keeps of each: the direction with momentum, the means of Adam (of the gradient, and of its square). */
  kept: { before: Float32Array; after: Float32Array }[];
}

/** widths: units of each layer, from the inputs to the outputs. */
export function readStep({ numbers, epoch }: StepNumbers, widths: Widths, { optimizer, momentum }: Spec['training']): NextStep {
  const [, points, loss] = numbers as unknown as [number, number, number];
  let at = 3;
  const take = (count: number) => numbers.subarray(at, (at += count));
  const last = widths.length - 1;
  const of = (layer: number) => take(points * widths[layer]!);
  const none = (): Float32Array => new Float32Array(0);
  const values: Float32Array[] = [of(0)];
  const sums: Float32Array[] = [none()];
  const targets = of(last);
  for (let layer = 1; layer <= last; layer++) {
    sums[layer] = of(layer);
    values[layer] = layer < last ? of(layer) : sums[layer]!;
  }
  const sumSlopes = widths.map(none);
  const valueSlopes = widths.map(none);
  for (let layer = last; layer > 0; layer--) {
    if (layer < last) valueSlopes[layer] = of(layer);
    sumSlopes[layer] = of(layer);
  }
  const parameters = parametersOf(widths);
  const each = () => take(parameters);
  const [gradient, before, after] = [each(), each(), each()];
  const pair = () => ({ before: each(), after: each() });
  const kept = Array.from({ length: optimizer === 'adam' ? 2 : momentum > 0 ? 1 : 0 }, pair);
  return { epoch, points, loss, targets, widths, values, sums, sumSlopes, valueSlopes, gradient, before, after, kept };
}
