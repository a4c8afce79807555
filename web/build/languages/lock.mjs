// What a language's texts were made from: hashes of the English pieces, by name, in src/strings/LANGUAGE/sources.json.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const lockFile = (language) => fileURLToPath(new URL(`../../src/strings/${language}/sources.json`, import.meta.url));

/** Hashes by the names of the pieces (units.mjs). */
export const lock = (language) =>
  existsSync(lockFile(language)) ? JSON.parse(readFileSync(lockFile(language), 'utf8')) : {};

/** Of a piece of English, however it is laid out. */
export const hashOf = (text) =>
  createHash('sha256').update(text.replace(/__vi_import_\d+__\./g, '').replace(/[\s;]+/g, ' ')).digest('hex').slice(0, 8);

/** Paths of what is said in a table, as "xorStrings|regimes|rich", with the text or the function's source. */
export function pieces(value, path = '', found = new Map()) {
  if (typeof value === 'string') found.set(path, value);
  else if (typeof value === 'function') found.set(path, String(value));
  else if (Array.isArray(value)) found.set(path, value.map(String).join('\n'));
  else if (value && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) pieces(inner, path ? `${path}|${key}` : key, found);
  }
  return found;
}
