/** The parts of the lab that `show` may name; the run bar and the score are always there. */
export const parts = ['classes', 'curves', 'settings', 'pair', 'structure', 'mistakes'] as const;
export type Part = (typeof parts)[number];
