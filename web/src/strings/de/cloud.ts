/** Words of a cloud of points that can be turned. */
import type { cloudStrings as English } from '../cloud.ts';
import type { Words } from '../words.ts';

export const cloudStrings = {
  keys: 'Die Pfeiltasten drehen die Wolke, Plus und Minus ändern ihre Größe, Pos1 stellt die Ansicht zurück.',
  tools: 'Die Wolke drehen',
  left: 'Nach links drehen',
  right: 'Nach rechts drehen',
  up: 'Nach oben kippen',
  down: 'Nach unten kippen',
  smaller: 'Kleiner',
  larger: 'Größer',
  front: 'Ansicht zurückstellen',
  turning: 'Langsam drehen',
} satisfies Words<typeof English>;
