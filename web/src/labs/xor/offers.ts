/**
 * What the laboratory offers to tutorials, by name. The tutorials' compiler knows the same names
 * (web/build/tutorials/labs.mjs).
 */

/** What `show` may name. */
export const parts = [
  'plane',
  'units',
  'matrices',
  'ratio',
  'distances',
  'loss',
  'regimes',
  'settings',
  'layer',
] as const;
export type Part = (typeof parts)[number];

/** Numbers that questions and checkpoints may ask for. */
export const measures = [
  'clusters',
  'loss',
  'correlation',
  'memory',
  'merged',
  'layer_shown',
  'merge_layer',
  'gain',
  'width',
  'hidden_layers',
  'progress',
] as const;
export type Measure = (typeof measures)[number];

/** Curves that a drawn question may be compared with. */
export const curves = ['loss', 'same', 'different'] as const;
