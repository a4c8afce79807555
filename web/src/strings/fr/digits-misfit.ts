/** What the digits lab says about a fit. */
import type { digitsMisfitStrings as English } from '../digits-misfit.ts';
import type { Words } from '../words.ts';

export const digitsMisfitStrings = {
  count: (n: number) => n.toLocaleString('fr'),
  always: (others: string, sse: string) =>
    `Les équations ne connaissent que ces deux images, alors que ${others} autres entraînaient les mêmes poids. Tout accord est donc plus que ce que promet la théorie. La simple somme des carrés vaut ${sse}\u00a0; l’article donne 324 pour un 0 et un 1 à lui. De telles sommes grandissent avec la taille de h et le nombre de relevés\u00a0: ne les comparez que grossièrement\u00a0; les parts expliquées se comparent mieux.`,
  headlines: {
    early: 'Trop tôt pour juger\u00a0: cette paire n’est pas encore apprise, et les taux changeront à mesure qu’on en verra plus.',
    unlearnt: (worst: string) =>
      `Cette paire n’a pas été apprise avant la fin de l’entraînement\u00a0: seule une partie de son trajet peut être comparée. ${worst}`,
    close: (share: string, others: string) =>
      `Proche\u00a0: au moins ${share} de la variation de chaque courbe est expliquée, bien que ${others} autres images aient entraîné les mêmes poids.`,
    partial: 'L’allure est bonne, les détails non.',
    poor: (worst: string) => `Mauvais. ${worst}`,
  },
  worst: (share: string) => `De la courbe la moins bien expliquée, ${share} de la variation l’est.`,
  worseThanMean: 'Pour une courbe au moins, sa moyenne serait une meilleure réponse.',
  reasons: {
    oneClass: 'Les deux images montrent le même chiffre, leurs cibles coïncident donc. Alors la théorie laisse h seulement rétrécir, ou rester.',
    againstW: (share: string) =>
      `Dans la théorie, h grandit exactement quand w est négatif. Ici, ${share} de son mouvement est allé dans l’autre sens\u00a0: les autres images font bouger ces deux-là aussi.`,
    rise: (here: string, fit: string, slower: boolean) =>
      `h a mis ${here} époques pour le milieu de sa montée, d’un dixième à neuf dixièmes\u00a0; le meilleur ajustement en met ${fit}. ${
        slower
          ? 'Des images des deux mêmes chiffres, apprises chacune à son heure, peuvent étirer la montée.'
          : 'Les autres emportent peut-être cette paire plus vite qu’elle n’irait seule.'
      }`,
    lead: (here: string, fit: string, earlier: boolean) =>
      `w était à mi-chemin de son minimum à l’époque ${here}, dans le meilleur ajustement à l’époque ${fit}\u00a0: le réseau commence à apprendre cette paire ${earlier ? 'plus tôt' : 'plus tard'} que la théorie.`,
    fallBack: (share: string) =>
      `h est monté puis redescendu de ${share} de son étendue. Dans la théorie, rien ne revient une fois la paire apprise\u00a0; des images encore à apprendre tirent dessus.`,
    afterLearning: (share: string) =>
      `${share} de l’étendue de h a été parcourue alors que cette paire était pour ainsi dire apprise. Pour la théorie, il ne reste alors rien à faire\u00a0; pour les autres images, si.`,
    noise: (share: string, batch: number, of: string) =>
      `h tremble d’un relevé à l’autre de ${share} de son étendue. Les équations sont lisses\u00a0: elles décrivent un flot de gradient, et chaque pas ne voit ici que ${batch} images sur ${of}.`,
    steps: (share: string) =>
      `h tremble d’un relevé à l’autre de ${share} de son étendue, bien que chaque pas voie toutes les images\u00a0: les pas sont trop grands pour le flot lisse que décrivent les équations.`,
    short: (y: string, target: number, others: string) =>
      `Les sorties des deux en sont à y = ${y}, alors que leurs cibles sont écartées de ${target}. À la fin, la théorie atteint toujours la cible\u00a0; le réseau en a ${others} autres à satisfaire.`,
    end: (predicted: string, here: string) => `La théorie finit à h = ${predicted}, le réseau est à ${here}.`,
    first: 'C’est à la première couche cachée que la théorie est la plus mauvaise, dans l’article aussi\u00a0: une seule couche n’est pas une application flexible.',
  },
} satisfies Words<typeof English>;
