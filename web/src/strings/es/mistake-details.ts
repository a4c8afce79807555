/** Words of the dialog on one held-out picture. */
import type { mistakeDetailsStrings as English } from '../mistake-details.ts';
import type { Words } from '../words.ts';

export const mistakeDetailsStrings = {
  verdict: (predicted: string, actual: string, margin: string) =>
    predicted === actual
      ? `La red dice ahora ${predicted}, y es correcto.`
      : `La red dice ${predicted}. Es ${actual}. La salida de ${predicted} va por delante en ${margin}.`,
  explained:
    'La salida de la red para cada dígito. Se le enseñó 1 para el correcto y 0 para los demás, y su respuesta es la mayor. La ventaja de la respuesta equivocada dice lo seguro que es el error; no es una probabilidad.',
  outputOf: (label: string, value: string) => `Salida de ${label}: ${value}`,
  close: 'Cerrar',
  previous: 'Anterior',
  next: 'Siguiente',
} satisfies Words<typeof English>;
