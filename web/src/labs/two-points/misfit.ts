/** How far a theory's curves lie from the measured ones. */
import { valueAt } from '../../chart/value-at.ts';
import type { TheoryCurve } from '../../engine/protocol.ts';
import type { RecordTable } from '../../engine/records.ts';
import { pairColumn } from '../../engine/records.ts';

export interface Misfit {
  /** Sum of squared errors over h, y and w, all records: the measure that fits minimise. */
  sse: number;
  /** 1 - SSE / SST, each. */
  h: number;
  y: number;
  w: number;
  /** The least of the three. */
  worst: number;
}

export function misfitOf(records: RecordTable, layer: number, theory: TheoryCurve): Misfit {
  const t = records.column('t');
  let sse = 0;
  const r2 = (quantity: 'h' | 'y' | 'w') => {
    const measured = pairColumn(records, quantity, layer);
    const mean = measured.reduce((sum, value) => sum + value, 0) / measured.length;
    let errors = 0;
    let spread = 0;
    measured.forEach((value, k) => {
      errors += (value - valueAt(theory.t, theory[quantity], t[k]!)) ** 2;
      spread += (value - mean) ** 2;
    });
    sse += errors;
    return 1 - errors / spread;
  };
  const [h, y, w] = [r2('h'), r2('y'), r2('w')];
  return { sse, h, y, w, worst: Math.min(h, y, w) };
}

/** Epoch at which y has come half its way to the target's distance; NaN while it has not. */
export function halfTime(t: ArrayLike<number>, y: ArrayLike<number>, target: number): number {
  for (let k = 1; k < y.length; k++) {
    if (y[k]! < target / 2) continue;
    const share = (target / 2 - y[k - 1]!) / (y[k]! - y[k - 1]!);
    return t[k - 1]! + share * (t[k]! - t[k - 1]!);
  }
  return NaN;
}
