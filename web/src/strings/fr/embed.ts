/** Words of embedded labs, and of the dialog that offers them. */
import type { embedStrings as English } from '../embed.ts';
import type { Words } from '../words.ts';

export const embedStrings = {
  waiting: 'Le laboratoire démarre quand il devient visible.',
  open: 'Ouvrir dans Reprise',
  full: (title: string) => `Le laboratoire complet avec ces réglages\u00a0: ${title}`,
  lab: (title: string) => `Laboratoire de Reprise\u00a0: ${title}`,
  unavailable: (reason: string) =>
    `Ce laboratoire entraîne un réseau dans votre navigateur, et cette page ne le permet pas\u00a0: ${reason}`,
  stored: (title: string) => `À la place, une figure enregistrée d’une exécution de «\u00a0${title}\u00a0».`,
  openInstead: 'Ouvrir le laboratoire sur sa propre page',
  again: 'Réessayer',
  ignored: 'Une partie de ce que demande cette page n’est pas reconnue\u00a0:',
} satisfies Words<typeof English>;
