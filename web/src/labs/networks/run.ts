/**
 * Several networks that learn the same points side by side, each in its own worker, in step: at every look all of them
 * are at the same epoch, so what is compared is the same on every machine. The first is the experiment itself.
 */
import { EngineError } from '../../engine/client.ts';
import { Experiment, gone, type Outcome } from '../../engine/experiment.ts';
import type { Alignment, Overlay, RunState } from '../../engine/protocol.ts';
import type { Spec } from '../../spec/types.ts';
import { networksStrings as words } from '../../strings/networks.ts';
import { withChange, type Change } from './changes.ts';

/** A run is looked at about this often. */
const looksKept = 40;
/** Points whose activations are compared. */
const mostPoints = 40;

/** All networks at one epoch. */
export interface Look {
  epoch: number;
  /** Activations of each network. */
  blocks: readonly Float32Array[];
  /** By pair, as `pairsOf` orders them. */
  pairs: readonly Alignment[];
  /** Each network with its own start. */
  own: readonly Alignment[];
  /** The first network with one that is as the second, and learns the targets of other points. */
  shuffled: Alignment;
}

/** Pairs of so many networks. */
export const pairsOf = (count: number): (readonly [number, number])[] =>
  Array.from({ length: count }, (_, a) => Array.from({ length: count - a - 1 }, (_, k) => [a, a + 1 + k] as const)).flat();

/** Others, made and on their way into force. */
interface Others {
  changes: readonly Change[];
  networks: Experiment[];
  twin: Experiment;
}

export class NetworksRun extends Experiment {
  /** Hidden layer looked at. */
  layer: number;
  /** How the others differ from the first: those in force. */
  changes: readonly Change[] = [];
  looks: Look[] = [];
  /** Labels of the compared points. */
  labels: readonly number[] = [];
  /** Networks shown in one picture, and the pictures so far: at every look, each turned onto the one before. */
  shown: readonly [number, number] = [0, 1];
  pictures: Overlay[] = [];
  /** Why there is no comparison; empty where nothing stands in the way. */
  unseen = '';
  private others: Experiment[] = [];
  private twin: Experiment | null = null;
  private speed: number | null = null;
  /** The drive under way, by its number; 0 for none. */
  private current = 0;
  private drives = 0;
  /** Of the first network, whatever the run as a whole is in. */
  private firstState: RunState = 'idle';
  private ended = Promise.resolve();
  private turns = 0;
  private placing = 0;

  /** othersOf: how the other networks differ that belong to settings. */
  constructor(
    spec: Spec,
    changed: () => void,
    readonly othersOf: (spec: Spec) => readonly Change[],
  ) {
    super(spec, changed);
    this.layer = spec.observe.layer;
  }

  /** All that are compared, the first one first. */
  get networks(): readonly Experiment[] {
    return [this, ...this.others];
  }

  /** Hidden layers of each. */
  layersOf(network: number): number {
    return this.networks[network]?.spec.network.hidden_layers ?? 0;
  }

  protected override forget(): void {
    this.looks = [];
    this.pictures = [];
    this.unseen = '';
    this.placing++;
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
    const made = await this.makeOthers(wanted);
    if (late() || !('twin' in made)) {
      if ('twin' in made) closeAll(made);
      if (late()) return 'superseded';
      // What the settings share with the first network is its to refuse, in its own words.
      const { problem, network } = made as Refused;
      const own = !(problem.field in this.othersOf(wanted)[network - 2]!);
      if (own) return this.openFirst(wanted);
      this.draft = wanted;
      this.problem = { ...problem, message: `${words.network(network)}: ${problem.message}` };
      this.changed();
      return 'refused';
    }
    const outcome = await this.openFirst(wanted);
    if (late() || outcome !== 'made') {
      closeAll(made);
      return late() ? 'superseded' : outcome;
    }
    closeAll({ networks: this.others, twin: this.twin });
    [this.others, this.twin, this.changes] = [made.networks, made.twin, made.changes];
    this.layer = Math.min(this.layer, wanted.network.hidden_layers - 1);
    if (Math.max(...this.shown) > this.others.length) this.shown = [0, 1];
    await this.look();
    return late() ? 'superseded' : 'made';
  }

