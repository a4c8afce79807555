/** One run of the lab: the experiment in its worker, what it records, and what is made of that. */
import { Engine, EngineError } from '../../engine/client.ts';
import type { Fit, Problem, Status, Structure, TheoryCurve } from '../../engine/protocol.ts';
import { columnNames, type RecordTable } from '../../engine/records.ts';
import type { ImagesTask, Spec } from '../../spec/types.ts';
import type { DigitSet } from './digit-set.ts';
import { examine, fewestRecords, type Findings, type Trajectory } from './misfit.ts';
import { findMistakes, judge, type Verdict } from './mistakes.ts';
import { squaredInputDistance, squaredTargetDistance } from './pair.ts';
import { select, type Subset } from './subset.ts';

/** Milliseconds between two looks at the held-out digits and the fit while training. */
const lookEvery = 700;

/** Evenly spaced times at which the theory is drawn. */
const theoryPoints = 240;

/** At most this many pictures are arranged at once, as in the paper's figure. */
const mostArranged = 100;

/** How the observed layer arranged many pictures at one moment of the run. */
export interface Arrangement {
  epoch: number;
  structure: Structure;
}

export type Outcome = 'created' | 'refused' | 'failed' | 'superseded';

export class DigitsRun {
  status: Status | null = null;
  /** The field that the core refuses, or null. */
  problem: Problem | null = null;
  /** Any other failure, in words. */
  failure = '';
  subset: Subset | null = null;
  mistakes: Verdict[] = [];
  /** Current outputs for the held-out digits, row by row. */
  outputs = new Float32Array(0);
  fit: Fit | null = null;
  fitFailure = '';
  theory: TheoryCurve | null = null;
  findings: Findings | null = null;
  /** How the observed layer arranged many pictures when last asked for. */
  arrangement: Arrangement | null = null;
  arranging = false;
  /** Parameters of the network; 0 before it is made. */
  parameters = 0;
  private engine: Engine | null = null;
  /** What runs, and on which pictures; null while nothing does. */
  spec: Spec | null = null;
  set: DigitSet | null = null;
  /** Counts runs from the start, so that what is learnt about an older one is dropped. */
  private version = 0;
  /** Counts attempts to make one. */
  private attempt = 0;
  private lastLook = 0;
  /** Epoch at which the mistakes and the fit were last looked at; -1 before. */
  private lookedAt = -1;
  private looking = false;
  private lookTimer = 0;
  private readonly changed: () => void;

  constructor(changed: () => void) {
    this.changed = changed;
  }

  get running(): boolean {
    return this.status?.state === 'running';
  }

  get ended(): boolean {
    return this.status?.state === 'finished' || this.status?.state === 'diverged';
  }

  /** Whether an experiment stands ready. */
  get ready(): boolean {
    return this.spec !== null && this.failure === '';
  }

  /** Whether the run has come to its end and its mistakes and its fit are those of the end. */
  get settled(): boolean {
    return this.status?.state === 'finished' && this.lookedAt === this.epoch;
  }

  get epoch(): number {
    return this.status?.epoch ?? 0;
  }

  column(name: string): Float64Array {
    return this.records?.column(name) ?? new Float64Array(0);
  }

  last(name: string): number {
    return this.records?.last(name) ?? NaN;
  }

  /**
   * Of this experiment; null while there is none, though the engine may still hold an older one's.
   */
  get records(): RecordTable | null {
    return (this.spec && this.engine?.records) || null;
  }

  /** Whether the experiment's pictures are these. */
  trainsOn(set: DigitSet): boolean {
    return this.set === set;
  }

