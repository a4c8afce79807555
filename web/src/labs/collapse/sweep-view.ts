/** The sweep over gains, as a template over the laboratory. */
import { html, nothing } from 'lit';
import '../../chart/chart.ts';
import { formatDuration, formatNumber } from '../../shell/format.ts';
import { collapseStrings as words } from '../../strings/collapse.ts';
import { indexAxis, sweepSeries } from './charts.ts';
import type { CollapseLab } from './lab.ts';
import { smallSpec } from './regimes.ts';
import { learntLoss, threshold } from './sweep.ts';

export const sweepGains = [0.5, 0.7, 0.8, 0.9, 1, 1.2, 1.5, 2] as const;

/** One worker for each core but one, so that the page stays at hand. */
export const sweepWorkers = () =>
  Math.max(2, Math.min(4, (navigator.hardwareConcurrency || 2) - 1));

export function sweepSpecs(firstSeed: number, seeds: number) {
  return sweepGains.flatMap((gain) =>
    Array.from({ length: seeds }, (_, k) => smallSpec(gain, firstSeed + k)),
  );
}

export function sweepView(lab: CollapseLab) {
  const { sweep, run } = lab;
  const running = sweep.state === 'running';
  const runs = sweepGains.length * lab.sweepSeeds;
  return html`<div class="sweep">
    <div class="row">
      <button
        type="button"
        class=${running ? '' : 'primary'}
        @click=${() => (running ? lab.stopSweep() : void lab.startSweep())}
      >
        ${running ? words.sweep.stop : sweep.points.length > 0 ? words.sweep.again : words.sweep.start}
      </button>
      <label class="inline">
        ${words.sweep.seeds}
        <select
          ?disabled=${running}
          @change=${(event: Event) =>
            (lab.sweepSeeds = Number((event.target as HTMLSelectElement).value))}
        >
          ${[1, 3, 5].map(
            (count) =>
              html`<option value=${count} ?selected=${count === lab.sweepSeeds}>${count}</option>`,
          )}
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
      .series=${sweepSeries(
        sweep.points,
        run.spec.network.hidden_layers,
        run.layer,
        sweepGains,
        lab.guessedGain,
      )}
      .note=${words.sweep.note}
      .xAxis=${{ title: words.sweep.xAxis, min: 0, max: 2 }}
      .yAxis=${indexAxis}
    ></reprise-chart>
    <p class="words" role="status">${verdict(lab)}</p>
  </div>`;
}

function verdict({ sweep, run }: CollapseLab): string {
  if (sweep.state === 'running' || sweep.points.length === 0) return '';
  const gain = threshold(sweep.points, run.layer);
  const stalled = sweep.points.filter(({ loss }) => !(loss < learntLoss)).length;
  const found = Number.isFinite(gain)
    ? words.sweep.done(formatNumber(gain, 3), run.layer)
    : words.sweep.undecided(run.layer);
  return stalled > 0 ? `${found} ${words.sweep.notLearnt(stalled)}` : found;
}
