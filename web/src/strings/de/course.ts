import type { Translation } from '../language.ts';

/** Words of the list of chapters. */
export const course = {
  label: 'Dein Fortschritt',
  progress: (done: number, tasks: number) =>
    done === 0
      ? `noch nicht begonnen: ${tasks} Fragen und Aufgaben`
      : `${done} von ${tasks} Fragen und Aufgaben erledigt`,
  finished: '✓ alles erledigt',
} satisfies Translation['course'];
