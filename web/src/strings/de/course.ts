import type { courseStrings as English } from '../course.ts';
import type { Words } from '../words.ts';

/** Words of the list of chapters. */
export const courseStrings = {
  label: 'Dein Fortschritt',
  progress: (done: number, tasks: number) =>
    done === 0
      ? `noch nicht begonnen: ${tasks} Fragen und Aufgaben`
      : `${done} von ${tasks} Fragen und Aufgaben erledigt`,
  finished: '✓ alles erledigt',
  predictions: {
    title: 'Deine Vorhersagen',
    tally: (right: number, judged: number) =>
      `${right} von ${judged} Vorhersagen waren richtig. Wo eine es nicht war, sagt das Kapitel, warum: Sieh es dir noch einmal an.`,
    missing: 'Die Fragen dieses Kapitels ließen sich nicht laden.',
    yours: (value: string) => `Du: ${value}`,
    shown: (value: string) => `Der Lauf: ${value}`,
    drawn: 'deine Zeichnung',
    curve: 'seine Kurve',
    matrix: 'sechs Abstände',
    correlated: (value: string) => `Korrelation mit den gemessenen ${value}`,
    waiting: 'noch nicht gelaufen',
    right: 'richtig',
    wrong: 'nicht richtig',
    unjudged: 'nicht bewertet',
  },
} satisfies Words<typeof English>;
