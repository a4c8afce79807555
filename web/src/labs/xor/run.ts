/** A run of the laboratory: the experiment, what it has recorded, and what the theory makes of it. */
import type { Hidden, Status } from '../../engine/protocol.ts';
import { columnNames } from '../../engine/records.ts';
import { EngineRun } from '../../engine/run.ts';
import type { Spec } from '../../spec/types.ts';
import { clusters, correlation, mergedRatio } from './measures.ts';
import type { declaration } from './declaration.mjs';
import { RatioRuns, type RatioSource } from './ratio.ts';
import { planePicture, type Picture } from './scaling.ts';
import { answers, pairs } from './task.ts';

type Measure = keyof typeof declaration.measures;

/** Classes have come together when their points lie nearer than this share of the distance between classes. */
const mergedShare = 0.1;

/** While training, the units are looked at this rarely: each look takes the worker's time. */
const activityMilliseconds = 250;

export class XorRun extends EngineRun {
  readonly ratio: RatioRuns;
  /** Hidden layer looked at; every layer is recorded, so it may change at any time. */
  layer: number;
  /** Set by hand, or null for the ratio of the two-point run. */
  chosenRatio: number | null = null;
  /** Predicted final squared distances of the six pairs; empty until a ratio is known. */
  predicted: number[] = [];
  private pictures: Picture[] = [];
  private predictedFor = '';
  /** What every unit of the layer does for every input, now; null unless asked for. */
  activity: Hidden | null = null;
  private readonly wantsActivity: boolean;
  private activityAt = -Infinity;

  constructor(spec: Spec, changed: () => void, wantsActivity = false) {
    super(spec, changed);
    this.wantsActivity = wantsActivity;
    this.layer = spec.observe.layer;
    this.ratio = new RatioRuns(() => {
      void this.predict();
      changed();
    });
  }

  protected override forget(): void {
    this.pictures = [];
    this.predicted = [];
    this.predictedFor = '';
  }

  protected override async made(): Promise<void> {
    void this.lookAtUnits();
    await this.predict();
  }

  protected override moved(before: Status | null): void {
    if (before?.state === 'running' && !this.running) void this.lookAtUnits();
  }

  protected override recorded(from: number): void {
    if (from === 0) this.pictures = [];
    void this.lookAtUnits();
    void this.predict();
  }

  /** Asks for the layer's units: while training at most a few times a second, else at once. */
  private async lookAtUnits(): Promise<void> {
    const now = performance.now();
    if (!this.wantsActivity || (this.running && now - this.activityAt < activityMilliseconds)) return;
    this.activityAt = now;
    try {
      this.activity = await this.engine!.hidden(this.layer);
      this.changed();
    } catch {
      // The experiment was replaced meanwhile; the next one is asked anew.
    }
  }

  override async configure(spec: Spec): Promise<void> {
    this.layer = Math.min(spec.observe.layer, spec.network.hidden_layers - 1);
    this.ratio.stop();
    await super.configure(spec);
  }

  /** Starts the two-point run that measures r, unless it is under way or done. */
  measureRatio(): Promise<void> {
    return this.ratio.start(this.spec, this.layer);
  }

  async observe(layer: number): Promise<void> {
    this.layer = layer;
    this.pictures = [];
    this.activityAt = -Infinity;
    void this.lookAtUnits();
    await this.ratio.readAs(layer);
    await this.predict();
    this.changed();
  }

  /** Goes back to the measured ratio, read in one of the two ways. */
  async useRatioOf(source: RatioSource): Promise<void> {
    this.chosenRatio = null;
    await this.ratio.readAs(this.layer, source);
    await this.predict();
    this.changed();
  }

  async chooseRatio(ratio: number | null): Promise<void> {
    this.chosenRatio = ratio;
    await this.predict();
    this.changed();
  }

  override close(): void {
    this.ratio.stop();
    super.close();
  }

