/**
 * How the site starts its engine: a module worker by its own address, and one compiled module for all the
 * engines of the page. The embedded build puts web/src/embed/start-worker.ts in this file's place.
 */
import { siteRoot } from '../shell/root.ts';
import { compileModule } from './wasm-loader.ts';

let compiled: Promise<WebAssembly.Module> | null = null;
let refused = false;

/** The core, compiled once a page; tried again after a failure. */
export function compiledCore(): Promise<WebAssembly.Module> {
  return (compiled ??= compile());
}

async function compile(): Promise<WebAssembly.Module> {
  try {
    const module = await compileModule(new URL('wasm/', siteRoot()).href);
    refused = false;
    return module;
  } catch (error) {
    compiled = null;
    refused = true;
    throw error;
  }
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
