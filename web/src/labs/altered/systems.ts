/** The alterations of the three equations, and the systems that they make (see core/theory/equations). */
import type { System } from '../../engine/protocol.ts';

/** One change of one equation, by the name that the core gives the system with this change alone. */
export const alterations = ['double_h', 'double_y', 'drop_second_y', 'flip_last_w'] as const;
export type Alteration = (typeof alterations)[number];

/** The theory as it is. */
export const theory = 'paper';

/** The theory, then the four systems of the paper's figure. */
export const namedSystems: readonly System[] = [theory, ...alterations];

export function isAlteration(name: string): name is Alteration {
  return (alterations as readonly string[]).includes(name);
}
