/** Words of the demonstration on the home page. */
import type { homeStrings as English } from '../home.ts';
import type { Words } from '../words.ts';

export const homeStrings = {
  heading: 'En direct\u00a0: deux points dans un réseau de 20 couches',
  unit: 'distance au carré',
  time: 'temps (époques)',
  h: { label: 'dedans', name: 'dedans, h', theory: 'dedans, théorie' },
  y: { label: 'sortie', name: 'à la sortie, y', theory: 'à la sortie, théorie' },
  note: 'trait plein\u00a0: mesuré pendant l’entraînement\u00a0; tirets\u00a0: théorie, ajustée à ce qui est déjà vu',
  again: 'Encore, avec de nouveaux poids',
  pause: 'Pause',
  resume: 'Reprendre',
  failed: 'L’exécution en direct n’a pas pu démarrer dans ce navigateur.',
  done: (r2: string) => `Accord de la théorie avec la distance cachée\u00a0: R² ${r2}.`,
} satisfies Words<typeof English>;
