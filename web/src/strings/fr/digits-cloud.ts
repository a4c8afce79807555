/** Words of the cloud of pictures in the digits lab. */
import type { digitsCloudStrings as English } from '../digits-cloud.ts';
import type { Words } from '../words.ts';

const count = (n: number) => n.toLocaleString('fr');

export const digitsCloudStrings = {
  waiting: 'Apparaît dès que le réseau est prêt.',
  failed: 'Les couches ne peuvent pas être montrées\u00a0:',
  layer: 'Couche cachée',
  dimensions: 'Dimensions',
  pictures: 'Images',
  heading: (layer: number) => `Couche cachée ${layer + 1}`,
  note: (points: number, dimensions: number, share: number) =>
    `Les ${count(points)} premières images d’entraînement. De toute la variance de la couche, ces ${dimensions === 2 ? 'deux' : 'trois'} dimensions montrent ${share}\u00a0% (composantes principales\u00a0; le positionnement multidimensionnel classique des distances donne la même chose).`,
  fewer: (wanted: number) => `Davantage, jusqu’à ${count(wanted)}, retarderait l’entraînement d’une couche aussi large.`,
  enlarge: 'Agrandissez-le, et les images elles-mêmes prendront la place des marques.',
  describe: (epoch: number, layer: number, spread: string) =>
    `Époque ${count(epoch)}, couche cachée ${layer + 1}\u00a0: la dispersion dans les classes est ${spread} de celle entre les classes.`,
  shown: 'époque affichée',
  atStart: 'Au départ',
  atEnd: 'Dernière',
  point: 'Une image',
  which: 'image d’entraînement',
  whichOf: (index: number, label: string) => `${count(index + 1)}, ${label}`,
  previous: 'Image précédente',
  next: 'Image suivante',
  inLayer: (layer: number) => `Les plus proches dans la couche cachée ${layer + 1}`,
  inInput: 'Les plus proches comme images',
  same: (same: number, of: number) => `${same} sur ${of} de sa classe`,
  pictureName: (label: string, index: number) => `${label}, image d’entraînement ${count(index + 1)}`,
  time: 'temps (époques)',
  layerLabel: (layer: number) => `couche ${layer + 1}`,
  yourDrawing: 'votre dessin',
  spread: 'Dispersion dans les classes',
  spreadAxis: 'carré moyen, dans les classes sur entre elles',
  spreadNote: '0\u00a0: chaque classe est un point.',
  angles: 'Angles entre les moyennes des classes',
  anglesAxis: 'moyenne de |cos − celui d’un simplexe|',
  anglesNote: (classes: number) =>
    classes === 2
      ? 'Deux moyennes sont toujours opposées, vues de leur milieu.'
      : `0\u00a0: aussi écartées que ${classes} directions peuvent l’être, un simplexe.`,
  agreement: 'Moyennes des classes et derniers poids',
  agreementAxis: 'cosinus entre eux',
  agreementNote: '1\u00a0: les poids des sorties pointent là où sont les classes. Pour la dernière couche cachée, celle qu’ils lisent.',
} satisfies Words<typeof English>;
