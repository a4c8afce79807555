/** The lab's repetitions over seeds: what runs and shows them is fetched when the reader first asks for them. */
import { nothing } from 'lit';
import { networksStrings as words } from '../../strings/networks.ts';
import type { Kind } from './measured.ts';
import { repeatCounts, type RepeatsActions, type RepeatsShown } from './repeats-row.ts';
import type { Compared, Repeats } from './repeats.ts';
import type { NetworksRun } from './run.ts';

type View = (typeof import('./repeats-view.ts'))['repeatsView'];

export class OverSeeds {
  private repeats: Repeats | null = null;
  private drawn: View | null = null;
  private count: number = repeatCounts[1];
  /** Why it could not be fetched. */
  private problem = '';

  /** run: the lab's own, which is repeated. */
  constructor(
    private readonly run: () => NetworksRun,
    private readonly changed: () => void,
  ) {}

  readonly actions: RepeatsActions = {
    start: () => void this.start(),
    stop: () => this.repeats?.stop(),
    count: (count) => {
      this.count = count;
      if (this.repeats) this.repeats.count = count;
      this.changed();
    },
  };

  get shown(): RepeatsShown {
    return this.repeats ?? { done: [], count: this.count, running: false, progress: 0, problem: this.problem };
  }

  /** The chart, once there is something to draw. */
  view(run: NetworksRun, kind: Kind): unknown {
    const { repeats, drawn } = this;
    return repeats && drawn && (repeats.running || repeats.done.length > 0) ? drawn(run, repeats, kind) : nothing;
  }

  private get compared(): Compared {
    const { spec, changes } = this.run();
    return { spec, changes };
  }

  /** Drops what belongs to settings before the present ones, and lets the run know what there is. */
  follow(): void {
    this.repeats?.keepTo(this.compared);
    this.run().repeated = this.repeats?.done ?? [];
  }

  private async start(): Promise<void> {
    this.repeats ??= await this.fetch();
    const { finished, looks } = this.run();
    await this.repeats?.start(this.compared, finished ? looks : null);
  }

  private async fetch(): Promise<Repeats | null> {
    const modules = await Promise.all([import('./repeats.ts'), import('./repeats-view.ts')]).catch(() => null);
    this.problem = modules ? '' : words.repeats.notFetched;
    this.changed();
    if (!modules) return null;
    this.drawn = modules[1].repeatsView;
    // Pressed twice meanwhile, it is still one.
    return this.repeats ?? new modules[0].Repeats(this.count, () => {
      this.follow();
      this.changed();
    });
  }

  close(): void {
    this.repeats?.close();
  }
}
