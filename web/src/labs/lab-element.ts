/** What every lab offers to whatever is around it: the page, an embedding, the share dialog. */
import type { RunAction } from '../shell/run-bar.ts';
import type { Status } from '../engine/protocol.ts';
import type { RecordTable } from '../engine/records.ts';
import type { LabLink } from '../spec/link.ts';
import type { Spec } from '../spec/types.ts';
import type { RunResult } from './common/result-file.ts';

/** A lab says this event (bubbling, composed) whenever its report may have changed. */
export const labEvent = 'reprise-lab';

export interface LabReport {
  /** "#preset=…": the present settings as a link. */
  hash: string;
  /** The settings of the run. */
  spec: Spec;
  /** "idle" before a run, and while there is no experiment. */
  state: Status['state'];
  epoch: number;
  epochs: number;
  /** The last record, by the names of its columns ("t", "loss", "h_0_1_layer_9", …). */
  last: Record<string, number>;
  /** What the theory was fitted to be, where the lab fits it: eta_h, eta_y, …; else empty. */
  theory: Record<string, number>;
  /** Why the lab cannot run; empty when it can. */
  problem: string;
}

export interface LabElement extends HTMLElement {
  /** Where its state is kept; set before the element is connected. The page's address by default. */
  link: LabLink;
  /** The parts to show, by name, with spaces between; empty for all. */
  show: string;
  /** Resolves once it is on the page with its first experiment, or cannot have one. */
  opened(): Promise<void>;
  act(action: RunAction): Promise<void>;
  report(): LabReport;
  /** The run with all its records; null while there is none. */
  result(): RunResult | null;
  /** Takes its settings from a link's fragment; resolves once they are in force, or refused. */
  openLink(hash: string): Promise<void>;
}

/** The names in `show`, or all of a declaration's parts when it names none. */
export function partsShown<P extends string>(show: string, parts: Readonly<Record<P, unknown>>): ReadonlySet<P> {
  const named = show.split(/[\s,]+/).filter((name): name is P => Object.hasOwn(parts, name));
  return new Set(named.length > 0 ? named : (Object.keys(parts) as P[]));
}

/** The last row of a table by the names of its columns; empty when there is none. */
export function lastRecord(records: RecordTable | null): Record<string, number> {
  if (!records || records.length === 0) return {};
  return Object.fromEntries(records.columns.map((name) => [name, records.last(name)]));
}
