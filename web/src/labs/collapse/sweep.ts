/** Runs of several gains side by side, a worker each: where does collapse stop? */
import { EnginePool, mostEngines, type AfterRun, type PoolRun } from '../../engine/pool.ts';
import { smallSpec } from './regimes.ts';
import { keptFrom, learntLoss } from './thresholds.ts';

export interface SweepPoint {
  gain: number;
  seed: number;
  /** Collapse index of every hidden layer at the end. */
  index: number[];
  loss: number;
}

export const sweepGains = [0.5, 0.7, 0.8, 0.9, 1, 1.2, 1.5, 2] as const;

/** One worker for each core but one, so that the page stays at hand. */
export const sweepWorkers = () =>
  Math.max(2, Math.min(mostEngines, (navigator.hardwareConcurrency || 2) - 1));

export class Sweep {
  state: 'idle' | 'running' | 'finished' = 'idle';
  points: SweepPoint[] = [];
  problem = '';
  private pool: EnginePool<void> | null = null;

  constructor(private readonly changed: () => void) {}

  /** From 0 to 1. */
  get progress(): number {
    return this.pool?.progress.share ?? 0;
  }

  /** Estimated seconds to the end, or null. */
  get remaining(): number | null {
    return this.pool?.progress.remainingSeconds ?? null;
  }

  /** Trains `seeds` networks at every gain, from a first seed on, at most `workers` at a time. */
  async start(firstSeed: number, seeds: number, workers = sweepWorkers()): Promise<void> {
    this.stop();
    this.state = 'running';
    this.points = [];
    this.problem = '';
    const pool = (this.pool = new EnginePool<void>(sweepRuns(firstSeed, seeds), this.keep, this.changed));
    const outcomes = await pool.start(workers);
    if (!outcomes || pool !== this.pool) return;
    this.pool = null;
    this.problem = outcomes.find(({ state }) => state === 'failed')?.message ?? '';
    this.state = this.problem ? 'idle' : 'finished';
    this.changed();
  }

  private readonly keep: AfterRun<void> = async (_, { spec }, records, state) => {
    const layers = Array.from({ length: spec.network.hidden_layers }, (_, layer) => layer);
    const point = {
      gain: spec.network.gain,
      seed: spec.seed,
      index: layers.map((layer) => records.last(`collapse_layer_${layer}`)),
      loss: state === 'diverged' ? Infinity : records.last('loss'),
    };
    this.points = [...this.points, point].sort((a, b) => a.gain - b.gain || a.seed - b.seed);
  };

  /** Ends what is under way; what has come out stays. */
  stop(): void {
    this.pool?.stop();
    this.pool = null;
    if (this.state === 'running') this.state = 'idle';
  }
}

/** The longest first, so that no worker is left alone with one at the end. */
function sweepRuns(firstSeed: number, seeds: number): PoolRun[] {
  const specs = sweepGains.flatMap((gain) => Array.from({ length: seeds }, (_, k) => smallSpec(gain, firstSeed + k)));
  return specs
    .sort((a, b) => b.training.epochs - a.training.epochs)
    .map((spec) => ({ name: `${spec.network.gain} ${spec.seed}`, spec, untilLoss: 0 }));
}

/** The worst loss of the runs that a sweep's verdict rests on. */
export const worstLoss = (points: readonly SweepPoint[]): number =>
  Math.max(...points.map(({ loss }) => loss).filter((loss) => loss < learntLoss));

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
  const after = middle.findIndex(({ index }) => index >= keptFrom);
  if (after < 1) return NaN;
  const [a, b] = [middle[after - 1]!, middle[after]!];
  return a.gain + ((keptFrom - a.index) / (b.index - a.index)) * (b.gain - a.gain);
}