  /**
   * Makes the network and records its initial state. A refused spec leaves the experiment before it
   * as it was, even running.
   */
  async create(spec: Spec, set: DigitSet): Promise<Outcome> {
    const attempt = ++this.attempt;
    const engine = (this.engine ??= this.makeEngine());
    try {
      const description = await engine.create(spec, set.toIdx());
      if (attempt !== this.attempt) return 'superseded';
      this.forget();
      const { classes, train_count, held_out_count } = spec.task as ImagesTask;
      this.spec = spec;
      this.set = set;
      this.parameters = description.parameters;
      this.subset = select(set.labels, classes, train_count, held_out_count);
      void this.look();
      return 'created';
    } catch (error) {
      if (attempt !== this.attempt) return 'superseded';
      if (error instanceof EngineError && error.failure.problem) {
        this.problem = error.failure.problem;
        return 'refused';
      }
      this.forget();
      this.failure = (error as Error).message;
      return 'failed';
    }
  }

  /** Stops and forgets the experiment. */
  async clear(): Promise<void> {
    this.attempt++;
    this.forget();
    if (this.engine?.status?.state === 'running') await this.engine.pause();
    this.status = null;
  }

  /**
   * Trains on, from the start if the run is over; speed is in epochs per second, null for all there
   * is.
   */
  async run(speed: number | null): Promise<void> {
    if (this.ended) await this.reset();
    await this.engine?.run(speed);
  }

  async pause(): Promise<void> {
    await this.engine?.pause();
  }

  async step(epochs: number): Promise<void> {
    await this.engine?.step(epochs);
  }

  async reset(): Promise<void> {
    // A look under way, or one that begins before the engine has gone back, is one at the old run.
    this.clearResults();
    await this.engine?.reset();
    this.version++;
    this.clearResults();
    await this.look();
  }

  /** Looks at another hidden layer; every layer is recorded, so the run goes on. */
  observeLayer(layer: number): void {
    this.problem = null;
    if (!this.spec || this.spec.observe.layer === layer) return;
    this.spec = { ...this.spec, observe: { ...this.spec.observe, layer } };
    this.theory = this.fit = this.findings = this.arrangement = null;
    this.lookedAt = -1;
    void this.look();
  }

  /** How many training pictures `arrange` takes. */
  get arranged(): number {
    return Math.min(mostArranged, this.subset?.train.length ?? mostArranged);
  }

  /** Compares the distances of many training pictures in the observed layer, as they are now, with the predictions. */
  async arrange(): Promise<void> {
    const { engine, spec, version, epoch } = this;
    if (!engine || !spec || this.arranging) return;
    this.arranging = true;
    this.changed();
    try {
      const { layer } = spec.observe;
      const structure = await engine.structure({ layer, points: this.arranged });
      if (version === this.version && layer === this.spec?.observe.layer) {
        this.arrangement = { epoch, structure };
      }
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      if (version === this.version) this.failure = error.message;
    } finally {
      this.arranging = false;
      this.changed();
    }
  }

  close(): void {
    clearTimeout(this.lookTimer);
    this.attempt++;
    this.forget();
    this.engine?.close();
    this.engine = null;
  }

  /** The observed pair's h (at the layer looked at), y and w so far. */
  trajectory(): Trajectory {
    const [i, j] = this.pair();
    return {
      t: this.column('t'),
      h: this.column(columnNames.h(i, j, this.spec?.observe.layer ?? 0)),
      y: this.column(columnNames.y(i, j)),
      w: this.column(columnNames.w(i, j)),
    };
  }

  /** What the network makes of one held-out digit now. */
  judge(index: number): Verdict | null {
    const task = this.spec?.task as ImagesTask | undefined;
    if (!task || !this.set || !this.subset || this.outputs.length === 0) return null;
    const labels = this.subset.heldOut.map((at) => this.set!.labels[at]!);
    return judge(this.outputs, labels, task.classes, index);
  }

  private pair(): [number, number] {
    const [i = 0, j = 1] = this.spec?.observe.points ?? [];
    return [i, j];
  }

