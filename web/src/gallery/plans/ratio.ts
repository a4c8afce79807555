/** The ratio of the two rates, from a two-point run, and the closed form that it enters. */
import { EngineError, type Engine } from '../../engine/client.ts';
import type { RunRecords } from '../../engine/run-to-end.ts';
import { columnNames, trajectory } from '../../engine/records.ts';
import type { Spec } from '../../spec/types.ts';

/** The two rates of a fit at a run's observed layer. */
export interface Rates {
  eta_h: number;
  eta_y: number;
}

/** NaN where no rates can be found. */
export async function fittedRates(engine: Engine, spec: Spec, records: RunRecords): Promise<Rates> {
  try {
    const rows = trajectory(records, spec.observe.layer);
    return await engine.fit({ trajectory: { rows } });
  } catch (error) {
    if (error instanceof EngineError && error.failure.kind === 'invalid') return { eta_h: NaN, eta_y: NaN };
    throw error;
  }
}

export async function fittedRatio(engine: Engine, spec: Spec, records: RunRecords): Promise<number> {
  const { eta_h, eta_y } = await fittedRates(engine, spec, records);
  return eta_h / eta_y;
}

/** The mean eta_h over the mean eta_y of several fits, as the authors reckon; NaN for none. */
export function ratioOfMeans(rates: readonly Rates[]): number {
  const known = rates.filter(({ eta_h, eta_y }) => Number.isFinite(eta_h + eta_y));
  const sum = (of: (one: Rates) => number) => known.reduce((total, one) => total + of(one), 0);
  return sum(({ eta_h }) => eta_h) / sum(({ eta_y }) => eta_y);
}

/** Where a pair began and ended at the observed layer, and what fixes it. */
export interface PairEnds {
  h0: number;
  y0: number;
  h: number;
  dx2: number;
  dy2: number;
}

export function endsOf(records: RunRecords, layer: number, dx2: number, dy2: number): PairEnds {
  const h = columnNames.h(0, 1, layer);
  return { h0: records.first(h), y0: records.first(columnNames.y(0, 1)), h: records.last(h), dx2, dy2 };
}

/** Final squared distances by the closed form; empty without a ratio. */
export async function predicted(
  engine: Engine,
  pairs: readonly PairEnds[],
  ratio: number,
): Promise<number[]> {
  if (!Number.isFinite(ratio) || pairs.length === 0) return [];
  const column = (name: keyof PairEnds) => pairs.map((pair) => pair[name]);
  return engine.predictMany({
    h0: column('h0'),
    y0: column('y0'),
    dx2: column('dx2'),
    dy2: column('dy2'),
    ratio,
  });
}
