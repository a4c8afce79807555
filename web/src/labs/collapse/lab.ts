import { html, nothing } from 'lit';
import { onThemeChange } from '../../chart/theme.ts';
import { controlStyles } from '../../shell/control-styles.ts';
import type { Spec } from '../../spec/types.ts';
import { collapseStrings as words } from '../../strings/collapse.ts';
import { LabTools } from '../frame/lab-tools.ts';
import { regimeLabStyles } from '../frame/regime-lab-styles.ts';
import { withSettings } from '../frame/settings.ts';
import { sliderStyles } from '../frame/slider.ts';
import { stillStyles } from '../frame/still-styles.ts';
import { TrainingLab } from '../frame/training-lab.ts';
import { wordsView } from '../frame/words-view.ts';
import { partsShown } from '../frame/lab-element.ts';
import { settingsPanel, topControls } from './controls.ts';
import { describeState } from './describe.ts';
import type { Frame } from './frames.ts';
import { labStyles } from './lab-styles.ts';
import { declaration } from './declaration.mjs';
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

type Part = keyof typeof declaration.parts;

/**
 * <reprise-collapse-lab>: a network reads one coordinate of a blob, as a context asks; its hidden layers are
 * shown as clouds. Without `preset`, the rich regime on the small set. Attributes: ../frame/training-lab.ts.
 */
export class CollapseLab extends TrainingLab<CollapseRun> {
  static override properties = {
    frame: { state: true },
    point: { state: true },
    colouring: { state: true },
    contextsShown: { state: true },
    sweepSeeds: { state: true },
  };
  /** Picture shown, or null for the latest. */
  declare frame: number | null;
  /** The input looked at. */
  declare point: number;
  declare colouring: Colouring;
  declare contextsShown: ContextsShown;
  declare sweepSeeds: number;
  readonly tools = new LabTools(this);
  private endThemeWatch = () => {};
  readonly sweep = new Sweep(() => this.changed());
  /** The gain at which the reader expects collapse to stop. */
  guessedGain: number | null = null;
  protected readonly family = 'feature-collapse';

  constructor() {
    super('', words.label, null);
    this.frame = null;
    this.point = 0;
    this.colouring = 'relevant';
    this.contextsShown = 'both';
    this.sweepSeeds = 1;
  }

  protected makeRun(spec: Spec): CollapseRun {
    return new CollapseRun(spec, () => this.changed());
  }

  override connectedCallback() {
    super.connectedCallback();
    this.chooseMiddlePoint();
    // The cloud is handed colours, not their names.
    this.endThemeWatch = onThemeChange(() => this.changed());
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.endThemeWatch();
    this.sweep.stop();
  }

  protected override seen(): void {
    if (!this.sweepOnly) super.seen();
  }

  protected override startingSpec(): Spec {
    return this.preset || this.link.read() ? super.startingSpec() : withSettings(regimeSpec('rich', 'small'), this.set);
  }

  private chooseMiddlePoint(): void {
    const { side } = this.run;
    this.point = pointIndex(side, 0, Math.floor(side / 2), Math.floor(side / 4));
  }

  /** The picture shown, in a few sentences. */
  inWords(): string {
    const { run } = this;
    // The newest record where nobody has gone back: its picture may still be on the way when a run ends.
    const row = run.rowAt(this.frame === null ? Infinity : (this.shownFrame?.epoch ?? Infinity));
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
    this.announce();
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

  // What tutorials ask for (../frame/lab-element.ts).

  override async start(): Promise<void> {
    if (!this.sweepOnly) await super.start();
    else if (this.sweep.state === 'idle') await this.startSweep();
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

  override get finished(): boolean {
    return this.sweepOnly ? this.sweep.state === 'finished' : super.finished;
  }

  override matrix(name: string): readonly number[] {
    const { structure } = this.run;
    return structure ? [...(name === 'predicted' ? structure.predicted : structure.measured)] : [];
  }

  override curve(name: string) {
    return this.run.curve(name);
  }

  showNumber(measure: string, value: number | null): void {
    if (measure !== 'threshold') return;
    this.guessedGain = value;
    this.requestUpdate();
  }

  // What its own controls do.

  protected get nearestPreset(): string {
    return `feature-collapse/${this.regime ?? 'rich'}-tanh`;
  }

  protected override observed(spec: Spec): Spec {
    return { ...spec, observe: { ...spec.observe, layer: this.run.layer } };
  }

  protected theory(): Record<string, number> {
    const { structure } = this.run;
    return structure ? { ratio: structure.ratio, correlation: this.run.measure('correlation') } : {};
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

  override async change(spec: Spec): Promise<void> {
    const sideBefore = this.run.side;
    const ready = super.change(spec);
    if (this.run.side !== sideBefore) this.chooseMiddlePoint();
    await ready;
  }

  protected override showLatest(): void {
    this.frame = null;
  }

  startSweep(): Promise<void> {
    return this.sweep.start(sweepSpecs(this.run.spec.seed, this.sweepSeeds), sweepWorkers());
  }

  stopSweep(): void {
    this.sweep.stop();
    this.requestUpdate();
  }

  get parts(): ReadonlySet<Part> {
    return partsShown(this.show, declaration.parts);
  }

  /** Whether it shows the sweep and nothing else. */
  private get sweepOnly(): boolean {
    return this.parts.size === 1 && this.parts.has('sweep');
  }

  protected renderLab() {
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
      ${this.sweepOnly ? nothing : wordsView(this.announced, this.asked)}
      ${shown.has('point') && this.charted ? pointView(this) : nothing}
      ${shown.has('settings') ? settingsPanel(this) : nothing}
      ${shown.has('structure') ? structureView(this) : nothing}
      ${shown.has('sweep') ? sweepView(this) : nothing}
      <div class="still"><slot></slot></div>
    </section>`;
  }

  /** Whether curves stand beside the cloud; if not, the input does. */
  private get charted(): boolean {
    return (['index', 'index-shown', 'loss'] as const).some((part) => this.parts.has(part));
  }

  /** Whether something is shown that changes with the epoch shown. */
  private get followsTime(): boolean {
    return this.charted || this.parts.has('cloud') || this.parts.has('point');
  }

  private renderBeside() {
    const shown = this.parts;
    if (this.charted) {
      return html`<div class="beside">
        ${shown.has('index') || shown.has('index-shown') ? indexView(this, !shown.has('index')) : nothing}
        ${shown.has('loss') ? lossView(this) : nothing}
      </div>`;
    }
    return shown.has('point') ? pointView(this) : nothing;
  }

  protected override caution(): string {
    return this.run.status?.state === 'finished' && !(this.run.measure('loss') < 0.02) ? words.notLearnt : '';
  }

  static override styles = [controlStyles, labStyles, sliderStyles, regimeLabStyles, stillStyles];
}

/** Gains of the sweep, for whoever tells of it. */
export { sweepGains };

customElements.define('reprise-collapse-lab', CollapseLab);

declare global {
  interface HTMLElementTagNameMap {
    'reprise-collapse-lab': CollapseLab;
  }
}
