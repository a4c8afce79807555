import { LitElement, html, nothing, type TemplateResult } from 'lit';
import '../../chart/chart.ts';
import { cellEvent, type CellDetail } from '../../chart/matrix.ts';
import { controlStyles } from '../../shell/control-styles.ts';
import { formatNumber } from '../../shell/format.ts';
import { xorStrings as words } from '../../strings/xor.ts';
import { highlightEvent, labEvent, type TutorialLab } from '../../tutorial/lab-link.ts';
import { distanceSeries, lossAxis, lossSeries, timeAxis, type Drawing } from './charts.ts';
import { settingsPanel, topControls } from './controls.ts';
import { describeDistances, describeRecord } from './describe.ts';
import { labStyles } from './lab-styles.ts';
import { matricesView } from './matrices.ts';
import './plane.ts';
import { ratioPanel } from './ratio-panel.ts';
import { regimeSpec, widths, type Regime, type Size } from './regimes.ts';
import { XorRun } from './run.ts';
import { presetSpec, withSettings } from './settings.ts';
import { pairIndex } from './task.ts';

export type Part = 'plane' | 'matrices' | 'ratio' | 'distances' | 'loss' | 'regimes' | 'settings';
const allParts: readonly Part[] = ['plane', 'matrices', 'ratio', 'distances', 'loss', 'regimes', 'settings'];

/** Words are announced at most this often while training. */
const announceEveryMilliseconds = 4000;

/**
 * <reprise-xor-lab>: a network learns exclusive or, and the theory predicts where its four hidden points end.
 * `preset` and `set` give the experiment, `show` the parts (all by default), `locked` the question that
 * opens it.
 */
export class XorLab extends LitElement implements TutorialLab {
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
  /** Share of the epochs per second; null for as fast as it goes. */
  declare speed: number | null;
  declare announced: string;

