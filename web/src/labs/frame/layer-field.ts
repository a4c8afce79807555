/** The field that chooses which hidden layer is looked at. Readers count layers from 1, the spec counts from 0. */
import { html } from 'lit';
import '../../shell/field.ts';
import type { FieldChange } from '../../shell/field.ts';
import { layerFieldStrings as words } from '../../strings/layer-field.ts';

/** What the spec is to hold for what a field holds: a text that is no number stays, and the core refuses it. */
type Layer = number | string;

const shifted = (value: Layer, by: number): Layer => (typeof value === 'number' ? value + by : value);

export interface LayerField {
  /** As the spec has it, of `layers`. */
  layer: Layer;
  layers: number;
  /** Whether the core refused it. */
  refused: boolean;
  /** While the slider moves. */
  look?: (layer: number) => void;
  change: (layer: Layer) => void;
}

export const layerField = ({ layer, layers, refused, look, change }: LayerField) =>
  html`<reprise-field
    class="layer"
    .label=${words.label}
    .hint=${words.hint(layers)}
    .value=${shifted(layer, 1)}
    .error=${refused ? words.refused(String(shifted(layer, 1)), layers) : ''}
    .slider=${{ min: 1, max: Math.max(2, layers), step: 1, whole: true }}
    @input-value=${(event: CustomEvent<FieldChange>) => look?.(Number(event.detail.value) - 1)}
    @change-value=${(event: CustomEvent<FieldChange>) => change(shifted(event.detail.value, -1))}
  ></reprise-field>`;
