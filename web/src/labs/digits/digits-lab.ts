import { html, nothing, type PropertyValues } from 'lit';
import { controlStyles } from '../../shell/control-styles.ts';
import '../../shell/run-bar.ts';
import type { RunAction } from '../../shell/run-bar.ts';
import { TurnElement } from '../../shell/turn.ts';
import { MemoryLink, pageLink, type LabLink } from '../../spec/link.ts';
import { findPreset, presetsOf } from '../../spec/presets.ts';
import { sameSpec } from '../../spec/paths.ts';
import { hashFromSpec, specFromHash } from '../../spec/url.ts';
import { digitsStrings as strings } from '../../strings/digits.ts';
import { strings as shared } from '../../strings/en.ts';
import type { ChapterLabElement } from '../frame/lab-element.ts';
import type { Drawing } from '../frame/drawing.ts';
import { LabTools } from '../frame/lab-tools.ts';
import { layerField } from '../frame/layer-field.ts';
import { StandIn } from '../frame/stand-in.ts';
import { lockedView } from '../frame/locked-view.ts';
import { pageLabStyles } from '../frame/page-lab-styles.ts';
import { Redraw } from '../frame/redraw.ts';
import { stillStyles } from '../frame/still-styles.ts';
import '../frame/tools-bar.ts';
import { restMilliseconds, wordsView } from '../frame/words-view.ts';
import { partsShown, type LabElement } from '../frame/lab-element.ts';
import { withSettings } from '../frame/settings.ts';
import './class-choice.ts';
import { curvesPart } from './curves-part.ts';
import { LabState } from './lab-state.ts';
import { labStyles } from './lab-styles.ts';
import { loadingPart, megabytes } from './loading-part.ts';
import './mistake-gallery.ts';
import { curveOf, measureOf } from './offers.ts';
import type { OwnFiles } from './own-pictures.ts';
import { declaration } from './declaration.mjs';
import { observedLayer, shownPaths } from './settings.ts';
import type { SettingChange } from './settings-panel.ts';
import { structurePart } from './structure-part.ts';

type Part = keyof typeof declaration.parts;

/** What only some parts are made of: a chapter whose labs do not show them, or not yet, does without its weight. */
const elements: Partial<Record<Part, () => Promise<unknown>>> = {
  settings: () => Promise.all([import('./settings-panel.ts'), import('./own-pictures.ts')]),
  pair: () => Promise.all([import('./pair-picker.ts'), import('./pair-comparison.ts')]),
};

/** Epochs per second that the run can be slowed to. */
const speeds = [null, 10, 3, 1];

/** A measured share, as precise as a chapter's questions say it. */
const percent = (share: number) => `${(100 * share).toFixed(share > 0 && share < 1 ? 1 : 0)} %`;

/**
 * <reprise-digits-lab>: trains a network on real handwritten digits in the page. Its state is the
 * page's link, unless it is given another, or the attributes `preset` and `set` say where to start, as in
 * a tutorial. `show` names the parts to show (declaration.mjs), `locked` the question that opens the lab.
 */
export class DigitsLab extends TurnElement implements LabElement, ChapterLabElement {
  static override properties = {
    preset: {},
    set: {},
    show: {},
    locked: {},
    label: {},
    unlocked: { state: true },
    drawing: { state: true },
    announced: { state: true },
  };
  link: LabLink = pageLink;
  declare preset: string;
  declare set: string;
  declare show: string;
  declare locked: string;
  declare label: string;
  /** Whether a locked lab has been opened. */
  declare protected unlocked: boolean;
  /** The reader's drawing over the curve of this name. */
  declare protected drawing: Drawing | null;
  /** The run in words, for those who do not see it. */
  declare protected announced: string;

  private readonly lab = new LabState(() => this.redraw.request());
  private readonly redraw = new Redraw(
    this,
    () => this.lab.run.running,
    () => this.announce(),
  );
  private readonly tools = new LabTools(this);
  private begun = false;
  private rest = 0;
  private lastState = '';
  /** Whether the reader has done anything: a page that opens says nothing. */
  private asked = false;
  private visible: IntersectionObserver | null = null;

