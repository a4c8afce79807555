/** The labs that can be embedded: by the first word of their presets' names. */
import { parts as collapseParts } from '../labs/collapse/offers.ts';
import { parts as digitsParts } from '../labs/digits/parts.ts';
import { parts as twoPointsParts } from '../labs/two-points/parts.ts';
import { parts as xorParts } from '../labs/xor/offers.ts';
import { presets } from '../spec/presets.ts';
import type { Preset } from '../spec/types.ts';

export interface LabKind {
  /** First word of its presets' names. */
  word: string;
  tag: string;
  /** What `controls` may name. */
  parts: readonly string[];
  /** Its place in the site, "two-points.html", and what its link carries besides the settings. */
  page: string;
  extras: Readonly<Record<string, string>>;
}

export const labKinds: readonly LabKind[] = [
  {
    word: 'two-points',
    tag: 'reprise-two-points',
    parts: twoPointsParts,
    page: 'two-points.html',
    extras: {},
  },
  {
    word: 'xor',
    tag: 'reprise-xor-lab',
    parts: xorParts,
    page: 'tutorials/xor.html',
    extras: { lab: 'edge' },
  },
  {
    word: 'digits',
    tag: 'reprise-digits-lab',
    parts: digitsParts,
    page: 'digits.html',
    extras: {},
  },
  {
    word: 'feature-collapse',
    tag: 'reprise-collapse-lab',
    parts: collapseParts,
    page: 'feature-collapse.html',
    extras: {},
  },
];

const wordOf = (preset: string) => preset.split('/')[0]!;

export function kindOf(preset: string): LabKind | undefined {
  return labKinds.find(({ word }) => word === wordOf(preset));
}

/** The presets of labs that can be embedded. */
export const embeddable: readonly Preset[] = presets.filter(({ name }) => kindOf(name));

/** A preset by its name, written with a slash ("xor/rich") or, where that is awkward, a hyphen ("xor-rich"). */
export function presetNamed(name: string): Preset | undefined {
  const plain = name.trim().toLowerCase();
  return embeddable.find((preset) => [preset.name, preset.name.replace('/', '-')].includes(plain));
}
