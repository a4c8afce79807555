/** What the digits lab says about a fit. */
import type { digitsMisfitStrings as English } from '../digits-misfit.ts';
import type { Words } from '../words.ts';

export const digitsMisfitStrings = {
  count: (n: number) => n.toLocaleString('es'),
  always: (others: string, sse: string) =>
    `Las ecuaciones solo conocen estas dos imágenes, mientras que otras ${others} entrenaban los mismos pesos. Por eso cualquier acuerdo es más de lo que promete la teoría. La simple suma de cuadrados es ${sse}; el artículo da 324 para un 0 y un 1 suyos. Estas sumas crecen con el tamaño de h y el número de registros, así que compáralas solo a grandes rasgos; las partes explicadas se comparan mejor.`,
  headlines: {
    early: 'Demasiado pronto para juzgar: este par aún no está aprendido, y las tasas cambiarán al ver más.',
    unlearnt: (worst: string) =>
      `Este par no se aprendió antes de acabar el entrenamiento: solo se puede comparar una parte de su recorrido. ${worst}`,
    close: (share: string, others: string) =>
      `Cerca: se explica al menos ${share} de la variación de cada curva, aunque otras ${others} imágenes entrenaran los mismos pesos.`,
    partial: 'La forma es la correcta; los detalles, no.',
    poor: (worst: string) => `Malo. ${worst}`,
  },
  worst: (share: string) => `De la curva peor explicada se explica ${share} de la variación.`,
  worseThanMean: 'Para al menos una curva, su media sería una respuesta mejor.',
  reasons: {
    oneClass: 'Las dos imágenes muestran el mismo dígito, así que sus objetivos coinciden. Entonces la teoría solo deja que h encoja o se quede.',
    againstW: (share: string) =>
      `En la teoría, h crece justo mientras w es negativa. Aquí, ${share} de su movimiento fue en sentido contrario: las otras imágenes también mueven a estas dos.`,
    rise: (here: string, fit: string, slower: boolean) =>
      `h tardó ${here} épocas en el centro de su subida, de una décima parte a nueve décimas; el mejor ajuste tarda ${fit}. ${
        slower
          ? 'Las imágenes de esos mismos dos dígitos, aprendidas cada una a su tiempo, pueden alargar la subida.'
          : 'Puede que las demás arrastren a este par más deprisa de lo que iría solo.'
      }`,
    lead: (here: string, fit: string, earlier: boolean) =>
      `w estaba a medio camino de su mínimo en la época ${here}; en el mejor ajuste, en la época ${fit}: la red empieza a aprender este par ${earlier ? 'antes' : 'después'} que la teoría.`,
    fallBack: (share: string) =>
      `h subió y después bajó ${share} de su recorrido. En la teoría nada retrocede una vez aprendido el par; las imágenes que aún se aprenden tiran de él.`,
    afterLearning: (share: string) =>
      `${share} del recorrido de h se hizo cuando este par ya estaba prácticamente aprendido. Para la teoría ya no queda entonces nada por hacer; para las demás imágenes, sí.`,
    noise: (share: string, batch: number, of: string) =>
      `h tiembla de un registro a otro ${share} de su recorrido. Las ecuaciones son suaves: describen un flujo de gradiente, y aquí cada paso solo ve ${batch} imágenes de ${of}.`,
    steps: (share: string) =>
      `h tiembla de un registro a otro ${share} de su recorrido, aunque cada paso ve todas las imágenes: los pasos son demasiado grandes para el flujo suave que describen las ecuaciones.`,
    short: (y: string, target: number, others: string) =>
      `Las salidas de las dos están en y = ${y}, cuando sus objetivos distan ${target}. Al final la teoría alcanza siempre el objetivo; la red tiene otros ${others} que cumplir.`,
    end: (predicted: string, here: string) => `La teoría acaba en h = ${predicted}; la red está en ${here}.`,
    first: 'La primera capa oculta es donde peor le va a la teoría, también en el artículo: una sola capa no es una aplicación flexible.',
  },
} satisfies Words<typeof English>;
