/** The regimes the lab offers in one press, at two sizes, and the training that suits a gain. */
import type { Spec } from '../../spec/types.ts';
import { presetSpec } from '../frame/settings.ts';

export const regimes = ['rich', 'intermediate', 'lazy'] as const;
export type Regime = (typeof regimes)[number];

/** Centres along a side of the grid: the paper's 1800 points, and 200 that train in seconds. */
export const sides = { small: 10, paper: 30 } as const;
export type Size = keyof typeof sides;

/**
 * The small set's gains. Its rich one is a little larger than the paper's 0.275, with which most of a run is
 * spent on a plateau.
 */
export const smallGains: Record<Regime, number> = { rich: 0.35, intermediate: 0.5, lazy: 2 };

const smallBatch = 16;

/** Learning rate and epochs that 5 seeds were seen to learn with, by gain; between them, straight lines in the logarithms. */
const smallKnots = [
  { gain: 0.275, rate: 0.1, epochs: 5000 },
  { gain: 0.35, rate: 0.1, epochs: 3500 },
  { gain: 0.5, rate: 0.1, epochs: 2500 },
  { gain: 0.7, rate: 0.07, epochs: 1500 },
  { gain: 1, rate: 0.046, epochs: 1000 },
  { gain: 2, rate: 0.01, epochs: 500 },
];

/** About this many records a run. */
const records = 250;

/** The spec of a gain on the small set: learning rate and epochs follow the gain. */
export function smallSpec(gain: number, seed: number): Spec {
  const held = Math.min(smallKnots.at(-1)!.gain, Math.max(smallKnots[0]!.gain, gain));
  const upper = Math.max(
    1,
    smallKnots.findIndex((knot) => knot.gain >= held),
  );
  const [a, b] = [smallKnots[upper - 1]!, smallKnots[upper]!];
  const t = (held - a.gain) / (b.gain - a.gain);
  const between = (from: number, to: number) =>
    Number((from * (to / from) ** t).toPrecision(2));
  const epochs = between(a.epochs, b.epochs);
  const base = presetSpec('feature-collapse/rich-tanh');
  return {
    ...base,
    task: { kind: 'feature_collapse', side: sides.small },
    network: { ...base.network, gain },
    training: {
      ...base.training,
      learning_rate: between(a.rate, b.rate),
      batch: smallBatch,
      epochs,
    },
    observe: { ...base.observe, every: Math.ceil(epochs / records) },
    seed,
  };
}

/** A regime's spec: the paper's own, or the small set's. */
export function regimeSpec(regime: Regime, size: Size, seed = 1): Spec {
  if (size === 'paper') return { ...presetSpec(`feature-collapse/${regime}-tanh`), seed };
  return smallSpec(smallGains[regime], seed);
}
