/**
 * Loads the core's WebAssembly modules without any generated glue: they are built standalone, so all
 * they import is a handful of WASI functions and one notice of memory growth. The page compiles a module once
 * (start-worker.ts), each worker makes an instance of its own.
 */
import { noMemory } from './exchange.ts';

/** Every page that trains needs the first; the second is algebra, for those that ask for it (wasm/README.md). */
export type ModuleName = 'reprise' | 'reprise-algebra';

/** A function by which a module is known. */
const knownBy: Record<ModuleName, string> = { reprise: 'reprise_create', 'reprise-algebra': 'reprise_turn' };

/** By whether the browser has SIMD. Written whole: a packed chapter takes along the files whose names stand in its scripts. */
const files: Record<ModuleName, readonly [plain: string, simd: string]> = {
  reprise: ['reprise-scalar.wasm', 'reprise-simd.wasm'],
  'reprise-algebra': ['reprise-algebra-scalar.wasm', 'reprise-algebra-simd.wasm'],
};

/** A module of one function that returns i8x16.splat(0): valid only where SIMD is. */
const simdProbe = new Uint8Array([
  0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, // magic, version
  0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7b, // one type: () -> v128
  0x03, 0x02, 0x01, 0x00, // one function of it
  0x0a, 0x08, 0x01, 0x06, 0x00, 0x41, 0x00, 0xfd, 0x0f, 0x0b, // i32.const 0, i8x16.splat, end
]);

export function supportsSimd(): boolean {
  return WebAssembly.validate(simdProbe);
}

