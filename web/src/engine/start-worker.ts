/**
 * How the site starts its engine: a module worker by its own address, and modules that are compiled once for all the
 * engines of the page. The embedded build puts web/src/embed/start-worker.ts in this file's place.
 */
import { siteRoot } from '../shell/root.ts';
import { compileModule, type ModuleName } from './wasm-loader.ts';

let core: Promise<WebAssembly.Module> | null = null;
let algebra: Promise<WebAssembly.Module> | null = null;
let refused = false;

const compile = (name: ModuleName) => compileModule(name, new URL('wasm/', siteRoot()).href);

/** The core, compiled once a page; tried again after a failure. */
export function compiledCore(): Promise<WebAssembly.Module> {
  core ??= compile('reprise');
  core.then(
    () => (refused = false),
    () => {
      core = null;
      refused = true;
    },
  );
  return core;
}

/** The algebra likewise, for those who ask for it. */
export function compiledAlgebra(): Promise<WebAssembly.Module> {
  return (algebra ??= compile('reprise-algebra').catch((error: unknown) => {
    algebra = null;
    throw error;
  }));
}

/** Whether the last attempt to load the core has failed. */
export function coreRefused(): boolean {
  return refused;
}

export function startWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), {
    type: 'module',
    name: 'reprise-engine',
  });
}
