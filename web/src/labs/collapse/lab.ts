import { html, nothing, type PropertyValues } from 'lit';
import { onThemeChange } from '../../chart/theme.ts';
import { controlStyles } from '../../shell/control-styles.ts';
import { withField } from '../../spec/paths.ts';
import type { Spec } from '../../spec/types.ts';
import { collapseStrings as words } from '../../strings/collapse.ts';
import { Lab } from '../frame/lab.ts';
import { LabTools } from '../frame/lab-tools.ts';
import { lossView, type Charted } from '../frame/loss-view.ts';
import { regimeControls, topControls } from '../frame/regime-controls.ts';
import { regimeLabStyles } from '../frame/regime-lab-styles.ts';
import { withSettings } from '../frame/settings.ts';
import { sliderStyles } from '../frame/slider.ts';
import { stillStyles } from '../frame/still-styles.ts';
import { wordsView } from '../frame/words-view.ts';
import { cloudOf, type Colouring, type ContextsShown } from './cloud-shown.ts';
import { settingsPanel, speeds } from './controls.ts';
import { declaration } from './declaration.mjs';
import { describeState } from './describe.ts';
import type { Frame } from '../../chart/cloud-frames.ts';
import { labStyles } from './lab-styles.ts';
import { curves, measures } from './measured.ts';
import { regimes, regimeSpec, sides, smallSpec, type Regime, type Size } from './regimes.ts';
import { CollapseRun } from './run.ts';
import { structureView } from './structure-view.ts';
import { worstLoss } from './sweep.ts';
import { sweepView } from './sweep-view.ts';
import { pointIndex } from './task.ts';
import { largeLoss, warningLoss } from './thresholds.ts';
import { cloudView, indexView, pointView, scrubber } from './views.ts';

/**
 * <reprise-collapse-lab>: a network reads one coordinate of a blob, as a context asks; its hidden layers are
 * shown as clouds. Without `preset`, the rich regime on the small set. Attributes: ../frame/lab.ts.
 */
export class CollapseLab extends Lab<typeof declaration, CollapseRun> {
  static override properties = {
    frame: { state: true },
    point: { state: true },
    colouring: { state: true },
    contextsShown: { state: true },
    sweepSeeds: { state: true },
  };
  /** Picture shown, or null for the latest. */
  frame: number | null = null;
  /** The input looked at. */
  point = 0;
  colouring: Colouring = 'relevant';
  contextsShown: ContextsShown = 'both';
  sweepSeeds = 1;
  readonly tools = new LabTools(this);
  protected readonly measures = measures;
  protected readonly curves = curves;
  private endThemeWatch = () => {};
  /** The gain at which the reader expects collapse to stop. */
  private guessedGain: number | null = null;
  private description = '';
  /** Centres across of which `point` is one. */
  private pointSide = 0;

  constructor() {
    super({ declaration, preset: '', label: words.label });
  }

  protected makeRun(spec: Spec): CollapseRun {
    return new CollapseRun(spec, () => this.changed());
  }

  override connectedCallback() {
    super.connectedCallback();
    // The cloud is handed colours, not their names.
    this.endThemeWatch = onThemeChange(() => this.changed());
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.endThemeWatch();
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    super.willUpdate(changed);
    const { side } = this.run;
    if (side === this.pointSide) return;
    this.pointSide = side;
    this.point = pointIndex(side, 0, Math.floor(side / 2), Math.floor(side / 4));
  }

  protected override ownSpec(): Spec {
    return this.preset ? super.ownSpec() : withSettings(regimeSpec('rich', 'small'), this.set);
  }

  inWords(): string {
    const { run } = this;
    // The newest record where nobody has gone back: its picture may still be on the way when a run ends.
    const row = run.rowAt(this.frame === null ? Infinity : (this.shownFrame?.epoch ?? Infinity));
    if (row < 0) return '';
    return describeState(
      run.column('t')[row]!,
      run.column('loss')[row]!,
      run.layer,
      run.collapse()[row]!,
      run.finished && row === run.length - 1,
    );
  }

  private get shownIndex(): number {
    return Math.min(this.frame ?? Infinity, this.run.pictures.length - 1);
  }

  private get shownFrame(): Frame | undefined {
    return this.run.pictures[this.shownIndex];
  }

  private showFrame(index: number): void {
    this.frame = index >= this.run.pictures.length - 1 ? null : index;
    this.announce();
  }

  /** Colours of the two contexts in the theme in force. */
  private contextColours(): [string, string] {
    const probe = this.renderRoot.querySelector<HTMLElement>('.probe');
    if (!probe) return ['#15419c', '#966400'];
    const colour = (token: string) => {
      probe.style.color = `var(--${token})`;
      return getComputedStyle(probe).color;
    };
    return [colour('point-0'), colour('point-1')];
  }

  // Where it shows the sweep alone, that is what it trains.

  private get sweepOnly(): boolean {
    return this.parts.size === 1 && this.parts.has('sweep');
  }

  protected override seen(): void {
    if (!this.sweepOnly) super.seen();
  }

  override async start(): Promise<void> {
    if (!this.sweepOnly) await super.start();
    else if (this.run.sweep.state === 'idle') await this.startSweep();
  }

  override measure(name: string): number {
    return this.sweepOnly && name === 'loss' ? worstLoss(this.run.sweep.points) : super.measure(name);
  }

  override get finished(): boolean {
    return this.sweepOnly ? this.run.sweep.state === 'finished' : super.finished;
  }

  private startSweep(): Promise<void> {
    return this.run.sweep.start(this.run.spec.seed, this.sweepSeeds);
  }

  showNumber(measure: string, value: number | null): void {
    if (measure !== 'threshold') return;
    this.guessedGain = value;
    this.requestUpdate();
  }

