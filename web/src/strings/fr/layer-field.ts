/** Words of the field that chooses a hidden layer. */
import type { layerFieldStrings as English } from '../layer-field.ts';
import type { Words } from '../words.ts';

export const layerFieldStrings = {
  label: 'Couche cachée regardée',
  hint: (layers: number) => `1 est la première, ${layers} la dernière. En changer ne demande pas de nouvel entraînement.`,
  refused: (value: string, layers: number) => `${value} ne convient pas\u00a0; admis\u00a0: un nombre entier de 1 à ${layers}.`,
} satisfies Words<typeof English>;
