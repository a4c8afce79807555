/** Words of the field that chooses a hidden layer. */
export const layerFieldStrings = {
  label: 'Observed hidden layer',
  hint: (layers: number) => `1 is the first, ${layers} the last. Changing it needs no retraining.`,
  refused: (value: string, layers: number) =>
    `${value} cannot be used; allowed: a whole number from 1 to ${layers}.`,
};
