import { html, nothing } from 'lit';
import { cellEvent, type CellDetail } from '../../chart/matrix.ts';
import { controlStyles } from '../../shell/control-styles.ts';
import type { Spec } from '../../spec/types.ts';
import { xorStrings as words } from '../../strings/xor.ts';
import { LabTools } from '../frame/lab-tools.ts';
import { regimeLabStyles } from '../frame/regime-lab-styles.ts';
import { sliderStyles } from '../frame/slider.ts';
import { stillStyles } from '../frame/still-styles.ts';
import { TrainingLab } from '../frame/training-lab.ts';
import { wordsView } from '../frame/words-view.ts';
import { partsShown } from '../frame/lab-element.ts';
import { layerSlider, settingsPanel, steadySpeed, topControls } from './controls.ts';
import { describeRecord } from './describe.ts';
import { labStyles } from './lab-styles.ts';
import { matricesView } from './matrices.ts';
import { declaration } from './declaration.mjs';
import { ratioPanel } from './ratio-panel.ts';
import { regimes, regimeSpec, widths, type Regime, type Size } from './regimes.ts';
import { XorRun } from './run.ts';
import { pairIndex } from './task.ts';
import { distancesView, lossView, planeView, scrubber, unitsView } from './views.ts';

type Part = keyof typeof declaration.parts;

/**
 * <reprise-xor-lab>: a network learns exclusive or, and the theory predicts where its four hidden points end.
 * Attributes: ../frame/training-lab.ts.
 */
export class XorLab extends TrainingLab<XorRun> {
  static override properties = {
    row: { state: true },
    pair: { state: true },
  };
  /** Record shown, or null for the latest. */
  declare row: number | null;
  declare pair: number;
  readonly tools = new LabTools(this);
  guess: readonly number[] | null = null;
  protected readonly family = 'xor';

  constructor() {
    super('xor/rich', words.label, steadySpeed);
    this.row = null;
    this.pair = -1;
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

  // What tutorials ask for (../frame/lab-element.ts).

  measure(name: string): number {
    return this.run.measure(name);
  }

  override matrix(name: string): readonly number[] {
    return name === 'predicted' ? this.run.predicted : this.run.distancesAt(this.run.length - 1);
  }

  override curve(name: string) {
    return this.run.curve(name);
  }

  override showGuess(values: readonly number[] | null): void {
    this.guess = values;
    this.requestUpdate();
  }

  // What its own controls do.

  protected get nearestPreset(): string {
    return `xor/${this.regime ?? 'rich'}`;
  }

  protected override observed(spec: Spec): Spec {
    return { ...spec, observe: { ...spec.observe, layer: this.run.layer } };
  }

  protected theory(): Record<string, number> {
    const ratio = this.run.activeRatio;
    return Number.isFinite(ratio) ? { ratio, correlation: this.measure('correlation') } : {};
  }

  get regime(): Regime | null {
    const { network } = this.run.spec;
    const size = this.size;
    return (
      regimes.find((name) => {
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

  protected override showLatest(): void {
    this.row = null;
  }

  showRow(row: number): void {
    this.row = row >= this.run.length - 1 ? null : row;
    this.announce();
  }

  protected override async train(): Promise<void> {
    await this.run.prepare();
    if (this.parts.has('ratio')) void this.run.measureRatio();
    await super.train();
  }

  get parts(): ReadonlySet<Part> {
    return partsShown(this.show, declaration.parts);
  }

  /** Whether nothing narrow stands beside the plane, so that what is wide may. */
  private get planeAlone(): boolean {
    const { parts } = this;
    return parts.has('plane') && !parts.has('units') && !parts.has('loss');
  }

  get shownRow(): number {
    return Math.min(this.row ?? Infinity, this.run.length - 1);
  }

  protected renderLab() {
    const { run } = this;
    const shown = this.parts;
    return html`<section
      class="lab panel ${run.length > 1 ? 'trained' : ''}"
      aria-label=${this.label}
    >
      ${topControls(this)} ${this.renderProblem()}
      <reprise-reference-run .tools=${this.tools}></reprise-reference-run>
      <div class="views ${this.planeAlone ? 'plane-alone' : ''}">
        ${shown.has('plane') ? planeView(this) : nothing}
        ${shown.has('units') ? unitsView(this) : nothing}
        ${shown.has('loss') ? lossView(this) : nothing}
        ${shown.has('matrices') ? matricesView(this) : nothing}
        ${shown.has('ratio') ? ratioPanel(run) : nothing}
        ${shown.has('distances') ? distancesView(this) : nothing}
      </div>
      <div class="still"><slot></slot></div>
      <div class="looked-at">
        ${scrubber(this)} ${shown.has('layer') && !shown.has('settings') ? layerSlider(this) : nothing}
      </div>
      ${shown.has('settings') ? settingsPanel(this) : nothing}
      ${wordsView(this.announced, this.asked)}
    </section>`;
  }

  protected override caution(): string {
    const { run } = this;
    return run.status?.state === 'finished' && !run.answersLearnt(run.length - 1) ? words.notLearnt : '';
  }

  static override styles = [controlStyles, labStyles, sliderStyles, regimeLabStyles, stillStyles];
}

customElements.define('reprise-xor-lab', XorLab);

declare global {
  interface HTMLElementTagNameMap {
    'reprise-xor-lab': XorLab;
  }
}
