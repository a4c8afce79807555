/**
 * What the chapters' two-point laboratory offers, by name. The tutorials' compiler knows the same names
 * (web/build/tutorials/labs.mjs).
 */

/** What `show` may name. */
export const parts = [
  'network',
  'curves',
  'loss',
  'layers',
  'hand',
  'fit',
  'gain',
  'width',
  'data',
  'layer',
] as const;
export type Part = (typeof parts)[number];

/** Numbers that questions and checkpoints may ask for. */
export const measures = [
  'h',
  'h0',
  'y',
  'w',
  'growth',
  'loss',
  'half_time',
  'predicted_h',
  'ratio',
  'misfit',
  'r2_h',
  'r2_y',
  'r2_w',
  'worst_r2',
  'worst',
  'hand_r2',
  'hand_misfit',
  'hand_ratio',
  'gain',
  'width',
  'hidden_layers',
  'dx2',
  'dy2',
  'progress',
] as const;
export type Measure = (typeof measures)[number];

/** Curves that a drawn question may be compared with. */
export const curves = ['h', 'y', 'w', 'loss'] as const;
