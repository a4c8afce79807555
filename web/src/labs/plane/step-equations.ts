/** The equation of a station, in symbols and filled in with the numbers of the step. */
import type { Spec } from '../../spec/types.ts';
import type { Activation } from './layers.ts';
import { indexOf } from './network-layout.ts';
import { formula, fraction, primed, root, row, slope, sub, sum, sup, tag, type Piece, type Write } from './step-math.ts';
import { activationSlope, gradientParts, softmax, type PointOfStep, type Station } from './step-stations.ts';

export interface EquationOf {
  at: PointOfStep;
  training: Spec['training'];
  activations: readonly Activation[];
  /** What the outputs are called. */
  outputs: readonly string[];
  /** Of an update: from which unit the weight leads that is filled in; -1 for the bias. */
  from: number;
  write: Write;
}

/** Products that are added, behind a first number where there is one. */
function added(first: number | null, products: readonly (readonly [number, number])[]): Piece[] {
  const pieces: Piece[] = first === null ? [] : [first];
  for (const [one, other] of products) pieces.push(...(pieces.length > 0 ? ['+'] : []), one, '·', other);
  return pieces;
}

const nameOfFunction: Record<Activation, string> = {
  tanh: 'tanh', relu: 'ReLU', leaky_relu: 'LReLU', elu: 'ELU', silu: 'SiLU', linear: 'id',
};

function forward({ layer, unit }: Station, { at, activations, write }: EquationOf): Element[] {
  const { step } = at;
  const [before, last] = [step.widths[layer - 1]!, step.widths.length - 1];
  const products = Array.from({ length: before }, (_, from) =>
    [step.before[indexOf(step.widths, { layer, to: unit, from })]!, at.value(layer - 1, from)] as const);
  const bias = step.before[indexOf(step.widths, { layer, to: unit, from: -1 })]!;
  const [z, a] = [at.sum(layer, unit), at.value(layer, unit)];
  const lines = [
    row(write, ['z', '=', 'b', '+', sum('k'), sub('w', 'k'), sub('a', 'k')]),
    row(write, ['=', ...added(bias, products), '=', z]),
  ];
  if (layer === last) return lines;
  const activation = activations[layer - 1]!;
  const name = nameOfFunction[activation];
  return [...lines, row(write, ['a', '=', name, '(', 'z', ')', '=', name, '(', z, ')', '=', a])];
}

function loss({ at, training, write }: EquationOf): Element[] {
  const { step } = at;
  const [outputs, targets] = [at.outputs(), at.targets()];
  const own = at.loss(training.loss);
  const half = training.loss === 'half_mse';
  const mean = row(write, ['L', '=', fraction(tag('mn', '1'), tag('mn', write(step.points))), sum('p'), sub('L', 'p'), '=', step.loss]);
  if (training.loss === 'cross_entropy') {
    const chosen = targets.indexOf(1);
    const power = (of: Element | string) => tag('msup', tag('mi', 'e'), typeof of === 'string' ? tag('mn', of) : of);
    const share = fraction(
      power(write(outputs[chosen]!)),
      tag('mrow', ...outputs.flatMap((output, k) => [...(k > 0 ? [tag('mo', '+')] : []), power(write(output))])),
    );
    return [
      row(write, [sub('L', 'p'), '=', '−', 'log', fraction(power(sub('f', 'c')), tag('mrow', sum('k'), power(sub('f', 'k')))), '=', '−', 'log', share, '=', own]),
      mean,
    ];
  }
  const weight = fraction(tag('mn', '1'), tag('mn', write((half ? 2 : 1) * outputs.length)));
  const square = (k: number) => sup(tag('mrow', tag('mo', '('), row(write, [outputs[k]!, '−', targets[k]!]), tag('mo', ')')), '2');
  const squares = outputs.flatMap((_, k): Piece[] => [...(k > 0 ? ['+'] : []), square(k)]);
  const symbol = sup(tag('mrow', tag('mo', '('), sub('f', 'k'), tag('mo', '−'), sub('t', 'k'), tag('mo', ')')), '2');
  return [
    row(write, [sub('L', 'p'), '=', weight, sum('k'), symbol, '=', weight.cloneNode(true) as Element, '(', ...squares, ')', '=', own]),
    mean,
  ];
}

