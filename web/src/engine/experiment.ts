/** One experiment in its worker, as every lab holds it: made, run, asked about, and made anew when the settings change. */
import type { Spec } from '../spec/types.ts';
import { Engine, EngineError } from './client.ts';
import type { Description, Failure, Problem, Status } from './protocol.ts';
import type { RecordTable } from './records.ts';

/**
 * What became of an attempt to make one: "superseded" by a later one, or by the lab's end; "waiting" where it is to be made
 * once its pictures are there.
 */
export type Outcome = 'made' | 'refused' | 'failed' | 'superseded' | 'waiting';

export interface PictureData {
  images?: ArrayBuffer;
  labels?: ArrayBuffer;
}

/** Where the experiment is not there to be asked, or has made way for another. */
export const gone = Symbol('gone');

/**
 * Holds at most one experiment at a time. What it promises:
 *
 * - `spec` is what runs. A refused `draft` leaves it as it was, running or not, beside the reason (`problem`).
 * - While a new one is made there is no status, so nothing is taken for finished that is not this run.
 * - `generation` counts beginnings: another experiment, a reset, a failure, the end. What was asked before one and is
 *   answered after it is dropped.
 * - A trap or a lost worker ends the run (`failure`); the next start makes it anew.
 *
 * A lab's own run is a subclass that says what it makes of the records (`recorded`, `moved`, `made`) and what it drops at a
 * beginning (`forget`). `changed` is called whenever any of it may look different.
 */
export class Experiment {
  /** The accepted settings; those it is to begin with until some are accepted. */
  spec: Spec;
  /** The settings last wanted: `spec`, or a refused or unanswered change of it. */
  draft: Spec;
  status: Status | null = null;
  /** The field of `draft` that the core refuses, or null. */
  problem: Problem | null = null;
  /** Why nothing runs, other than a refusal. */
  failure: Failure | null = null;
  /** Of the accepted experiment; null before there is one. */
  description: Description | null = null;
  records: RecordTable | null = null;
  generation = 0;
  /** Made where the settings it begins with are refused: something must be there to run. */
  fallback: Spec | null = null;
  private engine: Engine | null = null;
  private attempts = 0;
  /** Whether settings have been wanted and neither accepted nor refused yet. */
  private pending = false;
  /** Experiments on their way: what the worker says until then is of the one before. */
  private making = 0;
  protected opening: Promise<Outcome> | null = null;

  constructor(spec: Spec, protected readonly changed: () => void) {
    this.spec = this.draft = spec;
  }

  /** Drops what was made of the experiment before. Called at every beginning. */
  protected forget(): void {}
  /** Once the network is made; its initial state is recorded right after. */
  protected made(): void {}
  /** New records; from = 0 says that they start anew. */
  protected recorded(_from: number): void {}
  /** `status` has changed from what it was before. */
  protected moved(_before: Status | null): void {}
  /** What the task's pictures are taken from. */
  protected data(_spec: Spec): PictureData {
    return {};
  }

  /** Makes the network of the present settings and records its initial state, unless that has been done. */
  prepare(): Promise<Outcome> {
    return (this.opening ??= this.open(this.problem ? this.spec : this.draft));
  }

  /** Replaces the experiment by that of other settings, if the core accepts them. */
  open(wanted: Spec): Promise<Outcome> {
    return (this.opening = this.attempt(wanted));
  }

  /** Gives up a refused draft. */
  withdraw(): void {
    this.draft = this.spec;
    this.problem = null;
    this.changed();
  }

  private async attempt(wanted: Spec): Promise<Outcome> {
    const attempt = ++this.attempts;
    const late = () => attempt !== this.attempts;
    this.draft = wanted;
    this.problem = this.failure = null;
    this.pending = true;
    const engine = (this.engine ??= this.listening());
    this.changed();
    let outcome: Outcome;
    try {
      const { problem } = await engine.validate(wanted);
      if (late()) return 'superseded';
      if (problem) throw new EngineError({ kind: 'invalid', message: problem.message, problem });
      outcome = await this.make(engine, wanted, late);
    } catch (error) {
      if (late()) return 'superseded';
      outcome = this.take(error);
      const { fallback, problem } = this;
      if (outcome === 'refused' && !this.description && fallback) {
        await this.make(engine, fallback, late).catch((second: unknown) => late() || this.take(second));
        if (late()) return 'superseded';
        this.problem ??= problem;
      }
    }
    if (late()) return 'superseded';
    this.pending = false;
    this.changed();
    return outcome;
  }

  private async make(engine: Engine, spec: Spec, late: () => boolean): Promise<Outcome> {
    this.making++;
    this.status = null;
    this.changed();
    try {
      const description = await engine.create(spec, this.data(spec));
      // The worker holds it now, even where something else has been wanted meanwhile.
      if (engine !== this.engine) return 'superseded';
      this.begin();
      this.spec = spec;
      this.description = description;
      this.records = engine.records;
      this.made();
      return late() ? 'superseded' : 'made';
    } catch (error) {
      // A refusal leaves the one before in the worker, at work or not.
      if (engine === this.engine) this.status = engine.status;
      throw error;
    } finally {
      this.making--;
    }
  }

