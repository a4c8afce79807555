/** The lab's comparison again with other seeds, one repetition after the other, each in workers of its own. */
import { withField } from '../../spec/paths.ts';
import type { Spec } from '../../spec/types.ts';
import { withChange, type Change } from './changes.ts';
import type { Look } from './looks.ts';
import { repeatCounts, type RepeatsShown } from './repeats-row.ts';
import { NetworksRun } from './run.ts';

/** What is repeated: the first network's settings, and how the others differ. */
export interface Compared {
  spec: Spec;
  changes: readonly Change[];
}

/** By how much seeds are raised from one repetition to the next: the least that gives no two of so many the same one. */
export function stride(seeds: readonly number[], repetitions: number): number {
  const apart = new Set(seeds.flatMap((a) => seeds.map((b) => Math.abs(a - b))));
  const shared = (by: number) => Array.from({ length: repetitions - 1 }, (_, k) => (k + 1) * by).some((distance) => apart.has(distance));
  let by = 1;
  while (shared(by)) by++;
  return by;
}

/** The repetition of a number; 0 is the comparison itself. */
export function repetition({ spec, changes }: Compared, number: number): Compared {
  const seeds = [spec, ...changes.map((change) => withChange(spec, change))].map(({ seed }) => seed);
  const by = number * stride(seeds, repeatCounts.at(-1)!);
  return {
    spec: withField(spec, 'seed', spec.seed + by),
    changes: changes.map((change) => (typeof change.seed === 'number' ? { ...change, seed: change.seed + by } : change)),
  };
}

/** What of settings decides the outcome: the layer looked at does not. */
const keyOf = ({ spec, changes }: Compared) => JSON.stringify([{ ...spec, observe: { ...spec.observe, layer: 0 } }, changes]);

export class Repeats implements RepeatsShown {
  /** Of every repetition that is done, its looks. */
  done: (readonly Look[])[] = [];
  /** Why one could not be compared; empty where nothing stands in the way. */
  problem = '';
  private key = '';
  private current: NetworksRun | null = null;

  constructor(
    public count: number,
    private readonly changed: () => void,
  ) {}

  get running(): boolean {
    return this.current !== null;
  }

  /** Share of all that is asked for, 0 to 1. */
  get progress(): number {
    return Math.min(1, (this.done.length + (this.current?.progress ?? 0)) / this.count);
  }

  /** Drops what belongs to another comparison. */
  keepTo(compared: Compared): void {
    const key = keyOf(compared);
    if (key === this.key) return;
    this.close();
    this.key = key;
    this.done = [];
    this.problem = '';
  }

  /** Goes on with those that are missing. own: the looks of the comparison itself, where it has been run to its end. */
  async start(compared: Compared, own: readonly Look[] | null): Promise<void> {
    this.keepTo(compared);
    if (this.running) return;
    this.problem = '';
    if (own && this.done.length === 0) this.done = [own];
    while (this.done.length < this.count) {
      const { spec, changes } = repetition(compared, this.done.length);
      const run = new NetworksRun(spec, () => this.changed(), () => changes, false);
      this.current = run;
      this.changed();
      await run.toEnd();
      // Stopped, or another comparison has begun.
      if (this.current !== run) return;
      this.current = null;
      const { problem, failure, trouble, finished, status } = run;
      if (finished && !trouble) this.done = [...this.done, run.looks];
      else this.problem = problem?.message || failure?.message || trouble || (status?.message ?? '');
      run.close();
      if (!finished || trouble) break;
    }
    this.changed();
  }

  /** What is done stays, and a later start goes on behind it. */
  stop(): void {
    this.close();
    this.changed();
  }

  close(): void {
    this.current?.close();
    this.current = null;
  }
}
