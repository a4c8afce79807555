/** The laboratory's controls, as templates over it. */
import { html, nothing } from 'lit';
import '../common/tools-bar.ts';
import { formatNumber } from '../../shell/format.ts';
import '../../shell/run-bar.ts';
import type { RunAction } from '../../shell/run-bar.ts';
import { xorStrings as words } from '../../strings/xor.ts';
import type { XorLab } from './lab.ts';
import { learningRateFor, regimes, type Size } from './regimes.ts';

/** Epochs per second: a run of the small network then takes several seconds, and can be followed. */
export const steadySpeed = 400;
const speeds = [null, steadySpeed, 100];

/** The run bar that every laboratory has; the regimes; the size of the network. */
export function topControls(lab: XorLab) {
  const { run } = lab;
  return html`<div class="controls">
    <reprise-run-bar
      .status=${run.status}
      .speed=${lab.speed}
      .speeds=${speeds}
      .stepEpochs=${run.spec.observe.every}
      @run-action=${(event: CustomEvent<RunAction>) => lab.act(event.detail)}
      @speed-change=${(event: CustomEvent<number | null>) => lab.chooseSpeed(event.detail)}
    >
      <span class="extras">
        <span class="number seed">${words.seed(run.spec.seed)}</span>
        <reprise-lab-tools .tools=${lab.tools}></reprise-lab-tools>
      </span>
    </reprise-run-bar>
    ${lab.parts.has('regimes') ? regimeControls(lab) : nothing}
  </div>`;
}

function regimeControls(lab: XorLab) {
  const current = lab.regime;
  return html`<div class="row regimes">
    <div class="segments" role="group" aria-label=${words.regime}>
      ${regimes.map(
        (regime) =>
          html`<button
            type="button"
            data-regime=${regime}
            aria-pressed=${current === regime}
            @click=${() => lab.chooseRegime(regime, lab.size)}
          >
            ${words.regimes[regime]}
          </button>`,
      )}
    </div>
    <label class="inline">
      ${words.size}
      <select
        class="size"
        @change=${(event: Event) =>
          lab.chooseRegime(lab.regime ?? 'rich', (event.target as HTMLSelectElement).value as Size)}
      >
        ${(['small', 'paper'] as const).map(
          (size) =>
            html`<option value=${size} ?selected=${lab.size === size}>
              ${words.sizes[size]}
            </option>`,
        )}
      </select>
    </label>
  </div>`;
}

/** Gain and observed layer, and a word on the small network. */
export function settingsPanel(lab: XorLab) {
  const { run } = lab;
  const { network, training } = run.spec;
  return html`<div class="settings">
    ${slider({
      label: words.gain,
      value: network.gain,
      min: 0.7,
      max: 2,
      step: 0.05,
      text: formatNumber(network.gain),
      hint: words.gainHint(formatNumber(training.learning_rate, 2)),
      change: (gain) =>
        lab.change({
          ...run.spec,
          network: { ...network, gain },
          training: { ...training, learning_rate: learningRateFor(gain, lab.size) },
        }),
    })}
    ${layerSlider(lab)}
    ${lab.size === 'small' ? html`<p class="hint">${words.sizeNote}</p>` : nothing}
  </div>`;
}

/** Which hidden layer is looked at: every layer is recorded, so this needs no new training. */
export function layerSlider({ run }: XorLab) {
  const layers = run.spec.network.hidden_layers;
  return slider({
    label: words.layer,
    value: run.layer,
    min: 0,
    max: layers - 1,
    step: 1,
    text: words.layerOf(run.layer, layers),
    hint: '',
    change: (layer) => run.observe(layer),
    live: true,
  });
}

interface Slider {
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  text: string;
  hint: string;
  change(value: number): unknown;
  /** Whether it acts while being moved. */
  live?: boolean;
}

/** A labelled slider that acts when let go, or while moved. */
export function slider({ label, value, min, max, step, text, hint, change, live }: Slider) {
  const act = (event: Event) => change(Number((event.target as HTMLInputElement).value));
  return html`<label class="slider">
    <span>${label} <output class="number">${text}</output></span>
    <input
      type="range"
      min=${min}
      max=${max}
      step=${step}
      .value=${String(value)}
      aria-label=${label}
      aria-valuetext=${text}
      @input=${live ? act : undefined}
      @change=${live ? undefined : act}
    />
    ${hint ? html`<span class="hint">${hint}</span>` : nothing}
  </label>`;
}
