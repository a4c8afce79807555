import { LitElement, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import '../../chart/chart.ts';
import type { Axis, Series } from '../../chart/series.ts';
import type { Fit, TheoryCurve } from '../../engine/protocol.ts';
import { controlStyles } from '../../shell/control-styles.ts';
import { formatNumber, formatR2 } from '../../shell/format.ts';
import { digitsStrings as strings } from '../../strings/digits.ts';
import { misfitWords, type MisfitContext } from './misfit-words.ts';
import { LitSymbol } from '../frame/lit-symbol.ts';
import type { Findings, Trajectory } from './misfit.ts';
import { tableStyles } from '../../shell/table-styles.ts';
import { meaningsStyles, meaningsView } from '../frame/meanings.ts';
import { comparisonStyles } from './comparison-styles.ts';

/**
 * <reprise-pair-comparison>: the followed pair's h, y and w beside the theory's, the fit, and a
 * verdict.
 */
export class PairComparison extends LitElement {
  @property({ attribute: false }) measured: Trajectory | null = null;
  @property({ attribute: false }) theory: TheoryCurve | null = null;
  @property({ attribute: false }) fit: Fit | null = null;
  @property({ attribute: false }) findings: Findings | null = null;
  @property({ attribute: false }) fitFailure = '';
  /** What the verdict depends on besides the findings; the sum of squares is the fit's. */
  @property({ attribute: false }) context: Omit<MisfitContext, 'sse'> | null = null;
  @property({ attribute: false }) epochs = 1;
  private readonly symbol = new LitSymbol(this);

  override render() {
    const xAxis: Axis = { title: strings.time, min: 0, max: this.epochs };
    return html`<div class="charts">
        <reprise-chart
          .heading=${strings.hChart}
          .xAxis=${xAxis}
          .yAxis=${{ title: strings.hUnit, min: 0 } satisfies Axis}
          .series=${this.symbol.light(this.series('h'))}
          group="digits"
        ></reprise-chart>
        <reprise-chart
          .heading=${strings.ywChart}
          .xAxis=${xAxis}
          .yAxis=${{ title: strings.ywUnit } satisfies Axis}
          .series=${this.symbol.light([...this.series('y'), ...this.series('w')])}
          group="digits"
        ></reprise-chart>
      </div>
      ${meaningsView(strings.meanings)}
      ${this.renderFit()}`;
  }

  private series(symbol: 'h' | 'y' | 'w'): Series[] {
    const { measured, theory } = this;
    const series: Series[] = [
      {
        id: symbol,
        label: symbol,
        name: strings.measured(symbol),
        x: measured?.t ?? [],
        y: measured?.[symbol] ?? [],
        colour: symbol,
        kind: 'measured',
      },
    ];
    if (theory) {
      series.push({
        id: `${symbol}_theory`,
        label: '',
        name: strings.theory(symbol),
        x: theory.t,
        y: theory[symbol],
        colour: symbol,
        kind: 'theory',
      });
    }
    return series;
  }

  private renderFit() {
    const { fit, findings, context } = this;
    if (this.fitFailure) return html`<p class="note">${strings.fitFailed} ${this.fitFailure}</p>`;
    if (!fit || !findings || !context) return html`<p class="note">${strings.fitLater}</p>`;
    const words = misfitWords(findings, { ...context, sse: fit.sse });
    return html`<div class="verdict">
      <div>
        <p class="headline">${words.headline}</p>
        ${
          words.reasons.length > 0
            ? html`<ul>
                ${words.reasons.map((reason) => html`<li>${reason}</li>`)}
              </ul>`
            : nothing
        }
        <p class="always">${words.always}</p>
      </div>
      ${this.renderTable(fit, findings)}
    </div>`;
  }

  private renderTable(fit: Fit, findings: Findings) {
    const row = (name: unknown, value: string) =>
      html`<tr>
        <th scope="row">${name}</th>
        <td>${value}</td>
      </tr>`;
    return html`<table>
      <caption>
        ${strings.fitTable}
      </caption>
      <tbody>
        ${(['h', 'y', 'w'] as const).map((symbol) =>
          row(html`${strings.r2} <var class=${symbol}>${symbol}</var>`, formatR2(fit[`r2_${symbol}`])),
        )}
        ${row(html`<var class="h">h</var> ${strings.finalPredicted}`, formatNumber(fit.final_h))}
        ${row(html`<var class="h">h</var> ${strings.finalMeasured}`, formatNumber(findings.lastH))}
        ${row(html`<var>η</var><sub><var class="h">h</var></sub> ${strings.perEpoch}`, formatNumber(fit.eta_h))}
        ${row(html`<var>η</var><sub><var class="y">y</var></sub> ${strings.perEpoch}`, formatNumber(fit.eta_y))}
        ${row(strings.sse, formatNumber(fit.sse))}
      </tbody>
    </table>`;
  }

  static override styles = [controlStyles, tableStyles, meaningsStyles, comparisonStyles];
}

customElements.define('reprise-pair-comparison', PairComparison);
