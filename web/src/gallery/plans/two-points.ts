/** Two-point runs with the fitted theory: the trajectories of every setting. */
import type { Engine } from '../../engine/client.ts';
import type { PoolOutcome, PoolRun } from '../../engine/pool.ts';
import type { RunRecords } from '../../engine/run-to-end.ts';
import type { Fit, System, TheoryCurve } from '../../engine/protocol.ts';
import { columnNames, trajectory } from '../../engine/records.ts';
import { squaredInputDistance, squaredTargetDistance } from '../../labs/digits/pair.ts';
import { theoryLoss } from '../../labs/two-points/curves.ts';
import type { Alteration } from '../../labs/altered/systems.ts';
import { formatNumber, formatR2 } from '../../shell/format.ts';
import { alteredStrings } from '../../strings/altered.ts';
import { galleryStrings as words } from '../../strings/gallery.ts';
import { median } from '../spread.ts';
import type { ChartPanel, Panel, StoredResult, StoredSeries } from '../stored.ts';
import { digits, digitsData } from './digits-data.ts';
import type { Plan, Size } from './plan.ts';
import { groupOf, poolRuns, reducedSize, series, storedSizes } from './runs.ts';

const curvePoints = 201;

interface Fitted {
  layer: number;
  fit: Fit;
  curve: TheoryCurve;
}

/** The layer that the stored panels of a group show, or the one that the spec observes. */
function layerOf(stored: StoredResult, run: PoolRun): number {
  const known = stored.runs.find(({ name }) => name === run.name);
  const group = known ? groupOf(known) : '';
  const panel = stored.panels.find((one) => (one.group ?? '') === group && one.layer !== undefined);
  return panel?.layer ?? run.spec.observe.layer;
}

async function fitAt(
  engine: Engine,
  run: PoolRun,
  records: RunRecords,
  layer: number,
  options: { system?: System; dx2?: number; dy2?: number } = {},
): Promise<Fitted> {
  const { system } = options;
  const fit = await engine.fit({ trajectory: { rows: trajectory(records, layer) }, ...options });
  const { h0, y0, w0, dx2, dy2, eta_h, eta_y } = fit;
  const until = run.spec.training.epochs;
  const start = { h0, y0, w0, dx2, dy2, eta_h, eta_y };
  return { layer, fit, curve: await engine.theory({ ...start, system, until, points: curvePoints }) };
}

const ofGroup = (stored: StoredResult, group: string): Size[] => {
  const runs = poolRuns(stored.runs.filter((run) => groupOf(run) === group));
  const [one, ...more] = storedSizes(runs, stored.seeds);
  return one ? [one, ...reducedSize(runs), ...more] : [];
};

export const trajectories: Plan<Fitted> = {
  sizes: ofGroup,

  after: (engine, run, records, stored) => fitAt(engine, run, records, layerOf(stored, run)),

  async panels(outcomes, stored, group) {
    const shown = outcomes.find(({ records, value }) => records && value);
    if (!shown) return [];
    return stored.panels.flatMap((panel): Panel[] =>
      panel.kind === 'chart' && (panel.group ?? '') === group ? [redrawn(panel, shown)] : [],
    );
  },

  sentence(outcomes) {
    const fits = outcomes.flatMap(({ value }) => (value ? [value] : []));
    if (fits.length === 0) return '';
    const r2 = (q: 'h' | 'y' | 'w') => formatR2(median(fits.map(({ fit }) => fit[`r2_${q}`])));
    return words.sentences.trajectories(fits[0]!.layer, fits.length, r2('h'), r2('y'), r2('w'));
  },
};

/** Two pictures among thousands; what fixes them is how far they and their targets lie apart. */
export const digitsTrajectories: Plan<Fitted> = {
  ...trajectories,
  data: digitsData,

  sizes: (stored) => storedSizes(poolRuns(stored.runs), stored.seeds),

  async after(engine, run, records, stored) {
    const set = await digits();
    const { train_indices } = engine.description!;
    const [a, b] = (run.spec.observe.points ?? [0, 1]).map((point) => train_indices[point]!);
    const constants = {
      dx2: squaredInputDistance(set.picture(a!), set.picture(b!)),
      dy2: squaredTargetDistance(set.labels[a!]!, set.labels[b!]!),
    };
    return fitAt(engine, run, records, layerOf(stored, run), constants);
  },
};

/** The same run fitted by every system, the groups of the panels. */
export const altered: Plan<Map<System, Fitted>> = {
  allGroups: true,

  sizes(stored) {
    const runs = poolRuns(stored.runs);
    const [one, ...more] = storedSizes(runs, stored.seeds);
    return one ? [one, ...reducedSize(runs), ...more] : [];
  },

  async after(engine, run, records, stored) {
    const fits = new Map<System, Fitted>();
    for (const { group, layer } of stored.panels) {
      const at = layer ?? run.spec.observe.layer;
      if (group) fits.set(group, await fitAt(engine, run, records, at, { system: group }));
    }
    return fits;
  },

  async panels(outcomes, stored) {
    const shown = outcomes.find(({ records, value }) => records && value);
    return stored.panels.flatMap((panel): Panel[] => {
      const value = shown?.value?.get(panel.group ?? '');
      return shown && value && panel.kind === 'chart' ? [redrawn(panel, { ...shown, value })] : [];
    });
  },

  sentence(outcomes) {
    const runs = outcomes.flatMap(({ value }) => (value ? [value] : []));
    const parts = [...(runs[0]?.keys() ?? [])].flatMap((system) => {
      const times = runs.map((fits) => fits.get(system)!.fit.sse / fits.get('paper')!.fit.sse);
      return system === 'paper'
        ? []
        : [`${alteredStrings.names[system as Alteration]} ${formatNumber(median(times))}`];
    });
    return words.sentences.altered(parts.join(', '), runs.length);
  },
};

/** A stored panel's curves, by their ids ("h_measured", "loss_theory"), from a new run. */
function redrawn(panel: ChartPanel, { run, records, value }: PoolOutcome<Fitted>): ChartPanel {
  const { layer, fit, curve } = value!;
  const measured: Record<string, string> = {
    h: columnNames.h(0, 1, layer),
    y: columnNames.y(0, 1),
    w: columnNames.w(0, 1),
    loss: 'loss',
  };
  return {
    ...panel,
    series: panel.series.flatMap((one): StoredSeries[] => {
      const [, quantity, kind] = /^(h|y|w|loss)_(measured|theory)$/.exec(one.id) ?? [];
      if (!quantity) return [];
      const like = { ...one, seed: run.spec.seed };
      if (kind === 'measured') {
        return [series(like, records!.column('t'), records!.column(measured[quantity]!))];
      }
      const y =
        quantity === 'loss' ? theoryLoss(curve, fit, run.spec) : curve[quantity as 'h' | 'y' | 'w'];
      return y ? [series(like, curve.t, y)] : [];
    }),
  };
}
