/** Words of the plane lab's step of training, number by number. */
import type { planeStepStrings as English } from '../plane-step.ts';
import type { Words } from '../words.ts';

export const planeStepStrings = {
  heading: 'Un paso, despacio',
  intro:
    'Todo lo que calcula el siguiente paso de entrenamiento, en el orden en que lo hace: hacia delante, pérdida, hacia atrás, cambio. Una ejecución en marcha se detiene.',
  show: 'Mostrar el siguiente paso',
  loading: 'Calculando …',
  tooLarge: (layers: string, parameters: string, mostLayers: number, mostParameters: number) =>
    `Esta red tiene ${layers} ${layers === '1' ? 'capa oculta' : 'capas ocultas'} y ${parameters} pesos y sesgos. Se muestra un paso de ${mostLayers} capas ocultas y ${mostParameters} pesos y sesgos como mucho: si son más, nadie lee los números, ni caben en una pantalla.`,
  otherKind: 'Se muestra un paso de perceptrones multicapa sin dropout.',
  small: 'Hacerla pequeña: 2 capas de 4 unidades',
  of: (epoch: string, points: string) => `El paso tras la época ${epoch}, con un lote de ${points} puntos.`,
  stale: 'La red ha cambiado desde entonces.',
  again: 'Mostrar el paso que viene ahora',
  take: 'Dar este paso',
  point: 'punto del lote',
  pointName: (number: string, target: string) => `punto ${number}, ${target}`,
  diagram: 'Unidades, capa por capa',
  hint: 'Una unidad bajo el puntero, o con el foco, muestra su propia ecuación; al pulsarla, el paso va allí. Las flechas avanzan y retroceden.',
  back: 'Atrás',
  next: 'Siguiente',
  play: 'Reproducir',
  pause: 'Detener',
  station: 'dónde está el paso',
  stationOf: (at: number, of: number) => `${at} de ${of}`,
  phases: { inputs: 'Entradas', forward: 'Hacia delante', loss: 'Pérdida', backward: 'Hacia atrás', update: 'Cambio' },
  input: (name: string) => `entrada ${name}`,
  unit: (unit: number, layer: number) => `unidad ${unit} de la capa oculta ${layer}`,
  output: (name: string) => `salida ${name}`,
  layers: { inputs: 'entradas', hidden: (layer: number) => `capa ${layer}`, outputs: 'salidas' },
  said: {
    inputs: 'El punto entra.',
    hidden: (unit: string, sum: string, activation: string, value: string) =>
      `Hacia delante: ${unit} suma su sesgo y lo que llega, cada cosa por su peso: z = ${sum}. Su activación, ${activation}, hace de ello a = ${value}.`,
    output: (unit: string, sum: string) => `Hacia delante: ${unit} suma su sesgo y lo que llega, cada cosa por su peso: ${sum}. No tiene activación.`,
    loss: (own: string, all: string, points: string) => `Pérdida: la de este punto es ${own}; la media de los ${points} puntos del lote es ${all}.`,
    backOutput: (unit: string, slope: string) => `Hacia atrás: cómo cambia la pérdida con lo que da ${unit}: ${slope}.`,
    backHidden: (unit: string, value: string, sum: string) =>
      `Hacia atrás: ${unit} reúne las pendientes de las unidades a las que lleva, cada una por su peso: ${value}. Por la pendiente de su activación es ${sum}.`,
    update: (unit: string) => `Cambio: cada peso hacia ${unit}, y su sesgo, baja por su pendiente, la suma sobre todos los puntos del lote.`,
  },
  weight: 'peso desde',
  bias: 'sesgo',
  columns: { before: 'antes', own: 'este punto', others: 'los demás', penalty: 'penalizaciones', gradient: 'pendiente', after: 'después' },
  chosen: 'Con los números del peso desde',
} satisfies Words<typeof English>;
