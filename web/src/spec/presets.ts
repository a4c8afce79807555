/** The paper's settings, from the file that the core itself carries. */
import file from '../../../core/experiment/presets.json';
import { withOwnFields } from './network-kind.ts';
import type { Preset, Spec } from './types.ts';

const observedPoints: Record<Spec['task']['kind'], number[]> = {
  two_points: [0, 1],
  xor: [0, 1, 2, 3],
  images: [0, 1],
  feature_collapse: [0, 1],
};

/** The file may leave out what hardly ever varies; a full spec has it. */
function complete(spec: unknown): Spec {
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
    },
    observe: {
      ...partial.observe,
      points: partial.observe.points ?? observedPoints[partial.task.kind],
    },
  };
}

export const presets: readonly Preset[] = file.presets.map(({ name, title, summary, spec }) => ({
  name,
  title,
  summary,
  spec: complete(spec),
}));

/** Presets whose names begin with "two-points/" or another lab's word. */
export function presetsOf(lab: string): readonly Preset[] {
  return presets.filter(({ name }) => name.startsWith(`${lab}/`));
}

export function findPreset(name: string): Preset | undefined {
  return presets.find((preset) => preset.name === name);
}
