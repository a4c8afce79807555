/**
 * The messages between an embedded lab or tutorial and the page around it (protocol.ts says how they travel). Types
 * alone, and nothing imported: the npm package gives this very file to those who embed (packages/npm.mjs).
 */

/** From the lab. Numbers that are not finite are null, so that every message is also JSON. */
export type LabMessage =
  /** The lab stands and takes commands. */
  | { type: 'ready'; preset: string; hash: string }
  /** Height that the content takes, in CSS pixels; a tutorial's is clamped to `largestHeight`. */
  | { type: 'resized'; height: number }
  /** A run has begun or gone on. */
  | { type: 'started'; hash: string }
  /** A run has come to its end, or cannot go on because a weight grew beyond all bounds. */
  | ({ type: 'finished' } & RunResult)
  /** A question of a tutorial has been answered, or answered anew. */
  | ({ type: 'answer' } & GivenAnswer)
  /** A command, or a setting, was not acceptable. */
  | { type: 'refused'; field: string; value: string; allowed: string; message: string }
  /** The lab cannot run here and shows a stored figure. */
  | { type: 'unavailable'; message: string };

export interface RunResult {
  state: 'finished' | 'diverged';
  /** The settings as a link's fragment: the same link gives the same numbers again. */
  hash: string;
  /** The whole experiment spec (spec.schema.json). */
  spec: object;
  epoch: number;
  /** The last record, by the names of its columns. */
  last: Record<string, number | null>;
  /** What was fitted or measured of the theory; empty where the lab does not fit it. */
  theory: Record<string, number | null>;
}

export interface GivenAnswer {
  tutorial: string;
  /** The question's name in the tutorial. */
  question: string;
  kind: 'choice' | 'number' | 'draw' | 'matrix' | 'checkpoint' | 'skipped';
  value: string | number[] | null;
  /** What the lab measured, once it has run. */
  outcome: string | number | number[] | null;
}

/** To the lab. */
export type LabCommand =
  | { type: 'run' }
  | { type: 'pause' }
  | { type: 'reset' }
  /** Fields of the spec by their paths ("network.gain"), and "preset" to begin with another. */
  | { type: 'set'; fields: Record<string, string | number> };
