import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Holds the focus where a drawing takes away, or switches off, the control that has it: it goes to the first of `next`
 * (selectors) that is there. Without this a keyboard begins the page anew, and a screen reader says it has left everything.
 */
export class HeldFocus implements ReactiveController {
  private readonly next: readonly string[];
  private held: Element | null = null;

  constructor(private readonly host: HTMLElement & ReactiveControllerHost, ...next: string[]) {
    this.next = next;
    host.addController(this);
  }

  hostUpdate(): void {
    this.held = this.host.shadowRoot?.activeElement ?? null;
  }

  hostUpdated(): void {
    const { held, host } = this;
    this.held = null;
    if (!held || (held.isConnected && !held.matches(':disabled'))) return;
    for (const selector of this.next) {
      const target = host.shadowRoot!.querySelector<HTMLElement>(selector);
      if (!target) continue;
      if (target.tabIndex < 0) target.tabIndex = -1;
      target.focus({ preventScroll: true });
      return;
    }
  }
}
