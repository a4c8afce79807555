/** Several engines at work on a list of runs: one experiment each, the next run to whoever is free. */
import { Engine, EngineError } from './client.ts';
import { runToEnd, type RunEnd, type RunRecords } from './run-to-end.ts';
import type { Spec } from '../spec/types.ts';

export interface PoolRun {
  name: string;
  spec: Spec;
  /** Ends the run at the first record whose loss is below; 0 for all epochs. */
  untilLoss: number;
}

/** "failed": the engine gave up on it. */
export type PoolState = RunEnd['state'] | 'failed';

export interface PoolOutcome<T> {
  run: PoolRun;
  state: PoolState;
  /** Why it diverged or failed, or empty. */
  message: string;
  /** What was recorded, up to where the run ended; null when it failed. */
  records: RunRecords | null;
  /** What `after` made of it; null when the run failed, or broke off too early for that. */
  value: T | null;
}

/** What is made of a run that is over, while its engine still holds it. */
export type AfterRun<T> = (engine: Engine, run: PoolRun, records: RunRecords, state: RunEnd['state']) => Promise<T>;

export interface PoolProgress {
  state: 'running' | 'paused';
  /** Runs that are over, and runs in all. */
  done: number;
  runs: number;
  /** Share of the work done, 0 to 1; a run that may end early counts with all its epochs. */
  share: number;
  /** At the pace so far; null before there is one. */
  remainingSeconds: number | null;
  /** How many of the runs that are over diverged or failed. */
  lost: number;
}

/** The reader's browser has this many engines at once, at most. */
export const mostEngines = 4;

export function poolSize(runs: number, cores = navigator.hardwareConcurrency || 2): number {
  return Math.max(1, Math.min(runs, cores, mostEngines));
}

/** Multiplications of a run's whole training, roughly: what its share of the progress is measured by. */
export function workOf({ network, training, task }: Spec): number {
  const { width, hidden_layers: layers } = network;
  const points = pointsOf(task);
  const inputs = task.kind === 'images' ? 784 : 27;
  const weights = (layers - 1) * width * width + (inputs + 10) * width;
  // Two points share each pass over the weights; from some eight on, every point costs its own.
  return training.epochs * weights * Math.max(points, 8);
}

function pointsOf(task: Spec['task']): number {
  if (task.kind === 'images') return task.train_count;
  if (task.kind === 'feature_collapse') return 2 * task.side * task.side;
  if (task.kind === 'plane') return task.count ?? (task.points?.length ?? 0) / 3;
  return task.kind === 'xor' ? 4 : 2;
}

/**
 * Runs every experiment to its end. `after` is asked for each run while its engine still holds it, as for
 * fits; `changed` is told of the progress.
 */
export class EnginePool<T> {
  progress: PoolProgress;
  /** Every engine and what it trains, if anything. */
  private readonly engines = new Map<Engine, PoolRun | null>();
  private readonly todo: PoolRun[];
  private readonly outcomes = new Map<PoolRun, PoolOutcome<T>>();
  private readonly work: ReadonlyMap<PoolRun, number>;
  private readonly total: number;
  private paused = false;
  private stopped = false;
  /** Seconds at work so far, and since when it has been at work. */
  private spent = 0;
  private since = 0;
  private readonly gate = new Set<() => void>();
  private readonly epochs = new Map<PoolRun, number>();
  private readonly runs: readonly PoolRun[];
  private readonly data: { images?: ArrayBuffer; labels?: ArrayBuffer };

  /** data: for image tasks, the IDX bytes that every run takes its pictures from. */
  constructor(
    runs: readonly PoolRun[],
    private readonly after: AfterRun<T>,
    private readonly changed: () => void,
    data: { images?: ArrayBuffer; labels?: ArrayBuffer } = {},
  ) {
    this.runs = runs;
    this.data = data;
    this.todo = [...runs];
    this.work = new Map(runs.map((run) => [run, workOf(run.spec)]));
    this.total = [...this.work.values()].reduce((a, b) => a + b, 0) || 1;
    this.progress = {
      state: 'running',
      done: 0,
      runs: runs.length,
      share: 0,
      remainingSeconds: null,
      lost: 0,
    };
  }

  /** All outcomes in the order of the runs; null when it was stopped. */
  async start(size = poolSize(this.runs.length)): Promise<PoolOutcome<T>[] | null> {
    this.since = performance.now();
    const workers = Array.from({ length: size }, () => this.serve());
    await Promise.all(workers);
    if (this.stopped) return null;
    return this.runs.map((run) => this.outcomes.get(run)!);
  }

  pause(): void {
    if (this.paused || this.stopped) return;
    this.paused = true;
    this.spent += (performance.now() - this.since) / 1000;
    for (const engine of this.engines.keys()) void engine.pause().catch(() => {});
    this.report();
  }

  resume(): void {
    if (!this.paused || this.stopped) return;
    this.paused = false;
    this.since = performance.now();
    for (const [engine, run] of this.engines) if (run) void engine.run().catch(() => {});
    for (const open of this.gate) open();
    this.gate.clear();
    this.report();
  }

  stop(): void {
    this.stopped = true;
    for (const engine of this.engines.keys()) engine.close();
    for (const open of this.gate) open();
    this.gate.clear();
  }

  private async serve(): Promise<void> {
    const engine = new Engine();
    this.engines.set(engine, null);
    try {
      for (let run = this.todo.shift(); run && !this.stopped; run = this.todo.shift()) {
        const outcome = await this.train(engine, run);
        if (this.stopped) return;
        this.outcomes.set(run, outcome);
        this.engines.set(engine, null);
        this.report();
        if (this.paused) await new Promise<void>((open) => this.gate.add(open));
      }
    } finally {
      this.engines.delete(engine);
      engine.close();
    }
  }

  private async train(engine: Engine, run: PoolRun): Promise<PoolOutcome<T>> {
    try {
      const { state, message, records } = await runToEnd(engine, run.spec, {
        data: this.data,
        untilLoss: run.untilLoss,
        status: ({ epoch }) => {
          this.epochs.set(run, epoch);
          this.report();
        },
        begin: () => {
          this.engines.set(engine, run);
          return this.paused ? undefined : engine.run();
        },
      });
      this.engines.set(engine, null);
      const value = await this.after(engine, run, records, state).catch((error: unknown) => {
        // A run that broke off may be too short for what is asked of it.
        if (state === 'diverged' && error instanceof EngineError) return null;
        throw error;
      });
      return { run, state, message, records, value };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return { run, state: 'failed', message, records: null, value: null };
    }
  }

  private report(): void {
    let work = 0;
    for (const run of this.outcomes.keys()) work += this.work.get(run)!;
    for (const run of this.engines.values()) {
      const epochs = run ? (this.epochs.get(run) ?? 0) / run.spec.training.epochs : 0;
      if (run) work += this.work.get(run)! * epochs;
    }
    const share = Math.min(1, work / this.total);
    const now = this.paused ? 0 : (performance.now() - this.since) / 1000;
    const seconds = this.spent + now;
    const lost = [...this.outcomes.values()].filter(
      ({ state }) => state === 'diverged' || state === 'failed',
    ).length;
    this.progress = {
      state: this.paused ? 'paused' : 'running',
      done: this.outcomes.size,
      runs: this.runs.length,
      share,
      remainingSeconds:
        share > 0.002 && seconds > 0.3 ? (seconds * (1 - share)) / share : null,
      lost,
    };
    this.changed();
  }
}
