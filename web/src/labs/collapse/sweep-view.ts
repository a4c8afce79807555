/** The sweep over gains, as a function of the values it shows. */
import { html, nothing } from 'lit';
import '../../chart/chart.ts';
import { formatDuration, formatNumber } from '../../shell/format.ts';
import { collapseStrings as words } from '../../strings/collapse.ts';
import { indexAxis, sweepSeries } from './charts.ts';
import { sweepGains, sweepWorkers, threshold, type Sweep, type SweepPoint } from './sweep.ts';
import { learntLoss } from './thresholds.ts';

export interface SweepShown {
  sweep: Pick<Sweep, 'state' | 'points' | 'problem' | 'progress' | 'remaining'>;
  seeds: number;
  layers: number;
  layer: number;
  /** The gain at which the reader expects collapse to stop. */
  guess: number | null;
}

export interface SweepChanges {
  seeds: (count: number) => void;
  start: () => void;
  stop: () => void;
}

export function sweepView({ sweep, seeds, layers, layer, guess }: SweepShown, change: SweepChanges) {
  const running = sweep.state === 'running';
  const runs = sweepGains.length * seeds;
  return html`<div class="sweep">
    <div class="row">
      <button type="button" class=${running ? '' : 'primary'} @click=${running ? change.stop : change.start}>
        ${running ? words.sweep.stop : sweep.points.length > 0 ? words.sweep.again : words.sweep.start}
      </button>
      <label class="inline">
        ${words.sweep.seeds}
        <select
          ?disabled=${running}
          @change=${(event: Event) => change.seeds(Number((event.target as HTMLSelectElement).value))}
        >
          ${[1, 3, 5].map((count) => html`<option value=${count} .selected=${count === seeds}>${count}</option>`)}
        </select>
      </label>
      <span class="hint">${words.sweep.about(runs, Math.min(runs, sweepWorkers()))}</span>
    </div>
    ${
      running
        ? html`<div class="row sweeping">
            <progress max="1" .value=${sweep.progress} aria-label=${words.sweep.progress}></progress>
            <span class="number">${Math.round(100 * sweep.progress)} %</span>
            <span class="number"
              >${sweep.remaining === null ? '' : words.sweep.left(formatDuration(sweep.remaining))}</span
            >
          </div>`
        : nothing
    }
    ${sweep.problem ? html`<p class="notice" role="alert">${sweep.problem}</p>` : nothing}
    <reprise-chart
      .heading=${words.sweep.heading}
      .series=${sweepSeries(sweep.points, layers, layer, guess)}
      .note=${words.sweep.note}
      .xAxis=${{ title: words.sweep.xAxis, min: 0, max: 2 }}
      .yAxis=${indexAxis}
    ></reprise-chart>
    <p class="words" role="status">${running ? '' : verdict(sweep.points, layer)}</p>
  </div>`;
}

function verdict(points: readonly SweepPoint[], layer: number): string {
  if (points.length === 0) return '';
  const gain = threshold(points, layer);
  const stalled = points.filter(({ loss }) => !(loss < learntLoss)).length;
  const found = Number.isFinite(gain)
    ? words.sweep.done(formatNumber(gain, 3), layer)
    : words.sweep.undecided(layer);
  return stalled > 0 ? `${found} ${words.sweep.notLearnt(stalled)}` : found;
}
