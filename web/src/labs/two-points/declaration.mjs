import { lab } from '../frame/declare.mjs';

export const declaration = lab({
  kind: 'two-points-page',
  task: 'two_points',
  families: ['two-points'],
  tag: 'reprise-two-points',
  module: '/src/labs/two-points/two-points.ts',
  chapter: false,
  page: { path: 'two-points.html', extras: {} },
  parts: { distances: '', loss: '', layers: '', fit: '', settings: '' },
  controls: {},
  measures: {},
  curves: {},
  matrices: [],
});
