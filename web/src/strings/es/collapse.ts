/** Words of the feature-collapse lab. */
import { formatCount } from '../../shell/format.ts';
import type { collapseStrings as English } from '../collapse.ts';
import type { Words } from '../words.ts';

export const collapseStrings = {
  label: 'Laboratorio: una red lee una coordenada de una mancha',
  notLearnt: 'La ejecución terminó antes de aprender la tarea. Para que la aprenda, dale más épocas u otra semilla.',
  regime: 'Pesos iniciales',
  regimes: { rich: 'Pequeños: rico', intermediate: 'Intermedio', lazy: 'Grandes: perezoso' },
  size: 'Puntos',
  sizes: { small: '200 (10 × 10 centros)', paper: 'Los 1800 del artículo' },
  otherSize: (side: number) => `${formatCount(2 * side * side)} (${side} × ${side} centros)`,
  sizeNote: {
    small:
      'El conjunto pequeño: 10 × 10 centros en los dos contextos, minilotes de 16, una tasa de aprendizaje mayor. «Pequeños: rico» tiene aquí una ganancia de 0,35, porque con la de 0,275 del artículo una ejecución espera más en una meseta. La red es la del artículo, y una ejecución dura segundos.',
    paper:
      'El conjunto del artículo: 30 × 30 centros en los dos contextos, minilotes de 64. Una ejecución dura minutos; mientras tanto la página se puede usar, y arriba se ve el tiempo que queda.',
  },
  gain: 'ganancia',
  gainHint: (rate: string, follows: boolean) =>
    follows
      ? `Factor de los pesos iniciales. La siguen la tasa de aprendizaje, ahora ${rate}, y las épocas.`
      : `Factor de los pesos iniciales. Tasa de aprendizaje ${rate}.`,
  epochs: 'épocas',
  epochsHint: 'Cuánto dura una ejecución.',
  layer: 'capa oculta que se mira',
  layerOf: (layer: number, of: number) => `${layer + 1} de ${of}`,
  shown: 'época mostrada',
  atStart: 'Al inicio',
  atEnd: 'Última',
  time: 'tiempo (épocas)',
  colourBy: 'Color según',
  colours: { relevant: 'Lo que se pregunta', irrelevant: 'Lo que no', context: 'Contexto' },
  cloud: {
    heading: (layer: number) => `Todos los puntos en la capa oculta ${layer + 1}`,
    note: (share: number, reach: string) =>
      `Ampliado hasta llenar el marco: el punto más alejado está a ${reach} del centro (en unidades de activación). Estas tres dimensiones recogen el ${share}\u00a0% de la varianza.`,
    scale: 'De −1 (oscuro) a 1 (claro). Discos: se pregunta u; cuadrados: v.',
    kinds: 'Discos: se pregunta u; cuadrados: v.',
  },
  contextsLabel: 'Mostrar',
  contextsShown: { both: 'los dos contextos', 0: 'se pregunta u', 1: 'se pregunta v' },
  contextName: (context: number) => (context === 0 ? 'se pregunta u' : 'se pregunta v'),
  end: (coordinate: string, value: string) => `${coordinate} = ${value}`,
  point: {
    heading: 'Una entrada',
    hint: 'Señala una marca de la nube, o elige aquí.',
    context: 'Contexto',
    contexts: ['«¿u?»', '«¿v?»'],
    u: 'u de la mancha (derecha)',
    v: 'v de la mancha (arriba)',
    picture: (u: string, v: string) => `Imagen de 5 por 5 píxeles: una mancha, con el centro en u = ${u}, v = ${v}.`,
    target: (value: string) => `objetivo ${value}`,
    meaning: (coordinate: string, other: string) =>
      `El contexto pregunta por ${coordinate}; ${other} no importa. La línea une todos los puntos que solo difieren de este en ${other}.`,
    length: (share: string) => `En la imagen, la distancia entre sus extremos es ${share} de la que hay entre los extremos del rasgo preguntado.`,
  },
  index: 'Índice de colapso de las capas ocultas',
  indexOf: (layer: number) => `Índice de colapso de la capa oculta ${layer + 1}`,
  indexAxis: 'distancia al cuadrado, irrelevante entre relevante',
  indexNote: '1: los dos rasgos por igual. 0: el irrelevante se ha fundido.',
  indexUndefined: (layers: string) =>
    `No hay índice (${layers}) donde una capa da las mismas activaciones a puntos que difieren en lo que se pregunta, como cuando todas sus unidades están muertas.`,
  layerLabel: (layer: number) => `capa ${layer + 1}`,
  loss: 'Pérdida de entrenamiento',
  lossAxis: 'mitad del error cuadrático medio',
  lossLabel: 'pérdida',
  yourDrawing: 'tu dibujo',
  drawingNote: 'continua: medido; discontinua: tu dibujo',
  structure: {
    initial: 'Al inicio',
    measured: 'Medido al final',
    predicted: 'Predicho por la teoría',
    note: (points: number, ratio: string, fitted: boolean) =>
      `Distancias al cuadrado entre ${points} puntos de una cuadrícula regular, ordenados por contexto, después por lo que se pregunta (su valor está junto a las filas) y después por lo que no. Predicción y medida comparten escala; el inicio tiene la suya. Cociente r = ${ratio}${fitted ? ', el que mejor se ajusta a estas distancias: fija la escala, y el dibujo viene de los datos y del inicio.' : '.'}`,
    correlation: 'Correlación con las distancias medidas:',
    theory: 'teoría',
    start: 'el inicio',
    within: 'teoría, pares de un mismo contexto',
    waiting: 'Aparece cuando ha terminado una ejecución.',
  },
  sweep: {
    heading: 'Colapso según la ganancia',
    start: 'Iniciar el barrido',
    again: 'Barrer otra vez',
    stop: 'Parar',
    seeds: 'Semillas',
    about: (runs: number, workers: number) => `${runs} ejecuciones con los 200 puntos, ${workers} a la vez.`,
    progress: 'Progreso del barrido',
    left: (time: string) => `quedan unos ${time}`,
    done: (gain: string, layer: number) => `En la capa oculta ${layer + 1}, el índice pasa por un medio con una ganancia de unos ${gain}.`,
    undecided: (layer: number) => `En la capa oculta ${layer + 1}, el índice no pasa por un medio dentro de estas ganancias.`,
    notLearnt: (count: number) =>
      count === 1
        ? '1 ejecución no aprendió en el tiempo dado y se ha dejado fuera.'
        : `${count} ejecuciones no aprendieron en el tiempo dado y se han dejado fuera.`,
    xAxis: 'ganancia de los pesos iniciales',
    half: 'un medio',
    yours: 'tu ganancia',
    note: 'Líneas: la mediana de las semillas, al final del entrenamiento. Puntos: ejecuciones sueltas. Discontinua: un medio.',
    layerMiddle: (layer: number) => `capa ${layer + 1}`,
    runs: (layer: number) => `ejecuciones sueltas, capa ${layer + 1}`,
  },
  describe: {
    at: (epoch: string) => `En la época ${epoch}:`,
    loss: (loss: string) => `pérdida ${loss}.`,
    start: 'Antes del entrenamiento, la capa trata por igual lo que se pregunta y lo que no.',
    plateau: 'La red responde más o menos la media de las dos coordenadas: todavía no ha entendido qué pregunta el contexto.',
    merging: (width: string) =>
      `Los puntos que solo difieren en lo que no se pregunta se han acercado, aunque la tarea aún no está aprendida del todo: por término medio, la anchura de las dos hojas es ${width} de su longitud.`,
    drawnTogether: (width: string) =>
      `Los puntos que solo difieren en lo que no se pregunta se han acercado: por término medio, la anchura de las dos hojas es ${width} de su longitud.`,
    merged: (width: string) =>
      `Los puntos que solo difieren en lo que no se pregunta se han fundido: cada contexto se ha vuelto casi una línea, cuya anchura es por término medio ${width} de su longitud.`,
    undefined:
      'La capa da las mismas activaciones a puntos que difieren en lo que se pregunta, como cuando todas sus unidades están muertas: no hay índice.',
    partly: 'Lo que no se pregunta todavía cuenta, pero menos que lo que sí.',
    kept: 'La tarea está aprendida, y sin embargo la capa conserva los dos rasgos.',
    index: (layer: number, index: string) => `Índice de colapso de la capa oculta ${layer + 1}: ${index}.`,
    finished: 'El entrenamiento ha terminado.',
  },
} satisfies Words<typeof English>;
