/** Networks that differ only in their gain, trained one after the other, and the closed form beside them. */
import { Engine, EngineError } from '../../engine/client.ts';
import { ratioFromEnd } from '../../engine/final-distance.ts';
import { pairColumn } from '../../engine/records.ts';
import { runToEnd } from '../../engine/run-to-end.ts';
import type { Spec } from '../../spec/types.ts';

export interface GainRun {
  gain: number;
  /** Squared hidden and output distance at the start, hidden at the end. */
  h0: number;
  y0: number;
  h: number;
  loss: number;
  /** End by the closed form with the common ratio; NaN before it is known. */
  predicted: number;
}

/** A run with a higher loss has not learnt its task: the closed form speaks of the end. */
export const learntLoss = 1e-3;

const curvePoints = 60;

export class GainSweep {
  readonly gains: readonly number[];
  spec: Spec;
  runs: GainRun[] = [];
  running = false;
  problem = '';
  /** r = eta_h / eta_y, read off the end of the run of the smallest gain; NaN before. */
  ratio = NaN;
  /** The closed form over starts, from outputs that start equal. */
  curve: { h0: number[]; h: number[] } = { h0: [], h: [] };
  private engine: Engine | null = null;
  private generation = 0;
  private readonly changed: () => void;

  constructor(spec: Spec, gains: readonly number[], changed: () => void) {
    this.spec = spec;
    this.gains = [...gains].sort((a, b) => a - b);
    this.changed = changed;
  }

  get finished(): boolean {
    return !this.running && this.runs.length === this.gains.length;
  }

  /** Trains every network, the smallest gain first. */
  async start(): Promise<void> {
    const generation = ++this.generation;
    this.stopEngine();
    this.runs = [];
    this.ratio = NaN;
    this.curve = { h0: [], h: [] };
    this.problem = '';
    this.running = true;
    this.changed();
    const engine = (this.engine = new Engine());
    try {
      for (const gain of this.gains) {
        const run = await this.train(engine, gain);
        if (generation !== this.generation) return;
        this.runs = [...this.runs, run];
        if (Number.isNaN(this.ratio)) {
          const { dx2, dy2 } = this.distances;
          this.ratio = ratioFromEnd(run.h0, run.y0, run.h, dx2, dy2);
        }
        await this.predict(engine);
        if (generation !== this.generation) return;
        this.changed();
      }
    } catch (error) {
      if (generation !== this.generation) return;
      this.problem = error instanceof EngineError ? error.message : String(error);
    }
    this.running = false;
    this.stopEngine();
    this.changed();
  }

  private async train(engine: Engine, gain: number): Promise<GainRun> {
    const spec = { ...this.spec, network: { ...this.spec.network, gain } };
    const { state, message, records } = await runToEnd(engine, spec);
    if (state === 'diverged') throw new Error(message);
    const h = pairColumn(records, 'h', spec.observe.layer);
    return {
      gain,
      h0: h[0]!,
      y0: pairColumn(records, 'y', 0)[0]!,
      h: h[h.length - 1]!,
      loss: records.last('loss'),
      predicted: NaN,
    };
  }

  private get distances(): { dx2: number; dy2: number } {
    const { task } = this.spec;
    if (task.kind !== 'two_points') throw new Error('A sweep over gains needs the two-point task.');
    return task;
  }

  private async predict(engine: Engine): Promise<void> {
    const { dx2, dy2 } = this.distances;
    const { ratio, runs } = this;
    if (!(ratio > 0)) return;
    const starts = runs.map(({ h0 }) => h0);
    const [low, high] = [Math.min(...starts) / 3, 3 * Math.max(...starts)];
    const h0 = Array.from(
      { length: curvePoints },
      (_, k) => low * (high / low) ** (k / (curvePoints - 1)),
    );
    const all = [...starts, ...h0];
    const final = await engine.predictMany({
      h0: all,
      y0: [...runs.map(({ y0 }) => y0), ...h0.map(() => 0)],
      dx2: all.map(() => dx2),
      dy2: all.map(() => dy2),
      ratio,
    });
    this.runs = runs.map((run, k) => ({ ...run, predicted: final[k]! }));
    this.curve = { h0, h: final.slice(runs.length) };
  }

  stop(): void {
    this.generation++;
    this.running = false;
    this.stopEngine();
    this.changed();
  }

  close(): void {
    this.generation++;
    this.running = false;
    this.stopEngine();
  }

  private stopEngine(): void {
    this.engine?.close();
    this.engine = null;
  }

  /** A number about the sweep by the name that tutorials use; NaN when it cannot be had. */
  measure(name: string): number {
    const learnt = this.runs.filter(({ loss }) => loss < learntLoss);
    if (learnt.length === 0) return NaN;
    const off = learnt.map(({ h, predicted }) => Math.max(h / predicted, predicted / h));
    const [first, last] = [learnt[0]!, learnt[learnt.length - 1]!];
    switch (name) {
      case 'progress':
        return this.runs.length / this.gains.length;
      case 'loss':
        return Math.max(...this.runs.map(({ loss }) => loss));
      case 'worst_factor':
        return Math.max(...off);
      case 'small_end':
        return first.h;
      case 'large_memory':
        return last.h / last.h0;
      case 'gain':
        return this.spec.network.gain;
    }
    return NaN;
  }
}
