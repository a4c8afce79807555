/**
 * Takes up a language where it is known only at run time, as in embedded labs. Pages of the site know theirs when they are
 * built, and bring the tables that they need and no others (build/languages).
 */
import { writeNumbersIn } from '../shell/format.ts';
import { translate, type Table } from './table.ts';

/** By language, and by the name of a table: what its module exports. */
export type Language = Record<string, Table>;

/** Code of a language as its folder is called: "de" for "de-CH". */
export const codeOf = (language: string): string => language.toLowerCase().split('-')[0]!;

/** Speaks a language from now on; before elements are made, which read their words once. */
export function takeUp(code: string, words: Language): void {
  for (const [name, table] of Object.entries(words)) translate(name, table);
  writeNumbersIn(code);
}
