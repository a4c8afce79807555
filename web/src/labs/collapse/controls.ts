/** The laboratory's controls, as templates over it. */
import { html, nothing, type TemplateResult } from 'lit';
import { formatCount, formatNumber } from '../../shell/format.ts';
import { collapseStrings as words } from '../../strings/collapse.ts';
import { regimeControls, topControls as controls } from '../frame/regime-controls.ts';
import { slider } from '../frame/slider.ts';
import type { CollapseLab } from './lab.ts';
import { regimes, smallSpec } from './regimes.ts';

const speeds = [null, 300, 100, 30];

/** The run bar that every laboratory has; the regimes; the number of points. */
export const topControls = (lab: CollapseLab): TemplateResult =>
  controls(
    lab,
    speeds,
    lab.parts.has('regimes')
      ? html`${regimeControls(lab, regimes, words)}
          <p class="hint">${words.sizeNote[lab.size]}</p>`
      : nothing,
  );

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
      hint: words.gainHint(formatNumber(training.learning_rate, 2), lab.size === 'small'),
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
      change: (layer) => run.observe(layer),
      live: true,
    })}
  </div>`;
}
