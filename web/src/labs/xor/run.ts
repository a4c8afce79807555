/** A run of the lab: the experiment, what it has recorded, and what the theory makes of it. */
import { EngineError } from '../../engine/client.ts';
import { Experiment, gone } from '../../engine/experiment.ts';
import { Paced } from '../../engine/paced.ts';
import type { Hidden, Status } from '../../engine/protocol.ts';
import { columnNames } from '../../engine/records.ts';
import type { Spec } from '../../spec/types.ts';
import { picturesOf, placing, type Picture } from './pictures.ts';
import { RatioRuns, type RatioSource } from './ratio.ts';
import { pairs } from './task.ts';

/** While training, the units are looked at this rarely: each look takes the worker's time. */
const activityMilliseconds = 250;
/** Records placed in the plane by one request: a few milliseconds of the worker's time. */
const placedAtOnce = 1000;

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
  private readonly places = new Paced(0, () => this.place());

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
    this.places.stop();
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

  /**
   * Plane pictures up to a record, each turned onto the one before, as far as they are there: what is missing is asked for.
   * The same list while nothing has changed.
   */
  picturesUpTo(row: number): readonly Picture[] {
    const { pictures } = this;
    if (pictures.length <= Math.min(row, this.length - 1)) this.places.request();
    const shown = Math.min(row + 1, pictures.length);
    if (this.shownPictures.length !== shown) this.shownPictures = pictures.slice(0, shown);
    return this.shownPictures;
  }

  private async place(): Promise<void> {
    const { pictures } = this;
    const from = pictures.length;
    const request = placing(this.distanceColumns(), from, Math.min(this.length, from + placedAtOnce), pictures.at(-1));
    if (request.squaredDistances.length === 0) return;
    try {
      const placed = await this.ask((engine) => engine.scaling(request));
      if (placed === gone || pictures !== this.pictures) return;
      pictures.push(...picturesOf(placed));
      this.changed();
    } catch (error) {
      // Distances too large to be summed: the run is about to diverge, and the last picture stays.
      if (!(error instanceof EngineError)) throw error;
    }
  }

  /** The ratio in use: chosen by hand, or measured; NaN when neither. */
  get activeRatio(): number {
    return this.chosenRatio ?? this.ratio.ratio;
  }

  private async predict(): Promise<void> {
    const ratio = this.activeRatio;
    const initial = this.distanceColumns().flatMap((column) => (column.length > 0 ? [column[0]!] : []));
    const key = Number.isFinite(ratio) && initial.length > 0 ? `${ratio} ${this.layer} ${initial.join()}` : '';
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
