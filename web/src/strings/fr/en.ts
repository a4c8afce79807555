import { sayProblem } from '../../shell/allowed.ts';
import type { Problem } from '../../engine/protocol.ts';
import type { strings as English } from '../en.ts';
import type { Words } from '../words.ts';
import { coreWords } from './core-words.ts';

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
    nothing: 'Pas encore de données.',
    fromTo: (name: string, first: string, last: string) => `${name}, de ${first} à ${last}`,
    single: (name: string, value: string, at: string) => `${name}, ${value} à ${at}`,
    between: (name: string, least: string, greatest: string) => `${name}, entre ${least} et ${greatest}`,
    upright: (name: string, at: string) => `${name}, à ${at}`,
    lowest: (value: string, at: string) => `minimum ${value} à ${at}`,
    highest: (value: string, at: string) => `maximum ${value} à ${at}`,
    range: (title: string, from: string, to: string) => `${title} de ${from} à ${to}`,
    below: (least: string) => `les valeurs inférieures à ${least} ne sont pas tracées`,
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
    scale: 'Échelle',
  },
  run: {
    label: 'Exécution',
    run: 'Lancer',
    resume: 'Reprendre',
    pause: 'Pause',
    again: 'Relancer',
    step: 'Pas',
    stepTitle: (epochs: number) => (epochs === 1 ? 'Avancer d’une époque' : `Avancer de ${epochs} époques`),
    reset: 'Réinitialiser',
    resetTitle: 'Revenir aux mêmes poids initiaux',
    newSeed: 'Nouvelle graine',
    speed: 'Vitesse',
    fullSpeed: 'Maximale',
    perSecond: (epochs: number) => `${epochs} époques/s`,
    progress: 'Progression de l’exécution',
    epochOf: (epoch: number, epochs: number) => `époque ${epoch} sur ${epochs}`,
    rate: (rate: string) => `${rate} époques/s`,
    left: (time: string) => `encore ${time} environ`,
    states: { idle: 'prêt', paused: 'en pause', finished: 'terminé', diverged: 'divergé' },
  },
  unknownInLink: (names: string, preset: string) =>
    `Ce lien nomme des choses qui n’existent pas ici et qui ont été laissées de côté : ${names}. « ${preset} » est ouvert, avec le reste de ce que dit le lien.`,
  seed: (seed: number) => `Graine ${seed}`,
  refused: (problem: Problem) =>
    sayProblem(coreWords, problem, (field, value, allowed) => `${field} est ${value}\u00a0; admis\u00a0: ${allowed}`),
  locked: {
    why: 'Donnez votre prédiction ci-dessus, et ce laboratoire s’ouvrira.',
    open: 'L’ouvrir sans prédire',
  },
  failure: {
    load: 'Le moteur de calcul n’a pas pu démarrer.',
    other: 'Quelque chose s’est mal passé dans le moteur de calcul. Vos réglages sont conservés.',
    again: 'Réessayer',
    trap: 'Le moteur de calcul s’est arrêté de façon inattendue. Vos réglages sont conservés.',
    restart: 'Recommencer',
  },
  update: {
    ready:
      'Une nouvelle version de ce site est prête. Toutes ses pages ouvertes se rechargeront ; vos réglages restent dans l’adresse, et une exécution repart du début.',
    now: 'Mettre à jour',
    later: 'Plus tard',
  },
  theme: { label: 'Couleurs', auto: 'Comme le système', light: 'Clair', dark: 'Sombre' },
} satisfies Words<typeof English>;
