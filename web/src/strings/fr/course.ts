/** Words of the list of chapters. */
import type { courseStrings as English } from '../course.ts';
import type { Words } from '../words.ts';

export const courseStrings = {
  label: 'Où vous en êtes',
  progress: (done: number, tasks: number) =>
    done === 0
      ? `pas commencé\u00a0: ${tasks} questions et exercices`
      : `${done} sur ${tasks} questions et exercices faits`,
  finished: '✓ tout est fait',
  predictions: {
    title: 'Vos prédictions',
    tally: (right: number, judged: number) =>
      `${right} prédictions justes sur ${judged}. Là où l’une ne l’était pas, le chapitre dit pourquoi\u00a0: regardez-le de nouveau.`,
    missing: 'Les questions de ce chapitre n’ont pas pu être chargées.',
    yours: (value: string) => `Vous\u00a0: ${value}`,
    shown: (value: string) => `L’exécution\u00a0: ${value}`,
    drawn: 'votre dessin',
    curve: 'sa courbe',
    matrix: 'six distances',
    correlated: (value: string) => `corrélation avec les distances mesurées ${value}`,
    waiting: 'pas encore lancé',
    right: 'juste',
    wrong: 'pas juste',
    unjudged: 'non jugé',
  },
} satisfies Words<typeof English>;
