import { nothing } from 'lit';
import { state } from 'lit/decorators.js';
import type { Experiment, Outcome } from '../../engine/experiment.ts';
import type { RunAction } from '../../shell/run-bar.ts';
import { MemoryLink, pageLink, type LabLink } from '../../spec/link.ts';
import { getField, sameSpec, withField } from '../../spec/paths.ts';
import { findPreset } from '../../spec/presets.ts';
import type { Preset, Spec } from '../../spec/types.ts';
import { hashFromSpec, specFromHash, type LinkState } from '../../spec/url.ts';
import type { LabDeclaration } from './declare.mjs';
import { DeclaredLab } from './declared-lab.ts';
import { lastRecord, type LabElement, type LabReport } from './lab-element.ts';
import type { LabTools } from './lab-tools.ts';
import { problemView, referenceView, runBar } from './lab-views.ts';
import { Redraw } from './redraw.ts';
import { Rest } from './rest.ts';
import type { RunResult } from './result-file.ts';
import { presetSpec, withSettings } from './settings.ts';
import { Spoken } from './spoken.ts';

export interface LabOptions<D extends LabDeclaration> {
  declaration: D;
  /** Preset where neither a link nor an attribute says another. */
  preset: string;
  /** What a screen reader calls it. */
  label: string;
  /** Epochs per second at most, to choose from; null for as fast as it goes. */
  speeds: readonly (number | null)[];
  /** The one to begin with; null by default. */
  speed?: number | null;
}

/**
 * A lab that trains one network. Its state is `link` where that is not empty, else `preset` and `set`; with the attribute
 * `page-link` it is the page's address. The other attributes: declared-lab.ts. A guide: README.md.
 */
