/**
 * What the laboratory offers to tutorials, by name. The tutorials' compiler knows the same names
 * (web/build/tutorials/labs.mjs).
 */

/** What `show` may name. */
export const parts = [
  'cloud',
  'point',
  'index',
  'index-shown',
  'loss',
  'structure',
  'sweep',
  'regimes',
  'settings',
] as const;
export type Part = (typeof parts)[number];

/** Numbers that questions and checkpoints may ask for. */
export const measures = [
  'collapse',
  'first_layer',
  'third_layer',
  'merged_layers',
  'loss',
  'gain',
  'seed',
  'epochs',
  'correlation',
  'threshold',
  'progress',
] as const;
export type Measure = (typeof measures)[number];

/** Curves that a drawn question may be compared with. */
export const curves = ['collapse', 'loss'] as const;

/** Below this index a layer's sheets are at most half as wide as they are long: it counts in `merged_layers`. */
export const drawnTogetherBelow = 0.25;
/** Below this one they are at most a tenth as wide as they are long, and look like lines. */
export const mergedBelow = 0.01;
