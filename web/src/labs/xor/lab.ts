import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { cellEvent, type CellDetail } from '../../chart/matrix.ts';
import type { Spec } from '../../spec/types.ts';
import { withField } from '../../spec/paths.ts';
import { xorStrings as words } from '../../strings/xor.ts';
import { Lab } from '../frame/lab.ts';
import { LabTools } from '../frame/lab-tools.ts';
import { layerSlider } from '../frame/layer-slider.ts';
import { panelView } from '../frame/panel-view.ts';
import { regimeControls } from '../frame/regime-controls.ts';
import { regimeStyles } from '../frame/regime-lab-styles.ts';
import { scrubber } from '../frame/scrubber.ts';
import '../frame/tools-bar.ts';
import { settingsPanel, speeds, steadySpeed } from './controls.ts';
import { declaration } from './declaration.mjs';
import { describeDistances, describeRecord } from './describe.ts';
import { labStyles } from './lab-styles.ts';
import { curves, measures } from './measured.ts';
import { learningRateFor, regimes, regimeSpec, widths, type Regime, type Size } from './regimes.ts';
import { XorRun } from './run.ts';
import { answers, pairIndex } from './task.ts';
import { learntLossPerPoint } from './thresholds.ts';
import { views } from './views.ts';

/**
 * <reprise-xor-lab>: a network learns exclusive or, and the theory predicts where its four hidden points end.
 * Attributes: ../frame/lab.ts.
 */
export class XorLab extends Lab<typeof declaration, XorRun> {
  /** Record shown, or null for the latest. */
  @state() row: number | null = null;
  /** The pair under the pointer, or -1. */
  @state() pair = -1;
  override readonly tools = new LabTools(this);
  private guess: readonly number[] | null = null;
  private description = '';
  protected readonly measures = measures;
  protected readonly curves = curves;

  constructor() {
    super({ declaration, preset: 'xor/rich-leaky', label: words.label, speeds, speed: steadySpeed });
  }

  protected makeRun(spec: Spec): XorRun {
    return new XorRun(spec, () => this.changed(), this.parts.has('units'));
  }

  override connectedCallback() {
    super.connectedCallback();
    document.addEventListener(cellEvent, this.onCell);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener(cellEvent, this.onCell);
  }

  private readonly onCell = (event: Event) => {
    const { group, cell } = (event as CustomEvent<CellDetail>).detail;
    if (group === this.id) this.pair = cell ? pairIndex(...cell) : -1;
  };

  inWords(): string {
    const { run, shownRow: row } = this;
    if (row < 0) return '';
    const text = describeRecord(run.column('t')[row]!, run.column('loss')[row]!, run.distancesAt(row));
    return run.finished ? `${text} ${words.finished}` : text;
  }

  override matrix(name: string): readonly number[] {
    return name === 'predicted' ? this.run.predicted : this.run.distancesAt(this.run.length - 1);
  }

  override showGuess(values: readonly number[] | null): void {
    this.guess = values;
    this.requestUpdate();
  }

  protected override get nearestPreset(): string {
    return `xor/${this.regime ?? 'rich'}-leaky`;
  }

  protected override theory(): Record<string, number> {
    const ratio = this.run.activeRatio;
    return Number.isFinite(ratio) ? { ratio, correlation: this.measure('correlation') } : {};
  }

  /** Large initial weights need tiny steps. */
  protected override applySetting(spec: Spec, path: string, value: unknown): Spec {
    const next = super.applySetting(spec, path, value);
    if (path !== 'network.gain') return next;
    return withField(next, 'training.learning_rate', learningRateFor(value as number, this.size));
  }

  get regime(): Regime | null {
    const { network } = this.spec;
    const { size } = this;
    return (
      regimes.find((name) => {
        const other = regimeSpec(name, size).network;
        return other.gain === network.gain && other.hidden_layers === network.hidden_layers;
      }) ?? null
    );
  }

  get size(): Size {
    return this.spec.network.width >= widths.paper ? 'paper' : 'small';
  }

  get otherSize(): string {
    const width = this.spec.network.width!;
    return Object.values<number>(widths).includes(width) ? '' : words.otherSize(width);
  }

  async chooseRegime(regime: Regime, size: Size): Promise<void> {
    await this.change({ ...regimeSpec(regime, size), seed: this.spec.seed });
  }

  protected override showLatest(): void {
    this.row = null;
  }

  protected override async train(): Promise<void> {
    const { run } = this;
    await run.prepare();
    if (this.parts.has('ratio')) void run.ratio.start(run.spec, run.layer);
    await super.train();
  }

  override caution(): string {
    const { run } = this;
    return run.finished && !(run.last('loss') < learntLossPerPoint * answers.length) ? words.notLearnt : '';
  }

  private get shownRow(): number {
    return Math.min(this.row ?? Infinity, this.run.length - 1);
  }

  /** What the plane shows, put in words only where it is at rest. */
  private describe(distances: readonly number[]): string {
    if (!this.run.running) this.description = describeDistances(distances);
    return this.description;
  }

  protected renderLab() {
    const { run, parts, drawings, shownRow: row } = this;
    const now = run.distancesAt(row);
    const charted = { time: run.column('t'), epochs: this.epochs, drawings, group: this.id };
    const { symbol } = this;
    const lit = this.pair >= 0 ? this.pair : symbol === 'same' || symbol === 'different' ? symbol : null;
    const layer = layerSlider(words, run.layer, run.spec.network.hidden_layers, (to) => void run.observe(to));
    // Whether nothing narrow stands beside the plane, so that what is wide may.
    const planeAlone = parts.has('plane') && !parts.has('units') && !parts.has('loss');
    const settings = () => settingsPanel(run.spec, this.size, (gain) => void this.changeField('network.gain', gain), layer);
    return panelView(this, {
      controls: this.ifShown('regimes', () => regimeControls(this, regimes, words)),
      layout: planeAlone ? 'plane-alone' : '',
      views: this.viewsShown(views, {
        run,
        row,
        now,
        charted,
        pair: this.pair,
        lit,
        description: parts.has('plane') ? this.describe(now) : '',
        predicts: parts.has('ratio'),
        guess: this.guess,
      }),
      above: html`<div class="looked-at">
          ${scrubber(words.shown, charted.time, row, (to) => this.showRow(to))}
          ${parts.has('settings') ? nothing : this.ifShown('layer', () => layer)}
        </div>
        ${this.ifShown('settings', settings)}`,
    });
  }

  private showRow(row: number): void {
    this.row = row >= this.run.length - 1 ? null : row;
    this.announce();
  }

  static override styles = regimeStyles(labStyles);
}

customElements.define('reprise-xor-lab', XorLab);
