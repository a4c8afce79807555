/** Words of the feature-collapse lab. */
import { formatCount } from '../../shell/format.ts';
import type { collapseStrings as English } from '../collapse.ts';
import type { Words } from '../words.ts';

export const collapseStrings = {
  label: 'Laboratoire\u00a0: un réseau lit une coordonnée d’une tache',
  notLearnt:
    'L’exécution s’est terminée avant que la tâche soit apprise. Pour qu’elle le soit, donnez-lui plus d’époques ou une autre graine.',
  regime: 'Poids initiaux',
  regimes: { rich: 'Petits\u00a0: riche', intermediate: 'Intermédiaire', lazy: 'Grands\u00a0: paresseux' },
  size: 'Points',
  sizes: { small: '200 (10 × 10 centres)', paper: 'Les 1800 de l’article' },
  otherSize: (side: number) => `${formatCount(2 * side * side)} (${side} × ${side} centres)`,
  sizeNote: {
    small:
      'Le petit ensemble\u00a0: 10 × 10 centres dans les deux contextes, mini-lots de 16, un taux d’apprentissage plus grand. «\u00a0Petits\u00a0: riche\u00a0» y a un gain de 0,35, car avec le 0,275 de l’article une exécution attend plus longtemps sur un plateau. Le réseau est celui de l’article, et une exécution dure quelques secondes.',
    paper:
      'L’ensemble de l’article\u00a0: 30 × 30 centres dans les deux contextes, mini-lots de 64. Une exécution dure des minutes\u00a0; la page reste utilisable pendant ce temps, et le temps restant est affiché plus haut.',
  },
  gain: 'gain',
  gainHint: (rate: string, follows: boolean) =>
    follows
      ? `Facteur des poids initiaux. Le taux d’apprentissage, maintenant ${rate}, et les époques le suivent.`
      : `Facteur des poids initiaux. Taux d’apprentissage ${rate}.`,
  epochs: 'époques',
  epochsHint: 'Combien de temps dure une exécution.',
  layer: 'couche cachée regardée',
  layerOf: (layer: number, of: number) => `${layer + 1} sur ${of}`,
  shown: 'époque affichée',
  atStart: 'Au départ',
  atEnd: 'Dernière',
  time: 'temps (époques)',
  colourBy: 'Couleur selon',
  colours: { relevant: 'Ce qui est demandé', irrelevant: 'Ce qui ne l’est pas', context: 'Contexte' },
  cloud: {
    heading: (layer: number) => `Tous les points dans la couche cachée ${layer + 1}`,
    note: (share: number, reach: string) =>
      `Agrandi aux dimensions du cadre\u00a0: le point le plus éloigné est à ${reach} du milieu (en unités d’activation). Ces trois dimensions contiennent ${share}\u00a0% de la variance.`,
    scale: 'De −1 (sombre) à 1 (clair). Disques\u00a0: u est demandé\u00a0; carrés\u00a0: v l’est.',
    kinds: 'Disques\u00a0: u est demandé\u00a0; carrés\u00a0: v l’est.',
  },
  contextsLabel: 'Montrer',
  contextsShown: { both: 'les deux contextes', 0: 'u demandé', 1: 'v demandé' },
  contextName: (context: number) => (context === 0 ? 'u demandé' : 'v demandé'),
  end: (coordinate: string, value: string) => `${coordinate} = ${value}`,
  point: {
    heading: 'Une entrée',
    hint: 'Pointez une marque du nuage, ou choisissez ici.',
    context: 'Contexte',
    contexts: ['«\u00a0u\u00a0?\u00a0»', '«\u00a0v\u00a0?\u00a0»'],
    u: 'u de la tache (droite)',
    v: 'v de la tache (haut)',
    picture: (u: string, v: string) => `Image de 5 pixels sur 5\u00a0: une tache, son centre en u = ${u}, v = ${v}.`,
    target: (value: string) => `cible ${value}`,
    meaning: (coordinate: string, other: string) =>
      `Le contexte demande ${coordinate}\u00a0; ${other} n’importe pas. La ligne joint tous les points qui ne diffèrent de celui-ci que par ${other}.`,
    length: (share: string) =>
      `Sur l’image, ses bouts sont écartés de ${share} de l’écart entre les bouts de l’attribut demandé.`,
  },
  index: 'Indice d’effondrement des couches cachées',
  indexOf: (layer: number) => `Indice d’effondrement de la couche cachée ${layer + 1}`,
  indexAxis: 'distance au carré, non pertinent sur pertinent',
  indexNote: '1\u00a0: les deux attributs à égalité. 0\u00a0: celui qui n’est pas pertinent s’est confondu.',
  indexUndefined: (layers: string) =>
    `Pas d’indice (${layers}) là où une couche donne les mêmes activations à des points qui diffèrent par ce qui est demandé, par exemple quand toutes ses unités sont mortes.`,
  layerLabel: (layer: number) => `couche ${layer + 1}`,
  loss: 'Perte d’entraînement',
  lossAxis: 'moitié de l’erreur quadratique moyenne',
  lossLabel: 'perte',
  yourDrawing: 'votre dessin',
  drawingNote: 'trait plein\u00a0: mesuré\u00a0; tirets\u00a0: votre dessin',
  structure: {
    initial: 'Au départ',
    measured: 'Mesuré à la fin',
    predicted: 'Prédit par la théorie',
    note: (points: number, ratio: string, fitted: boolean) =>
      `Distances au carré entre ${points} points d’une grille régulière, rangés par contexte, puis par ce qui est demandé (sa valeur est écrite à côté des lignes), puis par ce qui ne l’est pas. Prédiction et mesure ont la même échelle\u00a0; le départ a la sienne. Rapport r = ${ratio}${fitted ? ', celui qui s’ajuste le mieux à ces distances\u00a0: il fixe l’échelle, et le motif vient des données et du départ.' : '.'}`,
    correlation: 'Corrélation avec les distances mesurées\u00a0:',
    theory: 'théorie',
    start: 'le départ',
    within: 'théorie, paires d’un même contexte',
    waiting: 'Apparaît quand une exécution est terminée.',
  },
  sweep: {
    heading: 'Effondrement selon le gain',
    start: 'Lancer le balayage',
    again: 'Balayer de nouveau',
    stop: 'Arrêter',
    seeds: 'Graines',
    about: (runs: number, workers: number) => `${runs} exécutions sur les 200 points, ${workers} à la fois.`,
    progress: 'Progression du balayage',
    left: (time: string) => `encore ${time} environ`,
    done: (gain: string, layer: number) => `Dans la couche cachée ${layer + 1}, l’indice passe par un demi pour un gain d’environ ${gain}.`,
    undecided: (layer: number) => `Dans la couche cachée ${layer + 1}, l’indice ne passe pas par un demi entre ces gains.`,
    notLearnt: (count: number) =>
      count === 1
        ? '1 exécution n’a pas appris dans le temps donné\u00a0; elle est laissée de côté.'
        : `${count} exécutions n’ont pas appris dans le temps donné\u00a0; elles sont laissées de côté.`,
    xAxis: 'gain des poids initiaux',
    half: 'un demi',
    yours: 'votre gain',
    note: 'Lignes\u00a0: la médiane sur les graines, à la fin de l’entraînement. Points\u00a0: les exécutions une à une. Tirets\u00a0: un demi.',
    layerMiddle: (layer: number) => `couche ${layer + 1}`,
    runs: (layer: number) => `exécutions, couche ${layer + 1}`,
  },
  describe: {
    at: (epoch: string) => `À l’époque ${epoch}\u00a0:`,
    loss: (loss: string) => `perte ${loss}.`,
    start: 'Avant l’entraînement, la couche traite de même ce qui est demandé et ce qui ne l’est pas.',
    plateau: 'Le réseau répond à peu près la moyenne des deux coordonnées\u00a0: il n’a pas encore compris ce que demande le contexte.',
    merging: (width: string) =>
      `Les points qui ne diffèrent que par ce qui n’est pas demandé se sont rapprochés, bien que la tâche ne soit pas encore tout à fait apprise\u00a0: en moyenne, la largeur des deux feuilles est ${width} de leur longueur.`,
    drawnTogether: (width: string) =>
      `Les points qui ne diffèrent que par ce qui n’est pas demandé se sont rapprochés\u00a0: en moyenne, la largeur des deux feuilles est ${width} de leur longueur.`,
    merged: (width: string) =>
      `Les points qui ne diffèrent que par ce qui n’est pas demandé se sont confondus\u00a0: chaque contexte est presque devenu une ligne, dont la largeur est en moyenne ${width} de la longueur.`,
    undefined:
      'La couche donne les mêmes activations à des points qui diffèrent par ce qui est demandé, par exemple quand toutes ses unités sont mortes\u00a0: il n’y a pas d’indice.',
    partly: 'Ce qui n’est pas demandé compte encore, mais moins que ce qui l’est.',
    kept: 'La tâche est apprise, et pourtant la couche garde les deux attributs.',
    index: (layer: number, index: string) => `Indice d’effondrement de la couche cachée ${layer + 1}\u00a0: ${index}.`,
    finished: 'L’entraînement est terminé.',
  },
} satisfies Words<typeof English>;
