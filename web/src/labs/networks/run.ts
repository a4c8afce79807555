/**
 * Several networks that learn the same points side by side, each in its own worker, in step: at every look all of them
 * are at the same epoch, so what is compared is the same on every machine. The first is the experiment itself.
 */
import { Experiment, type Outcome, type PictureData } from '../../engine/experiment.ts';
import type { Overlay, RunState } from '../../engine/protocol.ts';
import type { Spec } from '../../spec/types.ts';
import { networksStrings as words } from '../../strings/networks.ts';
import { shapesDiffer, type Change } from './changes.ts';
import { Looks, type Look, type Shown } from './looks.ts';
import { closeAll, lostOf, nobody, openOthers, type Others } from './others.ts';
import { NetworkBeside, picturesOf, withoutPictures } from './pictured.ts';

/** A run is looked at about this often. */
const looksKept = 40;

export class NetworksRun extends Experiment {
  /** Hidden layer looked at. */
  layer: number;
  /** Networks shown in one picture. */
  shown: readonly [number, number] = [0, 1];
  /** The same comparison with other seeds, as far as it has been made: the looks of each. */
  repeated: readonly (readonly Look[])[] = [];
  /** Whether pictures are on their way. */
  loading = false;
  private taken: PictureData = {};
  private readonly seen: Looks;
  private others: Others = nobody;
  private speed: number | null = null;
  /** The drive under way, by its number; 0 for none. */
  private current = 0;
  private drives = 0;
  /** Of the first network, whatever the run as a whole is in. */
  private firstState: RunState = 'idle';
  private ended = Promise.resolve();
  private turns = 0;

  /** othersOf: how the other networks differ that belong to settings. pictured: whether two of them are to be shown. */
  constructor(
    spec: Spec,
    changed: () => void,
    readonly othersOf: (spec: Spec) => readonly Change[],
    pictured = true,
  ) {
    super(spec, changed);
    this.seen = new Looks(this, () => this.changed(), pictured);
    this.layer = spec.observe.layer;
  }

  /** All that are compared, the first one first. */
  get networks(): readonly Experiment[] {
    return [this, ...this.others.networks];
  }

  /** How the others differ from the first: those in force. */
  get changes(): readonly Change[] {
    return this.others.changes;
  }

  get looks(): readonly Look[] {
    return this.seen.all;
  }

  /** Of those shown, one for each look once it is made. */
  get pictures(): readonly Overlay[] {
    return this.seen.pictures;
  }

  /** Labels of the compared points. */
  get labels(): readonly number[] {
    return this.seen.labels;
  }

  /** Hidden layers of each. */
  layersOf(network: number): number {
    return this.networks[network]?.spec.network.hidden_layers ?? 0;
  }

  protected override forget(): void {
    this.seen.forget();
  }

  /** While they go on in step, each rests after its steps: the run does not; and nothing is finished before its end is looked at. */
  protected override moved(): void {
    const { status, current } = this;
    this.firstState = status?.state ?? 'idle';
    if (current && status && (status.state === 'paused' || status.state === 'finished')) this.status = { ...status, state: 'running' };
  }

  override open(wanted: Spec): Promise<Outcome> {
    return (this.opening = this.openAll(wanted));
  }

  /** Of all that are opened this is but one: whoever waits, waits for all of them. */
  private openFirst(wanted: Spec): Promise<Outcome> {
    const all = this.opening;
    const first = super.open(wanted);
    this.opening = all;
    return first;
  }

  private async openAll(wanted: Spec): Promise<Outcome> {
    const turn = ++this.turns;
    const late = () => turn !== this.turns;
    this.current = 0;
    const brought = await this.bringPictures(wanted);
    if (late()) return 'superseded';
    if (brought !== 'made') return brought;
    const { taken } = this;
    const made = await openOthers(wanted, this.othersOf(wanted), shapesDiffer(wanted), (spec) => {
      const one: Experiment = new NetworkBeside(spec, () => this.changedBeside(one), taken);
      return one;
    });
    if ('failure' in made) {
      if (late()) return 'superseded';
      this.draft = wanted;
      this.end(made.failure);
      return 'failed';
    }
    if ('problem' in made) {
      if (late()) return 'superseded';
      // What the settings share with the first network is its to refuse, in its own words.
      const { problem, network } = made;
      const own = !(problem.field in this.othersOf(wanted)[network - 2]!);
      if (own) return this.openFirst(wanted);
      this.draft = wanted;
      this.problem = { ...problem, message: `${words.network(network)}: ${problem.message}` };
      this.changed();
      return 'refused';
    }
    const outcome = late() ? 'superseded' : await this.openFirst(wanted);
    if (late() || outcome !== 'made') {
      closeAll(made);
      return late() ? 'superseded' : outcome;
    }
    closeAll(this.others);
    this.others = made;
    this.layer = Math.min(this.layer, wanted.network.hidden_layers - 1);
    if (Math.max(...this.shown) > made.networks.length) this.shown = [0, 1];
    await this.look();
    return late() ? 'superseded' : 'made';
  }

