/** What the lab knows and does, apart from how it looks: settings, link, experiment and fit. */
import { Engine, EngineError } from '../../engine/client.ts';
import type { Description, Failure, Problem, Status } from '../../engine/protocol.ts';
import type { RecordTable } from '../../engine/records.ts';
import type { RunAction } from '../../shell/run-bar.ts';
import { turn, yieldToMain } from '../../shell/turn.ts';
import { findPreset, presetsOf } from '../../spec/presets.ts';
import { sameSpec } from '../../spec/paths.ts';
import type { Preset, Spec } from '../../spec/types.ts';
import { pageLink, type LabLink } from '../../spec/link.ts';
import { hashFromSpec, specFromHash } from '../../spec/url.ts';
import { lastRecord, type LabReport } from '../frame/lab-element.ts';
import type { RunResult } from '../frame/result-file.ts';
import { FitLoop, type Fitted } from './fit-loop.ts';
import { applySetting, sameRun } from './settings.ts';

const presets = presetsOf('two-points');

export class LabState {
  preset: Preset = presets[0]!;
  /** The accepted settings: what runs, and what the link says. */
  spec: Spec = presets[0]!.spec;
  /** What the controls show: `spec`, or a refused change of it. */
  draft: Spec = this.spec;
  problem: Problem | null = null;
  failure: Failure | null = null;
  /** Parts of the link that mean nothing here. */
  unknown: string[] = [];
  fitted: Fitted | null = null;
  speed: number | null = null;
  ready = false;
  /** Until the settings it began with are in force or refused. */
  opened: Promise<void> = Promise.resolve();

  private link: LabLink = pageLink;
  private readonly engine = new Engine();
  private readonly fits: FitLoop;
  private readonly changed: () => void;
  private stopListening: (() => void)[] = [];
  /** Counts attempts to build an experiment, so that an older one cannot overtake a newer. */
  private attempt = 0;
  private lastPath = '';

  constructor(changed: () => void) {
    this.changed = changed;
    this.fits = this.fitLoop();
  }

  get status(): Status | null {
    return this.engine.status;
  }
  get records(): RecordTable | null {
    return this.engine.records;
  }
  get description(): Description | null {
    return this.engine.description;
  }

  connect(link: LabLink): void {
    this.link = link;
    this.stopListening = [
      this.engine.on('records', () => this.onRecords()),
      this.engine.on('status', () => this.changed()),
      this.engine.on('failure', (failure) => this.onFailure(failure)),
      link.onChange(() => this.readLink()),
    ];
    this.opened = this.readLink();
  }

  disconnect(): void {
    for (const stop of this.stopListening) stop();
    this.attempt++; // What is still on its way ends there.
    this.fits.stop();
    this.engine.close();
    this.ready = false;
  }

  /** Changes one setting; a refused value is kept in the draft beside its reason, and the run goes on. */
  async change(path: string, value: unknown): Promise<void> {
    // What was last wanted may still be on its way to the core.
    const wanted = this.problem ? this.spec : this.draft;
    await this.adopt(applySetting(wanted, path, value), path);
  }

  async choosePreset(name: string): Promise<void> {
    const preset = findPreset(name);
    if (!preset) return;
    this.preset = preset;
    await this.adopt(preset.spec, 'preset');
  }

  /** Looks at another layer: the records hold them all. */
  look(layer: number, settle = true): void {
    if (!this.description || layer < 0 || layer >= this.description.hidden_layers) return;
    this.spec = this.draft = applySetting(this.spec, 'observe.layer', layer);
    this.fitted = this.fitted?.layer === layer ? this.fitted : null;
    if (settle) this.writeLink('observe.layer');
    this.fits.request(layer, settle);
    this.changed();
  }

  async act(action: RunAction): Promise<void> {
    if (action === 'new-seed') {
      return this.change('seed', this.spec.seed + 1);
    }
    await this.attempted(async () => {
      if (action === 'run-again') await this.engine.reset();
      if (action === 'run' || action === 'run-again') await this.engine.run(this.speed);
      else if (action === 'pause') await this.engine.pause();
      else if (action === 'step') await this.engine.step(this.spec.observe.every);
      else {
        this.fits.stop();
        this.fitted = null;
        await this.engine.reset();
      }
    });
  }

  setSpeed(speed: number | null): void {
    this.speed = speed;
    if (this.status?.state === 'running') void this.attempted(() => this.engine.run(speed));
  }

  /**
   * A setting that may do better once a run has diverged: the preset's, or a third of one that is no larger. Before
   * the first step it is the initial weights that are too large, after it the steps.
   */
  wayOut(): { path: 'network.gain' | 'training.learning_rate'; value: number } {
    const smaller = (present: number, usual: number) =>
      present > usual ? usual : Number((present / 3).toPrecision(1));
    const [now, usual] = [this.spec, this.preset.spec];
    return this.status?.epoch === 0
      ? { path: 'network.gain', value: smaller(now.network.gain, usual.network.gain) }
      : {
          path: 'training.learning_rate',
          value: smaller(now.training.learning_rate, usual.training.learning_rate),
        };
  }

