/** A two-point run with a fit of the equations in use, kept up with it, and of systems to compare it with at its end. */
import { EngineError } from '../../engine/client.ts';
import { Experiment, gone } from '../../engine/experiment.ts';
import { fewestRecords, fitCurve, fitEveryMilliseconds, fitParts, type FittedCurve } from '../../engine/fit.ts';
import { Paced } from '../../engine/paced.ts';
import type { Status, System } from '../../engine/protocol.ts';
import type { Spec } from '../../spec/types.ts';
import { keyOf, systemOf, unaltered, type Factors } from './systems.ts';

export interface SystemFit {
  system: System;
  /** Null where no rates could be found. */
  fitted: FittedCurve | null;
}

export class AlteredRun extends Experiment {
  factors: Factors = unaltered;
  /** The latest fit of the system in use. */
  current: SystemFit | null = null;
  /** By system's key: fits to all records of a run that is over. */
  readonly fits = new Map<string, FittedCurve | null>();
  private readonly fitting = new Paced(fitEveryMilliseconds, (signal) => this.fitAll(signal), fitParts);

  /** named: the systems that are fitted at the end of a run without being asked for, by their keys. */
  constructor(spec: Spec, readonly named: readonly string[], changed: () => void) {
    super(spec, changed);
  }

  get system(): System {
    return systemOf(this.factors);
  }

  /** Fits other equations to the same run. */
  alter(factors: Factors): void {
    this.factors = factors;
    this.current = null;
    this.fitting.request(true);
    this.changed();
  }

  protected override forget(): void {
    this.fitting.stop();
    this.current = null;
    this.fits.clear();
  }

  protected override moved(before: Status | null): void {
    if (this.over && before?.state !== this.status?.state) this.fitting.request(true);
  }

  protected override recorded(): void {
    this.fitting.request();
  }

  private async fitAll(signal: AbortSignal): Promise<void> {
    const { status, named, fits, system: present } = this;
    if (this.length < fewestRecords || status?.state === 'diverged') return;
    const end = status?.state === 'finished';
    for (const system of [present, ...(end ? named : [])]) {
      const key = keyOf(system);
      const known = fits.get(key);
      const fitted = known === undefined ? await this.fit(system, signal) : known;
      if (fitted === gone) return;
      if (end) fits.set(key, fitted);
      if (system === present) this.current = { system, fitted };
      this.changed();
    }
  }

  /** Null where the core finds no rates, `gone` where nobody waits for them any more. */
  private async fit(system: System, signal: AbortSignal): Promise<FittedCurve | null | typeof gone> {
    const { observe, training } = this.spec;
    const request = { trajectory: { layer: observe.layer }, system };
    try {
      const fitted = await this.ask((engine) => fitCurve(engine, request, training.epochs, signal));
      return signal.aborted ? gone : fitted;
    } catch (error) {
      if (signal.aborted) return gone;
      if (error instanceof EngineError) return null;
      throw error;
    }
  }
}
