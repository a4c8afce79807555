/** What the digits lab is doing: the settings and their link, the digits in memory, and the run. */
import type { RunAction } from '../../shell/run-bar.ts';
import { presetsOf } from '../../spec/presets.ts';
import type { ImagesTask, Preset, Spec } from '../../spec/types.ts';
import { pageLink, type LabLink } from '../../spec/link.ts';
import { sameValue } from '../../spec/paths.ts';
import { hashFromSpec, specFromHash } from '../../spec/url.ts';
import type { RunResult } from '../frame/result-file.ts';
import { digitsStrings as strings } from '../../strings/digits.ts';
import type { MisfitContext } from '../../strings/digits-misfit.ts';
import { lastRecord, type LabReport } from '../frame/lab-element.ts';
import { DigitSet } from './digit-set.ts';
import { DigitSource } from './digit-source.ts';
import { LabPictures } from './lab-pictures.ts';
import type { PackedName } from './load.ts';
import { specForOwn, whyRefused } from './own-files.ts';
import type { OwnFiles } from './own-pictures.ts';
import { DigitsRun } from './run.ts';
import { applySetting, sameRun, trainCount, wishedIn, type Wished } from './settings.ts';
import { enough } from './subset.ts';

/** Without a link, the lab starts here: done within seconds. */
const firstPreset = 'digits/three-classes';

/** Labels that are digits are their own names. */
const digitNames: readonly string[] = Array.from({ length: 10 }, (_, label) => String(label));

export class LabState {
  readonly presets: readonly Preset[];
  /** The sets that come with the site, by the names of their files. */
  private readonly sources: Readonly<Record<PackedName, DigitSource>>;
  /** The reader's own pictures; null until given. */
  own: DigitSet | null = null;
  readonly run: DigitsRun;
  readonly pictures: LabPictures;
  preset: Preset;
  /** The accepted settings: what runs, and what the link says. */
  spec: Spec;
  /** What the controls show: `spec`, or a refused change of it. */
  draft: Spec;
  private wished: Wished;
  /** Fields that the link names and the spec has not. */
  unknown: string[] = [];
  /** Epochs per second at most; null, as fast as it goes. */
  speed: number | null = null;
  /** Why the reader's own files were refused. */
  ownProblem = '';
  private link: LabLink = pageLink;
  private loading: Promise<void> | null = null;
  private stopListening = () => {};
  private lastPath = '';
  /** Counts changes, so that an older one cannot overtake a newer. */
  private attempt = 0;
  private readonly changed: () => void;

  constructor(changed: () => void) {
    this.changed = changed;
    this.sources = {
      digits: new DigitSource(changed),
      fashion: new DigitSource(changed, 'fashion'),
    };
    this.run = new DigitsRun(changed);
    this.pictures = new LabPictures(this);
    const all = [...presetsOf('digits'), ...presetsOf('fashion'), ...presetsOf('cifar')];
    const first = all.find(({ name }) => name === firstPreset) ?? all[0]!;
    this.presets = [first, ...all.filter((preset) => preset !== first)];
    this.preset = first;
    this.spec = this.draft = first.spec;
    this.wished = wishedIn(first.spec);
  }

  /** Starts from the link. */
  open(link: LabLink): void {
    this.link = link;
    this.stopListening = this.link.onChange(this.readLink);
    void this.readLink();
    const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
    if (!connection?.saveData) void this.loaded();
  }

  close(): void {
    this.stopListening();
    this.attempt++;
    this.run.close();
  }

  get task(): ImagesTask {
    return this.spec.task as ImagesTask;
  }

  get wantedTask(): ImagesTask {
    return this.draft.task as ImagesTask;
  }

  /** Of the sets that come with the site, the one that is wanted, or the digits. */
  get source(): DigitSource {
    return this.wantedTask.source === 'fashion_mnist' ? this.sources.fashion : this.sources.digits;
  }

  /** Whether the pictures are files that the reader opens: CIFAR-10 does not come with the site. */
  get isOwn(): boolean {
    return this.wantedTask.source === 'custom' || this.wantedTask.source === 'cifar10';
  }

