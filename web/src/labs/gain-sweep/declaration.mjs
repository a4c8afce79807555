import { lab, loss, progress } from '../frame/declare.mjs';

export const declaration = lab({
  kind: 'gain-sweep',
  task: 'two_points',
  families: ['two-points'],
  tag: 'reprise-gain-sweep',
  module: '/src/labs/gain-sweep/lab.ts',
  chapter: true,
  page: null,
  parts: {},
  controls: {},
  measures: {
    small_end: { words: 'final h of the smallest gain', min: 0 },
    large_memory: { words: 'final over initial h of the largest gain', min: 0 },
    worst_factor: { words: 'largest factor off the closed form', min: 1 },
    loss: { ...loss, note: 'the largest of all networks' },
    progress: { ...progress, note: 'of all networks' },
  },
  curves: {},
  matrices: [],
});
