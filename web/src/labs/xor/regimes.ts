/** The regimes the lab offers in one press, and the learning rate that suits a gain. */
import type { Spec } from '../../spec/types.ts';
import { presetSpec } from '../frame/settings.ts';

export const regimes = ['rich', 'intermediate', 'lazy', 'shallow'] as const;
export type Regime = (typeof regimes)[number];

/** The paper's width, and one that trains in a second. */
export const widths = { small: 100, paper: 500 } as const;
export type Size = keyof typeof widths;

/** What the small network changes besides its width: its gradients are smaller, so it takes larger steps. */
const smallTraining: Record<Regime, Partial<Spec['training']>> = {
  rich: { learning_rate: 0.03, epochs: 2500 },
  intermediate: { learning_rate: 0.01, epochs: 1000 },
  lazy: { learning_rate: 1.5e-8, epochs: 4000 },
  shallow: { learning_rate: 0.15, epochs: 2000 },
};

/** A regime's spec at a size, with about 300 records. */
export function regimeSpec(regime: Regime, size: Size): Spec {
  const spec = presetSpec(`xor/${regime}-leaky`);
  if (size === 'paper') return spec;
  const training = { ...spec.training, ...smallTraining[regime] };
  return {
    ...spec,
    network: { ...spec.network, width: widths.small },
    training,
    observe: { ...spec.observe, every: Math.ceil(training.epochs / 300) },
  };
}

/**
 * A learning rate for a gain, between the regimes' own: large initial weights need tiny steps. Straight
 * lines in its logarithm, and held beyond the ends.
 */
export function learningRateFor(gain: number, size: Size): number {
  const knots = (['rich', 'intermediate', 'lazy'] as const).map((regime) => {
    const { network, training } = regimeSpec(regime, size);
    return { gain: network.gain, log: Math.log(training.learning_rate) };
  });
  const [first, last] = [knots[0]!, knots.at(-1)!];
  const held = Math.min(last.gain, Math.max(first.gain, gain));
  const upper = Math.max(
    1,
    knots.findIndex((knot) => knot.gain >= held),
  );
  const [a, b] = [knots[upper - 1]!, knots[upper]!];
  const log = a.log + ((held - a.gain) / (b.gain - a.gain)) * (b.log - a.log);
  return Number(Math.exp(log).toPrecision(2));
}
