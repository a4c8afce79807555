/** Words of the plane lab's picture of a network's weights. */
import type { planeWeightsStrings as English } from '../plane-weights.ts';
import type { Words } from '../words.ts';

export const planeWeightsStrings = {
  heading: 'Le réseau et ses poids',
  description: (units: string, parameters: string, value: string) =>
    `Un réseau de ${units} unités, des entrées aux sorties, avec ${parameters} poids et biais. ${value}`,
  none: 'Les poids apparaissent dès que le réseau a été regardé.',
  otherKind: 'On dessine les poids des perceptrons multicouches, dont les couches se suivent l’une l’autre\u00a0; ce réseau est d’une autre sorte.',
  note: (most: string) =>
    `Une ligne est un poids, un anneau autour d’une unité son biais\u00a0: plus ils sont épais, plus ils sont grands, ici jusqu’à ${most}. Sous zéro, en tirets et d’une couleur\u00a0; au-dessus, en trait plein et de l’autre.`,
  left: (drawn: string, left: string) => `Sont dessinés les ${drawn} plus forts entre leurs couches\u00a0; ${left} plus faibles ne le sont pas, et peuvent être choisis ci-dessous.`,
  kept: (moments: number) => `Sont gardés les ${moments} moments du curseur «\u00a0époque affichée\u00a0»\u00a0; entre eux, les poids ne sont pas gardés.`,
  choose: 'Choisissez une ligne avec le pointeur, ou un poids ici\u00a0:',
  into: 'vers',
  intoLayer: (layer: number) => `couche cachée ${layer}`,
  intoOutputs: 'les sorties',
  unit: 'unité',
  from: 'depuis',
  bias: 'son biais',
  unitOf: (unit: number, layer: number) => `unité ${unit} de la couche cachée ${layer}`,
  input: (name: string) => `entrée ${name}`,
  output: (name: string) => `sortie ${name}`,
  weightOf: (from: string, to: string) => `Poids de ${from} à ${to}`,
  biasOf: (to: string) => `Biais de ${to}`,
  value: 'valeur',
  is: (name: string, value: string) => `${name}\u00a0: ${value}.`,
  changed: (name: string, value: string) => `${name} vaut maintenant ${value}\u00a0; le réseau continue de là.`,
  notNumber: (text: string) => `La valeur est «\u00a0${text}\u00a0»\u00a0; permis\u00a0: un nombre de −1000 à 1000.`,
  back: (value: string) => `Revenir à ${value}`,
  past: (epoch: string) => `On voit l’époque ${epoch}. Un changement va dans le réseau tel qu’il est maintenant.`,
} satisfies Words<typeof English>;