  /** Everything asked before is late from now on. */
  private begin(): void {
    this.generation++;
    this.status = null;
    this.forget();
  }

  private listening(): Engine {
    const engine = new Engine();
    const mine = () => engine === this.engine && this.making === 0 && !this.failure;
    engine.on('status', (status) => {
      if (!mine()) return;
      const before = this.status;
      this.status = status;
      this.moved(before);
      this.changed();
    });
    engine.on('records', ({ from }) => {
      if (!mine()) return;
      this.recorded(from);
      this.changed();
    });
    engine.on('failure', (failure) => engine === this.engine && this.end(failure));
    return engine;
  }

  /** The run is over for want of an engine. */
  protected end(failure: Failure): void {
    this.generation++;
    this.failure = failure;
    this.status = null;
    this.opening = null;
    this.changed();
  }

  /** What a refusal or failure means here. */
  private take(error: unknown): Outcome {
    if (!(error instanceof EngineError)) throw error;
    const { failure } = error;
    if (failure.kind === 'closed') return 'superseded';
    if (failure.kind === 'invalid') {
      this.problem = failure.problem ?? { field: '', value: '', allowed: '', message: failure.message };
      return 'refused';
    }
    if (!this.failure) this.end(failure);
    return 'failed';
  }

  /**
   * Asks the engine something about the present experiment. `gone` where there is none, or it has made way meanwhile; rejects
   * only with what the engine says of the present one.
   */
  async ask<T>(question: (engine: Engine) => Promise<T>): Promise<T | typeof gone> {
    const { engine, generation, description } = this;
    if (!engine || !description || this.failure) return gone;
    try {
      const answer = await question(engine);
      return generation === this.generation ? answer : gone;
    } catch (error) {
      if (generation !== this.generation) return gone;
      // Of a trap or a lost worker everybody hears.
      if (error instanceof EngineError && error.failure.kind !== 'invalid') return gone;
      throw error;
    }
  }

  /** Something that moves the run on, once there is one. */
  private async act(action: (engine: Engine) => Promise<unknown>): Promise<void> {
    // What is wanted meanwhile comes first: it is that which is to be moved on.
    let opening: Promise<Outcome>;
    do await (opening = this.prepare());
    while (opening !== this.opening && !this.failure);
    const { engine, generation } = this;
    if (!engine || this.failure || !this.description) return;
    try {
      await action(engine);
    } catch (error) {
      if (generation === this.generation) this.take(error);
    }
    this.changed();
  }

  /** Trains on, from the start if the run is over. speed: epochs per second at most, null for as fast as it goes. */
  async run(speed: number | null = null): Promise<void> {
    await this.act(async (engine) => {
      if (this.over) await this.restart(engine);
      await engine.run(speed);
    });
  }

  async pause(): Promise<void> {
    await this.act((engine) => engine.pause());
  }

  async step(epochs: number): Promise<void> {
    await this.act((engine) => engine.step(epochs));
  }

  /** Back to the same initial weights. */
  async reset(): Promise<void> {
    await this.act((engine) => this.restart(engine));
  }

  private async restart(engine: Engine): Promise<void> {
    this.making++;
    this.begin();
    try {
      await engine.reset();
      // What the worker said of it came with the answer, and was taken for the old run's.
      this.status = engine.status;
      this.recorded(0);
      this.moved(null);
    } finally {
      this.making--;
    }
  }

  async setSpeed(speed: number | null): Promise<void> {
    if (this.running) await this.run(speed);
  }

  /** Looks at another hidden layer: the records hold them all, so the run goes on. */
  observeLayer(layer: number): void {
    this.spec = this.draft = { ...this.spec, observe: { ...this.spec.observe, layer } };
    this.changed();
  }

  /** Frees the worker; what is on its way is dropped. A later start makes it all anew. */
  close(): void {
    this.attempts++;
    this.begin();
    this.engine?.close();
    this.engine = this.opening = this.description = this.records = null;
    this.pending = false;
  }

  /** Frees the worker of an experiment that has not been run, while nobody looks: it can be made again the same. */
  rest(): void {
    if (this.status?.state !== 'idle' || this.pending || this.problem) return;
    this.attempts++;
    this.generation++;
    this.engine?.close();
    this.engine = this.opening = null;
  }

  get running(): boolean {
    return this.status?.state === 'running';
  }

  /** Whether the run is over: trained to the end, or diverged. */
  get over(): boolean {
    return this.status?.state === 'finished' || this.status?.state === 'diverged';
  }

  /** Whether the present run has been trained to its end, and no other is on its way. */
  get finished(): boolean {
    return this.status?.state === 'finished' && !this.pending;
  }

  get epoch(): number {
    return this.status?.epoch ?? 0;
  }

  /** Share of the epochs done, 0 to 1. */
  get progress(): number {
    return this.status ? this.status.epoch / this.status.epochs : 0;
  }

  /** Number of records so far. */
  get length(): number {
    return this.records?.length ?? 0;
  }

  column(name: string): Float64Array {
    return this.records?.column(name) ?? new Float64Array(0);
  }

  /** The latest value of a column, or NaN. */
  last(name: string): number {
    return this.records?.last(name) ?? NaN;
  }
}
