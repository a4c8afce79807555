import { LitElement, html, nothing } from 'lit';
import { controlStyles } from '../../shell/control-styles.ts';
import type { RunAction } from '../../shell/run-bar.ts';
import { MemoryLink, pageLink, type LabLink } from '../../spec/link.ts';
import { findPreset, presetsOf } from '../../spec/presets.ts';
import type { Spec } from '../../spec/types.ts';
import { hashFromSpec, specFromHash } from '../../spec/url.ts';
import { collapseStrings as words } from '../../strings/collapse.ts';
import { highlightEvent, type TutorialLab } from '../../tutorial/lab-link.ts';
import { LabTools } from '../common/lab-tools.ts';
import type { RunResult } from '../common/result-file.ts';
import { labEvent, partsShown, type LabElement, type LabReport } from '../lab-element.ts';
import { presetSpec, withSettings } from '../xor/settings.ts';
import type { Drawing } from './charts.ts';
import { settingsPanel, topControls } from './controls.ts';
import { describeState } from './describe.ts';
import type { Frame } from './frames.ts';
import { labStyles } from './lab-styles.ts';
import { parts, type Part } from './offers.ts';
import { regimes, regimeSpec, sides, type Regime, type Size } from './regimes.ts';
import { CollapseRun } from './run.ts';
import { Sweep, learntLoss, threshold } from './sweep.ts';
import { sweepGains, sweepSpecs, sweepView, sweepWorkers } from './sweep-view.ts';
import { pointIndex } from './task.ts';
import {
  cloudView,
  indexView,
  lossView,
  pointView,
  scrubber,
  structureView,
  type Colouring,
  type ContextsShown,
} from './views.ts';

/** Words are announced at most this often while training. */
const announceEveryMilliseconds = 4000;

/**
 * <reprise-collapse-lab>: a network reads one coordinate of a blob, as a context asks; its hidden layers are
 * shown as clouds. `preset` and `set` give the experiment, or a link does; `show` the parts (all by default),
 * `locked` the question that opens it. Without `preset`, the rich regime on the small set. With `page-link` its
 * state is the page's address.
 */
export class CollapseLab extends LitElement implements TutorialLab, LabElement {
  static override properties = {
    preset: {},
    set: {},
    show: {},
    locked: {},
    label: {},
    open: { state: true },
    frame: { state: true },
    point: { state: true },
    colouring: { state: true },
    contextsShown: { state: true },
    speed: { state: true },
    sweepSeeds: { state: true },
    announced: { state: true },
  };
  /** Follows this link where it is not empty, else `preset` and `set`. */
  link: LabLink = new MemoryLink('');
  declare preset: string;
  declare set: string;
  declare show: string;
  declare locked: string;
  declare label: string;
  /** Whether a locked laboratory has been opened. */
  declare open: boolean;
  /** Picture shown, or null for the latest. */
  declare frame: number | null;
  /** The input looked at. */
  declare point: number;
  declare colouring: Colouring;
  declare contextsShown: ContextsShown;
  /** Epochs per second at most; null for as fast as it goes. */
  declare speed: number | null;
  declare sweepSeeds: number;
  declare announced: string;

  run!: CollapseRun;
  readonly tools = new LabTools(this);
  readonly sweep = new Sweep(() => this.changed());
  drawings: Drawing[] = [];
  /** The gain at which the reader expects collapse to stop. */
  guessedGain: number | null = null;
  private nextFrame = 0;
  private lastAnnounced = 0;
  private lastDrawn = 0;
  private visible: IntersectionObserver | null = null;
  private stopListening = () => {};
  private readonly still = matchMedia('(prefers-reduced-motion: reduce)');

  constructor() {
    super();
    this.preset = '';
    this.set = '';
    this.show = '';
    this.locked = '';
    this.label = words.label;
    this.open = false;
    this.frame = null;
    this.point = 0;
    this.colouring = 'relevant';
    this.contextsShown = 'both';
    this.speed = null;
    this.sweepSeeds = 1;
    this.announced = '';
  }

