/** One experiment in the worker: it trains in short slices, and sends its records in batches. */
import { columnNames } from './records.ts';
import type { Algebra } from './algebra.ts';
import { outcome, type Core } from './core.ts';
import type {
  Activations,
  ActivationsRequest,
  CloudRequest,
  Description,
  Embedding,
  EmbeddingRequest,
  EngineEvent,
  Failure,
  Fit,
  FitRequest,
  Hidden,
  HeldOut,
  LayerCloud,
  RecordedTrajectory,
  RunState,
  Status,
  StepNumbers,
  Structure,
  StructureRequest,
  Surface,
  SurfaceRequest,
} from './protocol.ts';
import type { Spec } from '../spec/types.ts';
import { taskConstants } from './task-constants.ts';

/** A slice is short enough for pause and step to answer at once. */
const sliceMilliseconds = 10;
/** At most this often are records and the status sent while running. */
const sendEveryMilliseconds = 50;
const manySteps = 1e9;

/** Places turned until the first so many coordinates, those of the bent grid, lie nearest to where they lay before. */
export function turnedPlaces(places: Float32Array, before: Float32Array, common: number, turn: Algebra['turn']): Float32Array {
  if (before.length < common) return places;
  // What lies at the middle pulls no way: points come and go, the grid stays.
  const onto = new Float64Array(places.length);
  onto.set(before.subarray(0, common));
  return new Float32Array(turn(Float64Array.from(places), onto, 3));
}

/** Numbers that come out of a network of the task. */
function outputsOf(task: Spec['task']): number {
  if (task.kind === 'images') return task.classes.length;
  if (task.kind !== 'plane' || task.shape === 'surface' || task.target === 'number') return 1;
  return task.classes ?? 2;
}

export interface SessionHost {
  core: Core;
  post(event: EngineEvent, transfer?: Transferable[]): void;
  /** Runs the callback after the messages that wait. */
  soon(callback: () => void): void;
  now(): number;
  /** A failure while running, outside any request. */
  failed(error: unknown): Failure;
}

export class Session {
  description: Description;
  private state: RunState = 'idle';
  private message = '';
  private sent = 0;
  private lastSend = -Infinity;
  private speed: number | null = null;
  /** Where and when the pace was last started, for the speed limit. */
  private paceStart = { epoch: 0, time: 0 };
  private rate = 0;
  private rateFrom = { epoch: 0, time: 0 };
  /** Counts runs, so that a slice left over from an earlier run does nothing. */
  private run = 0;

  constructor(private readonly host: SessionHost, private readonly handle: number) {
    this.description = host.core.describe(handle);
    this.settleAtStart();
  }

  start(speed: number | null): Status {
    const wasRunning = this.state === 'running';
    this.speed = speed;
    const epoch = this.epoch();
    this.paceStart = { epoch, time: this.host.now() };
    if (this.state === 'finished' || this.state === 'diverged' || wasRunning) return this.status();
    this.rateFrom = { ...this.paceStart };
    this.state = 'running';
    this.lastSend = -Infinity;
    const run = ++this.run;
    this.host.soon(() => this.slice(run));
    return this.status();
  }

  pause(): Status {
    if (this.state === 'running') this.state = 'paused';
    this.run++;
    this.send();
    return this.status();
  }

  step(epochs: number): Status {
    this.pause();
    if (this.state === 'idle') this.state = 'paused';
    if (this.state === 'paused') {
      this.settle(
        this.host.core.advance(
          this.handle,
          Math.max(1, Math.round(epochs * this.description.steps_per_epoch)),
          Infinity,
        ),
      );
    }
    this.send();
    return this.status();
  }

  reset(): Status {
    return this.beginAnew(() => this.host.core.reset(this.handle));
  }

  shuffleTargets(): Status {
    return this.beginAnew(() => this.host.core.shuffleTargets(this.handle));
  }

  private beginAnew(how: () => void): Status {
    this.run++;
    how();
    this.state = 'idle';
    this.message = '';
    this.sent = 0;
    this.rate = 0;
    this.settleAtStart();
    this.send();
    return this.status();
  }

