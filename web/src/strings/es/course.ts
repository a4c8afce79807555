/** Words of the list of chapters. */
import type { courseStrings as English } from '../course.ts';
import type { Words } from '../words.ts';

export const courseStrings = {
  label: 'Tu progreso',
  progress: (done: number, tasks: number) =>
    done === 0 ? `sin empezar: ${tasks} preguntas y ejercicios` : `${done} de ${tasks} preguntas y ejercicios hechos`,
  finished: '✓ todo hecho',
  predictions: {
    title: 'Tus predicciones',
    tally: (right: number, judged: number) =>
      `${right} de ${judged} predicciones fueron correctas. Donde una no lo fue, el capítulo dice por qué: vuelve a mirarlo.`,
    missing: 'No se han podido cargar las preguntas de este capítulo.',
    yours: (value: string) => `Tú: ${value}`,
    shown: (value: string) => `La ejecución: ${value}`,
    drawn: 'tu dibujo',
    curve: 'su curva',
    matrix: 'seis distancias',
    correlated: (value: string) => `correlación con las medidas ${value}`,
    waiting: 'aún sin ejecutar',
    right: 'correcta',
    wrong: 'no correcta',
    unjudged: 'sin juzgar',
  },
} satisfies Words<typeof English>;
