/** A run of the lab: the experiment, its records, what it makes of the plane over time, and what the theory says. */
import { EngineError } from '../../engine/client.ts';
import { Experiment, gone, type Outcome } from '../../engine/experiment.ts';
import { Paced } from '../../engine/paced.ts';
import type { Status, Structure, Surface } from '../../engine/protocol.ts';
import { sameValue, withField } from '../../spec/paths.ts';
import type { Spec } from '../../spec/types.ts';
import { classesOf, extentOf, type PlaneTask } from './points.ts';

/** Looks take at most one part of so many of the worker's time. */
const shareOfTime = 6;
/** So many looks are kept, and so many bytes of them. */
const looksKept = 60;
const bytesKept = 32e6;
const structureMilliseconds = 1500;
/** Points whose distances are held against the theory. */
const comparedPoints = 40;
/** With more units than this their maps are coarser: they are drawn smaller as well. */
const fineUnits = 36;

const bytesOf = ({ surface, maps, places }: Surface) => surface.byteLength + maps.byteLength + places.byteLength;

/** Turns axes round that point the other way than before: by the bent grid, the first so many coordinates of both. */
function follow(places: Float32Array, before: Float32Array, common: number): void {
  if (before.length < common) return;
  for (let axis = 0; axis < 3; axis++) {
    let product = 0;
    for (let k = axis; k < common; k += 3) product += places[k]! * before[k]!;
    if (product >= 0) continue;
    for (let k = axis; k < places.length; k += 3) places[k] = -places[k]!;
  }
}

/** Of the training, what may change while a run goes on. */
const free = { learning_rate: 0, l1: 0, l2: 0 };

/** The theory is for squared errors. */
export const hasTheory = ({ training }: Spec) => training.loss !== 'cross_entropy';

/** What of a run's parts the lab shows. */
export interface Wanted {
  maps: boolean;
  structure: boolean;
}

export class PlaneRun extends Experiment {
  /** Hidden layer looked at. */
  layer: number;
  /** What the network made of the plane, in order of time, since the run began or another layer was chosen. */
  looks: Surface[] = [];
  /** Distances of the first points, measured and predicted; null until they are known. */
  structure: Structure | null = null;
  /** Why there is no picture of the present state; empty where nothing stands in the way. */
  unseen = '';
  /** Epochs at which points were changed in the middle of the run. */
  changedAt: number[] = [];
  private wantedSpec: Spec | null = null;
  private following: Promise<Outcome> | null = null;
  private readonly surfaces = new Paced(0, () => this.orSayWhy(() => this.look()));
  private readonly structures = new Paced(structureMilliseconds, async () => {
    const { epoch, layer, generation } = this;
    await this.orSayWhy(() => this.compare());
    if (generation === this.generation && layer === this.layer) this.comparedAt = epoch;
    this.changed();
  });
  /** Epoch of the distances; -1 before there are any of this run and layer. */
  private comparedAt = -1;

  constructor(
    spec: Spec,
    changed: () => void,
    private readonly wanted: () => Wanted,
  ) {
    super(spec, changed);
    this.layer = spec.observe.layer;
  }

  protected override forget(): void {
    this.surfaces.stop();
    this.structures.stop();
    this.wantedSpec = null;
    this.looks = [];
    this.structure = null;
    this.comparedAt = -1;
    this.unseen = '';
    this.changedAt = [];
  }

  protected override made(): void {
    this.layer = Math.min(this.layer, this.spec.network.hidden_layers - 1);
  }

  protected override moved(before: Status | null): void {
    const atRest = !this.running && before?.state !== this.status?.state;
    this.lookAgain(atRest);
  }

  lookAgain(now = false): void {
    this.surfaces.request(now);
    if (this.wanted().structure && hasTheory(this.spec)) this.structures.request(now);
  }

  /** The core makes nothing of activations that are not finite. */
  private async orSayWhy(look: () => Promise<void>): Promise<void> {
    try {
      await look();
      this.unseen = '';
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      this.unseen = error.message;
    }
    this.changed();
  }

  private async look(): Promise<void> {
    const { layer } = this;
    const units = this.description?.hidden_widths[layer] ?? 0;
    const map_every = !this.wanted().maps ? 100 : units > fineUnits ? 4 : 2;
    const extent = this.extent;
    const surface = await this.ask((engine) => engine.surface({ layer, extent, map_every }));
    if (surface === gone || layer !== this.layer) return;
    this.keep(surface);
    this.changed();
    if (!this.running) return;
    // The worker has to train as well.
    const pause = Math.min(2000, (shareOfTime - 1) * surface.milliseconds);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }

