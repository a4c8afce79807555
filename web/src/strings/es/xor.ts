import type { xorStrings as English } from '../xor.ts';
import type { Words } from '../words.ts';

/** Words of the four-point lab. */
export const xorStrings = {
  label: 'Laboratorio: una red aprende el «o exclusivo»',
  regime: 'Pesos iniciales',
  regimes: {
    rich: 'Pequeños: rico',
    intermediate: 'Intermedio',
    lazy: 'Grandes: perezoso',
    shallow: 'Minúsculos, una capa',
  },
  size: 'Red',
  sizes: { small: 'Pequeña, anchura 100', paper: 'La del artículo, anchura 500' },
  otherSize: (width: number) => `Anchura ${width}`,
  sizeNote:
    'La red pequeña tiene la misma profundidad y ganancia, pero es 5 veces más estrecha y da pasos mayores. Muestra el mismo fenómeno en una fracción del tiempo; pero la teoría pide redes anchas, y aquí las semillas difieren más: algunas mantienen separados dos puntos que la teoría espera juntos.',
  gain: 'ganancia',
  gainHint: (rate: string) => `Factor de los pesos iniciales. La tasa de aprendizaje lo sigue: ${rate}.`,
  layer: 'capa oculta que se mira',
  layerOf: (layer: number, of: number) => `${layer + 1} de ${of}`,
  shown: 'época mostrada',
  plane: 'Puntos ocultos, en el plano',
  planeNote: (spread: string, share: number) =>
    `Ampliado hasta llenar el marco. El par más alejado está a una distancia al cuadrado de ${spread}; el plano recoge el ${Math.round(100 * share)}\u00a0% de las distancias al cuadrado.`,
  units: {
    title: 'Todas las unidades de esta capa, ahora',
    note: (width: number, largest: string) =>
      `Una fila por entrada, una celda por unidad (hay ${width}). Cuanto más intenso es el color, más activa está; la más fuerte está en ${largest}.`,
    none: 'Las unidades se ven cuando la red está lista.',
    row: (name: string, active: number, of: number) => `Entrada ${name}: ${active} de ${of} unidades están activas.`,
  },
  answer: (value: number) => `respuesta ${value}`,
  matrices: { initial: 'Al inicio', measured: 'Medido', predicted: 'Teoría', guess: 'Tu predicción' },
  matrixNote: 'Distancias al cuadrado entre los cuatro puntos ocultos, todas con la misma escala de color.',
  waitingForRatio: (percent: number) => `r se está midiendo con dos puntos: ${percent}\u00a0%.`,
  noRatioYet: 'Necesita el cociente r, que se mide al iniciar.',
  correlation: 'Correlación con las distancias medidas:',
  correlationOf: (whose: string) => `${whose} `,
  whose: { predicted: 'teoría', guess: 'tú', initial: 'el comienzo' },
  ratio: 'Cociente',
  ratioSources: { end: 'Dónde acaban dos puntos', path: 'Ajuste de todo su recorrido' },
  ratioChosen: 'A mano',
  ratioMeasure: 'Medir ahora',
  ratioFailed:
    'Las ejecuciones con dos puntos no dieron un cociente: en ellas la distancia oculta encogió o apenas cambió, y de eso la fórmula no puede sacar un cociente.',
  ratioExplained: {
    end: (count: number) =>
      `Redes con estos ajustes aprendieron dos puntos por su cuenta, y r sale de la distancia a la que acabaron. No se usó nada de la ejecución de arriba. La mediana de ${count}:`,
    path: (count: number) =>
      `Las tres ecuaciones se ajustaron a redes con estos ajustes mientras aprendían dos puntos por su cuenta. No se usó nada de la ejecución de arriba. La mediana de ${count}:`,
  },
  ratioSpread: 'Difieren mucho: toma este cociente con cautela.',
  ratioPoor: (r2: string) => `El peor ajuste explica poco (R² ${r2}): toma este cociente con cautela.`,
  ratioByHand: 'Muévelo y mira qué distancias puede cambiar y cuáles no.',
  distances: 'Distancias al cuadrado de los seis pares',
  distancesAxis: 'distancia al cuadrado',
  loss: 'Pérdida de entrenamiento',
  lossAxis: 'error cuadrático medio',
  time: 'tiempo (épocas)',
  different: 'respuestas distintas',
  same: 'misma respuesta',
  predictedEnd: (pair: string) => `${pair}, final predicho`,
  lossLabel: 'pérdida',
  yourDrawing: 'tu dibujo',
  drawingNote: 'continua: medido; discontinua: tu dibujo',
  finished: 'El entrenamiento ha terminado.',
  notLearnt:
    'La red no ha aprendido la tarea en el tiempo dado. Con pesos pequeños, una red estrecha y profunda puede atascarse: prueba otra semilla o más épocas.',
  describe: {
    groups: (count: number, groups: string) =>
      count === 4
        ? 'Los cuatro puntos ocultos se distinguen.'
        : `Los puntos ocultos forman ${count === 1 ? 'un grupo' : `${count} grupos`}: ${groups}.`,
    pairs: (near: string, far: string) =>
      `El par más cercano es ${near}, el más alejado ${far}; los números son distancias al cuadrado.`,
    loss: (loss: string) => `pérdida ${loss}.`,
    at: (epoch: string) => `En la época ${epoch}:`,
    and: ' y ',
  },
} satisfies Words<typeof English>;
