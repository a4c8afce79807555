// The core as the site loads it, in Node.js: the site's own loader and calls, on a module from a build.

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { loadTs } from './load-ts.mjs';

const folder = fileURLToPath(new URL('../../../web/public/wasm/', import.meta.url));

/** Bytes of a module as the site serves it. kind: 'simd' or 'scalar', or either after 'algebra-'. */
export const moduleBytes = (kind) => readFile(`${folder}reprise-${kind}.wasm`);

/** A fresh instance of the core. kind: 'simd' or 'scalar'. */
export async function loadCore(kind) {
  const { Core } = await loadTs('web/src/engine/core.ts');
  const { instantiate } = await loadTs('web/src/engine/wasm-loader.ts');
  return new Core(await instantiate(await WebAssembly.compile(await moduleBytes(kind))));
}

/** A fresh instance of the algebra. kind: 'simd' or 'scalar'. */
export async function loadAlgebra(kind) {
  const { Algebra } = await loadTs('web/src/engine/algebra.ts');
  const { instantiate } = await loadTs('web/src/engine/wasm-loader.ts');
  return new Algebra(await instantiate(await WebAssembly.compile(await moduleBytes(`algebra-${kind}`))));
}