  private async makeOthers(wanted: Spec): Promise<Others | Refused> {
    const changes = this.othersOf(wanted);
    const specs = changes.map((change) => withChange(wanted, change));
    const experiments = [...specs, specs[0]!].map((spec) => new Experiment(spec, () => this.changed()));
    const outcomes = await Promise.all(experiments.map((one) => one.open(one.draft)));
    const refused = outcomes.findIndex((outcome) => outcome === 'refused');
    if (refused >= 0) {
      const { problem } = experiments[refused]!;
      for (const one of experiments) one.close();
      return { problem: problem!, network: Math.min(refused, changes.length - 1) + 2 };
    }
    const twin = experiments.pop()!;
    await twin.ask((engine) => engine.shuffleTargets());
    return { changes, networks: experiments, twin };
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

  private beside(): Experiment[] {
    return this.twin ? [...this.others, this.twin] : this.others;
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
    if (this.over) return;
    await this.stepAll(epochs);
    await this.look();
  }

  override async reset(): Promise<void> {
    await this.halt();
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
    closeAll({ networks: this.others, twin: this.twin });
    this.others = [];
    this.twin = null;
  }

  // How they look.

  /** Compares all of them as they are now. */
  private async look(): Promise<void> {
    const { generation } = this;
    const late = () => generation !== this.generation;
    if (this.unseen || this.looks.at(-1)?.epoch === this.epoch) return;
    const points = Math.min(mostPoints, this.description?.train_labels.length ?? 0);
    try {
      const seen = await Promise.all([this, ...this.beside()].map((one) => one.ask((engine) => engine.activations({ points }))));
      if (late() || seen.some((one) => one === gone)) return;
      const all = (seen as Exclude<(typeof seen)[number], typeof gone>[]).map(({ block }) => block);
      const count = this.others.length + 1;
      const now = all.slice(0, count);
      const start = this.looks[0]?.blocks ?? now;
      const pairs = pairsOf(count);
      const found = await this.ask((engine) =>
        engine.alignment({
          blocks: [...all, ...start],
          pairs: [...pairs, ...now.map((_, k) => [k, count + 1 + k] as const), [0, count] as const],
        }),
      );
      if (late() || found === gone) return;
      this.labels = (seen[0] as Exclude<(typeof seen)[number], typeof gone>).labels;
      this.looks.push({
        epoch: this.epoch,
        blocks: now,
        pairs: found.slice(0, pairs.length),
        own: found.slice(pairs.length, -1),
        shuffled: found.at(-1)!,
      });
      await this.place();
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      // Of activations that are no numbers nothing can be said.
      this.unseen = error.message;
    }
    this.changed();
  }

  /** Makes the pictures that are missing, in the order of time. */
  private async place(): Promise<void> {
    const placing = ++this.placing;
    const [a, b] = this.shown;
    const layers = [a, b].map((network) => this.representation(network)) as [number, number];
    while (this.pictures.length < this.looks.length) {
      const { blocks } = this.looks[this.pictures.length]!;
      const onto = this.pictures.at(-1)?.first;
      const request = { blocks: [blocks[a]!, blocks[b]!] as const, layers, dimensions: 3, ...(onto && { onto }) };
      const picture = await this.ask((engine) => engine.overlay(request));
      if (picture === gone || placing !== this.placing) return;
      this.pictures.push(picture);
    }
    this.changed();
  }

  /** Where the layer looked at stands among the representations of a network: the inputs come first. */
  representation(network: number): number {
    return Math.min(this.layer, this.layersOf(network) - 1) + 1;
  }

  async observe(layer: number, shown = this.shown): Promise<void> {
    this.layer = layer;
    this.shown = shown;
    this.pictures = [];
    this.changed();
    try {
      await this.place();
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      this.unseen = error.message;
      this.changed();
    }
  }

  /** A failure or the end of another network than the first. */
  get trouble(): string {
    for (const [k, { failure, status }] of this.others.entries()) {
      const message = failure?.message ?? (status?.state === 'diverged' ? status.message : '');
      if (message) return `${words.network(k + 2)}: ${message}`;
    }
    return this.unseen;
  }
}

interface Refused {
  problem: NonNullable<Experiment['problem']>;
  network: number;
}

function closeAll({ networks, twin }: { networks: readonly Experiment[]; twin: Experiment | null }): void {
  for (const one of networks) one.close();
  twin?.close();
}
