/** The main module as typed calls. */
import { Exchange, RefusedError } from './exchange.ts';
import type {
  Activations,
  ActivationsRequest,
  Description,
  Embedding,
  Fit,
  PredictRequest,
  Problem,
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
import type { CoreExports } from './wasm-loader.ts';

export const outcome = { running: 0, finished: 1, diverged: 2 } as const;

export interface CoreStatus {
  status: string;
  epoch: number;
  step: number;
  message: string;
}

export class Core extends Exchange<CoreExports> {
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

  /** As it lies: whoever wants it turned asks the algebra. */
  embedding(handle: number, options: object): Omit<Embedding, 'epoch' | 'coordinates'> & { coordinates: Float64Array } {
    const take = this.numbers(
      this.withJson(options, (p, n) => this.wasm.reprise_embedding(handle, p, n)),
    );
    const [points, dimensions] = take(2) as unknown as [number, number];
    return { points, dimensions, explained: Array.from(take(dimensions)), coordinates: take(points * dimensions) };
  }

  /** Every layer at chosen training points, copied. */
  activations(handle: number, request: ActivationsRequest): Omit<Activations, 'epoch'> {
    const pointer = this.withJson(request, (p, n) => this.wasm.reprise_activations(handle, p, n));
    const [points, count] = this.floats(pointer, 2) as unknown as [number, number];
    if (points === 0) throw new RefusedError(this.lastError());
    const head = this.floats(pointer, 2 + 2 * points + count);
    const widths = Array.from(head.subarray(2 + 2 * points));
    const values = widths.reduce((sum, width) => sum + points * width, 0);
    return {
      block: this.floats(pointer, head.length + values),
      points: Array.from(head.subarray(2, 2 + points)),
      labels: Array.from(head.subarray(2 + points, 2 + 2 * points)),
      widths,
    };
  }

  /** A hidden layer at the first so many training points, as the algebra's `cloud` takes it; copied. */
  layer(handle: number, layer: number, points: number): Float32Array {
    const pointer = this.wasm.reprise_layer(handle, layer, points);
    if (this.floats(pointer, 1)[0] === 0) throw new RefusedError(this.lastError());
    const [count, width, classes, rows] = this.floats(pointer, 4) as unknown as [number, number, number, number];
    return this.floats(pointer, 4 + (classes > 0 ? count : 0) + (count + rows) * width);
  }

  shuffleTargets(handle: number): void {
    this.wasm.reprise_shuffle_targets(handle);
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

  /** All parameters, as many as the description says. */
  parameters(handle: number, count: number): Float32Array {
    return this.floats(this.wasm.reprise_parameters(handle), count);
  }

  setParameter(handle: number, index: number, value: number): void {
    if (this.wasm.reprise_set_parameter(handle, index, value) === 0) throw new RefusedError(this.lastError());
  }

  /** Numbers, of which the first says how many they are. */
  nextStep(handle: number): Float32Array {
    const pointer = this.wasm.reprise_next_step(handle);
    const [count] = this.floats(pointer, 1) as unknown as [number];
    if (count === 0) throw new RefusedError(this.lastError());
    return this.floats(pointer, count);
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
}
