/** One run from its initial weights to its end: made, trained, and its records kept. */
import { EngineError, type Engine } from './client.ts';
import type { Status } from './protocol.ts';
import type { RecordTable } from './records.ts';
import type { Spec } from '../spec/types.ts';

/** The records of a run that is over. */
export class RunRecords {
  readonly columns: readonly string[];
  readonly length: number;
  private readonly values: Float64Array[];

  constructor(table: RecordTable, length = table.length) {
    this.columns = table.columns;
    this.length = length;
    this.values = table.columns.map((name) => table.column(name).slice(0, length));
  }

  column(name: string): Float64Array {
    const index = this.columns.indexOf(name);
    return index < 0 ? new Float64Array(0) : this.values[index]!;
  }

  first(name: string): number {
    return this.column(name)[0] ?? NaN;
  }

  last(name: string): number {
    return this.column(name)[this.length - 1] ?? NaN;
  }
}

export interface RunToEnd {
  /** For image tasks, the IDX bytes to take the pictures from. */
  data?: { images?: ArrayBuffer; labels?: ArrayBuffer };
  /** Ends the run at the first record after the start whose loss is below; 0, the default, for all epochs. */
  untilLoss?: number;
  /** Each word of how far it is. */
  status?: (status: Status) => void;
  /** Begins the training, once the network is made; by default at once and as fast as it goes. */
  begin?: () => unknown;
}

export interface RunEnd {
  /** "learnt": ended below `untilLoss`. */
  state: 'finished' | 'learnt' | 'diverged';
  /** Why it diverged, or empty. */
  message: string;
  /**
   * Up to the end; up to the record that ended it where that was the loss. A run is stopped when word of that record
   * arrives, some records later on one machine than on another, and nothing may hang on that.
   */
  records: RunRecords;
}

/** The first row from `from` on, the start left out, whose loss is below; -1 for none. */
export function firstBelow(loss: ArrayLike<number>, limit: number, from = 0): number {
  for (let row = Math.max(1, from); row < loss.length; row++) if (loss[row]! < limit) return row;
  return -1;
}

/**
 * Makes a spec's network in an engine and trains it to its end. The engine then still holds it, for fits and the like.
 * Rejects with the engine's reason when the spec is refused, the engine fails, or is closed meanwhile.
 */
export async function runToEnd(engine: Engine, spec: Spec, options: RunToEnd = {}): Promise<RunEnd> {
  const { data = {}, untilLoss = 0, status: onStatus, begin = () => engine.run() } = options;
  await engine.create(spec, data);
  const end = await new Promise<{ state: RunEnd['state']; length: number }>((resolve, reject) => {
    const stops = [
      engine.on('records', ({ from }) => {
        if (untilLoss <= 0) return;
        const row = firstBelow(engine.records!.column('loss'), untilLoss, from);
        if (row >= 0) settle(() => resolve({ state: 'learnt', length: row + 1 }));
      }),
      engine.on('status', (status) => {
        onStatus?.(status);
        const { state } = status;
        if (state !== 'finished' && state !== 'diverged') return;
        settle(() => resolve({ state, length: engine.records!.length }));
      }),
      engine.on('failure', (failure) => fail(new EngineError(failure))),
      engine.on('closed', () => fail(new EngineError({ kind: 'closed', message: 'The engine was closed.' }))),
    ];
    const settle = (how: () => void) => {
      for (const stop of stops) stop();
      how();
    };
    const fail = (error: unknown) => settle(() => reject(error as Error));
    Promise.resolve(begin()).catch(fail);
  });
  await engine.pause();
  return {
    state: end.state,
    message: end.state === 'diverged' ? (engine.status?.message ?? '') : '',
    records: new RunRecords(engine.records!, end.length),
  };
}
