/**
 * How embedded labs start their engine: a classic worker from a blob, and the core from inside this script.
 * A module worker or a worker by its address fails in a sandboxed frame, from file:// and from hosts that send no
 * CORS headers. Stands in the place of engine/start-worker.ts.
 */
import { algebra, core } from 'virtual:reprise-core';
import { source } from 'virtual:reprise-worker';
import type { Reply } from '../engine/protocol.ts';
import { supportsSimd } from '../engine/wasm-loader.ts';
import { loadAsScript, unzipped } from './inline.ts';
import { siteRoot } from './root.ts';

const compiled = new Map<string, Promise<WebAssembly.Module>>();
let address = '';

/** A module, compiled once a page, however many labs stand on it; tried again after a failure. */
function once(scalar: string, simd: string): Promise<WebAssembly.Module> {
  let module = compiled.get(scalar);
  if (!module) {
    module = compile(scalar, simd).catch((error: unknown) => {
      compiled.delete(scalar);
      throw error;
    });
    compiled.set(scalar, module);
  }
  return module;
}

export const compiledCore = () => once('core-scalar', core);
/** The algebra, for those who ask for it. */
export const compiledAlgebra = () => once('algebra-scalar', algebra);

/** Labs stand only where the core was compiled before. */
export const coreRefused = () => false;

/** simd: the build with SIMD, as it stands in this script; scalar: the name of the file that holds the other. */
async function compile(scalar: string, simd: string): Promise<WebAssembly.Module> {
  if (typeof WebAssembly !== 'object') throw new Error('This browser has no WebAssembly.');
  if (supportsSimd()) return WebAssembly.compile(await unzipped(simd));
  // Hardly any browser in use lacks SIMD, so the builds without it lie in files of their own.
  const bytes = await loadAsScript(scalar, new URL('embed/data/', siteRoot()));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return WebAssembly.compile(await new Response(stream).arrayBuffer());
}

export function startWorker(): Worker {
  address ||= URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  return new Worker(address, { name: 'reprise-engine' });
}

/**
 * Whether labs can run on this page: rejects with the reason when the page's policy or the browser refuses
 * WebAssembly or the worker.
 */
export async function tryEngine(): Promise<void> {
  const module = await compiledCore();
  await new Promise<void>((resolve, reject) => {
    let worker: Worker;
    try {
      worker = startWorker();
    } catch (error) {
      reject(error);
      return;
    }
    const end = (finish: () => void) => {
      clearTimeout(timer);
      worker.terminate();
      finish();
    };
    // Some browsers drop a refused worker without a word.
    const timer = setTimeout(() => end(() => reject(new Error('The worker does not answer.'))), 10_000);
    worker.onmessage = ({ data }: MessageEvent<Reply>) =>
      // Some browsers let the page compile the core and refuse it only in the worker.
      end(() => (data.ok ? resolve() : reject(new Error(data.failure.message))));
    worker.onerror = (event) => {
      event.preventDefault();
      end(() => reject(new Error(event.message || 'The worker was refused.')));
    };
    worker.postMessage({ start: { module } });
    worker.postMessage({ id: 1, name: 'validate', body: { spec: {} } });
  });
}
