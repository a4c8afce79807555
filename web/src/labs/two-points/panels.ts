/** Sliders and numbers of the lab as chapters show them, as functions of values. */
import { html, nothing } from 'lit';
import type { Fit } from '../../engine/protocol.ts';
import { formatNumber, formatR2 } from '../../shell/format.ts';
import type { Spec } from '../../spec/types.ts';
import { twoPointChapterStrings as words } from '../../strings/two-point-chapter.ts';
import { quantities } from '../frame/pair-series.ts';
import { layerSlider } from '../frame/layer-slider.ts';
import { slider } from '../frame/slider.ts';
import { decoderGain } from './changes.ts';
import type { Misfit } from './misfit.ts';
import type { Rates } from './run.ts';
import { eta, symbol } from './symbols.ts';

/** Powers of ten between which rates by hand run. */
const [lowest, highest] = [-4, -1];

/** What the panel of rates by hand asks of its lab. */
interface HandActions {
  /** The reader moved a slider. */
  choose(rates: Partial<Rates>): void;
  askMachine(): void;
}

/** Two rates by hand, how well they do, and the machine's for comparison once asked for, until a slider is moved again. */
export function handPanel(
  hand: Rates,
  misfit: Misfit | null,
  over: boolean,
  machine: boolean,
  fit: Fit | null,
  { choose, askMachine }: HandActions,
) {
  const text = words.hand;
  const rate = (name: 'eta_h' | 'eta_y', label: string, index: 'h' | 'y') =>
    slider({
      name,
      label,
      symbol: { shown: eta(index), spoken: `η${index}` },
      value: Math.log10(hand[name]),
      min: lowest,
      max: highest,
      step: 0.01,
      text: text.perEpoch(formatNumber(hand[name])),
      live: true,
      change: (exponent) => choose({ [name]: 10 ** exponent }),
    });
  return html`<section role="group" class="box hand" aria-label=${text.title}>
    <h3>${text.title}</h3>
    <div class="sliders">${rate('eta_h', text.etaH, 'h')} ${rate('eta_y', text.etaY, 'y')}</div>
    ${misfit
      ? html`<div class="row">
          <span class="r2">
            ${quantities.map(
              (q) => html`<span>${text.r2} ${symbol(q)} <strong class="number">${formatR2(misfit[q])}</strong></span>`,
            )}
          </span>
          <span
            >${text.sum(formatNumber(misfit.sse))}${machine && fit
              ? html`, ${text.machine(formatNumber(fit.sse))}`
              : nothing}</span
          >
        </div>`
      : html`<p class="hint">${text.waiting}</p>`}
    ${over && !machine
      ? html`<div class="row">
          <button type="button" @click=${askMachine}>${text.fit}</button>
        </div>`
      : nothing}
    ${machine && fit
      ? html`<p class="row machine">
          ${text.fitted(formatNumber(fit.eta_h), formatNumber(fit.eta_y))}
        </p>`
      : nothing}
  </section>`;
}

/** The fitted rates, and the end by the closed form beside the measured one. */
export function fitPanel(fit: Fit | null, measured: number, failed: boolean) {
  const text = words.fit;
  const row = (label: unknown, value: string) =>
    html`<div>
      <dt>${label}</dt>
      <dd class="number">${value}</dd>
    </div>`;
  return html`<section role="group" class="box fit" aria-label=${text.title}>
    <h3>${text.title}</h3>
    ${fit
      ? html`<dl>
          ${row(html`${text.etaH} ${eta('h')}, ${text.perEpoch}`, formatNumber(fit.eta_h))}
          ${row(html`${text.etaY} ${eta('y')}, ${text.perEpoch}`, formatNumber(fit.eta_y))}
          ${row(html`${text.ratio} <var>r</var> = ${eta('h')}/${eta('y')}`, formatNumber(fit.ratio))}
          ${row(html`${symbol('h')}, ${text.predicted}`, formatNumber(fit.final_h))}
          ${row(html`${symbol('h')}, ${text.measured}`, formatNumber(measured))}
          ${quantities.map((q) =>
            row(html`${words.hand.r2} ${symbol(q)}`, formatR2(fit[`r2_${q}`])),
          )}
        </dl>
        ${failed ? html`<p class="failed">${text.failed}</p>` : nothing}`
      : html`<p class="hint">${text.waiting}</p>`}
  </section>`;
}

/** Gain, encoder against decoder, distances of the data, layer: what the chapter's `show` names. */
export function settingSliders(
  spec: Spec,
  shown: { has(part: string): boolean },
  { change, balance }: { change(path: string, value: number): void; balance(gain: number): void },
) {
  const {
    network,
    observe: { layer },
    task,
  } = spec;
  if (task.kind !== 'two_points') return nothing;
  if (!['gain', 'balance', 'width', 'data', 'layer'].some((part) => shown.has(part))) return nothing;
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
    ${shown.has('balance')
      ? slider({
          name: 'balance',
          label: words.balance,
          value: Math.log10(network.gain),
          min: -1,
          max: 0.3,
          step: 0.05,
          text: words.balanceText(formatNumber(network.gain), formatNumber(decoderGain(spec))),
          hint: words.balanceHint,
          change: (exponent) => balance(Number((10 ** exponent).toPrecision(2))),
        })
      : nothing}
    ${shown.has('width') ? field('network.width', words.width, network.width, [3, 60, 1]) : nothing}
    ${shown.has('data')
      ? [
          field('task.dx2', words.dx2, task.dx2, [0.25, 2, 0.05]),
          field('task.dy2', words.dy2, task.dy2, [0, 1.5, 0.05]),
        ]
      : nothing}
    ${shown.has('layer') && network.hidden_layers > 1
      ? layerSlider(words, layer, network.hidden_layers, (to) => change('observe.layer', to))
      : nothing}
  </div>`;
}
