/** From records and a fit to what the charts draw. */
import type { Series } from '../../chart/series.ts';
import { pairColumn, type RecordTable } from '../../engine/records.ts';
import type { FittedCurve } from '../../engine/fit.ts';
import type { Fit, TheoryCurve } from '../../engine/protocol.ts';
import type { Spec } from '../../spec/types.ts';
import { twoPointChapterStrings as words } from '../../strings/two-point-chapter.ts';

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

/** The loss as measured, with the theory's beside it where there is one. */
export function lossSeries(records: RecordTable, spec: Spec, fitted: FittedCurve | null): Series[] {
  const measured: Series = {
    id: 'loss_measured',
    label: words.lossLabel,
    name: words.lossNames.measured,
    x: records.column('t'),
    y: records.column('loss'),
    colour: 'loss',
    kind: 'measured',
  };
  const predicted = fitted && theoryLoss(fitted.theory, fitted.fit, spec);
  if (!predicted) return [measured];
  const { t: x } = fitted.theory;
  return [measured, { ...measured, id: 'loss_theory', label: '', name: words.lossNames.theory, x, y: predicted, kind: 'theory' }];
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
    label: words.atStart,
    name: words.atStart,
    x,
    y: at(0),
    colour: 'ink-muted',
    kind: 'measured',
  };
  if (last === 0) return [start];
  const now: Series = {
    ...start,
    id: 'h_now',
    label: words.now,
    name: words.now,
    y: at(last),
    colour: 'h',
  };
  const mark: Series = {
    ...now,
    id: 'h_observed',
    label: '',
    name: words.layer,
    x: [observed + 1],
    y: [now.y[observed]!],
    kind: 'points',
  };
  return [start, now, mark];
}
