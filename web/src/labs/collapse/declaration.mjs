import { lab, progress, settings } from '../frame/declare.mjs';

export const declaration = lab({
  kind: 'collapse',
  task: 'feature_collapse',
  families: ['feature-collapse'],
  tag: 'reprise-collapse-lab',
  module: '/src/labs/collapse/lab.ts',
  chapter: true,
  page: { path: 'feature-collapse.html', extras: {} },
  parts: {
    cloud: '',
    point: '',
    index: '',
    'index-shown': 'of the layer looked at alone',
    loss: '',
    structure: '',
    sweep: '',
    regimes: '',
    settings: '',
  },
  controls: {
    'network.gain': { slider: { min: 0.25, max: 2, step: 0.05 } },
    'training.epochs': { slider: { min: 50, max: 5000, step: 50 } },
    'observe.layer': {},
  },
  measures: {
    collapse: { words: 'collapse index of the hidden layer looked at', min: 0 },
    first_layer: { words: 'collapse index of the first hidden layer', min: 0 },
    third_layer: { words: 'the same of the third', min: 0 },
    merged_layers: { words: 'number of hidden layers whose collapse index is below 0.25', min: 0, whole: true },
    loss: { words: 'training loss', min: 0 },
    gain: settings.gain,
    seed: { words: 'seed', min: 0, whole: true },
    epochs: { words: 'epochs of training', min: 1, whole: true },
    correlation: { words: 'correlation of predicted and measured distances', min: -1, max: 1 },
    threshold: { words: 'gain at which the collapse index passes one half, from a sweep', min: 0 },
    progress,
  },
  curves: {
    collapse: { words: 'collapse index of the hidden layer looked at' },
    loss: { words: 'training loss' },
  },
  // What it compares with a drawn matrix has more points than a reader can set.
  matrices: [],
});
