/** From records and a fit to what the charts draw. */
import type { Series } from '../../chart/series.ts';
import { pairColumn, type RecordTable } from '../../engine/records.ts';
import type { Fit, TheoryCurve } from '../../engine/protocol.ts';
import type { Spec } from '../../spec/types.ts';
import { twoPointsStrings as words } from '../../strings/two-points.ts';

/**
 * The theory's loss: L = 1/2 E0 exp(-2 eta_m t) + 1/4 (w + (Y - y) / 2) for half the mean squared error, and
 * twice that for the whole. Null when the fit has no rate of the mean.
 */
export function theoryLoss(theory: TheoryCurve, fit: Fit, spec: Spec): Float64Array | null {
  const { eta_m, loss, dy2 } = fit;
  if (eta_m === undefined || !loss) return null;
  const factor = spec.training.loss === 'mse' ? 2 : 1;
  return theory.t.map((t, i) => {
    const pair = 0.25 * (theory.w[i]! + 0.5 * (dy2 - theory.y[i]!));
    return factor * (0.5 * loss.initial_mean_error * Math.exp(-2 * eta_m * t) + pair);
  });
}

export function lossSeries(
  records: RecordTable,
  spec: Spec,
  theory: TheoryCurve | null,
  fit: Fit | null,
): Series[] {
  const measured: Series = {
    id: 'loss_measured',
    label: '',
    name: words.curves.loss.measured,
    x: records.column('t'),
    y: records.column('loss'),
    colour: 'loss',
    kind: 'measured',
  };
  const predicted = theory && fit ? theoryLoss(theory, fit, spec) : null;
  if (!predicted) return [measured];
  return [
    measured,
    {
      id: 'loss_theory',
      label: '',
      name: words.curves.loss.theory,
      x: theory!.t,
      y: predicted,
      colour: 'loss',
      kind: 'theory',
    },
  ];
}

/** h of every hidden layer, counted from 1, at the start and at the latest record; the observed layer is marked. */
export function layerSeries(records: RecordTable, layers: number, observed: number): Series[] {
  if (records.length === 0) return [];
  const x = Float64Array.from({ length: layers }, (_, layer) => layer + 1);
  const columns = Array.from({ length: layers }, (_, layer) => pairColumn(records, 'h', layer));
  const last = records.length - 1;
  const at = (record: number) => Float64Array.from(columns, (column) => column[record]!);
  const start: Series = {
    id: 'h_start',
    label: words.chart.atStart,
    name: words.chart.atStart,
    x,
    y: at(0),
    colour: 'ink-muted',
    kind: 'measured',
  };
  if (last === 0) return [start];
  const now: Series = {
    ...start,
    id: 'h_now',
    label: words.chart.now,
    name: words.chart.now,
    y: at(last),
    colour: 'h',
  };
  const mark: Series = {
    ...now,
    id: 'h_observed',
    label: '',
    name: words.chart.observed,
    x: [observed + 1],
    y: [now.y[observed]!],
    kind: 'points',
  };
  return [start, now, mark];
}
