/** What the lab's reader sets: which networks there are, what they share, and what is looked at. */
import { html, nothing } from 'lit';
import '../../shell/field.ts';
import { formatNumber } from '../../shell/format.ts';
import { getField } from '../../spec/paths.ts';
import type { Preset, Spec } from '../../spec/types.ts';
import { networksStrings as words } from '../../strings/networks.ts';
import { choicesOf, presetField, settingField, type Settings } from '../frame/setting-field.ts';
import { mostNetworks, withChange } from './changes.ts';
import { declaration } from './declaration.mjs';
import { pairsOf } from './looks.ts';
import { kinds, type Kind } from './measured.ts';
import type { NetworksRun } from './run.ts';
import { sample, taskFields } from './tasks.ts';

export const speeds = [null, 100, 40, 10];

export interface NetworksActions {
  /** A field of a network, 0 for the first. */
  set: (network: number, path: string, value: number | string) => void;
  add: () => void;
  remove: (network: number) => void;
}

const fields: readonly { path: string; name: (of: string) => string; short: string }[] = [
  { path: 'seed', name: words.seedOf, short: words.seed },
  { path: 'network.activation', name: words.activationOf, short: words.activation },
  { path: 'network.gain', name: words.gainOf, short: words.gain },
  { path: 'network.width', name: words.widthOf, short: words.width },
  { path: 'training.learning_rate', name: words.rateOf, short: words.learningRate },
];

function control(spec: Spec, path: string, label: string, change: (value: number | string) => void) {
  const value = getField(spec, path);
  const given = (event: Event) => (event.target as HTMLInputElement | HTMLSelectElement).value;
  if (path === 'network.activation') {
    return html`<select aria-label=${label} .value=${String(value)} @change=${(event: Event) => change(given(event))}>
      ${choicesOf(words.activations).map((one) => html`<option value=${one.value} ?selected=${one.value === value}>${one.label}</option>`)}
    </select>`;
  }
  return html`<input
    type="text"
    inputmode="decimal"
    aria-label=${label}
    .value=${String(value)}
    @change=${(event: Event) => {
      // What is no number the core refuses, and says so.
      const number = Number(given(event).trim().replace(',', '.') || NaN);
      change(Number.isFinite(number) ? number : given(event));
    }}
  />`;
}

/** Every network: what tells it apart, and how well it learns. */
export function networksPanel(run: NetworksRun, to: NetworksActions) {
  const specs = [run.draft, ...run.othersOf(run.draft).map((change) => withChange(run.draft, change))];
  return html`<div class="networks">
    ${specs.map((spec, k) => {
      const network = words.network(k + 1);
      const loss = lossOf(run, k);
      return html`<fieldset data-network=${k + 1}>
        <legend>${network}${loss ? html` <span class="number">${words.lossOf(loss)}</span>` : nothing}</legend>
        ${fields.map(
          ({ path, name, short }) =>
            html`<label><span aria-hidden="true">${short}</span>${control(spec, path, name(network), (value) => to.set(k, path, value))}</label>`,
        )}
        ${k > 0 && specs.length > 2
          ? html`<button type="button" aria-label=${words.remove(network)} @click=${() => to.remove(k)}>${words.removeShort}</button>`
          : nothing}
      </fieldset>`;
    })}
    ${specs.length < mostNetworks ? html`<button type="button" @click=${to.add}>${words.add}</button>` : nothing}
    <p class="note">${words.networksNote} ${run.description ? sample(run.spec, run.description.train_labels.length) : nothing}</p>
  </div>`;
}

const lossOf = (run: NetworksRun, network: number) => {
  const loss = run.networks[network]?.last('loss') ?? NaN;
  return Number.isFinite(loss) ? formatNumber(loss, 2) : '';
};

const settingsOf = (draft: Spec, change: Settings['change']): Settings => ({
  draft,
  problem: null,
  controls: declaration.controls,
  words,
  choices: {},
  refused: () => '',
  change,
});

/** What all of them share. */
export function settingsPanel(draft: Spec, presets: readonly Preset[], base: Preset, choose: (name: string) => void, change: Settings['change']) {
  const settings = settingsOf(draft, change);
  return html`<div class="settings">
    ${presetField(words.preset, presets, base, choose)}
    ${taskFields(settings)} ${['network.hidden_layers', 'training.epochs'].map((path) => settingField(settings, path))}
  </div>`;
}

/** The measure, and the pair that is shown. */
export function lookedAt(run: NetworksRun, kind: Kind, choose: (kind: Kind) => void, show: (pair: readonly [number, number]) => void) {
  const pairs = pairsOf(run.networks.length);
  const [a, b] = run.shown;
  return html`<reprise-field
      class="measure"
      .label=${words.measure}
      .value=${kind}
      .choices=${kinds.map((value) => ({ value, label: words.kinds[value] }))}
      @change-value=${(event: CustomEvent<{ value: string }>) => choose(event.detail.value as Kind)}
    ></reprise-field>
    ${pairs.length > 1
      ? html`<reprise-field
          class="pair"
          .label=${words.pair}
          .value=${`${a}-${b}`}
          .choices=${pairs.map(([one, other]) => ({ value: `${one}-${other}`, label: words.pairOf(one + 1, other + 1) }))}
          @change-value=${(event: CustomEvent<{ value: string }>) => {
            const [one, other] = event.detail.value.split('-').map(Number) as [number, number];
            show([one, other]);
          }}
        ></reprise-field>`
      : nothing}`;
}