  dispose(): void {
    this.run++;
    this.host.core.destroy(this.handle);
  }

  /** Sends what has been recorded since, and the status. */
  send(): void {
    const { core } = this.host;
    const columns = this.description.columns.length;
    const from = this.sent;
    const block = core.records(this.handle, from, columns).slice();
    const status = this.status();
    if (block.length > 0) {
      this.sent = from + block.length / columns;
      this.host.post({ event: 'records', from, block, columns, status }, [block.buffer]);
    } else {
      this.host.post({ event: 'status', status });
    }
    this.lastSend = this.host.now();
  }

  status(): Status {
    const epoch = this.epoch();
    const epochs = this.description.total_epochs;
    const rate = this.state === 'running' ? this.rate : 0;
    return {
      state: this.state,
      epoch,
      epochs,
      epochs_per_second: rate,
      remaining_seconds: rate > 0 ? (epochs - epoch) / rate : null,
      message: this.message,
    };
  }

  fit(request: FitRequest): Fit {
    const { task, training } = this.description.spec;
    const { trajectory } = request;
    const pair = 'layer' in trajectory ? (trajectory.pair ?? [0, 1]) : [0, 1];
    const constants = taskConstants(task, pair[0]!, pair[1]!);
    const dx2 = request.dx2 ?? constants?.dx2;
    const dy2 = request.dy2 ?? constants?.dy2;
    const rows = 'rows' in trajectory ? trajectory.rows : this.trajectory(trajectory);
    const outputs = outputsOf(task);
    const options = { dx2, dy2, outputs, loss: training.loss, system: request.system };
    const fit = this.host.core.fit(rows, options);
    return { ...fit, h0: rows[1]!, y0: rows[2]!, w0: rows[3]!, dx2: dx2!, dy2: dy2! };
  }

  hidden(layer: number): Hidden {
    const { observed_points: points, hidden_widths } = this.description;
    const width = hidden_widths[layer]!;
    return { values: this.host.core.hidden(this.handle, layer, points, width), points, width };
  }

  heldOut(): HeldOut {
    const { spec, held_out_labels } = this.description;
    const count = held_out_labels.length;
    const outputsPerImage = outputsOf(spec.task);
    return {
      outputs: this.host.core.heldOutOutputs(this.handle, count, outputsPerImage),
      outputsPerImage,
      count,
    };
  }

  /** turn: a picture turned onto another, points x dimensions each. */
  embedding({ onto, ...options }: EmbeddingRequest, turn: Algebra['turn'] | null): Embedding {
    const { coordinates: placed, ...found } = this.host.core.embedding(this.handle, options);
    const turned = onto && turn ? turn(placed, Float64Array.from(onto), found.dimensions) : placed;
    return { ...found, coordinates: new Float32Array(turned), epoch: this.epoch() };
  }

  /** place: a layer made a picture. */
  cloud({ layer, points, neighbours = 0, onto }: CloudRequest, place: Algebra['cloud']): LayerCloud {
    const found = this.host.core.layer(this.handle, layer, points);
    return { ...place(found, neighbours, onto), epoch: this.epoch() };
  }

  activations(request: ActivationsRequest): Activations {
    return { ...this.host.core.activations(this.handle, request), epoch: this.epoch() };
  }

  structure(request: StructureRequest): Structure {
    return this.host.core.structure(this.handle, request);
  }

  /** turn: as for an embedding. */
  surface({ weights, onto, ...request }: SurfaceRequest, turn: Algebra['turn'] | null): Surface {
    const { core, now } = this.host;
    const start = now();
    const surface: Omit<Surface, 'epoch' | 'milliseconds'> = core.surface(this.handle, request);
    if (onto && turn && !surface.exact) surface.places = turnedPlaces(surface.places, onto, 3 * surface.lined ** 2, turn);
    if (weights) surface.weights = core.parameters(this.handle, this.description.parameters);
    return { ...surface, epoch: this.epoch(), milliseconds: now() - start };
  }

