import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import type { Outcome } from '../../engine/experiment.ts';
import { withField } from '../../spec/paths.ts';
import { findPreset } from '../../spec/presets.ts';
import type { Spec } from '../../spec/types.ts';
import { planeStrings as words } from '../../strings/plane.ts';
import { hashFromSpec } from '../../spec/url.ts';
import { Lab } from '../frame/lab.ts';
import { LabTools } from '../frame/lab-tools.ts';
import { layerSlider } from '../frame/layer-slider.ts';
import { panelView } from '../frame/panel-view.ts';
import { regimeStyles } from '../frame/regime-lab-styles.ts';
import { scrubber } from '../frame/scrubber.ts';
import { structureTheory } from '../frame/structure.ts';
import { ThemeColours } from '../frame/theme-colours.ts';
import type { RunResult } from '../frame/result-file.ts';
import '../frame/tools-bar.ts';
import { byHandView } from './by-hand.ts';
import { dataPanel, settingsOf, settingsPanel, speeds, type Hand } from './controls.ts';
import { declaration } from './declaration.mjs';
import { describePoints, describeRun } from './describe.ts';
import { openPoints, savePoints } from './files-view.ts';
import { labStyles } from './lab-styles.ts';
import { smallNetwork, withLayers } from './layers.ts';
import { curves, measures } from './measured.ts';
import type { PointsChange } from './plane-input.ts';
import { linkBytes, rounded, withPoints, type PlaneTask } from './points.ts';
import { PlaneRun } from './run.ts';
import { presetOf, withShape, withTask, type Shape } from './shapes.ts';
import { views, type Changes } from './views.ts';

/**
 * <reprise-plane-lab>: a network learns points in the plane, the reader's own or of a shape; what it makes of the whole
 * plane is shown beside the plane as a hidden layer bends it. Attributes: ../frame/lab.ts.
 */
export class PlaneLab extends Lab<typeof declaration, PlaneRun> {
  /** Look shown, or null for the latest. */
  @state() look: number | null = null;
  @state() hand: Hand = { tool: 'place', brush: 0, zeros: false };
  /** What became of the file last opened. */
  @state() fileMessage = '';
  override readonly tools = new LabTools(this);
  protected readonly measures = measures;
  protected readonly curves = curves;
  protected override readonly goesOn = true;
  private readonly colours = new ThemeColours(this);
  private description = '';
  private measuredLink: { spec: Spec; bytes: number } | null = null;

  constructor() {
    super({ declaration, preset: 'plane/xor-clouds', label: words.label, speeds, speed: 100 });
  }

  protected makeRun(spec: Spec): PlaneRun {
    return new PlaneRun(
      spec,
      () => this.changed(),
      () => ({
        maps: this.parts.has('units') || this.hand.zeros,
        structure: this.parts.has('matrices'),
        weights: this.parts.has('weights'),
      }),
    );
  }

  /** Predictions are judged by what is measured of the end, and not before that is there. */
  override get finished(): boolean {
    return this.run.settled;
  }

  inWords(): string {
    return describeRun(this.run);
  }

  protected override get nearestPreset(): string {
    return presetOf((this.spec.task as PlaneTask).shape);
  }

  protected override theory(): Record<string, number> {
    return structureTheory(this.run.structure);
  }

  /** Fewer layers leave fewer to observe, and fewer epochs fewer records. */
  protected override applySetting(spec: Spec, path: string, value: unknown): Spec {
    const next = super.applySetting(spec, path, value);
    if (path === 'network.hidden_layers' && typeof value === 'number') {
      const layers = Math.max(1, value);
      const fitted = { ...next, network: withLayers(next.network, layers) };
      return withField(fitted, 'observe.layer', Math.min(spec.observe.layer, layers - 1));
    }
    // Adam has a momentum of its own.
    if (path === 'training.optimizer' && value === 'adam') return withField(next, 'training.momentum', 0);
    return path.startsWith('task.') ? withTask(next, next.task as PlaneTask) : next;
  }

