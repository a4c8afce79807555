/** Words of the dialog that passes a lab on. */
import type { shareStrings as English } from '../share.ts';
import type { Words } from '../words.ts';

export const shareStrings = {
  title: 'Partager et intégrer',
  close: 'Fermer',
  what: (preset: string, byHand: boolean) =>
    `${preset}, avec les réglages actuels.${byHand ? '' : ' Le même lien donne toujours les mêmes nombres.'}`,
  byHand:
    'Cet entraînement a été changé à la main en cours de route. Le lien donne ses réglages depuis le début, et donc un autre entraînement.',
  mine: 'Ce site tourne sur votre propre machine. Mettez-le sur un serveur web avant d’en partager les adresses.',
  link: 'Lien',
  copyLink: 'Copier le lien',
  copyCode: 'Copier le code',
  copied: 'Copié',
  copiedStatus: 'Copié dans le presse-papiers.',
  refused: 'Le navigateur n’a pas permis la copie. Le texte est sélectionné\u00a0: appuyez sur Ctrl+C ou ⌘C.',
  embed: 'Intégrer, citer ou continuer ailleurs',
  formatOf: 'Format',
  code: 'Code à coller',
  parts: 'Montrer',
  theme: 'Couleurs',
  themes: { auto: 'Comme le système du lecteur', light: 'Clair', dark: 'Sombre' },
  height: 'Hauteur de départ (pixels)',
  formats: {
    iframe: {
      name: 'Cadre',
      hint: 'Marche dans les sites de cours qui permettent les iframes, même isolées. Le script, là où il est permis, ajuste la hauteur au contenu.',
    },
    element: {
      name: 'Élément',
      hint: 'Pour les pages qui exécutent des scripts\u00a0: une partie de la page, sans cadre. L’image qu’il contient s’affiche là où les scripts sont bloqués.',
    },
    myst: { name: 'MyST', hint: 'Pour les documents MyST et Jupyter Book 2.' },
    sphinx: { name: 'Sphinx', hint: 'Pour MyST Markdown dans Sphinx et Jupyter Book 1.' },
    quarto: { name: 'Quarto', hint: 'Le laboratoire en HTML, une figure enregistrée avec un lien en PDF et dans les autres formats.' },
    picture: {
      name: 'Image',
      hint: 'Une figure enregistrée de ce laboratoire, avec un lien vers lui\u00a0; elle ne montre pas ces réglages exacts. Marche partout.',
    },
    bibtex: { name: 'BibTeX', hint: 'Cite cet état du laboratoire, et l’article qui est derrière.' },
    pytorch: {
      name: 'PyTorch',
      hint: 'Un script qui entraîne le même réseau sur les mêmes données et trace les mêmes courbes. Ses nombres aléatoires sont autres\u00a0: comparez plusieurs graines.',
    },
  },
  noScript: {
    pictures: 'Il n’y a pas de script pour les laboratoires à images\u00a0: il devrait emporter les images avec lui.',
    points: 'Il y a un script pour vos propres points, si aucun n’est mis de côté. Placez ou changez un point, et ils sont à vous.',
    architecture: 'Il n’y a pas de script pour l’attention.',
  },
  partNames: {
    distances: 'Distances',
    loss: 'Perte',
    layers: 'Toutes les couches',
    fit: 'Théorie ajustée',
    settings: 'Réglages',
    plane: 'Points dans le plan',
    matrices: 'Matrices',
    ratio: 'Rapport des taux',
    regimes: 'Régimes',
    classes: 'Choix des chiffres',
    curves: 'Courbes',
    pair: 'Deux chiffres et la théorie',
    mistakes: 'Erreurs',
    cloud: 'Points cachés',
    units: 'Unités',
    weights: 'Le réseau et ses poids',
    step: 'Un pas, lentement',
    layer: 'Couche regardée',
    point: 'Point choisi',
    index: 'Effondrement par couche',
    structure: 'Structure',
    sweep: 'Balayage des gains',
  },
} satisfies Words<typeof English>;
