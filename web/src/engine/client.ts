/** The page's side of the engine: one worker, one experiment, promises and events. */
import { RecordTable } from './records.ts';
import { compiledAlgebra, compiledCore, startWorker } from './start-worker.ts';
import type {
  Activations,
  ActivationsRequest,
  AlignmentRequest,
  Alignments,
  CloudRequest,
  Description,
  Embedding,
  EmbeddingRequest,
  Failure,
  FromWorker,
  Gives,
  Hidden,
  HeldOut,
  LayerCloud,
  Fit,
  FitRequest,
  Overlay,
  OverlayRequest,
  PredictRequest,
  RecordsEvent,
  RequestName,
  Scaling,
  ScalingRequest,
  Status,
  StepNumbers,
  Structure,
  StructureRequest,
  Surface,
  SurfaceRequest,
  Takes,
  TheoryCurve,
  TheoryRequest,
  ToWorker,
  Validation,
} from './protocol.ts';
import type { Spec } from '../spec/types.ts';

/** A request that failed, with the engine's reason. */
export class EngineError extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
    this.name = 'EngineError';
  }
}

export interface EngineEvents {
  /** New records have been appended to `engine.records`; `from` = 0 says it started anew. */
  records: (event: RecordsEvent) => void;
  status: (status: Status) => void;
  failure: (failure: Failure) => void;
  /** The page has ended the worker. */
  closed: () => void;
}

export interface CallOptions {
  /** Aborting rejects the promise with the signal's reason; unstarted work is dropped. */
  signal?: AbortSignal;
}

/** A worker that is asked something, or runs, and says nothing for so many looks, so many milliseconds apart, is given up. */
const watchEvery = 5000;
const silentTicks = 12;

const closedFailure: Failure = { kind: 'closed', message: 'The engine was closed.' };

const notLoaded = (error: unknown) =>
  `The engine could not be loaded: ${error instanceof Error ? error.message : String(error)}`;

interface Pending {
  resolve(value: never): void;
  reject(reason: unknown): void;
  cleanUp(): void;
}

/**
 * An engine starts its worker at the first request. After a trap or a failed load the next `create`
 * starts afresh. Several engines train side by side, one thread each.
 *
 *     const engine = new Engine();
 *     engine.on('records', () => draw(engine.records!.column('loss')));
 *     await engine.create(spec);
 *     await engine.run();
 */
export class Engine {
  private worker: Worker | null = null;
  /** The worker that has the algebra. */
  private reckoning: Worker | null = null;
  /** How often the worker was ended by the page. */
  private closings = 0;
  private nextId = 1;
  private watching: ReturnType<typeof setInterval> | undefined;
  /** Looks at the worker since it last said something. */
  private silence = 0;
  private readonly pending = new Map<number, Pending>();
  private readonly listeners: { [E in keyof EngineEvents]: Set<EngineEvents[E]> } = {
    records: new Set(),
    status: new Set(),
    failure: new Set(),
    closed: new Set(),
  };

  /** The experiment in the worker, and its records so far; null before the first `create`. */
  description: Description | null = null;
  records: RecordTable | null = null;
  status: Status | null = null;

  /** Calls back at each event; returns the function that ends this. */
  on<E extends keyof EngineEvents>(event: E, listener: EngineEvents[E]): () => void {
    this.listeners[event].add(listener);
    return () => void this.listeners[event].delete(listener);
  }

  validate(spec: unknown, options?: CallOptions): Promise<Validation> {
    return this.call('validate', { spec }, options);
  }

  /** images, labels: IDX bytes for image tasks; copied, so the caller may use them again. */
  async create(
    spec: Spec,
    data: { images?: ArrayBuffer; labels?: ArrayBuffer } = {},
    options?: CallOptions,
  ): Promise<Description> {
    // Records of the new experiment may arrive before this promise's continuation runs, so the table
    // is laid in `receive`, at the reply itself.
    return this.call('create', { spec, ...data }, options);
  }

  /** speed: epochs per second at most; null, as fast as it goes. Also changes a run's speed. */
  run(speed: number | null = null): Promise<Status> {
    return this.call('run', { speed });
  }

  pause(): Promise<Status> {
    return this.call('pause', {});
  }

  step(epochs = 1): Promise<Status> {
    return this.call('step', { epochs });
  }

  reset(): Promise<Status> {
    return this.call('reset', {});
  }

  fit(request: FitRequest, options?: CallOptions): Promise<Fit> {
    return this.call('fit', request, options);
  }

