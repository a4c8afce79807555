/** Where two points end, over a grid of their separations; the runs without `until_loss` give the ratio. */
import { correlation } from '../../shell/correlation.ts';
import { formatNumber } from '../../shell/format.ts';
import { galleryStrings as words } from '../../strings/gallery.ts';
import { median, shown } from '../spread.ts';
import type { PoolOutcome } from '../../engine/pool.ts';
import type { Panel } from '../stored.ts';
import { endsOf, fittedRatio, predicted, type PairEnds } from './ratio.ts';
import type { Plan } from './plan.ts';
import { poolRuns, reducedSize, storedSizes } from './runs.ts';

type Value = { ratio: number } | { ends: PairEnds };

const ratioOf = (outcomes: readonly PoolOutcome<Value>[]) =>
  median(outcomes.flatMap(({ value }) => (value && 'ratio' in value ? [value.ratio] : [])));

const endsIn = (outcomes: readonly PoolOutcome<Value>[]) =>
  outcomes.flatMap(({ value }) => (value && 'ends' in value ? [value.ends] : []));

export const finalStructure: Plan<Value> = {
  sizes(stored) {
    const runs = poolRuns(stored.runs);
    return [...reducedSize(runs), ...storedSizes(runs, stored.seeds)];
  },

  async after(engine, { spec, untilLoss }, records) {
    const { task, observe } = spec;
    if (untilLoss > 0 && task.kind === 'two_points') {
      return { ends: endsOf(records, observe.layer, task.dx2, task.dy2) };
    }
    return { ratio: await fittedRatio(engine, spec, records) };
  },

  async panels(outcomes, stored, _group, engine) {
    const ends = endsIn(outcomes);
    const x = await predicted(engine, ends, ratioOf(outcomes));
    if (x.length === 0) return [];
    return stored.panels.flatMap((panel): Panel[] => {
      if (panel.kind !== 'chart' || panel.id !== 'scatter') return [];
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
