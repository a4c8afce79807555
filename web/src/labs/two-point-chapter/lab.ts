import { LitElement, html, nothing, type PropertyValues } from 'lit';
import '../../chart/chart.ts';
import type { Series } from '../../chart/series.ts';
import { controlStyles } from '../../shell/control-styles.ts';
import { formatCount, formatNumber, formatR2 } from '../../shell/format.ts';
import '../../shell/run-bar.ts';
import type { RunAction } from '../../shell/run-bar.ts';
import { withField } from '../../spec/paths.ts';
import { presetsOf } from '../../spec/presets.ts';
import type { Spec } from '../../spec/types.ts';
import { hashFromSpec, specFromHash } from '../../spec/url.ts';
import { findPreset } from '../../spec/presets.ts';
import { twoPointChapterStrings as words } from '../../strings/two-point-chapter.ts';
import { highlightEvent, labEvent, type TutorialLab } from '../../tutorial/lab-link.ts';
import { lastRecord, partsShown, type LabReport } from '../lab-element.ts';
import { layerSeries } from '../two-points/curves.ts';
import { presetSpec, withSettings } from '../xor/settings.ts';
import { lit } from '../common/lit-symbol.ts';
import { fromOne, guessSeries, handSeries, measuredSeries, type Drawing } from './curves.ts';
import { parts, type Part } from './offers.ts';
import { fitPanel, handPanel, settingSliders } from './panels.ts';
import { PairRun } from './run.ts';
import { chapterLabStyles } from './styles.ts';

/** Words are announced at most this often while training. */
const announceEveryMilliseconds = 4000;
/** Below this the loss says nothing more about learning. */
const lossFloor = 1e-6;
/** Epochs per second: a run of 3,000 epochs can then be followed. */
const steadySpeed = 800;
const speeds = [null, steadySpeed, 200];

/**
 * <reprise-two-point-lab>: the two-point laboratory inside a chapter. `preset` and `set` give the experiment,
 * `show` the parts (all by default), `locked` the question that opens it.
 */
export class TwoPointLab extends LitElement implements TutorialLab {
  static override properties = {
    preset: {},
    set: {},
    show: {},
    locked: {},
    label: {},
    open: { state: true },
    symbol: { state: true },
    speed: { state: true },
    machine: { state: true },
    announced: { state: true },
  };
  declare preset: string;
  declare set: string;
  declare show: string;
  declare locked: string;
  declare label: string;
  /** Whether a locked laboratory has been opened. */
  declare open: boolean;
  declare symbol: string | null;
  /** Epochs per second at most; null for as fast as it goes. */
  declare speed: number | null;
  /** Whether the reader has asked for the machine's fit beside the one by hand. */
  declare machine: boolean;
  declare announced: string;

  run!: PairRun;
  drawings: Drawing[] = [];
  guess: { measure: string; value: number } | null = null;
  private frame = 0;
  private lastAnnounced = -Infinity;
  private lastDrawn = 0;
  private visible: IntersectionObserver | null = null;
  private readonly still = matchMedia('(prefers-reduced-motion: reduce)');

  constructor() {
    super();
    this.preset = 'two-points/shallow';
    this.set = '';
    this.show = '';
    this.locked = '';
    this.label = words.label;
    this.open = false;
    this.symbol = null;
    this.speed = steadySpeed;
    this.machine = false;
    this.announced = '';
  }

  /** The laboratory's state, for tests and for whoever embeds it. */
  get lab(): PairRun {
    return this.run;
  }

