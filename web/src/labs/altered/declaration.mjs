import { explained, lab, pairCurves, progress } from '../frame/declare.mjs';

export const declaration = lab({
  kind: 'altered',
  task: 'two_points',
  families: ['two-points'],
  tag: 'reprise-altered-lab',
  module: '/src/labs/altered/altered-lab.ts',
  chapter: true,
  page: null,
  parts: { 'all-systems': 'the misfit of every named system', tried: 'of those tried alone' },
  controls: {},
  measures: {
    misfit: { words: 'misfit', note: 'sum of squares of the altered equations', min: 0 },
    times: { words: 'misfit over that of the theory', min: 0 },
    ...explained,
    altered: { words: 'alterations', note: 'that of a whole equation being one', min: 0, whole: true },
    progress,
  },
  curves: pairCurves,
  matrices: [],
});
