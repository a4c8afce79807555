/** A stored result (web/results/NAME.json), as web/results/README.md describes it. */
import { complete, findPreset } from '../spec/presets.ts';
import { withField } from '../spec/paths.ts';
import type { ColourName } from '../chart/series.ts';
import type { Spec } from '../spec/types.ts';

export interface StoredAxis {
  title: string;
  scale?: 'linear' | 'log';
}

export type Role = 'measured' | 'theory' | 'points' | 'paper';

export interface StoredSeries {
  id: string;
  /** Written at the line's end; empty for none. */
  label: string;
  name: string;
  role: Role;
  colour: ColourName;
  /** Absent for what is over seeds. */
  seed?: number;
  x: (number | null)[];
  y: (number | null)[];
}

interface InGroup {
  /** By which a newer run's panel is laid over this one. */
  id?: string;
  /** Panels of one group are shown together, the reader choosing the group; empty for all. */
  group?: string;
  /** What the group is called, where that is more than its name. */
  groupTitle?: string;
  heading: string;
  /** Hidden layer that it shows. */
  layer?: number;
}

export interface ChartPanel extends InGroup {
  kind: 'chart';
  x: StoredAxis;
  y: StoredAxis;
  series: StoredSeries[];
}

export interface MatrixPanel extends InGroup {
  kind: 'matrix';
  /** With its unit, if it has one. */
  quantity?: string;
  labels: string[];
  /** Row by row. */
  values: (number | null)[];
  /** Top of the scale; absent for the largest value. */
  max?: number;
}

export interface TablePanel extends InGroup {
  kind: 'table';
  columns: string[];
  rows: (string | number | null)[][];
}

export interface Points3dPanel extends InGroup {
  kind: 'points3d';
  points: [number, number, number][];
  colours: { label: string; unit: string; values: number[] }[];
  explained?: number[];
}

export type Panel = ChartPanel | MatrixPanel | TablePanel | Points3dPanel;

/** A whole spec, or a preset and what differs from it, by dotted path. */
export type StoredSpec = Spec | { preset: string; overrides?: Record<string, unknown> };

/** The last record, at the observed layer of points 0 and 1. */
export interface RunEnd {
  loss: number | null;
  h: number | null;
  y: number | null;
  w: number | null;
}

export interface StoredRun {
  name: string;
  group?: string;
  spec: StoredSpec;
  until_loss?: number;
  status: string;
  epochs?: number;
  end?: RunEnd;
}

export interface StoredNumber {
  label: string;
  unit?: string;
  /** What the paper published; null where it gives none. */
  paper?: number | null;
  /** One for each seed. */
  values: (number | null)[];
}

export interface StoredResult {
  version: 1;
  figure: string;
  title: string;
  order: number;
  question?: string;
  paper: { where: string; text: string };
  band: string;
  limits: Record<string, number>;
  within: boolean;
  verdict: string;
  note?: string;
  /** What came out another way than the authors'; empty if none was tried. */
  other: string;
  seeds: number[];
  quick: boolean;
  /** Of many runs, `runs` has those of the first seed. */
  runs_in_all?: number;
  runs: StoredRun[];
  numbers: StoredNumber[];
  panels: Panel[];
}

/** What is wrong with a stored result: which file, which field, and what is allowed there. */
export class StoredResultError extends Error {}

type Check = (value: unknown) => boolean;
const text: Check = (value) => typeof value === 'string';
const list: Check = Array.isArray;
const fields: Record<string, [Check, string]> = {
  version: [(value) => value === 1, '1'],
  figure: [(value) => text(value) && value !== '', 'a name'],
  title: [text, 'a text'],
  order: [(value) => typeof value === 'number', 'a number'],
  paper: [(value) => text((value as { text?: unknown } | null)?.text), 'an object with a text'],
  band: [text, 'a text'],
  within: [(value) => typeof value === 'boolean', 'true or false'],
  verdict: [text, 'a text'],
  seeds: [list, 'a list'],
  runs: [list, 'a list'],
  numbers: [list, 'a list'],
  panels: [
    (value) =>
      list(value) &&
      (value as { kind: string }[]).every(({ kind }) =>
        ['chart', 'matrix', 'table', 'points3d'].includes(kind),
      ),
    'a list of panels of the kinds chart, matrix, table and points3d',
  ],
};

/** The document as a stored result. Throws a StoredResultError that names the field. */
export function readStored(document: unknown, file: string): StoredResult {
  const content = document as Record<string, unknown>;
  for (const [field, [check, allowed]] of Object.entries(fields)) {
    if (check(content?.[field])) continue;
    const value = JSON.stringify(content?.[field])?.slice(0, 60) ?? 'absent';
    throw new StoredResultError(`${file}: ${field} is ${value}; allowed: ${allowed}`);
  }
  return content as unknown as StoredResult;
}

/** A run's whole spec; null when it names a preset that this site does not have. */
export function specOf(spec: StoredSpec): Spec | null {
  if (!('preset' in spec)) return complete(spec);
  const preset = findPreset(spec.preset);
  if (!preset) return null;
  return Object.entries(spec.overrides ?? {}).reduce(
    (changed, [path, value]) => withField(changed, path, value),
    preset.spec,
  );
}

/** The groups that the panels form, in order; empty when they form none. */
export function groupsOf(panels: readonly Panel[]): string[] {
  return [...new Set(panels.map(({ group }) => group ?? '').filter(Boolean))];
}

/** null (JSON has no NaN) as a number that is none. */
export const numbers = (values: readonly (number | null)[]): number[] =>
  values.map((value) => value ?? NaN);
