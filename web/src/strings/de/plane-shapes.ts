/** Names of the ready sets of points. */
import type { planeShapes as English } from '../plane-shapes.ts';
import type { Words } from '../words.ts';

export const planeShapes = {
  xor_clouds: 'XOR: gegenüberliegende Viertel',
  xor_corners: 'XOR: vier Ecken',
  circles: 'Eine Scheibe in einem Ring',
  moons: 'Zwei Monde',
  spirals: 'Zwei Spiralen',
  gaussians: 'Drei Wolken',
  checkerboard: 'Ein Schachbrett',
  sine: 'Über oder unter einer Kurve',
  surface: 'Eine Fläche zum Anpassen',
  own: 'Eigene Punkte',
} satisfies Words<typeof English>;
