/** The labs that a worksheet may hold, and what each can be asked, from their declarations. */
import { declarations } from '../labs/declarations.mjs';
import type { LabDeclaration, Measure } from '../labs/frame/declare.mjs';
import { withSettings } from '../labs/frame/settings.ts';
import { pairsOf } from '../spec/link-pairs.ts';
import { sameSpec } from '../spec/paths.ts';
import { presetInLink, presetsOf } from '../spec/presets.ts';
import { settingsText } from '../spec/settings-text.ts';
import type { Preset } from '../spec/types.ts';
import { hashFromSpec, specFromHash } from '../spec/url.ts';
import type { QuestionBlock } from './types.ts';

export const labs: readonly LabDeclaration[] = (declarations as readonly LabDeclaration[]).filter(({ chapter }) => chapter);

export const labNamed = (kind: string): LabDeclaration | undefined => labs.find((lab) => lab.kind === kind);

export const presetsFor = (lab: LabDeclaration): Preset[] => lab.families.flatMap((family) => presetsOf(family));

/** The names of what a question of a kind, or an exercise, may be about. */
export function asked(lab: LabDeclaration, kind: QuestionBlock['kind'] | 'exercise'): string[] {
  if (kind === 'matrix') return [...lab.matrices];
  if (kind === 'draw') return Object.keys(lab.curves);
  const names = Object.keys(lab.measures);
  return kind === 'choice' ? names.filter((name) => lab.measures[name]!.whole) : names;
}

export const measureOf = (lab: LabDeclaration | undefined, name: string): Measure | undefined => lab?.measures[name];

/** A measure or a curve in words. */
export const inWords = (lab: LabDeclaration | undefined, name: string): string =>
  (lab?.measures[name] ?? lab?.curves[name])?.words ?? name;

/** What a link to a lab may say besides its settings. */
const extrasOf = (lab: LabDeclaration) => (lab.kind === 'networks' ? ['networks'] : []);

export interface Settings {
  preset: Preset;
  /** The fields that differ from the preset's, as chapters write them. */
  set: string;
  /** As worksheets keep it. */
  link: string;
}

/** Why a link is none for a lab: it names no preset of it, or fields that are none. */
export type NoSettings = { preset: string } | { unknown: string[] };

/** Reads a link for a lab. One that was `pasted` may say how the page it comes from looked, which is left out. */
export function settingsOf(lab: LabDeclaration, link: string, pasted = false): Settings | NoSettings {
  const among = presetsFor(lab);
  const hash = link.slice(Math.max(0, link.indexOf('#')));
  const named = pairsOf(hash).get('preset') ?? '';
  if (!presetInLink(named.toLowerCase(), among)) return { preset: named };
  const { preset, spec, extras, unknown } = specFromHash(hash, among);
  const own = extrasOf(lab);
  const strange = Object.keys(extras).filter((name) => !own.includes(name));
  const bad = pasted ? unknown : [...unknown, ...strange];
  if (bad.length > 0) return { unknown: bad };
  const kept = Object.fromEntries(Object.entries(extras).filter(([name]) => own.includes(name)));
  return { preset, set: settingsText(spec, preset.spec), link: hashFromSpec(spec, preset, kept) };
}

/** Whether the settings can be laid over a lab for one question: a few go with the lab alone. */
export const canBeSet = ({ preset, set, link }: Settings): boolean =>
  sameSpec(withSettings(preset.spec, set), specFromHash(link, [preset]).spec);
