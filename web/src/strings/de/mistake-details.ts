/** Words of the dialog on one held-out picture. */
import type { mistakeDetailsStrings as English } from '../mistake-details.ts';
import type { Words } from '../words.ts';

export const mistakeDetailsStrings = {
  verdict: (predicted: string, actual: string, margin: string) =>
    predicted === actual
      ? `Das Netz sagt jetzt ${predicted}, und das ist richtig.`
      : `Das Netz sagt ${predicted}. Richtig ist ${actual}. Die Ausgabe für ${predicted} liegt um ${margin} vorn.`,
  explained:
    'Die Ausgabe des Netzes für jede Ziffer. Gelehrt wurde ihm 1 für die richtige und 0 für die anderen, und seine Antwort ist die größte. Wie weit die falsche Antwort vorn liegt, sagt, wie sicher der Fehler ist; eine Wahrscheinlichkeit ist es nicht.',
  outputOf: (label: string, value: string) => `Ausgabe für ${label}: ${value}`,
  close: 'Schließen',
  previous: 'Zurück',
  next: 'Weiter',
} satisfies Words<typeof English>;
