/** The core as typed calls: strings and arrays in and out of the module's memory. */
import type {
  Description,
  Embedding,
  EmbeddingRequest,
  Fit,
  PredictRequest,
  Problem,
  Scaling,
  ScalingRequest,
  Structure,
  StructureCorrelation,
  StructureRequest,
  Surface,
  SurfaceRequest,
  TheoryCurve,
  TheoryRequest,
  Validation,
} from './protocol.ts';
import type { Spec } from '../spec/types.ts';
import type { BoundaryExports } from './wasm-loader.ts';

/** The core refused an argument. */
export class RefusedError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

export const outcome = { running: 0, finished: 1, diverged: 2 } as const;

export interface CoreStatus {
  status: string;
  epoch: number;
  step: number;
  message: string;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class Core {
  private readonly wasm: BoundaryExports;

  constructor(wasm: BoundaryExports) {
    this.wasm = wasm;
  }

  validate(spec: unknown): Validation {
    const answer = this.withJson(spec, (p, n) => this.json(this.wasm.reprise_validate(p, n))) as {
      spec?: Spec;
      error?: Problem;
    };
    return answer.error ? { problem: answer.error } : { spec: answer.spec! };
  }

  /** Returns the experiment's handle. images, labels: IDX bytes, or absent. */
  create(spec: Spec, images?: ArrayBuffer, labels?: ArrayBuffer): number {
    return this.withJson(spec, (p, n) =>
      this.withBytes(images, (imagesAt, imagesLength) =>
        this.withBytes(labels, (labelsAt, labelsLength) => {
          const handle = this.wasm.reprise_create(
            p,
            n,
            imagesAt,
            imagesLength,
            labelsAt,
            labelsLength,
          );
          if (handle <= 0) throw new RefusedError(this.lastError());
          return handle;
        }),
      ),
    );
  }

  describe(handle: number): Description {
    return this.json(this.wasm.reprise_describe(handle)) as Description;
  }

  /** Returns one of `outcome`. */
  advance(handle: number, maxSteps: number, maxMilliseconds: number): number {
    return this.wasm.reprise_advance(handle, maxSteps, maxMilliseconds);
  }

  status(handle: number): CoreStatus {
    return this.json(this.wasm.reprise_status(handle)) as CoreStatus;
  }

  reset(handle: number): void {
    this.wasm.reprise_reset(handle);
  }

  destroy(handle: number): void {
    this.wasm.reprise_destroy(handle);
  }

  recordCount(handle: number): number {
    return this.wasm.reprise_record_count(handle);
  }

  /** A view of the records from one on, whole rows; valid until the next call into the core. */
  records(handle: number, from: number, columns: number): Float64Array {
    const count = this.recordCount(handle) - from;
    if (count <= 0) return new Float64Array(0);
    const pointer = this.wasm.reprise_records(handle, from);
    return new Float64Array(this.wasm.memory.buffer, pointer, count * columns);
  }

  /** points x width, copied. */
  hidden(handle: number, layer: number, points: number, width: number): Float32Array {
    const pointer = this.wasm.reprise_hidden(handle, layer);
    if (pointer === 0) throw new RangeError(`There is no hidden layer ${layer}.`);
    return this.floats(pointer, points * width);
  }

  /** count x outputs, copied. */
  heldOutOutputs(handle: number, count: number, outputs: number): Float32Array {
    return this.floats(this.wasm.reprise_held_out_outputs(handle), count * outputs);
  }

  embedding(handle: number, request: EmbeddingRequest): Omit<Embedding, 'epoch'> {
    const { onto, ...options } = request;
    const take = this.numbers(
      this.withJson(options, (p, n) => this.wasm.reprise_embedding(handle, p, n)),
    );
    const [points, dimensions] = take(2) as unknown as [number, number];
    const explained = Array.from(take(dimensions));
    const placed = take(points * dimensions);
    const turned = onto ? this.turn(placed, Float64Array.from(onto), dimensions) : placed;
    return { points, dimensions, explained, coordinates: new Float32Array(turned) };
  }

  scaling({ squaredDistances, onto = [], ...options }: ScalingRequest): Scaling {
    const take = this.numbers(
      this.withNumbers(squaredDistances, (distances, count) =>
        this.withNumbers(Float64Array.from(onto), (first, numbers) =>
          this.withJson(options, (p, n) =>
            this.wasm.reprise_scaling(distances, count, first, numbers, p, n),
          ),
        ),
      ),
    );
    const [moments] = take(1) as unknown as [number];
    const shares = take(moments);
    return { shares, coordinates: take(moments * options.points * (options.dimensions ?? 2)) };
  }

  /** One picture turned onto another, points x dimensions each. */
  private turn(picture: Float64Array, onto: Float64Array, dimensions: number): Float64Array {
    const take = this.numbers(
      this.withNumbers(picture, (at, count) =>
        this.withNumbers(onto, (ontoAt, ontoCount) =>
          this.wasm.reprise_turn(at, count, ontoAt, ontoCount, dimensions),
        ),
      ),
    );
    const [points] = take(1) as unknown as [number];
    return take(points * dimensions);
  }

  structure(handle: number, request: StructureRequest): Structure {
    const take = this.numbers(
      this.withJson(request, (p, n) => this.wasm.reprise_structure(handle, p, n)),
    );
    const [count, ratio, fitted] = take(3) as unknown as [number, number, number];
    const correlation = (): StructureCorrelation => {
      const [initial, predicted, smoothed, pairs, sameClass, chance] = Array.from(take(6)) as [
        number,
        number,
        number,
        number,
        number,
        number,
      ];
      return { initial, predicted, smoothed, pairs, sameClass, chance };
    };
    const matrix = () => take(count * count);
    return {
      ratio,
      ratioFitted: fitted === 1,
      correlation: correlation(),
      correlationAcrossClasses: correlation(),
      points: Array.from(take(count)),
      labels: Array.from(take(count)),
      initial: matrix(),
      measured: matrix(),
      predicted: matrix(),
      smoothed: matrix(),
    };
  }

  surface(handle: number, request: SurfaceRequest): Omit<Surface, 'epoch' | 'milliseconds'> {
    const pointer = this.withJson(request, (p, n) => this.wasm.reprise_surface(handle, p, n));
    let at = pointer;
    const take = (count: number) => {
      const part = this.floats(at, count);
      at += part.byteLength;
      return part;
    };
    if (this.floats(pointer, 1)[0] === 0) throw new RefusedError(this.lastError());
    const [across, mapped, units, lined, outputs, points, exact] = Array.from(take(7)) as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    return {
      across,
      mapped,
      units,
      lined,
      outputs,
      points,
      exact: exact === 1,
      explained: Array.from(take(3)),
      data: take(3 * points),
      surface: take(outputs * across * across),
      maps: take(units * mapped * mapped),
      places: take(3 * (lined * lined + points)),
    };
  }

  replacePoints(handle: number, spec: Spec): void {
    const done = this.withJson(spec, (p, n) => this.wasm.reprise_replace_points(handle, p, n));
    if (done === 0) throw new RefusedError(this.lastError());
  }

  /** rows: six doubles each: t, h, y, w, loss, mean. */
  fit(rows: Float64Array, options: object): Fit {
    const fit = this.withBytes(rows.buffer as ArrayBuffer, (at) =>
      this.withJson(options, (p, n) =>
        this.checked<Fit>(this.json(this.wasm.reprise_fit(at, rows.length / 6, 6, p, n))),
      ),
    );
    // JSON has no NaN: null stands for it.
    return { ...fit, final_h: fit.final_h ?? NaN };
  }

  theory(request: TheoryRequest): TheoryCurve {
    const pointer = this.withJson(request, (p, n) => this.wasm.reprise_theory(p, n));
    const count = new Float64Array(this.wasm.memory.buffer, pointer, 1)[0]!;
    if (count === 0) throw new RefusedError(this.lastError());
    const rows = new Float64Array(this.wasm.memory.buffer, pointer + 8, 4 * count);
    const column = (c: number) => Float64Array.from({ length: count }, (_, i) => rows[4 * i + c]!);
    return { t: column(0), h: column(1), y: column(2), w: column(3) };
  }

  predict(request: PredictRequest): { final_h: number | number[] } {
    return this.withJson(request, (p, n) =>
      this.checked(this.json(this.wasm.reprise_predict(p, n))),
    );
  }

  /** Reads a block of doubles from its beginning, copies of so many at a time; a 0 stands for a failure. */
  private numbers(pointer: number): (count: number) => Float64Array {
    const { buffer } = this.wasm.memory;
    if (new Float64Array(buffer, pointer, 1)[0] === 0) throw new RefusedError(this.lastError());
    let at = pointer;
    return (count) => {
      const part = new Float64Array(buffer, at, count).slice();
      at += part.byteLength;
      return part;
    };
  }

  private lastError(): Problem {
    return (this.json(this.wasm.reprise_last_error()) as { error: Problem }).error;
  }

  private checked<T>(answer: unknown): T {
    const { error } = answer as { error?: Problem };
    if (error) throw new RefusedError(error);
    return answer as T;
  }

  /** A text is a length and its bytes. */
  private json(pointer: number): unknown {
    const buffer = this.wasm.memory.buffer;
    const length = new DataView(buffer).getUint32(pointer, true);
    return JSON.parse(decoder.decode(new Uint8Array(buffer, pointer + 4, length)));
  }

  private floats(pointer: number, count: number): Float32Array {
    return new Float32Array(this.wasm.memory.buffer, pointer, count).slice();
  }

  private withJson<T>(value: unknown, use: (pointer: number, length: number) => T): T {
    const bytes = encoder.encode(JSON.stringify(value));
    return this.withBytes(bytes.buffer, use);
  }

  /** Copies doubles in for the length of a call, which gets their number. */
  private withNumbers<T>(values: Float64Array, use: (pointer: number, count: number) => T): T {
    const { buffer, byteOffset, byteLength } = values;
    const bytes = buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
    return this.withBytes(bytes, (pointer) => use(pointer, values.length));
  }

  /** Copies bytes in for the length of a call. */
  private withBytes<T>(
    bytes: ArrayBuffer | undefined,
    use: (pointer: number, length: number) => T,
  ): T {
    if (!bytes || bytes.byteLength === 0) return use(0, 0);
    const pointer = this.wasm.reprise_allocate(bytes.byteLength);
    if (pointer === 0) throw new WebAssembly.RuntimeError('the module is out of memory');
    new Uint8Array(this.wasm.memory.buffer).set(new Uint8Array(bytes), pointer);
    try {
      return use(pointer, bytes.byteLength);
    } finally {
      this.wasm.reprise_release(pointer);
    }
  }
}
