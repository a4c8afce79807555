import { html, nothing } from 'lit';
import { tableStyles } from '../../shell/table-styles.ts';
import { formatNumber } from '../../shell/format.ts';
import type { Spec } from '../../spec/types.ts';
import { twoPointChapterStrings as words } from '../../strings/two-point-chapter.ts';
import { strings } from '../../strings/en.ts';
import { panelStyles } from '../frame/chapter-lab-styles.ts';
import { DeclaredLab } from '../frame/declared-lab.ts';
import { labEvent } from '../frame/lab-element.ts';
import { declaration } from './declaration.mjs';
import { measures } from './measured.ts';
import { GainSweep, gains } from './sweep.ts';
import { chartView, inWords, tableView } from './views.ts';

/**
 * <reprise-gain-sweep>: trains one network from seven gains and draws where h ended against where it began,
 * beside the closed form. `preset` and `set` give the experiment apart from its gain.
 */
export class GainSweepLab extends DeclaredLab<typeof declaration, GainSweep> {
  sweep!: GainSweep;
  protected readonly measures = measures;
  protected readonly curves = {};

  constructor() {
    super(declaration, 'two-points/shallow', words.sweep.label);
  }

  protected get trained(): GainSweep {
    return this.sweep;
  }

  /** For tests and for whoever embeds it. */
  get lab(): GainSweep {
    return this.sweep;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.sweep ??= this.sweepOf(this.startingSpec());
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.sweep.close();
  }

  private readonly sweepOf = (spec: Spec) => new GainSweep(spec, () => this.changed());

  private changed(): void {
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent(labEvent, { bubbles: true, composed: true }));
  }

  get spec(): Spec {
    return this.sweep.spec;
  }

  async change(spec: Spec): Promise<void> {
    this.sweep.close();
    this.sweep = this.sweepOf(spec);
    this.changed();
  }

  async start(): Promise<void> {
    if (!this.sweep.finished && !this.sweep.running) void this.sweep.start();
  }

  get finished(): boolean {
    return this.sweep.finished;
  }

  private newSeed() {
    const { spec } = this;
    void this.change({ ...spec, seed: spec.seed + 1 });
    void this.sweep.start();
  }

  protected renderLab() {
    const { sweep } = this;
    const text = words.sweep;
    const done = sweep.runs.length;
    return html`<section class="lab panel ${done > 0 ? 'trained' : ''}" aria-label=${this.label}>
      <div class="row">
        ${sweep.running
          ? html`<button type="button" @click=${() => sweep.stop()}>${text.stop}</button>`
          : html`<button type="button" class="primary" @click=${() => void sweep.start()}>
              ${sweep.finished ? text.again : text.run}
            </button>`}
        <button type="button" ?disabled=${sweep.running} @click=${() => this.newSeed()}>
          ${strings.run.newSeed}
        </button>
        <span class="number seed">${strings.seed(sweep.spec.seed)}</span>
        <progress max=${gains.length} value=${done} aria-label=${text.progress(done, gains.length)}></progress>
        <span class="seed">${text.progress(done, gains.length)}</span>
      </div>
      ${sweep.problem ? html`<p class="notice" role="alert">${sweep.problem}</p>` : nothing}
      <div class="views">${chartView(sweep)}</div>
      ${Number.isFinite(sweep.ratio)
        ? html`<p class="hint">
            ${text.ratio(formatNumber(sweep.ratio), formatNumber(sweep.runs[0]!.gain))}
          </p>`
        : nothing}
      ${done > 0 ? tableView(sweep.runs) : nothing}
      <div class="still"><slot></slot></div>
      <p class="words" role="status">${done > 0 ? inWords(sweep.runs[done - 1]!) : text.none}</p>
    </section>`;
  }

  static override styles = [tableStyles, ...panelStyles];
}

customElements.define('reprise-gain-sweep', GainSweepLab);
