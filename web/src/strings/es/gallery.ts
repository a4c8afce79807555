/** Words of the page "The paper, figure by figure". */
import type { galleryStrings as English, figureWords as EnglishFigures, settingWords as EnglishSettings } from '../gallery.ts';
import type { Words } from '../words.ts';

export const figureWords = {
  trajectories: {
    question: '¿Siguen tres ecuaciones con dos tasas ajustadas el movimiento de dos puntos dentro de redes muy distintas?',
    reading:
      'Cada ajuste es otra red, que se distingue por la profundidad, la anchura, la activación, la arquitectura o el optimizador. Las líneas continuas se miden en ella; las discontinuas son la teoría con las dos tasas que mejor se ajustan. La capa es aquella en la que mejor le va a la teoría.',
    why: 'Adam, una ganancia de 1,4 y las convoluciones fallan por la media de los objetivos, que la teoría supone aprendida aparte de su diferencia. Con objetivos centrados en cero, de modo que no hay media que aprender, h no se pasa con Adam en ninguna de cinco redes, y con ganancia 1,4 crece del 6 al 26 por ciento, como espera la teoría, donde antes había encogido del 34 al 40 (tres redes en cada caso; R² de h de 0,58 a 0,94 en lugar de −35 a −21). Las tres redes convolucionales cuya señal se apagaba aprenden entonces todas (R² de h de 0,96 a 0,98); con los objetivos del artículo siguió apagada en el triple de épocas (se probaron dos).',
  },
  depth: {
    question: '¿En qué capa oculta se cumple la teoría?',
    reading:
      'Una ejecución, con la teoría ajustada en cada una de sus capas. La teoría supone que las capas de ambos lados de la que se mira son lo bastante flexibles para cualquier cambio pequeño. Cerca de la entrada hay demasiado pocas antes; cerca de la salida, demasiado pocas después.',
  },
  altered: {
    question: '¿Son estas tres ecuaciones las que se ajustan, o servirían otras igual de bien?',
    reading:
      'La misma ejecución ajustada por la teoría y por cuatro sistemas con un término alterado. En las curvas las dos tasas son libres, así que los residuos son lo que ninguna elección de tasas puede quitar. El programa de los autores fijaba de hecho el cociente de las tasas en los dos primeros, y el resultado se da de las dos maneras.',
  },
  'final-structure': {
    question: '¿Dónde acaban dos puntos cuando sus entradas y sus objetivos están más o menos separados?',
    reading:
      'Cada punto es una red entrenada con dos puntos de otra separación. En la diagonal discontinua la fórmula cerrada acierta; un ajuste tiene un solo cociente de tasas para todos sus puntos.',
    why: 'La teoría toma las dos tasas por constantes, sea cual sea la separación. El propio final de cada red dice qué cociente habría llevado hasta él: en redes suaves, y con conexiones residuales o dropout, es el mismo con cada separación; con ReLU, leaky ReLU, convoluciones y Adam no lo es, y en una red que encoge su distancia oculta, como con ganancias de 1,3 y 1,4, ningún cociente lleva hasta él. Que el cero quede o no entre las dos entradas no es lo que decide: en redes estrechas (tres semillas) con las entradas a ambos lados del cero con cada separación, o a un solo lado, el cociente baja por un factor de 3 a 4 de |dx| = 0,5 a 1,5, como en los lugares de los autores. Tampoco es la media de los objetivos con Adam: con objetivos centrados en cero (una semilla, |dy*| = 1), h acaba en 0,35, 1,99 y 0,86 para |dx| = 0,5, 1 y 1,5, tampoco en orden.',
  },
  xor: {
    question: 'Cuatro puntos en vez de dos: ¿se pueden predecir sus distancias par por par?',
    reading:
      'Distancias entre las cuatro representaciones ocultas: antes del entrenamiento, después, y según la fórmula cerrada, con el cociente de tasas de la red habitual con dos puntos. Según la fórmula cerrada, los puntos que comparten respuesta (00 y 11, 01 y 10) se funden cuando el aprendizaje es rico.',
  },
  'feature-collapse': {
    question: '¿Suelta una red lo que la respuesta no necesita?',
    reading:
      'Imágenes de una mancha con un contexto que dice por cuál de sus dos coordenadas se pregunta. La otra coordenada es irrelevante. Una red que la suelta mantiene en un mismo lugar las imágenes que solo difieren en ella.',
  },
  'rich-to-lazy': {
    question: '¿Qué decide la distancia final: los datos, o los pesos con que empezó la red?',
    reading:
      'Cada punto es una ejecución; hacia la derecha los pesos iniciales son mayores. Según la fórmula cerrada, los pesos pequeños llevan toda ejecución a una distancia que fijan los datos (el límite rico), y los grandes la dejan donde empezó (el límite perezoso).',
  },
  'digits-trajectories': {
    question: '¿Sigue una teoría de dos puntos a dos dígitos entre miles?',
    reading: 'La red aprende dígitos manuscritos; a la teoría solo se le dan dos, y se ajusta a su distancia.',
  },
  'digits-structure': {
    question: '¿Se pueden predecir las distancias entre cien dígitos manuscritos?',
    reading: 'Distancias al cuadrado entre representaciones ocultas de dígitos ordenados por clase, medidas y predichas a partir de pares.',
  },
  fashion: {
    question: '¿Va más allá de los dígitos? Los mismos análisis con imágenes de ropa',
    reading: 'Las mismas preguntas que con los dígitos, hechas a Fashion-MNIST. Esto no está en el artículo.',
    why: 'La mayoría de las redes promediadas no han aprendido con los pasos de 0,005 de Adam. Con pasos de 0,001, tres de tres acaban con una exactitud de 0,83 a 0,85 en las imágenes reservadas, y en cada una la predicción suavizada tiene una correlación de 0,46 a 0,50 sobre todos los pares. No es un éxito de la teoría: que dos imágenes sean o no de la misma clase da por sí solo de 0,47 a 0,52, y entre clases la predicción no supera al azar (de 0,00 a 0,11).',
  },
  attention: {
    question: '¿Va más allá de las capas? Las mismas ecuaciones en un bloque de autoatención',
    reading: 'Autoatención con conexiones residuales y normalización de capa. Esto no está en el artículo.',
  },
  ablation: {
    question: '¿Qué detalles de una red se le escapan a la teoría, y por cuánto?',
    reading: 'Un ajuste cambiado cada vez, a partir de la red habitual. Esto no está en el artículo.',
    why: 'Dos puntos tan cercanos como |dx|^2 = 0,1 no se aprenden en el tiempo que tienen, así que se ajusta un comienzo: en tres de tres redes, con |dy*|^2 = 0,5 y con 2, la pérdida acabó donde los dos puntos reciben la misma respuesta, |dy*|^2 / 8. No es que les estorbe la media de los objetivos, pues con objetivos centrados fue igual. Con |dy*|^2 = 0,5 se les dio diez veces más épocas: una aprendió en el triple, las tres en diez veces más.',
  },
  alignment: {
    question: '¿Llegan a la misma geometría redes que aprenden por separado?',
    reading:
      'La CKA lineal dice hasta qué punto dos redes colocan igual los mismos puntos, se gire o se amplíe cada una como se quiera: 1 es la misma forma. Cada línea es un par de redes que difieren en la semilla, o la mediana de cinco pares. Las líneas grises son lo que nada tiene que ver con aprender lo mismo: una red que aprendió los objetivos de otros puntos, y las entradas que todas ven. Esto no está en el artículo.',
  },
} satisfies Words<typeof EnglishFigures>;

