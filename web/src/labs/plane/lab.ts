import { html, nothing } from 'lit';
import { onThemeChange } from '../../chart/theme.ts';
import type { Outcome } from '../../engine/experiment.ts';
import type { Surface } from '../../engine/protocol.ts';
import { controlStyles } from '../../shell/control-styles.ts';
import { formatCount } from '../../shell/format.ts';
import { withField } from '../../spec/paths.ts';
import { findPreset } from '../../spec/presets.ts';
import type { Spec } from '../../spec/types.ts';
import { planeStrings as words } from '../../strings/plane.ts';
import { hashFromSpec } from '../../spec/url.ts';
import { Lab } from '../frame/lab.ts';
import { LabTools } from '../frame/lab-tools.ts';
import { layerSlider } from '../frame/layer-slider.ts';
import { topControls } from '../frame/regime-controls.ts';
import { regimeLabStyles } from '../frame/regime-lab-styles.ts';
import { sliderStyles } from '../frame/slider.ts';
import { stillStyles } from '../frame/still-styles.ts';
import { wordsView } from '../frame/words-view.ts';
import { dataPanel, handPanel, settingsPanel, speeds, type Hand, type Settings } from './controls.ts';
import { declaration } from './declaration.mjs';
import { describePoints, describeRun, percent } from './describe.ts';
import { filesView, openPoints, savePoints } from './files-view.ts';
import { labStyles } from './lab-styles.ts';
import { curves, measures } from './measured.ts';
import type { PointsChange } from './plane-input.ts';
import { classesOf, countOf, linkBytes, rounded, withPoints, type PlaneTask } from './points.ts';
import { PlaneRun } from './run.ts';
import { presetOf, withShape, withTask, type Shape } from './shapes.ts';
import { layerView, lossView, matricesView, planeView, scrubber, unitsView } from './views.ts';

/**
 * <reprise-plane-lab>: a network learns points in the plane, the reader's own or of a shape; what it makes of the whole
 * plane is shown beside the plane as a hidden layer bends it. Attributes: ../frame/lab.ts.
 */
export class PlaneLab extends Lab<typeof declaration, PlaneRun> {
  static override properties = {
    look: { state: true },
    hand: { state: true },
    fileMessage: { state: true },
  };
  /** Look shown, or null for the latest. */
  look: number | null = null;
  hand: Hand = { tool: 'place', brush: 0 };
  /** What became of the file last opened. */
  fileMessage = '';
  readonly tools = new LabTools(this);
  protected readonly measures = measures;
  protected readonly curves = curves;
  protected override readonly goesOn = true;
  private endThemeWatch = () => {};
  private description = '';

  constructor() {
    super({ declaration, preset: 'plane/xor-clouds', label: words.label, speed: 100 });
  }