  /** Where only points, the learning rate or penalties differ, the network goes on from where it is. */
  protected override adopt(spec: Spec): Promise<Outcome> {
    const { run } = this;
    return run.epoch > 0 && run.goesOnWith(spec) ? run.follow(spec) : super.adopt(spec);
  }

  /** What few pages have room for in their first load. */
  protected override seen(): void {
    super.seen();
    if (this.parts.has('weights')) void import('./network-weights.ts').catch(() => {});
    if (this.parts.has('step')) void import('./step-part.ts').catch(() => {});
  }

  protected override showLatest(): void {
    this.look = null;
  }

  override caution(): string {
    return this.run.unseen;
  }

  get changedByHand(): boolean {
    return this.run.byHand.length > 0;
  }

  override result(): RunResult | null {
    const result = super.result();
    return result && { ...result, byHand: this.run.byHand };
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

  /** What its views do. */
  private readonly changes: Changes = {
    points: (change) => void this.changePoints(change),
    hand: (hand) => {
      // Where the units are not shown, a look has not asked what they do.
      if (hand.zeros && !this.parts.has('units')) this.run.lookAgain(true);
      this.hand = hand;
    },
    removeAll: () => void this.changePoints({ points: [], final: true }),
    classes: (count) => void this.changeClasses(count),
    weight: ({ index, value }) => {
      this.asked = true;
      this.showLatest();
      void this.run.changeWeight(index, value);
    },
    small: () => void this.change(smallNetwork(this.run.draft), 'network'),
    save: (kind) => void savePoints(Array.from(this.run.points, rounded), kind),
    open: (file) => void this.openFile(file),
  };

  protected renderLab() {
    const { run, parts, drawings, task, hand } = this;
    const settings = settingsOf(run.draft, (path, value) => void this.changeField(path, value));
    const layers = run.spec.network.hidden_layers;
    const choosesLayer = parts.has('layer') || parts.has('units') || parts.has('matrices');
    return panelView(this, {
      controls: this.ifShown('data', () =>
        dataPanel(
          settings,
          (shape) => void this.chooseShape(shape),
          () => void this.changeField('task.seed', (task.seed ?? 1) + 1),
        ),
      ),
      views: this.viewsShown(views, {
        run,
        surface: run.looks[this.shownLook] ?? null,
        charted: { time: run.column('t'), epochs: this.epochs, drawings, group: this.id },
        description: parts.has('plane') || parts.has('layer') ? this.describe() : '',
        task,
        hand,
        colours: this.colours.of('point-0', 'point-1', 'point-2', 'point-3'),
        linkBytes: this.linkBytes(run.spec),
        fileMessage: this.fileMessage,
        to: this.changes,
      }),
      above: html`${byHandView(run.byHand)}
        <div class="looked-at">
          ${scrubber(words.shown, run.looks.map(({ epoch }) => epoch), this.shownLook, (index) => this.showLook(index))}
          ${choosesLayer ? layerSlider(words, run.layer, layers, (layer) => run.observe(layer)) : nothing}
        </div>
        ${this.ifShown('settings', () =>
          settingsPanel(settings, (network) => void this.change({ ...run.draft, network }, 'network')),
        )}`,
    });
  }

  /** Reckoned once for a spec: to write 500 points into a link at every frame takes longer than to draw them. */
  private linkBytes(spec: Spec): number {
    if (this.measuredLink?.spec !== spec) {
      this.measuredLink = { spec, bytes: linkBytes(hashFromSpec(spec, findPreset(this.nearestPreset)!)) };
    }
    return this.measuredLink.bytes;
  }

  /** What the plane shows, put in words only where it is at rest. */
  private describe(): string {
    if (!this.run.running) this.description = `${describePoints(this.run)} ${this.inWords()}`;
    return this.description;
  }

  static override styles = regimeStyles(labStyles);
}

customElements.define('reprise-plane-lab', PlaneLab);
