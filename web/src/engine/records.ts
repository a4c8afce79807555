import { grow } from './growth.ts';

/** Rows that a table has room for at first. */
const firstCapacity = 256;

/**
 * The records of a run, gathered from the engine's blocks into one growing column per name. What is written is not
 * written over: records that start anew get memory of their own, so charts know a column by its memory (growth.ts).
 */
export class RecordTable {
  private readonly index: Map<string, number>;
  private store: Float64Array[];
  private capacity = firstCapacity;
  private rows = 0;

  constructor(readonly columns: readonly string[]) {
    this.index = new Map(columns.map((name, i) => [name, i]));
    this.store = columns.map(() => new Float64Array(this.capacity));
  }

  /** Number of records. */
  get length(): number {
    return this.rows;
  }

  has(column: string): boolean {
    return this.index.has(column);
  }

  /** Takes a block of whole rows; a block from an earlier row, as from 0, takes the place of all from there on. */
  append(from: number, block: Float64Array): void {
    const width = this.columns.length;
    const added = Math.floor(block.length / width);
    if (from < this.rows) this.startAnew(from);
    this.reserve(from + added);
    for (let c = 0; c < width; c++) {
      const column = this.store[c]!;
      for (let r = 0; r < added; r++) column[from + r] = block[r * width + c]!;
    }
    this.rows = from + added;
  }

  clear(): void {
    this.startAnew(0);
  }

  /** The values of one column so far: a view, which keeps its values whatever is appended. Empty when unknown. */
  column(name: string): Float64Array {
    const i = this.index.get(name);
    return i === undefined ? new Float64Array(0) : this.store[i]!.subarray(0, this.rows);
  }

  /** The latest value of a column, or NaN. */
  last(name: string): number {
    const i = this.index.get(name);
    return i === undefined || this.rows === 0 ? NaN : this.store[i]![this.rows - 1]!;
  }

  /** The records so far, in memory of their own. */
  copy(): RecordTable {
    const copy = new RecordTable(this.columns);
    copy.store = this.store;
    copy.startAnew(this.rows);
    return copy;
  }

  /** A line with the columns' names, then one for each record. */
  *lines(): Generator<readonly (string | number)[]> {
    yield this.columns;
    for (let r = 0; r < this.rows; r++) yield this.store.map((column) => column[r]!);
  }

  private reserve(rows: number): void {
    if (rows <= this.capacity) return;
    while (this.capacity < rows) this.capacity *= 2;
    this.store = this.store.map((old) => {
      const larger = new Float64Array(this.capacity);
      larger.set(old.subarray(0, this.rows));
      grow(old, larger);
      return larger;
    });
  }

  /** Memory of its own for other records than those so far, after the first `rows` of them. */
  private startAnew(rows: number): void {
    this.capacity = firstCapacity;
    while (this.capacity < rows) this.capacity *= 2;
    this.store = this.store.map((old) => {
      const anew = new Float64Array(this.capacity);
      anew.set(old.subarray(0, rows));
      return anew;
    });
    this.rows = rows;
  }
}

/** Column names of a pair of observed points, as the core names them. */
export const columnNames = {
  h: (i: number, j: number, layer: number) => `h_${i}_${j}_layer_${layer}`,
  y: (i: number, j: number) => `y_${i}_${j}`,
  w: (i: number, j: number) => `w_${i}_${j}`,
  mean: (i: number, j: number) => `mean_${i}_${j}`,
};

/** A quantity of the pair of points 0 and 1 over the records; h at a hidden layer. */
export function pairColumn(
  records: { column(name: string): Float64Array },
  quantity: 'h' | 'y' | 'w',
  layer: number,
): Float64Array {
  return records.column(quantity === 'h' ? columnNames.h(0, 1, layer) : columnNames[quantity](0, 1));
}

/** Rows t, h, y, w, loss, mean of points 0 and 1 at one layer, as fits take them. */
export function trajectory(
  records: { length: number; column(name: string): ArrayLike<number> },
  layer: number,
): Float64Array {
  const { h, y, w, mean } = columnNames;
  const names = ['t', h(0, 1, layer), y(0, 1), w(0, 1), 'loss', mean(0, 1)];
  const columns = names.map((name) => records.column(name));
  const rows = new Float64Array(names.length * records.length);
  columns.forEach((column, c) => {
    for (let k = 0; k < records.length; k++) rows[names.length * k + c] = column[k] ?? NaN;
  });
  return rows;
}