  /** Squared distances of the six pairs over time, one column each. */
  distanceColumns(): Float64Array[] {
    return pairs.map(({ i, j }) => this.column(columnNames.h(i, j, this.layer)));
  }

  /** Squared distances of the six pairs at a record; empty before the first. */
  distancesAt(row: number): number[] {
    return row < 0 || row >= this.length
      ? []
      : this.distanceColumns().map((column) => column[row]!);
  }

  /** Plane pictures up to a record, each turned onto the one before. */
  picturesUpTo(row: number): Picture[] {
    const columns = this.distanceColumns();
    for (let r = this.pictures.length; r <= Math.min(row, this.length - 1); r++) {
      const distances = columns.map((column) => column[r]!);
      this.pictures.push(planePicture(distances, this.pictures[r - 1]));
    }
    return this.pictures.slice(0, row + 1);
  }

  /** The ratio in use: chosen by hand, or measured; NaN when neither. */
  get activeRatio(): number {
    return this.chosenRatio ?? this.ratio.ratio;
  }

  private async predict(): Promise<void> {
    const ratio = this.activeRatio;
    const initial = this.distancesAt(0);
    if (!Number.isFinite(ratio) || initial.length === 0 || !this.engine) {
      this.predicted = [];
      this.predictedFor = '';
      return;
    }
    const key = `${ratio} ${this.layer} ${initial}`;
    if (key === this.predictedFor) return;
    this.predictedFor = key;
    const y0 = pairs.map(({ i, j }) => this.column(columnNames.y(i, j))[0]!);
    const predicted = await this.engine.predictMany({
      h0: initial,
      y0,
      dx2: pairs.map(({ dx2 }) => dx2),
      dy2: pairs.map(({ dy2 }) => dy2),
      ratio,
    });
    if (key !== this.predictedFor) return;
    this.predicted = predicted;
    this.changed();
  }

  /** A number about the run at a record, by the name that tutorials use; NaN when it cannot be had. */
  measure(name: string, row = this.length - 1): number {
    const now = this.distancesAt(row);
    if (now.length === 0) return NaN;
    switch (name as Measure) {
      case 'clusters':
        return clusters(now).length;
      case 'loss':
        return this.column('loss')[row]!;
      case 'correlation':
        return this.predicted.length > 0 ? correlation(this.predicted, now) : NaN;
      case 'memory':
        return correlation(this.distancesAt(0), now);
      case 'merged':
        return mergedRatio(now);
      case 'merge_layer':
        return this.mergeLayer(row);
      case 'layer_shown':
        return this.layer + 1;
      case 'gain':
        return this.spec.network.gain;
      case 'width':
        return this.spec.network.width;
      case 'hidden_layers':
        return this.spec.network.hidden_layers;
      case 'progress':
        return this.progress;
    }
    return NaN;
  }

  /** The first hidden layer, counted from 1, in which points of one class have come together; NaN for none. */
  private mergeLayer(row: number): number {
    for (let layer = 0; layer < this.spec.network.hidden_layers; layer++) {
      const distances = pairs.map(({ i, j }) => this.column(columnNames.h(i, j, layer))[row]!);
      if (mergedRatio(distances) < mergedShare) return layer + 1;
    }
    return NaN;
  }

  /** A curve over epochs, by the name that tutorials use. */
  curve(name: string): { x: Float64Array; y: Float64Array } | null {
    const x = this.column('t');
    if (name === 'loss') return { x, y: this.column('loss') };
    if (name !== 'same' && name !== 'different') return null;
    const columns = this.distanceColumns().filter((_, k) => pairs[k]!.same === (name === 'same'));
    const y = x.map(
      (_, row) => columns.reduce((sum, column) => sum + column[row]!, 0) / columns.length,
    );
    return { x, y };
  }

  /** What the network answers for the four inputs is not recorded; how far apart its answers are, is. */
  answersLearnt(row: number): boolean {
    return row >= 0 && this.column('loss')[row]! < 0.01 * answers.length;
  }
}
