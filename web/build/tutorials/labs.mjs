// What a tutorial may ask of each laboratory: one row a laboratory. A new one needs its row here, and an element
// that implements TutorialLab (web/src/tutorial/lab-link.ts) and knows the same names.

/**
 * By name. `task` is the kind of task of its presets; `tag` and `module` are its element and the script that
 * defines it; `parts` are what `show="…"` may name, `measures` the numbers that questions and checkpoints may ask for,
 * `curves` and `matrices` what drawn and matrix questions may be compared with.
 */
export const LABS = {
  xor: {
    task: 'xor',
    tag: 'reprise-xor-lab',
    module: '/src/labs/xor/lab.ts',
    parts: ['plane', 'matrices', 'ratio', 'distances', 'loss', 'regimes', 'settings'],
    measures: {
      clusters: 'number of distinct representations',
      loss: 'training loss',
      correlation: 'correlation of predicted and measured distances',
      memory: 'correlation of final and initial distances',
      merged: 'largest distance within a class over the smallest between classes',
      gain: 'initial gain',
      width: 'units in a hidden layer',
      hidden_layers: 'number of hidden layers',
      progress: 'share of the training done, 0 to 1',
    },
    matrices: ['measured'],
    curves: ['loss', 'same', 'different'],
  },
  digits: {
    task: 'images',
    tag: 'reprise-digits-lab',
    module: '/src/labs/digits/digits-lab.ts',
    parts: ['classes', 'curves', 'settings', 'pair', 'mistakes'],
    measures: {
      accuracy: 'held-out pictures recognised, in per cent',
      train_accuracy: 'training pictures recognised, in per cent',
      mistakes: 'held-out pictures taken for another',
      loss: 'training loss',
      r2_h: 'share of the variation of h that the fitted theory explains',
      r2_y: 'the same of y',
      r2_w: 'the same of w',
      worst: 'which of h, y, w (0, 1, 2) it explains worst',
      growth: 'h at the end over h at the start',
      direction: 'whether h shrank (-1), grew (1) or stayed within a fifth (0)',
      gain: 'initial gain',
      train_count: 'training pictures',
      classes: 'digits to tell apart',
      layer: 'observed hidden layer, the first is 0',
      same_class: '1 when both followed pictures show the same digit, else 0',
      progress: 'share of the training done, 0 to 1',
    },
    matrices: [],
    curves: ['accuracy', 'loss', 'h', 'y', 'w'],
  },
  altered: {
    task: 'two_points',
    tag: 'reprise-altered-lab',
    module: '/src/labs/altered/altered-lab.ts',
    parts: [],
    measures: {
      misfit: 'sum of squares of the altered equations',
      times: 'misfit over that of the theory',
      r2_h: 'share of the variation of h that the altered equations explain',
      r2_y: 'the same of y',
      r2_w: 'the same of w',
      altered: 'number of terms altered',
      progress: 'share of the training done, 0 to 1',
    },
    matrices: [],
    curves: ['h', 'y', 'w'],
  },
};

/**
 * Name of the laboratory that a `lab` directive asks for: its `kind`, or the first that serves the task of its preset.
 * Undefined when there is none.
 */
export function labName({ kind, preset }, checker) {
  if (kind !== undefined) return kind in LABS ? kind : undefined;
  const task = checker.kindOf(preset);
  return Object.keys(LABS).find((name) => LABS[name].task === task);
}

/** Quantities that light up together wherever they are drawn or written. */
export const SYMBOLS = [
  'h',
  'y',
  'w',
  'r',
  'loss',
  'same',
  'different',
  'predicted',
  'measured',
  'initial',
];
