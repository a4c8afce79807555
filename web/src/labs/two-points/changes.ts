/** What a change of one setting carries along. */
import { withNetworkKind } from '../../spec/network-kind.ts';
import { sameSpec, withField } from '../../spec/paths.ts';
import type { NetworkKind, Spec } from '../../spec/types.ts';

export const isConvolutional = (spec: Spec) => spec.network.kind === 'convolutional';
export const isAttention = (spec: Spec) => spec.network.kind === 'attention';

/** A run is drawn with about this many records. */
const recordsPerRun = 300;

/**
 * The spec after a change of one setting. The number of records follows the number of epochs, the
 * observed layer stays inside a network that has become shallower, and the width of a convolutional network
 * stays a multiple of its channels.
 */
export function applySetting(spec: Spec, path: string, value: unknown): Spec {
  if (path === 'network.kind') return withKind(spec, value as NetworkKind);
  const { channels, tokens, heads } = spec.network;
  // Places of a convolution, and heads of every token, divide the width.
  const part = channels ?? (tokens && heads ? tokens * heads : undefined);
  let next = withField(spec, path, value);
  if (path === 'network.width' && typeof value === 'number' && value >= 1 && part) {
    next = withField(next, path, part * Math.max(1, Math.round(value / part)));
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

/** Whether two specs train the same network the same way, whatever layer is looked at. */
export function sameRun(a: Spec, b: Spec): boolean {
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
