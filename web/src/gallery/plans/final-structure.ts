/** Where two points end, over a grid of their separations, in one setting; the runs without `until_loss` give its ratio. */
import { correlation } from '../../shell/correlation.ts';
import { formatNumber } from '../../shell/format.ts';
import { galleryStrings as words } from '../../strings/gallery.ts';
import { shown } from '../spread.ts';
import type { PoolOutcome } from '../../engine/pool.ts';
import type { Panel } from '../stored.ts';
import { endsOf, fittedRates, predicted, ratioOfMeans, type PairEnds, type Rates } from './ratio.ts';
import type { Plan } from './plan.ts';
import { groupOf, poolRuns, reducedSize, storedSizes } from './runs.ts';

type Value = { rates: Rates } | { ends: PairEnds };

const ratioOf = (outcomes: readonly PoolOutcome<Value>[]) =>
  ratioOfMeans(outcomes.flatMap(({ value }) => (value && 'rates' in value ? [value.rates] : [])));

const endsIn = (outcomes: readonly PoolOutcome<Value>[]) =>
  outcomes.flatMap(({ value }) => (value && 'ends' in value ? [value.ends] : []));

export const finalStructure: Plan<Value> = {
  sizes(stored, group) {
    const runs = poolRuns(stored.runs.filter((run) => !group || groupOf(run) === group));
    return [...reducedSize(runs), ...storedSizes(runs, stored.seeds)];
  },

  async after(engine, { spec, untilLoss }, records) {
    const { task, observe } = spec;
    if (untilLoss > 0 && task.kind === 'two_points') {
      return { ends: endsOf(records, observe.layer, task.dx2, task.dy2) };
    }
    return { rates: await fittedRates(engine, spec, records) };
  },

  async panels(outcomes, stored, group, engine) {
    const ends = endsIn(outcomes);
    const x = await predicted(engine, ends, ratioOf(outcomes));
    if (x.length === 0) return [];
    return stored.panels.flatMap((panel): Panel[] => {
      if (panel.kind !== 'chart' || panel.id !== 'scatter' || (panel.group ?? '') !== group) return [];
      const runs = panel.series.find(({ id }) => id === 'runs');
      return runs ? [{ ...panel, series: [{ ...runs, x, y: ends.map(({ h }) => h) }] }] : [];
    });
  },

  sentence(outcomes, _stored, _group, panels) {
    const [panel] = panels;
    if (panel?.kind !== 'chart') return '';
    const { x, y } = panel.series[0]!;
    const r = correlation(x as number[], y as number[]);
    return words.sentences.finalStructure(x.length, shown(r), formatNumber(ratioOf(outcomes)));
  },
};
