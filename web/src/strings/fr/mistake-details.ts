/** Words of the dialog on one held-out picture. */
import type { mistakeDetailsStrings as English } from '../mistake-details.ts';
import type { Words } from '../words.ts';

export const mistakeDetailsStrings = {
  verdict: (predicted: string, actual: string, margin: string) =>
    predicted === actual
      ? `Le réseau dit maintenant ${predicted}, et c’est juste.`
      : `Le réseau dit ${predicted}. C’est ${actual}. La sortie pour ${predicted} a une avance de ${margin}.`,
  explained:
    'La sortie du réseau pour chaque chiffre. On lui a enseigné 1 pour le bon et 0 pour les autres, et sa réponse est la plus grande. L’avance de la mauvaise réponse dit combien l’erreur est assurée\u00a0; ce n’est pas une probabilité.',
  outputOf: (label: string, value: string) => `Sortie pour ${label}\u00a0: ${value}`,
  close: 'Fermer',
  previous: 'Précédente',
  next: 'Suivante',
} satisfies Words<typeof English>;
