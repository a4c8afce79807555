/** The parts of the lab that `show` may name; the run bar is always there. */
export const parts = ['distances', 'loss', 'layers', 'fit', 'settings'] as const;
export type Part = (typeof parts)[number];