  /** They go in step or not at all: where one is lost, the run is, and the next start makes all of them anew. */
  private changedBeside(one: Experiment): void {
    if (one.failure && !this.failure && this.beside().includes(one)) this.end(lostOf(one, this.others));
    else this.changed();
  }

  protected override data(): PictureData {
    return this.taken;
  }

  /** Fetches what the task takes, where it has not come yet; until then the run before goes on. */
  private async bringPictures(wanted: Spec): Promise<Outcome> {
    const problem = withoutPictures(wanted);
    this.loading = !problem && wanted.task.kind === 'images';
    if (problem || this.loading) {
      this.draft = wanted;
      this.problem = problem;
      this.failure = null;
      this.changed();
    }
    try {
      if (problem) return 'refused';
      this.taken = await picturesOf(wanted);
      return 'made';
    } catch (error) {
      this.end({ kind: 'load', message: (error as Error).message });
      return 'failed';
    } finally {
      this.loading = false;
    }
  }

  // How they go on, in step.

  override async run(speed: number | null = null): Promise<void> {
    this.speed = speed;
    if (this.current) return;
    await this.prepare();
    if (this.over) await this.reset();
    if (this.failure || !this.description || this.current) return;
    this.current = ++this.drives;
    this.ended = this.drive(this.current);
  }

  private async drive(drive: number): Promise<void> {
    const { generation } = this;
    const { epochs } = this.spec.training;
    const gap = Math.max(1, Math.round(epochs / looksKept));
    try {
      while (drive === this.current && generation === this.generation && this.firstState !== 'finished' && !this.over) {
        const began = performance.now();
        await this.stepAll(Math.min(gap, epochs - this.epoch));
        if (generation !== this.generation) break;
        await this.look();
        if (this.speed === null) continue;
        const wait = (1000 * gap) / this.speed - (performance.now() - began);
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      }
    } finally {
      if (drive === this.current) this.current = 0;
      if (!this.current && this.status?.state === 'running') {
        this.status = { ...this.status, state: this.firstState === 'finished' ? 'finished' : 'paused' };
      }
      this.changed();
    }
  }

  private async stepAll(epochs: number): Promise<void> {
    await Promise.all([super.step(epochs), ...this.beside().map((one) => one.step(epochs))]);
  }

  private beside(): readonly Experiment[] {
    return [...this.others.networks, ...this.others.twins];
  }

  /** Stops them at the next look. */
  private async halt(): Promise<void> {
    this.current = 0;
    await this.ended;
  }

  override async pause(): Promise<void> {
    await this.halt();
  }

  override async step(epochs: number): Promise<void> {
    await this.halt();
    await this.prepare();
    if (this.over || this.failure) return;
    await this.stepAll(epochs);
    await this.look();
  }

  override async reset(): Promise<void> {
    await this.halt();
    // What was lost is made anew, and stands at its start then.
    await this.prepare();
    if (this.failure) return;
    await Promise.all([super.reset(), ...this.beside().map((one) => one.reset())]);
    await this.look();
  }

  override async setSpeed(speed: number | null): Promise<void> {
    this.speed = speed;
  }

  override rest(): void {
    super.rest();
    if (!this.opening) this.closeOthers();
  }

  override close(): void {
    this.turns++;
    this.current = 0;
    super.close();
    this.closeOthers();
  }

  private closeOthers(): void {
    closeAll(this.others);
    this.others = nobody;
  }

  // How they look.

  private async look(): Promise<void> {
    if (!shapesDiffer(this.spec)) return;
    await this.seen.take(this.networks, this.others.twins, () => this.inPicture());
  }

  private inPicture(): Shown {
    const [a, b] = this.shown;
    return { pair: this.shown, representations: [this.representation(a), this.representation(b)] };
  }

  /** Where the layer looked at stands among the representations of a network: the inputs come first. */
  representation(network: number): number {
    return Math.min(this.layer, this.layersOf(network) - 1) + 1;
  }

  /** Trains to the end, however far that is. */
  async toEnd(): Promise<void> {
    await this.run();
    await this.ended;
  }

  async observe(layer: number, shown = this.shown): Promise<void> {
    this.layer = layer;
    this.shown = shown;
    await this.seen.show(this.inPicture());
  }

  /** Why another network than the first has diverged, or cannot be compared. */
  get trouble(): string {
    for (const [k, { status }] of this.others.networks.entries()) {
      if (status?.state === 'diverged') return `${words.network(k + 2)}: ${status.message}`;
    }
    return this.seen.unseen;
  }
}
