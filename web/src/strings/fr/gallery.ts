/** Words of the page "The paper, figure by figure". */
import type { galleryStrings as English, figureWords as EnglishFigures, settingWords as EnglishSettings } from '../gallery.ts';
import type { Words } from '../words.ts';

export const figureWords = {
  trajectories: {
    question: 'Trois équations à deux taux ajustés suivent-elles le mouvement de deux points dans des réseaux très différents\u00a0?',
    reading:
      'Chaque réglage est un autre réseau, qui se distingue par la profondeur, la largeur, l’activation, l’architecture ou l’optimiseur. Les traits pleins y sont mesurés, les tirets sont la théorie avec les deux taux qui s’ajustent le mieux. La couche est celle où la théorie réussit le mieux.',
    why: 'Adam, un gain de 1,4 et les convolutions sont manqués à cause de la moyenne des cibles, dont la théorie suppose qu’elle s’apprend à part de leur différence. Avec des cibles centrées sur zéro, où il n’y a pas de moyenne à apprendre, h ne dépasse pas sous Adam, dans aucun de cinq réseaux, et avec un gain de 1,4 il grandit de 6 à 26 pour cent, comme le veut la théorie, alors qu’il avait rétréci de 34 à 40 (trois réseaux chacun\u00a0; R² de h de 0,58 à 0,94 au lieu de −35 à −21). Les trois réseaux convolutifs dont le signal s’éteignait apprennent alors tous (R² de h de 0,96 à 0,98)\u00a0; avec les cibles de l’article, il est resté éteint pendant trois fois plus d’époques (deux essayés).',
  },
  depth: {
    question: 'À quelle couche cachée la théorie tient-elle\u00a0?',
    reading:
      'Une exécution, la théorie ajustée à chacune de ses couches. La théorie suppose que les couches de part et d’autre de celle que l’on regarde sont assez flexibles pour n’importe quel petit changement. Près de l’entrée, il y en a trop peu avant elle\u00a0; près de la sortie, trop peu après.',
  },
  altered: {
    question: 'Sont-ce ces trois équations qui conviennent, ou d’autres feraient-elles aussi bien\u00a0?',
    reading:
      'La même exécution, ajustée par la théorie et par quatre systèmes dont un terme est changé. Dans les courbes, les deux taux sont libres\u00a0: les résidus sont donc ce qu’aucun choix des taux ne peut enlever. Le programme des auteurs fixait en fait le rapport des taux pour les deux premiers, et le résultat est donné pour les deux façons.',
  },
  'final-structure': {
    question: 'Où finissent deux points quand leurs entrées et leurs cibles sont plus ou moins éloignées\u00a0?',
    reading:
      'Chaque point est un réseau entraîné sur deux points d’un autre écart. Sur la diagonale en tirets, la formule close est juste\u00a0; un réglage a un seul rapport des taux pour tous ses points.',
    why: 'La théorie tient les deux taux pour des constantes, quel que soit l’écart. La fin de chaque réseau dit quel rapport y aurait mené\u00a0: dans les réseaux lisses, et avec des connexions résiduelles ou le dropout, il est le même à chaque écart\u00a0; avec ReLU, leaky ReLU, les convolutions et Adam, non, et dans un réseau qui rétrécit sa distance cachée, comme aux gains de 1,3 et 1,4, aucun rapport n’y mène. Que zéro soit ou non entre les deux entrées n’est pas ce qui décide\u00a0: dans des réseaux étroits (trois graines) dont les entrées sont à chaque écart de part et d’autre de zéro, ou d’un seul côté, le rapport baisse d’un facteur 3 à 4 de |dx| = 0,5 à 1,5, comme aux places des auteurs. Ce n’est pas non plus la moyenne des cibles sous Adam\u00a0: avec des cibles centrées sur zéro (une graine, |dy*| = 1), h finit à 0,35, 1,99 et 0,86 pour |dx| = 0,5, 1 et 1,5, là aussi sans ordre.',
  },
  xor: {
    question: 'Quatre points au lieu de deux\u00a0: leurs distances se prédisent-elles paire par paire\u00a0?',
    reading:
      'Distances entre les quatre représentations cachées\u00a0: avant l’entraînement, après, et selon la formule close, avec le rapport des taux du réseau habituel sur deux points. Selon la formule close, les points de même réponse (00 et 11, 01 et 10) se confondent quand l’apprentissage est riche.',
  },
  'feature-collapse': {
    question: 'Un réseau abandonne-t-il ce dont la réponse n’a pas besoin\u00a0?',
    reading:
      'Des images d’une tache, avec un contexte qui dit laquelle de ses deux coordonnées est demandée. L’autre coordonnée n’est pas pertinente. Un réseau qui l’abandonne tient au même endroit les images qui ne diffèrent que par elle.',
  },
  'rich-to-lazy': {
    question: 'Qu’est-ce qui décide de la distance finale\u00a0: les données, ou les poids de départ du réseau\u00a0?',
    reading:
      'Chaque point est une exécution\u00a0; vers la droite, les poids initiaux sont plus grands. Selon la formule close, de petits poids mènent toute exécution à une distance que fixent les données (la limite riche), et de grands poids la laissent où elle a commencé (la limite paresseuse).',
  },
  'digits-trajectories': {
    question: 'Une théorie de deux points suit-elle deux chiffres parmi des milliers\u00a0?',
    reading: 'Le réseau apprend des chiffres manuscrits\u00a0; la théorie n’en connaît que deux, et on l’ajuste à leur distance.',
  },
  'digits-structure': {
    question: 'Peut-on prédire les distances entre cent chiffres manuscrits\u00a0?',
    reading: 'Distances au carré entre les représentations cachées de chiffres rangés par classe, mesurées et prédites à partir des paires.',
  },
  fashion: {
    question: 'Cela va-t-il au-delà des chiffres\u00a0? Les mêmes analyses sur des images de vêtements',
    reading: 'Les mêmes questions que pour les chiffres, posées à Fashion-MNIST. Ce n’est pas dans l’article.',
    why: 'La plupart des réseaux moyennés n’ont pas appris avec les pas de 0,005 d’Adam. Avec des pas de 0,001, trois sur trois finissent avec une exactitude de 0,83 à 0,85 sur les images mises de côté, et dans chacun la prédiction lissée a une corrélation de 0,46 à 0,50 sur toutes les paires. Ce n’est pas un succès de la théorie\u00a0: le fait que deux images soient de la même classe donne à lui seul 0,47 à 0,52, et entre les classes la prédiction ne vaut pas mieux que le hasard (0,00 à 0,11).',
  },
  attention: {
    question: 'Cela va-t-il au-delà des couches\u00a0? Les mêmes équations sur un bloc d’auto-attention',
    reading: 'Auto-attention avec connexions résiduelles et normalisation de couche. Ce n’est pas dans l’article.',
  },
  ablation: {
    question: 'Quels détails d’un réseau la théorie manque-t-elle, et de combien\u00a0?',
    reading: 'Un réglage changé à la fois, à partir du réseau habituel. Ce n’est pas dans l’article.',
    why: 'Deux points aussi proches que |dx|^2 = 0,1 ne sont pas appris dans le temps qu’ils ont\u00a0: l’ajustement ne porte donc que sur un début. Dans trois réseaux sur trois, pour |dy*|^2 = 0,5 et pour 2, la perte a fini là où les deux points reçoivent la même réponse, |dy*|^2 / 8. Ce n’est pas la moyenne des cibles qui les gêne, car avec des cibles centrées il en était de même. Pour |dy*|^2 = 0,5, on leur a donné dix fois plus d’époques\u00a0: un a appris en trois fois plus de temps, tous les trois en dix.',
  },
  alignment: {
    question: 'Des réseaux qui apprennent chacun de leur côté arrivent-ils à la même géométrie\u00a0?',
    reading:
      'La CKA linéaire dit à quel point deux réseaux placent de même les mêmes points, de quelque façon que chacun soit tourné ou agrandi\u00a0: 1, c’est la même forme. Chaque ligne est une paire de réseaux de graines différentes, ou la médiane de cinq paires. Les lignes grises sont ce qui ne tient pas à un apprentissage commun\u00a0: un réseau qui a appris les cibles d’autres points, et les entrées que tous voient. Ce n’est pas dans l’article.',
  },
} satisfies Words<typeof EnglishFigures>;

