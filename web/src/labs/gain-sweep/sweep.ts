/** Networks that differ only in their gain, trained one after the other, and the closed form beside them. */
import { Engine } from '../../engine/client.ts';
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

const curvePoints = 60;

/** Smallest first: off that one's end the ratio is read. */
export const gains = [0.2, 0.35, 0.5, 0.7, 1, 1.4, 2] as const;

export class GainSweep {
  runs: GainRun[] = [];
  problem = '';
  /** r = eta_h / eta_y, read off the end of the run of the smallest gain; NaN before. */
  ratio = NaN;
  /** The closed form over starts, from outputs that start equal. */
  curve: { h0: number[]; h: number[] } = { h0: [], h: [] };
  private engine: Engine | null = null;

  constructor(
    readonly spec: Spec,
    private readonly changed: () => void,
  ) {}

  get running(): boolean {
    return this.engine !== null;
  }

  get finished(): boolean {
    return !this.running && this.runs.length === gains.length;
  }

  /** Trains every network, the smallest gain first. */
  async start(): Promise<void> {
    this.close();
    this.runs = [];
    this.ratio = NaN;
    this.curve = { h0: [], h: [] };
    this.problem = '';
    const engine = (this.engine = new Engine());
    const late = () => engine !== this.engine;
    this.changed();
    try {
      for (const gain of gains) {
        const run = await this.train(engine, gain);
        if (late()) return;
        this.runs = [...this.runs, run];
        if (Number.isNaN(this.ratio)) {
          const { dx2, dy2 } = this.distances;
          this.ratio = ratioFromEnd(run.h0, run.y0, run.h, dx2, dy2);
        }
        await this.predict(engine);
        if (late()) return;
        this.changed();
      }
    } catch (error) {
      if (late()) return;
      this.problem = error instanceof Error ? error.message : String(error);
    }
    this.stop();
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
    this.close();
    this.changed();
  }

  close(): void {
    this.engine?.close();
    this.engine = null;
  }
}
