/** Words of the plane lab's picture of a network's weights. */
import type { planeWeightsStrings as English } from '../plane-weights.ts';
import type { Words } from '../words.ts';

export const planeWeightsStrings = {
  heading: 'La red y sus pesos',
  description: (units: string, parameters: string, value: string) =>
    `Una red de ${units} unidades, de las entradas a las salidas, con ${parameters} pesos y sesgos. ${value}`,
  none: 'Los pesos aparecen en cuanto se ha mirado la red.',
  otherKind: 'Se dibujan los pesos de perceptrones multicapa, cuyas capas se siguen una a otra; esta red es de otra clase.',
  note: (most: string) =>
    `Una línea es un peso, y un anillo alrededor de una unidad su sesgo: cuanto más gruesos, mayores, aquí hasta ${most}. Por debajo de cero, a trazos y de un color; por encima, continuos y del otro.`,
  left: (drawn: string, left: string) => `Se dibujan los ${drawn} más fuertes entre sus capas; ${left} más débiles no, y se pueden elegir abajo.`,
  kept: (moments: number) => `Se guardan los ${moments} momentos del deslizador «época mostrada»; de los intermedios no se guardan los pesos.`,
  choose: 'Elige una línea con el puntero, o un peso aquí:',
  into: 'hacia',
  intoLayer: (layer: number) => `capa oculta ${layer}`,
  intoOutputs: 'las salidas',
  unit: 'unidad',
  from: 'desde',
  bias: 'su sesgo',
  unitOf: (unit: number, layer: number) => `unidad ${unit} de la capa oculta ${layer}`,
  input: (name: string) => `entrada ${name}`,
  output: (name: string) => `salida ${name}`,
  weightOf: (from: string, to: string) => `Peso de ${from} a ${to}`,
  biasOf: (to: string) => `Sesgo de ${to}`,
  value: 'valor',
  is: (name: string, value: string) => `${name}: ${value}.`,
  changed: (name: string, value: string) => `${name} es ahora ${value}; la red sigue desde ahí.`,
  notNumber: (text: string) => `El valor es «${text}»; se admite: un número de −1000 a 1000.`,
  back: (value: string) => `Volver a ${value}`,
  past: (epoch: string) => `Se muestra la época ${epoch}. Un cambio va a la red tal como es ahora.`,
} satisfies Words<typeof English>;
