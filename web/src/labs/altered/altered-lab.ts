import { LitElement, html, nothing } from 'lit';
import '../../chart/chart.ts';
import type { Series } from '../../chart/series.ts';
import type { System } from '../../engine/protocol.ts';
import { controlStyles } from '../../shell/control-styles.ts';
import { formatNumber, formatR2 } from '../../shell/format.ts';
import '../../shell/run-bar.ts';
import type { RunAction } from '../../shell/run-bar.ts';
import { presetsOf } from '../../spec/presets.ts';
import type { Spec } from '../../spec/types.ts';
import { specFromHash } from '../../spec/url.ts';
import { alteredStrings as words } from '../../strings/altered.ts';
import { labEvent, type TutorialLab } from '../../tutorial/lab-link.ts';
import { LitSymbol } from '../common/lit-symbol.ts';
import { distanceSeries, measuredColumn } from '../two-points/curves.ts';
import { presetSpec, withSettings } from '../xor/settings.ts';
import { equationsView } from './equations.ts';
import { AlteredRun } from './run.ts';
import { alteredStyles } from './styles.ts';
import { countAltered, keyOf, systemOf, theory, unaltered, type Alteration, type Factors } from './systems.ts';
import { misfitTable } from './table.ts';

/** Words are announced at most this often while training. */
const announceEveryMilliseconds = 4000;
const largestSeed = 9999;

const nameOf = (system: System) => words.names[keyOf(system) as Alteration] ?? words.own;

/**
 * <reprise-altered-lab>: a network learns two points, and the theory is fitted to it with the terms that the
 * reader altered. `preset` and `set` give the experiment, `locked` the question that opens it.
 */
export class AlteredLab extends LitElement implements TutorialLab {
  static override properties = {
    preset: {},
    set: {},
    locked: {},
    label: {},
    open: { state: true },
    factors: { state: true },
    speed: { state: true },
    announced: { state: true },
  };
  declare preset: string;
  declare set: string;
  declare locked: string;
  declare label: string;
  declare open: boolean;
  declare factors: Factors;
  declare speed: number | null;
  declare announced: string;
  private readonly symbol = new LitSymbol(this);

  run!: AlteredRun;
  private frame = 0;
  private lastAnnounced = -Infinity;
  private visible: IntersectionObserver | null = null;
  private drawings = new Map<string, { x: readonly number[]; y: readonly number[] }>();

  constructor() {
    super();
    this.preset = 'two-points/default';
    this.set = '';
    this.locked = '';
    this.label = words.label;
    this.open = false;
    this.factors = unaltered;
    this.speed = null;
    this.announced = '';
  }

