/** The lab's settings, as a function of the values they show and of what is to be done with a new one. */
import { html } from 'lit';
import { formatCount, formatNumber } from '../../shell/format.ts';
import type { Spec } from '../../spec/types.ts';
import { collapseStrings as words } from '../../strings/collapse.ts';
import { layerSlider } from '../frame/layer-slider.ts';
import { slider } from '../frame/slider.ts';
import { declaration } from './declaration.mjs';
import type { Size } from './regimes.ts';

export const speeds = [null, 300, 100, 30];

/** Gain, length of a run, and the layer looked at: all are kept, so that one needs no new training. */
export function settingsPanel(
  { network, training }: Spec,
  size: Size,
  layer: number,
  change: (path: keyof typeof declaration.controls, value: number) => void,
) {
  const { controls } = declaration;
  return html`<div class="settings">
    ${slider({
      label: words.gain,
      value: network.gain,
      ...controls['network.gain'].slider,
      text: formatNumber(network.gain),
      hint: words.gainHint(formatNumber(training.learning_rate, 2), size === 'small'),
      change: (gain) => change('network.gain', gain),
    })}
    ${slider({
      label: words.epochs,
      value: training.epochs,
      ...controls['training.epochs'].slider,
      text: formatCount(training.epochs),
      hint: words.epochsHint,
      change: (epochs) => change('training.epochs', epochs),
    })}
    ${layerSlider(words, layer, network.hidden_layers, (to) => change('observe.layer', to))}
  </div>`;
}
