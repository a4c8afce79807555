import { EngineError, type Engine } from '../../engine/client.ts';
import type { Fit, TheoryCurve } from '../../engine/protocol.ts';

export interface Fitted {
  fit: Fit;
  theory: TheoryCurve;
  /** The layer and the number of records it rests on. */
  layer: number;
  records: number;
}

/** While training, a fit this often: it takes the worker's time from the network. */
const everyMilliseconds = 400;
/** With fewer records the rates are anybody's guess. */
const fewestRecords = 6;
const theoryPoints = 241;

/**
 * Keeps the fit up with the run: at most every 400 ms, never two at once, and once more at the end.
 * Failures to fit (too early, nothing moved) give null; a broken engine reports itself elsewhere.
 */
export class FitLoop {
  private readonly engine: Engine;
  private readonly deliver: (fitted: Fitted | null) => void;
  private abort: AbortController | null = null;
  private timer = 0;
  private last = -Infinity;
  private wanted: number | null = null;

  constructor(engine: Engine, deliver: (fitted: Fitted | null) => void) {
    this.engine = engine;
    this.deliver = deliver;
  }

  /** Asks for a fit at a layer; `now` when it should not wait its turn. */
  request(layer: number, now = false): void {
    this.wanted = layer;
    if (now) {
      this.stop();
      this.wanted = layer;
    }
    if (this.abort || this.timer) return;
    const wait = now ? 0 : Math.max(0, this.last + everyMilliseconds - performance.now());
    this.timer = window.setTimeout(() => void this.fit(), wait);
  }

  /** Drops what is under way, as when the experiment is replaced. */
  stop(): void {
    clearTimeout(this.timer);
    this.timer = 0;
    this.wanted = null;
    this.abort?.abort();
    this.abort = null;
  }

  private async fit(): Promise<void> {
    this.timer = 0;
    const layer = this.wanted;
    const { records, description } = this.engine;
    if (layer === null || !records || !description) return;
    this.wanted = null;
    this.last = performance.now();
    if (records.length < fewestRecords) return this.deliver(null);
    const abort = (this.abort = new AbortController());
    const { signal } = abort;
    try {
      const count = records.length;
      const fit = await this.engine.fit({ trajectory: { layer } }, { signal });
      const theory = await this.engine.theory(
        {
          h0: fit.h0,
          y0: fit.y0,
          w0: fit.w0,
          dx2: fit.dx2,
          dy2: fit.dy2,
          eta_h: fit.eta_h,
          eta_y: fit.eta_y,
          until: description.total_epochs,
          points: theoryPoints,
        },
        { signal },
      );
      this.deliver({ fit, theory, layer, records: count });
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof EngineError && error.failure.kind === 'invalid') this.deliver(null);
    } finally {
      if (this.abort === abort) {
        this.abort = null;
        if (this.wanted !== null) this.request(this.wanted);
      }
    }
  }
}
