/** The paper's settings, from the file that the core itself carries. */
import file from '../../../core/experiment/presets.json';
import { presetWords } from '../strings/presets.ts';
import { withOwnFields } from './network-kind.ts';
import type { Preset, Spec } from './types.ts';

const observedPoints: Record<Spec['task']['kind'], number[]> = {
  two_points: [0, 1],
  xor: [0, 1, 2, 3],
  images: [0, 1],
  feature_collapse: [0, 1],
  plane: [0, 1],
};

/** The file may leave out what hardly ever varies, and a spec of before what came later; a full spec has it. */
export function complete(spec: unknown): Spec {
  const partial = spec as Spec;
  const { task, network } = partial;
  return {
    ...partial,
    version: 1,
    task: task.kind === 'two_points' ? { ...task, targets: task.targets ?? 'paper' } : task,
    network: {
      ...withOwnFields(network),
      decoder_gain: network.decoder_gain ?? 'same',
      dropout: network.dropout ?? 0,
      input_dropout: network.input_dropout ?? 0,
      activations: network.activations ?? 'same',
    },
    training: {
      ...partial.training,
      momentum: partial.training.momentum ?? 0,
      l1: partial.training.l1 ?? 0,
      l2: partial.training.l2 ?? 0,
    },
    observe: {
      ...partial.observe,
      points: partial.observe.points ?? observedPoints[partial.task.kind],
    },
  };
}

interface Entry extends Omit<Preset, 'spec'> {
  spec: unknown;
}

export const presets: readonly Preset[] = (file.presets as readonly Entry[]).map(
  ({ name, formerly, spec }) => ({
    name,
    ...presetWords[name]!,
    ...(formerly && { formerly }),
    spec: complete(spec),
  }),
);

/** Presets whose names begin with "two-points/" or another lab's word. */
export function presetsOf(lab: string): readonly Preset[] {
  return presets.filter(({ name }) => name.startsWith(`${lab}/`));
}

const takenOver = new Set(presets.map(({ formerly }) => formerly));

/**
 * The name by which a link means the preset: its own, or, where an older link means another preset by it, its own
 * and "@2", as in "xor/rich@2".
 */
export function linkName({ name }: Preset): string {
  return takenOver.has(name) ? `${name}@2` : name;
}

/** The preset among these that a link means by a name, whenever the link was written. */
export function presetInLink(name: string, among: readonly Preset[]): Preset | undefined {
  return (
    among.find((preset) => preset.formerly === name) ??
    among.find((preset) => linkName(preset) === name)
  );
}

export function findPreset(name: string): Preset | undefined {
  return presets.find((preset) => preset.name === name);
}