  theory(request: TheoryRequest, options?: CallOptions): Promise<TheoryCurve> {
    return this.call('theory', request, options);
  }

  /** Final squared distance of one pair. */
  async predict(request: PredictRequest & { h0: number }, options?: CallOptions): Promise<number> {
    return (await this.call('predict', request, options)).final_h as number;
  }

  /** Final squared distances of many pairs under one shared ratio. */
  async predictMany(request: PredictRequest, options?: CallOptions): Promise<number[]> {
    return (await this.call('predict', request, options)).final_h as number[];
  }

  /** Current representations at a hidden layer: observed points x width. */
  hidden(layer: number, options?: CallOptions): Promise<Hidden> {
    return this.call('hidden', { layer }, options);
  }

  /** All training points, placed in a few dimensions for drawing. */
  embedding(request: EmbeddingRequest, options?: CallOptions): Promise<Embedding> {
    return request.onto
      ? this.callAlgebra('embedding', request, options)
      : this.call('embedding', request, options);
  }

  /** Distances at successive moments as pictures, each turned onto the one before. */
  scaling(request: ScalingRequest, options?: CallOptions): Promise<Scaling> {
    return this.callAlgebra('scaling', request, options);
  }

  /** Every layer as it is now, at chosen training points. */
  activations(request: ActivationsRequest = {}, options?: CallOptions): Promise<Activations> {
    return this.call('activations', request, options);
  }

  /** How alike the layers of networks are, whose activations the page has: linear CKA, RSA, Procrustes distance. */
  alignment(request: AlignmentRequest, options?: CallOptions): Promise<Alignments> {
    return this.callAlgebra('alignment', request, options);
  }

  /** A layer of one network turned onto a layer of another, in one picture. */
  overlay(request: OverlayRequest, options?: CallOptions): Promise<Overlay> {
    return this.callAlgebra('overlay', request, options);
  }

  /** A hidden layer's points as a picture, and how they gather by class. */
  cloud(request: CloudRequest, options?: CallOptions): Promise<LayerCloud> {
    return this.callAlgebra('cloud', request, options);
  }

  /** Gives the training points each other's targets, and begins anew. */
  shuffleTargets(): Promise<Status> {
    return this.call('shuffle_targets', {});
  }

  /** Distances of many training points in a hidden layer, measured and predicted. */
  structure(request: StructureRequest, options?: CallOptions): Promise<Structure> {
    return this.call('structure', request, options);
  }

  /** What the network makes of the whole plane. */
  surface(request: SurfaceRequest, options?: CallOptions): Promise<Surface> {
    return request.onto ? this.callAlgebra('surface', request, options) : this.call('surface', request, options);
  }

  /** Goes on from the present parameters with one of them changed. */
  async setParameter(index: number, value: number): Promise<void> {
    await this.call('set_parameter', { index, value });
  }

  /** The training step that comes next, number by number, of a small network. */
  nextStep(): Promise<StepNumbers> {
    return this.call('next_step', {});
  }

  /** Goes on from the present weights with other points; refused where more than points and learning rate would change. */
  async replacePoints(spec: Spec): Promise<Description> {
    const { replaced } = await this.call('replace_points', { spec });
    return (this.description = replaced);
  }

  heldOut(options?: CallOptions): Promise<HeldOut> {
    return this.call('held_out', {}, options);
  }

  /** Frees the experiment but keeps the worker for another. */
  async release(): Promise<void> {
    if (this.worker) await this.call('dispose', {});
    this.description = this.records = this.status = null;
  }

  /** Ends the worker at once; whatever was asked is rejected. A later request starts a new one. */
  close(): void {
    clearInterval(this.watching);
    this.worker?.terminate();
    this.worker = null;
    this.description = this.records = this.status = null;
    this.closings++;
    this.rejectAll(closedFailure);
    this.emit('closed');
  }

  /** A request that needs the algebra, which is loaded at the first of them: the worker has it before the request. */
  private async callAlgebra<N extends RequestName>(name: N, body: Takes<N>, options: CallOptions = {}): Promise<Gives<N>> {
    const { closings } = this;
    let algebra: WebAssembly.Module;
    try {
      algebra = await compiledAlgebra();
    } catch (error) {
      if (closings !== this.closings) throw new EngineError(closedFailure);
      // Whoever only asks would ask, and fetch, again and again: a lab without it is one whose engine did not come.
      throw new EngineError(this.lose(this.worker, notLoaded(error)));
    }
    if (closings !== this.closings) throw new EngineError(closedFailure);
    return this.call(name, body, options, algebra);
  }

