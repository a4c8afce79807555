/** Words of the demonstration on the home page. */
import type { homeStrings as English } from '../home.ts';
import type { Words } from '../words.ts';

export const homeStrings = {
  heading: 'Live: zwei Punkte in einem Netz mit 20 Schichten',
  unit: 'quadrierter Abstand',
  time: 'Zeit (Epochen)',
  h: { label: 'innen', name: 'innen, h', theory: 'innen, Theorie' },
  y: { label: 'Ausgang', name: 'am Ausgang, y', theory: 'am Ausgang, Theorie' },
  note: 'durchgezogen: beim Training gemessen; gestrichelt: Theorie, angepasst an den bisherigen Lauf',
  again: 'Noch einmal, mit neuen Gewichten',
  pause: 'Pause',
  resume: 'Weiter',
  failed: 'Der Lauf konnte in diesem Browser nicht starten.',
  done: (r2: string) => `Anpassung der Theorie an den verborgenen Abstand: R² ${r2}.`,
} satisfies Words<typeof English>;
