/** Words of the field that chooses a hidden layer. */
import type { layerFieldStrings as English } from '../layer-field.ts';
import type { Words } from '../words.ts';

export const layerFieldStrings = {
  label: 'Betrachtete verborgene Schicht',
  hint: (layers: number) => `1 ist die erste, ${layers} die letzte. Ein Wechsel verlangt kein neues Training.`,
  refused: (value: string, layers: number) => `${value} geht nicht; erlaubt: eine ganze Zahl von 1 bis ${layers}.`,
} satisfies Words<typeof English>;
