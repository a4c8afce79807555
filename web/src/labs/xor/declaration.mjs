import { lab, loss, lossCurve, progress, settings } from '../frame/declare.mjs';

/** Classes have come together when their points lie nearer than this share of the distance between classes. */
export const mergedShare = 0.1;

export const declaration = lab({
  kind: 'xor',
  task: 'xor',
  families: ['xor'],
  tag: 'reprise-xor-lab',
  module: '/src/labs/xor/lab.ts',
  chapter: true,
  page: { path: 'tutorials/xor.html', extras: { lab: 'edge' }, still: 'xor/rich' },
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
    clusters: { words: 'groups of hidden points', note: 'distinct representations', min: 1, max: 4, whole: true },
    loss,
    correlation: { words: 'correlation of predicted and measured distances', min: -1, max: 1 },
    memory: { words: 'correlation of final and initial distances', min: -1, max: 1 },
    merged: {
      words: 'largest squared distance with the same answer over the smallest with different answers',
      min: 0,
    },
    layer_shown: { words: 'hidden layer looked at', min: 1, whole: true, from: 1 },
    merge_layer: { words: 'first hidden layer with merged classes', note: `merged below ${mergedShare}`, min: 1, whole: true, from: 1 },
    ...settings,
    progress,
  },
  curves: {
    loss: lossCurve,
    same: { words: 'squared distance, same answer', note: 'mean of the pairs' },
    different: { words: 'squared distance, different answers', note: 'mean of the pairs' },
  },
  matrices: ['measured'],
});
