/** Units and activation of each hidden layer by itself, where the reader wants them so. */
import { html, nothing } from 'lit';
import '../../shell/field.ts';
import type { FieldChange } from '../../shell/field.ts';
import { planeStrings as words } from '../../strings/plane.ts';
import { choicesOf } from '../frame/setting-field.ts';
import { declaration } from './declaration.mjs';
import { activationsOf, hasOwnLayers, widthsOf, type Activation, type Network } from './layers.ts';

export function layerFields(network: Network, change: (network: Network) => void) {
  const own = hasOwnLayers(network);
  const widths = widthsOf(network), activations = activationsOf(network);
  const apart = (next: { widths?: number[]; activations?: Activation[] }) =>
    change({ ...network, widths, activations, ...next } as Network);
  const together = () =>
    change({ ...network, width: widths[0]!, activation: activations[0]!, widths: 'same', activations: 'same' } as Network);
  return html`<div class="layers">
    <button type="button" class="by-layer" aria-pressed=${own} @click=${() => (own ? together() : apart({}))}>
      ${own ? words.allLayers : words.byLayer}
    </button>
    ${
      own
        ? widths.map(
            (units, layer) => html`<reprise-field
                data-path="network.widths"
                data-layer=${layer}
                .label=${words.layerUnits(layer + 1)}
                .value=${units}
                .slider=${declaration.controls['network.width'].slider}
                @change-value=${(event: CustomEvent<FieldChange>) =>
                  apart({ widths: widths.map((old, k) => (k === layer ? (event.detail.value as number) : old)) })}
              ></reprise-field
              ><reprise-field
                data-path="network.activations"
                data-layer=${layer}
                .label=${words.layerActivation(layer + 1)}
                .value=${activations[layer]!}
                .choices=${choicesOf(words.activations)}
                @change-value=${(event: CustomEvent<FieldChange>) =>
                  apart({ activations: activations.map((old, k) => (k === layer ? (event.detail.value as Activation) : old)) })}
              ></reprise-field>`,
          )
        : nothing
    }
  </div>`;
}
