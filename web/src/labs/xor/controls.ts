/** The laboratory's controls, as templates over it. */
import { html, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../../shell/format.ts';
import { xorStrings as words } from '../../strings/xor.ts';
import { regimeControls, topControls as controls } from '../frame/regime-controls.ts';
import { slider } from '../frame/slider.ts';
import type { XorLab } from './lab.ts';
import { learningRateFor, regimes } from './regimes.ts';

/** Epochs per second: a run of the small network then takes several seconds, and can be followed. */
export const steadySpeed = 400;
const speeds = [null, steadySpeed, 100];

/** The run bar that every laboratory has; the regimes; the size of the network. */
export const topControls = (lab: XorLab): TemplateResult =>
  controls(lab, speeds, lab.parts.has('regimes') ? regimeControls(lab, regimes, words) : nothing);

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
    change: (layer) => run.observe(layer),
    live: true,
  });
}
