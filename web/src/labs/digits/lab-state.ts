/** What the digits lab is doing: the spec and its link, the digits in memory, and the run. */
import { Engine, EngineError } from '../../engine/client.ts';
import type { RunAction } from '../../shell/run-bar.ts';
import { withField } from '../../spec/paths.ts';
import { presetsOf } from '../../spec/presets.ts';
import type { ImagesTask, Preset, Spec } from '../../spec/types.ts';
import { hashFromSpec, specFromHash } from '../../spec/url.ts';
import { digitsStrings as strings } from '../../strings/digits.ts';
import type { MisfitContext } from '../../strings/digits-misfit.ts';
import type { Picture } from './digit-image.ts';
import { DigitSet } from './digit-set.ts';
import { DigitSource } from './digit-source.ts';
import type { OwnFiles } from './own-pictures.ts';
import type { TrainingPicture } from './pair-picker.ts';
import { DigitsRun } from './run.ts';
import { applySetting, observedLayer } from './settings.ts';
import { enough } from './subset.ts';

/** Without a link, the lab starts here: done within seconds. */
const firstPreset = 'digits/three-classes';

/** Typing or clicking on makes one new network, not one a keystroke. */
const settleMilliseconds = 200;

/** New seeds are short enough to be read out. */
const largestNewSeed = 9999;

export class LabState {
  readonly presets: readonly Preset[] = presetsOf('digits');
  readonly source: DigitSource;
  readonly run: DigitsRun;
  preset: Preset;
  spec: Spec;
  /** Fields that the link names and the spec has not. */
  unknown: string[] = [];
  preparing = false;
  /** Epochs per second at most; null, as fast as it goes. */
  speed: number | null = null;
  /** Why the reader's own files were refused. */
  ownProblem = '';
  private linked = false;
  private timer = 0;
  private sampleSet: DigitSet | null = null;
  private samplePictures: (Picture | null)[] = [];
  private readonly changed: () => void;

  constructor(changed: () => void) {
    this.changed = changed;
    this.source = new DigitSource(changed);
    this.run = new DigitsRun(() => {
      this.renewPictures();
      changed();
    });
    this.preset = this.presets.find(({ name }) => name === firstPreset) ?? this.presets[0]!;
    this.spec = this.preset.spec;
  }

  /** Starts from the named preset, or from the page's link if none is named. */
  open(preset: string): void {
    this.linked = preset === '';
    if (this.linked) {
      this.readLink();
      addEventListener('hashchange', this.onHashChange);
    } else {
      this.adopt(this.presets.find(({ name }) => name === preset) ?? this.preset);
    }
    const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
    if (!connection?.saveData) void this.load();
  }

  close(): void {
    removeEventListener('hashchange', this.onHashChange);
    clearTimeout(this.timer);
    this.run.close();
  }

  get task(): ImagesTask {
    return this.spec.task as ImagesTask;
  }

  get isOwn(): boolean {
    return this.task.source === 'custom';
  }

  get ownMissing(): boolean {
    return this.isOwn && !this.source.custom;
  }

  get ownInUse(): string {
    const { custom } = this.source;
    if (!this.isOwn || !custom) return '';
    return strings.ownUse(custom.count, `${custom.height} × ${custom.width}`);
  }

  /** The digits to train on, as far as loaded. */
  get set(): DigitSet | null {
    return this.isOwn ? this.source.custom : this.source.packed;
  }

  /** Pictures that carry each label, also those not loaded yet. */
  get countPerClass(): readonly number[] | null {
    return this.isOwn ? (this.source.custom?.countPerClass() ?? null) : this.source.totalPerClass;
  }

  /** Whether the spec takes digits that have not been loaded. */
  get needsMore(): boolean {
    const { set, source, task } = this;
    if (this.isOwn || !set || source.complete) return false;
    return !enough(set.countPerClass(), task.classes, task.train_count, task.held_out_count);
  }

  get canRun(): boolean {
    return this.source.state !== 'loading' && (this.run.ready || this.needsMore);
  }

  /** One picture of each label, to choose by. */
  get samples(): readonly (Picture | null)[] {
    const { set } = this;
    if (set !== this.sampleSet) {
      this.sampleSet = set;
      this.samplePictures = Array.from({ length: 10 }, (_, label) => {
        const index = set ? set.labels.indexOf(label) : -1;
        return set && index >= 0 ? this.pictureAt(set, index) : null;
      });
    }
    return this.samplePictures;
  }

  get misfitContext(): Omit<MisfitContext, 'sse'> {
    const { network, training, observe } = this.spec;
    return {
      trainCount: this.task.train_count,
      batch: training.batch,
      layer: observe.layer,
      hiddenLayers: network.hidden_layers,
    };
  }

  // New functions whenever the pictures behind them change, so that elements that hold them notice.
  trainingPicture: (index: number) => TrainingPicture | null = () => null;
  heldOutPicture: (index: number) => Picture | null = () => null;
  readonly judge = (index: number) => this.run.judge(index);
  private picturesOf: object | null = null;

  private renewPictures(): void {
    const { subset } = this.run;
    const { set } = this;
    if (subset === this.picturesOf) return;
    this.picturesOf = subset;
    const at = (index: number | undefined) =>
      set && index !== undefined
        ? { ...this.pictureAt(set, index), label: set.labels[index]! }
        : null;
    this.trainingPicture = (k) => at(subset?.train[k]);
    this.heldOutPicture = (k) => at(subset?.heldOut[k]);
  }

