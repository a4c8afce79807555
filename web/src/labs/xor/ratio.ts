/**
 * Measures r = eta_h / eta_y where the theory is at home: networks of the same settings learn two points, one
 * after the other in a worker of their own. r follows from where such a run ends, or from fitting the three
 * equations to the whole of it; the middle value of several seeds counts.
 */
import { Engine } from '../../engine/client.ts';
import type { Fit, Status } from '../../engine/protocol.ts';
import { columnNames, trajectory, type RecordTable } from '../../engine/records.ts';
import type { Spec } from '../../spec/types.ts';

export type RatioState = 'idle' | 'running' | 'ready' | 'failed';
/** From the final distances of the two-point runs, or from fits to their whole paths. */
export type RatioSource = 'end' | 'path';

/** Below this loss the two points are learnt, and lie within a few thousandths of where they end. */
const learntLoss = 1e-7;
/** Two points at half the error take longer than four; a run ends as soon as they are learnt. */
const epochsFactor = 3;
export const ratioRuns = 3;
/** Squared distances of the two points' inputs and targets. */
const constants = { dx2: 1, dy2: 1 };

/** What one two-point run says at the observed layer. */
export interface RatioSample {
  seed: number;
  ratio: number;
  fit: Fit | null;
}

/** The ratio at which a pair that started at h0, y0 ends at h: the final-distance formula solved for r. */
export function ratioFromEnd(h0: number, y0: number, h: number, dx2: number, dy2: number): number {
  return (h * (h - h0)) / (dx2 * (dy2 - (y0 / h0) * h));
}

/** Middle of the positive finite values; NaN when there are none. */
export function middle(values: readonly number[]): number {
  const usable = values
    .filter((value) => value > 0 && Number.isFinite(value))
    .sort((a, b) => a - b);
  const half = Math.floor(usable.length / 2);
  if (usable.length === 0) return NaN;
  return usable.length % 2 === 1 ? usable[half]! : Math.sqrt(usable[half - 1]! * usable[half]!);
}

/**
 * How many records of a two-point run count: those up to the first at which it has learnt, all if it has not. A run
 * is stopped when word of it arrives, some records later on one machine than on another; its ratio must not hang on
 * that.
 */
export function countedRecords(loss: ArrayLike<number>): number {
  for (let k = 0; k < loss.length; k++) if (loss[k]! < learntLoss) return k + 1;
  return loss.length;
}

export class RatioRuns {
  state: RatioState = 'idle';
  source: RatioSource = 'end';
  samples: RatioSample[] = [];
  message = '';
  private status: Status | null = null;
  private engine: Engine | null = null;
  private tables: { seed: number; table: RecordTable }[] = [];
  private key = '';
  private layer = 0;
  private readonly changed: () => void;

  constructor(changed: () => void) {
    this.changed = changed;
  }

  /** The middle of what the runs so far say; NaN before the first, or when none says anything. */
  get ratio(): number {
    return middle(this.samples.map(({ ratio }) => ratio));
  }

  /** Share of the work done, 0 to 1. */
  get progress(): number {
    const current = this.status ? this.status.epoch / this.status.epochs : 0;
    return Math.min(1, (this.tables.length + current) / ratioRuns);
  }

  /** Starts the runs for an XOR spec, or keeps those under way when they are for the same network. */
  async start(spec: Spec, layer: number): Promise<void> {
    const key = JSON.stringify([spec.network, spec.training, spec.seed]);
    if (key === this.key && this.state !== 'idle' && this.state !== 'failed') return;
    this.stop();
    this.key = key;
    this.layer = layer;
    this.state = 'running';
    const engine = (this.engine = new Engine());
    try {
      for (let k = 0; k < ratioRuns; k++) {
        const table = await this.runOnce(engine, twoPointSpec(spec, spec.seed + k, layer));
        if (engine !== this.engine) return;
        if (table) this.tables.push({ seed: spec.seed + k, table });
        await this.read();
      }
      if (Number.isFinite(this.ratio)) this.state = 'ready';
      else this.fail('');
    } catch (error) {
      if (engine === this.engine) this.fail((error as Error).message);
    }
    this.changed();
  }

  /** Reads the ratio at another hidden layer, or in another way, from the same runs. */
  async readAs(layer: number, source: RatioSource = this.source): Promise<void> {
    this.layer = layer;
    this.source = source;
    await this.read();
  }

  stop(): void {
    this.engine?.close();
    this.engine = null;
    this.state = 'idle';
    this.key = this.message = '';
    this.status = null;
    this.samples = [];
    this.tables = [];
  }

  /** Trains two points until they are learnt; null when training diverged. */
  private async runOnce(engine: Engine, spec: Spec): Promise<RecordTable | null> {
    await engine.create(spec);
    const done = new Promise<boolean>((resolve, reject) => {
      const ends = [
        engine.on('status', (status) => {
          this.status = status;
          this.changed();
          const learnt = (engine.records?.last('loss') ?? Infinity) < learntLoss;
          if (!learnt && status.state !== 'finished' && status.state !== 'diverged') return;
          ends.forEach((end) => end());
          resolve(status.state !== 'diverged');
        }),
        engine.on('failure', (failure) => reject(new Error(failure.message))),
      ];
    });
    await engine.run();
    const good = await done;
    await engine.pause();
    this.status = null;
    return good ? engine.records : null;
  }

  private async read(): Promise<void> {
    const { engine, layer, source } = this;
    if (!engine) return;
    const samples: RatioSample[] = [];
    for (const { seed, table } of this.tables) {
      const [h, y] = [table.column(columnNames.h(0, 1, layer)), table.column(columnNames.y(0, 1))];
      const length = countedRecords(table.column('loss'));
      if (source === 'end') {
        const ratio = ratioFromEnd(h[0]!, y[0]!, h[length - 1]!, constants.dx2, constants.dy2);
        samples.push({ seed, ratio, fit: null });
      } else {
        const fit = await engine.fit({
          trajectory: { rows: trajectory({ length, column: (name) => table.column(name) }, layer) },
          ...constants,
        });
        samples.push({ seed, ratio: fit.eta_h / fit.eta_y, fit });
      }
    }
    if (engine !== this.engine || layer !== this.layer || source !== this.source) return;
    this.samples = samples;
    this.changed();
  }

  private fail(message: string): void {
    this.state = 'failed';
    this.message = message;
  }
}

/** The two-point experiment for a network's settings. */
export function twoPointSpec(spec: Spec, seed: number, layer: number): Spec {
  const epochs = spec.training.epochs * epochsFactor;
  return {
    ...spec,
    task: { kind: 'two_points', ...constants },
    training: { ...spec.training, loss: 'half_mse', epochs },
    observe: { layer, every: Math.max(1, Math.round(epochs / 600)), points: [0, 1] },
    seed,
  };
}
