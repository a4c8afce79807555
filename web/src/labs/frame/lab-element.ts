/** What every lab offers to whatever is around it: the page, an embedding, the share dialog. */
import type { RunAction } from '../../shell/run-bar.ts';
import type { Status } from '../../engine/protocol.ts';
import type { RecordTable } from '../../engine/records.ts';
import type { LabLink } from '../../spec/link.ts';
import type { Spec } from '../../spec/types.ts';
import type { RunResult } from './result-file.ts';

/** A lab says this event (bubbling, composed) whenever its report may have changed. */
export const labEvent = 'reprise-lab';

export interface LabReport {
  /** Counts beginnings: of another experiment, or of the same anew. */
  generation: number;
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
  /** Of which its place on the site is of use here; null where it has none, and cannot be embedded. */
  readonly declaration: { readonly page: object | null };
  /** Resolves once it is on the page with its first experiment, or cannot have one. */
  opened(): Promise<void>;
  act(action: RunAction): Promise<void>;
  report(): LabReport;
  /** The run with all its records; null while there is none. */
  result(): RunResult | null;
  /** Whether the reader changed something in the middle of the run, so that neither its link nor its settings give it. */
  readonly changedByHand?: boolean;
  /** Takes its settings from a link's fragment; resolves once they are in force, or refused. */
  openLink(hash: string): Promise<void>;
}

/**
 * What a lab offers to the questions and checkpoints of a tutorial, so that they know nothing of
 * how it works. A lab says `labEvent` (bubbling) whenever any of this may have changed.
 */
export interface ChapterLabElement extends HTMLElement {
  /** Its name, as it is announced. */
  readonly label: string;
  /** Sets the lab from a preset (or as it is) with settings "network.gain=2 seed=3" on top. */
  configure(preset: string | undefined, settings: string): Promise<void>;
  /** Goes back to the settings that the tutorial gave it, if they have been changed. */
  restore(): Promise<void>;
  /** Starts training, unless it has been trained to the end as it is set. */
  start(): Promise<void>;
  /** A number about the run so far; NaN when it cannot be had. */
  measure(name: string): number;
  /** Whether training has come to its end. */
  readonly finished: boolean;
  /** Squared distances to compare a matrix question with; empty when there are none yet. */
  matrix(name: string): readonly number[];
  /** A curve to compare a drawn question with; null when unknown. */
  curve(name: string): { x: ArrayLike<number>; y: ArrayLike<number> } | null;
  /** Epochs of a run, for the axis of a drawing. */
  readonly epochs: number;
  /** Lays the reader's drawing over the chart of a curve, from 0 to all epochs. */
  showDrawing(curve: string, x: readonly number[], y: readonly number[]): void;
  /** Puts the reader's matrix, from 0 to 1 of the largest, beside the measured one; null takes it away. */
  showGuess(values: readonly number[] | null): void;
  /** Marks the reader's number in the chart of what it is about; null takes it away. Not every lab can. */
  showNumber?(measure: string, value: number | null): void;
  /** Opens a lab that waits for a prediction. */
  unlock(): void;
  /** Takes its settings from a link's fragment; resolves once they are in force, or refused. */
  openLink(hash: string): Promise<void>;
}

/** A quantity to light up wherever it is drawn or written; null for none. */
export const highlightEvent = 'reprise-highlight';

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
