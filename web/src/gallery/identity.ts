/** Holds runs made here against the stored ones: the same spec and seed must end on the same numbers, bit for bit. */
import type { PoolOutcome } from '../engine/pool.ts';
import { columnNames } from '../engine/records.ts';
import { sameSpec } from '../spec/paths.ts';
import { specOf, type RunEnd, type StoredResult } from './stored.ts';

export interface Difference {
  run: string;
  quantity: keyof RunEnd;
  here: number;
  stored: number;
}

export interface Identity {
  /** Runs with the spec of a stored run whose end is known, and how many of them end on its numbers. */
  compared: number;
  same: number;
  /** The first number that differs, if any does. */
  difference: Difference | null;
}

const quantities = ['loss', 'h', 'y', 'w'] as const;

/** The last record at the observed layer, of points 0 and 1. */
export function endOf({ run, records }: PoolOutcome<unknown>): RunEnd | null {
  if (!records) return null;
  return {
    loss: records.last('loss'),
    h: records.last(columnNames.h(0, 1, run.spec.observe.layer)),
    y: records.last(columnNames.y(0, 1)),
    w: records.last(columnNames.w(0, 1)),
  };
}

export function compare(outcomes: readonly PoolOutcome<unknown>[], stored: StoredResult): Identity {
  const identity: Identity = { compared: 0, same: 0, difference: null };
  for (const outcome of outcomes) {
    const end = endOf(outcome);
    const before = storedEnd(outcome, stored);
    if (!end || !before) continue;
    identity.compared++;
    // JSON has no NaN: null stands for what is no number.
    const other = quantities.find((q) => !Object.is(end[q] ?? NaN, before[q] ?? NaN));
    if (!other) identity.same++;
    else {
      identity.difference ??= {
        run: outcome.run.name,
        quantity: other,
        here: end[other] ?? NaN,
        stored: before[other] ?? NaN,
      };
    }
  }
  return identity;
}

function storedEnd({ run }: PoolOutcome<unknown>, stored: StoredResult): RunEnd | null {
  const match = stored.runs.find(({ name }) => name === run.name);
  const spec = match && specOf(match.spec);
  if (!match?.end || !spec || !sameSpec(spec, run.spec)) return null;
  return (match.until_loss ?? 0) === run.untilLoss ? match.end : null;
}