  override connectedCallback() {
    super.connectedCallback();
    if (this.hasAttribute('page-link')) this.link = pageLink;
    this.run ??= new CollapseRun(this.startingSpec(), () => this.changed());
    this.chooseMiddlePoint();
    document.addEventListener(highlightEvent, this.onHighlight as EventListener);
    this.visible = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting) && !this.sweepOnly) void this.run.prepare();
    });
    this.visible.observe(this);
    this.stopListening = this.link.onChange(() => this.openLink(this.link.read()));
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener(highlightEvent, this.onHighlight as EventListener);
    this.visible?.disconnect();
    this.stopListening();
    cancelAnimationFrame(this.nextFrame);
    this.nextFrame = 0;
    this.sweep.stop();
    this.run.close();
  }

  private startingSpec(): Spec {
    const hash = this.link.read();
    if (hash) return specFromHash(hash, presetsOf('feature-collapse')).spec;
    const base = this.preset ? presetSpec(this.preset) : regimeSpec('rich', 'small');
    return withSettings(base, this.set);
  }

  /** The laboratory's state, for tests and for whoever embeds it. */
  get lab(): CollapseRun {
    return this.run;
  }

  private chooseMiddlePoint(): void {
    const { side } = this.run;
    this.point = pointIndex(side, 0, Math.floor(side / 2), Math.floor(side / 4));
  }

  private readonly onHighlight = (event: CustomEvent<string | null>) => {
    this.toggleAttribute('data-lit', event.detail !== null);
    if (event.detail !== null) this.setAttribute('data-lit', event.detail);
  };

  /** Something changed: draw once a frame, or once a second for those who want it still. */
  private changed(): void {
    if (this.nextFrame) return;
    const draw = (now: number) => {
      if (this.still.matches && this.run.running && now - this.lastDrawn < 1000) {
        this.nextFrame = requestAnimationFrame(draw);
        return;
      }
      this.nextFrame = 0;
      this.lastDrawn = now;
      this.announce(now);
      this.requestUpdate();
      this.dispatchEvent(new CustomEvent(labEvent, { bubbles: true, composed: true }));
    };
    this.nextFrame = requestAnimationFrame(draw);
  }

  private announce(now: number): void {
    if (this.run.running && now - this.lastAnnounced < announceEveryMilliseconds) return;
    this.lastAnnounced = now;
    this.announced = this.inWords();
  }

  /** The picture shown, in a few sentences. */
  inWords(): string {
    const { run } = this;
    const row = run.rowAt(this.shownFrame?.epoch ?? Infinity);
    if (row < 0 || run.length === 0) return '';
    return describeState(
      run.column('t')[row]!,
      run.column('loss')[row]!,
      run.layer,
      run.collapse()[row]!,
      run.status?.state === 'finished' && row === run.length - 1,
    );
  }

  get shownIndex(): number {
    return Math.min(this.frame ?? Infinity, this.run.pictures.length - 1);
  }

  get shownFrame(): Frame | undefined {
    return this.run.pictures[this.shownIndex];
  }

  showFrame(index: number): void {
    this.frame = index >= this.run.pictures.length - 1 ? null : index;
    this.lastAnnounced = performance.now();
    this.announced = this.inWords();
  }

  /** Colours of the two contexts in the theme in force. */
  contextColours(): [string, string] {
    const probe = this.renderRoot.querySelector<HTMLElement>('.probe');
    if (!probe) return ['#15419c', '#966400'];
    const colour = (token: string) => {
      probe.style.color = `var(--${token})`;
      return getComputedStyle(probe).color;
    };
    return [colour('point-0'), colour('point-1')];
  }

  // What tutorials ask for (see lab-link.ts).

  async configure(preset: string | undefined, settings: string): Promise<void> {
    await this.change(withSettings(preset ? presetSpec(preset) : this.run.spec, settings));
  }

  async restore(): Promise<void> {
    const own = this.startingSpec();
    if (JSON.stringify(own) !== JSON.stringify(this.run.spec)) await this.change(own);
  }

  async start(): Promise<void> {
    if (this.sweepOnly) {
      if (this.sweep.state === 'idle') await this.startSweep();
    } else if (!this.run.finished && !this.run.running) {
      this.frame = null;
      await this.run.start(this.speed);
    }
  }

  measure(name: string): number {
    if (name === 'threshold') {
      return this.sweep.state === 'finished' ? threshold(this.sweep.points, this.run.layer) : NaN;
    }
    if (this.sweepOnly && name === 'loss') {
      // Worst of the runs that the sweep's verdict rests on.
      return Math.max(...this.sweep.points.map(({ loss }) => loss).filter((loss) => loss < learntLoss));
    }
    return this.run.measure(name);
  }

  get finished(): boolean {
    if (this.sweepOnly) return this.sweep.state === 'finished';
    return this.run.status?.state === 'finished';
  }

  matrix(name: string): readonly number[] {
    const { structure } = this.run;
    return structure ? [...(name === 'predicted' ? structure.predicted : structure.measured)] : [];
  }

  curve(name: string) {
    return this.run.curve(name);
  }

  get epochs(): number {
    return this.run.spec.training.epochs;
  }

  showDrawing(curve: string, x: readonly number[], y: readonly number[]): void {
    this.drawings = [...this.drawings.filter((known) => known.curve !== curve), { curve, x, y }];
    this.requestUpdate();
  }

  showGuess(): void {}

  showNumber(measure: string, value: number | null): void {
    if (measure !== 'threshold') return;
    this.guessedGain = value;
    this.requestUpdate();
  }

  unlock(): void {
    this.open = true;
  }

  openLink(hash: string): void {
    const { spec } = specFromHash(hash, presetsOf('feature-collapse'));
    this.unlock();
    void this.change(spec);
  }

  // What its own controls do.

  private hash(extras: Record<string, string> = {}): string {
    const preset = findPreset(`feature-collapse/${this.regime ?? 'rich'}`)!;
    return hashFromSpec(this.run.spec, preset, extras);
  }

  result(): RunResult | null {
    const { run } = this;
    const { records } = run;
    if (!records || records.length === 0) return null;
    const spec = { ...run.spec, observe: { ...run.spec.observe, layer: run.layer } };
    const { state, epoch } = run.status ?? { state: 'idle', epoch: 0 };
    return { spec, hash: this.hash(), state, epoch, records, fit: null };
  }

  report(): LabReport {
    const { run } = this;
    const correlation = run.measure('correlation');
    return {
      hash: this.hash(),
      spec: run.spec,
      state: run.status?.state ?? 'idle',
      epoch: run.status?.epoch ?? 0,
      epochs: this.epochs,
      last: run.lastRecord,
      theory: run.structure ? { ratio: run.structure.ratio, correlation } : {},
      problem: run.problem,
    };
  }

  get regime(): Regime | null {
    const { gain } = this.run.spec.network;
    return regimes.find((name) => regimeSpec(name, this.size).network.gain === gain) ?? null;
  }

  get size(): Size {
    return this.run.side >= sides.paper ? 'paper' : 'small';
  }

  async chooseRegime(regime: Regime, size: Size): Promise<void> {
    await this.change(regimeSpec(regime, size, this.run.spec.seed));
  }

  async change(spec: Spec): Promise<void> {
    const sideBefore = this.run.side;
    this.frame = null;
    const ready = this.run.configure(spec);
    if (this.link === pageLink) this.link.write(this.hash(), true);
    if (this.run.side !== sideBefore) this.chooseMiddlePoint();
    await ready;
  }

  async act(action: RunAction): Promise<void> {
    const { run } = this;
    this.frame = null;
    if (action === 'pause') await run.pause();
    else if (action === 'step') await run.step(run.spec.observe.every);
    else if (action === 'reset') await run.reset();
    else if (action === 'new-seed') await this.newSeed();
    else await run.start(this.speed);
  }

  private async newSeed(): Promise<void> {
    const goOn = this.run.running;
    await this.change({ ...this.run.spec, seed: this.run.spec.seed + 1 });
    if (goOn) await this.run.start(this.speed);
  }

  async chooseSpeed(speed: number | null): Promise<void> {
    this.speed = speed;
    await this.run.setSpeed(speed);
  }

  startSweep(): Promise<void> {
    return this.sweep.start(sweepSpecs(this.run.spec.seed, this.sweepSeeds), sweepWorkers());
  }

  stopSweep(): void {
    this.sweep.stop();
    this.requestUpdate();
  }

  get parts(): ReadonlySet<Part> {
    return partsShown(this.show, parts);
  }

  /** Whether it shows the sweep and nothing else. */
  private get sweepOnly(): boolean {
    return this.parts.size === 1 && this.parts.has('sweep');
  }

  override render() {
    if (this.locked && !this.open) return this.renderLocked();
    const { run } = this;
    const shown = this.parts;
    const trained = run.length > 1 || this.sweep.points.length > 0;
    return html`<section class="lab panel ${trained ? 'trained' : ''}" aria-label=${this.label}>
      <span class="probe" aria-hidden="true"></span>
      ${this.sweepOnly ? nothing : topControls(this)} ${this.renderProblem()}
      <reprise-reference-run .tools=${this.tools}></reprise-reference-run>
      <div class="views" ?hidden=${!this.followsTime}>
        ${shown.has('cloud') ? cloudView(this) : nothing}
        ${this.renderBeside()}
      </div>
      ${this.followsTime ? scrubber(this) : nothing}
      ${this.sweepOnly ? nothing : html`<p class="words" role="status">${this.announced}</p>`}
      ${shown.has('point') && this.charted ? pointView(this) : nothing}
      ${shown.has('settings') ? settingsPanel(this) : nothing}
      ${shown.has('structure') ? structureView(this) : nothing}
      ${shown.has('sweep') ? sweepView(this) : nothing}
      <div class="still"><slot></slot></div>
    </section>`;
  }

  /** Whether curves stand beside the cloud; if not, the input does. */
  private get charted(): boolean {
    return this.parts.has('index') || this.parts.has('loss');
  }

  /** Whether something is shown that changes with the epoch shown. */
  private get followsTime(): boolean {
    return this.charted || this.parts.has('cloud') || this.parts.has('point');
  }

  private renderBeside() {
    const shown = this.parts;
    if (this.charted) {
      return html`<div class="beside">
        ${shown.has('index') ? indexView(this) : nothing}
        ${shown.has('loss') ? lossView(this) : nothing}
      </div>`;
    }
    return shown.has('point') ? pointView(this) : nothing;
  }

  private renderLocked() {
    return html`<section class="lab panel locked" aria-label=${this.label}>
      <p>${words.locked}</p>
      <button type="button" class="quiet" @click=${() => this.unlock()}>${words.showAnyway}</button>
      <div class="still"><slot></slot></div>
    </section>`;
  }

  /** What went wrong, if anything did. */
  private renderProblem() {
    const { run } = this;
    const stalled = run.status?.state === 'finished' && !(run.measure('loss') < 0.02);
    const text = run.problem || run.status?.message || (stalled ? words.notLearnt : '');
    return text ? html`<p class="notice" role="alert">${text}</p>` : nothing;
  }

  static override styles = [controlStyles, labStyles];
}

/** Gains of the sweep, for whoever tells of it. */
export { sweepGains };

customElements.define('reprise-collapse-lab', CollapseLab);

declare global {
  interface HTMLElementTagNameMap {
    'reprise-collapse-lab': CollapseLab;
  }
}
