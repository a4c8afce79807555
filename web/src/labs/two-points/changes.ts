/** What a change of one setting carries along. */
import { withNetworkKind } from '../../spec/network-kind.ts';
import { sameSpec, withField } from '../../spec/paths.ts';
import type { NetworkKind, Spec } from '../../spec/types.ts';

const isAttention = (spec: Spec) => spec.network.kind === 'attention';

/** Factor on the initial weights after the observed layer. */
export const decoderGain = ({ network }: Spec) =>
  network.decoder_gain === 'same' ? network.gain : network.decoder_gain;

/** A run is drawn with about this many records. */
const recordsPerRun = 300;

/**
 * The spec after a change of one setting. The number of records follows the number of epochs, the
 * observed layer stays inside a network that has become shallower, and the width of a convolutional network with
 * padding stays a multiple of its channels.
 */
export function applySetting(spec: Spec, path: string, value: unknown): Spec {
  if (path === 'network.kind') return withKind(spec, value as NetworkKind);
  const { channels, padding, tokens, heads } = spec.network;
  // Places of a convolution that keeps them all, and heads of every token, divide the width.
  const part = (padding === 'valid' ? undefined : channels) ?? (tokens && heads ? tokens * heads : undefined);
  // One gain for both, as long as they are moved to be the same.
  const same = path === 'network.decoder_gain' && value === spec.network.gain;
  let next = withField(spec, path, same ? 'same' : value);
  if (path === 'network.width' && typeof value === 'number' && value >= 1 && part) {
    next = withField(next, path, part * Math.max(1, Math.round(value / part)));
  }
  if (path === 'network.padding' && value === 'same') {
    next = applySetting(next, 'network.width', next.network.width);
  }
  if (path === 'training.epochs' && typeof value === 'number') {
    next = withField(next, 'observe.every', Math.max(1, Math.floor(value / recordsPerRun)));
  }
  if (path === 'network.hidden_layers' && typeof value === 'number' && value >= 1) {
    if (next.observe.layer >= value) next = withField(next, 'observe.layer', Math.floor(value / 2));
  }
  return next;
}

/** Above these, attention diverges in its first steps: layer norm is steep near zero. */
const attentionLimits = { gain: 0.1, learningRate: 0.002, hiddenLayers: 6 };

/** Channels and tokens start as the core's defaults, or as the next fewer that divide the width. */
function withKind(spec: Spec, kind: NetworkKind): Spec {
  let next = withNetworkKind(spec, kind);
  for (const field of ['channels', 'tokens'] as const) {
    let parts = next.network[field];
    if (!parts) continue;
    while (parts > 1 && next.network.width % parts !== 0) parts--;
    next = withField(next, `network.${field}`, parts);
  }
  if (isAttention(next) && !isAttention(spec)) {
    const { gain, learningRate, hiddenLayers } = attentionLimits;
    next = withField(next, 'network.gain', Math.min(gain, next.network.gain));
    const slower = Math.min(learningRate, next.training.learning_rate);
    next = withField(next, 'training.learning_rate', slower);
    const fewer = Math.min(hiddenLayers, next.network.hidden_layers);
    next = applySetting(next, 'network.hidden_layers', fewer);
  }
  return next;
}

const digits = (value: number, count: number) => Number(value.toPrecision(count));

/**
 * The spec with another gain before the observed layer, and after it the one that keeps the product of all weights'
 * gains, so that the outputs start as far apart as before: what the encoder gets, the decoder loses.
 */
export function withBalance(spec: Spec, gain: number): Spec {
  const { network, observe } = spec;
  const before = observe.layer + 1;
  const after = network.hidden_layers - observe.layer;
  const product = network.gain ** before * decoderGain(spec) ** after;
  const common = digits(product ** (1 / (before + after)), 3);
  const other = digits((common ** (before + after) / gain ** before) ** (1 / after), 4);
  return withField(withField(spec, 'network.gain', gain), 'network.decoder_gain', other === gain ? 'same' : other);
}

/**
 * Whether two specs train the same network the same way, whatever layer is looked at. Where the decoder's weights begin
 * with a gain of their own, the layer says which weights are the decoder's.
 */
export function sameRun(a: Spec, b: Spec): boolean {
  if (a.network.decoder_gain !== 'same') return sameSpec(a, b);
  return sameSpec(withField(a, 'observe.layer', 0), withField(b, 'observe.layer', 0));
}

/**
 * A setting that may do better once a run has diverged: the preset's, or a third of one that is no larger. Before the
 * first step it is the initial weights that are too large, after it the steps.
 */
export function wayOut(
  now: Spec,
  usual: Spec,
  beforeFirstStep: boolean,
): { path: 'network.gain' | 'training.learning_rate'; value: number } {
  const smaller = (present: number, other: number) =>
    present > other ? other : Number((present / 3).toPrecision(1));
  return beforeFirstStep
    ? { path: 'network.gain', value: smaller(now.network.gain, usual.network.gain) }
    : {
        path: 'training.learning_rate',
        value: smaller(now.training.learning_rate, usual.training.learning_rate),
      };
}
