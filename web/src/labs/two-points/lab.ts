import { html } from 'lit';
import type { Outcome } from '../../engine/experiment.ts';
import type { Fit } from '../../engine/protocol.ts';
import type { Preset, Spec } from '../../spec/types.ts';
import { twoPointChapterStrings as words } from '../../strings/two-point-chapter.ts';
import { panelStyles } from '../frame/chapter-lab-styles.ts';
import { Lab, type LabOptions } from '../frame/lab.ts';
import type { Charted } from '../frame/loss-view.ts';
import { panelView } from '../frame/panel-view.ts';
import { applySetting, sameRun, withBalance } from './changes.ts';
import { declaration } from './declaration.mjs';
import { describeParts } from './describe-parts.ts';
import type { Guess } from './guess.ts';
import { curves, measures } from './measured.ts';
import { pairPictureStyles } from './pair-picture.ts';
import { fitPanel, handPanel, settingSliders } from './panels.ts';
import { PairRun, type Rates } from './run.ts';
import { chapterLossFloor } from './thresholds.ts';
import { views, type Shown } from './views.ts';

/** Epochs per second: a run of 3,000 epochs can then be followed. */
const steadySpeed = 800;
const speeds = [null, steadySpeed, 200];

/** <reprise-two-point-lab>: a network learns two points, and the theory is held against it. Attributes: ../frame/lab.ts. */
export class TwoPointLab extends Lab<typeof declaration, PairRun> {
  /** Whether the reader has asked for the machine's fit beside the one by hand. */
  machine = false;
  guess: Guess | null = null;
  protected readonly measures = measures;
  protected readonly curves = curves;

  constructor(options: Partial<LabOptions<typeof declaration>> = {}) {
    super({ declaration, preset: 'two-points/shallow', label: words.label, speeds, speed: steadySpeed, ...options });
  }

  protected makeRun(spec: Spec): PairRun {
    const shown = this.parts;
    const wants = { fit: shown.has('fit') || shown.has('hand'), hand: shown.has('hand') };
    return new PairRun(spec, () => this.changed(), wants);
  }

  inWords(): string {
    return describeParts(this.run, this.parts, this.machine);
  }

  protected override get fit(): Fit | null {
    return this.run.fitted?.fit ?? null;
  }

  protected override theory(): Record<string, number> {
    const { fitted } = this.run;
    if (!fitted) return {};
    const { eta_h, eta_y, ratio, sse, r2_h, r2_y, r2_w, final_h } = fitted.fit;
    return { layer: fitted.layer, eta_h, eta_y, ratio, sse, r2_h, r2_y, r2_w, final_h };
  }

  showNumber(measure: string, value: number | null): void {
    // Other numbers have no place among the curves.
    if (!['h', 'y', 'w', 'half_time'].includes(measure)) return;
    this.guess = value === null ? null : { measure, value };
    this.requestUpdate();
  }

  protected override applySetting(spec: Spec, path: string, value: unknown): Spec {
    return applySetting(spec, path, value);
  }

  override async change(spec: Spec, path?: string | null, base?: Preset): Promise<void> {
    this.machine = false;
    await super.change(spec, path, base);
  }

  /** The records hold every hidden layer: to look at another one trains nothing anew. */
  protected override async adopt(spec: Spec): Promise<Outcome> {
    const { run } = this;
    const { layer } = spec.observe;
    const layers = run.description?.hidden_layers ?? 0;
    // Not where other settings are on their way: those are then the ones to be looked at.
    const accepted = run.status && (run.problem || run.draft === run.spec);
    const known = Number.isInteger(layer) && layer >= 0 && layer < layers;
    if (!accepted || !known || !sameRun(run.spec, spec)) return super.adopt(spec);
    run.observe(layer);
    return 'made';
  }

  /** The curves drawn are then those of the reader's rates again. */
  private chooseRates(rates: Partial<Rates>): void {
    this.machine = false;
    this.run.chooseRates({ ...this.run.hand, ...rates });
    if (this.finished) this.announce();
  }

  private askMachine(): void {
    this.machine = true;
    this.announce();
  }

  protected get charted(): Charted {
    return { time: this.run.column('t'), epochs: this.epochs, drawings: this.drawings, group: this.id };
  }

  protected renderLab(): unknown {
    const { run, parts, machine } = this;
    const { fit } = this;
    const byHand = parts.has('hand') && !machine;
    const shown: Shown = {
      run,
      charted: this.charted,
      words,
      note: '',
      symbol: this.symbol,
      guess: this.guess,
      fitted: parts.has('fit') || machine ? run.fitted : null,
      hand: byHand ? run.handCurve : null,
      lossFloor: chapterLossFloor,
    };
    return panelView(this, {
      beside: this.ifShown('network', () => this.madeOf()),
      controls: settingSliders(run.spec, parts, {
        change: (path, value) => void this.changeField(path, value),
        balance: (gain) => void this.change(withBalance(run.spec, gain), 'network.gain'),
      }),
      views: this.viewsShown(views, { ...shown, note: this.note(shown) }),
      above: html`${this.ifShown('hand', () =>
          handPanel(run.hand, run.handMisfit, run.over, machine, fit, {
            choose: (rates) => this.chooseRates(rates),
            askMachine: () => this.askMachine(),
          }),
        )}
        ${this.ifShown('fit', () => fitPanel(fit, this.measure('h'), run.over && this.measure('worst_r2') < 0))}`,
    });
  }

  /** What the network is made of, where the chapter lets it be changed. */
  private madeOf() {
    const { kind, activation } = this.run.spec.network;
    const parts = [words.kinds[kind], words.activations[activation]].filter(Boolean);
    return html`<span class="network"><strong>${parts.join(', ')}</strong> ·</span>`;
  }

  /** What the dashes are. */
  private note({ run, charted, fitted, hand }: Shown): string {
    const { key } = words;
    if (run.epoch === 0) return words.press;
    if (hand) return key.hand;
    if (fitted) return this.parts.has('hand') ? key.machine : key.theory;
    return charted.drawings.some(({ curve }) => curve !== 'loss') ? words.drawingNote : key.plain;
  }

  static override styles = [panelStyles, pairPictureStyles];
}

customElements.define('reprise-two-point-lab', TwoPointLab);
