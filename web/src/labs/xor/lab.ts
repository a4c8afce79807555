import { LitElement, html, nothing } from 'lit';
import { cellEvent, type CellDetail } from '../../chart/matrix.ts';
import { controlStyles } from '../../shell/control-styles.ts';
import { findPreset, presetsOf } from '../../spec/presets.ts';
import type { RunAction } from '../../shell/run-bar.ts';
import { MemoryLink, type LabLink } from '../../spec/link.ts';
import { hashFromSpec, specFromHash } from '../../spec/url.ts';
import { xorStrings as words } from '../../strings/xor.ts';
import { highlightEvent, type TutorialLab } from '../../tutorial/lab-link.ts';
import { LabTools } from '../common/lab-tools.ts';
import { labEvent, partsShown, type LabElement, type LabReport } from '../lab-element.ts';
import type { RunResult } from '../common/result-file.ts';
import type { Drawing } from './charts.ts';
import { layerSlider, settingsPanel, steadySpeed, topControls } from './controls.ts';
import { describeRecord } from './describe.ts';
import { labStyles } from './lab-styles.ts';
import { matricesView } from './matrices.ts';
import { parts, type Part } from './offers.ts';
import { ratioPanel } from './ratio-panel.ts';
import { regimeSpec, widths, type Regime, type Size } from './regimes.ts';
import { XorRun } from './run.ts';
import { presetSpec, withSettings } from './settings.ts';
import { pairIndex } from './task.ts';
import { distancesView, lossView, planeView, scrubber, unitsView } from './views.ts';

/** Words are announced at most this often while training. */
const announceEveryMilliseconds = 4000;

/**
 * <reprise-xor-lab>: a network learns exclusive or, and the theory predicts where its four hidden points end.
 * `preset` and `set` give the experiment, or a link does; `show` the parts (all by default), `locked` the
 * question that opens it.
 */
