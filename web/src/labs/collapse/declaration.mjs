import { lab, loss, lossCurve, progress, settings } from '../frame/declare.mjs';

/** Below this index a layer's sheets are at most half as wide as they are long. */
export const drawnTogetherBelow = 0.25;

export const declaration = lab({
  kind: 'collapse',
  task: 'feature_collapse',
  families: ['feature-collapse'],
  tag: 'reprise-collapse-lab',
  module: '/src/labs/collapse/lab.ts',
  chapter: true,
  page: { path: 'feature-collapse.html', extras: {}, still: 'feature-collapse/rich' },
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
    collapse: { words: 'collapse index', note: 'of the hidden layer looked at', min: 0 },
    first_layer: { words: 'collapse index of the first hidden layer', min: 0 },
    third_layer: { words: 'collapse index of the third hidden layer', min: 0 },
    merged_layers: { words: `hidden layers with an index below ${drawnTogetherBelow}`, min: 0, whole: true },
    loss,
    gain: settings.gain,
    seed: { words: 'seed', min: 0, whole: true },
    epochs: { words: 'epochs of training', min: 1, whole: true },
    correlation: { words: 'correlation of predicted and measured distances', min: -1, max: 1 },
    threshold: { words: 'gain at which the index passes one half', note: 'from a sweep', min: 0 },
    progress,
  },
  curves: {
    collapse: { words: 'collapse index', note: 'of the hidden layer looked at' },
    loss: lossCurve,
  },
  // What it compares with a drawn matrix has more points than a reader can set.
  matrices: [],
});
