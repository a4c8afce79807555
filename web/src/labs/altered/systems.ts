/** The terms of the three equations, what can be done to them, and the systems that this makes. */
import type { System, SystemTerms } from '../../engine/protocol.ts';

/** The terms, by the names of their factors in the core (see core/theory/equations). */
export const terms = ['h_scale', 'y_first', 'y_second', 'w_first', 'w_last'] as const;
export type Term = (typeof terms)[number];

/** What a press on a term does, in turn: as it is, doubled, its sign flipped, dropped. */
export const factors = [1, 2, -1, 0] as const;
export type Factor = (typeof factors)[number];

export type Factors = Readonly<Record<Term, Factor>>;

export const unaltered: Factors = { h_scale: 1, y_first: 1, y_second: 1, w_first: 1, w_last: 1 };

/** One change of one equation, by the name that the core gives the system with this change alone. */
export const alterations = ['double_h', 'double_y', 'drop_second_y', 'flip_last_w'] as const;
export type Alteration = (typeof alterations)[number];

const changes: Readonly<Record<Alteration, Partial<Factors>>> = {
  double_h: { h_scale: 2 },
  double_y: { y_first: 2, y_second: 2 },
  drop_second_y: { y_second: 0 },
  flip_last_w: { w_last: -1 },
};

/** The theory as it is. */
export const theory = 'paper';

/** The theory, then the four systems of the paper's figure. */
export const namedSystems: readonly string[] = [theory, ...alterations];

export const isAltered = (of: Factors, alteration: Alteration): boolean =>
  Object.entries(changes[alteration]).every(([term, factor]) => of[term as Term] === factor);

/** Makes the change, or takes it back if it is there. */
export function toggled(of: Factors, alteration: Alteration): Factors {
  const change = changes[alteration];
  if (!isAltered(of, alteration)) return { ...of, ...change };
  const back = Object.fromEntries(Object.keys(change).map((term) => [term, 1]));
  return { ...of, ...back };
}

export const nextFactor = (factor: Factor): Factor =>
  factors[(factors.indexOf(factor) + 1) % factors.length]!;

const changedTerms = (of: Factors) => terms.filter((term) => of[term] !== 1);

/** The named system that these factors make, or null. */
function named(of: Factors): string | null {
  if (changedTerms(of).length === 0) return theory;
  const same = (alteration: Alteration) => {
    const whole = { ...unaltered, ...changes[alteration] };
    return terms.every((term) => of[term] === whole[term]);
  };
  return alterations.find(same) ?? null;
}

/** What the core is asked to fit: a name where there is one, else the factors that are not 1. */
export function systemOf(of: Factors): System {
  const name = named(of);
  if (name !== null) return name;
  return Object.fromEntries(changedTerms(of).map((term) => [term, of[term]])) as SystemTerms;
}

/** A text by which a system is known: one for systems that are the same. */
export const keyOf = (system: System): string =>
  typeof system === 'string' ? system : JSON.stringify(system);

/** How many changes were made: an equation doubled as a whole is one. */
export function countAltered(of: Factors): number {
  return named(of) === 'double_y' ? 1 : changedTerms(of).length;
}
