/** Words of a cloud of points that can be turned. */
import type { cloudStrings as English } from '../cloud.ts';
import type { Words } from '../words.ts';

export const cloudStrings = {
  keys: 'Les flèches tournent le nuage, plus et moins changent sa taille, Début rétablit la vue.',
  tools: 'Tourner le nuage',
  left: 'Tourner à gauche',
  right: 'Tourner à droite',
  up: 'Incliner vers le haut',
  down: 'Incliner vers le bas',
  smaller: 'Plus petit',
  larger: 'Plus grand',
  front: 'Rétablir la vue',
  turning: 'Tourner lentement',
} satisfies Words<typeof English>;
