/** For figures without a plan of their own: their runs again, each held against where the stored one ended. */
import { galleryStrings as words } from '../../strings/gallery.ts';
import type { Plan } from './plan.ts';
import { poolRuns, storedSizes } from './runs.ts';

export const again: Plan<null> = {
  sizes(stored) {
    // Pictures are not at hand here.
    return storedSizes(
      poolRuns(stored.runs).filter(({ spec }) => spec.task.kind !== 'images'),
      stored.seeds,
    );
  },
  after: async () => null,
  panels: async () => [],
  sentence: (outcomes) =>
    words.sentences.runs(outcomes.filter(({ records }) => records !== null).length),
};