export const settingWords = {
  adam: 'Adam',
  cnn: 'convolutions',
  elu: 'ELU',
  relu: 'ReLU',
  skip: 'connexions résiduelles',
  swish: 'Swish',
} satisfies Words<typeof EnglishSettings>;

const layerOf = (layer: number, runs: number) =>
  runs === 1 ? `À la couche ${layer}` : `À la couche ${layer}, dans les médianes de ${runs} exécutions`;
const measuredIn = (networks: number) => (networks === 1 ? 'mesuré, un réseau' : `mesuré, moyenne de ${networks} réseaux`);
const digitsStructure = (networks: number, all: string, across: string) =>
  `${networks === 1 ? 'Dans un réseau' : `Dans la moyenne de ${networks} réseaux`}, distances mesurées et lissées ont une corrélation de ${all}, et de ${across} sans les paires d’un même chiffre.`;
const featureCollapse = (index: string, runs: number) =>
  `L’indice d’effondrement, distance selon l’attribut non pertinent sur celle selon l’attribut pertinent, finit à ${index}${runs === 1 ? '' : `, dans la médiane de ${runs} exécutions`}.`;

export const galleryStrings = {
  none: 'Ce site a été construit sans résultats enregistrés.',
  contents: 'Les figures d’un coup d’œil',
  columns: { figure: 'figure', question: 'question', outcome: 'résultat' },
  within: 'conforme à l’annonce',
  outside: 'non conforme à l’annonce',
  paperShowed: 'L’article',
  where: (where: string) => ` (${where})`,
  band: 'Annoncé avant de regarder',
  cameOut: 'Ce qui est sorti',
  asTheAuthors: 'Ici, comme les auteurs l’ont fait',
  anotherWay: 'Ici, autrement',
  why: 'Pourquoi, par une expérience',
  seeds: (count: number) => (count === 1 ? 'une graine' : `${count} graines`),
  quick: 'Les exécutions enregistrées sont réduites\u00a0: des couches de 100 unités au plus\u00a0; seule l’allure peut donc être comparée.',
  numbers: {
    caption: (seeds: string) => `Résultat enregistré, ${seeds}\u00a0: médiane, avec le plus petit et le plus grand.`,
    all: (count: number) => `Tous les ${count} nombres`,
    quantity: 'grandeur',
    paper: 'article',
    ours: 'enregistré ici',
    absent: '–',
    without: (count: number) => `${count} sans valeur`,
  },
  altered: 'Cassez vous-même les équations',
  loading: 'Chargement du résultat enregistré…',
  failed: (reason: string) => `Le résultat enregistré n’a pas pu être montré\u00a0: ${reason}`,
  again: 'Réessayer',
  choose: 'Réglage',
  setting: (name: string, title: string) => `${name}\u00a0: ${title}`,
  showAll: 'Charger toutes les figures maintenant, par exemple pour imprimer',
  allShown: 'Toutes les figures sont chargées.',
  stored: 'enregistré',
  storedName: (name: string) => `${name}, exécution enregistrée`,
  here: 'ici',
  hereName: (name: string) => `${name}, exécuté ici`,
  describe: {
    over: (title: string) => `en fonction de ${title}`,
    curve: (name: string, first: string, last: string, [from, to]: [string, string]) =>
      `${name}\u00a0: ${first} à ${from}, ${last} à ${to}`,
    dots: (name: string, count: number, x: [string, string], y: [string, string]) =>
      `${name}\u00a0: ${count} points, de ${x[0]} à ${x[1]} en largeur, de ${y[0]} à ${y[1]} en hauteur`,
  },
  points: {
    colour: 'Couleur',
    withUnit: (label: string, unit: string) => `${label} (${unit})`,
    explained: (shares: readonly string[]) => `Les trois axes contiennent ${shares.join('\u00a0%, ')}\u00a0% de la variance.`,
    description: (heading: string, count: number, colour: string) =>
      `${heading}\u00a0: ${count} points en trois dimensions, colorés selon ${colour}.`,
  },
  rerun: {
    titleOf: (figure: string) => `L’exécuter de nouveau ici\u00a0: ${figure}`,
    size: 'Taille',
    workers: (count: number) => (count === 1 ? 'un processus' : `${count} processus à la fois`),
    run: 'L’exécuter de nouveau ici',
    pause: 'Pause',
    resume: 'Reprendre',
    stop: 'Arrêter',
    forget: 'Retirer cette exécution',
    measuredIn,
    digitsStructure,
    featureCollapse,
    runs: (count: number) => (count === 1 ? 'une exécution' : `${count} exécutions`),
    estimating: 'mesure de cet appareil…',
    estimate: (time: string) => `environ ${time} sur cet appareil`,
    atMost: (time: string) => `au plus ${time} sur cet appareil`,
    fetches: 'va d’abord chercher les images\u00a0; le temps s’affiche une fois lancé',
    estimateFailed: 'sa durée n’a pas pu être estimée',
    progress: 'Progression des exécutions',
    doneOf: (done: number, runs: number) => `${done} exécutions sur ${runs}`,
    left: (time: string) => `encore ${time} environ`,
    atMostLeft: (time: string) => `encore ${time} au plus`,
    paused: 'en pause',
    preparing: 'préparation',
    finishing: 'ajustement de la théorie',
    stopped: 'Arrêté. Rien de ces exécutions n’a été gardé.',
    kept: (size: string, when: string) => `Exécuté ici, ${size}, ${when}.`,
    notKept: 'Ce navigateur n’enregistre rien\u00a0: le résultat dure jusqu’à ce que vous quittiez la page.',
    same: (count: number) =>
      count === 1
        ? 'Identique à l’exécution enregistrée\u00a0: les mêmes nombres jusqu’au dernier bit.'
        : `Identiques aux exécutions enregistrées\u00a0: toutes les ${count} finissent sur les mêmes nombres jusqu’au dernier bit.`,
    differs: (name: string, what: string, here: string, stored: string) =>
      `Pas identique\u00a0: ${name} a fini à ${what} = ${here} ici, ${stored} dans l’exécution enregistrée.`,
    partly: (same: number, compared: number) => `${same} exécutions sur ${compared} sont identiques à celles qui sont enregistrées.`,
    incomparable: 'Ce ne sont pas les réglages des exécutions enregistrées\u00a0; seule l’allure peut donc être comparée.',
    diverged: (name: string, message: string) => `${name} a divergé\u00a0: ${message}`,
    failed: (name: string, message: string) => `${name} a été abandonné\u00a0: ${message}`,
    overlay: 'Vif\u00a0: exécuté ici. Pâle\u00a0: enregistré.',
  },
  sentences: {
    trajectories: (layer: number, runs: number, h: string, y: string, w: string) =>
      `${layerOf(layer, runs)}, R² vaut ${h} pour h, ${y} pour y et ${w} pour w.`,
    altered: (times: string, runs: number) =>
      `Résidus rapportés à ceux de la théorie${runs === 1 ? '' : `, dans les médianes de ${runs} exécutions`}\u00a0: ${times}.`,
    depth: (layer: number, runs: number, misfit: string, first: string) =>
      `${runs === 1 ? 'Dans cette exécution' : `Dans les médianes de ${runs} exécutions`}, les résidus sont les plus petits à la couche ${layer}\u00a0: ${misfit}, contre ${first} à la couche 0.`,
    finalStructure: (runs: number, correlation: string, ratio: string) =>
      `Sur ${runs} exécutions, distances prédites et mesurées ont une corrélation de ${correlation} (rapport des taux ${ratio}).`,
    xor: (correlation: string, ratio: string) =>
      `Distances prédites et mesurées des six paires ont une corrélation de ${correlation} (rapport des taux ${ratio}).`,
    richToLazy: (gains: number, worst: string, gain: string) =>
      `De ${gains} gains, le plus éloigné de la formule close est ${gain}\u00a0: à un facteur ${worst}.`,
    measuredIn,
    digitsStructure,
    featureCollapse,
    runs: (count: number) => (count === 1 ? 'Une exécution terminée.' : `${count} exécutions terminées.`),
  },
  sizes: {
    one: 'une graine, comme enregistré',
    all: (seeds: number) => `les ${seeds} graines, comme enregistré`,
    reduced: 'réduit\u00a0: couches de 100 unités, une graine',
    half: 'réduit\u00a0: la moitié des époques',
  },
} satisfies Words<typeof English>;
