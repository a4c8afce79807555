// The core as the site loads it, in Node.js: the site's own loader and calls, on a module from a build.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Imports one of the site's TypeScript modules (a path from the project's root). */
export async function importFromSite(file) {
  const { module } = await runnerImport(path.join(root, file), {
    configFile: false,
    logLevel: 'error',
    root,
  });
  return module;
}

/** Bytes of a module as the site serves it. kind: 'simd' or 'scalar'. */
export const moduleBytes = (kind) => readFile(path.join(root, `web/public/wasm/reprise-${kind}.wasm`));

/** A fresh instance of the core. kind: 'simd' or 'scalar'. */
export async function loadCore(kind) {
  const { Core } = await importFromSite('web/src/engine/core.ts');
  const { instantiate } = await importFromSite('web/src/engine/wasm-loader.ts');
  return new Core(await instantiate(await WebAssembly.compile(await moduleBytes(kind))));
}
