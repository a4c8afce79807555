/** A run of the lab: the experiment, what it gets wrong, and what the theory makes of two of its pictures. */
import { EngineError } from '../../engine/client.ts';
import { Experiment, gone, type Outcome, type PictureData } from '../../engine/experiment.ts';
import { fitCurve, type FittedCurve } from '../../engine/fit.ts';
import { Paced } from '../../engine/paced.ts';
import type { Status, Structure } from '../../engine/protocol.ts';
import { columnNames } from '../../engine/records.ts';
import type { Spec } from '../../spec/types.ts';
import type { DigitSet } from '../../pictures/digit-set.ts';
import type { LayerClouds } from './layer-clouds.ts';
import { examine, type Findings, type Trajectory } from './misfit.ts';
import { findMistakes, judge, type Verdict } from './mistakes.ts';
import { squaredInputDistance, squaredTargetDistance } from './pair.ts';
import { taskOf, type PictureSets } from './picture-sets.ts';
import { sameRun } from './settings.ts';
import { enough, select, type Subset } from './subset.ts';
import { fewestRecords, lookMilliseconds, mostArranged } from './thresholds.ts';

/** How the observed layer arranged many pictures at one moment of the run. */
export interface Arrangement {
  epoch: number;
  structure: Structure;
  /** The share of held-out pictures recognised when last looked. */
  accuracy: number;
}

export class DigitsRun extends Experiment {
  /** The pictures it trains on, and which of them; null before there is an experiment. */
  set: DigitSet | null = null;
  subset: Subset | null = null;
  mistakes: Verdict[] = [];
  /** Current outputs for the held-out pictures, row by row. */
  outputs = new Float32Array(0);
  fitted: FittedCurve | null = null;
  /** Why there is no fit, or none any more. */
  fitFailure = '';
  findings: Findings | null = null;
  /** How the observed layer arranged many pictures when last asked for, or why that cannot be had. */
  arrangement: Arrangement | null = null;
  arrangementFailure = '';
  /** What the layers make of many pictures, once somebody looks. */
  clouds: LayerClouds | null = null;
  private arranging = false;
  /** Epoch at which the mistakes and the fit were last looked at; -1 before. */
  private lookedAt = -1;
  private readonly takenFor = new WeakMap<Spec, DigitSet>();
  private readonly looks = new Paced(lookMilliseconds, (signal) => this.look(signal));

  constructor(
    spec: Spec,
    changed: () => void,
    readonly sets: PictureSets,
  ) {
    super(spec, changed);
  }

  protected override data(spec: Spec): PictureData {
    const set = this.sets.of(taskOf(spec));
    if (!set) return {};
    this.takenFor.set(spec, set);
    return set.toIdx();
  }

  protected override made(): void {
    const { classes, train_count, held_out_count } = taskOf(this.spec);
    this.set = this.takenFor.get(this.spec) ?? null;
    this.subset = this.set && select(this.set.labels, classes, train_count, held_out_count);
  }

  protected override forget(): void {
    this.looks.stop();
    this.clouds?.forget();
    this.forgetLayer();
    this.mistakes = [];
    this.outputs = new Float32Array(0);
    this.fitFailure = '';
  }

  /** Drops what was seen in one hidden layer. */
  private forgetLayer(): void {
    this.lookedAt = -1;
    this.fitted = this.findings = this.arrangement = null;
    this.arrangementFailure = '';
  }

  protected override recorded(): void {
    this.looks.request(!this.running);
  }

  protected override moved(before: Status | null): void {
    if (before?.state === 'running' && !this.running) this.looks.request(true);
    this.clouds?.follow();
  }

  /** Where its pictures are not there yet they are fetched first, but the rest of a set only when the reader asks for it. */
  override open(wanted: Spec): Promise<Outcome> {
    return (this.opening = this.openWithPictures(wanted));
  }

  private async openWithPictures(wanted: Spec): Promise<Outcome> {
    const { sets } = this;
    const task = taskOf(wanted);
    if (!sets.of(task)) {
      this.postpone(wanted);
      const { generation } = this;
      await sets.load(task);
      if (generation !== this.generation || wanted !== this.draft) return 'superseded';
    }
    if (!sets.of(task) || sets.needsMore(task)) {
      this.postpone(wanted);
      return 'waiting';
    }
    if (this.fallback && !this.enoughFor(this.fallback)) this.fallback = null;
    return super.open(wanted);
  }

  /** Takes on settings whose pictures are still to come: until then nothing runs. */
  private postpone(wanted: Spec): void {
    const { opening } = this;
    this.close();
    this.opening = opening;
    this.spec = this.draft = wanted;
    this.problem = this.failure = null;
    this.changed();
  }

