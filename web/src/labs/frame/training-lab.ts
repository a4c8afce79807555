import { html, nothing, type PropertyDeclarations } from 'lit';
import '../../shell/run-bar.ts';
import type { RunAction } from '../../shell/run-bar.ts';
import type { EngineRun } from '../../engine/run.ts';
import { MemoryLink, pageLink, type LabLink } from '../../spec/link.ts';
import { findPreset, presetsOf } from '../../spec/presets.ts';
import type { Spec } from '../../spec/types.ts';
import { hashFromSpec, specFromHash } from '../../spec/url.ts';
import { strings } from '../../strings/en.ts';
import { highlightEvent } from './lab-element.ts';
import { lastRecord, type LabElement, type LabReport } from './lab-element.ts';
import { ChapterLab } from './chapter-lab.ts';
import { Redraw } from './redraw.ts';
import type { RunResult } from './result-file.ts';
import { restMilliseconds } from './words-view.ts';

/** What is seen is put in words at most this often while training: longer than it takes to hear it. */
const wordsEveryMilliseconds = 10000;

/**
 * A lab that trains one network. Its state is `link` where that is not empty, else `preset` and `set`; with the
 * attribute `page-link` it is the page's address. `show` names the parts to show (all by default).
 */
export abstract class TrainingLab<Run extends EngineRun> extends ChapterLab implements LabElement {
  static override properties: PropertyDeclarations = {
    show: {},
    symbol: { state: true },
    speed: { state: true },
    announced: { state: true },
    asked: { state: true },
  };
  link: LabLink = new MemoryLink('');
  declare show: string;
  /** The symbol under the pointer, to be lit wherever it stands. */
  declare symbol: string | null;
  /** Epochs per second at most; null for as fast as it goes. */
  declare speed: number | null;
  /** The present state in words, for those who do not see it. */
  declare announced: string;
  /** Whether the reader has asked for anything; a page that opens does not talk of all its labs. */
  declare asked: boolean;
  run!: Run;
  private lastAnnounced = -Infinity;
  private lastState = '';
  private rest = 0;
  private visible: IntersectionObserver | null = null;
  private stopListening = () => {};
  private readonly redraw = new Redraw(
    this,
    () => this.run.running,
    (now) => this.follow(now),
  );

  constructor(preset: string, label: string, speed: number | null) {
    super(preset, label);
    this.show = '';
    this.symbol = null;
    this.speed = speed;
    this.announced = '';
    this.asked = false;
  }

  protected abstract makeRun(spec: Spec): Run;
  /** The picture shown, in a few sentences. */
  abstract inWords(): string;
  /** The preset that links are written over. */
  protected abstract readonly nearestPreset: string;
  /** What the theory was fitted to be, for reports. */
  protected abstract theory(): Record<string, number>;
  /** Goes back to the present where the reader had gone back in time. */
  protected showLatest(): void {}
  /** A word on a run that went, but not well; empty when there is none. */
  protected caution(): string {
    return '';
  }

