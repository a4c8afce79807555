/** One experiment in its worker: made when it is first needed, run, and made anew when the settings change. */
import type { Spec } from '../spec/types.ts';
import { Engine, EngineError } from './client.ts';
import type { Status } from './protocol.ts';
import type { RecordTable } from './records.ts';

/**
 * What every lab's run has in common. A lab's own run says what it makes of the records (`recorded`, `moved`) and
 * what it drops with an experiment (`forget`); `changed` is called whenever any of it may look different.
 */
export abstract class EngineRun {
  spec: Spec;
  status: Status | null = null;
  /** Why it cannot run, in words; empty when it can. */
  problem = '';
  protected engine: Engine | null = null;
  protected readonly changed: () => void;
  private ready: Promise<void> | null = null;

  constructor(spec: Spec, changed: () => void) {
    this.spec = spec;
    this.changed = changed;
  }

  /** Drops what was made of the experiment before. */
  protected abstract forget(): void;
  /** Once the network is made and its initial state recorded. */
  protected async made(): Promise<void> {}
  /** New records; from = 0 says that they start anew. */
  protected recorded(_from: number): void {}
  /** `status` has changed from what it was before. */
  protected moved(_before: Status | null): void {}

  /** Makes the network and records its initial state. Safe to call again. */
  prepare(): Promise<void> {
    return (this.ready ??= this.create());
  }

  private async create(): Promise<void> {
    this.engine ??= this.listening();
    this.problem = '';
    this.status = null;
    this.forget();
    await this.attempt(async (engine) => {
      await engine.create(this.spec);
      await this.made();
    });
  }

  private listening(): Engine {
    const engine = new Engine();
    engine.on('status', (status) => {
      const before = this.status;
      this.status = status;
      this.moved(before);
      this.changed();
    });
    engine.on('records', ({ from }) => {
      this.recorded(from);
      this.changed();
    });
    engine.on('failure', (failure) => {
      this.problem = failure.message;
      this.ready = null;
      this.changed();
    });
    return engine;
  }

  /** Runs something that talks to the engine, and says what went wrong; the next start makes it all anew. */
  private async attempt(work: (engine: Engine) => Promise<unknown>): Promise<void> {
    if (!this.engine) return;
    try {
      await work(this.engine);
    } catch (error) {
      if (!this.blame(error)) return;
      this.ready = null;
    }
    this.changed();
  }

  /** Says what went wrong; that the run was closed meanwhile is nothing wrong. */
  protected blame(error: unknown): boolean {
    if (error instanceof EngineError && error.failure.kind === 'closed') return false;
    this.problem = error instanceof Error ? error.message : String(error);
    return true;
  }

  /** Replaces the experiment by another. */
  async configure(spec: Spec): Promise<void> {
    this.spec = spec;
    this.ready = null;
    await this.prepare();
  }

  /** Trains on, from the start if the run is over. speed: epochs per second at most, null for as fast as it goes. */
  async start(speed: number | null): Promise<void> {
    await this.prepare();
    if (this.problem) return;
    if (this.finished) await this.reset();
    await this.attempt((engine) => engine.run(speed));
  }

  async pause(): Promise<void> {
    await this.attempt((engine) => engine.pause());
  }

  async step(epochs: number): Promise<void> {
    await this.prepare();
    if (!this.problem) await this.attempt((engine) => engine.step(epochs));
  }

  /** Back to the same initial weights. */
  async reset(): Promise<void> {
    await this.prepare();
    if (!this.problem) await this.attempt((engine) => engine.reset());
  }

  async setSpeed(speed: number | null): Promise<void> {
    if (this.running) await this.attempt((engine) => engine.run(speed));
  }

  close(): void {
    this.engine?.close();
    this.engine = this.ready = this.status = null;
  }

  get running(): boolean {
    return this.status?.state === 'running';
  }

  /** Whether it is over: trained to the end, or diverged. */
  get finished(): boolean {
    return this.status?.state === 'finished' || this.status?.state === 'diverged';
  }

  /** Share of the epochs done, 0 to 1. */
  get progress(): number {
    return this.status ? this.status.epoch / this.status.epochs : 0;
  }

  /** All records, or null before there are any. */
  get records(): RecordTable | null {
    return this.engine?.records ?? null;
  }

  /** Number of records so far. */
  get length(): number {
    return this.records?.length ?? 0;
  }

  column(name: string): Float64Array {
    return this.records?.column(name) ?? new Float64Array(0);
  }
}