  private call<N extends RequestName>(
    name: N,
    body: Takes<N>,
    options: CallOptions = {},
    algebra: WebAssembly.Module | null = null,
  ): Promise<Gives<N>> {
    const { signal } = options;
    if (signal?.aborted) return Promise.reject(signal.reason);
    let worker: Worker;
    try {
      worker = this.worker ??= this.start();
    } catch (error) {
      return Promise.reject(new EngineError({ kind: 'load', message: String(error) }));
    }
    if (algebra && this.reckoning !== worker) {
      worker.postMessage({ algebra: { module: algebra } } satisfies ToWorker);
      this.reckoning = worker;
    }
    const id = this.nextId++;
    return new Promise<Gives<N>>((resolve, reject) => {
      const onAbort = () => {
        this.pending.delete(id);
        this.post({ cancel: id });
        reject(signal!.reason);
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      this.pending.set(id, {
        resolve: resolve as (value: never) => void,
        reject,
        cleanUp: () => signal?.removeEventListener('abort', onAbort),
      });
      worker.postMessage({ id, name, body } as ToWorker);
    });
  }

  /** Ends a worker that has fallen silent: some browsers end one without a word, for want of memory. */
  private watch(fail: (message: string) => void): void {
    let last = performance.now();
    this.silence = 0;
    clearInterval(this.watching);
    this.watching = setInterval(() => {
      const now = performance.now();
      // A page that slept, or was throttled, cannot tell who was silent.
      const slept = now - last > 2 * watchEvery;
      last = now;
      const asked = this.pending.size > 0;
      if (slept || !(asked || this.status?.state === 'running')) this.silence = 0;
      else if (++this.silence > silentTicks) fail('The engine no longer answers.');
      else if (!asked) this.validate({}).catch(() => {}); // It answers between two slices of a run.
    }, watchEvery);
  }

  private post(message: ToWorker): void {
    this.worker?.postMessage(message);
  }

  private start(): Worker {
    const worker = startWorker();
    const fail = (message: string) => void this.lose(worker, message);
    worker.onmessage = (event: MessageEvent<FromWorker>) => this.receive(event.data);
    worker.onerror = (event) => {
      event.preventDefault?.();
      fail(event.message || 'The engine could not be started in this browser.');
    };
    compiledCore().then(
      (module) => {
        worker.postMessage({ start: { module } } satisfies ToWorker);
        if (this.worker === worker) this.watch(fail);
      },
      (error: unknown) => {
        fail(notLoaded(error));
      },
    );
    return worker;
  }

  /** Gives a worker up; where it is the present one, everyone hears why. */
  private lose(worker: Worker | null, message: string): Failure {
    const failure: Failure = { kind: 'load', message };
    worker?.terminate();
    if (this.worker !== worker) return failure;
    clearInterval(this.watching);
    this.worker = null;
    this.emit('failure', failure);
    this.rejectAll(failure);
    return failure;
  }

  private receive(message: FromWorker): void {
    this.silence = 0;
    if ('event' in message) {
      if (message.event === 'failure') return this.emit('failure', message.failure);
      if (message.event === 'records') {
        this.records?.append(message.from, message.block);
        this.emit('records', message);
      }
      this.status = message.status;
      this.emit('status', message.status);
      return;
    }
    const waiting = this.pending.get(message.id);
    if (message.ok && isDescription(message.result)) {
      this.description = message.result;
      this.records = new RecordTable(message.result.columns);
    }
    if (!waiting) return;
    this.pending.delete(message.id);
    waiting.cleanUp();
    if (message.ok) waiting.resolve(message.result as never);
    else waiting.reject(new EngineError(message.failure));
  }

  private emit<E extends keyof EngineEvents>(event: E, ...args: Parameters<EngineEvents[E]>): void {
    for (const listener of this.listeners[event]) {
      (listener as (...a: Parameters<EngineEvents[E]>) => void)(...args);
    }
  }

  private rejectAll(failure: Failure): void {
    const all = [...this.pending.values()];
    this.pending.clear();
    for (const waiting of all) {
      waiting.cleanUp();
      waiting.reject(new EngineError(failure));
    }
  }
}

function isDescription(result: unknown): result is Description {
  return typeof result === 'object' && result !== null && 'columns' in result && 'spec' in result;
}
