/**
 * The language of the interface. The tables in this folder are English; a translation in a folder of its
 * own (`de/index.ts`) is laid over them before any element is made, so elements know nothing of languages.
 */
import { writeNumbersIn } from '../shell/format.ts';
import { courseStrings } from './course.ts';
import { strings } from './en.ts';
import { labToolsStrings } from './lab-tools.ts';
import { embedStrings } from './embed.ts';
import { shareStrings } from './share.ts';
import { twoPointChapterStrings } from './two-point-chapter.ts';
import { tutorialStrings } from './tutorial.ts';
import { xorStrings } from './xor.ts';

/** The tables that may be translated. */
export const tables = {
  shared: strings,
  labTools: labToolsStrings,
  embed: embedStrings,
  share: shareStrings,
  course: courseStrings,
  tutorial: tutorialStrings,
  xor: xorStrings,
  twoPointChapter: twoPointChapterStrings,
};

/** A table with any of its words left out: those stay English. */
type Some<T> = {
  [K in keyof T]?: T[K] extends (...given: never[]) => unknown
    ? T[K]
    : T[K] extends object
      ? Some<T[K]>
      : T[K] extends string
        ? string
        : T[K];
};

export type Translation = Some<typeof tables>;

const translations = import.meta.glob<{ default: Translation }>('./*/index.ts');

/** Codes of the languages there are besides English. */
export const translated = Object.keys(translations).map((path) => path.split('/')[1]!);

/**
 * Takes up a language; await it before importing elements. Returns whether there is such a translation
 * (English always is); if not, words and numbers stay as they are.
 */
export async function useLanguage(language: string): Promise<boolean> {
  const code = language.toLowerCase().split('-')[0]!;
  if (code === 'en') return true;
  const load = translations[`./${code}/index.ts`];
  if (!load) return false;
  takeUp(code, (await load()).default);
  return true;
}

/** Speaks a language from now on, given its translation. */
export function takeUp(code: string, translation: Translation): void {
  lay(translation, tables);
  writeNumbersIn(code);
}

function lay(over: object, table: object): void {
  for (const [key, value] of Object.entries(over)) {
    const place = table as Record<string, unknown>;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      lay(value, place[key] as object);
    } else place[key] = value;
  }
}
