/** Runs of several gains side by side, a worker each: where does collapse stop? */
import { Engine, EngineError } from '../../engine/client.ts';
import { runToEnd } from '../../engine/run-to-end.ts';
import type { Spec } from '../../spec/types.ts';

export interface SweepPoint {
  gain: number;
  seed: number;
  /** Collapse index of every hidden layer at the end. */
  index: number[];
  loss: number;
}

/** A run with a higher final loss has not learnt the task, and says nothing about its end. */
export const learntLoss = 0.01;

export class Sweep {
  state: 'idle' | 'running' | 'finished' = 'idle';
  points: SweepPoint[] = [];
  problem = '';
  /** From 0 to 1. */
  progress = 0;
  /** Estimated seconds to the end, or null. */
  remaining: number | null = null;
  private readonly changed: () => void;
  private engines: Engine[] = [];
  private begun = 0;

  constructor(changed: () => void) {
    this.changed = changed;
  }

  /** Runs all specs, at most `workers` at a time. */
  async start(specs: readonly Spec[], workers: number): Promise<void> {
    this.stop();
    const epochs = specs.map(({ training }) => training.epochs);
    const total = epochs.reduce((sum, n) => sum + n, 0);
    const done = specs.map(() => 0);
    this.state = 'running';
    this.points = [];
    this.problem = '';
    this.progress = 0;
    this.remaining = null;
    this.begun = performance.now();
    const advance = (k: number, epoch: number) => {
      done[k] = epoch;
      this.progress = done.reduce((sum, n) => sum + n, 0) / total;
      const seconds = (performance.now() - this.begun) / 1000;
      this.remaining = this.progress > 0.02 ? (seconds / this.progress) * (1 - this.progress) : null;
      this.changed();
    };
    // The longest first, so that no worker is left alone with one at the end.
    const queue = specs.map((_, k) => k).sort((a, b) => epochs[b]! - epochs[a]!);
    const mine = (this.engines = Array.from(
      { length: Math.min(workers, specs.length) },
      () => new Engine(),
    ));
    await Promise.all(
      mine.map(async (engine) => {
        try {
          for (let k = queue.shift(); k !== undefined; k = queue.shift()) {
            await this.runOne(engine, specs[k]!, (epoch) => advance(k!, epoch));
          }
        } catch (error) {
          if (error instanceof EngineError && error.failure.kind === 'closed') return;
          this.problem = error instanceof Error ? error.message : String(error);
        }
      }),
    );
    if (mine !== this.engines) return;
    for (const engine of mine) engine.close();
    this.engines = [];
    this.state = this.problem ? 'idle' : 'finished';
    this.changed();
  }

  private async runOne(engine: Engine, spec: Spec, progress: (epoch: number) => void) {
    const { state, records } = await runToEnd(engine, spec, { status: ({ epoch }) => progress(epoch) });
    progress(spec.training.epochs);
    this.points.push({
      gain: spec.network.gain,
      seed: spec.seed,
      index: Array.from({ length: spec.network.hidden_layers }, (_, layer) =>
        records.last(`collapse_layer_${layer}`),
      ),
      loss: state === 'diverged' ? Infinity : records.last('loss'),
    });
    this.points.sort((a, b) => a.gain - b.gain || a.seed - b.seed);
    this.changed();
  }

  /** Ends what is under way; what has come out stays. */
  stop(): void {
    for (const engine of this.engines) engine.close();
    this.engines = [];
    if (this.state === 'running') this.state = 'idle';
  }
}

/** The middle index of a layer at each gain, over the runs that learnt and have one. */
export function middleByGain(
  points: readonly SweepPoint[],
  layer: number,
): { gain: number; index: number }[] {
  const gains = [...new Set(points.map(({ gain }) => gain))].sort((a, b) => a - b);
  return gains.flatMap((gain) => {
    const values = points
      .filter((point) => point.gain === gain && point.loss < learntLoss)
      .map(({ index }) => index[layer]!)
      .filter((index) => !Number.isNaN(index))
      .sort((a, b) => a - b);
    if (values.length === 0) return [];
    const half = Math.floor(values.length / 2);
    const index = values.length % 2 ? values[half]! : 0.5 * (values[half - 1]! + values[half]!);
    return [{ gain, index }];
  });
}

/** The gain at which the middle index first passes one half, straight between its neighbours; NaN if it does not. */
export function threshold(points: readonly SweepPoint[], layer: number): number {
  const middle = middleByGain(points, layer);
  const after = middle.findIndex(({ index }) => index >= 0.5);
  if (after < 1) return NaN;
  const [a, b] = [middle[after - 1]!, middle[after]!];
  return a.gain + ((0.5 - a.index) / (b.index - a.index)) * (b.gain - a.gain);
}