/** Fetches and compiles the build this browser can run. base: address of the folder, with its slash. */
export async function compileModule(name: ModuleName, base: string): Promise<WebAssembly.Module> {
  if (typeof WebAssembly !== 'object') throw new Error('This browser has no WebAssembly.');
  const address = new URL(files[name][supportsSimd() ? 1 : 0], base);
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), longestWait);
  try {
    const response = await fetch(address, { signal: patience.signal });
    if (!response.ok) throw new Error(`${address.pathname}: the server answered ${response.status}`);
    const type = response.headers.get('Content-Type') ?? '';
    // Streaming needs the right type; many plain servers do not send it.
    const streamed = type.startsWith('application/wasm') && 'compileStreaming' in WebAssembly;
    const compiled = streamed ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
    const module = await compiled;
    if (!WebAssembly.Module.exports(module).some((one) => one.name === knownBy[name])) throw notOurs(address);
    return module;
  } catch (error) {
    if (patience.signal.aborted) throw new Error(`${address.pathname}: no answer within ${longestWait / 1000} s`);
    // What engines say of a login page speaks of magic words.
    if (error instanceof WebAssembly.CompileError) throw notOurs(address);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

const notOurs = ({ pathname }: URL) => new Error(`${pathname}: what came is not the engine, or only a part of it`);

/** How long the module may take to come, in milliseconds: a slow line needs some seconds. */
const longestWait = 60_000;

/** What both modules export; wasm/reprise_memory.h says what each function takes and gives, and how long it lasts. */
export interface MemoryExports {
  memory: WebAssembly.Memory;
  _initialize?(): void;
  reprise_allocate(size: number): number;
  reprise_release(pointer: number): void;
  reprise_last_error(): number;
}

/** What the main module exports besides: wasm/reprise.h. */
export interface CoreExports extends MemoryExports {
  reprise_validate(json: number, length: number): number;
  reprise_create(
    json: number,
    length: number,
    images: number,
    imagesLength: number,
    labels: number,
    labelsLength: number,
  ): number;
  reprise_describe(handle: number): number;
  reprise_advance(handle: number, maxSteps: number, maxMilliseconds: number): number;
  reprise_status(handle: number): number;
  reprise_reset(handle: number): void;
  reprise_destroy(handle: number): void;
  reprise_record_count(handle: number): number;
  reprise_records(handle: number, from: number): number;
  reprise_hidden(handle: number, layer: number): number;
  reprise_held_out_outputs(handle: number): number;
  reprise_embedding(handle: number, json: number, length: number): number;
  reprise_structure(handle: number, json: number, length: number): number;
  reprise_activations(handle: number, json: number, length: number): number;
  reprise_layer(handle: number, layer: number, points: number): number;
  reprise_shuffle_targets(handle: number): void;
  reprise_replace_points(handle: number, json: number, length: number): number;
  reprise_parameters(handle: number): number;
  reprise_set_parameter(handle: number, index: number, value: number): number;
  reprise_next_step(handle: number): number;
  reprise_surface(handle: number, json: number, length: number): number;
  reprise_fit(
    rows: number,
    count: number,
    columns: number,
    json: number,
    length: number,
  ): number;
  reprise_theory(json: number, length: number): number;
  reprise_predict(json: number, length: number): number;
}

/** What the module of algebra exports besides: wasm/reprise_algebra.h. */
export interface AlgebraExports extends MemoryExports {
  reprise_scaling(
    squaredDistances: number,
    count: number,
    onto: number,
    ontoCount: number,
    points: number,
    dimensions: number,
  ): number;
  reprise_turn(coordinates: number, count: number, onto: number, ontoCount: number, dimensions: number): number;
  reprise_alignment(blocks: number, count: number, pairs: number, pairCount: number, shuffled: number, shuffledCount: number): number;
  reprise_cloud(layer: number, count: number, onto: number, ontoCount: number, neighbours: number): number;
  reprise_overlay(
    blocks: number,
    count: number,
    layer: number,
    otherLayer: number,
    onto: number,
    ontoCount: number,
    dimensions: number,
  ): number;
}

/** REPRISE_NO_MEMORY of wasm/reprise_memory.h. */
const noMemoryStatus = 12;

/** A fresh instance, with memory of its own. */
export async function instantiate<Exports extends MemoryExports>(module: WebAssembly.Module): Promise<Exports> {
  let memory: WebAssembly.Memory | null = null;
  const view = () => new DataView(memory!.buffer);
  const success = 0;
  const badDescriptor = 8;
  let printed = '';

  const wasi: Record<string, (...args: never[]) => unknown> = {
    clock_time_get(_clock: number, _precision: bigint, result: number) {
      view().setBigUint64(result, BigInt(Math.round(performance.now() * 1e6)), true);
      return success;
    },
    fd_write(descriptor: number, vectors: number, count: number, written: number) {
      if (descriptor !== 1 && descriptor !== 2) return badDescriptor;
      const memoryView = view();
      let total = 0;
      for (let i = 0; i < count; i++) {
        const pointer = memoryView.getUint32(vectors + 8 * i, true);
        const length = memoryView.getUint32(vectors + 8 * i + 4, true);
        printed += new TextDecoder().decode(new Uint8Array(memory!.buffer, pointer, length).slice());
        total += length;
      }
      const lines = printed.split('\n');
      printed = lines.pop()!;
      for (const line of lines) console.warn(line);
      memoryView.setUint32(written, total, true);
      return success;
    },
    fd_close: () => success,
    fd_seek: () => badDescriptor,
    environ_get: () => success,
    environ_sizes_get(count: number, size: number) {
      view().setUint32(count, 0, true);
      view().setUint32(size, 0, true);
      return success;
    },
    proc_exit(code: number) {
      throw new WebAssembly.RuntimeError(code === noMemoryStatus ? noMemory : `the module ended itself (code ${code})`);
    },
  };
  const env: Record<string, (...args: never[]) => unknown> = {
    // Views of the memory are made anew at each use, so growth needs no action.
    emscripten_notify_memory_growth() {},
  };
  const offered: Record<string, Record<string, unknown>> = { wasi_snapshot_preview1: wasi, env };

  // An import we do not know must fail when it is used and say so, and not keep the rest from running.
  const imports: WebAssembly.Imports = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    const known = offered[from]?.[name];
    (imports[from] ??= {})[name] = (known ??
      (() => {
        throw new WebAssembly.RuntimeError(`the module needs ${from}.${name}, which is not offered`);
      })) as WebAssembly.ImportValue;
  }

  const instance = await WebAssembly.instantiate(module, imports).catch((error: unknown) => {
    throw error instanceof RangeError ? new Error(noMemory) : error;
  });
  const exports = instance.exports as unknown as Exports;
  memory = exports.memory;
  exports._initialize?.();
  return exports;
}