  override connectedCallback() {
    super.connectedCallback();
    this.run ??= new AlteredRun(this.startingSpec(), this.system, () => this.changed());
    this.visible = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) void this.run.prepare();
    });
    this.visible.observe(this);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.visible?.disconnect();
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.run.close();
  }

  /** The laboratory's state, for tests and for whoever embeds it. */
  get lab(): AlteredRun {
    return this.run;
  }

  private get system(): System {
    return systemOf(this.factors);
  }

  private startingSpec(): Spec {
    return withSettings(presetSpec(this.preset), this.set);
  }

  private alter(factors: Factors) {
    this.factors = factors;
    this.lastAnnounced = -Infinity;
    this.run.use(this.system);
  }

  /** Something in the run changed: draw once a frame. */
  private changed(): void {
    this.frame ||= requestAnimationFrame((now) => {
      this.frame = 0;
      if (this.run.status?.state !== 'running' || now - this.lastAnnounced > announceEveryMilliseconds) {
        this.lastAnnounced = now;
        this.announced = this.inWords();
      }
      this.requestUpdate();
      this.dispatchEvent(new CustomEvent(labEvent, { bubbles: true, composed: true }));
    });
  }

  private inWords(): string {
    const { status, spec, current, fits } = this.run;
    if (!status) return words.waiting;
    if (status.epoch === 0) return words.ready(spec.network.width, spec.network.hidden_layers);
    if (status.state === 'diverged') return status.message;
    if (!current) return words.progress(Math.floor(status.epoch), status.epochs);
    const { fit } = current;
    if (!fit) return words.noFit;
    const name = nameOf(current.system);
    const parts = [words.misfit(name, formatNumber(fit.sse))];
    const base = fits.get(theory);
    if (base && current.system !== theory) {
      parts.push(words.times(formatNumber(fit.sse / base.sse, 2)));
    }
    const worst = (['h', 'y', 'w'] as const).reduce((a, b) => (fit[`r2_${b}`] < fit[`r2_${a}`] ? b : a));
    parts.push(words.worst(worst, formatR2(fit[`r2_${worst}`])));
    return parts.join(' ');
  }

  // What tutorials ask for (see lab-link.ts).

  async configure(preset: string | undefined, settings: string): Promise<void> {
    await this.run.configure(withSettings(preset ? presetSpec(preset) : this.run.spec, settings));
  }

  async restore(): Promise<void> {
    const own = this.startingSpec();
    if (JSON.stringify(own) !== JSON.stringify(this.run.spec)) await this.run.configure(own);
  }

  async start(): Promise<void> {
    if (!this.finished && this.run.status?.state !== 'running') await this.run.start(this.speed);
  }

  /**
   * "misfit" and "r2_h", "r2_y", "r2_w" of the equations in use; "times", their misfit over the theory's;
   * "altered", the number of terms altered; "progress", from 0 to 1.
   */
  measure(name: string): number {
    const { status, current, fits } = this.run;
    if (name === 'altered') return countAltered(this.factors);
    if (name === 'progress') return status ? status.epoch / status.epochs : 0;
    if (!current?.fit) return NaN;
    if (name === 'misfit') return current.fit.sse;
    if (name === 'times') return current.fit.sse / (fits.get(theory)?.sse ?? NaN);
    if (name === 'r2_h' || name === 'r2_y' || name === 'r2_w') return current.fit[name];
    return NaN;
  }

  get finished(): boolean {
    return this.run.status?.state === 'finished';
  }

  matrix(): readonly number[] {
    return [];
  }

  curve(name: string) {
    const { records, spec } = this.run;
    if (!records || (name !== 'h' && name !== 'y' && name !== 'w')) return null;
    return { x: records.column('t'), y: measuredColumn(records, name, spec.observe.layer) };
  }

  get epochs(): number {
    return this.run.spec.training.epochs;
  }

  showDrawing(curve: string, x: readonly number[], y: readonly number[]): void {
    this.drawings.set(curve, { x, y });
    this.requestUpdate();
  }

  showGuess(): void {}

  unlock(): void {
    this.open = true;
  }

  openLink(hash: string): void {
    this.unlock();
    void this.run.configure(specFromHash(hash, presetsOf('two-points')).spec);
  }

  private async act(action: RunAction): Promise<void> {
    const { run } = this;
    if (action === 'pause') await run.pause();
    else if (action === 'step') await run.step(run.spec.observe.every);
    else if (action === 'reset') await run.reset();
    else if (action === 'new-seed') {
      const running = run.status?.state === 'running';
      await run.configure({ ...run.spec, seed: 1 + Math.floor(Math.random() * largestSeed) });
      if (running) await run.start(this.speed);
    } else await run.start(this.speed);
  }

  private setSpeed(speed: number | null) {
    this.speed = speed;
    if (this.run.status?.state === 'running') void this.run.start(speed);
  }

  override render() {
    const { run } = this;
    if (this.locked && !this.open) {
      return html`<section class="lab panel" aria-label=${this.label}>
        <p>${words.locked}</p>
        <button type="button" class="quiet" @click=${() => this.unlock()}>${words.showAnyway}</button>
        <div class="still"><slot></slot></div>
      </section>`;
    }
    const bad = run.problem || (run.status?.state === 'diverged' ? run.status.message : '');
    return html`<section class="lab panel" aria-label=${this.label}>
      <reprise-run-bar
        .status=${run.status}
        .busy=${!run.status}
        .speed=${this.speed}
        .stepEpochs=${run.spec.observe.every}
        @run-action=${(event: CustomEvent<RunAction>) => void this.act(event.detail)}
        @speed-change=${(event: CustomEvent<number | null>) => this.setSpeed(event.detail)}
      ></reprise-run-bar>
      ${bad
        ? html`<div class="notice" role="alert">
            <p>${bad}</p>
            <button type="button" @click=${() => void run.configure(run.spec)}>${words.again}</button>
          </div>`
        : nothing}
      <div class="views">
        ${equationsView(this.factors, (factors) => this.alter(factors))}
        ${this.renderChart()}
      </div>
      <div class="still"><slot></slot></div>
      <p class="words" role="status">${this.announced}</p>
      ${misfitTable(run.fits, keyOf(this.system))}
    </section>`;
  }

  private renderChart() {
    const { records, spec, curve, status } = this.run;
    const time = { title: words.chart.time, min: 0, max: spec.training.epochs };
    const target = spec.task.kind === 'two_points' ? spec.task.dy2 : 1;
    return html`<reprise-chart
      .heading=${words.chart.heading(nameOf(this.system))}
      .series=${records
        ? this.symbol.light([...distanceSeries(records, spec.observe.layer, curve), ...this.drawn()])
        : []}
      .xAxis=${time}
      .yAxis=${{ title: words.chart.unit, suggestedMin: -0.1, suggestedMax: 1.15 * target }}
      .note=${(status?.epoch ?? 0) === 0 ? words.chart.press : words.chart.key}
    ></reprise-chart>`;
  }

  private drawn(): Series[] {
    return [...this.drawings].map(([curve, { x, y }]) => ({
      id: `drawn_${curve}`,
      label: '',
      name: words.drawn(curve),
      x,
      y,
      colour: 'accent',
      kind: 'theory',
    }));
  }

  static override styles = [controlStyles, alteredStyles];
}

customElements.define('reprise-altered-lab', AlteredLab);

declare global {
  interface HTMLElementTagNameMap {
    'reprise-altered-lab': AlteredLab;
  }
}
