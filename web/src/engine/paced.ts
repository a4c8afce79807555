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
  private wanted = false;

  /** work: fails only where something is wrong with the program; whatever the engine may refuse is for it to catch. */
  constructor(
    private readonly milliseconds: number,
    private readonly work: (signal: AbortSignal) => Promise<void>,
  ) {}

  /** now: without waiting its turn; what is under way rests on older records and is dropped. */
  request(now = false): void {
    if (now) this.stop();
    this.wanted = true;
    if (this.abort || this.timer !== undefined) return;
    const wait = now ? 0 : Math.max(0, this.last + this.milliseconds - performance.now());
    this.timer = setTimeout(() => void this.begin(), wait);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.wanted = false;
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
        if (this.wanted) this.request();
      }
    }
  }
}
