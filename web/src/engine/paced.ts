/** Something asked of the engine again and again while a run goes on: a fit, a look at a layer. */

/**
 * Keeps what is asked for up with a run: at most every `milliseconds`, never two at once, and once more where it was asked
 * for meanwhile. What was under way when `stop` was called is dropped: `work` may look at its signal, and gets it
 * aborted.
 */
export class Paced {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private abort: AbortController | null = null;
  private last = -Infinity;
  /** Milliseconds that it took the last time. */
  private took = 0;
  private wanted = false;

  /**
   * work: fails only where something is wrong with the program; whatever the engine may refuse is for it to catch. parts: it takes one
   * part of so many of the time at most, and leaves the others to the training; 0 for work that is short whatever the run.
   */
  constructor(
    private readonly milliseconds: number,
    private readonly work: (signal: AbortSignal) => Promise<void>,
    private readonly parts = 0,
  ) {}

  /** now: without waiting its turn; what is under way rests on older records and is dropped. */
  request(now = false): void {
    if (now) this.stop();
    this.wanted = true;
    if (this.abort || this.timer !== undefined) return;
    const pause = Math.max(this.milliseconds, this.parts * this.took);
    const wait = now ? 0 : Math.max(0, this.last + pause - performance.now());
    this.timer = setTimeout(() => void this.begin(), wait);
  }

  /** What comes after may be another run, and take less. */
  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.wanted = false;
    this.took = 0;
    this.abort?.abort();
    this.abort = null;
  }

  private async begin(): Promise<void> {
    this.timer = undefined;
    this.wanted = false;
    this.last = performance.now();
    const abort = (this.abort = new AbortController());
    try {
      await this.work(abort.signal);
    } catch (error) {
      // Whoever was told to stop may say so by failing.
      if (!abort.signal.aborted) throw error;
    } finally {
      if (this.abort === abort) {
        this.abort = null;
        this.took = performance.now() - this.last;
        if (this.wanted) this.request();
      }
    }
  }
}
