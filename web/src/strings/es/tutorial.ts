import type { Receiver } from '../../tutorial/answers.ts';
import type { tutorialStrings as English } from '../tutorial.ts';
import type { Words } from '../words.ts';

/** Words of the tutorials' own elements: questions, checkpoints, answers. */
export const tutorialStrings = {
  question: 'Predice primero',
  commit: 'Esta es mi predicción: iniciar',
  commitOnly: 'Esta es mi predicción',
  change: 'Cambiar mi predicción',
  skip: 'Saltar la pregunta',
  choose: 'Elige primero una respuesta.',
  committed: 'Tu predicción está hecha. La red se entrena…',
  waiting: 'Inicia el laboratorio para comparar tu predicción con lo que pasa.',
  skipped: 'Saltada. Todavía puedes responder.',
  right: (said: string) => `Correcto. Como habías predicho: ${said}.`,
  wrong: (said: string, shown: string) => `Esta vez no. Predijiste «${said}». La ejecución mostró: ${shown}.`,
  unjudged: (said: string) => `Predijiste «${said}». Compáralo con lo que muestra el laboratorio.`,
  other: (measured: string, what: string) => `${measured} (${what})`,
  number: {
    label: 'Tu número',
    choose: 'Escribe primero un número.',
    between: (min: string, max: string) => `Escribe un número de ${min} a ${max}.`,
    atMost: (max: string) => `No puede ser mayor que ${max}.`,
    atLeast: (min: string) => `No puede ser menor que ${min}.`,
    negative: 'No puede ser negativo.',
    near: (yours: string, measured: string, percent: string) =>
      `Correcto, con un ${percent}\u00a0% de margen: predijiste ${yours}, la ejecución mostró ${measured}.`,
    off: (yours: string, measured: string, percent: string) =>
      `Esta vez no. Predijiste ${yours}. La ejecución mostró ${measured}. Habría valido con un error de hasta el ${percent}\u00a0%.`,
  },
  notLearnt: 'Esta ejecución no aprendió la tarea, así que no decide nada. Pulsa «Nueva semilla» e inicia otra vez.',
  drawing: {
    choose: 'Dibuja primero tu curva.',
    hint: 'Dibuja con el puntero. Con el teclado: izquierda y derecha eligen un punto, arriba y abajo lo mueven.',
    start: 'comienzo',
    point: (epoch: string, value: string) => `en la época ${epoch}: ${value}`,
    measured: (value: string) => `; medido ${value}`,
    pointLabel: (k: number, of: number) => `Punto ${k} de ${of} de tu curva`,
    verdict: (mean: string, epoch: string, yours: string, theirs: string) =>
      `Por término medio, tu curva se aparta ${mean} de la medida. Donde más difieren es en la época ${epoch}: tú dibujaste ${yours}, la red estaba en ${theirs}.`,
    yours: 'tú',
    theirs: 'la red',
    good: 'Muy cerca.',
    axis: 'tiempo (épocas)',
  },
  matrix: {
    choose: 'Pon primero al menos una distancia.',
    hint: 'Arrastra una celda hacia arriba o hacia abajo, o elígela y usa las flechas. 0: los dos puntos coinciden; 1: tan separados como el par más alejado.',
    label: 'Distancias al cuadrado, de 0 a 1',
    cell: (a: string, b: string) => `distancia entre ${a} y ${b}`,
    verdict: (yours: string) => `Correlación de tu matriz con la medida: ${yours}.`,
    theory: (theirs: string) => `La de la teoría: ${theirs}.`,
    constant: 'ninguna (es igual en todas partes)',
  },
  set: (lab: string, phrase: string) => `${lab}. Ajustado: ${phrase}.`,
  reveal: 'Qué pasó y por qué aparecerá aquí cuando hayas predicho.',
  revealAnyway: 'Mostrarlo ya',
  checkpoint: {
    title: 'Ejercicio',
    done: 'Hecho.',
    doneBefore: 'Hecho en una ejecución anterior.',
    todo: 'Se comprueba mientras corre el laboratorio; está hecho cuando una ejecución terminada cumple todas las condiciones:',
    now: (value: string) => `ahora\u00a0${value}`,
    met: 'cumplida',
    unmet: 'todavía no',
  },
  progress: {
    questions: (done: number, all: number) => `${done} de ${all} preguntas respondidas`,
    exercises: (done: number, all: number) => `${done} de ${all} ${all === 1 ? 'ejercicio hecho' : 'ejercicios hechos'}`,
    goOn: (heading: string) => `Continuar en «${heading}»`,
  },
  relations: {
    '<': 'menor que',
    '>': 'mayor que',
    '=': 'igual a',
    '<=': 'como mucho',
    '>=': 'al menos',
  },
  answers: {
    title: 'Tus respuestas',
    kept: (count: number, receiver: Receiver) => {
      const also = {
        nobody: ' y en ningún otro sitio',
        host: ', y también pasan a la página que contiene esta',
        lms: ', y también se comunican a tu plataforma de aprendizaje',
      }[receiver];
      return count === 0
        ? `Todavía no has respondido nada. Las respuestas se guardan en este navegador${also}.`
        : `${count} ${count === 1 ? 'respuesta guardada' : 'respuestas guardadas'} en este navegador${also}.`;
    },
    refused: (receiver: Receiver) =>
      ({
        nobody: 'Este navegador no guarda nada de esta página; tus respuestas duran hasta que salgas de ella.',
        host: 'Este navegador no guarda nada de esta página; tus respuestas duran aquí hasta que salgas de ella. También pasan a la página que contiene esta.',
        lms: 'Este navegador no guarda nada de esta página. Tus respuestas se comunican a tu plataforma de aprendizaje.',
      })[receiver],
    save: 'Guardar en un archivo',
    clear: 'Borrar estas respuestas',
    confirm: '¿Borrar todas tus respuestas a este capítulo?',
    others: (count: number) => `También hay respuestas a ${count === 1 ? 'otro capítulo' : `otros ${count} capítulos`}.`,
    saveCourse: 'Guardar las respuestas de todo el curso',
    clearCourse: 'Borrar las respuestas de todo el curso',
    confirmCourse: '¿Borrar tus respuestas a todos los capítulos del curso?',
  },
} satisfies Words<typeof English>;
