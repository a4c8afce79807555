/** Exclusive or: the distances of four points, predicted with the ratio from the default network's runs on two. */
import { columnNames } from '../../engine/records.ts';
import type { PoolOutcome } from '../../engine/pool.ts';
import { fullMatrix } from '../../labs/xor/measures.ts';
import { pairs } from '../../labs/xor/task.ts';
import { correlation } from '../../shell/correlation.ts';
import { formatNumber } from '../../shell/format.ts';
import { galleryStrings as words } from '../../strings/gallery.ts';
import { shown } from '../spread.ts';
import type { MatrixPanel, Panel } from '../stored.ts';
import { fittedRates, predicted, ratioOfMeans, type PairEnds, type Rates } from './ratio.ts';
import type { Plan } from './plan.ts';
import { groupOf, poolRuns, reducedSize, storedSizes } from './runs.ts';

type Value = { rates: Rates } | { ends: PairEnds[] };

const ratioOf = (outcomes: readonly PoolOutcome<Value>[]) =>
  ratioOfMeans(outcomes.flatMap(({ value }) => (value && 'rates' in value ? [value.rates] : [])));

/** Whose runs on two points give the ratio of every setting. */
const ratioGroup = 'default';
/** The panels show distances, not their squares. */
const roots = (squares: readonly number[]) => squares.map(Math.sqrt);

export const xor: Plan<Value> = {
  sizes(stored, group) {
    const wanted = [group, ratioGroup];
    const runs = poolRuns(stored.runs.filter((run) => wanted.includes(groupOf(run))));
    return [...storedSizes(runs, stored.seeds).slice(0, 1), ...reducedSize(runs), ...storedSizes(runs, stored.seeds).slice(1)];
  },

  async after(engine, { spec }, records) {
    if (spec.task.kind !== 'xor') return { rates: await fittedRates(engine, spec, records) };
    const ends = pairs.map(({ i, j, dx2, dy2 }): PairEnds => {
      const h = columnNames.h(i, j, spec.observe.layer);
      return {
        h0: records.first(h),
        y0: records.first(columnNames.y(i, j)),
        h: records.last(h),
        dx2,
        dy2,
      };
    });
    return { ends };
  },

  /** As in the stored figure, the matrices are the first seed's; the ratio is all seeds'. */
  async panels(outcomes, stored, group, engine) {
    const first = outcomes.find(({ value }) => value && 'ends' in value)?.value;
    if (!first || !('ends' in first)) return [];
    const values: Record<string, number[]> = {
      initial: roots(first.ends.map(({ h0 }) => h0)),
      final: roots(first.ends.map(({ h }) => h)),
      predicted: roots(await predicted(engine, first.ends, ratioOf(outcomes))),
    };
    return stored.panels.flatMap((panel): Panel[] => {
      const found = panel.id ? values[panel.id] : undefined;
      if (panel.kind !== 'matrix' || (panel.group ?? '') !== group || !found?.length) return [];
      return [{ ...panel, values: fullMatrix(found) } satisfies MatrixPanel];
    });
  },

  sentence(outcomes, _stored, _group, panels) {
    const matrix = (name: string) => {
      const panel = panels.find(({ id }) => id === name);
      return panel?.kind === 'matrix' ? pairs.map(({ i, j }) => panel.values[4 * i + j] ?? NaN) : [];
    };
    const [measured, foretold] = [matrix('final'), matrix('predicted')];
    if (measured.length === 0 || foretold.length === 0) return '';
    return words.sentences.xor(
      shown(correlation(foretold, measured)),
      formatNumber(ratioOf(outcomes)),
    );
  },
};
