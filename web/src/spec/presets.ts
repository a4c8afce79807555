/** The paper's settings, from the file that the core itself carries. */
import file from '../../../core/experiment/presets.json';
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
  return {
    ...partial,
    version: 1,
    network: { ...partial.network, dropout: partial.network.dropout ?? 0 },
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
