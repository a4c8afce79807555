<<<<<<< HEAD
import type { strings as English } from '../en.ts';
import type { Words } from '../words.ts';

/** Words that all pages share. */
export const strings = {
  chart: {
    menu: 'Options de la figure',
    showTable: 'Montrer les nombres',
    hideTable: 'Cacher les nombres',
    csv: 'Enregistrer en CSV',
    png: 'Enregistrer en PNG',
    svg: 'Enregistrer en SVG',
    key: 'trait plein : mesuré ; tirets : théorie',
=======
/** Words that all pages share. */
import type { strings as English } from '../en.ts';
import type { Words } from '../words.ts';

export const strings = {
  chart: {
    menu: 'Options de la figure',
    showTable: 'Afficher les nombres',
    hideTable: 'Masquer les nombres',
    csv: 'Enregistrer en CSV',
    png: 'Enregistrer en PNG',
    svg: 'Enregistrer en SVG',
    key: 'trait plein : mesuré, tirets : théorie',
>>>>>>> a7d038d (German for the pages on two networks and on a class; what all pages share in Spanish, French and Chinese)
    nothing: 'Pas encore de données.',
    fromTo: (name: string, first: string, last: string) => `${name}, de ${first} à ${last}`,
    single: (name: string, value: string, at: string) => `${name}, ${value} à ${at}`,
    between: (name: string, least: string, greatest: string) => `${name}, entre ${least} et ${greatest}`,
    upright: (name: string, at: string) => `${name}, à ${at}`,
    lowest: (value: string, at: string) => `minimum ${value} à ${at}`,
    highest: (value: string, at: string) => `maximum ${value} à ${at}`,
    range: (title: string, from: string, to: string) => `${title} de ${from} à ${to}`,
    below: (least: string) => `les valeurs inférieures à ${least} ne sont pas tracées`,
<<<<<<< HEAD
    line: (heading: string) => `Ligne de lecture : ${heading}`,
    noLine: 'non placée',
    keys: 'Les flèches gauche et droite déplacent une ligne de lecture ; Échap l’enlève.',
  },
  matrix: {
    of: (size: number) => `Matrice de ${size} sur ${size} distances.`,
    cell: (row: string, column: string, value: string) => `${row} à ${column} : ${value}`,
    cells: (heading: string) => `Case : ${heading}`,
    noCell: 'aucune choisie',
    keys: 'Les flèches mènent de case en case ; Échap quitte la matrice.',
=======
    line: (heading: string) => `Ligne de lecture : ${heading}`,
    noLine: 'non placée',
    keys: 'Les flèches gauche et droite déplacent une ligne de lecture ; Échap l’enlève.',
  },
  matrix: {
    of: (size: number) => `Matrice de ${size} sur ${size} distances.`,
    cell: (row: string, column: string, value: string) => `${row} à ${column} : ${value}`,
    cells: (heading: string) => `Case : ${heading}`,
    noCell: 'aucune choisie',
    keys: 'Les flèches mènent d’une case à l’autre ; Échap quitte la matrice.',
>>>>>>> a7d038d (German for the pages on two networks and on a class; what all pages share in Spanish, French and Chinese)
    scale: 'Échelle',
  },
  run: {
    label: 'Exécution',
    run: 'Lancer',
    resume: 'Reprendre',
    pause: 'Pause',
    again: 'Relancer',
<<<<<<< HEAD
    step: 'Pas',
    stepTitle: (epochs: number) => (epochs === 1 ? 'Avancer d’une époque' : `Avancer de ${epochs} époques`),
    reset: 'Réinitialiser',
    resetTitle: 'Revenir aux mêmes poids initiaux',
    newSeed: 'Nouvelle graine',
=======
    step: 'Un pas',
    stepTitle: (epochs: number) => (epochs === 1 ? 'Avancer d’une époque' : `Avancer de ${epochs} époques`),
    reset: 'Réinitialiser',
    resetTitle: 'Revenir aux mêmes poids initiaux',
    newSeed: 'Autre graine',
>>>>>>> a7d038d (German for the pages on two networks and on a class; what all pages share in Spanish, French and Chinese)
    speed: 'Vitesse',
    fullSpeed: 'Maximale',
    perSecond: (epochs: number) => `${epochs} époques/s`,
    progress: 'Progression de l’exécution',
    epochOf: (epoch: number, epochs: number) => `époque ${epoch} sur ${epochs}`,
    rate: (rate: string) => `${rate} époques/s`,
    left: (time: string) => `encore ${time} environ`,
<<<<<<< HEAD
    states: { idle: 'prêt', paused: 'en pause', finished: 'terminé', diverged: 'divergé' },
  },
  unknownInLink: (names: string, preset: string) =>
    `Ce lien nomme des choses qui n’existent pas ici et qui ont été laissées de côté : ${names}. « ${preset} » est ouvert, avec le reste de ce que dit le lien.`,
  seed: (seed: number) => `Graine ${seed}`,
  locked: {
    why: 'Donnez votre prédiction ci-dessus, et ce laboratoire s’ouvrira.',
    open: 'L’ouvrir sans prédire',
  },
  failure: {
    load: 'Le moteur de calcul n’a pas pu démarrer.',
    other: 'Quelque chose s’est mal passé dans le moteur de calcul. Vos réglages sont conservés.',
=======
    states: { idle: 'prêt', paused: 'en pause', finished: 'terminé', diverged: 'a divergé' },
  },
  unknownInLink: (names: string, preset: string) => `Ce lien nomme ce qui n’existe pas ici, et qui a été laissé de côté : ${names}. « ${preset} » est ouvert, avec le reste de ce que dit le lien.`,
  seed: (seed: number) => `Graine ${seed}`,
  locked: {
    why: 'Faites votre prédiction à la question ci-dessus pour ouvrir ceci.',
    open: 'Ouvrir sans prédire',
  },
  failure: {
    load: 'Le moteur de calcul n’a pas pu démarrer.',
    other: 'Un problème est survenu dans le moteur de calcul. Vos réglages sont conservés.',
>>>>>>> a7d038d (German for the pages on two networks and on a class; what all pages share in Spanish, French and Chinese)
    again: 'Réessayer',
    trap: 'Le moteur de calcul s’est arrêté de façon inattendue. Vos réglages sont conservés.',
    restart: 'Recommencer',
  },
  update: {
<<<<<<< HEAD
    ready:
      'Une nouvelle version de ce site est prête. Toutes ses pages ouvertes se rechargeront ; vos réglages restent dans l’adresse, et une exécution repart du début.',
    now: 'Mettre à jour',
    later: 'Plus tard',
  },
  theme: { label: 'Couleurs', auto: 'Comme le système', light: 'Clair', dark: 'Sombre' },
=======
    ready: 'Une nouvelle version de ce site est prête. Toutes ses pages ouvertes seront rechargées ; vos réglages restent dans l’adresse, et une exécution recommence.',
    now: 'Mettre à jour',
    later: 'Plus tard',
  },
  theme: {
    label: 'Couleurs',
    auto: 'Comme le système',
    light: 'Clair',
    dark: 'Sombre',
  },
>>>>>>> a7d038d (German for the pages on two networks and on a class; what all pages share in Spanish, French and Chinese)
} satisfies Words<typeof English>;