  override connectedCallback() {
    super.connectedCallback();
    if (this.hasAttribute('page-link')) this.link = pageLink;
    this.run ??= this.makeRun(this.startingSpec());
    document.addEventListener(highlightEvent, this.onHighlight as EventListener);
    this.visible = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.seen();
    });
    // Before it is drawn, what lies below would be seen in its place.
    if (this.hasUpdated) this.visible.observe(this);
    this.stopListening = this.link.onChange(() => this.openLink(this.link.read()));
  }

  protected override firstUpdated() {
    if (this.isConnected) this.visible?.observe(this);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener(highlightEvent, this.onHighlight as EventListener);
    this.visible?.disconnect();
    clearTimeout(this.rest);
    this.stopListening();
    this.run.close();
  }

  /** It has come into view. */
  protected seen(): void {
    void this.run.prepare();
  }

  protected override startingSpec(): Spec {
    const hash = this.link.read();
    return hash ? specFromHash(hash, presetsOf(this.family)).spec : super.startingSpec();
  }

  /** The lab's state, for tests and for whoever embeds it. */
  get lab(): Run {
    return this.run;
  }

  private readonly onHighlight = (event: CustomEvent<string | null>) => {
    this.symbol = event.detail;
    this.toggleAttribute('data-lit', this.symbol !== null);
    if (this.symbol !== null) this.setAttribute('data-lit', this.symbol);
  };

  protected changed(): void {
    this.redraw.request();
  }

  /** Puts in words what the reader has just done, once it has come to rest. */
  protected announce(): void {
    this.asked = true;
    this.sayAtRest();
  }

  private follow(now: number): void {
    const state = this.run.status?.state ?? '';
    const turned = state !== this.lastState;
    this.lastState = state;
    if (!this.run.running) {
      if (turned) this.say(now);
      else this.sayAtRest();
    } else if (turned) this.lastAnnounced = now;
    else if (now - this.lastAnnounced >= wordsEveryMilliseconds) this.say(now);
  }

  private sayAtRest(): void {
    clearTimeout(this.rest);
    this.rest = window.setTimeout(() => this.say(performance.now()), restMilliseconds);
  }

  private say(now: number): void {
    clearTimeout(this.rest);
    this.lastAnnounced = now;
    this.announced = this.inWords();
  }

  get spec(): Spec {
    return this.run.spec;
  }

  get finished(): boolean {
    return this.run.status?.state === 'finished';
  }

  async start(): Promise<void> {
    this.asked = true;
    if (this.run.finished || this.run.running) return;
    this.showLatest();
    await this.train();
  }

  protected async train(): Promise<void> {
    await this.run.start(this.speed);
  }

  async change(spec: Spec): Promise<void> {
    this.asked = true;
    this.showLatest();
    const ready = this.run.configure(spec);
    if (this.link === pageLink) this.link.write(this.hash(), true);
    await ready;
  }

  opened(): Promise<void> {
    return this.run.prepare();
  }

  async act(action: RunAction): Promise<void> {
    const { run } = this;
    this.asked = true;
    this.showLatest();
    if (action === 'pause') await run.pause();
    else if (action === 'step') await run.step(run.spec.observe.every);
    else if (action === 'reset') await run.reset();
    else if (action === 'new-seed') await this.newSeed();
    else await this.train();
  }

  private async newSeed(): Promise<void> {
    const goOn = this.run.running;
    await this.change({ ...this.spec, seed: this.spec.seed + 1 });
    if (goOn) await this.train();
  }

  async chooseSpeed(speed: number | null): Promise<void> {
    this.speed = speed;
    await this.run.setSpeed(speed);
  }

  // What whoever is around the lab may know of it (see lab-element.ts).

  private hash(): string {
    return hashFromSpec(this.spec, findPreset(this.nearestPreset)!);
  }

  report(): LabReport {
    const { run } = this;
    return {
      hash: this.hash(),
      spec: run.spec,
      state: run.status?.state ?? 'idle',
      epoch: run.status?.epoch ?? 0,
      epochs: this.epochs,
      last: lastRecord(run.records),
      theory: this.theory(),
      problem: run.problem,
    };
  }

  result(): RunResult | null {
    const { records, status, spec } = this.run;
    if (!records || records.length === 0) return null;
    const { state, epoch } = status ?? { state: 'idle', epoch: 0 };
    return { spec: this.observed(spec), hash: this.hash(), state, epoch, records, fit: null };
  }

  /** The spec with the layer that the reader looks at. */
  protected observed(spec: Spec): Spec {
    return spec;
  }

  /** The controls of a run. `beside` stands to their right. */
  runBar(speeds: readonly (number | null)[], beside: unknown) {
    const { run } = this;
    return html`<reprise-run-bar
      .status=${run.status}
      .speed=${this.speed}
      .speeds=${speeds}
      .stepEpochs=${run.spec.observe.every}
      @run-action=${(event: CustomEvent<RunAction>) => void this.act(event.detail)}
      @speed-change=${(event: CustomEvent<number | null>) => void this.chooseSpeed(event.detail)}
    >
      ${beside}
    </reprise-run-bar>`;
  }

  /** What went wrong, if anything did, and the way back. */
  protected renderProblem() {
    const { problem, status } = this.run;
    const wrong = problem || status?.message;
    if (!wrong) {
      const caution = this.caution();
      return caution ? html`<p class="notice" role="alert">${caution}</p>` : nothing;
    }
    return html`<div class="notice" role="alert">
      <p>${wrong}</p>
      <button type="button" @click=${() => void this.change(this.startingSpec())}>
        ${strings.failure.again}
      </button>
    </div>`;
  }
}
