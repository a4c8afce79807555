/** The lab's controls, and what changing one of them carries along. */
import type { Choice, SliderRange } from '../../shell/field.ts';
import { sameSpec, withField } from '../../spec/paths.ts';
import { withNetworkKind } from '../../spec/network-kind.ts';
import type { NetworkKind, Spec } from '../../spec/types.ts';
import { twoPointsStrings as words } from '../../strings/two-points.ts';
import { declaration } from './declaration.mjs';

export interface Setting {
  /** Dotted path in the spec; also what the validator's messages name. */
  path: string;
  label: string;
  hint?: string;
  choices?: readonly Choice[];
  slider?: SliderRange;
  /** Whether a spec has the field at all; left out where all do. */
  applies?: (spec: Spec) => boolean;
}

export interface SettingGroup {
  title: string;
  settings: readonly Setting[];
}

const sliders = declaration.controls;

const choices = (labels: Record<string, string>): Choice[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

const isConvolutional = (spec: Spec) => spec.network.kind === 'convolutional';
const isAttention = (spec: Spec) => spec.network.kind === 'attention';

export const settingGroups: readonly SettingGroup[] = [
  {
    title: words.network,
    settings: [
      { path: 'network.kind', label: words.fields.kind, choices: choices(words.kinds) },
      {
        path: 'network.channels',
        label: words.fields.channels,
        hint: words.fields.channelsHint,
        applies: isConvolutional,
      },
      {
        path: 'network.kernel',
        label: words.fields.kernel,
        hint: words.fields.kernelHint,
        applies: isConvolutional,
      },
      {
        path: 'network.tokens',
        label: words.fields.tokens,
        hint: words.fields.tokensHint,
        applies: isAttention,
      },
      {
        path: 'network.heads',
        label: words.fields.heads,
        hint: words.fields.headsHint,
        applies: isAttention,
      },
      {
        path: 'network.activation',
        label: words.fields.activation,
        choices: choices(words.activations),
      },
      {
        path: 'network.gain',
        label: words.fields.gain,
        hint: words.fields.gainHint,
        slider: sliders['network.gain'].slider,
      },
      {
        path: 'network.width',
        label: words.fields.width,
        slider: sliders['network.width'].slider,
      },
      {
        path: 'network.hidden_layers',
        label: words.fields.hiddenLayers,
        slider: sliders['network.hidden_layers'].slider,
      },
      {
        path: 'network.dropout',
        label: words.fields.dropout,
        hint: words.fields.dropoutHint,
        slider: sliders['network.dropout'].slider,
      },
    ],
  },
  {
    title: words.data,
    settings: [
      { path: 'task.dx2', label: words.fields.dx2, slider: sliders['task.dx2'].slider },
      { path: 'task.dy2', label: words.fields.dy2, slider: sliders['task.dy2'].slider },
    ],
  },
  {
    title: words.training,
    settings: [
      {
        path: 'training.optimizer',
        label: words.fields.optimizer,
        choices: choices(words.optimizers),
      },
      {
        path: 'training.learning_rate',
        label: words.fields.learningRate,
        slider: sliders['training.learning_rate'].slider,
      },
      {
        path: 'training.epochs',
        label: words.fields.epochs,
        slider: sliders['training.epochs'].slider,
      },
      { path: 'seed', label: words.fields.seed },
    ],
  },
];

export const settingPaths = settingGroups.flatMap(({ settings }) => settings.map(({ path }) => path));

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