  setParameter(index: number, value: number): null {
    this.host.core.setParameter(this.handle, index, value);
    return null;
  }

  nextStep(): StepNumbers {
    return { numbers: this.host.core.nextStep(this.handle), epoch: this.epoch() };
  }

  replacePoints(spec: Spec): { replaced: Description } {
    this.host.core.replacePoints(this.handle, spec);
    this.description = this.host.core.describe(this.handle);
    // The epoch under way may count anew.
    const epoch = this.epoch();
    this.paceStart = { epoch, time: this.host.now() };
    this.rateFrom = { ...this.paceStart };
    return { replaced: this.description };
  }

  /** Rows t, h, y, w, loss, mean of one pair at one layer. */
  private trajectory({ layer, pair = [0, 1] }: RecordedTrajectory): Float64Array {
    const { columns } = this.description;
    const names = [
      't',
      columnNames.h(pair[0], pair[1], layer),
      columnNames.y(pair[0], pair[1]),
      columnNames.w(pair[0], pair[1]),
      'loss',
      columnNames.mean(pair[0], pair[1]),
    ];
    const at = names.map((name) => {
      const index = columns.indexOf(name);
      if (index < 0) throw new RangeError(`There is no record called ${name}.`);
      return index;
    });
    const records = this.host.core.records(this.handle, 0, columns.length);
    const count = records.length / columns.length;
    const rows = new Float64Array(6 * count);
    for (let r = 0; r < count; r++) {
      for (let c = 0; c < 6; c++) rows[6 * r + c] = records[r * columns.length + at[c]!]!;
    }
    return rows;
  }

  private slice(run: number): void {
    if (run !== this.run) return;
    try {
      const steps = this.allowedSteps();
      if (steps === 0) {
        this.sendIfDue();
        setTimeout(() => this.slice(run), 8);
        return;
      }
      this.settle(this.host.core.advance(this.handle, steps, sliceMilliseconds));
      if (this.state === 'running') {
        this.sendIfDue();
        this.host.soon(() => this.slice(run));
      } else {
        this.send();
      }
    } catch (error) {
      this.run++;
      this.state = 'paused';
      this.host.post({ event: 'failure', failure: this.host.failed(error) });
    }
  }

  private sendIfDue(): void {
    const now = this.host.now();
    if (now - this.lastSend < sendEveryMilliseconds) return;
    this.measureRate(now);
    this.send();
  }

  /** Epochs per second over the last half second or so, smoothed. */
  private measureRate(now: number): void {
    const seconds = (now - this.rateFrom.time) / 1000;
    const epoch = this.epoch();
    if (seconds < (this.rate === 0 ? 0.15 : 0.5)) return;
    const latest = (epoch - this.rateFrom.epoch) / seconds;
    this.rate = this.rate === 0 ? latest : 0.5 * (this.rate + latest);
    this.rateFrom = { epoch, time: now };
  }

  private allowedSteps(): number {
    if (this.speed === null) return manySteps;
    const seconds = (this.host.now() - this.paceStart.time) / 1000;
    const due = this.paceStart.epoch + seconds * this.speed - this.epoch();
    if (due > this.speed) {
      // The machine cannot keep up: do not run a debt.
      this.paceStart = { epoch: this.epoch(), time: this.host.now() };
    }
    return Math.max(0, Math.floor(due * this.description.steps_per_epoch));
  }

  private settle(result: number): void {
    if (result === outcome.finished) this.state = 'finished';
    else if (result === outcome.diverged) this.state = 'diverged';
    else return;
    this.message = this.host.core.status(this.handle).message;
  }

  /** Initial weights may be too large for numbers: then a run has diverged before its first step. */
  private settleAtStart(): void {
    const { status, message } = this.host.core.status(this.handle);
    if (status === 'diverged') [this.state, this.message] = ['diverged', message];
  }

  private epoch(): number {
    return this.host.core.status(this.handle).epoch;
  }
}
