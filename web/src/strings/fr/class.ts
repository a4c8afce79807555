/** Words of the page on a class. */
import type { classStrings as English } from '../class.ts';
import type { Words } from '../words.ts';

const many = (n: number, one: string, more = `${one}s`) => `${n} ${n < 2 ? one : more}`;

export const classStrings = {
  open: 'Ouvrir des fichiers',
  openFolder: 'Ouvrir un dossier',
  drop: 'ou déposez-les ici, dossiers compris',
  save: 'Enregistrer en CSV',
  remove: 'Tout retirer',
  reading: 'Lecture…',
  read: (students: number, answers: number) => `${many(students, 'étudiant')}, ${many(answers, 'réponse')}.`,
  nothing: 'Aucun de ces fichiers ne contient de réponses.',
  refusedTitle: (count: number) => (count === 1 ? '1 fichier n’a pas été pris' : `${count} fichiers n’ont pas été pris`),
  refused: {
    json: 'ce n’est pas du JSON',
    format: 'il ne contient pas de réponses\u00a0; admis\u00a0: un fichier enregistré par «\u00a0Enregistrer dans un fichier\u00a0» à la fin d’un chapitre, d’une fiche ou de tout le cours, ou une fiche elle-même',
    none: 'aucune de ses réponses n’a pu être lue',
    size: (bytes: string, most: string) => `il fait ${bytes} octets\u00a0; admis\u00a0: ${most} au plus`,
  },
  missing: (chapter: string) => `Le chapitre ${chapter} n’a pas pu être chargé\u00a0: ses réponses sont comptées, sans être jugées.`,
  table: {
    title: 'Qui a fait quoi',
    student: 'Étudiant',
    last: 'Dernière réponse',
    cell: (answered: number, right: number, judged: number) =>
      judged > 0 ? `${answered} (${many(right, 'juste')} sur ${judged})` : `${answered}`,
    none: '–',
    of: (questions: number) => `sur ${questions}`,
  },
  erred: {
    title: 'Où la plupart se sont trompés',
    note: 'Les questions dont au moins trois étudiants ont fait la prédiction et l’ont vue jugée\u00a0; en tête, les plus souvent fausses.',
    none: 'Trop peu de prédictions ont été jugées pour le dire.',
    share: (wrong: number, judged: number) => `${wrong} sur ${judged} pas ${wrong < 2 ? 'juste' : 'justes'}`,
  },
  spread: {
    title: 'Comment les prédictions se répartissent',
    tally: (answered: number, right: number, wrong: number) =>
      [many(answered, 'réponse'), ...(right + wrong > 0 ? [many(right, 'juste'), `${wrong} non`] : [])].join(', '),
    count: (count: number) => `${count}`,
    between: (from: string, to: string) => `de ${from} à ${to}`,
    outcome: (values: string) => `Les exécutions ont donné ${values}.`,
    shown: 'ce que les exécutions ont montré',
    drawings: (count: number) => `Dessins de ${many(count, 'étudiant')}`,
    student: (name: string) => `dessiné par ${name}`,
    run: 'une exécution',
    time: 'temps (part de l’exécution)',
    matrix: 'Corrélation avec les distances mesurées',
    nobody: 'personne n’a répondu',
    left: (count: number) =>
      count === 1
        ? '1 autre réponse ne correspond à aucune question du chapitre tel qu’il est maintenant.'
        : `${count} autres réponses ne correspondent à aucune question du chapitre tel qu’il est maintenant.`,
  },
  csv: { student: 'étudiant', chapter: 'chapitre', question: 'question', answer: 'réponse', outcome: 'résultat', verdict: 'verdict', time: 'moment' },
} satisfies Words<typeof English>;
