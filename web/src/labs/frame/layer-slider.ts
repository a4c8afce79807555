/** The slider that chooses which hidden layer is looked at. Readers count layers from 1, the spec counts from 0. */
import { slider } from './slider.ts';

export interface LayerWords {
  layer: string;
  /** A layer, from 0 on, of so many. */
  layerOf(layer: number, of: number): string;
}

export const layerSlider = (words: LayerWords, layer: number, layers: number, change: (layer: number) => void) =>
  slider({
    name: 'observe.layer',
    label: words.layer,
    value: layer,
    min: 0,
    max: layers - 1,
    step: 1,
    text: words.layerOf(layer, layers),
    change,
    live: true,
  });
