/** A run of the lab: the experiment, what it has recorded, and what the theory makes of it. */
import { Experiment, gone } from '../../engine/experiment.ts';
import { Paced } from '../../engine/paced.ts';
import type { Hidden, Status } from '../../engine/protocol.ts';
import { columnNames } from '../../engine/records.ts';
import type { Spec } from '../../spec/types.ts';
import { RatioRuns, type RatioSource } from './ratio.ts';
import { planePicture, type Picture } from './scaling.ts';
import { pairs } from './task.ts';

/** While training, the units are looked at this rarely: each look takes the worker's time. */
const activityMilliseconds = 250;

export class XorRun extends Experiment {
  readonly ratio: RatioRuns;
  /** Hidden layer looked at; every layer is recorded, so it may change at any time. */
  layer: number;
  /** Set by hand, or null for the ratio of the two-point run. */
  chosenRatio: number | null = null;
  /** Predicted final squared distances of the six pairs; empty until a ratio is known. */
  predicted: readonly number[] = [];
  /** What every unit of the layer does for every input, now; null unless asked for. */
  activity: Hidden | null = null;
  private pictures: Picture[] = [];
  private shownPictures: readonly Picture[] = [];
  private shown: { row: number; distances: readonly number[] } = { row: -1, distances: [] };
  private predictedFor = '';
  private readonly looks = new Paced(activityMilliseconds, () => this.lookAtUnits());

  constructor(
    spec: Spec,
    changed: () => void,
    private readonly wantsActivity = false,
  ) {
    super(spec, changed);
    this.layer = spec.observe.layer;
    this.ratio = new RatioRuns(() => {
      void this.predict();
      changed();
    });
  }

  protected override forget(): void {
    this.forgetPictures();
    this.predicted = [];
    this.predictedFor = '';
  }

  private forgetPictures(): void {
    this.pictures = [];
    this.shownPictures = [];
    this.shown = { row: -1, distances: [] };
  }

  protected override made(): void {
    this.layer = Math.min(this.spec.observe.layer, this.spec.network.hidden_layers - 1);
    this.ratio.stop();
  }

  protected override moved(before: Status | null): void {
    if (before?.state === 'running' && !this.running) this.look(true);
  }

  protected override recorded(from: number): void {
    if (from === 0) this.forgetPictures();
    this.look();
    void this.predict();
  }

  /** Asks for the layer's units: while training at most a few times a second, else at once. */
  private look(now = !this.running): void {
    if (this.wantsActivity) this.looks.request(now);
  }

  private async lookAtUnits(): Promise<void> {
    const { layer } = this;
    const activity = await this.ask((engine) => engine.hidden(layer));
    if (activity === gone || layer !== this.layer) return;
    this.activity = activity;
    this.changed();
  }

  /** Starts the two-point run that measures r, unless it is under way or done. */
  measureRatio(): Promise<void> {
    return this.ratio.start(this.spec, this.layer);
  }

  async observe(layer: number): Promise<void> {
    this.layer = layer;
    this.forgetPictures();
    this.look(true);
    this.changed();
    await this.ratio.readAs(layer);
    await this.predict();
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
    this.looks.stop();
    this.ratio.stop();
    super.close();
  }

  /** Squared distances of the six pairs over time, one column each. */
  distanceColumns(): Float64Array[] {
    return pairs.map(({ i, j }) => this.column(columnNames.h(i, j, this.layer)));
  }

  /** Squared distances of the six pairs at a record, the same list while nothing has changed; empty before the first. */
  distancesAt(row: number): readonly number[] {
    if (row < 0 || row >= this.length) return [];
    if (row !== this.shown.row) {
      this.shown = { row, distances: this.distanceColumns().map((column) => column[row]!) };
    }
    return this.shown.distances;
  }

  /** Plane pictures up to a record, each turned onto the one before; the same list while nothing has changed. */
  picturesUpTo(row: number): readonly Picture[] {
    const columns = this.distanceColumns();
    for (let r = this.pictures.length; r <= Math.min(row, this.length - 1); r++) {
      const distances = columns.map((column) => column[r]!);
      this.pictures.push(planePicture(distances, this.pictures[r - 1]));
    }
    if (this.shownPictures.length !== row + 1) this.shownPictures = this.pictures.slice(0, row + 1);
    return this.shownPictures;
  }

  /** The ratio in use: chosen by hand, or measured; NaN when neither. */
  get activeRatio(): number {
    return this.chosenRatio ?? this.ratio.ratio;
  }

  private async predict(): Promise<void> {
    const ratio = this.activeRatio;
    const initial = this.distanceColumns().flatMap((column) => (column.length > 0 ? [column[0]!] : []));
    const key = Number.isFinite(ratio) && initial.length > 0 ? `${ratio} ${this.layer} ${initial}` : '';
    if (key === this.predictedFor) return;
    this.predictedFor = key;
    const predicted = key === '' ? [] : await this.ask((engine) => engine.predictMany(this.request(ratio, initial)));
    if (predicted === gone || key !== this.predictedFor) return;
    this.predicted = predicted;
    this.changed();
  }

  private request(ratio: number, h0: number[]) {
    return {
      h0,
      y0: pairs.map(({ i, j }) => this.column(columnNames.y(i, j))[0]!),
      dx2: pairs.map(({ dx2 }) => dx2),
      dy2: pairs.map(({ dy2 }) => dy2),
      ratio,
    };
  }
}
