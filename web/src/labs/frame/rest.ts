/** When a lab is looked at: it is made when it comes into view, and gives back what it can while nobody sees it. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A lab that has been out of view for so long is not about to be used. */
const outOfUseMilliseconds = 20_000;

export class Rest implements ReactiveController {
  private observer: IntersectionObserver | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private drawn = false;

  constructor(
    private readonly host: HTMLElement & ReactiveControllerHost,
    private readonly seen: () => void,
    private readonly outOfUse: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.observer = new IntersectionObserver((entries) => {
      clearTimeout(this.timer);
      if (entries.at(-1)!.isIntersecting) this.seen();
      else this.timer = setTimeout(this.outOfUse, outOfUseMilliseconds);
    });
    // Before it is drawn, what lies below would be seen in its place.
    if (this.drawn) this.observer.observe(this.host);
  }

  hostUpdated(): void {
    if (this.drawn) return;
    this.drawn = true;
    if (this.host.isConnected) this.observer?.observe(this.host);
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
    this.observer?.disconnect();
  }
}
