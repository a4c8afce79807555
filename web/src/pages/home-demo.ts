import { css, html } from 'lit';
import { state } from 'lit/decorators.js';
import '../chart/chart.ts';
import type { Series } from '../chart/series.ts';
import { Engine } from '../engine/client.ts';
import { fewestRecords, fitCurve, fitEveryMilliseconds, type FittedCurve } from '../engine/fit.ts';
import { Paced } from '../engine/paced.ts';
import { columnNames } from '../engine/records.ts';
import { controlStyles } from '../shell/control-styles.ts';
import { formatR2 } from '../shell/format.ts';
import { watchSight } from '../shell/sight.ts';
import { TurnElement } from '../shell/turn.ts';
import { findPreset } from '../spec/presets.ts';
import type { Spec } from '../spec/types.ts';
import { homeStrings as words } from '../strings/home.ts';

/** Slow enough to be watched: the whole run takes some eight seconds. */
const epochsPerSecond = 150;
const layer = 12;
/** The first seed shows the usual case; pressing the button draws others. */
const firstSeed = 2;

function demoSpec(seed: number): Spec {
  const { spec } = findPreset('two-points/default')!;
  return {
    ...spec,
    network: { ...spec.network, width: 100, gain: 1.1 },
    training: { ...spec.training, epochs: 1200 },
    observe: { ...spec.observe, layer, every: 10 },
    seed,
  };
}

/**
 * <reprise-home-demo>: a small network that starts to train once it is seen. For those who ask for reduced
 * motion it trains unseen and shows the finished picture.
 */
export class HomeDemo extends TurnElement {
  @state() protected series: readonly Series[] = [];
  @state() protected fitted: FittedCurve | null = null;
  @state() protected failed = false;
  @state() protected phase: 'waiting' | 'running' | 'paused' | 'finished' = 'waiting';

  private readonly engine = new Engine();
  private readonly fits = new Paced(fitEveryMilliseconds, (signal) => this.fit(signal));
  private readonly still = matchMedia('(prefers-reduced-motion: reduce)');
  private endWatch = () => {};
  private pausedUnseen = false;

  constructor() {
    super();
    this.engine.on('records', () => {
      if (this.still.matches && this.phase !== 'finished') return;
      this.fits.request();
      this.show();
    });
    this.engine.on('status', ({ state }) => {
      if (state !== 'finished' || this.phase === 'finished') return;
      this.phase = 'finished';
      this.fits.request(true);
      this.show();
    });
    this.engine.on('failure', () => (this.failed = true));
  }

  override connectedCallback() {
    super.connectedCallback();
    this.endWatch = watchSight(this, (seen) => {
      if (seen && this.phase === 'waiting') void this.start(firstSeed);
      // What nobody sees does not use the battery.
      if (!seen && this.phase === 'running') {
        this.pausedUnseen = true;
        void this.pause();
      } else if (seen && this.phase === 'paused' && this.pausedUnseen) {
        void this.resume();
      }
    });
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.endWatch();
    this.fits.stop();
    this.engine.close();
    this.phase = 'waiting';
  }

  private async start(seed: number) {
    this.phase = 'running';
    this.fits.stop();
    this.fitted = null;
    try {
      await this.engine.create(demoSpec(seed));
      await this.engine.run(this.still.matches ? null : epochsPerSecond);
    } catch {
      this.failed = true;
    }
  }

  private async pause() {
    this.phase = 'paused';
    await this.engine.pause().catch(() => {});
  }

  private async resume() {
    this.pausedUnseen = false;
    this.phase = 'running';
    await this.engine.run(this.still.matches ? null : epochsPerSecond).catch(() => (this.failed = true));
  }

  private async fit(signal: AbortSignal) {
    const { records, description } = this.engine;
    if (!records || !description || records.length < fewestRecords) return;
    try {
      this.fitted = await fitCurve(this.engine, { trajectory: { layer } }, description.total_epochs, signal);
    } catch {
      // Too little has moved yet, or nobody waits for it any more; a broken engine is heard of by itself.
      return;
    }
    // While it trains, the next record shows the fit as well.
    if (this.phase !== 'running') this.show();
  }

  private press() {
    if (this.phase === 'running') void this.pause();
    else if (this.phase === 'paused') void this.resume();
    else void this.start(3 + Math.floor(Math.random() * 1000));
  }

  private show() {
    const { records } = this.engine;
    if (!records) return;
    const columns = { h: columnNames.h(0, 1, layer), y: columnNames.y(0, 1) };
    const theory = this.fitted?.theory;
    this.series = (['h', 'y'] as const).flatMap((q) => {
      const measured: Series = {
        id: `${q}_measured`,
        label: words[q].label,
        name: words[q].name,
        x: records.column('t'),
        y: records.column(columns[q]),
        colour: q,
        kind: 'measured',
      };
      if (!theory) return [measured];
      const predicted: Series = {
        ...measured,
        id: `${q}_theory`,
        label: '',
        name: words[q].theory,
        x: theory.t,
        y: theory[q],
        kind: 'theory',
      };
      return [measured, predicted];
    });
  }

  private renderChart() {
    return html`<reprise-chart
      .heading=${words.heading}
      .series=${this.series}
      .xAxis=${{ title: words.time, min: 0, max: 1200 }}
      .yAxis=${{ title: words.unit, suggestedMin: 0, suggestedMax: 0.55 }}
      .note=${words.note}
    ></reprise-chart>`;
  }

  override render() {
    const { phase } = this;
    return html`<div class="panel">
      ${this.failed ? html`<slot></slot>` : this.renderChart()}
      <div class="foot">
        <p class="hint" role="status">
          ${this.failed
            ? words.failed
            : phase === 'finished' && this.fitted
              ? words.done(formatR2(this.fitted.fit.r2_h))
              : ''}
        </p>
        <button
          type="button"
          ?disabled=${phase === 'waiting' || this.failed}
          @click=${this.press}
        >
          ${phase === 'running' ? words.pause : phase === 'paused' ? words.resume : words.again}
        </button>
      </div>
    </div>`;
  }

  static override styles = [
    controlStyles,
    css`
      .panel {
        padding: var(--space-4);
        box-shadow: var(--shadow);
        --chart-height: 18rem;
      }
      .foot {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-3);
        margin-top: var(--space-3);
      }
      .hint {
        margin: 0;
        font-size: var(--text-s);
      }
    `,
  ];
}

customElements.define('reprise-home-demo', HomeDemo);
