/** The lab's controls (their sliders are in the declaration), and what changing one of them carries along. */
import type { Choice, SliderRange } from '../../shell/field.ts';
import { withNetworkKind } from '../../spec/network-kind.ts';
import { sameValue, withField } from '../../spec/paths.ts';
import type { ImagesTask, NetworkKind, Spec } from '../../spec/types.ts';
import { digitsStrings as strings } from '../../strings/digits.ts';
import { declaration } from './declaration.mjs';
import { recordsPerRun } from './thresholds.ts';

export interface Setting {
  /** Dotted path in the spec; also what the core's messages name. */
  path: keyof typeof declaration.controls;
  label: string;
  hint?: string;
  choices?: readonly Choice[];
  /** Where it is not that of the declaration. */
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

const choicesOf = (labels: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

/** Under "more settings". */
export const moreSettings: readonly Setting[] = [
  { path: 'network.kind', label: strings.networkKind, choices: choicesOf(strings.networkKinds) },
  { path: 'network.hidden_layers', label: strings.hiddenLayers },
  { path: 'network.width', label: strings.width, applies: (spec) => !isPictureConvolutional(spec) },
  { path: 'network.channels', label: strings.channels, hint: strings.channelsHint, applies: isPictureConvolutional },
  { path: 'network.kernel', label: strings.kernel, hint: strings.kernelHint, applies: isPictureConvolutional },
  { path: 'network.tokens', label: strings.tokens, hint: strings.tokensHint, applies: isAttention },
  { path: 'network.heads', label: strings.heads, hint: strings.headsHint, applies: isAttention },
  { path: 'training.optimizer', label: strings.optimizer, choices: choicesOf(strings.optimizers) },
  { path: 'network.activation', label: strings.activation, choices: choicesOf(strings.activations) },
  { path: 'network.gain', label: strings.gain, hint: strings.gainHint },
  { path: 'training.learning_rate', label: strings.learningRate },
  { path: 'training.batch', label: strings.batch, hint: strings.batchHint },
  { path: 'training.epochs', label: strings.epochs, hint: strings.epochsHint },
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

/** What the reader wants of the fields that too few training pictures leave no room for. */
export interface Wished {
  batch: number | 'full';
  points: readonly number[];
}

export const wishedIn = ({ training, observe }: Spec): Wished => ({
  batch: training.batch,
  points: observe.points ?? [0, 1],
});

/** What is wished after a change of one field: fewer pictures make it give way, and change no wish. */
export function wishedAfter(path: string, before: Spec, after: Spec, wished: Wished): Wished {
  if (path === trainCount) return wished;
  const [old, now] = [wishedIn(before), wishedIn(after)];
  return {
    batch: old.batch === now.batch ? wished.batch : now.batch,
    points: sameValue(old.points, now.points) ? wished.points : now.points,
  };
}

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
