/**
 * Measures r = eta_h / eta_y where the theory is at home: networks of the same settings learn two points, one
 * after the other in a worker of their own. r follows from where such a run ends, or from fitting the three
 * equations to the whole of it; the middle value of several seeds counts.
 */
import { Engine } from '../../engine/client.ts';
import { ratioFromEnd } from '../../engine/final-distance.ts';
import type { Fit, Status } from '../../engine/protocol.ts';
import { pairColumn, trajectory } from '../../engine/records.ts';
import { runToEnd, type RunRecords } from '../../engine/run-to-end.ts';
import type { Spec } from '../../spec/types.ts';
import { pairLearntLoss } from './thresholds.ts';

export type RatioState = 'idle' | 'running' | 'ready' | 'failed';
/** From the final distances of the two-point runs, or from fits to their whole paths. */
export type RatioSource = 'end' | 'path';

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

/** Middle of the positive finite values; NaN when there are none. */
export function middle(values: readonly number[]): number {
  const usable = values
    .filter((value) => value > 0 && Number.isFinite(value))
    .sort((a, b) => a - b);
  const half = Math.floor(usable.length / 2);
  if (usable.length === 0) return NaN;
  return usable.length % 2 === 1 ? usable[half]! : Math.sqrt(usable[half - 1]! * usable[half]!);
}

export class RatioRuns {
  state: RatioState = 'idle';
  source: RatioSource = 'end';
  samples: RatioSample[] = [];
  message = '';
  private status: Status | null = null;
  /** While it is at work; what is no longer its own is dropped. */
  private engine: Engine | null = null;
  private runs: { spec: Spec; records: RunRecords }[] = [];
  private done = 0;
  private readFor = '';
  private key = '';
  private layer = 0;

  constructor(private readonly changed: () => void) {}

  /** The middle of what the runs so far say; NaN before the first, or when none says anything. */
  get ratio(): number {
    return middle(this.samples.map(({ ratio }) => ratio));
  }

  /** Share of the work done, 0 to 1. */
  get progress(): number {
    const current = this.status ? this.status.epoch / this.status.epochs : 0;
    return Math.min(1, (this.done + current) / ratioRuns);
  }

  /** Starts the runs for an XOR spec, or keeps those under way when they are for the same network. */
  async start(spec: Spec, layer: number): Promise<void> {
    const key = JSON.stringify([spec.network, spec.training, spec.seed]);
    if (key === this.key && this.state !== 'idle' && this.state !== 'failed') return;
    this.stop();
    this.key = key;
    this.layer = layer;
    this.state = 'running';
    await this.work(async (engine) => {
      for (let k = 0; k < ratioRuns; k++) {
        const own = twoPointSpec(spec, spec.seed + k, layer);
        const { state, records } = await runToEnd(engine, own, {
          untilLoss: pairLearntLoss,
          status: (status) => {
            this.status = status;
            this.changed();
          },
        });
        this.status = null;
        this.done++;
        if (state !== 'diverged') this.runs.push({ spec: own, records });
        await this.read(engine);
      }
      if (Number.isFinite(this.ratio)) this.state = 'ready';
      else this.fail('');
    });
  }

  /** Reads the ratio at another hidden layer, or in another way, from the same runs. */
  async readAs(layer: number, source: RatioSource = this.source): Promise<void> {
    this.layer = layer;
    this.source = source;
    if (!this.stale) return;
    // Cut short by the end of what is at work, it is read again there.
    if (this.engine) await this.read(this.engine).catch(() => {});
    else await this.work((engine) => this.read(engine));
  }

  /** What the samples are to rest on. */
  private get wanted(): string {
    return `${this.runs.length} ${this.layer} ${this.source}`;
  }

  private get stale(): boolean {
    return this.runs.length > 0 && this.wanted !== this.readFor;
  }

  /** Works with an engine of its own, which is freed when the work is done. */
  private async work(task: (engine: Engine) => Promise<void>): Promise<void> {
    const engine = (this.engine = new Engine());
    try {
      await task(engine);
      while (engine === this.engine && this.stale) await this.read(engine);
    } catch (error) {
      if (engine === this.engine) this.fail((error as Error).message);
    }
    engine.close();
    if (engine !== this.engine) return;
    this.engine = null;
    this.changed();
  }

  stop(): void {
    this.engine?.close();
    this.engine = null;
    this.state = 'idle';
    this.key = this.message = this.readFor = '';
    this.status = null;
    this.samples = [];
    this.runs = [];
    this.done = 0;
  }

  private async read(engine: Engine): Promise<void> {
    const { layer, source, wanted } = this;
    const { dx2, dy2 } = constants;
    const samples: RatioSample[] = [];
    for (const { spec, records } of this.runs) {
      if (source === 'end') {
        const [h, y] = [pairColumn(records, 'h', layer), pairColumn(records, 'y', layer)];
        const ratio = ratioFromEnd(h[0]!, y[0]!, h[h.length - 1]!, dx2, dy2);
        samples.push({ seed: spec.seed, ratio, fit: null });
      } else {
        // Fits are asked of an experiment, whose loss they are told.
        if (!engine.description) await engine.create(spec);
        const fit = await engine.fit({ trajectory: { rows: trajectory(records, layer) }, ...constants });
        samples.push({ seed: spec.seed, ratio: fit.eta_h / fit.eta_y, fit });
      }
    }
    if (engine !== this.engine || wanted !== this.wanted) return;
    this.samples = samples;
    this.readFor = wanted;
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
    task: { kind: 'two_points', ...constants, targets: 'paper' },
    training: { ...spec.training, loss: 'half_mse', epochs },
    observe: { layer, every: Math.max(1, Math.round(epochs / 600)), points: [0, 1] },
    seed,
  };
}
