/** The theory fitted to every layer of one network. */
import type { Fit } from '../../engine/protocol.ts';
import { EngineError } from '../../engine/client.ts';
import { trajectory } from '../../engine/records.ts';
import { formatNumber } from '../../shell/format.ts';
import { galleryStrings as words } from '../../strings/gallery.ts';
import { median } from '../spread.ts';
import type { Panel, StoredSeries } from '../stored.ts';
import type { Plan } from './plan.ts';
import { poolRuns, reducedSize, storedSizes } from './runs.ts';

interface Layers {
  fits: (Fit | null)[];
  /** Epochs between two records: the paper's sum is over all of them. */
  every: number;
}

type Field = 'misfit' | 'eta_h' | 'eta_y';

function byLayer(runs: readonly Layers[], field: Field): number[] {
  return (runs[0]?.fits ?? []).map((_, layer) =>
    median(
      runs.map(({ fits, every }) => {
        const fit = fits[layer];
        if (!fit) return NaN;
        return field === 'misfit' ? every * fit.sse : fit[field];
      }),
    ),
  );
}

export const depth: Plan<Layers> = {
  sizes(stored) {
    const runs = poolRuns(stored.runs);
    const [one, ...more] = storedSizes(runs, stored.seeds);
    return one ? [one, ...reducedSize(runs), ...more] : [];
  },

  async after(engine, { spec }, records) {
    const fits: (Fit | null)[] = [];
    for (let layer = 0; layer < spec.network.hidden_layers; layer++) {
      try {
        fits.push(await engine.fit({ trajectory: { rows: trajectory(records, layer) } }));
      } catch (error) {
        if (!(error instanceof EngineError) || error.failure.kind !== 'invalid') throw error;
        fits.push(null);
      }
    }
    return { fits, every: spec.observe.every };
  },

  async panels(outcomes, stored) {
    const runs = outcomes.flatMap(({ value }) => (value ? [value] : []));
    if (runs.length === 0) return [];
    return stored.panels.flatMap((panel): Panel[] => {
      if (panel.kind !== 'chart') return [];
      const redrawn = panel.series.flatMap((one): StoredSeries[] => {
        if (one.id !== 'misfit' && one.id !== 'eta_h' && one.id !== 'eta_y') return [];
        const y = byLayer(runs, one.id).map((value) => (Number.isFinite(value) ? value : null));
        return [{ ...one, x: y.map((_, layer) => layer), y }];
      });
      return [{ ...panel, series: redrawn }];
    });
  },

  sentence(outcomes) {
    const runs = outcomes.flatMap(({ value }) => (value ? [value] : []));
    const misfits = byLayer(runs, 'misfit');
    if (misfits.length === 0) return '';
    const best = misfits.reduce((least, value, layer) => (value < misfits[least]! ? layer : least), 0);
    return words.sentences.depth(best, runs.length, formatNumber(misfits[best]!), formatNumber(misfits[0]!));
  },
};
