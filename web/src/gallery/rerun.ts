/** A figure run again in this browser: its sizes, its pool, and what came out of it. */
import { Engine } from '../engine/client.ts';
import { EnginePool, poolSize, type PoolOutcome, type PoolProgress } from '../engine/pool.ts';
import { formatDuration } from '../shell/format.ts';
import { galleryStrings } from '../strings/gallery.ts';
import { compare } from './identity.ts';
import { forgetKept, keep, recallKept, type Kept } from './kept.ts';
import { planOf } from './plans/index.ts';
import type { Plan, RunData, Size } from './plans/plan.ts';
import { estimate } from './probe.ts';
import type { StoredResult } from './stored.ts';
import { typesetPlain } from './typeset.ts';

const words = galleryStrings.rerun;

/** Reruns under way on the page: a device at work tells nothing about how fast it is. */
let underWay = 0;

export type RerunState = 'idle' | 'running' | 'paused' | 'finishing';

export class Rerun {
  state: RerunState = 'idle';
  progress: PoolProgress | null = null;
  sizes: Size[] = [];
  size: Size | null = null;
  /** In words, or empty. */
  estimate = '';
  notice = '';
  /** Whether the reader has run what is shown, in this visit. */
  asked = false;
  /** The latest result, from this visit or an earlier one. */
  result: Kept | null = null;
  /** Whether the result will be there on the next visit. */
  kept = true;
  private group = '';
  private pool: EnginePool<unknown> | null = null;
  private readonly plan: Plan;

  constructor(private readonly stored: StoredResult, private readonly changed: () => void) {
    this.plan = planOf(stored.figure);
  }

  /** Of the figure. */
  get title(): string {
    return typesetPlain(this.stored.title);
  }

  get busy(): boolean {
    return this.state !== 'idle';
  }

  /** Turns to a group of panels; what runs for another one is stopped. */
  show(shown: string): void {
    const group = this.plan.allGroups ? '' : shown;
    if (this.sizes.length > 0 && group === this.group) return this.changed();
    if (this.busy) this.stop();
    this.group = group;
    this.asked = false;
    this.sizes = this.plan.sizes(this.stored, group);
    this.size = this.sizes[0] ?? null;
    this.result = recallKept(this.stored.figure, group, this.stored.verdict);
    this.estimate = '';
    this.changed();
  }

  choose(id: string): void {
    this.size = this.sizes.find((size) => size.id === id) ?? this.size;
    this.estimate = '';
    void this.measure();
  }

  get workers(): number {
    return poolSize(this.size?.runs.length ?? 1);
  }

  /** Estimates the time of the chosen size, unless that is known or a run is under way. */
  async measure(): Promise<void> {
    const { size } = this;
    if (!size || this.estimate || underWay > 0) return;
    // What must be fetched first is fetched when it is asked for, not for an estimate.
    if (this.plan.data) {
      this.estimate = words.fetches;
      return this.changed();
    }
    this.estimate = words.estimating;
    this.changed();
    let text: string;
    try {
      const time = formatDuration(Math.max(1, await estimate(size.runs)));
      text = size.mayEndEarly ? words.atMost(time) : words.estimate(time);
    } catch {
      text = words.estimateFailed;
    }
    if (size !== this.size) return;
    this.estimate = text;
    this.changed();
  }

  async run(): Promise<void> {
    const { size, group, plan, stored } = this;
    if (!size || this.busy) return;
    this.notice = '';
    this.asked = true;
    this.state = 'running';
    this.progress = null;
    this.changed();
    let data: RunData;
    try {
      data = (await plan.data?.()) ?? {};
    } catch (error) {
      return this.fail(error);
    }
    const pool = (this.pool = new EnginePool<unknown>(
      size.runs,
      (engine, run, records) => plan.after(engine, run, records, stored),
      () => {
        if (pool !== this.pool) return;
        this.progress = pool.progress;
        this.changed();
      },
      data,
    ));
    this.changed();
    underWay++;
    const outcomes = await pool.start().finally(() => underWay--);
    if (pool !== this.pool || !outcomes) return;
    this.state = 'finishing';
    this.changed();
    try {
      const result = await this.gather(outcomes, size, group);
      if (pool !== this.pool) return;
      this.result = result;
      this.kept = keep(stored.figure, group, result);
    } catch (error) {
      return this.fail(error);
    }
    this.pool = null;
    this.state = 'idle';
    this.changed();
  }

  private fail(error: unknown): void {
    this.pool = null;
    this.state = 'idle';
    this.notice = error instanceof Error ? error.message : String(error);
    this.changed();
  }

  pause(): void {
    this.pool?.pause();
    this.state = 'paused';
    this.changed();
  }

  resume(): void {
    this.state = 'running';
    this.pool?.resume();
    this.changed();
  }

  stop(): void {
    const { pool } = this;
    this.pool = null;
    pool?.stop();
    this.state = 'idle';
    this.progress = null;
    this.notice = words.stopped;
    this.changed();
  }

  /** Ends what runs, as when the page is left. */
  close(): void {
    this.pool?.stop();
    this.pool = null;
    this.state = 'idle';
  }

  forget(): void {
    forgetKept(this.stored.figure, this.group);
    this.result = null;
    this.changed();
  }

  private async gather(
    outcomes: readonly PoolOutcome<unknown>[],
    size: Size,
    group: string,
  ): Promise<Kept> {
    const { plan, stored } = this;
    const engine = new Engine();
    try {
      const panels = await plan.panels(outcomes, stored, group, engine);
      const { text, identical } = identityIn(outcomes, stored);
      return {
        verdict: stored.verdict,
        size: size.label,
        when: new Date().toISOString(),
        panels,
        sentence: plan.sentence(outcomes, stored, group, panels),
        identity: text,
        identical,
        losses: outcomes.flatMap(({ state, run, message }) =>
          state === 'diverged'
            ? [words.diverged(run.name, message)]
            : state === 'failed'
              ? [words.failed(run.name, message)]
              : [],
        ),
      };
    } finally {
      engine.close();
    }
  }
}

function identityIn(
  outcomes: readonly PoolOutcome<unknown>[],
  stored: StoredResult,
): { text: string; identical: boolean } {
  const { compared, same, difference } = compare(outcomes, stored);
  if (compared === 0) return { text: words.incomparable, identical: false };
  if (!difference) return { text: words.same(same), identical: true };
  const { run, quantity, here, stored: before } = difference;
  const differs = words.differs(run, quantity, String(here), String(before));
  const text = compared > 1 ? `${words.partly(same, compared)} ${differs}` : differs;
  return { text, identical: false };
}
