// Folders and lists of files as zips, the same bytes for the same content.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { zipSync } from 'fflate';

/** Zips have dates from 1980 on; the first of them says nothing. Local time, so no hour of a time zone goes below. */
const NO_TIME = new Date(1980, 0, 2);
const COMPRESSED = /\.(woff2|png|bin|tgz)$/;

/** Every file below a folder, as paths from it with slashes, in order. */
export function filesBelow(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.split(sep).join('/'))
    .sort();
}

/** @param {Map<string, Buffer | Uint8Array | string>} files content by path in the zip */
export function zip(files) {
  const entries = [...files].map(([name, content]) => {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    return [name, [new Uint8Array(bytes), { mtime: NO_TIME, level: COMPRESSED.test(name) ? 0 : 9 }]];
  });
  return zipSync(Object.fromEntries(entries));
}

export const fileMap = (folder, names, prefix = '') =>
  new Map(names.map((name) => [prefix + name, readFileSync(join(folder, name))]));
