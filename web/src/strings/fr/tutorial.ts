import type { Receiver } from '../../tutorial/answers.ts';
import type { tutorialStrings as English } from '../tutorial.ts';
import type { Words } from '../words.ts';

/** Words of the tutorials' own elements: questions, checkpoints, answers. */
export const tutorialStrings = {
  question: 'Prédisez d’abord',
  commit: 'C’est ma prédiction : lancer',
  commitOnly: 'C’est ma prédiction',
  change: 'Changer ma prédiction',
  skip: 'Passer la question',
  choose: 'Choisissez d’abord une réponse.',
  committed: 'Votre prédiction est faite. Le réseau s’entraîne…',
  waiting: 'Lancez le laboratoire pour comparer votre prédiction à ce qui se passe.',
  skipped: 'Passée. Vous pouvez encore répondre.',
  right: (said: string) => `Juste. Comme vous l’aviez prédit : ${said}.`,
  wrong: (said: string, shown: string) => `Pas cette fois. Vous aviez prédit « ${said} ». L’exécution a montré : ${shown}.`,
  unjudged: (said: string) => `Vous aviez prédit « ${said} ». Comparez avec ce que montre le laboratoire.`,
  other: (measured: string, what: string) => `${measured} (${what})`,
  number: {
    label: 'Votre nombre',
    choose: 'Donnez d’abord un nombre.',
    between: (min: string, max: string) => `Donnez un nombre de ${min} à ${max}.`,
    atMost: (max: string) => `Cela ne peut pas dépasser ${max}.`,
    atLeast: (min: string) => `Cela ne peut pas être inférieur à ${min}.`,
    negative: 'Cela ne peut pas être négatif.',
    near: (yours: string, measured: string, percent: string) =>
      `Juste, à ${percent} % près : vous aviez prédit ${yours}, l’exécution a montré ${measured}.`,
    off: (yours: string, measured: string, percent: string) =>
      `Pas cette fois. Vous aviez prédit ${yours}. L’exécution a montré ${measured}. Tout écart jusqu’à ${percent} % aurait été accepté.`,
  },
  notLearnt: 'Cette exécution n’a pas appris la tâche ; elle ne décide donc de rien. Appuyez sur « Nouvelle graine » et relancez.',
  drawing: {
    choose: 'Dessinez d’abord votre courbe.',
    hint: 'Dessinez avec le pointeur. Au clavier : gauche et droite choisissent un point, haut et bas le déplacent.',
    start: 'départ',
    point: (epoch: string, value: string) => `à l’époque ${epoch} : ${value}`,
    measured: (value: string) => ` ; mesuré ${value}`,
    pointLabel: (k: number, of: number) => `Point ${k} sur ${of} de votre courbe`,
    verdict: (mean: string, epoch: string, yours: string, theirs: string) =>
      `En moyenne, votre courbe s’écarte de ${mean} de la courbe mesurée. L’écart est le plus grand à l’époque ${epoch} : vous avez dessiné ${yours}, le réseau était à ${theirs}.`,
    yours: 'vous',
    theirs: 'le réseau',
    good: 'Très proche.',
    axis: 'temps (époques)',
  },
  matrix: {
    choose: 'Réglez d’abord au moins une distance.',
    hint: 'Faites glisser une case vers le haut ou le bas, ou choisissez-la et prenez les flèches. 0 : les deux points coïncident ; 1 : aussi éloignés que la paire la plus éloignée.',
    label: 'Distances au carré, de 0 à 1',
    cell: (a: string, b: string) => `distance entre ${a} et ${b}`,
    verdict: (yours: string) => `Corrélation de votre matrice avec la matrice mesurée : ${yours}.`,
    theory: (theirs: string) => `Celle de la théorie : ${theirs}.`,
    constant: 'aucune (elle est partout la même)',
  },
  set: (lab: string, phrase: string) => `${lab}. Réglé : ${phrase}.`,
  reveal: 'Ce qui s’est passé, et pourquoi, apparaîtra ici quand vous aurez prédit.',
  revealAnyway: 'Le montrer maintenant',
  checkpoint: {
    title: 'Exercice',
    done: 'Réussi.',
    doneBefore: 'Réussi lors d’une exécution précédente.',
    todo: 'Vérifié pendant que le laboratoire tourne ; réussi dès qu’une exécution terminée remplit toutes les conditions :',
    now: (value: string) => `maintenant\u00a0${value}`,
    met: 'remplie',
    unmet: 'pas encore',
  },
  progress: {
    questions: (done: number, all: number) => `${done} questions sur ${all} répondues`,
    exercises: (done: number, all: number) => `${done} ${done > 1 ? 'exercices faits' : 'exercice fait'} sur ${all}`,
    goOn: (heading: string) => `Continuer à « ${heading} »`,
  },
  relations: {
    '<': 'inférieur à',
    '>': 'supérieur à',
    '=': 'égal à',
    '<=': 'au plus',
    '>=': 'au moins',
  },
  answers: {
    title: 'Vos réponses',
    kept: (count: number, receiver: Receiver) => {
      const also = {
        nobody: ' et nulle part ailleurs',
        host: ', et elles sont aussi transmises à la page qui contient celle-ci',
        lms: ', et elles sont aussi communiquées à votre plateforme d’apprentissage',
      }[receiver];
      return count === 0
        ? `Vous n’avez encore répondu à rien. Les réponses restent dans ce navigateur${also}.`
        : `${count} ${count === 1 ? 'réponse gardée' : 'réponses gardées'} dans ce navigateur${also}.`;
    },
    refused: (receiver: Receiver) =>
      ({
        nobody: 'Ce navigateur ne garde rien pour cette page ; vos réponses durent jusqu’à ce que vous la quittiez.',
        host: 'Ce navigateur ne garde rien pour cette page ; vos réponses durent ici jusqu’à ce que vous la quittiez. Elles sont aussi transmises à la page qui contient celle-ci.',
        lms: 'Ce navigateur ne garde rien pour cette page. Vos réponses sont communiquées à votre plateforme d’apprentissage.',
      })[receiver],
    save: 'Enregistrer dans un fichier',
    clear: 'Effacer ces réponses',
    confirm: 'Effacer toutes vos réponses à ce chapitre ?',
    others: (count: number) => `Il y a aussi des réponses à ${count === 1 ? 'un autre chapitre' : `${count} autres chapitres`}.`,
    saveCourse: 'Enregistrer les réponses de tout le cours',
    clearCourse: 'Effacer les réponses de tout le cours',
    confirmCourse: 'Effacer vos réponses à tous les chapitres du cours ?',
  },
} satisfies Words<typeof English>;