  override connectedCallback() {
    super.connectedCallback();
    const shown = this.parts;
    const wants = { fit: shown.has('fit') || shown.has('hand'), hand: shown.has('hand') };
    this.run ??= new PairRun(this.startingSpec(), wants, () => this.changed());
    document.addEventListener(highlightEvent, this.onHighlight as EventListener);
    this.visible = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) void this.run.prepare();
    });
    this.visible.observe(this);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener(highlightEvent, this.onHighlight as EventListener);
    this.visible?.disconnect();
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.run.close();
  }

  private startingSpec(): Spec {
    return withSettings(presetSpec(this.preset), this.set);
  }

  private readonly onHighlight = (event: CustomEvent<string | null>) => {
    this.symbol = event.detail;
  };

  protected override updated(changed: PropertyValues<this>) {
    if (!changed.has('symbol')) return;
    this.toggleAttribute('data-lit', this.symbol !== null);
    if (this.symbol !== null) this.setAttribute('data-lit', this.symbol);
  }

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
      if (!this.run.running || now - this.lastAnnounced > announceEveryMilliseconds) {
        this.lastAnnounced = now;
        this.announced = this.inWords();
      }
      this.requestUpdate();
      this.dispatchEvent(new CustomEvent(labEvent, { bubbles: true, composed: true }));
    };
    this.frame = requestAnimationFrame(draw);
  }

  private inWords(): string {
    const { status, spec, handMisfit } = this.run;
    const say = words.describe;
    if (!status || spec.task.kind !== 'two_points') return '';
    const told =
      status.epoch === 0
        ? [say.ready(spec.network.width, spec.network.hidden_layers)]
        : [
            say.epoch(formatCount(Math.floor(status.epoch))),
            say.moved(formatNumber(this.measure('h0')), formatNumber(this.measure('h'))),
            say.outputs(formatNumber(this.measure('y')), formatNumber(spec.task.dy2)),
          ];
    if (status.state === 'finished') {
      told.push(say.finished);
      if (handMisfit)
        told.push(say.hand(formatR2(handMisfit.h), formatR2(handMisfit.y), formatR2(handMisfit.w)));
    }
    return told.join(' ');
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
    if (this.run.finished || this.run.running) return;
    await this.run.start(this.speed);
  }

  measure(name: string): number {
    return this.run.measure(name);
  }

  get finished(): boolean {
    return this.run.status?.state === 'finished';
  }

  matrix(): readonly number[] {
    return [];
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
    // Other numbers have no place among the curves.
    if (!['h', 'y', 'w', 'half_time'].includes(measure)) return;
    this.guess = value === null ? null : { measure, value };
    this.requestUpdate();
  }

  unlock(): void {
    this.open = true;
  }

  openLink(hash: string): void {
    this.unlock();
    void this.change(specFromHash(hash, presetsOf('two-points')).spec);
  }

  /** What whoever is around the laboratory may know of it (see lab-element.ts). */
  report(): LabReport {
    const { run } = this;
    const fit = run.fitted?.fit;
    return {
      hash: hashFromSpec(run.spec, findPreset(this.preset)!),
      spec: run.spec,
      state: run.status?.state ?? 'idle',
      epoch: run.status?.epoch ?? 0,
      epochs: run.spec.training.epochs,
      last: lastRecord(run.records),
      theory: fit ? { eta_h: fit.eta_h, eta_y: fit.eta_y, ratio: fit.ratio } : {},
      problem: run.problem,
    };
  }

  async act(action: RunAction): Promise<void> {
    const { run } = this;
    if (action === 'pause') await run.pause();
    else if (action === 'step') await run.step(run.spec.observe.every);
    else if (action === 'reset') await run.reset();
    else if (action === 'new-seed') {
      const goOn = run.running;
      await this.change({ ...run.spec, seed: run.spec.seed + 1 });
      if (goOn) await run.start(this.speed);
    } else await run.start(this.speed);
  }

  private async change(spec: Spec): Promise<void> {
    this.machine = false;
    await this.run.configure(spec);
  }

  private chooseSpeed(speed: number | null) {
    this.speed = speed;
    void this.run.setSpeed(speed);
  }

  get parts(): ReadonlySet<Part> {
    return partsShown(this.show, parts);
  }

  override render() {
    if (this.locked && !this.open) return this.renderLocked();
    const { run } = this;
    const shown = this.parts;
    const trained = (run.records?.length ?? 0) > 1;
    return html`<section class="lab panel ${trained ? 'trained' : ''}" aria-label=${this.label}>
      <reprise-run-bar
        .status=${run.status}
        .busy=${!run.status}
        .speed=${this.speed}
        .speeds=${speeds}
        .stepEpochs=${run.spec.observe.every}
        @run-action=${(event: CustomEvent<RunAction>) => void this.act(event.detail)}
        @speed-change=${(event: CustomEvent<number | null>) => this.chooseSpeed(event.detail)}
      >
        <span class="number seed">${words.seed(run.spec.seed)}</span>
      </reprise-run-bar>
      ${this.renderProblem()}
      ${settingSliders(run, shown, (path, value) => void this.change(withField(run.spec, path, value)))}
      <div class="views">
        ${shown.has('curves') ? this.renderCurves() : nothing}
        ${shown.has('loss') ? this.renderLoss() : nothing}
        ${shown.has('layers') ? this.renderLayers() : nothing}
      </div>
      ${shown.has('hand') ? handPanel(run, this.machine, () => (this.machine = true)) : nothing}
      ${shown.has('fit') ? fitPanel(run) : nothing}
      <div class="still"><slot></slot></div>
      <p class="words" role="status">${this.announced}</p>
    </section>`;
  }

  private get timeAxis() {
    return { title: words.time, min: 0, max: this.epochs };
  }

  private renderCurves() {
    const { run } = this;
    const { task } = run.spec;
    const top = 1.15 * (task.kind === 'two_points' ? task.dy2 : 1);
    const theory = this.parts.has('fit') || this.machine ? (run.fitted?.theory ?? null) : null;
    const byHand = this.parts.has('hand') && !this.machine;
    const series: Series[] = [
      ...measuredSeries(run, theory),
      ...(byHand && run.handCurve ? handSeries(run.handCurve) : []),
      ...guessSeries(this.drawings, this.guess, this.epochs, top),
    ];
    const drawn = this.drawings.some(({ curve }) => curve !== 'loss');
    const dashes = theory || (byHand && run.handCurve);
    const untouched = (run.status?.epoch ?? 0) === 0;
    return html`<div class="curves">
      <reprise-chart
        .heading=${words.curves}
        .series=${lit(series, this.symbol)}
        .xAxis=${this.timeAxis}
        .yAxis=${{ title: words.distance, suggestedMin: -0.05, suggestedMax: top }}
        .note=${untouched
          ? words.press
          : dashes
            ? words.key.theory
            : drawn
              ? words.drawingNote
              : words.key.plain}
        .group=${this.id}
      ></reprise-chart>
      <ul class="meanings">
        ${(['h', 'y', 'w'] as const).map(
          (q) => html`<li><var class=${q}>${q}</var>: ${words.meanings[q]}</li>`,
        )}
      </ul>
    </div>`;
  }

  private renderLoss() {
    const { run } = this;
    const drawings = this.drawings.filter(({ curve }) => curve === 'loss');
    const curve = run.curve('loss');
    const measured: Series = {
      id: 'loss',
      label: 'loss',
      name: words.loss,
      x: curve?.x ?? [],
      y: curve?.y ?? [],
      colour: 'loss',
      kind: 'measured',
    };
    return html`<reprise-chart
      class="loss"
      .heading=${words.loss}
      .series=${[measured, ...guessSeries(drawings, null, this.epochs, 1, 'loss')]}
      .xAxis=${this.timeAxis}
      .yAxis=${drawings.length > 0
        ? { title: words.lossUnit, min: 0 }
        : { title: words.lossUnit, scale: 'log', min: lossFloor, suggestedMax: 1 }}
      .note=${drawings.length > 0 ? words.drawingNote : ''}
      .group=${this.id}
    ></reprise-chart>`;
  }

  private renderLayers() {
    const { run } = this;
    const layers = run.spec.network.hidden_layers;
    return html`<reprise-chart
      .heading=${words.layersTitle}
      .series=${run.records ? fromOne(layerSeries(run.records, layers, run.layer)) : []}
      .xAxis=${{ title: words.layer, min: 1, max: Math.max(2, layers) }}
      .yAxis=${{ title: words.distance, min: 0 }}
    ></reprise-chart>`;
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
    const diverged = run.status?.state === 'diverged' ? words.diverged : '';
    const text = run.problem || diverged;
    if (!text) return nothing;
    return html`<div class="notice" role="alert">
      <p>${text}</p>
      <button type="button" @click=${() => void this.change(this.startingSpec())}>${words.again}</button>
    </div>`;
  }

  static override styles = [controlStyles, chapterLabStyles];
}

customElements.define('reprise-two-point-lab', TwoPointLab);

declare global {
  interface HTMLElementTagNameMap {
    'reprise-two-point-lab': TwoPointLab;
  }
}