export abstract class Lab<D extends LabDeclaration, R extends Experiment>
  extends DeclaredLab<D, R>
  implements LabElement
{
  link: LabLink = new MemoryLink('');
  /** Epochs per second at most; null for as fast as it goes. */
  @state() speed!: number | null;
  readonly speeds: readonly (number | null)[];
  /** The present state in words, for those who do not see it. */
  @state() announced = '';
  /** Whether the reader has asked for anything; a page that opens does not talk of all its labs. */
  @state() asked = false;
  run!: R;
  /** Undo, files, keys and a menu: a lab that fills a page has them from its beginning, others once they are in view. */
  tools: LabTools | null = null;
  /** Parts of the link that mean nothing here. */
  unknown: readonly string[] = [];
  /** The presets that settings started from, of those wanted and of those last accepted. */
  private readonly bases = new WeakMap<Spec, Preset>();
  private lastBase!: Preset;
  private lastPath: string | null = null;
  private bringing = false;
  private readonly spoken = new Spoken(this);
  private readonly redraw = new Redraw(
    this,
    () => this.run.running,
    (now) => this.spoken.follow(this.run.status?.state ?? '', now),
  );
  private stopListening = () => {};

  constructor({ declaration, preset, label, speeds, speed = null }: LabOptions<D>) {
    super(declaration, preset, label);
    new Rest(this, () => this.seen(), () => this.run.rest());
    this.speeds = speeds;
    this.speed = speed;
  }

  protected abstract makeRun(spec: Spec): R;
  /** What is shown, in a few sentences. */
  abstract inWords(): string;
  /**
   * The preset that the accepted settings started from, over which their link is written: another one counts when its
   * settings come into force, since undo goes back to what once ran.
   */
  get base(): Preset {
    return this.baseOf(this.run.spec);
  }
  /** The preset that settings of this lab started from: those in force, wanted or refused. */
  protected baseOf(spec: Spec): Preset {
    return this.bases.get(spec) ?? this.lastBase;
  }
  /** The preset that links are written over, where it is not the one it started from. */
  protected get nearestPreset(): string {
    return this.base.name;
  }
  /** What the theory was fitted to be, for reports. */
  protected theory(): Record<string, number> {
    return {};
  }
  /** The fitted theory, for files; null where there is none. */
  protected get fit(): RunResult['fit'] {
    return null;
  }
  /** What a change of one setting carries along. */
  protected applySetting(spec: Spec, path: string, value: unknown): Spec {
    return withField(spec, path, value);
  }
  /** Goes back to the present where the reader had gone back in time. */
  protected showLatest(): void {}
  /** A word on a run that went, but not well; empty when there is none. */
  caution(): string {
    return '';
  }
  /** What its link carries besides the settings in force. */
  protected extras(): Readonly<Record<string, string>> {
    return {};
  }
  /** Takes on what a link says besides its settings; gives what of it means nothing here. */
  protected takeExtras({ networks }: Readonly<Record<string, string>>, _spec: Spec): readonly string[] {
    return networks === undefined ? [] : ['networks'];
  }
  /** Whether a run that is under way goes on with other settings. */
  protected readonly goesOn: boolean = false;

  override connectedCallback() {
    super.connectedCallback();
    if (this.hasAttribute('page-link')) this.link = pageLink;
    if (!this.run) {
      const { spec, preset, unknown, extras } = this.startState();
      this.unknown = [...unknown, ...this.takeExtras(extras, spec)];
      this.run = this.makeRun(spec);
      this.run.fallback = preset.spec;
      this.lastBase = preset;
    }
    this.stopListening = this.link.onChange(() => this.openLink(this.link.read()));
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.stopListening();
    this.run.close();
  }

  /** It has come into view. */
  protected seen(): void {
    void this.run.prepare();
    void this.bringTools();
  }

  /** A chapter's first load has no room for them. */
  private async bringTools(): Promise<void> {
    if (this.tools || this.bringing) return;
    this.bringing = true;
    const modules = await Promise.all([import('./lab-tools.ts'), import('./tools-bar.ts')]).catch(() => null);
    this.bringing = false;
    // Where they cannot be fetched the lab does without, until it comes into view again.
    if (!modules) return;
    this.tools = new modules[0].LabTools(this);
    // Undo leads back to where the lab began, also where the reader was faster.
    this.tools.history.note(this.hashOf(this.startingSpec()), performance.now());
    this.tools.endStep();
    this.changed();
  }

  // Where it starts, and where it goes.

  private startState(): Omit<LinkState, 'unknown'> & { unknown: readonly string[] } {
    const hash = this.link.read();
    if (hash) return specFromHash(hash, this.presets);
    return { spec: this.ownSpec(), preset: findPreset(this.preset) ?? this.presets[0]!, unknown: [], extras: {} };
  }

  override startingSpec(): Spec {
    return this.startState().spec;
  }

  /**
   * Takes on other settings; refused ones leave the run as it is, with the reason beside it. path: the one field that was
   * changed; empty for all of them, null where the link itself says so. base: the preset they start from, where it is
   * another one.
   */
  async change(spec: Spec, path: string | null = '', base = this.baseOf(this.wanted)): Promise<void> {
    this.asked = true;
    this.unknown = [];
    this.showLatest();
    const { run } = this;
    this.bases.set(spec, base);
    if (run.problem && sameSpec(spec, run.spec)) {
      this.startedFrom(base);
      return run.withdraw();
    }
    const goOn = this.goesOn && run.running;
    const outcome = await this.adopt(spec);
    if (outcome !== 'made' && outcome !== 'waiting') return;
    if (outcome === 'made') this.startedFrom(base);
    this.writeLink(path);
    if (goOn && outcome === 'made') await this.train();
  }

  /** The settings in force did; where the network is the same as before, the run has put them down in its own way. */
  private startedFrom(preset: Preset): void {
    this.bases.set(this.run.spec, preset);
    this.lastBase = preset;
  }

  /** One step back for each thing changed, not for each notch of a slider. */
  private writeLink(path: string | null): void {
    if (this.link === pageLink && path !== null) this.link.write(this.hash, path === '' || path !== this.lastPath);
    this.lastPath = path;
  }

  /** Makes the network of other settings; where they train the same one, a lab may do with less. */
  protected adopt(spec: Spec): Promise<Outcome> {
    return this.run.open(spec);
  }

  /** The settings last wanted, unless they were refused: they may still be on their way to the core. */
  private get wanted(): Spec {
    const { draft, problem, spec } = this.run;
    return problem ? spec : draft;
  }

  /** Changes one field of the spec. */
  async changeField(path: string, value: unknown): Promise<void> {
    const { wanted } = this;
    if (getField(wanted, path) !== value) await this.change(this.applySetting(wanted, path, value), path);
  }

  override async configure(preset: string | undefined, settings: string): Promise<void> {
    const base = preset ? findPreset(preset) : undefined;
    await this.change(withSettings(preset ? presetSpec(preset) : this.spec, settings), '', base);
  }

  /** Takes on the settings of a preset. */
  async choosePreset(name: string): Promise<void> {
    const preset = findPreset(name);
    if (preset) await this.change(preset.spec, 'preset', preset);
  }

  override async restore(): Promise<void> {
    const { spec, preset, extras } = this.startState();
    const asItWas = sameSpec(spec, this.spec) && this.sameExtras(extras);
    this.takeExtras(extras, spec);
    if (asItWas) this.startedFrom(preset);
    else await this.change(spec, '', preset);
  }

  override async openLink(hash: string): Promise<void> {
    this.unlock();
    const { spec, preset, unknown, extras } = specFromHash(hash, this.presets);
    // What it writes itself comes back here.
    if (this.link === pageLink && hash === this.hash && unknown.length === 0 && !this.run.problem) return;
    const alsoUnknown = this.takeExtras(extras, spec);
    const changing = this.change(spec, this.link.read() === hash ? null : '', preset);
    this.unknown = [...unknown, ...alsoUnknown];
    await changing;
  }

  /** Whether what a link says besides its settings is in force. */
  private sameExtras({ networks = '' }: Readonly<Record<string, string>>): boolean {
    return networks === (this.extras().networks ?? '');
  }

  // What is done with it.

  async opened(): Promise<void> {
    await this.run.prepare();
  }

  async start(): Promise<void> {
    this.asked = true;
    if (this.run.finished || this.run.running) return;
    this.showLatest();
    await this.train();
  }

  protected async train(): Promise<void> {
    await this.run.run(this.speed);
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
    await this.changeField('seed', this.spec.seed + 1);
    if (goOn) await this.train();
  }

  async chooseSpeed(speed: number | null): Promise<void> {
    this.speed = speed;
    await this.run.setSpeed(speed);
  }

  // What whoever is around it may know (see lab-element.ts).

  get spec(): Spec {
    return this.run.spec;
  }

  protected get trained(): R {
    return this.run;
  }

  get finished(): boolean {
    return this.run.finished;
  }

  /** Whether there is more to see than the lab's still picture. */
  get hasRun(): boolean {
    return this.run.length > 1;
  }

  /** The run, for tests and for whoever embeds it. */
  get lab(): R {
    return this.run;
  }

  private get hash(): string {
    return this.hashOf(this.spec);
  }

  private hashOf(spec: Spec): string {
    return hashFromSpec(spec, findPreset(this.nearestPreset)!, this.extras());
  }

  report(): LabReport {
    const { status, spec, records, failure, problem, generation } = this.run;
    return {
      generation,
      hash: this.hash,
      spec,
      state: status?.state ?? 'idle',
      epoch: status?.epoch ?? 0,
      epochs: this.epochs,
      last: lastRecord(records),
      theory: this.theory(),
      problem: failure?.message ?? problem?.message ?? '',
    };
  }

  result(): RunResult | null {
    const { records, status, spec } = this.run;
    if (!records || records.length === 0) return null;
    const { state, epoch } = status ?? { state: 'idle', epoch: 0 };
    return { spec: this.observed(spec), hash: this.hash, state, epoch, records, fit: this.fit };
  }

  /** The spec with the layer that the reader looks at. */
  protected observed(spec: Spec): Spec {
    const { layer } = this.run as { layer?: number };
    return layer === undefined ? spec : withField(spec, 'observe.layer', layer);
  }

  // How it is drawn.

  protected changed(): void {
    this.redraw.request();
  }

  /** Puts in words what the reader has just done, once it has come to rest. */
  protected announce(): void {
    this.asked = true;
    this.spoken.atRest();
  }

  runBar(beside: unknown = nothing, busy = false) {
    return runBar(this, beside, busy);
  }

  renderProblem() {
    return problemView(this);
  }

  renderReference() {
    return referenceView(this);
  }
}