function backward({ layer, unit }: Station, { at, training, activations, write }: EquationOf): Element[] {
  const { step } = at;
  const last = step.widths.length - 1;
  const found = at.sumSlope(layer, unit);
  if (layer === last) {
    const [output, target] = [at.value(layer, unit), at.target(unit)];
    if (training.loss === 'cross_entropy') {
      const share = softmax(at.outputs())[unit]!;
      const points = tag('mn', write(step.points));
      return [row(write, [slope('f'), '=', fraction(row(write, ['s', '−', 't']), points), '=', fraction(row(write, [share, '−', target]), points.cloneNode(true) as Element), '=', found])];
    }
    const below = (training.loss === 'half_mse' ? 1 : 0.5) * step.points * step.widths[last]!;
    const number = () => tag('mn', write(below));
    return [row(write, [slope('f'), '=', fraction(row(write, ['f', '−', 't']), number()), '=', fraction(row(write, [output, '−', target]), number()), '=', found])];
  }
  const products = Array.from({ length: step.widths[layer + 1]! }, (_, to) =>
    [step.before[indexOf(step.widths, { layer: layer + 1, to, from: unit })]!, at.sumSlope(layer + 1, to)] as const);
  const [z, a, back] = [at.sum(layer, unit), at.value(layer, unit), at.valueSlope(layer, unit)];
  const steep = activationSlope(activations[layer - 1]!, z, a);
  return [
    row(write, [slope('a'), '=', sum('k'), sub('w', 'k'), slope('z'), '=', ...added(null, products), '=', back]),
    row(write, [slope('z'), '=', slope('a'), '·', primed('φ'), '(', 'z', ')', '=', back, '·', steep, '=', found]),
  ];
}

function update({ layer, unit }: Station, { at, training, from, write }: EquationOf): Element[] {
  const { step } = at;
  const index = indexOf(step.widths, { layer, to: unit, from });
  const { own, others, penalty, all } = gradientParts(step, at.point, layer, unit, from, training.l1, training.l2);
  const name = from < 0 ? 'b' : 'w';
  const factors: Piece[] = from < 0 ? [slope('z')] : [slope('z'), 'a'];
  const penalties = training.l1 > 0 || training.l2 > 0;
  const hasPenalty = penalties && from >= 0;
  const symbols: Piece[] = hasPenalty ? ['+', tag('mtext', 'L2'), '·', 'w', '+', tag('mtext', 'L1'), '·', tag('mtext', 'sign'), 'w'] : [];
  const parts: Piece[] = [own, '+', others, ...(hasPenalty ? ['+', penalty] : [])];
  const lines = [row(write, ['g', '=', sum('p'), ...factors, ...symbols, '=', ...parts, '=', all])];
  const [before, after] = [step.before[index]!, step.after[index]!];
  const rate = training.learning_rate;
  const [first, second] = step.kept;
  if (first && second) {
    const [m, s] = [first, second].map(({ before: old, after: now }) => [old[index]!, now[index]!] as const) as [readonly [number, number], readonly [number, number]];
    const square = sup(tag('mi', 'g'), '2');
    return [
      ...lines,
      row(write, ['m', '←', 0.9, '·', 'm', '+', 0.1, '·', 'g', '=', 0.9, '·', m[0], '+', 0.1, '·', all, '=', m[1]]),
      row(write, ['s', '←', 0.999, '·', 's', '+', 0.001, '·', square, '=', s[1]]),
      row(write, [name, '←', name, '−', 'η', fraction(tag('mover', tag('mi', 'm'), tag('mo', '^')), root(tag('mover', tag('mi', 's'), tag('mo', '^')))), '=', after]),
    ];
  }
  if (first) {
    const [old, now] = [first.before[index]!, first.after[index]!];
    return [
      ...lines,
      row(write, ['v', '←', 'μ', '·', 'v', '+', 'g', '=', training.momentum, '·', old, '+', all, '=', now]),
      row(write, [name, '←', name, '−', 'η', '·', 'v', '=', before, '−', rate, '·', now, '=', after]),
    ];
  }
  return [...lines, row(write, [name, '←', name, '−', 'η', '·', 'g', '=', before, '−', rate, '·', all, '=', after])];
}

/** Null where there is nothing to reckon. */
export function equationOf(station: Station, given: EquationOf): Element | null {
  switch (station.phase) {
    case 'inputs':
      return null;
    case 'forward':
      return formula(forward(station, given));
    case 'loss':
      return formula(loss(given));
    case 'backward':
      return formula(backward(station, given));
    case 'update':
      return formula(update(station, given));
  }
}
