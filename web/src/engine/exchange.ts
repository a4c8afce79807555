/** What the calls of both modules have in common: text, numbers and errors in and out of a module's memory. */
import type { Problem } from './protocol.ts';
import type { MemoryExports } from './wasm-loader.ts';

/** Why a module ends that wants more memory than it gets. */
export const noMemory = 'this browser gives it no more memory, so smaller settings may run';

/** The core refused an argument. */
export class RefusedError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class Exchange<Exports extends MemoryExports> {
  constructor(protected readonly wasm: Exports) {}

  /** Reads a block of doubles from its beginning, copies of so many at a time; a 0 stands for a failure. */
  protected numbers(pointer: number): (count: number) => Float64Array {
    const { buffer } = this.wasm.memory;
    if (new Float64Array(buffer, pointer, 1)[0] === 0) throw new RefusedError(this.lastError());
    let at = pointer;
    return (count) => {
      const part = new Float64Array(buffer, at, count).slice();
      at += part.byteLength;
      return part;
    };
  }

  protected lastError(): Problem {
    return (this.json(this.wasm.reprise_last_error()) as { error: Problem }).error;
  }

  protected checked<T>(answer: unknown): T {
    const { error } = answer as { error?: Problem };
    if (error) throw new RefusedError(error);
    return answer as T;
  }

  /** A text is a length and its bytes. */
  protected json(pointer: number): unknown {
    const buffer = this.wasm.memory.buffer;
    const length = new DataView(buffer).getUint32(pointer, true);
    return JSON.parse(decoder.decode(new Uint8Array(buffer, pointer + 4, length)));
  }

  protected floats(pointer: number, count: number): Float32Array {
    return new Float32Array(this.wasm.memory.buffer, pointer, count).slice();
  }

  protected withJson<T>(value: unknown, use: (pointer: number, length: number) => T): T {
    const bytes = encoder.encode(JSON.stringify(value));
    return this.withBytes(bytes.buffer, use);
  }

  /** Copies doubles in for the length of a call, which gets their number. */
  protected withNumbers<T>(values: Float64Array, use: (pointer: number, count: number) => T): T {
    const { buffer, byteOffset, byteLength } = values;
    const bytes = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
    return this.withBytes(bytes, (pointer) => use(pointer, values.length));
  }

  /** Copies bytes in for the length of a call. */
  protected withBytes<T>(
    bytes: ArrayBuffer | undefined,
    use: (pointer: number, length: number) => T,
  ): T {
    if (!bytes || bytes.byteLength === 0) return use(0, 0);
    const pointer = this.wasm.reprise_allocate(bytes.byteLength);
    if (pointer === 0) throw new WebAssembly.RuntimeError(noMemory);
    new Uint8Array(this.wasm.memory.buffer).set(new Uint8Array(bytes), pointer);
    try {
      return use(pointer, bytes.byteLength);
    } finally {
      this.wasm.reprise_release(pointer);
    }
  }
}
