import { html, nothing, type PropertyValues } from 'lit';
import type { Outcome } from '../../engine/experiment.ts';
import { controlStyles } from '../../shell/control-styles.ts';
import { MemoryLink, pageLink, type LabLink } from '../../spec/link.ts';
import type { Spec } from '../../spec/types.ts';
import { digitsStrings as strings } from '../../strings/digits.ts';
import { strings as shared } from '../../strings/en.ts';
import { Lab } from '../frame/lab.ts';
import type { LabReport } from '../frame/lab-element.ts';
import { LabTools } from '../frame/lab-tools.ts';
import { unknownView } from '../frame/lab-views.ts';
import { pageLabStyles } from '../frame/page-lab-styles.ts';
import { stillStyles } from '../frame/still-styles.ts';
import '../frame/tools-bar.ts';
import { wordsView } from '../frame/words-view.ts';
import { classesPanel } from './classes-panel.ts';
import { declaration } from './declaration.mjs';
import { LabPictures } from './lab-pictures.ts';
import { labStyles } from './lab-styles.ts';
import { curves, measures } from './measured.ts';
import './mistake-gallery.ts';
import type { OwnFiles } from './own-files.ts';
import { views, type Changes } from './panels.ts';
import { PictureSets, taskOf } from './picture-sets.ts';
import { DigitsRun } from './run.ts';
import { applySetting, observedLayer, shownPaths, wishedAfter, wishedIn, type Wished } from './settings.ts';
import { percent, scoreView } from './views.ts';

type Part = keyof typeof declaration.parts;

/** What only some parts are made of: a chapter whose labs do not show them, or not yet, does without its weight. */
const elements: Partial<Record<Part, () => Promise<unknown>>> = {
  settings: () => Promise.all([import('./settings-panel.ts'), import('./own-pictures.ts')]),
  pair: () => Promise.all([import('./pair-picker.ts'), import('./pair-comparison.ts')]),
};

/** Epochs per second that the run can be slowed to. */
const speeds = [null, 10, 3, 1];

/**
 * <reprise-digits-lab>: trains a network on real handwritten digits in the page. By itself its state is the page's link; with
 * the attribute `preset` it is one of a chapter's labs. Attributes: ../frame/lab.ts.
 */
export class DigitsLab extends Lab<typeof declaration, DigitsRun> {
  override link: LabLink = pageLink;
  override readonly tools = new LabTools(this);
  readonly sets = new PictureSets(() => this.changed());
  /** Whether the settings are unfolded, where there is little room. */
  private settingsOpen = false;
  /** Why the reader's own files were refused. */
  ownProblem = '';
  /** What is to be known of them. */
  private ownNotice = '';
  private ownGiven: OwnFiles | null = null;
  private readonly pictures = new LabPictures();
  /** What the reader wants of settings where it had to make way. */
  private readonly wishes = new WeakMap<Spec, Wished>();
  protected readonly measures = measures;
  protected readonly curves = curves;
  protected override readonly goesOn = true;

  constructor() {
    // Done within seconds.
    super({ declaration, preset: 'digits/three-classes', label: strings.label, speeds });
  }

  protected makeRun(spec: Spec): DigitsRun {
    return new DigitsRun(spec, () => this.changed(), this.sets);
  }

  override connectedCallback() {
    if (this.link === pageLink && this.hasAttribute('preset')) this.link = new MemoryLink('');
    super.connectedCallback();
  }

  protected override seen(): void {
    for (const part of this.parts) void elements[part]?.();
    // In a lab of all parts the reader asks for it: it takes a little of the training's time.
    if (this.show && this.parts.has('cloud')) void this.openCloud();
    const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
    if (!connection?.saveData || this.hasAttribute('preset')) super.seen();
    else this.changed();
  }

  private async openCloud(): Promise<void> {
    const { follow } = await import('./cloud-panel.ts');
    follow(this.run, () => this.changed());
    this.changed();
  }

  // What is wanted, and the pictures for it.

  get task() {
    return taskOf(this.spec);
  }

  get wantedTask() {
    return taskOf(this.run.draft);
  }

  get source() {
    return this.sets.source(this.wantedTask);
  }

  /** Whether the settings take pictures that have not been loaded. */
  get needsMore(): boolean {
    return this.sets.needsMore(this.wantedTask);
  }

  get isOwn(): boolean {
    return this.sets.isOwn(this.wantedTask);
  }

  private get canRun(): boolean {
    const { description, failure } = this.run;
    return this.source.state !== 'loading' && ((description !== null && !failure) || this.needsMore);
  }

  async load(): Promise<void> {
    await this.run.open(this.run.draft);
  }

  /** The rest of a set; what waits for it is made then. */
  async loadRest(): Promise<void> {
    const waiting = this.needsMore;
    if ((await this.source.loadRest()) && waiting) await this.load();
  }

  private async retry(): Promise<void> {
    if (await this.source.retry()) await this.load();
  }

  /** Takes the reader's own files, all or nothing. */
  async useOwn(files: OwnFiles): Promise<void> {
    this.ownProblem = '';
    this.ownGiven = files;
    try {
      const { takeOwn } = await import('./own-files.ts');
      const { set, spec, notice } = await takeOwn(files, this.spec);
      if (files !== this.ownGiven) return;
      this.sets.own = set;
      this.ownNotice = notice;
      await this.change(spec);
    } catch (error) {
      if (files === this.ownGiven) this.ownProblem = (error as Error).message;
      this.changed();
    }
  }

  usePacked(): void {
    this.ownProblem = '';
    void this.choosePreset(this.base.name);
  }

  private wishedOf(spec: Spec): Wished {
    return this.wishes.get(spec) ?? wishedIn(spec);
  }

