/** Sliders and numbers of the laboratory, as templates over its run. */
import { html, nothing } from 'lit';
import { formatNumber, formatR2 } from '../../shell/format.ts';
import { twoPointChapterStrings as words } from '../../strings/two-point-chapter.ts';
import { slider } from '../frame/slider.ts';
import type { PairRun, Rates } from './run.ts';

const eta = (index: 'h' | 'y') => html`<var>η</var><sub class=${index}><var>${index}</var></sub>`;
const symbol = (name: 'h' | 'y' | 'w') => html`<var class=${name}>${name}</var>`;

/** Powers of ten between which rates by hand run. */
const [lowest, highest] = [-4, -1];

/** What the panel of rates by hand asks of its laboratory. */
interface HandActions {
  /** The reader moved a slider. */
  choose(rates: Rates): void;
  askMachine(): void;
}

/** Two rates by hand, how well they do, and the machine's for comparison once asked for, until a slider is moved again. */
export function handPanel(run: PairRun, machine: boolean, { choose, askMachine }: HandActions) {
  const { hand, handMisfit, fitted } = run;
  const text = words.hand;
  const rate = (name: 'eta_h' | 'eta_y', label: string, index: 'h' | 'y') =>
    slider({
      name,
      label,
      symbol: { shown: eta(index), said: `η${index}` },
      value: Math.log10(hand[name]),
      min: lowest,
      max: highest,
      step: 0.01,
      text: text.perEpoch(formatNumber(hand[name])),
      live: true,
      // The other rate as it is now: it may have moved since this was drawn.
      change: (exponent) => choose({ ...run.hand, [name]: 10 ** exponent }),
    });
  return html`<section role="group" class="box hand" aria-label=${text.title}>
    <h3>${text.title}</h3>
    <div class="sliders">${rate('eta_h', text.etaH, 'h')} ${rate('eta_y', text.etaY, 'y')}</div>
    ${handMisfit
      ? html`<div class="row">
          <span class="r2">
            ${(['h', 'y', 'w'] as const).map(
              (q) => html`<span>${text.r2} ${symbol(q)} <strong class="number">${formatR2(handMisfit[q])}</strong></span>`,
            )}
          </span>
          <span
            >${text.sum(formatNumber(handMisfit.sse))}${machine && fitted
              ? html`, ${text.machine(formatNumber(fitted.fit.sse))}`
              : nothing}</span
          >
        </div>`
      : html`<p class="hint">${text.waiting}</p>`}
    ${run.finished && !machine
      ? html`<div class="row">
          <button type="button" @click=${askMachine}>${text.fit}</button>
        </div>`
      : nothing}
    ${machine && fitted
      ? html`<p class="row machine">
          ${text.fitted(formatNumber(fitted.fit.eta_h), formatNumber(fitted.fit.eta_y))}
        </p>`
      : nothing}
  </section>`;
}

/** The fitted rates, and the end by the closed form beside the measured one. */
export function fitPanel(run: PairRun) {
  const text = words.fit;
  const { fitted } = run;
  const failed = fitted && run.finished && run.measure('worst_r2') < 0;
  const row = (label: unknown, value: string) =>
    html`<div>
      <dt>${label}</dt>
      <dd class="number">${value}</dd>
    </div>`;
  return html`<section role="group" class="box fit" aria-label=${text.title}>
    <h3>${text.title}</h3>
    ${fitted
      ? html`<dl>
          ${row(html`${text.etaH} ${eta('h')}, ${text.perEpoch}`, formatNumber(fitted.fit.eta_h))}
          ${row(html`${text.etaY} ${eta('y')}, ${text.perEpoch}`, formatNumber(fitted.fit.eta_y))}
          ${row(html`${text.ratio} <var>r</var> = ${eta('h')}/${eta('y')}`, formatNumber(fitted.fit.ratio))}
          ${row(html`${symbol('h')}, ${text.predicted}`, formatNumber(fitted.fit.final_h))}
          ${row(html`${symbol('h')}, ${text.measured}`, formatNumber(run.measure('h')))}
          ${(['h', 'y', 'w'] as const).map((q) =>
            row(html`${words.hand.r2} ${symbol(q)}`, formatR2(fitted.fit[`r2_${q}`])),
          )}
        </dl>
        ${failed ? html`<p class="failed">${text.failed}</p>` : nothing}`
      : html`<p class="hint">${text.waiting}</p>`}
  </section>`;
}

/** Gain, distances of the data, layer: what the chapter's `show` names. */
export function settingSliders(
  run: PairRun,
  shown: { has(part: string): boolean },
  change: (path: string, value: number) => void,
) {
  const { network, task } = run.spec;
  if (task.kind !== 'two_points') return nothing;
  if (!['gain', 'width', 'data', 'layer'].some((part) => shown.has(part))) return nothing;
  const field = (path: string, label: string, value: number, range: [number, number, number], hint = '') =>
    slider({
      name: path,
      label,
      value,
      min: range[0],
      max: range[1],
      step: range[2],
      text: formatNumber(value),
      hint,
      change: (next) => change(path, next),
    });
  return html`<div class="sliders settings">
    ${shown.has('gain')
      ? field('network.gain', words.gain, network.gain, [0.1, 2, 0.05], words.gainHint)
      : nothing}
    ${shown.has('width') ? field('network.width', words.width, network.width, [3, 60, 1]) : nothing}
    ${shown.has('data')
      ? [
          field('task.dx2', words.dx2, task.dx2, [0.25, 2, 0.05]),
          field('task.dy2', words.dy2, task.dy2, [0, 1.5, 0.05]),
        ]
      : nothing}
    ${shown.has('layer') && network.hidden_layers > 1
      ? slider({
          name: 'observe.layer',
          label: words.layer,
          value: run.layer,
          min: 0,
          max: network.hidden_layers - 1,
          step: 1,
          text: words.layerOf(run.layer, network.hidden_layers),
          live: true,
          change: (layer) => run.observe(layer),
        })
      : nothing}
  </div>`;
}
