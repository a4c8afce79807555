/** Words of a cloud of points that can be turned. */
import type { cloudStrings as English } from '../cloud.ts';
import type { Words } from '../words.ts';

export const cloudStrings = {
  keys: 'Las flechas giran la nube, más y menos cambian su tamaño, Inicio restablece la vista.',
  tools: 'Girar la nube',
  left: 'Girar a la izquierda',
  right: 'Girar a la derecha',
  up: 'Inclinar hacia arriba',
  down: 'Inclinar hacia abajo',
  smaller: 'Más pequeña',
  larger: 'Más grande',
  front: 'Restablecer la vista',
  turning: 'Girar despacio',
} satisfies Words<typeof English>;