  constructor() {
    super();
    new StandIn(this);
    this.preset = '';
    this.set = '';
    this.show = '';
    this.locked = '';
    this.label = strings.label;
    this.unlocked = false;
    this.drawing = null;
    this.announced = '';
    // Whatever the reader does, by a button or a key, the lab answers.
    for (const deed of ['click', 'keydown', 'change']) this.addEventListener(deed, () => (this.asked = true));
  }

  override connectedCallback() {
    super.connectedCallback();
    if (!this.preset) return this.begin();
    // In a tutorial there are several, and each loads and makes its network once it comes into view.
    this.visible = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.begin();
    });
    if (this.hasUpdated) this.visible.observe(this);
  }

  protected override firstUpdated() {
    if (this.isConnected) this.visible?.observe(this);
  }

  private begin() {
    this.visible?.disconnect();
    if (this.begun) return;
    this.begun = true;
    for (const part of partsShown(this.show, declaration.parts)) void elements[part]?.();
    if (this.preset) {
      const { preset, spec } = this.ownStart();
      this.link = new MemoryLink(hashFromSpec(spec, preset));
    }
    this.lab.open(this.link);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.visible?.disconnect();
    this.begun = false;
    clearTimeout(this.rest);
    this.lab.close();
  }

  opened(): Promise<void> {
    this.begin();
    return this.lab.loaded();
  }

  async act(action: RunAction): Promise<void> {
    this.asked = true;
    await this.lab.act(action);
  }

  report() {
    return this.lab.report();
  }

  result() {
    return this.lab.result();
  }

  // What tutorials ask for (../frame/lab-element.ts).

  private ownStart() {
    const preset = findPreset(this.preset) ?? presetsOf('digits')[0]!;
    return { preset, spec: withSettings(preset.spec, this.set) };
  }

  async configure(name: string | undefined, settings: string): Promise<void> {
    this.asked = true;
    this.begin();
    await this.lab.loaded();
    const preset = (name && findPreset(name)) || this.lab.preset;
    await this.lab.configure(preset, withSettings(name ? preset.spec : this.lab.spec, settings));
  }

  async restore(): Promise<void> {
    const { preset, spec } = this.ownStart();
    if (!sameSpec(spec, this.lab.spec)) await this.lab.configure(preset, spec);
  }

  async start(): Promise<void> {
    this.asked = true;
    this.begin();
    await this.lab.loaded();
    if (!this.lab.run.ended && !this.lab.run.running) await this.lab.act('run');
  }

  measure(name: string): number {
    return measureOf(this.lab, name);
  }

  get finished(): boolean {
    return this.lab.run.settled;
  }

  /** A lab of two pictures has no matrix to compare with. */
  matrix(): readonly number[] {
    return [];
  }

  curve(name: string) {
    return curveOf(this.lab, name);
  }

  get epochs(): number {
    return this.begun ? this.lab.spec.training.epochs : this.ownStart().spec.training.epochs;
  }

  showDrawing(curve: string, x: readonly number[], y: readonly number[]): void {
    this.drawing = { curve, x, y };
  }

  showGuess(): void {}

  unlock(): void {
    this.unlocked = true;
  }

  async openLink(hash: string): Promise<void> {
    this.unlock();
    this.begin();
    const { preset, spec } = specFromHash(hash, presetsOf('digits'));
    await this.lab.loaded();
    await this.lab.configure(preset, spec);
  }

  override render() {
    if (this.locked && !this.unlocked) return lockedView(this);
    const shown: ReadonlySet<Part> = partsShown(this.show, declaration.parts);
    const part = (name: Part, content: () => unknown) => (shown.has(name) ? content() : nothing);
    return html`<section
      class="lab ${shown.has('settings') ? '' : 'alone'}"
      aria-label=${this.label}
    >
      ${shown.has('classes') ? this.renderClasses() : this.renderLoading()} ${this.renderRun()}
      <reprise-reference-run class="reference" .tools=${this.tools}></reprise-reference-run>
      ${part('curves', () => curvesPart(this.lab, this.drawing))} ${part('settings', () => this.renderSettings())}
      ${part('pair', () => this.renderPair())} ${part('structure', () => structurePart(this.lab))}
      ${part('mistakes', () => this.renderMistakes())}
      <div class="still"><slot></slot></div>
    </section>`;
  }

  /** For tests and for styles: where the lab stands. */
  protected override updated(_: PropertyValues<this>) {
    const { run, source } = this.lab;
    this.dataset.state = run.status?.state ?? source.state;
    this.dataset.epoch = String(run.epoch);
    this.dataset.heldOutAccuracy = String(run.last('held_out_accuracy'));
  }

  private renderClasses() {
    const { lab } = this;
    return html`<div class="panel classes">
      <reprise-class-choice
        .chosen=${lab.wantedTask.classes}
        .samples=${lab.pictures.samples}
        .counts=${lab.countPerClass}
        .names=${lab.names}
        @choose=${(event: CustomEvent<number[]>) => lab.change('task.classes', event.detail)}
      ></reprise-class-choice>
      ${loadingPart(lab)} ${this.renderNotices()}
    </div>`;
  }

  /** Where the classes are not to be chosen: what stands in the way of training, if anything does. */
  private renderLoading() {
    const { lab } = this;
    const { problem, failure } = lab.run;
    const waiting = lab.source.state !== 'ready' || lab.needsMore || lab.unknown.length > 0;
    if (!waiting && !problem && !failure) return nothing;
    return html`<div class="panel classes">${loadingPart(lab)} ${this.renderNotices()}</div>`;
  }

  private renderSettings() {
    const { lab } = this;
    return html`<aside class="panel settings" aria-label=${strings.settingsTitle}>
      <h2>${strings.settingsTitle}</h2>
      <reprise-digits-settings
        .presets=${lab.presets}
        .preset=${lab.preset}
        .spec=${lab.draft}
        .problem=${lab.run.problem}
        .parameters=${lab.run.parameters}
        .countPerClass=${lab.countPerClass}
        .setAside=${lab.setAside}
        @choose-preset=${(event: CustomEvent<string>) => lab.choosePreset(event.detail)}
        @change-setting=${({ detail }: CustomEvent<SettingChange>) =>
          lab.change(detail.path, detail.value)}
      >
        ${this.renderMorePictures()}
      </reprise-digits-settings>
      <reprise-own-pictures
        .inUse=${this.ownInUse()}
        .problem=${lab.ownProblem}
        @own=${(event: CustomEvent<OwnFiles>) => lab.useOwn(event.detail)}
        @packed=${() => lab.usePacked()}
      ></reprise-own-pictures>
    </aside>`;
  }

  private ownInUse() {
    const { isOwn, own } = this.lab;
    if (!isOwn || !own) return '';
    const { count, height, width } = own;
    return strings.ownUse(count, `${height} × ${width}`);
  }

  private renderMorePictures() {
    const { lab } = this;
    if (lab.isOwn || !lab.source.packed || lab.source.state !== 'ready') return nothing;
    if (lab.source.complete) return html`<p class="hint">${strings.allLoaded}</p>`;
    return html`<button type="button" @click=${() => lab.loadRest()}>
      ${strings.loadAll(megabytes(lab.source.restBytes))}
    </button>`;
  }

  /** What stands in the way of training and belongs to no control. */
  private renderNotices() {
    const { lab } = this;
    const { problem, failure } = lab.run;
    const elsewhere =
      problem && (shownPaths.includes(problem.field) || problem.message === lab.ownProblem);
    const refused = problem && !elsewhere ? problem.message : '';
    return html`${
      lab.unknown.length > 0
        ? html`<p class="notice mild">${strings.unknown(lab.unknown.join(', '))}</p>`
        : nothing
    }
    ${refused ? html`<p class="notice" role="alert">${refused}</p>` : nothing}
    ${
      failure
        ? html`<div class="notice" role="alert">
            <p>${failure}</p>
            <button type="button" @click=${() => lab.restart()}>${strings.retry}</button>
          </div>`
        : nothing
    }`;
  }

  private renderRun() {
    const { lab } = this;
    const accuracy = lab.run.last('held_out_accuracy');
    const total = lab.task.held_out_count;
    const known = Number.isFinite(accuracy);
    return html`<div class="panel run">
      <reprise-run-bar
        .status=${lab.run.status}
        .busy=${!lab.canRun}
        .speed=${lab.speed}
        .speeds=${speeds}
        .stepEpochs=${lab.spec.observe.every}
        @run-action=${(event: CustomEvent<RunAction>) => void lab.act(event.detail)}
        @speed-change=${(event: CustomEvent<number | null>) => lab.setSpeed(event.detail)}
      >
        <reprise-lab-tools .tools=${this.tools} .seed=${lab.spec.seed}></reprise-lab-tools>
      </reprise-run-bar>
      <p class="score">
        <strong class="number">${known ? percent(accuracy) : '–'}</strong>
        <span>${strings.heldOutAccuracy}</span>
        <span class="detail number">
          ${known ? `${strings.ofCount(Math.round(accuracy * total), total)}, ` : ''}${strings.chance(
            `${Math.round(100 / lab.task.classes.length)} %`,
          )}
        </span>
      </p>
      ${
        lab.run.status?.message
          ? html`<p class="notice" role="alert">${lab.run.status.message}</p>`
          : nothing
      }
      ${wordsView(this.announced, this.asked, 'visually-hidden')}
    </div>`;
  }

  /** At once when a run begins or ends, and otherwise at rest: the records of a step come after its state. */
  private announce() {
    const state = this.lab.run.status?.state ?? '';
    const turned = state !== this.lastState;
    this.lastState = state;
    clearTimeout(this.rest);
    if (turned && state === 'running') this.announced = strings.states.running;
    else if (state !== 'running') this.rest = window.setTimeout(() => (this.announced = this.inWords()), restMilliseconds);
  }

  private inWords(): string {
    const { run, spec } = this.lab;
    if (!run.status) return '';
    const parts: string[] = [strings.states[run.status.state]];
    if (run.epoch > 0) parts.push(strings.atEpoch(Math.floor(run.epoch)));
    const accuracy = run.last('held_out_accuracy');
    if (Number.isFinite(accuracy)) parts.push(`${percent(accuracy)} ${strings.heldOutAccuracy}.`);
    parts.push(`${shared.seed(spec.seed)}.`);
    return parts.join(' ');
  }

  private renderPair() {
    const { lab } = this;
    const { run, spec } = lab;
    return html`<div class="panel pair-panel">
      <h2>${strings.pair}</h2>
      <p class="intro">${strings.pairIntro}</p>
      <div class="pair">
        <reprise-pair-picker
        .names=${lab.names}
          .pair=${spec.observe.points ?? []}
          .classes=${lab.task.classes}
          .count=${run.subset?.train.length ?? 0}
          .picture=${lab.pictures.training}
          @choose=${(event: CustomEvent<number[]>) => lab.change('observe.points', event.detail)}
        ></reprise-pair-picker>
        ${layerField({
          layer: lab.draft.observe.layer,
          layers: spec.network.hidden_layers,
          refused: run.problem?.field === observedLayer,
          change: (wanted) => lab.change(observedLayer, wanted),
        })}
      </div>
      <reprise-pair-comparison
        .measured=${run.trajectory()}
        .theory=${run.theory}
        .fit=${run.fit}
        .findings=${run.findings}
        .fitFailure=${run.fitFailure}
        .context=${lab.misfitContext}
        .epochs=${spec.training.epochs}
      ></reprise-pair-comparison>
    </div>`;
  }

  private renderMistakes() {
    const { lab } = this;
    return html`<div class="panel mistakes">
      <h2>${strings.mistakes}</h2>
      <reprise-mistake-gallery
        .mistakes=${lab.run.mistakes}
        .total=${lab.run.outputs.length > 0 ? lab.task.held_out_count : 0}
        .classes=${lab.task.classes}
        .picture=${lab.pictures.heldOut}
        .judge=${this.judge}
        .names=${lab.names}
        .trained=${lab.run.epoch > 0}
      ></reprise-mistake-gallery>
    </div>`;
  }

  private readonly judge = (index: number) => this.lab.run.judge(index);

  static override styles = [controlStyles, labStyles, pageLabStyles, stillStyles];
}

customElements.define('reprise-digits-lab', DigitsLab);

declare global {
  interface HTMLElementTagNameMap {
    'reprise-digits-lab': DigitsLab;
  }
}
