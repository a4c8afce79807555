/** Words of the field that chooses a hidden layer. */
import type { layerFieldStrings as English } from '../layer-field.ts';
import type { Words } from '../words.ts';

export const layerFieldStrings = {
  label: 'Capa oculta que se mira',
  hint: (layers: number) => `1 es la primera, ${layers} la última. Cambiarla no exige volver a entrenar.`,
  refused: (value: string, layers: number) => `${value} no sirve; permitido: un número entero de 1 a ${layers}.`,
} satisfies Words<typeof English>;
