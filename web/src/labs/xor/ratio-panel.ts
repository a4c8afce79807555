/** Where the ratio r comes from: measured on two points, in one of two ways, or set by hand. */
import { html, nothing } from 'lit';
import { formatNumber, formatR2 } from '../../shell/format.ts';
import { xorStrings as words } from '../../strings/xor.ts';
import { slider } from '../frame/slider.ts';
import type { RatioRuns } from './ratio.ts';
import type { XorRun } from './run.ts';
import { poorFit, wideSpread } from './thresholds.ts';

export function ratioPanel(run: XorRun) {
  const { ratio, chosenRatio } = run;
  const byHand = chosenRatio !== null;
  const active = run.activeRatio;
  return html`<div class="ratio">
    <div class="row">
      <span class="ratio-name"
        ><var>r</var> = <span class="number">${formatNumber(active)}</span></span
      >
      <div class="segments" role="group" aria-label=${words.ratio}>
        ${(['end', 'path'] as const).map(
          (source) =>
            html`<button
              type="button"
              aria-pressed=${!byHand && ratio.source === source}
              @click=${() => run.useRatioOf(source)}
            >
              ${words.ratioSources[source]}
            </button>`,
        )}
        <button
          type="button"
          aria-pressed=${byHand}
          @click=${() => run.chooseRatio(Number.isFinite(active) ? active : 0.01)}
        >
          ${words.ratioChosen}
        </button>
      </div>
      ${
        !byHand && (ratio.state === 'idle' || ratio.state === 'failed')
          ? html`<button type="button" class="quiet" @click=${() => run.measureRatio()}>
              ${words.ratioMeasure}
            </button>`
          : nothing
      }
    </div>
    ${
      byHand
        ? slider({
            label: words.ratio,
            value: Math.log10(chosenRatio),
            min: -5,
            max: 2,
            step: 0.05,
            text: formatNumber(chosenRatio),
            hint: words.ratioByHand,
            change: (exponent) => run.chooseRatio(10 ** exponent),
            live: true,
          })
        : html`<p class="note">${explanation(ratio)}</p>`
    }
  </div>`;
}

function explanation(ratio: RatioRuns) {
  if (ratio.state === 'failed') return `${words.ratioFailed} ${ratio.message}`;
  const waiting =
    ratio.state === 'running' ? words.waitingForRatio(Math.round(100 * ratio.progress)) : '';
  if (ratio.samples.length === 0) return waiting || words.noRatioYet;
  const values = ratio.samples.map((sample) => sample.ratio);
  const usable = values.filter((value) => value > 0);
  const spread = Math.max(...usable) / Math.min(...usable);
  const worst = Math.min(
    ...ratio.samples.map(({ fit }) => (fit ? Math.min(fit.r2_h, fit.r2_y, fit.r2_w) : 1)),
  );
  return html`${words.ratioExplained[ratio.source](values.length)}
    <span class="number">${values.map((value) => formatNumber(value, 2)).join('; ')}.</span>
    ${spread > wideSpread ? words.ratioSpread : ''}
    ${worst < poorFit ? words.ratioPoor(formatR2(worst)) : ''} ${waiting}`;
}
