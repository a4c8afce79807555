/** Words of the page on a class. */
import type { classStrings as English } from '../class.ts';
import type { Words } from '../words.ts';

export const classStrings = {
  open: 'Abrir archivos',
  openFolder: 'Abrir una carpeta',
  drop: 'o suéltalos aquí, también carpetas',
  save: 'Guardar como CSV',
  remove: 'Quitar todo',
  reading: 'Leyendo…',
  read: (students: number, answers: number) =>
    `${students} ${students === 1 ? 'estudiante' : 'estudiantes'}, ${answers} ${answers === 1 ? 'respuesta' : 'respuestas'}.`,
  nothing: 'Ninguno de estos archivos contiene respuestas.',
  refusedTitle: (count: number) => (count === 1 ? '1 archivo no se ha aceptado' : `${count} archivos no se han aceptado`),
  refused: {
    json: 'no es JSON',
    format: 'no contiene respuestas; permitido: un archivo guardado con «Guardar en un archivo» al final de un capítulo, de una hoja de trabajo o de todo el curso, o la propia hoja de trabajo',
    none: 'no se ha podido leer ninguna de sus respuestas',
    size: (bytes: string, most: string) => `tiene ${bytes} bytes; permitido: ${most} como mucho`,
  },
  missing: (chapter: string) => `No se ha podido cargar el capítulo ${chapter}: sus respuestas se cuentan, pero no se juzgan.`,
  table: {
    title: 'Quién ha hecho qué',
    student: 'Estudiante',
    last: 'Última respuesta',
    cell: (answered: number, right: number, judged: number) =>
      judged > 0 ? `${answered} (${right} de ${judged} ${right === 1 ? 'correcta' : 'correctas'})` : `${answered}`,
    none: '–',
    of: (questions: number) => `de ${questions}`,
  },
  erred: {
    title: 'Dónde se equivocó la mayoría',
    note: 'Las preguntas cuya predicción hicieron y vieron juzgada al menos tres estudiantes; primero, las que más veces fallaron.',
    none: 'Se han juzgado demasiado pocas predicciones para decirlo.',
    share: (wrong: number, judged: number) => `${wrong} de ${judged} no ${wrong === 1 ? 'correcta' : 'correctas'}`,
  },
  spread: {
    title: 'Cómo se reparten las predicciones',
    tally: (answered: number, right: number, wrong: number) =>
      [
        `${answered} ${answered === 1 ? 'respuesta' : 'respuestas'}`,
        ...(right + wrong > 0 ? [`${right} ${right === 1 ? 'correcta' : 'correctas'}`, `${wrong} no`] : []),
      ].join(', '),
    count: (count: number) => `${count}`,
    between: (from: string, to: string) => `de ${from} a ${to}`,
    outcome: (values: string) => `Las ejecuciones dieron ${values}.`,
    shown: 'lo que mostraron las ejecuciones',
    drawings: (count: number) => `Dibujos de ${count} ${count === 1 ? 'estudiante' : 'estudiantes'}`,
    student: (name: string) => `dibujado por ${name}`,
    run: 'una ejecución',
    time: 'tiempo (parte de la ejecución)',
    matrix: 'Correlación con las distancias medidas',
    nobody: 'no respondió nadie',
    left: (count: number) =>
      count === 1
        ? '1 respuesta más no corresponde a ninguna pregunta del capítulo tal como es ahora.'
        : `${count} respuestas más no corresponden a ninguna pregunta del capítulo tal como es ahora.`,
  },
  csv: { student: 'estudiante', chapter: 'capítulo', question: 'pregunta', answer: 'respuesta', outcome: 'resultado', verdict: 'veredicto', time: 'momento' },
} satisfies Words<typeof English>;
