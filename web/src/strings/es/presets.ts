/** Titles and summaries of the presets. */
import type { presetWords as English } from '../presets.ts';
import type { Words } from '../words.ts';

const leaky = 'y leaky ReLU en lugar de ReLU, lo que cambia poco';

export const presetWords = {
  'two-points/default': {
    title: 'Red profunda con leaky ReLU',
    summary: 'Una red de 20 capas aprende a distinguir dos puntos. Las distancias entre sus representaciones ocultas y entre sus salidas siguen de cerca las curvas de la teoría.',
  },
  'two-points/shallow': {
    title: 'Dos capas ocultas',
    summary: 'Solo dos capas ocultas, que empiezan con pesos pequeños. Se les ajustan las mismas tres ecuaciones, con otras tasas efectivas.',
  },
  'two-points/narrow': {
    title: 'Capas estrechas',
    summary: 'Capas de 50 unidades en vez de 500. La teoría supone una red tan flexible que sus unidades no la limitan; esto prueba cuán pocas unidades bastan.',
  },
  'two-points/linear': {
    title: 'Sin no linealidad',
    summary: 'Una red lineal profunda: cada capa solo multiplica por una matriz. Aun así, el aprendizaje no es lineal en el tiempo: una larga meseta y después una subida rápida.',
  },
  'two-points/elu': { title: 'ELU', summary: 'La red habitual con ELU en lugar de leaky ReLU. Las curvas conservan su forma; las tasas cambian.' },
  'two-points/tanh': { title: 'tanh', summary: 'La red habitual con tanh, cuyas unidades se saturan. Las curvas conservan su forma; las tasas cambian.' },
  'two-points/relu': { title: 'ReLU', summary: 'La red habitual con ReLU simple, plana para las entradas negativas.' },
  'two-points/swish': {
    title: 'Swish (SiLU)',
    summary: 'La red habitual con SiLU, pariente suave de ReLU. Necesita una ganancia mayor, porque deja pasar menos de una señal pequeña.',
  },
  'two-points/two-layer': {
    title: 'Una capa oculta, lineal',
    summary: 'La red más pequeña que tiene una representación: una capa oculta lineal que empieza con pesos pequeños. El aprendizaje tarda más y sigue de cerca la teoría.',
  },
  'two-points/skip': {
    title: 'Conexiones residuales',
    summary: 'Desde la tercera capa oculta, cada una suma la de dos capas antes, de modo que incluso una ganancia minúscula deja pasar la señal.',
  },
  'two-points/skip-one-back': {
    title: 'Conexiones residuales a la capa anterior',
    summary: 'Cada capa oculta suma la anterior, donde las del artículo suman la de dos antes. La mitad de la distancia de las salidas se aprende en unas 240 épocas, y h, y y w siguen de cerca la teoría ajustada.',
  },
  'two-points/cnn': {
    title: 'Convoluciones',
    summary: 'Una capa totalmente conectada de 500 unidades, después once convoluciones de 20 canales sin relleno, cada una de las cuales pierde diez lugares, y una capa totalmente conectada. Con tres de cinco semillas la señal se apaga y la diferencia nunca se aprende; con objetivos centrados en cero, la aprenden.',
  },
  'two-points/cnn-padded': {
    title: 'Convoluciones con relleno',
    summary: 'Convoluciones con relleno de 20 canales, tan anchas como las otras redes pero con la cincuentava parte de los pesos; las del artículo no tienen relleno. La teoría describe h e y de cerca, y w algo menos con algunas semillas.',
  },
  'two-points/dropout': {
    title: 'Dropout',
    summary: 'En cada paso de entrenamiento calla una décima parte de las unidades antes de cada capa lineal, la entrada incluida. Medida con todas trabajando, la distancia de las salidas se pasa un poco y acaba cerca de la de los objetivos; la teoría se ajusta a h e y, y a w a grandes rasgos.',
  },
  'two-points/dropout-hidden': {
    title: 'Dropout solo de unidades ocultas',
    summary: 'En cada paso de entrenamiento calla una décima parte de las unidades ocultas y ninguna entrada, a diferencia del artículo. Medida con todas trabajando, la distancia de las salidas se pasa de su objetivo y vuelve despacio: la teoría se ajusta a h a grandes rasgos, a y mal y a w nada.',
  },
  'two-points/adam': {
    title: 'Adam',
    summary: 'La red habitual entrenada con Adam, cuyos pasos son del mismo tamaño para cada peso. Aprende a la vez la media de los objetivos y su diferencia: h salta a varias veces su final y vuelve a bajar. Con objetivos centrados en cero no se pasa.',
  },
  'two-points/gain-0.9': { title: 'Ganancia 0,9', summary: 'Pesos iniciales algo menores que los habituales. Los datos dan más forma a la representación: hacia el régimen rico.' },
  'two-points/gain-1.1': { title: 'Ganancia 1,1', summary: 'Pesos iniciales algo mayores que los habituales. Sobrevive al entrenamiento más de la geometría inicial: hacia el régimen perezoso.' },
  'two-points/gain-1.2': { title: 'Ganancia 1,2', summary: 'Pesos iniciales mayores. La distancia oculta empieza más grande y se multiplica por dos o tres, donde lo habitual es por cien.' },
  'two-points/gain-1.3': { title: 'Ganancia 1,3', summary: 'Pesos iniciales aún mayores. La distancia oculta se hunde y acaba cerca de donde empezó; la teoría no conoce ese hundimiento, así que se ajusta mal a esa curva.' },
  'two-points/gain-1.4': { title: 'Ganancia 1,4', summary: 'Pesos iniciales grandes. La distancia oculta encoge más de un tercio, aunque la teoría espera que se quede: la encoge el aprendizaje de la media de los objetivos, que la teoría deja fuera. Con objetivos centrados en cero crece.' },
  'two-points/gain-1.6': { title: 'Ganancia 1,6', summary: 'Pesos iniciales muy grandes: la distancia oculta empieza en más de veinte, en lugar de cerca de 0,001 como con ganancia 1,0, y se mueve una décima parte. La tasa de aprendizaje es minúscula, y 3000 épocas no acaban la tarea.' },
  'two-points/attention': {
    title: 'Autoatención',
    summary: 'Seis bloques de autoatención sobre cuatro tokens, algo que el artículo deja abierto. La teoría sigue h e y de cerca, y w tanto peor cuanto más profundo es el bloque. Pesos iniciales o pasos mayores divergen enseguida, porque la normalización de capa es muy inclinada cerca de cero.',
  },
  'xor/rich': { title: 'XOR, régimen rico', summary: 'Pesos iniciales pequeños. Los puntos con el mismo objetivo acaban cerca en la capa oculta, fueran cuales fueran sus entradas.' },
  'xor/intermediate': { title: 'XOR, entre los regímenes', summary: 'Pesos iniciales de tamaño medio. La capa oculta conserva parte de la geometría inicial y aprende parte de la de los objetivos.' },
  'xor/lazy': { title: 'XOR, régimen perezoso', summary: 'Pesos iniciales grandes. La red resuelve la tarea mientras sus distancias ocultas quedan casi como estaban al inicio.' },
  'xor/shallow': { title: 'XOR, una capa oculta', summary: 'Una sola capa oculta con pesos iniciales minúsculos. 01 y 10 comparten objetivo y aun así acaban muy separados: una sola capa es menos libre de lo que supone la teoría.' },
  'xor/rich-leaky': { title: 'XOR, régimen rico, leaky ReLU', summary: `Pesos iniciales pequeños, ${leaky}: los puntos con el mismo objetivo acaban cerca en la capa oculta, fueran cuales fueran sus entradas.` },
  'xor/intermediate-leaky': { title: 'XOR, entre los regímenes, leaky ReLU', summary: `Pesos iniciales de tamaño medio, ${leaky}: la capa oculta conserva parte de la geometría inicial y aprende parte de la de los objetivos.` },
  'xor/lazy-leaky': { title: 'XOR, régimen perezoso, leaky ReLU', summary: `Pesos iniciales grandes, ${leaky}: la red resuelve la tarea mientras sus distancias ocultas quedan casi como estaban al inicio.` },
  'xor/shallow-leaky': { title: 'XOR, una capa oculta, leaky ReLU', summary: `Una sola capa oculta con pesos iniciales minúsculos, ${leaky}: 01 y 10 comparten objetivo y aun así acaban muy separados.` },
  'digits/two-classes': { title: 'Ceros y unos', summary: 'Una red aprende a distinguir ceros y unos manuscritos. Se sigue uno de cada a través de la capa oculta y se compara con la teoría, que acierta la subida pero no el lento asentarse de después.' },
  'digits/three-classes': { title: 'Tres dígitos', summary: 'Ceros, unos y doses, con otras imágenes reservadas para probar la red. Se siguen un cero y un uno a través de la capa oculta; la teoría no sabe nada de los doses.' },
  'digits/paper': { title: 'Los diez dígitos, la red del artículo', summary: 'La red y el número de épocas del artículo. Se entrena con 7500 dígitos en vez de 60\u00a0000, así que una época tiene la octava parte de los pasos, y cada paso es ocho veces mayor. La ejecución dura minutos.' },
  'digits/small-steps': { title: 'Los diez dígitos, un octavo del aprendizaje', summary: 'La red y la tasa de aprendizaje del artículo con 7500 dígitos en vez de 60\u00a0000: una época tiene la octava parte de los pasos, y tras 200 épocas la red aún aprende, con cerca del 62\u00a0% de los dígitos reservados bien. La ejecución dura minutos.' },
  'digits/structure': { title: 'Cómo dispone una capa los dígitos', summary: 'La red de los dígitos entrenada con Adam, para ver cómo disponen sus capas cien dígitos. Con tres semillas, lo que predice la teoría de cada par tuvo una correlación de 0,48 a 0,71 con lo medido; que los dos fueran de una misma clase, de 0,39 a 0,68.' },
  'digits/convolutional': { title: 'Dígitos por convoluciones', summary: 'Dos capas de convoluciones de 3 × 3 aprenden ceros, unos y doses. Tras 150 épocas, cerca del 92\u00a0% de los dígitos reservados está bien.' },
  'digits/attention': { title: 'Dígitos leídos fila por fila', summary: 'La autoatención sobre las 28 filas de cada imagen aprende ceros, unos y doses. Tras 150 épocas, cerca del 96\u00a0% de los dígitos reservados está bien.' },
  'fashion/trajectories': { title: 'Una camiseta y un pantalón', summary: 'Camisetas y pantalones de Fashion-MNIST, aprendidos por la red de los dígitos. Se sigue uno de cada a través de la capa oculta.' },
  'fashion/structure': { title: 'Cómo dispone una capa la ropa', summary: 'Los diez tipos de ropa de Fashion-MNIST, entrenados con Adam, para ver cómo disponen las capas cien de ellos. Con tres semillas, la predicción de la teoría tuvo una correlación de 0,35 a 0,57; que los dos fueran de una misma clase lo hizo mejor, de 0,39 a 0,64.' },
  'cifar/trajectories': { title: 'Un avión y un coche', summary: 'Aviones y coches de un archivo CIFAR-10 que abres tú; se sigue uno de cada. Para una red totalmente conectada, las fotografías son más difíciles que los dígitos.' },
  'cifar/structure': { title: 'Cómo dispone una capa las fotografías', summary: 'Las diez clases de un archivo CIFAR-10 que abres tú, entrenadas con Adam, para ver cómo disponen las capas cien fotografías.' },
  'feature-collapse/rich': { title: 'Colapso de rasgos, régimen rico', summary: 'Pesos iniciales pequeños: los puntos que solo difieren en el rasgo por el que nadie pregunta se funden en las capas ocultas.' },
  'feature-collapse/intermediate': { title: 'Colapso de rasgos, entre los regímenes', summary: 'Pesos iniciales de tamaño medio: las últimas capas ocultas funden los puntos que solo difieren en el rasgo por el que nadie pregunta; la primera los mantiene separados.' },
  'feature-collapse/lazy': { title: 'Colapso de rasgos, régimen perezoso', summary: 'Pesos iniciales grandes: las capas ocultas apenas cambian y conservan los dos rasgos, relevantes o no.' },
  'feature-collapse/rich-tanh': { title: 'Colapso de rasgos, régimen rico, tanh', summary: 'Pesos iniciales pequeños, y tanh: los puntos que solo difieren en el rasgo por el que nadie pregunta se funden en las capas ocultas. Una de cinco semillas no ha aprendido al final, y no se ha fundido nada.' },
  'feature-collapse/intermediate-tanh': { title: 'Colapso de rasgos, entre los regímenes, tanh', summary: 'Pesos iniciales de tamaño medio, y tanh: las últimas capas ocultas funden los puntos que solo difieren en el rasgo por el que nadie pregunta; la primera los mantiene separados. Una de cinco semillas no ha aprendido al final.' },
  'feature-collapse/lazy-tanh': { title: 'Colapso de rasgos, régimen perezoso, tanh', summary: 'Pesos iniciales grandes, y tanh: las capas ocultas apenas cambian y conservan los dos rasgos, relevantes o no.' },
  'plane/xor-clouds': { title: 'XOR en el plano', summary: 'Los cuartos opuestos de un cuadrado forman una clase.' },
  'plane/xor-corners': { title: 'Cuatro esquinas', summary: 'Nubes en torno a cuatro esquinas, las opuestas en una misma clase.' },
  'plane/circles': { title: 'Un disco dentro de un anillo', summary: 'Una clase rodea por completo a la otra.' },
  'plane/moons': { title: 'Dos lunas', summary: 'Dos semicírculos, cada uno con un extremo dentro del otro.' },
  'plane/spirals': { title: 'Dos espirales', summary: 'Dos brazos enrollados uno en otro; una tasa de aprendizaje mayor que en las demás formas.' },
  'plane/gaussians': { title: 'Tres nubes', summary: 'Tres clases, cada una una nube gaussiana.' },
  'plane/checkerboard': { title: 'Un tablero de ajedrez', summary: 'Cuatro por cuatro casillas de dos clases, aprendidas con Adam.' },
  'plane/sine': { title: 'Por encima o por debajo de una curva', summary: 'Dos clases con la gráfica de un seno entre ellas.' },
  'plane/surface': { title: 'Una superficie que ajustar', summary: 'Números en vez de clases: la red ajusta una superficie.' },
  'plane/own': { title: 'Tus propios puntos', summary: 'Puntos para empezar, que mover, pintar y ampliar.' },
  'networks/rich': { title: 'Redes ricas, una geometría', summary: 'Dos redes de pesos iniciales pequeños aprenden los mismos puntos: sus capas medias llegan a la misma forma.' },
  'networks/lazy': { title: 'Las redes perezosas conservan la suya', summary: 'Dos redes de pesos iniciales grandes aprenden los mismos puntos, y cada una conserva la forma con que empezó.' },
  'networks/xor': { title: 'XOR, cuatro puntos', summary: 'Dos redes aprenden el XOR propiamente dicho: sus cuatro puntos llegan a la misma disposición en la cuarta capa.' },
  'networks/digits': { title: 'Cifras', summary: 'Dos redes aprenden a distinguir cifras manuscritas: sus capas llegan a la misma forma, que ninguna tenía al inicio.' },
  'networks/two-points': { title: 'Dos puntos', summary: 'Dos redes aprenden los dos puntos de la teoría: la distancia de los puntos ocultos crece en ambas y acaba casi igual.' },
  'networks/activations': { title: 'Cuatro activaciones', summary: 'Redes con leaky ReLU, ReLU, ELU y tanh aprenden los mismos puntos: las de ELU y tanh conservan en la capa media la forma de las entradas.' },
} satisfies Words<typeof English>;