  // What its own controls do.

  protected override get nearestPreset(): string {
    return `feature-collapse/${this.regime ?? 'rich'}-tanh`;
  }

  protected override observed(spec: Spec): Spec {
    return withField(spec, 'observe.layer', this.run.layer);
  }

  protected override theory(): Record<string, number> {
    const { structure } = this.run;
    return structure ? { ratio: structure.ratio, correlation: structure.correlation.predicted } : {};
  }

  /** On the small set the training follows the gain. */
  protected override applySetting(spec: Spec, path: string, value: unknown): Spec {
    const follows = path === 'network.gain' && spec.task.kind === 'feature_collapse' && spec.task.side === sides.small;
    return follows ? smallSpec(value as number, spec.seed) : super.applySetting(spec, path, value);
  }

  get regime(): Regime | null {
    const { gain } = this.spec.network;
    return regimes.find((name) => regimeSpec(name, this.size).network.gain === gain) ?? null;
  }

  get size(): Size {
    return this.run.side >= sides.paper ? 'paper' : 'small';
  }

  get otherSize(): string {
    const { side } = this.run;
    return Object.values<number>(sides).includes(side) ? '' : words.otherSize(side);
  }

  async chooseRegime(regime: Regime, size: Size): Promise<void> {
    await this.change(regimeSpec(regime, size, this.spec.seed));
  }

  protected override showLatest(): void {
    this.frame = null;
  }

  protected override caution(): string {
    const { run } = this;
    if (run.unseen) return run.unseen;
    return run.finished && !(run.last('loss') < warningLoss) ? words.notLearnt : '';
  }

  // How it is drawn.

  protected renderLab() {
    const { run, parts, sweepOnly } = this;
    const trained = run.length > 1 || run.sweep.points.length > 0;
    const charted = (['index', 'index-shown', 'loss'] as const).some((part) => parts.has(part));
    // Whether something is shown that changes with the epoch shown.
    const followsTime = charted || parts.has('cloud') || parts.has('point');
    const point = () => pointView(this.shownFrame, run.side, this.point, (to) => (this.point = to));
    return html`<section class="lab panel ${trained ? 'trained' : ''}" aria-label=${this.label}>
      <span class="probe" aria-hidden="true"></span>
      ${sweepOnly ? nothing : topControls(this, speeds, this.ifShown('regimes', () => this.renderRegimes()))}
      ${this.renderProblem()}
      <reprise-reference-run .tools=${this.tools}></reprise-reference-run>
      <div class="views" ?hidden=${!followsTime}>
        ${this.ifShown('cloud', () => this.renderCloud())}
        ${charted ? this.renderCharts() : this.ifShown('point', point)}
      </div>
      ${followsTime ? scrubber(run.pictures, this.shownIndex, (index) => this.showFrame(index)) : nothing}
      ${sweepOnly ? nothing : wordsView(this.announced, this.asked)}
      ${charted ? this.ifShown('point', point) : nothing}
      ${this.ifShown('settings', () =>
        settingsPanel(run.spec, this.size, run.layer, (path, value) =>
          path === 'observe.layer' ? void run.observe(value) : void this.changeField(path, value),
        ),
      )}
      ${this.ifShown('structure', () => structureView(run.structure, run.side, this.id))}
      ${this.ifShown('sweep', () => this.renderSweep())}
      <div class="still"><slot></slot></div>
    </section>`;
  }

  private renderRegimes() {
    return html`${regimeControls(this, regimes, words)}
      <p class="hint">${words.sizeNote[this.size]}</p>`;
  }

  private renderCloud() {
    const { run, shownFrame: frame, colouring, contextsShown: contexts } = this;
    // Put in words only where it is at rest.
    if (!run.running) this.description = this.inWords();
    const cloud = cloudOf(frame, {
      side: run.side,
      colouring,
      contexts: this.contextColours(),
      shown: contexts,
      point: this.parts.has('point') ? this.point : -1,
    });
    const { layer } = run;
    const { description } = this;
    return cloudView(
      { layer, cloud, explained: frame?.explained ?? [], colouring, contexts, description },
      {
        colouring: (to) => (this.colouring = to),
        contexts: (to) => (this.contextsShown = to),
        mark: (index) => (this.point = index + (contexts === 1 ? run.side ** 2 : 0)),
      },
    );
  }

  private renderCharts() {
    const { run, parts, drawings } = this;
    const charted: Charted = { time: run.column('t'), epochs: this.epochs, drawings, group: this.id };
    const alone = !parts.has('index');
    const layers = Array.from({ length: run.spec.network.hidden_layers }, (_, layer) => layer)
      .filter((layer) => !alone || layer === run.layer)
      .map((layer) => ({ layer, index: run.collapse(layer) }));
    return html`<div class="beside">
      ${parts.has('index') || parts.has('index-shown') ? indexView(charted, layers, alone) : nothing}
      ${this.ifShown('loss', () => lossView(charted, run.column('loss'), largeLoss, words))}
    </div>`;
  }

  private renderSweep() {
    const { run, sweepSeeds: seeds, guessedGain: guess } = this;
    const { sweep, layer } = run;
    return sweepView(
      { sweep, seeds, layers: run.spec.network.hidden_layers, layer, guess },
      {
        seeds: (count) => (this.sweepSeeds = count),
        start: () => void this.startSweep(),
        stop: () => {
          sweep.stop();
          this.requestUpdate();
        },
      },
    );
  }

  static override styles = [controlStyles, labStyles, sliderStyles, regimeLabStyles, stillStyles];
}

customElements.define('reprise-collapse-lab', CollapseLab);

declare global {
  interface HTMLElementTagNameMap {
    'reprise-collapse-lab': CollapseLab;
  }
}