  /** What each label stands for, in a word. */
  get names(): readonly string[] {
    const known: Partial<Record<string, readonly string[]>> = strings.classNames;
    return this.set?.names ?? known[this.wantedTask.source] ?? digitNames;
  }

  get ownMissing(): boolean {
    return this.isOwn && !this.own;
  }

  /** The digits to train on, as far as loaded. */
  get set(): DigitSet | null {
    return this.isOwn ? this.own : this.source.packed;
  }

  /** Pictures that carry each label, also those not loaded yet. */
  get countPerClass(): readonly number[] | null {
    return this.isOwn ? (this.own?.countPerClass() ?? null) : this.source.totalPerClass;
  }

  /** Whether the settings take digits that have not been loaded. */
  get needsMore(): boolean {
    const { set, source, wantedTask: task } = this;
    if (this.isOwn || !set || source.complete) return false;
    // What is no number of pictures at all is refused, not waited for.
    if (![task.train_count, task.held_out_count].every(Number.isInteger)) return false;
    return !enough(set.countPerClass(), task.classes, task.train_count, task.held_out_count);
  }

  get canRun(): boolean {
    return this.source.state !== 'loading' && (this.run.ready || this.needsMore);
  }

  /** The batch size that the reader wants and the pictures are too few for; 0 while they suffice. */
  get setAside(): number {
    const { batch } = this.wished;
    return batch !== 'full' && this.spec.training.batch === 'full' ? batch : 0;
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

  async load(): Promise<void> {
    if (await this.source.loadFirst()) await this.adopt(this.draft, null);
  }

  async loadRest(): Promise<void> {
    const wanted = this.needsMore;
    if ((await this.source.loadRest()) && wanted) await this.adopt(this.draft, null);
  }

  async retry(): Promise<void> {
    if (await this.source.retry()) await this.adopt(this.draft, null);
  }

  /** Waits until the digits are loaded, or cannot be. */
  async loaded(): Promise<void> {
    this.loading ??= this.load();
    await this.loading;
  }

  /** Takes on a whole spec; resolves once the network is made or refused. */
  async configure(preset: Preset, spec: Spec): Promise<void> {
    this.preset = preset;
    await this.adopt(spec, 'link');
  }

  choosePreset(name: string): void {
    this.preset = this.presets.find((preset) => preset.name === name) ?? this.preset;
    void this.adopt(this.preset.spec, 'preset');
  }

  /**
   * Changes one field; a refused value is kept in the draft beside its reason, and the run goes on.
   */
  change(path: string, value: unknown): void {
    void this.adopt(applySetting(this.spec, path, value, this.wished), path);
  }

  async act(action: RunAction): Promise<void> {
    switch (action) {
      case 'run':
      case 'run-again':
        if (this.needsMore) await this.loadRest();
        return this.run.ready ? this.run.run(this.speed) : undefined;
      case 'pause':
        return this.run.pause();
      case 'step':
        return this.run.step(this.spec.observe.every);
      case 'reset':
        return this.run.reset();
      case 'new-seed':
        return this.change('seed', this.spec.seed + 1);
    }
  }

  setSpeed(speed: number | null): void {
    this.speed = speed;
    if (this.run.running) void this.run.run(speed);
    this.changed();
  }

  /** After a failure of the engine. */
  restart(): void {
    this.run.close();
    void this.adopt(this.spec, null);
  }

  /**
   * Takes the reader's own files if they can be read, else says what the core's reader finds wrong.
   */
  async useOwn(files: OwnFiles): Promise<void> {
    this.ownProblem = '';
    let own: DigitSet;
    try {
      own = 'set' in files ? files.set : DigitSet.fromIdx(files.images, files.labels);
    } catch (error) {
      if ('set' in files) throw error;
      const wanted = applySetting(this.spec, 'task.source', 'custom');
      this.ownProblem = (await whyRefused(wanted, files)) ?? (error as Error).message;
      this.changed();
      return;
    }
    this.own = own;
    const source = 'set' in files ? files.source : 'custom';
    await this.adopt(specForOwn(this.spec, own, source), 'task.source');
    // Other faults of the pictures, such as a label above 9, belong to no setting either.
    if (/^(images|labels)\b/.test(this.run.problem?.field ?? '')) {
      this.ownProblem = this.run.problem!.message;
    }
  }

  usePacked(): void {
    this.ownProblem = '';
    this.choosePreset(this.preset.name);
    if (this.source.state === 'idle') void this.load();
  }

  /** Puts the present state into the page's address. path: what was changed. */
  writeLink(path: string): void {
    this.unknown = [];
    // One step back per thing changed, not per notch of a slider.
    this.link.write(hashFromSpec(this.spec, this.preset), path !== this.lastPath);
    this.lastPath = path;
  }

  report(): LabReport {
    const { run, spec } = this;
    const { fit } = run;
    return {
      hash: hashFromSpec(spec, this.preset),
      spec,
      state: run.status?.state ?? 'idle',
      epoch: run.epoch,
      epochs: spec.training.epochs,
      last: lastRecord(run.records),
      theory: fit
        ? { layer: spec.observe.layer, eta_h: fit.eta_h, eta_y: fit.eta_y, ratio: fit.ratio, sse: fit.sse }
        : {},
      problem: run.failure || run.problem?.message || this.source.failure,
    };
  }

  result(): RunResult | null {
    const { records, spec, status, epoch, fit } = this.run;
    if (!records || records.length === 0 || !spec) return null;
    const hash = hashFromSpec(spec, this.preset);
    return { spec, hash, state: status?.state ?? 'idle', epoch, records, fit };
  }

  private readonly readLink = async () => {
    const { preset, spec, unknown } = specFromHash(this.link.read(), this.presets);
    this.preset = preset;
    this.unknown = unknown;
    await this.adopt(spec, null);
  };

  /**
   * Takes on new settings if the core accepts them. path: what was changed, null when read from a
   * link.
   */
  private async adopt(wanted: Spec, path: string | null): Promise<void> {
    const attempt = ++this.attempt;
    this.draft = wanted;
    this.changed();
    const { set, run } = this;
    if (!set || this.needsMore) {
      this.accept(wanted, path);
      await run.clear();
      // Another set is loaded when it is first asked for; the digits are from the start.
      const { source } = this;
      if (!set && !this.isOwn && source !== this.sources.digits && source.state === 'idle') {
        const loading = source.loadFirst().then(async (loaded) => {
          if (loaded && attempt === this.attempt) await this.adopt(this.draft, path);
        });
        this.loading = loading;
        return;
      }
    } else if (run.ready && sameRun(run.spec, wanted) && run.trainsOn(set)) {
      this.accept(wanted, path);
      run.observeLayer(wanted.observe.layer);
    } else {
      const { running } = run;
      const outcome = await run.create(wanted, set);
      if (attempt !== this.attempt) return;
      if (outcome === 'created') {
        this.accept(wanted, path);
        if (running) await run.run(this.speed);
      } else if (outcome === 'refused') {
        await this.fallBack(set, attempt);
        return this.changed();
      }
    }
    if (path && attempt === this.attempt) this.writeLink(path);
    this.changed();
  }

  /** path: what was changed, as for `adopt`. */
  private accept(spec: Spec, path: string | null): void {
    const [before, after] = [wishedIn(this.spec), wishedIn(spec)];
    const anew = spec !== this.spec && (path === null || path === 'link' || path === 'preset');
    if (anew) {
      this.wished = after;
    } else if (path !== trainCount) {
      if (before.batch !== after.batch) this.wished.batch = after.batch;
      if (!sameValue(before.points, after.points)) this.wished.points = after.points;
    }
    this.spec = spec;
  }

  /** A link may be wrong from the start; something must be there to run all the same. */
  private async fallBack(set: DigitSet, attempt: number): Promise<void> {
    const { run, preset } = this;
    if (run.ready) return;
    const task = preset.spec.task as ImagesTask;
    const { classes, train_count, held_out_count } = task;
    if (!enough(set.countPerClass(), classes, train_count, held_out_count)) return;
    const { problem } = run;
    if ((await run.create(preset.spec, set)) !== 'created' || attempt !== this.attempt) return;
    this.accept(preset.spec, null);
    run.problem = problem;
  }
}
