/** The lab's controls, and what changing one of them carries along. */
import type { Choice, SliderRange } from '../../shell/field.ts';
import { withNetworkKind } from '../../spec/network-kind.ts';
import { sameValue, withField } from '../../spec/paths.ts';
import type { ImagesTask, NetworkKind, Spec } from '../../spec/types.ts';
import { digitsStrings as strings } from '../../strings/digits.ts';

export interface Setting {
  /** Dotted path in the spec; also what the core's messages name. */
  path: string;
  label: string;
  hint?: string;
  choices?: readonly Choice[];
  slider?: SliderRange;
  /** Whether a spec has the field at all; left out where all do. */
  applies?: (spec: Spec) => boolean;
}

const isPictureConvolutional = (spec: Spec) => spec.network.kind === 'picture_convolutional';
const isAttention = (spec: Spec) => spec.network.kind === 'attention';

export const trainCount = 'task.train_count';
export const heldOutCount = 'task.held_out_count';
export const observedLayer = 'observe.layer';

/** Which set that comes with the site. */
export const sourceSetting: Setting = {
  path: 'task.source',
  label: strings.source,
  hint: strings.sourceHint,
  choices: Object.entries(strings.sources).map(([value, label]) => ({ value, label })),
};

/** Under "more settings". */
export const moreSettings: readonly Setting[] = [
  {
    path: 'network.kind',
    label: strings.networkKind,
    choices: Object.entries(strings.networkKinds).map(([value, label]) => ({ value, label })),
  },
  {
    path: 'network.hidden_layers',
    label: strings.hiddenLayers,
    slider: { min: 1, max: 12, step: 1, whole: true },
  },
  {
    path: 'network.width',
    label: strings.width,
    slider: { min: 10, max: 500, scale: 'log', whole: true },
    applies: (spec) => !isPictureConvolutional(spec),
  },
  {
    path: 'network.channels',
    label: strings.channels,
    hint: strings.channelsHint,
    slider: { min: 1, max: 32, scale: 'log', whole: true },
    applies: isPictureConvolutional,
  },
  {
    path: 'network.kernel',
    label: strings.kernel,
    hint: strings.kernelHint,
    applies: isPictureConvolutional,
  },
  {
    path: 'network.tokens',
    label: strings.tokens,
    hint: strings.tokensHint,
    applies: isAttention,
  },
  { path: 'network.heads', label: strings.heads, hint: strings.headsHint, applies: isAttention },
  {
    path: 'training.optimizer',
    label: strings.optimizer,
    choices: Object.entries(strings.optimizers).map(([value, label]) => ({ value, label })),
  },
  {
    path: 'network.activation',
    label: strings.activation,
    choices: Object.entries(strings.activations).map(([value, label]) => ({ value, label })),
  },
  {
    path: 'network.gain',
    label: strings.gain,
    hint: strings.gainHint,
    slider: { min: 0.05, max: 2, step: 0.05 },
  },
  {
    path: 'training.learning_rate',
    label: strings.learningRate,
    slider: { min: 0.0001, max: 0.3, scale: 'log' },
  },
  { path: 'training.batch', label: strings.batch, hint: strings.batchHint },
  {
    path: 'training.epochs',
    label: strings.epochs,
    hint: strings.epochsHint,
    slider: { min: 10, max: 1000, scale: 'log', whole: true },
  },
  { path: 'observe.every', label: strings.every },
  { path: 'seed', label: strings.seed, hint: strings.seedHint },
];

/** Fields whose refusal is shown beside a control. */
export const shownPaths: readonly string[] = [
  trainCount,
  heldOutCount,
  observedLayer,
  ...moreSettings.map(({ path }) => path),
];

/** A run is drawn with at most about this many records: each costs a look at all pictures. */
const recordsPerRun = 100;

/** What the reader wants of the fields that too few training pictures leave no room for. */
export interface Wished {
  batch: number | 'full';
  points: readonly number[];
}

export const wishedIn = ({ training, observe }: Spec): Wished => ({
  batch: training.batch,
  points: observe.points ?? [0, 1],
});

/**
 * The spec after a change of one field, with the fields that would contradict it following. What had to make way
 * for few training pictures comes back with more of them.
 */
export function applySetting(spec: Spec, path: string, value: unknown, wished = wishedIn(spec)): Spec {
  let next =
    path === 'network.kind'
      ? withNetworkKind(spec, value as NetworkKind)
      : withField(spec, path, value);
  const { network, training, observe } = next;
  const task = next.task as ImagesTask;
  if (path === 'network.hidden_layers' && network.hidden_layers >= 1) {
    const last = network.hidden_layers - 1;
    if (observe.layer > last) next = withField(next, observedLayer, Math.floor(last));
  }
  if (path === 'training.epochs' && training.epochs >= 1) {
    const every = Math.max(1, Math.floor(training.epochs / recordsPerRun));
    next = withField(next, 'observe.every', every);
  }
  if (path === 'task.classes') {
    // The same indices would mean other pictures: start again with the first two.
    next = withField(next, 'observe.points', [0, 1]);
  }
  if (path === trainCount && task.train_count >= 2) {
    const { batch, points } = wished;
    const followed = points.every((index) => index < task.train_count) ? points : [0, 1];
    if (!sameValue(observe.points ?? [0, 1], followed)) next = withField(next, 'observe.points', followed);
    const fits = batch === 'full' || batch <= task.train_count;
    next = withField(next, 'training.batch', fits ? batch : 'full');
  }
  return next;
}

/** Whether two specs train the same network the same way, whatever layer is looked at. */
export function sameRun(a: Spec | null, b: Spec): boolean {
  if (!a || !Number.isInteger(b.observe.layer)) return false;
  if (b.observe.layer < 0 || b.observe.layer >= a.network.hidden_layers) return false;
  return sameValue(withField(a, observedLayer, 0), withField(b, observedLayer, 0));
}
