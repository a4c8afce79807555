/** The ratio of the two rates, from a two-point run, and the closed form that it enters. */
import { EngineError, type Engine } from '../../engine/client.ts';
import type { RunRecords } from '../../engine/run-to-end.ts';
import { columnNames, trajectory } from '../../engine/records.ts';
import type { Spec } from '../../spec/types.ts';

/** eta_h / eta_y of a fit at a run's observed layer; NaN where no rates can be found. */
export async function fittedRatio(engine: Engine, spec: Spec, records: RunRecords): Promise<number> {
  try {
    const rows = trajectory(records, spec.observe.layer);
    return (await engine.fit({ trajectory: { rows } })).ratio;
  } catch (error) {
    if (error instanceof EngineError && error.failure.kind === 'invalid') return NaN;
    throw error;
  }
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
