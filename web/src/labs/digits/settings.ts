/** The lab's controls (their words and sliders are looked up), and what changing one of them carries along. */
import { withNetworkKind } from '../../spec/network-kind.ts';
import { sameValue, withField } from '../../spec/paths.ts';
import type { ImagesTask, NetworkKind, Spec } from '../../spec/types.ts';
import { digitsStrings as strings } from '../../strings/digits.ts';
import { recordsPerRun } from './thresholds.ts';

export const trainCount = 'task.train_count';
export const heldOutCount = 'task.held_out_count';
export const observedLayer = 'observe.layer';

/** Under "more settings", in their order. */
export const moreSettings: readonly string[] = [
  ...['kind', 'hidden_layers', 'width', 'channels', 'kernel', 'tokens', 'heads'].map((name) => `network.${name}`),
  ...['training.optimizer', 'network.activation', 'network.gain', 'training.learning_rate', 'training.batch', 'training.epochs'],
  ...['observe.every', 'seed'],
];

/** What a field takes, in words. */
export const settingChoices: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'task.source': strings.sources,
  'network.kind': strings.kinds,
  'training.optimizer': strings.optimizers,
  'network.activation': strings.activations,
};

/** Fields whose refusal is shown beside a control. */
export const shownPaths: readonly string[] = [trainCount, heldOutCount, observedLayer, ...moreSettings];

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
