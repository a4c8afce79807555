/** Where the ratio r comes from: measured on two points, or set by hand. */
import { html, nothing } from 'lit';
import { formatNumber, formatR2 } from '../../shell/format.ts';
import { xorStrings as words } from '../../strings/xor.ts';
import { slider } from './controls.ts';
import type { XorRun } from './run.ts';

/** Below this share of explained variance in any of h, y, w the fit deserves a warning. */
const poorFit = 0.9;

export function ratioPanel(run: XorRun) {
  const { ratio, chosenRatio } = run;
  const byHand = chosenRatio !== null;
  const active = run.activeRatio;
  const fit = ratio.fit;
  const poor = fit && Math.min(fit.r2_h, fit.r2_y, fit.r2_w) < poorFit;
  return html`<div class="ratio">
    <div class="row">
      <span class="ratio-name"><var>r</var> = <span class="number">${formatNumber(active)}</span></span>
      <div class="segments" role="group" aria-label=${words.ratio}>
        <button type="button" aria-pressed=${!byHand} @click=${() => run.chooseRatio(null)}>
          ${words.ratioMeasured}
        </button>
        <button
          type="button"
          aria-pressed=${byHand}
          @click=${() => run.chooseRatio(Number.isFinite(active) ? active : 0.01)}
        >
          ${words.ratioChosen}
        </button>
      </div>
      ${!byHand && (ratio.state === 'idle' || ratio.state === 'failed')
        ? html`<button type="button" class="quiet" @click=${() => run.measureRatio()}>
            ${words.ratioMeasure}
          </button>`
        : nothing}
    </div>
    ${byHand
      ? slider({
          label: words.ratio,
          value: Math.log10(chosenRatio),
          min: -5,
          max: 1,
          step: 0.05,
          text: formatNumber(chosenRatio),
          hint: words.ratioByHand,
          change: (exponent) => run.chooseRatio(10 ** exponent),
          live: true,
        })
      : html`<p class="note">
          ${ratio.state === 'running'
            ? words.waitingForRatio(Math.round(100 * ratio.progress))
            : ratio.state === 'failed'
              ? `${words.ratioFailed} ${ratio.message}`
              : fit
                ? html`${words.ratioExplained(formatNumber(ratio.ratio))}
                    <span class="number"
                      >R² of h ${formatR2(fit.r2_h)}, y ${formatR2(fit.r2_y)}, w
                      ${formatR2(fit.r2_w)}.</span
                    >
                    ${poor ? words.ratioPoor : ''}`
                : words.noRatioYet}
        </p>`}
  </div>`;
}