  private pictureAt(set: DigitSet, index: number): Picture {
    return { pixels: set.picture(index), height: set.height, width: set.width };
  }

  async load(): Promise<void> {
    if (await this.source.loadFirst()) await this.prepare();
  }

  async loadRest(): Promise<void> {
    if (await this.source.loadRest()) await this.prepare();
  }

  async retry(): Promise<void> {
    if (await this.source.retry()) await this.prepare();
  }

  choosePreset(name: string): void {
    this.adopt(this.presets.find((preset) => preset.name === name)!);
    this.writeLink();
    void this.prepare();
  }

  /** Changes one field. Only the layer looked at leaves the training as it is. */
  change(path: string, value: unknown): void {
    this.spec = applySetting(this.spec, path, value);
    if (path === observedLayer && this.run.ready && this.layerExists(value)) {
      this.run.observeLayer(this.spec.observe.layer);
    } else {
      this.prepareSoon();
    }
    this.writeLink();
    this.changed();
  }

  private layerExists(layer: unknown): boolean {
    return Number.isInteger(layer) && Number(layer) >= 0 && Number(layer) < this.spec.network.hidden_layers;
  }

  async act(action: RunAction): Promise<void> {
    switch (action) {
      case 'run':
      case 'run-again':
        return this.start();
      case 'pause':
        return this.run.pause();
      case 'step':
        return this.run.step();
      case 'reset':
        return this.run.reset();
      case 'new-seed':
        return this.change('seed', 1 + Math.floor(Math.random() * largestNewSeed));
    }
  }

  setSpeed(speed: number | null): void {
    this.speed = speed;
    if (this.run.running) void this.run.run(speed);
    this.changed();
  }

  /** After a failure of the engine. */
  restart(): void {
    void this.prepare();
  }

  /** Takes the reader's own files if they can be read, else says what the core's reader finds wrong. */
  async useOwn(files: OwnFiles): Promise<void> {
    this.ownProblem = '';
    const spec = withField(this.spec, 'task.source', 'custom');
    try {
      this.source.custom = DigitSet.fromIdx(files.images, files.labels);
    } catch (error) {
      this.ownProblem = (await whyRefused(spec, files)) ?? (error as Error).message;
      this.changed();
      return;
    }
    this.spec = fitToOwn(spec, this.source.custom);
    this.writeLink();
    await this.prepare();
  }

  usePacked(): void {
    this.ownProblem = '';
    this.choosePreset(this.preset.name);
  }

  private async start(): Promise<void> {
    if (this.needsMore) await this.loadRest();
    else if (this.timer) await this.prepare();
    if (this.run.ready) await this.run.run(this.speed);
  }

  private prepareSoon(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.prepare(), settleMilliseconds);
  }

  /** Makes the network that the spec describes, if its pictures are there. */
  private async prepare(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = 0;
    const { set, spec } = this;
    if (!set || this.needsMore) {
      await this.run.clear();
      this.changed();
      return;
    }
    this.preparing = true;
    this.changed();
    await this.run.create(spec, set);
    this.preparing = false;
    this.changed();
  }

  private adopt(preset: Preset): void {
    this.preset = preset;
    this.spec = preset.spec;
    this.unknown = [];
  }

  private readLink(): void {
    const first = this.presets.find(({ name }) => name === firstPreset) ?? this.presets[0]!;
    const state = specFromHash(location.hash, [first, ...this.presets]);
    this.preset = state.preset;
    this.spec = state.spec;
    this.unknown = state.unknown;
  }

  writeLink(): void {
    if (!this.linked) return;
    this.unknown = [];
    history.replaceState(history.state, '', hashFromSpec(this.spec, this.preset));
  }

  private readonly onHashChange = () => {
    this.readLink();
    this.changed();
    void this.prepare();
  };
}

/** The core's own words about files that cannot be read; null if it has none. */
async function whyRefused(spec: Spec, files: OwnFiles): Promise<string | null> {
  const engine = new Engine();
  try {
    await engine.create(spec, { images: files.images.buffer, labels: files.labels.buffer });
    return null;
  } catch (error) {
    return error instanceof EngineError ? error.message : null;
  } finally {
    engine.close();
  }
}

/** All labels that occur, four fifths of the pictures for training, at most 2,000 and 500. */
function fitToOwn(spec: Spec, set: DigitSet): Spec {
  const counts = set.countPerClass();
  const classes = counts.flatMap((count, label) => (count > 0 ? [label] : []));
  const least = Math.min(...classes.map((label) => counts[label]!));
  const train = Math.min(Math.floor(0.8 * least), Math.floor(2000 / classes.length));
  const heldOut = Math.min(least - train, Math.floor(500 / classes.length));
  let own = withField(spec, 'task.classes', classes);
  own = withField(own, 'task.train_count', train * classes.length);
  own = withField(own, 'task.held_out_count', heldOut * classes.length);
  own = withField(own, 'observe.points', [0, 1]);
  const { batch } = own.training;
  return batch !== 'full' && batch > train * classes.length
    ? withField(own, 'training.batch', 'full')
    : own;
}
