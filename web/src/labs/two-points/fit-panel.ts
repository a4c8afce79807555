import { html, nothing } from 'lit';
import { formatNumber, formatR2 } from '../../shell/format.ts';
import { twoPointsStrings as words } from '../../strings/two-points.ts';
import { quantities } from '../frame/pair-series.ts';
import type { Fitted } from './run.ts';
import { eta, symbol } from './symbols.ts';
import { fitQuality, isEarly, regime, richLimit } from './verdict.ts';

const row = (label: unknown, value: string, unit = '') =>
  html`<div>
    <dt>${label}</dt>
    <dd class="number">${value}${unit ? html` <span class="unit">${unit}</span>` : nothing}</dd>
  </div>`;

/** Fitted rates, misfit and the predicted end beside the measured one. */
export function fitPanel(
  fitted: Fitted | null,
  now: { h: number; y: number; finished: boolean },
) {
  const text = words.fit;
  if (!fitted) return html`<h2>${text.title}</h2><p class="hint">${text.waiting}</p>`;
  const { fit } = fitted;
  const early = !now.finished && isEarly(fit, now.y);
  const quality = early ? 'early' : fitQuality(fit);
  const h = symbol('h');
  return html`<h2>${text.title}</h2>
    <p class="verdict ${quality}">
      ${early ? text.early : `${text.verdict[fitQuality(fit)]} ${words.regime[regime(fit)]}`}
    </p>
    <div class="numbers">
      <dl>
        ${row(html`${h} ${text.finalPredicted}`, formatNumber(fit.final_h))}
        ${row(html`${h} ${now.finished ? text.measuredEnd : text.measuredNow}`, formatNumber(now.h))}
        ${row(html`${h} ${text.start}`, formatNumber(fit.h0))}
        ${row(html`${h} ${text.rich}`, formatNumber(richLimit(fit)))}
      </dl>
      <dl>
        ${row(html`${text.etaH} ${eta('h')}`, formatNumber(fit.eta_h), text.perEpoch)}
        ${row(html`${text.etaY} ${eta('y')}`, formatNumber(fit.eta_y), text.perEpoch)}
        ${row(html`${text.ratio} ${eta('h')}/${eta('y')}`, formatNumber(fit.ratio))}
        ${fit.eta_m === undefined
          ? nothing
          : row(html`${text.etaM} ${eta('m')}`, formatNumber(fit.eta_m), text.perEpoch)}
      </dl>
      <dl>
        ${quantities.map((q) =>
          row(html`${text.r2} ${symbol(q)}`, formatR2(fit[`r2_${q}`])),
        )}
        ${row(text.misfit, formatNumber(fit.sse))}
      </dl>
    </div>`;
}
