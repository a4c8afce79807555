import { lab, progress, settings } from '../frame/declare.mjs';

export const declaration = lab({
  kind: 'plane',
  task: 'plane',
  families: ['plane'],
  tag: 'reprise-plane-lab',
  module: '/src/labs/plane/lab.ts',
  chapter: true,
  page: { path: 'plane.html', extras: {}, still: 'plane/xor-clouds' },
  parts: {
    plane: '',
    layer: 'the plane as a hidden layer bends it',
    units: '',
    loss: '',
    matrices: '',
    data: 'shape, noise and number of points',
    settings: '',
  },
  controls: {
    'task.noise': { slider: { min: 0, max: 0.5, step: 0.01 } },
    'task.count': { slider: { min: 10, max: 500, step: 10, whole: true } },
    'task.held_out': { slider: { min: 0, max: 0.8, step: 0.05 } },
    'network.width': { slider: { min: 1, max: 100, step: 1, whole: true } },
    'network.hidden_layers': { slider: { min: 1, max: 8, step: 1, whole: true } },
    'network.gain': { slider: { min: 0.1, max: 5, scale: 'log' } },
    'training.learning_rate': { slider: { min: 0.0001, max: 1, scale: 'log' } },
    'training.epochs': { slider: { min: 100, max: 10000, step: 100, whole: true } },
    'observe.layer': {},
  },
  measures: {
    loss: { words: 'training loss', min: 0 },
    held_out_loss: { words: 'loss at the points held out', min: 0 },
    accuracy: { words: 'share of the training points recognised', min: 0, max: 1 },
    held_out_accuracy: { words: 'the same of those held out', min: 0, max: 1 },
    correlation: { words: 'correlation of predicted and measured distances', min: -1, max: 1 },
    memory: { words: 'correlation of initial and measured distances', min: -1, max: 1 },
    points: { words: 'number of points', min: 1, whole: true },
    ...settings,
    progress,
  },
  curves: {
    loss: { words: 'training loss' },
    held_out_loss: { words: 'loss at the points held out' },
  },
  // What it compares with a drawn matrix has more points than a reader can set.
  matrices: [],
});
