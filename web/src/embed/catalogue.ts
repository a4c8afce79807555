/** The labs that can be embedded, from their declarations: by the first word of their presets' names. */
import { declarations } from '../labs/declarations.mjs';
import { presetInLink, presets } from '../spec/presets.ts';
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
  /** Its stored figure in web/embed/stills. */
  still: string;
}

export const labKinds: readonly LabKind[] = declarations.flatMap(({ families, page, ...lab }) => {
  if (!page) return [];
  const { tag, parts } = 'element' in page ? page.element : lab;
  const { path, extras, still } = page;
  return [{ word: families[0], tag, parts: Object.keys(parts), page: path, extras, still: `${still.replace('/', '-')}.svg` }];
});

const wordOf = (preset: string) => preset.split('/')[0]!;

export function kindOf(preset: string): LabKind | undefined {
  return labKinds.find(({ word }) => word === wordOf(preset));
}

/** The presets of labs that can be embedded. */
export const embeddable: readonly Preset[] = presets.filter(({ name }) => kindOf(name));

/** A preset by its name in links, written with a slash ("xor/rich") or, where that is awkward, a hyphen ("xor-rich"). */
export function presetNamed(name: string): Preset | undefined {
  const plain = name.trim().toLowerCase();
  const kind = labKinds.find(({ word }) => plain.startsWith(`${word}-`));
  return presetInLink(kind ? plain.replace(`${kind.word}-`, `${kind.word}/`) : plain, embeddable);
}
