/** Names of the ready sets of points. */
import type { planeShapes as English } from '../plane-shapes.ts';
import type { Words } from '../words.ts';

export const planeShapes = {
  xor_clouds: 'XOR: cuartos opuestos',
  xor_corners: 'XOR: cuatro esquinas',
  circles: 'Un disco dentro de un anillo',
  moons: 'Dos lunas',
  spirals: 'Dos espirales',
  gaussians: 'Tres nubes',
  checkerboard: 'Un tablero de ajedrez',
  sine: 'Por encima o por debajo de una curva',
  surface: 'Una superficie que ajustar',
  own: 'Tus propios puntos',
} satisfies Words<typeof English>;
