import { lab, progress, settings } from '../frame/declare.mjs';

export const declaration = lab({
  kind: 'xor',
  task: 'xor',
  families: ['xor'],
  tag: 'reprise-xor-lab',
  module: '/src/labs/xor/lab.ts',
  chapter: true,
  page: { path: 'tutorials/xor.html', extras: { lab: 'edge' } },
  parts: {
    plane: '',
    units: '',
    matrices: '',
    ratio: '',
    distances: '',
    loss: '',
    regimes: '',
    settings: '',
    layer: 'its slider alone',
  },
  controls: {
    'network.gain': { slider: { min: 0.7, max: 2, step: 0.05 } },
    'observe.layer': {},
  },
  measures: {
    clusters: { words: 'number of distinct representations', min: 1, max: 4, whole: true },
    loss: { words: 'training loss', min: 0 },
    correlation: { words: 'correlation of predicted and measured distances', min: -1, max: 1 },
    memory: { words: 'correlation of final and initial distances', min: -1, max: 1 },
    merged: { words: 'largest squared distance within a class over the smallest between classes', min: 0 },
    layer_shown: { words: 'hidden layer looked at', min: 1, whole: true, from: 1 },
    merge_layer: { words: 'first hidden layer in which merged is below 0.1', min: 1, whole: true, from: 1 },
    ...settings,
    progress,
  },
  curves: {
    loss: { words: 'training loss' },
    same: { words: 'mean squared distance of the pairs with the same answer' },
    different: { words: 'mean squared distance of the pairs with different answers' },
  },
  matrices: ['measured'],
});
