import { html, nothing, type PropertyValues } from 'lit';
import { state } from 'lit/decorators.js';
import type { Spec } from '../../spec/types.ts';
import { collapseStrings as words } from '../../strings/collapse.ts';
import { Lab } from '../frame/lab.ts';
import { LabTools } from '../frame/lab-tools.ts';
import { panelView } from '../frame/panel-view.ts';
import { regimeControls } from '../frame/regime-controls.ts';
import { regimeStyles } from '../frame/regime-lab-styles.ts';
import { scrubber, scrubberStyles } from '../frame/scrubber.ts';
import { withSettings } from '../frame/settings.ts';
import { structureTheory } from '../frame/structure.ts';
import { ThemeColours } from '../frame/theme-colours.ts';
import '../frame/tools-bar.ts';
import type { Colouring, ContextsShown } from './cloud-shown.ts';
import { settingsPanel, speeds } from './controls.ts';
import { declaration } from './declaration.mjs';
import { describeState } from './describe.ts';
import type { Frame } from '../../chart/cloud-frames.ts';
import { labStyles } from './lab-styles.ts';
import { curves, measures } from './measured.ts';
import { regimes, regimeSpec, sides, smallSpec, type Regime, type Size } from './regimes.ts';
import { CollapseRun } from './run.ts';
import { worstLoss } from './sweep.ts';
import { pointIndex } from './task.ts';
import { warningLoss } from './thresholds.ts';
import { chartViews, cloudViews, lowerViews, pointViews, type Changes, type Shown } from './views.ts';

/**
 * <reprise-collapse-lab>: a network reads one coordinate of a blob, as a context asks; its hidden layers are
 * shown as clouds. Without `preset`, the rich regime on the small set. Attributes: ../frame/lab.ts.
 */
export class CollapseLab extends Lab<typeof declaration, CollapseRun> {
  /** Picture shown, or null for the latest. */
  @state() frame: number | null = null;
  /** The input looked at. */
  @state() point = 0;
  @state() colouring: Colouring = 'relevant';
  @state() contextsShown: ContextsShown = 'both';
  @state() sweepSeeds = 1;
  override readonly tools = new LabTools(this);
  protected readonly measures = measures;
  protected readonly curves = curves;
  private readonly colours = new ThemeColours(this);
  /** The gain at which the reader expects collapse to stop. */
  private guessedGain: number | null = null;
  private description = '';
  /** Centres across of which `point` is one. */
  private pointSide = 0;

  constructor() {
    super({ declaration, preset: '', label: words.label, speeds });
  }

  protected makeRun(spec: Spec): CollapseRun {
    return new CollapseRun(spec, () => this.changed());
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

  protected override theory(): Record<string, number> {
    return structureTheory(this.run.structure);
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

  override caution(): string {
    const { run } = this;
    if (run.unseen) return run.unseen;
    return run.finished && !(run.last('loss') < warningLoss) ? words.notLearnt : '';
  }

  // How it is drawn.

  override get hasRun(): boolean {
    return super.hasRun || this.run.sweep.points.length > 0;
  }

  protected renderLab() {
    const { run, parts, drawings, sweepOnly, shownFrame: frame } = this;
    // Put in words only where it is at rest.
    if (parts.has('cloud') && !run.running) this.description = this.inWords();
    const shown: Shown = {
      run,
      frame,
      charted: { time: run.column('t'), epochs: this.epochs, drawings, group: this.id },
      alone: !parts.has('index'),
      point: this.point,
      marked: parts.has('point') ? this.point : -1,
      colouring: this.colouring,
      contexts: this.contextsShown,
      contextColours: this.colours.of('point-0', 'point-1'),
      description: this.description,
      sweepSeeds: this.sweepSeeds,
      guess: this.guessedGain,
      to: this.changes,
    };
    const charts = this.viewsShown(chartViews, shown);
    const point = this.viewsShown(pointViews, shown);
    // Beside the cloud there is room for one of the two.
    const beside = charts.length > 0 ? html`<div class="beside">${charts}</div>` : point;
    const followsTime = charts.length > 0 || parts.has('cloud') || parts.has('point');
    const settings = () =>
      settingsPanel(run.spec, this.size, run.layer, (path, value) =>
        path === 'observe.layer' ? void run.observe(value) : void this.changeField(path, value),
      );
    return panelView(this, {
      apart: sweepOnly,
      controls: html`${this.ifShown('regimes', () => this.renderRegimes())} ${this.ifShown('settings', settings)}`,
      views: followsTime ? html`${this.viewsShown(cloudViews, shown)} ${beside}` : null,
      above: followsTime
        ? scrubber(words.shown, run.pictures.map(({ epoch }) => epoch), this.shownIndex, (index) => this.showFrame(index), words)
        : nothing,
      below: html`${charts.length > 0 ? point : nothing} ${this.viewsShown(lowerViews, shown)}`,
    });
  }

  private renderRegimes() {
    return html`${regimeControls(this, regimes, words)}
      <p class="hint">${words.sizeNote[this.size]}</p>`;
  }

  /** What its views do. */
  private readonly changes: Changes = {
    colouring: (to) => (this.colouring = to),
    contexts: (to) => (this.contextsShown = to),
    mark: (index) => (this.point = index),
    seeds: (count) => (this.sweepSeeds = count),
    start: () => void this.startSweep(),
    stop: () => {
      this.run.sweep.stop();
      this.requestUpdate();
    },
  };

  static override styles = [scrubberStyles, ...regimeStyles(labStyles)];
}

customElements.define('reprise-collapse-lab', CollapseLab);
