// The page's side of the engine in Node.js, with the site's own worker and module behind it: only how a worker is started
// differs, as it does in embedded labs.

import { Worker as Thread } from 'node:worker_threads';
import { fileURLToPath } from 'node:url';
import { build, runnerImport } from 'vite';
import { moduleBytes } from './core.mjs';

/** What a browser gives a worker, and nothing else. Messages wait until the worker listens. */
const surroundings = `
import { parentPort } from 'node:worker_threads';
globalThis.self = globalThis;
self.postMessage = (message, { transfer = [] } = {}) => parentPort.postMessage(message, transfer);
`;
const listen = "\nparentPort.on('message', (data) => self.onmessage({ data }));\n";

/** The site's worker as one script. */
async function bundled() {
  const entry = fileURLToPath(new URL('../../../web/src/engine/worker.ts', import.meta.url));
  const [{ output }] = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, target: 'es2022', lib: { entry, formats: ['es'] } },
  });
  const script = surroundings + output[0].code + listen;
  return new URL(`data:text/javascript;base64,${Buffer.from(script).toString('base64')}`);
}
const source = await bundled();

const startWorker = fileURLToPath(new URL('../../../web/src/engine/start-worker.ts', import.meta.url));

/** A worker as the page knows it. */
class NodeWorker {
  static all = new Set();
  constructor() {
    this.thread = new Thread(source);
    this.thread.on('message', (data) => this.onmessage?.({ data }));
    this.thread.on('error', (error) => this.onerror?.({ message: String(error) }));
    NodeWorker.all.add(this);
  }
  postMessage(data, transfer = []) {
    this.thread.postMessage(data, transfer);
  }
  terminate() {
    NodeWorker.all.delete(this);
    void this.thread.terminate();
  }
}

let core = null;
let algebra = null;
/** What takes the place of start-worker.ts, told to this file by way of the global object. */
globalThis.repriseTestEngine = {
  startWorker: () => new NodeWorker(),
  compiledCore: async () => (core ??= await WebAssembly.compile(await moduleBytes('simd'))),
  compiledAlgebra: async () => (algebra ??= await WebAssembly.compile(await moduleBytes('algebra-simd'))),
};

const inPlace = {
  name: 'node-worker',
  enforce: 'pre',
  load: (id) =>
    id === startWorker
      ? 'export const { startWorker, compiledCore, compiledAlgebra } = globalThis.repriseTestEngine; export const coreRefused = () => false;'
      : null,
};

/** Modules of the site by their paths, as one program that shares its modules. */
export async function loadWithEngine(entry) {
  const file = fileURLToPath(new URL(`../../../${entry}`, import.meta.url));
  const { module } = await runnerImport(file, { configFile: false, logLevel: 'silent', plugins: [inPlace] });
  return module;
}

/** How many workers there are. */
export const workers = () => NodeWorker.all.size;

/** Ends whatever a test has left. */
export function endWorkers() {
  for (const worker of [...NodeWorker.all]) worker.terminate();
}

export const waitUntil = async (condition, what = String(condition)) => {
  for (let k = 0; k < 3000; k++) {
    if (condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`waited in vain for ${what}`);
};
