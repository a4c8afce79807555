/** Feature collapse: every picture's place in a hidden layer, and how much of the irrelevant feature is left. */
import type { Embedding } from '../../engine/protocol.ts';
import { formatNumber } from '../../shell/format.ts';
import { galleryStrings as words } from '../../strings/gallery.ts';
import type { Panel, Points3dPanel, StoredResult } from '../stored.ts';
import { median } from '../spread.ts';
import type { Plan } from './plan.ts';
import { groupOf, poolRuns, storedSizes } from './runs.ts';

interface Value {
  side: number;
  embedding: Embedding;
  /** Distance along the irrelevant feature over that along the relevant one; NaN where it is not recorded. */
  index: number;
}

/** Of a side above ten, every third centre is drawn, as in the stored figure. */
const stepOf = (side: number) => (side > 10 ? 3 : 1);

/** Panels of points have groups; what compares gains has none of its own to run. */
const runsOf = (stored: StoredResult, group: string) =>
  poolRuns(stored.runs.filter((run) => groupOf(run) === group));

export const featureCollapse: Plan<Value> = {
  sizes: (stored, group) => storedSizes(runsOf(stored, group), stored.seeds),

  async after(engine, { spec }, records) {
    const { layer } = spec.observe;
    const side = spec.task.kind === 'feature_collapse' ? spec.task.side : 0;
    return {
      side,
      embedding: await engine.embedding({ layer, dimensions: 3 }),
      index: records.last(`collapse_layer_${layer}`),
    };
  },

  async panels(outcomes, stored, group) {
    const value = outcomes.find((outcome) => outcome.value)?.value;
    if (!value) return [];
    return stored.panels.flatMap((panel): Panel[] =>
      panel.kind === 'points3d' && (panel.group ?? '') === group ? [redrawn(panel, value)] : [],
    );
  },

  sentence(outcomes) {
    const indices = outcomes.flatMap(({ value }) => (value ? [value.index] : []));
    const middle = median(indices);
    return Number.isFinite(middle)
      ? words.sentences.featureCollapse(formatNumber(middle), indices.length)
      : '';
  },
};

function redrawn(panel: Points3dPanel, { side, embedding }: Value): Points3dPanel {
  const step = stepOf(side);
  const points: [number, number, number][] = [];
  for (let context = 0; context < 2; context++) {
    for (let row = 0; row < side; row += step) {
      for (let column = 0; column < side; column += step) {
        const at = 3 * ((context * side + row) * side + column);
        const place = [0, 1, 2].map((k) => Number(embedding.coordinates[at + k]!.toPrecision(5)));
        points.push(place as [number, number, number]);
      }
    }
  }
  return { ...panel, points, explained: embedding.explained };
}
