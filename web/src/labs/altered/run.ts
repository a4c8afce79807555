/** A two-point run with a fit of the equations in use, kept up with it, and of systems to compare it with at its end. */
import { EngineError } from '../../engine/client.ts';
import type { Fit, System, TheoryCurve } from '../../engine/protocol.ts';
import { EngineRun } from '../../engine/run.ts';
import type { Spec } from '../../spec/types.ts';
import { keyOf } from './systems.ts';

/** While training, a fit this often: it takes the worker's time from the network. */
const everyMilliseconds = 400;
/** With fewer records the rates are anybody's guess. */
const fewestRecords = 6;
const curvePoints = 241;

export interface SystemFit {
  system: System;
  /** Null where no rates could be found. */
  fit: Fit | null;
  /** Number of records it rests on. */
  records: number;
}

export class AlteredRun extends EngineRun {
  system: System;
  /** The latest fit of the system in use, and its curve over the whole run. */
  current: SystemFit | null = null;
  curve: TheoryCurve | null = null;
  /** By system's key: fits to all records of a run that is over. */
  readonly fits = new Map<string, Fit | null>();
  private timer = 0;
  private last = -Infinity;
  private busy = false;
  private wanted = false;
  /** Counts experiments, so that what was asked of an older one is dropped. */
  private generation = 0;

  /** named: the systems that are fitted at the end of a run without being asked for, by their keys. */
  constructor(spec: Spec, system: System, readonly named: readonly string[], changed: () => void) {
    super(spec, changed);
    this.system = system;
  }

  override async reset(): Promise<void> {
    this.forget();
    await super.reset();
  }

  /** Fits other equations to the same run. */
  use(system: System): void {
    this.system = system;
    this.current = this.curve = null;
    this.request(true);
    this.changed();
  }

  override close(): void {
    this.forget();
    super.close();
  }

  protected override moved(): void {
    if (this.finished) this.request(true);
  }

  protected override recorded(): void {
    this.request(false);
  }

  protected override forget(): void {
    this.generation++;
    clearTimeout(this.timer);
    this.timer = 0;
    this.current = this.curve = null;
    this.fits.clear();
  }

  /** Asks for a fit: at most every 400 ms and never two at once, unless it should not wait. */
  private request(now: boolean): void {
    this.wanted = true;
    if (now) {
      clearTimeout(this.timer);
      this.timer = 0;
    }
    if (this.busy || this.timer) return;
    const wait = now ? 0 : Math.max(0, this.last + everyMilliseconds - performance.now());
    this.timer = window.setTimeout(() => void this.work(), wait);
  }

  private async work(): Promise<void> {
    this.timer = 0;
    this.wanted = false;
    this.busy = true;
    this.last = performance.now();
    try {
      await this.fitAll();
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
    } finally {
      this.busy = false;
      if (this.wanted) this.request(this.finished);
    }
  }

  private async fitAll(): Promise<void> {
    const { generation, system, finished } = this;
    const still = () => generation === this.generation;
    const count = this.length;
    if (count < fewestRecords || this.status?.state === 'diverged') return;
    const key = keyOf(system);
    const fit = this.fits.get(key) ?? (await this.fit(system));
    const curve = fit ? await this.curveOf(system, fit) : null;
    if (!still() || system !== this.system) return;
    this.current = { system, fit, records: count };
    this.curve = curve;
    if (finished) this.fits.set(key, fit);
    this.changed();
    if (!finished) return;
    for (const other of this.named) {
      if (this.fits.has(other)) continue;
      const another = await this.fit(other);
      if (!still()) return;
      this.fits.set(other, another);
      this.changed();
    }
  }

  /** Null where the core finds no rates. */
  private async fit(system: System): Promise<Fit | null> {
    try {
      const trajectory = { layer: this.spec.observe.layer };
      return await this.engine!.fit({ trajectory, system });
    } catch (error) {
      if (error instanceof EngineError && error.failure.kind === 'invalid') return null;
      throw error;
    }
  }

  private async curveOf(system: System, fit: Fit): Promise<TheoryCurve> {
    const { h0, y0, w0, dx2, dy2, eta_h, eta_y } = fit;
    const until = this.spec.training.epochs;
    const start = { h0, y0, w0, dx2, dy2, eta_h, eta_y };
    return this.engine!.theory({ ...start, system, until, points: curvePoints });
  }
}
