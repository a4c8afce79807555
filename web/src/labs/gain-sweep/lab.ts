import { html, nothing } from 'lit';
import '../../chart/chart.ts';
import type { Series } from '../../chart/series.ts';
import { controlStyles } from '../../shell/control-styles.ts';
import { formatFixed, formatNumber } from '../../shell/format.ts';
import type { Spec } from '../../spec/types.ts';
import { twoPointChapterStrings as words } from '../../strings/two-point-chapter.ts';
import { strings } from '../../strings/en.ts';
import { ChapterLab } from '../frame/chapter-lab.ts';
import { stillStyles } from '../frame/still-styles.ts';
import { chapterLabStyles } from '../two-point-chapter/styles.ts';
import { labEvent } from '../frame/lab-element.ts';
import { GainSweep, learntLoss } from './sweep.ts';

const gains = [0.2, 0.35, 0.5, 0.7, 1, 1.4, 2];

/**
 * <reprise-gain-sweep>: trains one network from seven gains and draws where h ended against where it began,
 * beside the closed form. `preset` and `set` give the experiment apart from its gain.
 */
export class GainSweepLab extends ChapterLab {
  sweep!: GainSweep;
  protected readonly family = 'two-points';

  constructor() {
    super('two-points/shallow', words.sweep.label);
  }

  /** The laboratory's state, for tests and for whoever embeds it. */
  get lab(): GainSweep {
    return this.sweep;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.sweep ??= new GainSweep(this.startingSpec(), gains, () => this.changed());
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.sweep.close();
  }

  private changed(): void {
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent(labEvent, { bubbles: true, composed: true }));
  }

  get spec(): Spec {
    return this.sweep.spec;
  }

  async change(spec: Spec): Promise<void> {
    this.sweep.close();
    this.sweep = new GainSweep(spec, gains, () => this.changed());
    this.changed();
  }

  async start(): Promise<void> {
    if (!this.sweep.finished && !this.sweep.running) void this.sweep.start();
  }

  measure(name: string): number {
    return this.sweep.measure(name);
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
      <div class="views">${this.renderChart()}</div>
      ${Number.isFinite(sweep.ratio)
        ? html`<p class="hint">
            ${text.ratio(formatNumber(sweep.ratio), formatNumber(sweep.runs[0]!.gain))}
          </p>`
        : nothing}
      ${done > 0 ? this.renderTable() : nothing}
      <div class="still"><slot></slot></div>
      <p class="words" role="status">${this.inWords()}</p>
    </section>`;
  }

  private inWords(): string {
    const last = this.sweep.runs[this.sweep.runs.length - 1];
    const text = words.sweep;
    return last
      ? text.one(formatNumber(last.gain), formatNumber(last.h0), formatNumber(last.h))
      : text.none;
  }

  private renderChart() {
    const { runs, curve, ratio, spec } = this.sweep;
    const text = words.sweep;
    const { task } = spec;
    const data = task.kind === 'two_points' ? Math.sqrt(ratio * task.dx2 * task.dy2) : NaN;
    const ends = curve.h0.length > 0 ? [curve.h0[0]!, curve.h0[curve.h0.length - 1]!] : [];
    const theory: Series[] =
      ends.length === 0
        ? []
        : [
            {
              id: 'closed_form',
              label: '',
              name: text.theory,
              x: curve.h0,
              y: curve.h,
              colour: 'h',
              kind: 'theory',
            },
            {
              id: 'rich',
              label: text.richLabel,
              name: text.rich,
              x: ends,
              y: [data, data],
              colour: 'ink-muted',
              kind: 'theory',
            },
            {
              id: 'lazy',
              label: text.lazyLabel,
              name: text.lazy,
              x: ends,
              y: ends,
              colour: 'ink-muted',
              kind: 'theory',
            },
          ];
    const measured: Series = {
      id: 'measured',
      label: '',
      name: text.measured,
      x: runs.map(({ h0 }) => h0),
      y: runs.map(({ h }) => h),
      colour: 'h',
      kind: 'points',
    };
    return html`<reprise-chart
      .heading=${text.title}
      .series=${[...theory, measured]}
      .xAxis=${{ title: text.start, scale: 'log' }}
      .yAxis=${{ title: text.end, scale: 'log', suggestedMin: 0.1 }}
      .note=${runs.length > 0 ? text.key : ''}
      .summary=${runs.map((run) => text.one(formatNumber(run.gain), formatNumber(run.h0), formatNumber(run.h))).join(' ')}
    ></reprise-chart>`;
  }

  private renderTable() {
    const text = words.sweep;
    return html`<div class="scroll">
      <table>
        <caption class="visually-hidden">
          ${text.table}
        </caption>
        <thead>
          <tr>
            ${text.columns.map((name) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${this.sweep.runs.map(
            ({ gain, h0, h, loss, predicted }) =>
              html`<tr>
                <th scope="row">${formatNumber(gain)}</th>
                <td>${formatNumber(h0)}</td>
                <td>${formatNumber(h)}</td>
                <td>${formatNumber(predicted)}</td>
                <td>${loss < learntLoss ? formatFixed(h / predicted, 2) : text.notLearnt}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  static override styles = [controlStyles, chapterLabStyles, stillStyles];
}

customElements.define('reprise-gain-sweep', GainSweepLab);

declare global {
  interface HTMLElementTagNameMap {
    'reprise-gain-sweep': GainSweepLab;
  }
}
