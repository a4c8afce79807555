// Words that are written into pages when the site is built: header, footer, the frame of a chapter, the
// course. One JSON file a language, web/src/strings/page/LANGUAGE.json.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { asAsked, doublingAsked, mirroringAsked } from './doubled-strings.mjs';
import { hashOf, lock, pieces } from './languages/lock.mjs';

const folder = fileURLToPath(new URL('../src/strings/page/', import.meta.url));

/** Codes of the languages that pages may be written in, as ["de", "en"]. */
export function languages() {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length));
}

const read = (language) => JSON.parse(readFileSync(`${folder}${language}.json`, 'utf8'));

/** English, with what the language has laid over it, but for what it has of an older English text. */
function over(english, own, older, path = '') {
  const place = (key) => (path ? `${path}|${key}` : key);
  const kept = Object.entries(own).map(([key, value]) => {
    const there = english[key];
    if (typeof value === 'object' && there) return [key, over(there, value, older, place(key))];
    return [key, there !== undefined && older(place(key)) ? there : value];
  });
  return { ...english, ...Object.fromEntries(kept) };
}

/**
 * The words of a language; English ones where it has none, or of an older English text.
 * @param {string} language its code, as "en"
 * @throws {Error} when there is no such language
 */
export function pageWords(language) {
  const file = `${folder}${language}.json`;
  if (!existsSync(file)) {
    throw new Error(`no words for the language "${language}"; there are ${languages().join(', ')}`);
  }
  const english = read('en');
  const [texts, made] = [pieces(english), lock(language)];
  const older = (path) => `page:${path}` in made && texts.has(path) && made[`page:${path}`] !== hashOf(texts.get(path));
  const words = language === 'en' ? english : over(english, read(language), older);
  return doublingAsked() ? { ...asAsked(words), ...(mirroringAsked() && { direction: 'rtl' }) } : words;
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