  /** Builds the experiment afresh in a new engine, from what was last wanted and not refused. */
  async rebuild(): Promise<void> {
    this.failure = null;
    this.engine.close();
    await this.adopt(this.problem ? this.spec : this.draft, 'rebuild');
  }

  report(): LabReport {
    const { status, spec, fitted } = this;
    return {
      hash: hashFromSpec(spec, this.preset),
      spec,
      state: status?.state ?? 'idle',
      epoch: status?.epoch ?? 0,
      epochs: spec.training.epochs,
      last: lastRecord(this.records),
      theory: fitted ? theoryNumbers(fitted) : {},
      problem: this.failure?.message ?? this.problem?.message ?? '',
    };
  }

  result(): RunResult | null {
    const { records, status, fitted, preset } = this;
    const spec = this.description && { ...this.description.spec, observe: this.spec.observe };
    if (!records || records.length === 0 || !spec) return null;
    const { state, epoch } = status ?? { state: 'idle', epoch: 0 };
    return { spec, hash: hashFromSpec(spec, preset), state, epoch, records, fit: fitted?.fit ?? null };
  }

  /** Takes on the settings of a link, and makes it the lab's own. */
  async openLink(hash: string): Promise<void> {
    const { preset, spec, unknown } = specFromHash(hash, presets);
    this.preset = preset;
    this.unknown = unknown;
    await this.adopt(spec, 'link');
  }

  private async readLink(): Promise<void> {
    const { preset, spec, unknown } = specFromHash(this.link.read(), presets);
    this.preset = preset;
    this.unknown = unknown;
    // Our own writing of the link comes back here and changes nothing.
    if (this.ready && sameSpec(spec, this.spec)) return this.changed();
    await this.adopt(spec, null);
  }

  /** Takes on new settings if the core accepts them. path: what was changed, null when read from a link. */
  private async adopt(spec: Spec, path: string | null): Promise<void> {
    const attempt = ++this.attempt;
    this.draft = spec;
    this.changed();
    if (!this.ready && path === null) {
      // A worker's start takes as long as a drawing: it comes after the lab's own.
      await yieldToMain();
      await turn();
      if (attempt !== this.attempt) return;
    }
    await this.attempted(async () => {
      const validation = await this.engine.validate(spec);
      if (attempt !== this.attempt) return;
      this.problem = validation.problem ?? null;
      if (validation.problem) {
        // A link may be wrong from the start; something must be there to run all the same.
        if (!this.description) await this.create(this.preset.spec, attempt);
        return;
      }
      const running = this.status?.state === 'running';
      if (this.description && path !== 'rebuild' && sameRun(this.description.spec, validation.spec)) {
        this.spec = this.draft = spec;
        if (path) this.writeLink(path);
        this.look(spec.observe.layer, false);
        return;
      }
      await this.create(spec, attempt);
      if (attempt !== this.attempt) return;
      if (path) this.writeLink(path);
      if (running) await this.engine.run(this.speed);
    });
    this.changed();
  }

  private async create(spec: Spec, attempt: number): Promise<void> {
    this.fits.stop();
    await this.engine.create(spec);
    if (attempt !== this.attempt) return;
    this.fitted = null;
    this.spec = spec;
    if (!this.problem) this.draft = spec;
    this.ready = true;
    this.failure = null;
  }

  private writeLink(path: string): void {
    // One step back per thing changed, not per notch of a slider.
    this.link.write(hashFromSpec(this.spec, this.preset), path !== this.lastPath);
    this.lastPath = path;
  }

  private onRecords(): void {
    const { records } = this;
    if (records && records.length > 1) this.fits.request(this.spec.observe.layer);
    else this.fitted = null;
    this.changed();
  }

  private onFailure(failure: Failure): void {
    this.failure = failure;
    this.ready = false;
    this.fits.stop();
    this.changed();
  }

  /** Runs something that talks to the engine, and shows its failure. */
  private async attempted(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      const { failure } = error;
      if (failure.kind === 'invalid') {
        this.problem = failure.problem ?? null;
      } else if (failure.kind !== 'closed') {
        this.onFailure(failure);
      }
    }
    this.changed();
  }

  private fitLoop(): FitLoop {
    return new FitLoop(this.engine, (fitted) => {
      if (fitted && fitted.layer !== this.spec.observe.layer) return;
      if (fitted) this.fitted = fitted;
      this.changed();
    });
  }
}

function theoryNumbers({ fit, layer }: Fitted): Record<string, number> {
  const { eta_h, eta_y, ratio, sse, r2_h, r2_y, r2_w, final_h } = fit;
  return { layer, eta_h, eta_y, ratio, sse, r2_h, r2_y, r2_w, final_h };
}