  private enoughFor(spec: Spec): boolean {
    const { classes, train_count, held_out_count } = taskOf(spec);
    const counts = this.sets.of(taskOf(spec))?.countPerClass();
    return counts !== undefined && enough(counts, classes, train_count, held_out_count);
  }

  /** Whether other settings train the same network on the same pictures, and differ at most in the layer looked at. */
  trainsTheSame(wanted: Spec): boolean {
    if (!this.description || this.failure || this.set !== this.sets.of(taskOf(wanted))) return false;
    // What has been wanted meanwhile, and not been answered, is about to take its place.
    return (this.problem !== null || this.draft === this.spec) && sameRun(this.spec, wanted);
  }

  override observeLayer(layer: number): void {
    this.problem = null;
    if (layer === this.spec.observe.layer) return this.withdraw();
    this.forgetLayer();
    super.observeLayer(layer);
    this.looks.request(true);
  }

  override close(): void {
    super.close();
    this.set = this.subset = null;
  }

  /** Whether the run has come to its end and its mistakes, its fit and its clouds are those of the end. */
  get settled(): boolean {
    return this.finished && this.lookedAt === this.epoch && (this.clouds?.settled ?? true);
  }

  /** How many training pictures `arrange` takes. */
  get arranged(): number {
    return Math.min(mostArranged, this.subset?.train.length ?? mostArranged);
  }

  /** Compares the distances of many training pictures in the observed layer, as they are now, with the predictions. */
  async arrange(): Promise<void> {
    if (this.arranging) return;
    this.arranging = true;
    const { epoch, spec } = this;
    const { layer } = spec.observe;
    try {
      const structure = await this.ask((engine) => engine.structure({ layer, points: this.arranged, chance: true }));
      if (structure === gone || spec !== this.spec) return;
      this.arrangement = { epoch, structure, accuracy: this.last('held_out_accuracy') };
      this.arrangementFailure = '';
    } catch (error) {
      this.arrangement = null;
      this.arrangementFailure = (error as Error).message;
    } finally {
      this.arranging = false;
      this.changed();
    }
  }

  /** The observed pair's h (at the layer looked at), y and w so far. */
  trajectory(): Trajectory {
    const [i, j] = this.pair;
    return {
      t: this.column('t'),
      h: this.column(columnNames.h(i, j, this.spec.observe.layer)),
      y: this.column(columnNames.y(i, j)),
      w: this.column(columnNames.w(i, j)),
    };
  }

  /** What the network makes of one held-out picture now. */
  readonly judge = (index: number): Verdict | null =>
    this.outputs.length > 0 ? judge(this.outputs, this.heldOutLabels(), taskOf(this.spec).classes, index) : null;

  private heldOutLabels(): number[] {
    const { set, subset } = this;
    return set && subset ? subset.heldOut.map((at) => set.labels[at]!) : [];
  }

  get pair(): [number, number] {
    const [i = 0, j = 1] = this.spec.observe.points ?? [];
    return [i, j];
  }

  /** Judges the held-out pictures and fits the theory as of now. */
  private async look(signal: AbortSignal): Promise<void> {
    const { epoch } = this;
    const heldOut = await this.ask((engine) => engine.heldOut());
    if (heldOut === gone || signal.aborted) return;
    this.outputs = heldOut.outputs as Float32Array<ArrayBuffer>;
    this.mistakes = findMistakes(this.outputs, this.heldOutLabels(), taskOf(this.spec).classes);
    await this.compare(signal);
    if (signal.aborted) return;
    this.lookedAt = epoch;
    this.changed();
  }

  /** Fits the two-point theory to the observed pair. */
  private async compare(signal: AbortSignal): Promise<void> {
    const { set, subset, spec } = this;
    const measured = this.trajectory();
    if (!set || !subset || measured.t.length < fewestRecords) return;
    const [one, two] = this.pair.map((index) => subset.train[index]!) as [number, number];
    const request = {
      trajectory: { rows: fitRows(measured) },
      dx2: squaredInputDistance(set.picture(one), set.picture(two)),
      dy2: squaredTargetDistance(set.labels[one]!, set.labels[two]!),
    };
    try {
      const fitted = await this.ask((engine) => fitCurve(engine, request, spec.training.epochs, signal));
      if (fitted === gone || signal.aborted) return;
      this.fitted = fitted;
      this.fitFailure = '';
      this.findings = examine(measured, fitted.fit, fitted.theory, this.over);
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      if (signal.aborted) return;
      this.fitted = this.findings = null;
      this.fitFailure = error.message;
    }
  }
}

/** As `fit` takes them. The loss is left out: it is that of all the pictures, not of the pair. */
function fitRows({ t, h, y, w }: Trajectory): Float64Array {
  const rows = new Float64Array(6 * t.length);
  for (let k = 0; k < t.length; k++) rows.set([t[k]!, h[k]!, y[k]!, w[k]!, NaN, NaN], 6 * k);
  return rows;
}