  /** Whether the run has come to its end, and its distances, where they are shown, are those of the end. */
  get settled(): boolean {
    if (!this.finished || !this.wanted().structure || !hasTheory(this.spec)) return this.finished;
    return this.comparedAt === this.epoch;
  }

  private keep(surface: Surface): void {
    const before = this.looks.at(-1);
    if (before && !surface.exact) {
      follow(surface.places, before.places, 3 * surface.lined ** 2);
    }
    // A new list each time: views know by it that something has changed.
    this.looks = [...this.looks.filter(({ epoch }) => epoch < surface.epoch), surface];
    const bytes = () => this.looks.reduce((sum, kept) => sum + bytesOf(kept), 0);
    while (this.looks.length > 2 && (this.looks.length > looksKept || bytes() > bytesKept)) {
      this.looks = this.looks.filter((_, k) => k % 2 === 0 || k === this.looks.length - 1);
    }
  }

  private async compare(): Promise<void> {
    const { layer } = this;
    const points = Math.min(comparedPoints, this.description?.train_labels.length ?? 0);
    if (points < 2) return;
    const structure = await this.ask((engine) => engine.structure({ layer, points }));
    if (structure === gone || layer !== this.layer) return;
    this.structure = structure;
    this.changed();
  }

  /** Another hidden layer: looks at the one before are of no use here. */
  observe(layer: number): void {
    if (layer === this.layer) return;
    this.layer = layer;
    this.looks = [];
    this.structure = null;
    this.comparedAt = -1;
    this.lookAgain(true);
    this.changed();
  }

  /** Whether the run can go on from where it is with the points of another spec. */
  goesOnWith(spec: Spec): boolean {
    const { task } = spec;
    if (!this.description || !this.status || this.over || this.failure || task.kind !== 'plane') return false;
    const now = this.task;
    const rest = ({ network, observe, seed, training }: Spec) => [network, observe, seed, { ...training, ...free }];
    return (
      sameValue(rest(spec), rest(this.spec)) &&
      sameValue(task.features, now.features) &&
      classesOf(task) === classesOf(now) &&
      task.held_out > 0 === now.held_out > 0
    );
  }

  /** Goes on with other points; of many in a row the latest counts. */
  follow(spec: Spec): Promise<Outcome> {
    this.draft = spec;
    this.problem = null;
    this.wantedSpec = spec;
    this.changed();
    return (this.following ??= this.send().finally(() => (this.following = null)));
  }

  private async send(): Promise<Outcome> {
    let outcome: Outcome = 'superseded';
    while (this.wantedSpec) {
      const spec = this.wantedSpec;
      this.wantedSpec = null;
      outcome = await this.replace(spec);
    }
    return outcome;
  }

  private async replace(spec: Spec): Promise<Outcome> {
    try {
      const description = await this.ask((engine) => engine.replacePoints(spec));
      if (description === gone) return 'superseded';
      this.description = description;
      const otherPoints = !sameValue(spec.task, this.spec.task);
      this.spec = spec;
      const { epoch } = this;
      if (otherPoints && epoch > 0 && this.changedAt.at(-1) !== epoch) this.changedAt.push(epoch);
      this.lookAgain();
      this.changed();
      return 'made';
    } catch (error) {
      if (!(error instanceof EngineError) || !error.failure.problem) throw error;
      if (!this.wantedSpec) this.problem = error.failure.problem;
      this.changed();
      return 'refused';
    }
  }

  override close(): void {
    this.surfaces.stop();
    this.structures.stop();
    super.close();
  }

  get task(): PlaneTask {
    return this.spec.task as PlaneTask;
  }

  /** x, y and target of every point: own ones as they are wanted, others as the core has made them. */
  get points(): ArrayLike<number> {
    const task = this.draft.task as PlaneTask;
    if (task.shape === 'own') return task.points ?? [];
    const { shape } = this.task;
    return shape === task.shape ? (this.looks.at(-1)?.data ?? []) : [];
  }

  get extent(): number {
    return extentOf(this.task.shape === 'own' ? (this.task.points ?? []) : (this.looks.at(-1)?.data ?? []));
  }

  /** The spec with a task in the place of its own. */
  specWith(task: PlaneTask): Spec {
    return withField(this.draft, 'task', task);
  }
}
