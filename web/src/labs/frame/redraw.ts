import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { labEvent } from './lab-element.ts';

/**
 * Draws a lab and says `labEvent`, at most once a frame however much changes, and once a second while it trains
 * for readers who want little motion.
 */
export class Redraw implements ReactiveController {
  private readonly still = matchMedia('(prefers-reduced-motion: reduce)');
  private frame = 0;
  private last = 0;

  /** before: what to do ahead of each drawing. */
  constructor(
    private readonly host: HTMLElement & ReactiveControllerHost,
    private readonly running: () => boolean,
    private readonly before: (now: number) => void = () => {},
  ) {
    host.addController(this);
  }

  request(): void {
    this.frame ||= requestAnimationFrame(this.draw);
  }

  private readonly draw = (now: number) => {
    if (this.still.matches && this.running() && now - this.last < 1000) {
      this.frame = requestAnimationFrame(this.draw);
      return;
    }
    this.frame = 0;
    this.last = now;
    this.before(now);
    this.host.requestUpdate();
    this.host.dispatchEvent(new CustomEvent(labEvent, { bubbles: true, composed: true }));
  };

  hostDisconnected(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }
}
