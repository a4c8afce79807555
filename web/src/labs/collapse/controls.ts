/** The laboratory's controls, as templates over it. */
import { html, nothing } from 'lit';
import '../common/tools-bar.ts';
import { formatCount, formatNumber } from '../../shell/format.ts';
import '../../shell/run-bar.ts';
import type { RunAction } from '../../shell/run-bar.ts';
import { collapseStrings as words } from '../../strings/collapse.ts';
import { slider } from '../xor/controls.ts';
import type { CollapseLab } from './lab.ts';
import { regimes, smallSpec, type Size } from './regimes.ts';

const speeds = [null, 300, 100, 30];

/** The run bar that every laboratory has; the regimes; the number of points. */
export function topControls(lab: CollapseLab) {
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

function regimeControls(lab: CollapseLab) {
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
              html`<option value=${size} ?selected=${lab.size === size}>
                ${words.sizes[size]}
              </option>`,
          )}
        </select>
      </label>
    </div>
    <p class="hint">${words.sizeNote[lab.size]}</p>`;
}

/** Gain, length of a run, and the layer looked at. */
export function settingsPanel(lab: CollapseLab) {
  const { run } = lab;
  const { network, training, seed } = run.spec;
  return html`<div class="settings">
    ${slider({
      label: words.gain,
      value: network.gain,
      min: 0.25,
      max: 2,
      step: 0.05,
      text: formatNumber(network.gain),
      hint: words.gainHint(formatNumber(training.learning_rate, 2)),
      change: (gain) =>
        lab.change(
          lab.size === 'small'
            ? smallSpec(gain, seed)
            : { ...run.spec, network: { ...network, gain } },
        ),
    })}
    ${slider({
      label: words.epochs,
      value: training.epochs,
      min: 50,
      max: 5000,
      step: 50,
      text: formatCount(training.epochs),
      hint: words.epochsHint,
      change: (epochs) => lab.change({ ...run.spec, training: { ...training, epochs } }),
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
  </div>`;
}
