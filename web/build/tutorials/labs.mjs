// What a tutorial may ask of each kind of laboratory. The elements in web/src/labs read the same
// names; tests/web/xor-lab.test.mjs holds the two together.

/** By the kind of task that a preset describes. Other kinds have no laboratory for tutorials yet. */
export const LABS = {
  xor: {
    tag: 'reprise-xor-lab',
    /** Parts that `show="…"` may name. */
    parts: ['plane', 'matrices', 'ratio', 'distances', 'loss', 'regimes', 'settings'],
    /** Numbers that questions and checkpoints may ask for. */
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
    /** Matrices that a matrix question may be compared with. */
    matrices: ['measured'],
    /** Curves that a drawn question may be compared with. */
    curves: ['loss', 'same', 'different'],
  },
};

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
