// Words that are written into pages when the site is built: header, footer, the frame of a chapter, the
// course. One JSON file a language, web/src/strings/page/LANGUAGE.json.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { doubled, doublingAsked } from './doubled-strings.mjs';

const folder = fileURLToPath(new URL('../src/strings/page/', import.meta.url));

/** Codes of the languages that pages may be written in, as ["de", "en"]. */
export function languages() {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length));
}

/**
 * The words of a language.
 * @param {string} language its code, as "en"
 * @throws {Error} when there is no such language
 */
export function pageWords(language) {
  const file = `${folder}${language}.json`;
  if (!existsSync(file)) {
    throw new Error(`no words for the language "${language}"; there are ${languages().join(', ')}`);
  }
  const words = JSON.parse(readFileSync(file, 'utf8'));
  return doublingAsked() ? doubled(words) : words;
}

/** Puts values into a text: `fill('{minutes} minutes', { minutes: 20 })`. */
export function fill(text, values) {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/** A counted thing, as { one: '1 lab', other: '{count} labs' }. */
export function counted(words, count, language) {
  const form = new Intl.PluralRules(language).select(count);
  return fill(words[form] ?? words.other, { count });
}
