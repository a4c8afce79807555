import type { xorStrings as English } from '../xor.ts';
import type { Words } from '../words.ts';

/** Words of the four-point lab. */
export const xorStrings = {
  label: 'Laboratoire\u00a0: un réseau apprend le ou exclusif',
  regime: 'Poids initiaux',
  regimes: {
    rich: 'Petits\u00a0: riche',
    intermediate: 'Intermédiaire',
    lazy: 'Grands\u00a0: paresseux',
    shallow: 'Minuscules, une couche',
  },
  size: 'Réseau',
  sizes: { small: 'Petit, largeur 100', paper: 'Celui de l’article, largeur 500' },
  otherSize: (width: number) => `Largeur ${width}`,
  sizeNote:
    'Le petit réseau a la même profondeur et le même gain, mais il est 5 fois plus étroit et fait de plus grands pas. Il montre le même phénomène en une fraction du temps\u00a0; mais la théorie demande des réseaux larges, et ici les graines diffèrent davantage\u00a0: certaines tiennent écartés deux points que la théorie attend ensemble.',
  gain: 'gain',
  gainHint: (rate: string) => `Facteur des poids initiaux. Le taux d’apprentissage le suit\u00a0: ${rate}.`,
  layer: 'couche cachée regardée',
  layerOf: (layer: number, of: number) => `${layer + 1} sur ${of}`,
  shown: 'époque affichée',
  plane: 'Points cachés, dans le plan',
  planeNote: (spread: string, share: number) =>
    `Agrandi aux dimensions du cadre. La paire la plus éloignée est à une distance au carré de ${spread}\u00a0; le plan contient ${Math.round(100 * share)}\u00a0% des distances au carré.`,
  units: {
    title: 'Toutes les unités de cette couche, maintenant',
    note: (width: number, largest: string) =>
      `Une ligne par entrée, une case par unité (il y en a ${width}). Plus la couleur est vive, plus l’unité est active\u00a0; la plus forte est à ${largest}.`,
    none: 'Les unités se montrent quand le réseau est prêt.',
    row: (name: string, active: number, of: number) => `Entrée ${name}\u00a0: ${active} unités sur ${of} sont actives.`,
  },
  answer: (value: number) => `réponse ${value}`,
  matrices: { initial: 'Au départ', measured: 'Mesuré', predicted: 'Théorie', guess: 'Votre prédiction' },
  matrixNote: 'Distances au carré entre les quatre points cachés, toutes avec la même échelle de couleur.',
  waitingForRatio: (percent: number) => `r est mesuré sur deux points\u00a0: ${percent}\u00a0%.`,
  noRatioYet: 'Il faut le rapport r, mesuré au lancement.',
  correlation: 'Corrélation avec les distances mesurées\u00a0:',
  correlationOf: (whose: string) => `${whose} `,
  whose: { predicted: 'théorie', guess: 'vous', initial: 'le départ' },
  ratio: 'Rapport',
  ratioSources: { end: 'Où finissent deux points', path: 'Ajustement de tout leur trajet' },
  ratioChosen: 'À la main',
  ratioMeasure: 'Mesurer maintenant',
  ratioFailed:
    'Les exécutions à deux points n’ont pas donné de rapport\u00a0: la distance cachée y a rétréci ou à peine changé, ce dont la formule ne peut pas tirer un rapport.',
  ratioExplained: {
    end: (count: number) =>
      `Des réseaux de mêmes réglages ont appris deux points à part, et r se déduit de la distance à laquelle ils ont fini. Rien de l’exécution ci-dessus n’a servi. La médiane de ${count}\u00a0:`,
    path: (count: number) =>
      `Les trois équations ont été ajustées à des réseaux de mêmes réglages pendant qu’ils apprenaient deux points à part. Rien de l’exécution ci-dessus n’a servi. La médiane de ${count}\u00a0:`,
  },
  ratioSpread: 'Ils diffèrent beaucoup\u00a0: prenez ce rapport avec prudence.',
  ratioPoor: (r2: string) => `Le plus mauvais ajustement explique peu (R² ${r2})\u00a0: prenez ce rapport avec prudence.`,
  ratioByHand: 'Déplacez-le et voyez quelles distances il peut changer, et lesquelles non.',
  distances: 'Distances au carré des six paires',
  distancesAxis: 'distance au carré',
  loss: 'Perte d’entraînement',
  lossAxis: 'erreur quadratique moyenne',
  time: 'temps (époques)',
  different: 'réponses différentes',
  same: 'même réponse',
  predictedEnd: (pair: string) => `${pair}, fin prédite`,
  lossLabel: 'perte',
  yourDrawing: 'votre dessin',
  drawingNote: 'trait plein\u00a0: mesuré\u00a0; tirets\u00a0: votre dessin',
  finished: 'L’entraînement est terminé.',
  notLearnt:
    'Le réseau n’a pas appris la tâche dans le temps donné. De petits poids dans un réseau profond et étroit peuvent rester bloqués\u00a0: essayez une autre graine ou plus d’époques.',
  describe: {
    groups: (count: number, groups: string) =>
      count === 4
        ? 'Les quatre points cachés se distinguent tous.'
        : `Les points cachés forment ${count === 1 ? 'un groupe' : `${count} groupes`}\u00a0: ${groups}.`,
    pairs: (near: string, far: string) =>
      `La paire la plus proche est ${near}, la plus éloignée ${far}\u00a0; les nombres sont des distances au carré.`,
    loss: (loss: string) => `perte ${loss}.`,
    at: (epoch: string) => `À l’époque ${epoch}\u00a0:`,
    and: ' et ',
  },
} satisfies Words<typeof English>;