export const settingWords = {
  adam: 'Adam',
  cnn: 'convoluciones',
  elu: 'ELU',
  relu: 'ReLU',
  skip: 'conexiones residuales',
  swish: 'Swish',
} satisfies Words<typeof EnglishSettings>;

const layerOf = (layer: number, runs: number) =>
  runs === 1 ? `En la capa ${layer}` : `En la capa ${layer}, en las medianas de ${runs} ejecuciones`;
const measuredIn = (networks: number) => (networks === 1 ? 'medido, una red' : `medido, media de ${networks} redes`);
const digitsStructure = (networks: number, all: string, across: string) =>
  `${networks === 1 ? 'En una red' : `En la media de ${networks} redes`}, las distancias medidas y las suavizadas tienen una correlación de ${all}, y de ${across} sin los pares de un mismo dígito.`;
const featureCollapse = (index: string, runs: number) =>
  `El índice de colapso, distancia a lo largo del rasgo irrelevante entre la del relevante, acaba en ${index}${runs === 1 ? '' : `, en la mediana de ${runs} ejecuciones`}.`;

export const galleryStrings = {
  none: 'Este sitio se construyó sin resultados guardados.',
  contents: 'Las figuras de un vistazo',
  columns: { figure: 'figura', question: 'pregunta', outcome: 'resultado' },
  within: 'salió como se anunció',
  outside: 'no salió como se anunció',
  paperShowed: 'El artículo',
  where: (where: string) => ` (${where})`,
  band: 'Anunciado antes de mirar',
  cameOut: 'Lo que salió',
  asTheAuthors: 'Aquí, como lo hicieron los autores',
  anotherWay: 'Aquí, de otra manera',
  why: 'Por qué, con un experimento',
  seeds: (count: number) => (count === 1 ? 'una semilla' : `${count} semillas`),
  quick: 'Las ejecuciones guardadas son reducidas: capas de 100 unidades como mucho, así que solo se puede comparar la forma.',
  numbers: {
    caption: (seeds: string) => `Resultado guardado, ${seeds}: mediana, con el menor y el mayor.`,
    all: (count: number) => `Los ${count} números`,
    quantity: 'magnitud',
    paper: 'artículo',
    ours: 'guardado aquí',
    absent: '–',
    without: (count: number) => `${count} sin valor`,
  },
  altered: 'Rompe tú las ecuaciones',
  loading: 'Cargando el resultado guardado…',
  failed: (reason: string) => `No se ha podido mostrar el resultado guardado: ${reason}`,
  again: 'Intentarlo otra vez',
  choose: 'Ajuste',
  setting: (name: string, title: string) => `${name}: ${title}`,
  showAll: 'Cargar ahora todas las figuras, por ejemplo para imprimir',
  allShown: 'Todas las figuras están cargadas.',
  stored: 'guardado',
  storedName: (name: string) => `${name}, ejecución guardada`,
  here: 'aquí',
  hereName: (name: string) => `${name}, ejecutado aquí`,
  describe: {
    over: (title: string) => `frente a ${title}`,
    curve: (name: string, first: string, last: string, [from, to]: [string, string]) =>
      `${name}: ${first} en ${from}, ${last} en ${to}`,
    dots: (name: string, count: number, x: [string, string], y: [string, string]) =>
      `${name}: ${count} puntos, de ${x[0]} a ${x[1]} a lo ancho, de ${y[0]} a ${y[1]} a lo alto`,
  },
  points: {
    colour: 'Color',
    withUnit: (label: string, unit: string) => `${label} (${unit})`,
    explained: (shares: readonly string[]) => `Los tres ejes recogen ${shares.join('\u00a0%, ')}\u00a0% de la varianza.`,
    description: (heading: string, count: number, colour: string) =>
      `${heading}: ${count} puntos en tres dimensiones, coloreados según ${colour}.`,
  },
  rerun: {
    titleOf: (figure: string) => `Ejecutarlo otra vez aquí: ${figure}`,
    size: 'Tamaño',
    workers: (count: number) => (count === 1 ? 'un proceso' : `${count} procesos a la vez`),
    run: 'Ejecutarlo otra vez aquí',
    pause: 'Pausa',
    resume: 'Continuar',
    stop: 'Parar',
    forget: 'Quitar esta ejecución',
    measuredIn,
    digitsStructure,
    featureCollapse,
    runs: (count: number) => (count === 1 ? 'una ejecución' : `${count} ejecuciones`),
    estimating: 'midiendo este dispositivo…',
    estimate: (time: string) => `unos ${time} en este dispositivo`,
    atMost: (time: string) => `como mucho ${time} en este dispositivo`,
    fetches: 'primero trae las imágenes; el tiempo se ve cuando está en marcha',
    estimateFailed: 'no se ha podido estimar su duración',
    progress: 'Progreso de las ejecuciones',
    doneOf: (done: number, runs: number) => `${done} de ${runs} ejecuciones`,
    left: (time: string) => `quedan unos ${time}`,
    atMostLeft: (time: string) => `quedan como mucho ${time}`,
    paused: 'en pausa',
    preparing: 'preparando',
    finishing: 'ajustando la teoría',
    stopped: 'Parado. No se ha guardado nada de estas ejecuciones.',
    kept: (size: string, when: string) => `Ejecutado aquí, ${size}, ${when}.`,
    notKept: 'Este navegador no guarda nada, así que el resultado dura hasta que salgas de la página.',
    same: (count: number) =>
      count === 1
        ? 'Idéntica a la ejecución guardada: los mismos números hasta el último bit.'
        : `Idénticas a las ejecuciones guardadas: las ${count} acaban en los mismos números hasta el último bit.`,
    differs: (name: string, what: string, here: string, stored: string) =>
      `No idéntica: ${name} acabó en ${what} = ${here} aquí, ${stored} en la ejecución guardada.`,
    partly: (same: number, compared: number) => `${same} de ${compared} ejecuciones son idénticas a las guardadas.`,
    incomparable: 'Estos no son los ajustes de las ejecuciones guardadas, así que solo se puede comparar la forma.',
    diverged: (name: string, message: string) => `${name} divergió: ${message}`,
    failed: (name: string, message: string) => `${name} se abandonó: ${message}`,
    overlay: 'Intenso: ejecutado aquí. Tenue: guardado.',
  },
  sentences: {
    trajectories: (layer: number, runs: number, h: string, y: string, w: string) =>
      `${layerOf(layer, runs)}, R² es ${h} para h, ${y} para y y ${w} para w.`,
    altered: (times: string, runs: number) =>
      `Residuos respecto a los de la teoría${runs === 1 ? '' : `, en las medianas de ${runs} ejecuciones`}: ${times}.`,
    depth: (layer: number, runs: number, misfit: string, first: string) =>
      `${runs === 1 ? 'En esta ejecución' : `En las medianas de ${runs} ejecuciones`} los residuos son menores en la capa ${layer}: ${misfit}, frente a ${first} en la capa 0.`,
    finalStructure: (runs: number, correlation: string, ratio: string) =>
      `En ${runs} ejecuciones, las distancias predichas y medidas tienen una correlación de ${correlation} (cociente de tasas ${ratio}).`,
    xor: (correlation: string, ratio: string) =>
      `Las distancias predichas y medidas de los seis pares tienen una correlación de ${correlation} (cociente de tasas ${ratio}).`,
    richToLazy: (gains: number, worst: string, gain: string) =>
      `De ${gains} ganancias, la más alejada de la fórmula cerrada es ${gain}: por un factor de ${worst}.`,
    measuredIn,
    digitsStructure,
    featureCollapse,
    runs: (count: number) => (count === 1 ? 'Ha terminado una ejecución.' : `Han terminado ${count} ejecuciones.`),
  },
  sizes: {
    one: 'una semilla, como la guardada',
    all: (seeds: number) => `las ${seeds} semillas, como las guardadas`,
    reduced: 'reducido: capas de 100 unidades, una semilla',
    half: 'reducido: la mitad de las épocas',
  },
} satisfies Words<typeof English>;
