/** The laboratory's controls, as templates over it. */
import { html, nothing } from 'lit';
import { formatNumber } from '../../shell/format.ts';
import { xorStrings as words } from '../../strings/xor.ts';
import type { XorLab } from './lab.ts';
import { learningRateFor, regimes, type Size } from './regimes.ts';

const speeds = { slow: 0.06, steady: 0.2, fast: null } as const;

/** Run, pause, step and reset; the regimes; the size of the network. */
export function topControls(lab: XorLab) {
  const { run } = lab;
  const runWord = run.running ? words.pause : run.finished ? words.again : words.run;
  return html`<div class="controls">
    <div class="row">
      <button type="button" class="primary run" @click=${() => lab.toggleRun()}>${runWord}</button>
      <button type="button" @click=${() => lab.step()} ?disabled=${run.running || run.finished}>
        ${words.step}
      </button>
      <button type="button" @click=${() => run.reset()}>${words.reset}</button>
      <button type="button" @click=${() => lab.newSeed()}>
        ${words.newSeed} <span class="number seed">(${run.spec.seed})</span>
      </button>
      <label class="inline">
        ${words.speed}
        <select
          @change=${(event: Event) => {
            const name = (event.target as HTMLSelectElement).value as keyof typeof speeds;
            void lab.chooseSpeed(speeds[name]);
          }}
        >
          ${Object.entries(speeds).map(
            ([name, value]) =>
              html`<option value=${name} ?selected=${lab.speed === value}>
                ${words.speeds[name as keyof typeof speeds]}
              </option>`,
          )}
        </select>
      </label>
    </div>
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
          lab.chooseRegime(
            lab.regime ?? 'rich',
            (event.target as HTMLSelectElement).value as Size,
          )}
      >
        ${(['small', 'paper'] as const).map(
          (size) =>
            html`<option value=${size} ?selected=${lab.size === size}>${words.sizes[size]}</option>`,
        )}
      </select>
    </label>
  </div>`;
}

/** Gain, observed layer, and what is behind "more settings". */
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
      hint: `${words.gainHint} ${words.learningRate}: ${formatNumber(training.learning_rate, 2)}`,
      change: (gain) =>
        lab.change({
          ...run.spec,
          network: { ...network, gain },
          training: { ...training, learning_rate: learningRateFor(gain, lab.size) },
        }),
    })}
    ${slider({
      label: words.layer,
      value: run.layer,
      min: 0,
      max: network.hidden_layers - 1,
      step: 1,
      text: words.layerOf(run.layer, network.hidden_layers),
      hint: '',
      change: (layer) => run.observe(layer),
      live: true,
    })}
    ${lab.size === 'small' ? html`<p class="hint">${words.sizeNote}</p>` : nothing}
  </div>`;
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
      aria-valuetext=${text}
      @input=${live ? act : undefined}
      @change=${live ? undefined : act}
    />
    ${hint ? html`<span class="hint">${hint}</span>` : nothing}
  </label>`;
}

