/**
 * Where the words of a language meet the English ones. The build hands every table of this folder to `table` as it is
 * evaluated (build/languages/tables.ts), so a page brings the words that it needs, and elements know nothing of languages.
 */

/** What a module of words exports, by name. */
export type Table = Record<string, unknown>;

const tables: Record<string, Table> = {};
const translations: Record<string, Table> = {};

/** Lays values over those of a table, as deep as they go; a list is replaced as a whole. */
function lay(over: Table, table: Table): void {
  for (const [key, value] of Object.entries(over)) {
    const place = table[key];
    if (value && typeof value === 'object' && !Array.isArray(value) && place) lay(value as Table, place as Table);
    else table[key] = value;
  }
}

/** Tells of a table, by the name of its file: takes up its translation, if there is one already. */
export function table(name: string, words: Table): void {
  tables[name] = words;
  lay(translations[name] ?? {}, words);
}

/** Lays a translation over a table, now or when that comes. Elements that have been made keep the words they have read. */
export function translate(name: string, words: Table): void {
  translations[name] = words;
  lay(words, tables[name] ?? {});
}
