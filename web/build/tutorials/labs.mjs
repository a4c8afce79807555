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
    parts: [
      'plane',
      'units',
      'matrices',
      'ratio',
      'distances',
      'loss',
      'regimes',
      'settings',
      'layer',
    ],
    measures: {
      clusters: 'number of distinct representations',
      loss: 'training loss',
      correlation: 'correlation of predicted and measured distances',
      memory: 'correlation of final and initial distances',
      merged: 'largest squared distance within a class over the smallest between classes',
      layer_shown: 'hidden layer looked at, the first is 1',
      merge_layer: 'first hidden layer in which merged is below 0.1, the first is 1',
      gain: 'initial gain',
      width: 'units in a hidden layer',
      hidden_layers: 'number of hidden layers',
      progress: 'share of the training done, 0 to 1',
    },
    matrices: ['measured'],
    curves: ['loss', 'same', 'different'],
  },
  'two-points': {
    task: 'two_points',
    tag: 'reprise-two-point-lab',
    module: '/src/labs/two-point-chapter/lab.ts',
    parts: ['network', 'curves', 'loss', 'layers', 'hand', 'fit', 'gain', 'width', 'data', 'layer'],
    measures: {
      h: 'squared distance of the hidden points at the latest record',
      h0: 'the same at the start',
      y: 'squared distance of the outputs',
      w: 'error that is left',
      growth: 'h at the end over h at the start',
      loss: 'training loss',
      half_time: 'epoch at which y has come half its way',
      predicted_h: 'final h by the closed form with the fitted rates',
      ratio: 'fitted hidden rate over fitted output rate',
      misfit: 'sum of squared errors of the fit',
      r2_h: 'share of the variation of h that the fitted theory explains',
      r2_y: 'the same of y',
      r2_w: 'the same of w',
      worst_r2: 'the least of the three',
      worst: 'which of h, y, w (0, 1, 2) it explains worst',
      hand_r2: 'the least of the three for the rates set by hand',
      hand_misfit: 'sum of squared errors of the rates set by hand',
      hand_ratio: 'ratio of the rates set by hand',
      gain: 'initial gain',
      width: 'units in a hidden layer',
      hidden_layers: 'number of hidden layers',
      dx2: 'squared distance of the inputs',
      dy2: 'squared distance of the targets',
      progress: 'share of the training done, 0 to 1',
    },
    matrices: [],
    curves: ['h', 'y', 'w', 'loss'],
  },
  'gain-sweep': {
    task: 'two_points',
    tag: 'reprise-gain-sweep',
    module: '/src/labs/gain-sweep/lab.ts',
    parts: [],
    measures: {
      small_end: 'final h of the smallest gain',
      large_memory: 'final over initial h of the largest gain',
      worst_factor: 'largest factor between a measured end and the closed form',
      loss: 'largest training loss of all',
      progress: 'share of the networks trained, 0 to 1',
    },
    matrices: [],
    curves: [],
  },
  collapse: {
    task: 'feature_collapse',
    tag: 'reprise-collapse-lab',
    module: '/src/labs/collapse/lab.ts',
    parts: ['cloud', 'point', 'index', 'index-shown', 'loss', 'structure', 'sweep', 'regimes', 'settings'],
    measures: {
      collapse: 'collapse index of the hidden layer looked at',
      first_layer: 'collapse index of the first hidden layer',
      third_layer: 'the same of the third',
      merged_layers: 'number of hidden layers whose collapse index is below 0.25',
      loss: 'training loss',
      gain: 'initial gain',
      seed: 'seed',
      epochs: 'epochs of training',
      correlation: 'correlation of predicted and measured distances',
      threshold: 'gain at which the collapse index passes one half, from a sweep',
      progress: 'share of the training done, 0 to 1',
    },
    matrices: [],
    curves: ['collapse', 'loss'],
  },
  digits: {
    task: 'images',
    tag: 'reprise-digits-lab',
    module: '/src/labs/digits/digits-lab.ts',
    parts: ['classes', 'curves', 'settings', 'pair', 'structure', 'mistakes'],
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
      structure: 'correlation of measured and predicted distances over pictures of different classes, once looked at',
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
    parts: ['all-systems', 'tried'],
    measures: {
      misfit: 'sum of squares of the altered equations',
      times: 'misfit over that of the theory',
      r2_h: 'share of the variation of h that the altered equations explain',
      r2_y: 'the same of y',
      r2_w: 'the same of w',
      altered: 'number of alterations, that of a whole equation being one',
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