  private makeEngine(): Engine {
    const engine = new Engine();
    engine.on('status', (status) => {
      const wasRunning = this.running;
      this.status = status;
      if (wasRunning && !this.running) void this.look();
      this.changed();
    });
    engine.on('records', () => {
      void this.lookSoon();
      this.changed();
    });
    engine.on('failure', (failure) => {
      this.failure = failure.message;
      this.spec = null;
      this.changed();
    });
    return engine;
  }

  private forget(): void {
    this.version++;
    this.status = this.problem = this.subset = this.spec = this.set = null;
    this.failure = '';
    this.parameters = 0;
    this.clearResults();
  }

  private clearResults(): void {
    this.lookedAt = -1;
    this.mistakes = [];
    this.outputs = new Float32Array(0);
    this.fit = this.theory = this.findings = this.arrangement = null;
    this.fitFailure = '';
  }

  /** Looks now if the last look is long enough ago, else once it is. */
  private lookSoon(): void {
    clearTimeout(this.lookTimer);
    const wait = this.lastLook + lookEvery - performance.now();
    // While one look is under way the next waits, however long the first takes.
    if (wait <= 0 && !this.looking) void this.look();
    else this.lookTimer = window.setTimeout(() => void this.look(), Math.max(wait, lookEvery / 4));
  }

  /** Judges the held-out digits and fits the theory as of now. */
  private async look(): Promise<void> {
    if (this.looking) return this.lookSoon();
    const { engine, spec, set, subset, version } = this;
    if (!engine || !spec || !set || !subset) return;
    this.looking = true;
    this.lastLook = performance.now();
    const { epoch } = this;
    try {
      const task = spec.task as ImagesTask;
      const { outputs } = await engine.heldOut();
      const labels = subset.heldOut.map((at) => set.labels[at]!);
      if (version !== this.version) return;
      this.outputs = outputs as Float32Array<ArrayBuffer>;
      this.mistakes = findMistakes(outputs, labels, task.classes);
      await this.compare(engine, spec, set, subset, version);
      // A look at a layer that the reader has left meanwhile says nothing of the present one.
      if (spec === this.spec) this.lookedAt = epoch;
    } catch (error) {
      if (version === this.version) this.failure = (error as Error).message;
    } finally {
      this.looking = false;
      if (version === this.version) this.changed();
    }
  }

  /** Fits the two-point theory to the observed pair. */
  private async compare(
    engine: Engine,
    spec: Spec,
    set: DigitSet,
    subset: Subset,
    version: number,
  ): Promise<void> {
    const [i, j] = this.pair();
    const measured = this.trajectory();
    if (measured.t.length < fewestRecords) return;
    const at = [subset.train[i]!, subset.train[j]!] as const;
    try {
      const fit = await engine.fit({
        trajectory: { rows: fitRows(measured) },
        dx2: squaredInputDistance(set.picture(at[0]), set.picture(at[1])),
        dy2: squaredTargetDistance(set.labels[at[0]]!, set.labels[at[1]]!),
      });
      const theory = await engine.theory({
        ...theoryStart(fit),
        until: spec.training.epochs,
        points: theoryPoints,
      });
      if (version !== this.version || spec !== this.spec) return;
      this.fit = fit;
      this.theory = theory;
      this.fitFailure = '';
      this.findings = examine(measured, fit, theory, this.ended);
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      if (version !== this.version || spec !== this.spec) return;
      this.fit = this.theory = this.findings = null;
      this.fitFailure = error.message;
    }
  }
}

function theoryStart({ h0, y0, w0, dx2, dy2, eta_h, eta_y }: Fit) {
  return { h0, y0, w0, dx2, dy2, eta_h, eta_y };
}

/** As `fit` takes them. The loss is left out: it is that of all the digits, not of the pair. */
function fitRows({ t, h, y, w }: Trajectory): Float64Array {
  const rows = new Float64Array(6 * t.length);
  for (let k = 0; k < t.length; k++) rows.set([t[k]!, h[k]!, y[k]!, w[k]!, NaN, NaN], 6 * k);
  return rows;
}