  run!: XorRun;
  private drawings: Drawing[] = [];
  guess: readonly number[] | null = null;
  private frame = 0;
  private lastAnnounced = 0;
  private visible: IntersectionObserver | null = null;
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
    this.speed = 0.2;
    this.announced = '';
  }

  override connectedCallback() {
    super.connectedCallback();
    this.run ??= new XorRun(this.startingSpec(), () => this.changed());
    document.addEventListener(cellEvent, this.onCell);
    document.addEventListener(highlightEvent, this.onHighlight as EventListener);
    this.visible = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) void this.run.prepare();
    });
    this.visible.observe(this);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener(cellEvent, this.onCell);
    document.removeEventListener(highlightEvent, this.onHighlight as EventListener);
    this.visible?.disconnect();
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.run.close();
  }

  private startingSpec() {
    return withSettings(presetSpec(this.preset), this.set);
  }

  private readonly onCell = (event: Event) => {
    const { group, cell } = (event as CustomEvent<CellDetail>).detail;
    if (group === this.id) this.pair = cell ? pairIndex(...cell) : -1;
  };

  private readonly onHighlight = (event: CustomEvent<string | null>) => {
    this.symbol = event.detail;
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

  private announce(now: number): void {
    if (this.run.running && now - this.lastAnnounced < announceEveryMilliseconds) return;
    this.lastAnnounced = now;
    this.announced = this.inWords();
  }

  private inWords(): string {
    const { run } = this;
    const row = this.shownRow;
    if (row < 0) return '';
    const text = describeRecord(run.column('t')[row]!, run.column('loss')[row]!, run.distancesAt(row));
    const end = run.status?.state === 'finished' ? ` ${words.finished}` : '';
    return text + end;
  }

  // What tutorials ask for (see lab-link.ts).

  async configure(preset: string | undefined, settings: string): Promise<void> {
    const base = preset ? presetSpec(preset) : this.run.spec;
    await this.change(withSettings(base, settings));
  }

  async start(): Promise<void> {
    if (this.run.finished || this.run.running) return;
    this.row = null;
    await this.run.prepare();
    if (this.parts.has('ratio')) void this.run.measureRatio();
    await this.run.start(this.epochsPerSecond);
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

  // What its own controls do.

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

  async newSeed(): Promise<void> {
    const goOn = this.run.running;
    await this.change({ ...this.run.spec, seed: this.run.spec.seed + 1 });
    if (goOn) await this.start();
  }

  async toggleRun(): Promise<void> {
    if (this.run.running) return this.run.pause();
    this.row = null;
    if (this.parts.has('ratio')) void this.run.measureRatio();
    await this.run.start(this.epochsPerSecond);
  }

  async step(): Promise<void> {
    this.row = null;
    await this.run.step(this.run.spec.observe.every);
  }

  async chooseSpeed(speed: number | null): Promise<void> {
    this.speed = speed;
    await this.run.setSpeed(this.epochsPerSecond);
  }

  get epochsPerSecond(): number | null {
    return this.speed === null ? null : Math.max(1, this.speed * this.epochs);
  }

  get parts(): ReadonlySet<Part> {
    const named = this.show.split(/[\s,]+/).filter(Boolean) as Part[];
    return new Set(named.length > 0 ? named : allParts);
  }

  get shownRow(): number {
    return Math.min(this.row ?? Infinity, this.run.length - 1);
  }

  override render() {
    if (this.locked && !this.open) return this.renderLocked();
    const { parts, run } = this;
    return html`<section class="lab panel" aria-label=${this.label}>
      ${topControls(this)} ${this.renderStatus()}
      <div class="views">
        ${parts.has('plane') ? this.renderPlane() : nothing}
        ${parts.has('loss') ? this.renderLoss() : nothing}
        ${parts.has('matrices') ? matricesView(this) : nothing}
        ${parts.has('ratio') ? ratioPanel(run) : nothing}
        ${parts.has('distances') ? this.renderDistances() : nothing}
      </div>
      ${this.renderScrubber()} ${parts.has('settings') ? settingsPanel(this) : nothing}
      <p class="words" role="status">${this.announced}</p>
    </section>`;
  }

  private renderLocked() {
    return html`<section class="lab panel locked" aria-label=${this.label}>
      <p>${words.locked}</p>
      <button type="button" class="quiet" @click=${() => this.unlock()}>${words.showAnyway}</button>
    </section>`;
  }

  private renderStatus() {
    const { run } = this;
    const { status } = run;
    const share = status ? status.epoch / status.epochs : 0;
    const left = status?.remaining_seconds;
    const stalled = run.finished && !run.answersLearnt(run.length - 1);
    return html`<div class="status">
        <progress max="1" .value=${share} aria-label=${words.time}></progress>
        <span class="number">
          ${status
            ? words.progress(status.epoch.toLocaleString('en'), status.epochs.toLocaleString('en'))
            : words.preparing}${run.running && left ? `, ${words.remaining(left)}` : ''}
        </span>
      </div>
      ${run.problem ? html`<p class="notice" role="alert">${run.problem}</p>` : nothing}
      ${status?.state === 'diverged'
        ? html`<p class="notice" role="alert">${words.diverged} ${status.message}</p>`
        : stalled
          ? html`<p class="notice">${words.notLearnt}</p>`
          : nothing}`;
  }

  private renderPlane(): TemplateResult {
    const row = this.shownRow;
    const distances = this.run.distancesAt(row);
    return html`<reprise-xor-plane
      class="plane"
      .pictures=${this.run.picturesUpTo(row)}
      .distances=${distances}
      .pair=${this.pair}
      .description=${describeDistances(distances)}
    ></reprise-xor-plane>`;
  }

  private renderDistances(): TemplateResult {
    const { run } = this;
    const symbol = this.symbol === 'same' || this.symbol === 'different' ? this.symbol : null;
    return html`<reprise-chart
      class="distances"
      .heading=${words.distances}
      .series=${distanceSeries(
        run.column('t'),
        run.distanceColumns(),
        this.parts.has('ratio') ? run.predicted : [],
        this.epochs,
        this.pair >= 0 ? this.pair : symbol,
        this.drawings,
      )}
      .xAxis=${timeAxis(this.epochs)}
      .yAxis=${{ title: words.distancesAxis, min: 0 }}
      .group=${this.id}
    ></reprise-chart>`;
  }

  private renderLoss(): TemplateResult {
    const { run } = this;
    return html`<reprise-chart
      .heading=${words.loss}
      .series=${lossSeries(run.column('t'), run.column('loss'), this.drawings)}
      .xAxis=${timeAxis(this.epochs)}
      .yAxis=${lossAxis(run.column('loss'))}
      .note=${this.drawings.some(({ curve }) => curve === 'loss') ? words.drawingNote : ''}
      .group=${this.id}
    ></reprise-chart>`;
  }

  private renderScrubber() {
    const last = this.run.length - 1;
    if (last < 1) return nothing;
    const row = this.shownRow;
    return html`<div class="scrubber">
      <label for="scrub">${words.shown}</label>
      <input
        id="scrub"
        type="range"
        min="0"
        max=${last}
        .value=${String(row)}
        aria-valuetext=${formatNumber(this.run.column('t')[row]!, 5)}
        @input=${(event: Event) => {
          const value = Number((event.target as HTMLInputElement).value);
          this.row = value >= this.run.length - 1 ? null : value;
          this.announce(performance.now());
        }}
      />
      <output class="number">${this.run.column('t')[row]!.toLocaleString('en')}</output>
    </div>`;
  }

  static override styles = [controlStyles, labStyles];
}

customElements.define('reprise-xor-lab', XorLab);

declare global {
  interface HTMLElementTagNameMap {
    'reprise-xor-lab': XorLab;
  }
}

