/** A run as a file: everything needed to repeat it, and everything that was recorded. */
import { RecordTable } from '../../engine/records.ts';
import type { Fit } from '../../engine/protocol.ts';
import type { Spec } from '../../spec/types.ts';

/** What was changed by hand in the middle of a run, which its settings do not tell. */
export interface ByHand {
  epoch: number;
  /** "task.points", "training.l2", "parameters[13]", … */
  field: string;
}

export interface RunResult {
  spec: Spec;
  /** "#preset=…": the same settings as a link. */
  hash: string;
  state: string;
  /** Epochs trained. */
  epoch: number;
  records: RecordTable;
  fit: Fit | null;
  /** Absent where the settings alone give the run. */
  byHand?: readonly ByHand[];
}

/** A run to compare with: kept from the lab itself (no name), or read from a file. */
export interface Reference extends RunResult {
  name: string;
}

const format = 'reprise-result';
const version = 1;
/** Larger files are no results of ours: 50 million numbers are refused long before. */
export const largestFile = 400e6;
/** More than any run has: a number for each of 100 layers, and some for the pairs. Each takes memory before it holds a number. */
const mostColumns = 1000;

/** Numbers keep their every bit; what is not finite is null. */
export function resultJson({ spec, hash, state, epoch, records, fit, byHand = [] }: RunResult): string {
  const changed = byHand.length > 0 ? { changed_by_hand: byHand } : {};
  const head = { format, version, spec, link: hash, ...changed, state, epoch, fit, columns: records.columns };
  const columns = records.columns.map((name) => records.column(name));
  const rows: string[] = [];
  for (let r = 0; r < records.length; r++) {
    rows.push(JSON.stringify(columns.map((column) => column[r])));
  }
  // One record a line, so that the file can be read and compared.
  const text = JSON.stringify(head, null, 2).replace(/\n\}$/, '');
  return `${text},\n  "records": [\n    ${rows.join(',\n    ')}\n  ]\n}\n`;
}

/** What is wrong with a file: which field, what it holds, what it may hold. */
export class ResultProblem extends Error {
  constructor(field: string, value: string, allowed: string) {
    super(`${field} is ${value}; allowed: ${allowed}`);
    this.name = 'ResultProblem';
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const shown = (value: unknown): string => {
  if (value === undefined) return 'missing';
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};

/** The spec is for the core to judge; everything else is checked here. */
export interface StoredRun extends Omit<RunResult, 'spec'> {
  spec: unknown;
}

/** Throws ResultProblem, naming the first fault. */
export function parseResult(text: string): StoredRun {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    throw new ResultProblem('the file', `no JSON (${(error as Error).message})`, 'a result saved by a lab');
  }
  const wrong = (field: string, value: unknown, allowed: string) =>
    new ResultProblem(field, shown(value), allowed);
  if (!isObject(file)) throw wrong('the file', file, 'a result saved by a lab');
  if (file['format'] !== format) throw wrong('format', file['format'], `"${format}"`);
  if (file['version'] !== version) throw wrong('version', file['version'], `${version}`);
  if (!isObject(file['spec'])) throw wrong('spec', file['spec'], 'an experiment spec');
  const { columns, records, state, epoch, link } = file;
  if (!Array.isArray(columns) || !columns.every((name) => typeof name === 'string')) {
    throw wrong('columns', columns, 'names of columns');
  }
  if (columns.length > mostColumns) throw wrong('columns.length', columns.length, `at most ${mostColumns}`);
  for (const needed of ['t', 'loss']) {
    if (!columns.includes(needed)) throw wrong('columns', columns, `names with "${needed}" among them`);
  }
  if (new Set(columns).size < columns.length) throw wrong('columns', columns, 'each name once');
  if (!Array.isArray(records) || records.length === 0) throw wrong('records', records, 'at least one record');
  const block = new Float64Array(records.length * columns.length);
  records.forEach((row: unknown, r) => {
    const field = `records[${r}]`;
    if (!Array.isArray(row)) throw wrong(field, row, 'a list of numbers');
    if (row.length !== columns.length) {
      throw wrong(`${field}.length`, row.length, `${columns.length}, one number for each column`);
    }
    row.forEach((value: unknown, c) => {
      if (typeof value !== 'number' && value !== null) {
        throw wrong(`${field}, ${columns[c]}`, value, 'a number, or null where there is none');
      }
      block[r * columns.length + c] = value ?? NaN;
    });
  });
  const table = new RecordTable(columns as string[]);
  table.append(0, block);
  if (typeof epoch !== 'number' || !(epoch >= 0)) throw wrong('epoch', epoch, 'a number from 0');
  const byHand = file['changed_by_hand'] ?? [];
  const isChange = (one: unknown) => isObject(one) && typeof one['epoch'] === 'number' && typeof one['field'] === 'string';
  if (!Array.isArray(byHand) || !byHand.every(isChange)) {
    throw wrong('changed_by_hand', byHand, 'a list of changes, each with an epoch and a field');
  }
  if (file['fit'] !== null && !isObject(file['fit'])) throw wrong('fit', file['fit'], 'a fit, or null');
  return {
    spec: file['spec'],
    hash: typeof link === 'string' ? link : '',
    state: typeof state === 'string' ? state : '',
    epoch,
    records: table,
    fit: file['fit'] as Fit | null,
    ...(byHand.length > 0 && { byHand: byHand as ByHand[] }),
  };
}

/** Whether two tables hold the same numbers to the last bit, as far as the shorter goes. */
export function sameRecords(a: RecordTable, b: RecordTable): boolean {
  if (a.columns.join() !== b.columns.join()) return false;
  const rows = Math.min(a.length, b.length);
  return a.columns.every((name) => {
    const [x, y] = [a.column(name), b.column(name)];
    for (let r = 0; r < rows; r++) if (!Object.is(x[r], y[r])) return false;
    return true;
  });
}
