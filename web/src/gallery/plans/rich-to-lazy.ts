/** Final against initial distance as the gain grows, with the ratio from the networks of gain 1. */
import type { PoolOutcome } from '../../engine/pool.ts';
import { formatNumber } from '../../shell/format.ts';
import { galleryStrings as words } from '../../strings/gallery.ts';
import { median } from '../spread.ts';
import type { ChartPanel, Panel, StoredSeries } from '../stored.ts';
import { endsOf, fittedRatio, predicted, type PairEnds } from './ratio.ts';
import type { Plan } from './plan.ts';
import { poolRuns, reducedSize, storedSizes } from './runs.ts';

interface Value {
  gain: number;
  ends: PairEnds;
  /** NaN except at gain 1. */
  ratio: number;
}

const curvePoints = 100;

const valuesOf = (outcomes: readonly PoolOutcome<Value>[]) =>
  outcomes.flatMap(({ value, state }) => (value && state !== 'diverged' ? [value] : []));
const ratioOf = (values: readonly Value[]) => median(values.map(({ ratio }) => ratio));

export const richToLazy: Plan<Value> = {
  sizes(stored) {
    const runs = poolRuns(stored.runs);
    return [...reducedSize(runs), ...storedSizes(runs, stored.seeds)];
  },

  async after(engine, { spec }, records) {
    const { task, network, observe } = spec;
    const [dx2, dy2] = task.kind === 'two_points' ? [task.dx2, task.dy2] : [1, 1];
    return {
      gain: network.gain,
      ends: endsOf(records, observe.layer, dx2, dy2),
      ratio: network.gain === 1 ? await fittedRatio(engine, spec, records) : NaN,
    };
  },

  async panels(outcomes, stored, _group, engine) {
    const values = valuesOf(outcomes);
    const ratio = ratioOf(values);
    if (values.length === 0 || !Number.isFinite(ratio)) return [];
    const starts = values.map(({ ends }) => ends.h0);
    const [low, high] = [Math.min(...starts), Math.max(...starts)];
    const x = Array.from(
      { length: curvePoints + 1 },
      (_, i) => low * (high / low) ** (i / curvePoints),
    );
    const { dx2, dy2 } = values[0]!.ends;
    // The closed form from outputs that start equal.
    const start = (h0: number): PairEnds => ({ h0, y0: 0, h: NaN, dx2, dy2 });
    const lines: Record<string, [number[], number[]]> = {
      measured: [starts, values.map(({ ends }) => ends.h)],
      predicted: [starts, await predicted(engine, values.map(({ ends }) => ends), ratio)],
      closed_form: [x, await predicted(engine, x.map(start), ratio)],
      rich_limit: [x, x.map(() => Math.sqrt(ratio * dx2 * dy2))],
    };
    return stored.panels.flatMap((panel): Panel[] =>
      panel.kind === 'chart' && panel.id === 'gains' ? [redrawn(panel, lines)] : [],
    );
  },

  sentence(outcomes) {
    const values = valuesOf(outcomes);
    const ratio = ratioOf(values);
    const gains = [...new Set(values.map(({ gain }) => gain))];
    const off = gains.map((gain) => {
      const quotients = values
        .filter((value) => value.gain === gain)
        .map(({ ends }) => ends.h / closedForm(ends, ratio));
      const middle = median(quotients);
      return { gain, factor: Math.max(middle, 1 / middle) };
    });
    const known = off.filter(({ factor }) => Number.isFinite(factor));
    if (known.length === 0) return '';
    const worst = known.reduce((a, b) => (b.factor > a.factor ? b : a));
    return words.sentences.richToLazy(
      known.length,
      formatNumber(worst.factor),
      formatNumber(worst.gain),
    );
  },
};

/** h_inf = A / 2 + sqrt(A^2 / 4 + r X Y) with A = h0 - r X y0 / h0. */
function closedForm({ h0, y0, dx2, dy2 }: PairEnds, ratio: number): number {
  const half = 0.5 * (h0 - (ratio * dx2 * y0) / h0);
  return half + Math.sqrt(half * half + ratio * dx2 * dy2);
}

function redrawn(panel: ChartPanel, lines: Record<string, [number[], number[]]>): ChartPanel {
  const series = panel.series.flatMap((one): StoredSeries[] => {
    const line = lines[one.id];
    return line && line[1].length > 0 ? [{ ...one, x: line[0], y: line[1] }] : [];
  });
  return { ...panel, series };
}