export class XorLab extends LitElement implements TutorialLab, LabElement {
  static override properties = {
    preset: {},
    set: {},
    show: {},
    locked: {},
    label: {},
    open: { state: true },
    row: { state: true },
    pair: { state: true },
    symbol: { state: true },
    speed: { state: true },
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
  /** Record shown, or null for the latest. */
  declare row: number | null;
  declare pair: number;
  declare symbol: string | null;
  /** Epochs per second at most; null for as fast as it goes. */
  declare speed: number | null;
  declare announced: string;

  run!: XorRun;
  readonly tools = new LabTools(this);
  drawings: Drawing[] = [];
  guess: readonly number[] | null = null;
  private frame = 0;
  private lastAnnounced = 0;
  private visible: IntersectionObserver | null = null;
  private stopListening = () => {};
  private readonly still = matchMedia('(prefers-reduced-motion: reduce)');
  private lastDrawn = 0;

  constructor() {
    super();
    this.preset = 'xor/rich';
    this.set = '';
    this.show = '';
    this.locked = '';
    this.label = words.label;
    this.open = false;
    this.row = null;
    this.pair = -1;
    this.symbol = null;
    this.speed = steadySpeed;
    this.announced = '';
  }

  override connectedCallback() {
    super.connectedCallback();
    this.run ??= new XorRun(this.startingSpec(), () => this.changed(), this.parts.has('units'));
    document.addEventListener(cellEvent, this.onCell);
    document.addEventListener(highlightEvent, this.onHighlight as EventListener);
    this.visible = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) void this.run.prepare();
    });
    this.visible.observe(this);
    this.stopListening = this.link.onChange(() => this.openLink(this.link.read()));
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener(cellEvent, this.onCell);
    document.removeEventListener(highlightEvent, this.onHighlight as EventListener);
    this.visible?.disconnect();
    this.stopListening();
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.run.close();
  }

  private startingSpec() {
    const hash = this.link.read();
    if (hash) return specFromHash(hash, presetsOf('xor')).spec;
    return withSettings(presetSpec(this.preset), this.set);
  }

  private readonly onCell = (event: Event) => {
    const { group, cell } = (event as CustomEvent<CellDetail>).detail;
    if (group === this.id) this.pair = cell ? pairIndex(...cell) : -1;
  };

  private readonly onHighlight = (event: CustomEvent<string | null>) => {
    this.symbol = event.detail;
    this.toggleAttribute('data-lit', this.symbol !== null);
    if (this.symbol !== null) this.setAttribute('data-lit', this.symbol);
  };

  /** Something in the run changed: draw once a frame, or once a second for those who want it still. */
  private changed(): void {
    if (this.frame) return;
    const draw = (now: number) => {
      if (this.still.matches && this.run.running && now - this.lastDrawn < 1000) {
        this.frame = requestAnimationFrame(draw);
        return;
      }
      this.frame = 0;
      this.lastDrawn = now;
      this.announce(now);
      this.requestUpdate();
      this.dispatchEvent(new CustomEvent(labEvent, { bubbles: true, composed: true }));
    };
    this.frame = requestAnimationFrame(draw);
  }

  announce(now: number): void {
    if (this.run.running && now - this.lastAnnounced < announceEveryMilliseconds) return;
    this.lastAnnounced = now;
    this.announced = this.inWords();
  }

  private inWords(): string {
    const { run } = this;
    const row = this.shownRow;
    if (row < 0) return '';
    const text = describeRecord(
      run.column('t')[row]!,
      run.column('loss')[row]!,
      run.distancesAt(row),
    );
    const end = run.status?.state === 'finished' ? ` ${words.finished}` : '';
    return text + end;
  }

  // What tutorials ask for (see lab-link.ts).

  async configure(preset: string | undefined, settings: string): Promise<void> {
    const base = preset ? presetSpec(preset) : this.run.spec;
    await this.change(withSettings(base, settings));
  }

  async restore(): Promise<void> {
    const own = this.startingSpec();
    if (JSON.stringify(own) !== JSON.stringify(this.run.spec)) await this.change(own);
  }

  async start(): Promise<void> {
    if (this.run.finished || this.run.running) return;
    this.row = null;
    await this.train();
  }

  measure(name: string): number {
    return this.run.measure(name);
  }

  get finished(): boolean {
    return this.run.status?.state === 'finished';
  }

  matrix(name: string): readonly number[] {
    return name === 'predicted' ? this.run.predicted : this.run.distancesAt(this.run.length - 1);
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

  showGuess(values: readonly number[] | null): void {
    this.guess = values;
    this.requestUpdate();
  }

  unlock(): void {
    this.open = true;
  }

  openLink(hash: string): void {
    const { spec } = specFromHash(hash, presetsOf('xor'));
    this.unlock();
    void this.change(spec);
  }

  // What its own controls do.

  private hash(extras: Record<string, string> = {}): string {
    const preset = findPreset(`xor/${this.regime ?? 'rich'}`)!;
    return hashFromSpec(this.run.spec, preset, extras);
  }

  report(): LabReport {
    const { run } = this;
    const ratio = run.activeRatio;
    return {
      hash: this.hash(),
      spec: run.spec,
      state: run.status?.state ?? 'idle',
      epoch: run.status?.epoch ?? 0,
      epochs: this.epochs,
      last: run.lastRecord,
      theory: Number.isFinite(ratio) ? { ratio, correlation: run.measure('correlation') } : {},
      problem: run.problem,
    };
  }

  result(): RunResult | null {
    const { run } = this;
    const { records } = run;
    if (!records || records.length === 0) return null;
    const spec = { ...run.spec, observe: { ...run.spec.observe, layer: run.layer } };
    const { state, epoch } = run.status ?? { state: 'idle', epoch: 0 };
    return { spec, hash: this.hash(), state, epoch, records, fit: null };
  }

  get regime(): Regime | null {
    const { network } = this.run.spec;
    const size = this.size;
    const names: Regime[] = ['rich', 'intermediate', 'lazy', 'shallow'];
    return (
      names.find((name) => {
        const other = regimeSpec(name, size).network;
        return other.gain === network.gain && other.hidden_layers === network.hidden_layers;
      }) ?? null
    );
  }

  get size(): Size {
    return this.run.spec.network.width >= widths.paper ? 'paper' : 'small';
  }

  async chooseRegime(regime: Regime, size: Size): Promise<void> {
    await this.change({ ...regimeSpec(regime, size), seed: this.run.spec.seed });
  }

  async change(spec: XorRun['spec']): Promise<void> {
    this.row = null;
    await this.run.configure(spec);
  }

  async act(action: RunAction): Promise<void> {
    const { run } = this;
    this.row = null;
    if (action === 'pause') await run.pause();
    else if (action === 'step') await run.step(run.spec.observe.every);
    else if (action === 'reset') await run.reset();
    else if (action === 'new-seed') await this.newSeed();
    else await this.train();
  }

  private async newSeed(): Promise<void> {
    const goOn = this.run.running;
    await this.change({ ...this.run.spec, seed: this.run.spec.seed + 1 });
    if (goOn) await this.train();
  }

  private async train(): Promise<void> {
    await this.run.prepare();
    if (this.parts.has('ratio')) void this.run.measureRatio();
    await this.run.start(this.speed);
  }

  async chooseSpeed(speed: number | null): Promise<void> {
    this.speed = speed;
    await this.run.setSpeed(speed);
  }

  get parts(): ReadonlySet<Part> {
    return partsShown(this.show, parts);
  }

  get shownRow(): number {
    return Math.min(this.row ?? Infinity, this.run.length - 1);
  }

  override render() {
    if (this.locked && !this.open) return this.renderLocked();
    const { run } = this;
    const shown = this.parts;
    return html`<section
      class="lab panel ${run.length > 1 ? 'trained' : ''}"
      aria-label=${this.label}
    >
      ${topControls(this)} ${this.renderProblem()}
      <reprise-reference-run .tools=${this.tools}></reprise-reference-run>
      <div class="views">
        ${shown.has('plane') ? planeView(this) : nothing}
        ${shown.has('units') ? unitsView(this) : nothing}
        ${shown.has('loss') ? lossView(this) : nothing}
        ${shown.has('matrices') ? matricesView(this) : nothing}
        ${shown.has('ratio') ? ratioPanel(run) : nothing}
        ${shown.has('distances') ? distancesView(this) : nothing}
      </div>
      <div class="still"><slot></slot></div>
      ${scrubber(this)}
      ${shown.has('layer') && !shown.has('settings') ? layerSlider(this) : nothing}
      ${shown.has('settings') ? settingsPanel(this) : nothing}
      <p class="words" role="status">${this.announced}</p>
    </section>`;
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
    const stalled = run.status?.state === 'finished' && !run.answersLearnt(run.length - 1);
    const text = run.problem || run.status?.message || (stalled ? words.notLearnt : '');
    return text ? html`<p class="notice" role="alert">${text}</p>` : nothing;
  }

  static override styles = [controlStyles, labStyles];
}

customElements.define('reprise-xor-lab', XorLab);

declare global {
  interface HTMLElementTagNameMap {
    'reprise-xor-lab': XorLab;
  }
}
