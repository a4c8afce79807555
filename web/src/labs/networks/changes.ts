/** The other networks: each is the lab's spec with some fields changed. The core judges every whole spec. */
import { fieldPaths, getField, withField } from '../../spec/paths.ts';
import type { Spec } from '../../spec/types.ts';

/** Fields by their paths, as in "network.gain", and what they hold instead. */
export type Change = Readonly<Record<string, number | string>>;

export const mostNetworks = 6;

/** Two points have one distance, and with it the same shape wherever they lie: that distance is compared, and no shapes. */
export const shapesDiffer = ({ task }: Spec) => task.kind !== 'two_points';

/** What may differ: networks that are compared see the same points at the same epochs. */
const changeable = (path: string) => path === 'seed' || path.startsWith('network.') || path === 'training.learning_rate';

export const withChange = (spec: Spec, change: Change): Spec =>
  Object.entries(change).reduce((changed, [path, value]) => withField(changed, path, value), spec);

/** As figure "alignment" of the paper's page has them: activations, and the gains with which each learns at that rate. */
const activations: readonly Change[] = [
  { seed: 201, 'network.activation': 'relu', 'network.gain': 0.8 },
  { seed: 301, 'network.activation': 'elu' },
  { seed: 401, 'network.activation': 'tanh', 'network.gain': 0.8 },
];

/** The others where nothing says otherwise. Networks with one seed would begin alike. */
export function usualOthers(preset: string, spec: Spec): readonly Change[] {
  if (preset !== 'networks/activations') return [{ seed: spec.seed + 1 }];
  return activations.map((change) => ({ ...change, seed: (change.seed as number) + spec.seed - 1 }));
}

/** "seed:2/seed:3,network.activation:tanh": a network after each stroke. */
export const changesInLink = (changes: readonly Change[]): string =>
  changes.map((change) => Object.entries(change).map(([path, value]) => `${path}:${value}`).join()).join('/');

/** Reads such a part of a link; what means nothing here is named. */
export function changesOf(text: string, spec: Spec): { changes: Change[]; unknown: string[] } {
  const fields = new Set(fieldPaths(spec).filter(changeable));
  const unknown: string[] = [];
  const changes = text.split('/').map((part) => {
    const change: Record<string, number | string> = {};
    for (const field of part.split(',').filter(Boolean)) {
      const [path, value = ''] = field.split(/:(.*)/s) as [string, string?];
      if (!fields.has(path)) unknown.push(`networks ${field}`);
      else change[path] = value !== '' && Number.isFinite(Number(value)) ? Number(value) : value;
    }
    return change;
  });
  if (changes.length >= mostNetworks) unknown.push(`networks ${changes.length + 1}`);
  return { changes: changes.slice(0, mostNetworks - 1), unknown };
}

/** A change with one field more, or without it where it is as in the spec. */
export function withChanged(change: Change, spec: Spec, path: string, value: number | string): Change {
  const { [path]: _, ...rest } = change;
  return getField(spec, path) === value ? rest : { ...rest, [path]: value };
}