  protected makeRun(spec: Spec): PlaneRun {
    return new PlaneRun(
      spec,
      () => this.changed(),
      () => ({ maps: this.parts.has('units'), structure: this.parts.has('matrices') }),
    );
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

  inWords(): string {
    return describeRun(this.run);
  }

  protected override get nearestPreset(): string {
    return presetOf((this.spec.task as PlaneTask).shape);
  }

  protected override observed(spec: Spec): Spec {
    return withField(spec, 'observe.layer', this.run.layer);
  }

  protected override theory(): Record<string, number> {
    const { structure } = this.run;
    return structure ? { ratio: structure.ratio, correlation: structure.correlation.predicted } : {};
  }

  /** Fewer layers leave fewer to observe, and fewer epochs fewer records. */
  protected override applySetting(spec: Spec, path: string, value: unknown): Spec {
    const next = super.applySetting(spec, path, value);
    if (path === 'network.hidden_layers' && typeof value === 'number') {
      return withField(next, 'observe.layer', Math.min(spec.observe.layer, Math.max(0, value - 1)));
    }
    return path.startsWith('task.') ? withTask(next, next.task as PlaneTask) : next;
  }

  /** Where only points differ, the network goes on from where it is. */
  protected override adopt(spec: Spec): Promise<Outcome> {
    const { run } = this;
    return run.epoch > 0 && run.goesOnWith(spec) ? run.follow(spec) : super.adopt(spec);
  }

  protected override showLatest(): void {
    this.look = null;
  }

  protected override caution(): string {
    return this.run.unseen;
  }

  // What its own controls do.

  private get task(): PlaneTask {
    return this.run.draft.task as PlaneTask;
  }

  private async chooseShape(shape: Shape): Promise<void> {
    const { run } = this;
    const points = Array.from(run.points, rounded);
    // What lies there becomes the reader's own.
    if (shape === 'own' && points.length > 0) await this.changePoints({ points, final: true });
    else await this.change(withShape(run.draft, shape));
  }

  private async changePoints({ points, final }: PointsChange): Promise<void> {
    const { run } = this;
    const spec = withTask(run.draft, withPoints(this.task, points));
    this.showLatest();
    // While a point is dragged the network follows; the link is written once it is let go.
    if (final) {
      await this.change(spec, 'task.points');
      this.tools.endStep();
    } else if (run.goesOnWith(spec)) void run.follow(spec);
  }

  private async changeClasses(classes: number): Promise<void> {
    await this.change({ ...this.run.draft, task: { ...this.task, classes } });
    this.hand = { ...this.hand, brush: classes - 1 };
  }

  private async openFile(file: File): Promise<void> {
    const { points, classes, message } = await openPoints(file);
    this.fileMessage = message;
    if (!points) return;
    const { held_out, features } = this.task;
    const own: PlaneTask = { kind: 'plane', shape: 'own', points, held_out, features };
    const task: PlaneTask = classes > 0 ? { ...own, target: 'class', classes } : { ...own, target: 'number' };
    await this.change(withTask(this.run.draft, task));
    this.hand = { ...this.hand, brush: 0 };
  }

  // How it is drawn.

  private get shownLook(): number {
    return Math.min(this.look ?? Infinity, this.run.looks.length - 1);
  }

  private showLook(index: number): void {
    this.look = index >= this.run.looks.length - 1 ? null : index;
    this.announce();
  }

  /** Colours of the classes in the theme in force. */
  private classColours(): string[] {
    const probe = this.renderRoot.querySelector<HTMLElement>('.probe');
    return [0, 1, 2, 3].map((kind) => {
      if (!probe) return '#15419c';
      probe.style.color = `var(--point-${kind})`;
      return getComputedStyle(probe).color;
    });
  }

  private get settingsShown(): Settings {
    return {
      draft: this.run.draft,
      change: (path, value) => void this.changeField(path, value),
    };
  }

  protected renderLab() {
    const { run, parts } = this;
    const surface: Surface | null = run.looks[this.shownLook] ?? null;
    const classes = classesOf(this.task);
    const layers = run.spec.network.hidden_layers;
    return html`<section class="lab panel ${run.length > 1 ? 'trained' : ''}" aria-label=${this.label}>
      <span class="probe" aria-hidden="true"></span>
      ${topControls(
        this,
        speeds,
        this.ifShown('data', () =>
          dataPanel(
            this.settingsShown,
            (shape) => void this.chooseShape(shape),
            () => void this.changeField('task.seed', (this.task.seed ?? 1) + 1),
          ),
        ),
      )}
      ${this.renderProblem()}
      <reprise-reference-run .tools=${this.tools}></reprise-reference-run>
      <div class="views">
        ${this.ifShown('plane', () => this.renderPlane(surface, classes))}
        ${this.ifShown('layer', () =>
          layerView(surface, run.layer, classes, this.classColours(), this.describe()),
        )}
        ${this.ifShown('units', () => unitsView(surface, run.layer))}
        ${this.ifShown('loss', () => this.renderLoss())}
        ${this.ifShown('matrices', () => matricesView(run.structure, `${this.id} plane`))}
      </div>
      <div class="still"><slot></slot></div>
      <div class="looked-at">
        ${scrubber(run.looks, this.shownLook, (index) => this.showLook(index))}
        ${parts.has('layer') || parts.has('units') || parts.has('matrices') ? layerSlider(words, run.layer, layers, (layer) => run.observe(layer)) : nothing}
      </div>
      ${this.ifShown('settings', () => settingsPanel(this.settingsShown))}
      ${wordsView(this.announced, this.asked)}
    </section>`;
  }

  /** What the plane shows, put in words only where it is at rest. */
  private describe(): string {
    if (!this.run.running) this.description = `${describePoints(this.run)} ${this.inWords()}`;
    return this.description;
  }

  private renderPlane(surface: Surface | null, classes: number) {
    const { run, task, hand } = this;
    const { points, extent } = run;
    const shown = {
      points,
      surface,
      classes,
      heldOutShare: task.held_out,
      extent,
      tool: hand.tool,
      brush: hand.brush,
      description: this.describe(),
    };
    const bytes = linkBytes(hashFromSpec(run.spec, findPreset(this.nearestPreset)!));
    return html`<div class="plane-part">
      ${planeView(shown, (change) => void this.changePoints(change))}
      ${handPanel(
        task,
        hand,
        (to) => (this.hand = to),
        (count) => void this.changeClasses(count),
      )}
      ${filesView(
        {
          own: task.shape === 'own',
          about: words.bytes(countOf(points), formatCount(bytes)),
          message: this.fileMessage,
        },
        { save: (kind) => void savePoints(Array.from(points, rounded), kind), open: (file) => void this.openFile(file) },
      )}
    </div>`;
  }

  private renderLoss() {
    const { run, drawings } = this;
    const charted = { time: run.column('t'), epochs: this.epochs, drawings, group: this.id };
    const [accuracy, tested] = [run.last('train_accuracy'), run.last('held_out_accuracy')];
    const notes = [
      Number.isFinite(accuracy) ? words.accuracies(percent(accuracy), Number.isFinite(tested) ? percent(tested) : '') : '',
      run.changedAt.length > 0 ? words.changedAt(run.changedAt.slice(-3).map((epoch) => formatCount(Math.floor(epoch))).join(', ')) : '',
    ];
    return lossView(charted, run.column('loss'), run.column('held_out_loss'), notes.filter(Boolean).join(' '));
  }

  static override styles = [controlStyles, labStyles, sliderStyles, regimeLabStyles, stillStyles];
}

customElements.define('reprise-plane-lab', PlaneLab);

declare global {
  interface HTMLElementTagNameMap {
    'reprise-plane-lab': PlaneLab;
  }
}
