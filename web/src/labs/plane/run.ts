/** A run of the lab: the experiment, its records, what it makes of the plane over time, and what the theory says. */
import { EngineError } from '../../engine/client.ts';
import { Experiment, gone, type Outcome } from '../../engine/experiment.ts';
import { Paced } from '../../engine/paced.ts';
import type { Status, Structure, Surface } from '../../engine/protocol.ts';
import { sameValue, withField } from '../../spec/paths.ts';
import type { Spec } from '../../spec/types.ts';
import type { ByHand } from '../frame/result-file.ts';
import { withLook } from './looks.ts';
import type { NextStep } from './next-step.ts';
import { classesOf, extentOf, type PlaneTask } from './points.ts';

/** Looks take at most one part of so many of the worker's time. */
const shareOfTime = 6;
const structureMilliseconds = 1500;
/** Points whose distances are held against the theory. */
const comparedPoints = 40;
/** With more units than this their maps are coarser: they are drawn smaller as well. */
const fineUnits = 36;

/** Of the training, what may change while a run goes on. */
const free = { learning_rate: 0, l1: 0, l2: 0 };
const freePaths = (Object.keys(free) as (keyof typeof free)[]).map((name) => [name, `training.${name}`] as const);

/** The theory is for squared errors. */
export const hasTheory = ({ training }: Spec) => training.loss !== 'cross_entropy';

/** What of a run's parts the lab shows. */
export interface Wanted {
  maps: boolean;
  structure: boolean;
  weights: boolean;
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
  /** What was changed in the middle of the run, in order. */
  byHand: ByHand[] = [];
  /** Counts changes by hand. */
  private changes = 0;
  private layers: readonly number[] | null = null;
  private wantedWeight: { index: number; value: number } | null = null;
  private settingWeight: Promise<void> | null = null;
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
    this.byHand = [];
    this.wantedWeight = null;
    this.layers = null;
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
    const { maps, weights } = this.wanted();
    const map_every = !maps ? 100 : units > fineUnits ? 4 : 2;
    const extent = this.extent;
    // Principal axes change places and point the other way from look to look; the picture is to turn, and not to jump.
    const before = this.looks.at(-1);
    const onto = before && !before.exact ? before.places : undefined;
    const surface = await this.ask((engine) => engine.surface({ layer, extent, map_every, weights, ...(onto && { onto }) }));
    if (surface === gone || layer !== this.layer) return;
    // A new list each time: views know by it that something has changed.
    this.looks = withLook(this.looks, surface);
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
      const before = this.spec;
      this.spec = spec;
      if (!sameValue(spec.task, before.task)) this.noteChange('task.points');
      for (const [name, path] of freePaths) {
        if (spec.training[name] !== before.training[name]) this.noteChange(path);
      }
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

  private noteChange(field: string): void {
    this.changes++;
    const { epoch } = this;
    // At the start it is a setting like any other; a weight is none.
    if (epoch === 0 && !field.startsWith('parameters')) return;
    if (this.byHand.some((one) => one.field === field && one.epoch === epoch)) return;
    this.byHand = [...this.byHand, { epoch, field }];
  }

  /** Gives one parameter another value, and goes on; of many in a row the latest counts. */
  changeWeight(index: number, value: number): Promise<void> {
    this.wantedWeight = { index, value };
    return (this.settingWeight ??= this.sendWeight().finally(() => (this.settingWeight = null)));
  }

  private async sendWeight(): Promise<void> {
    while (this.wantedWeight) {
      const { index, value } = this.wantedWeight;
      this.wantedWeight = null;
      if ((await this.ask((engine) => engine.setParameter(index, value))) === gone) return;
      this.noteChange(`parameters[${index}]`);
      this.lookAgain(!this.running);
      this.changed();
    }
  }

  /** The step that comes next, of a network at rest; null where there is none to show. */
  async nextStep(): Promise<NextStep | null> {
    if (this.running) await this.pause();
    const { widths, spec } = this;
    const step = await this.ask((engine) => engine.nextStep());
    if (step === gone) return null;
    const { readStep } = await import('./next-step.ts');
    return readStep(step, widths, spec.training);
  }

  async takeStep(): Promise<void> {
    await this.step(1 / (this.description?.steps_per_epoch ?? 1));
  }

  /** What the network has come to: another text whenever it is another network. */
  get moment(): string {
    return `${this.generation} ${this.epoch} ${this.changes}`;
  }

  /** Units of each layer, from the inputs to the outputs; empty before there is a network. */
  get widths(): readonly number[] {
    return (this.layers ??= this.description
      ? [this.task.features.length, ...this.description.hidden_widths, Math.max(1, classesOf(this.task))]
      : null) ?? [];
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
