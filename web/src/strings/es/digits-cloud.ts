/** Words of the cloud of pictures in the digits lab. */
import type { digitsCloudStrings as English } from '../digits-cloud.ts';
import type { Words } from '../words.ts';

const count = (n: number) => n.toLocaleString('es');

export const digitsCloudStrings = {
  waiting: 'Aparece en cuanto la red está lista.',
  failed: 'No se pueden mostrar las capas:',
  layer: 'Capa oculta',
  dimensions: 'Dimensiones',
  pictures: 'Imágenes',
  heading: (layer: number) => `Capa oculta ${layer + 1}`,
  note: (points: number, dimensions: number, share: number) =>
    `Las primeras ${count(points)} imágenes de entrenamiento. De toda la varianza de la capa, estas ${dimensions === 2 ? 'dos' : 'tres'} dimensiones muestran el ${share}\u00a0% (componentes principales; el escalamiento clásico de las distancias da lo mismo).`,
  fewer: (wanted: number) => `Más, hasta ${count(wanted)}, retrasarían el entrenamiento de una capa tan ancha.`,
  enlarge: 'Amplíala, y las propias imágenes ocuparán el lugar de las marcas.',
  describe: (epoch: number, layer: number, spread: string) =>
    `Época ${count(epoch)}, capa oculta ${layer + 1}: la dispersión dentro de las clases es ${spread} de la que hay entre ellas.`,
  shown: 'época mostrada',
  atStart: 'Al inicio',
  atEnd: 'Última',
  point: 'Una imagen',
  which: 'imagen de entrenamiento',
  whichOf: (index: number, label: string) => `${count(index + 1)}, ${label}`,
  previous: 'Imagen anterior',
  next: 'Imagen siguiente',
  inLayer: (layer: number) => `Las más cercanas en la capa oculta ${layer + 1}`,
  inInput: 'Las más cercanas como imágenes',
  same: (same: number, of: number) => `${same} de ${of} de su clase`,
  pictureName: (label: string, index: number) => `${label}, imagen de entrenamiento ${count(index + 1)}`,
  time: 'tiempo (épocas)',
  layerLabel: (layer: number) => `capa ${layer + 1}`,
  yourDrawing: 'tu dibujo',
  spread: 'Dispersión dentro de las clases',
  spreadAxis: 'media cuadrática, dentro entre fuera',
  spreadNote: '0: cada clase es un punto.',
  angles: 'Ángulos entre las medias de las clases',
  anglesAxis: 'media de |cos − el de un símplex|',
  anglesNote: (classes: number) =>
    classes === 2
      ? 'Dos medias están siempre enfrentadas, vistas desde su centro.'
      : `0: tan separadas como pueden estarlo ${classes} direcciones, un símplex.`,
  agreement: 'Medias de las clases y últimos pesos',
  agreementAxis: 'coseno entre ambos',
  agreementNote: '1: los pesos de las salidas apuntan adonde están las clases. Para la última capa oculta, que es la que leen.',
} satisfies Words<typeof English>;
