/**
 * What an embedding asks for, as attributes of <reprise-lab> or as the fragment of embed.html:
 * `#preset=xor/rich&network.gain=1.2&controls=plane,loss&theme=dark&lang=de`.
 */
import { fieldPaths, sameValue, getField } from '../spec/paths.ts';
import { linkName } from '../spec/presets.ts';
import { pairsOf } from '../spec/link-pairs.ts';
import { hashFromSpec, specFromHash } from '../spec/url.ts';
import type { Preset } from '../spec/types.ts';
import { embeddable, kindOf, presetNamed, type LabKind } from './catalogue.ts';

export type Theme = 'auto' | 'light' | 'dark';

export interface EmbedOptions {
  kind: LabKind;
  preset: Preset;
  /** The settings, as a lab's link. */
  hash: string;
  /** Parts to show; empty for all. */
  controls: string[];
  theme: Theme;
  /** What could not be read, in words. */
  problems: string[];
}

export interface RawOptions {
  preset: string;
  /** "network.gain=1.2 seed=3" */
  set: string;
  /** "plane loss" or "plane,loss" */
  controls: string;
  theme: string;
}

/** Keys of embed.html's fragment that are no fields of the spec. */
export const presentation = ['controls', 'theme', 'lang', 'height', 'autorun'] as const;

const words = (text: string) => text.split(/[\s,]+/).filter(Boolean);

/** Takes apart the fragment of embed.html. */
export function rawFromHash(hash: string): RawOptions & Record<(typeof presentation)[number], string> {
  const pairs = pairsOf(hash);
  const given = (key: string) => pairs.get(key) ?? '';
  const raw = {
    preset: given('preset'),
    controls: given('controls'),
    theme: given('theme'),
    lang: given('lang'),
    height: given('height'),
    autorun: given('autorun'),
  };
  for (const key of ['preset', ...presentation]) pairs.delete(key);
  return { ...raw, set: [...pairs].map(([key, value]) => `${key}=${value}`).join(' ') };
}

/** Reads options; what means nothing is named in `problems`, and the rest holds. */
export function readOptions(raw: RawOptions): EmbedOptions {
  const problems: string[] = [];
  let preset = presetNamed(raw.preset);
  if (!preset) {
    preset = embeddable[0]!;
    if (raw.preset) {
      problems.push(
        `preset is ${raw.preset}; allowed: ${embeddable.map(linkName).join(', ')}`,
      );
    }
  }
  const kind = kindOf(preset.name)!;
  const set = raw.set.split(/[\s&]+/).filter(Boolean);
  const query = new URLSearchParams({ preset: linkName(preset) });
  for (const setting of set) {
    const equals = setting.indexOf('=');
    if (equals < 1) problems.push(`set: ${setting} is not of the form field=value`);
    else query.set(setting.slice(0, equals), setting.slice(equals + 1));
  }
  const { spec, unknown, extras } = specFromHash(`#${query}`, [preset]);
  for (const field of [...unknown, ...Object.keys(extras)]) {
    problems.push(`set: ${field} is not a field; allowed: ${fieldPaths(spec).join(', ')}`);
  }
  const controls = words(raw.controls).filter((name) => {
    const known = kind.parts.includes(name);
    if (!known) problems.push(`controls: ${name} is not a part; allowed: ${kind.parts.join(', ')}`);
    return known;
  });
  const theme = (['auto', 'light', 'dark'] as const).find((name) => name === (raw.theme || 'auto'));
  if (!theme) problems.push(`theme is ${raw.theme}; allowed: auto, light, dark`);
  return {
    kind,
    preset,
    hash: hashFromSpec(spec, preset),
    controls,
    theme: theme ?? 'auto',
    problems,
  };
}

/** "network.gain=1.2 seed=3": what a lab's link changes of its preset. */
export function settingsOf(hash: string): { preset: Preset; set: string } {
  const { preset, spec } = specFromHash(hash, embeddable);
  const changed = fieldPaths(spec).filter(
    (path) => !sameValue(getField(spec, path), getField(preset.spec, path)),
  );
  return {
    preset,
    set: changed.map((path) => `${path}=${String(getField(spec, path))}`).join(' '),
  };
}
