/** Names of the ready sets of points. */
import type { planeShapes as English } from '../plane-shapes.ts';
import type { Words } from '../words.ts';

export const planeShapes = {
  xor_clouds: 'XOR\u00a0: quarts opposés',
  xor_corners: 'XOR\u00a0: quatre coins',
  circles: 'Un disque dans un anneau',
  moons: 'Deux lunes',
  spirals: 'Deux spirales',
  gaussians: 'Trois nuages',
  checkerboard: 'Un damier',
  sine: 'Au-dessus ou au-dessous d’une courbe',
  surface: 'Une surface à ajuster',
  own: 'Vos propres points',
} satisfies Words<typeof English>;
