/** The lab's settings, each a function of the values it shows and of what is to be done with a new one. */
import { html, nothing } from 'lit';
import { formatNumber } from '../../shell/format.ts';
import type { Spec } from '../../spec/types.ts';
import { xorStrings as words } from '../../strings/xor.ts';
import { slider } from '../frame/slider.ts';
import { declaration } from './declaration.mjs';
import type { Size } from './regimes.ts';

/** Epochs per second: a run of the small network then takes several seconds, and can be followed. */
export const steadySpeed = 400;
export const speeds = [null, steadySpeed, 100];

/** Gain and observed layer, and a word on the small network. */
export function settingsPanel({ network, training }: Spec, size: Size, change: (gain: number) => void, layer: unknown) {
  return html`<div class="settings">
    ${slider({
      label: words.gain,
      value: network.gain,
      ...declaration.controls['network.gain'].slider,
      text: formatNumber(network.gain),
      hint: words.gainHint(formatNumber(training.learning_rate, 2)),
      change,
    })}
    ${layer}
    ${size === 'small' ? html`<p class="hint">${words.sizeNote}</p>` : nothing}
  </div>`;
}

