import { lab, progress } from '../frame/declare.mjs';

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
    misfit: { words: 'sum of squares of the altered equations', min: 0 },
    times: { words: 'misfit over that of the theory', min: 0 },
    r2_h: { words: 'share of the variation of h that the altered equations explain', max: 1 },
    r2_y: { words: 'the same of y', max: 1 },
    r2_w: { words: 'the same of w', max: 1 },
    altered: { words: 'number of alterations, that of a whole equation being one', min: 0, whole: true },
    progress,
  },
  curves: {
    h: { words: 'squared distance of the hidden points' },
    y: { words: 'squared distance of the outputs' },
    w: { words: 'error that is left' },
  },
  matrices: [],
});
