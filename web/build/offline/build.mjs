// The last step of the build: lists the finished site and writes its service worker.

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const workerName = 'sw.js';

/** Large, or needed by few, as the pages of other languages: kept when first used. */
const onDemandPattern = /^(data|embed|downloads|packages)\/|\.[a-z]{2,3}\.html$|^assets\/words\.|^embed[^/]*\.html$|-scalar\.wasm$|\.(zip|tgz)$/;

/** As the service worker reckons it. */
export const hashOf = (bytes) => createHash('sha256').update(bytes).digest('hex').slice(0, 24);

/** What a built site consists of: version, and hashes by path. */
export function listSite(folder) {
  const files = {};
  const onDemand = {};
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)))
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => name !== workerName)
    .sort();
  for (const name of paths) {
    (onDemandPattern.test(name) ? onDemand : files)[name] = hashOf(readFileSync(path.join(folder, name)));
  }
  const version = hashOf(JSON.stringify([files, onDemand])).slice(0, 12);
  return { version, files, onDemand };
}

/** Writes the worker of a built site; returns its list. */
export function writeWorker(folder) {
  const site = listSite(folder);
  const source = readFileSync(new URL('service-worker.js', import.meta.url), 'utf8');
  const list = `const SITE = ${JSON.stringify(site)};\n`;
  writeFileSync(path.join(folder, workerName), list + source.replace(/^\/\* global SITE \*\/\n/m, ''));
  return site;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? fileURLToPath(new URL('../../dist', import.meta.url));
  const { version, files, onDemand } = writeWorker(folder);
  console.log(
    `offline: version ${version}, ${Object.keys(files).length} files at once, ${Object.keys(onDemand).length} on demand`,
  );
}