  protected override applySetting(spec: Spec, path: string, value: unknown): Spec {
    const wished = this.wishedOf(spec);
    const next = applySetting(spec, path, value, wished);
    this.wishes.set(next, wishedAfter(path, spec, next, wished));
    return next;
  }

  /** The batch size that the reader wants and the pictures are too few for; 0 while they suffice. */
  private get setAside(): number {
    const { batch } = this.wishedOf(this.spec);
    return batch !== 'full' && this.spec.training.batch === 'full' ? batch : 0;
  }

  protected override async adopt(spec: Spec): Promise<Outcome> {
    const { run } = this;
    if (!run.trainsTheSame(spec)) {
      run.fallback = this.baseOf(spec).spec;
      return run.open(spec);
    }
    run.observeLayer(spec.observe.layer);
    this.wishes.set(run.spec, this.wishedOf(spec));
    return 'made';
  }

  protected override async train(): Promise<void> {
    await this.run.prepare();
    if (this.needsMore) await this.loadRest();
    await super.train();
  }

  // What whoever is around it may know.

  /** Whether it is trained to its end, and its mistakes and its fit are those of the end. */
  override get finished(): boolean {
    return this.run.settled;
  }

  protected override get fit() {
    return this.run.fitted?.fit ?? null;
  }

  protected override theory(): Record<string, number> {
    const { fit } = this;
    if (!fit) return {};
    const { eta_h, eta_y, ratio, sse } = fit;
    return { layer: this.spec.observe.layer, eta_h, eta_y, ratio, sse };
  }

  override report(): LabReport {
    const report = super.report();
    return { ...report, problem: report.problem || this.source.failure };
  }

  inWords(): string {
    const { run, spec } = this;
    if (!run.status) return '';
    const parts: string[] = [strings.states[run.status.state]];
    if (run.epoch > 0) parts.push(strings.atEpoch(Math.floor(run.epoch)));
    const accuracy = run.last('held_out_accuracy');
    if (Number.isFinite(accuracy)) parts.push(`${percent(accuracy)} ${strings.heldOutAccuracy}.`);
    parts.push(`${shared.seed(spec.seed)}.`);
    return parts.join(' ');
  }

  // How it is drawn.

  protected renderLab() {
    const { run, parts, sets } = this;
    return html`<section class="lab ${parts.has('settings') ? '' : 'alone'}" aria-label=${this.label}>
      ${this.renderClasses()} ${this.renderRun()} ${this.renderReference()}
      ${this.viewsShown(views, {
        run,
        sets,
        drawings: this.drawings,
        names: this.names,
        trainingPicture: this.pictures.training(run),
        heldOutPicture: this.pictures.heldOut(run),
        presets: this.presets,
        preset: this.baseOf(run.draft),
        setAside: this.setAside,
        // What was refused in there is to be seen.
        settingsOpen: this.settingsOpen || this.ownProblem !== '' || (run.problem !== null && this.besideControl(run.problem.field)),
        ownProblem: this.ownProblem,
        ownNotice: this.ownNotice,
        to: this.changes,
      })}
      <div class="still"><slot></slot></div>
    </section>`;
  }

  /** What its panels do. */
  private readonly changes: Changes = {
    choosePreset: (name) => void this.choosePreset(name),
    change: (path, value) => void this.changeField(path, value),
    loadRest: () => void this.loadRest(),
    foldSettings: () => {
      this.settingsOpen = !this.settingsOpen;
      this.changed();
    },
    openCloud: () => void this.openCloud(),
    useOwn: (files) => void this.useOwn(files),
    usePacked: () => this.usePacked(),
  };

  /** For tests and for styles: where the lab stands. */
  protected override updated(_: PropertyValues<this>) {
    const { run, source } = this;
    this.dataset.state = run.status?.state ?? source.state;
    this.dataset.epoch = String(run.epoch);
    this.dataset.heldOutAccuracy = String(run.last('held_out_accuracy'));
  }

  private get names(): readonly string[] {
    return this.sets.names(this.wantedTask);
  }

  private renderClasses() {
    const { run, sets, source, needsMore, isOwn, wantedTask: task } = this;
    const { problem } = run;
    return classesPanel({
      classes: this.parts.has('classes') ? task.classes : null,
      samples: this.pictures.samples(sets.of(task)),
      counts: sets.countPerClass(task),
      names: this.names,
      loading: { source, own: isOwn, ownMissing: isOwn && !sets.own, needsMore },
      unknown: unknownView(this),
      // What belongs to a control is said beside it.
      refused: problem && !this.besideControl(problem.field) ? shared.refused(problem) : '',
      failure: run.failure?.message ?? '',
      to: {
        choose: (classes) => void this.changeField('task.classes', classes),
        prepare: () => void run.prepare(),
        load: () => void this.load(),
        loadRest: () => void this.loadRest(),
        retry: () => void this.retry(),
      },
    });
  }

  /** Whether a field's refusal is shown where it is set. */
  private besideControl(path: string): boolean {
    return this.parts.has(path === observedLayer ? 'pair' : 'settings') && shownPaths.includes(path);
  }

  private renderRun() {
    const { run, spec } = this;
    return html`<div class="panel run">
      ${this.runBar(nothing, !this.canRun)}
      ${scoreView(run.last('held_out_accuracy'), spec)}
      ${
        run.status?.message
          ? html`<p class="notice" role="alert">${run.status.message}</p>`
          : nothing
      }
      ${wordsView(this.announced, this.asked, 'visually-hidden')}
    </div>`;
  }

  static override styles = [controlStyles, labStyles, pageLabStyles, stillStyles];
}

customElements.define('reprise-digits-lab', DigitsLab);
