/** What a figure needs to be run again: which runs, what to ask of each, and how to draw what came out. */
import type { Engine } from '../../engine/client.ts';
import type { PoolOutcome, PoolRun } from '../../engine/pool.ts';
import type { RunRecords } from '../../engine/run-to-end.ts';
import type { Panel, StoredResult } from '../stored.ts';

/** How much of a figure to run. */
export interface Size {
  id: string;
  label: string;
  runs: readonly PoolRun[];
  /** Whether runs may end before their last epoch, so that an estimate is an upper bound. */
  mayEndEarly: boolean;
}

/** IDX bytes that image tasks take their pictures from. */
export interface RunData {
  images?: ArrayBuffer;
  labels?: ArrayBuffer;
}

export interface Plan<V = unknown> {
  /** One run draws the panels of all groups, so that it is offered and kept for all of them at once. */
  allGroups?: boolean;
  /** Fetches what the runs learn from, where that is not in the spec. */
  data?(): Promise<RunData>;
  /** The sizes on offer for a group of panels ("" without groups), the recommended one first; empty for none. */
  sizes(stored: StoredResult, group: string): Size[];
  /** Asked for each run while its engine still holds it. */
  after(engine: Engine, run: PoolRun, records: RunRecords, stored: StoredResult): Promise<V>;
  /** The new panels, with the ids of the stored ones. `engine` answers what needs no experiment. */
  panels(
    outcomes: readonly PoolOutcome<V>[],
    stored: StoredResult,
    group: string,
    engine: Engine,
  ): Promise<Panel[]>;
  /** The result in a sentence, with its numbers. */
  sentence(
    outcomes: readonly PoolOutcome<V>[],
    stored: StoredResult,
    group: string,
    panels: readonly Panel[],
  ): string;
}
