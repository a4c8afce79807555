/** Where the engine cannot be had, a lab shows the stored picture it holds as a child: its `.still` (see control-styles.ts). */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { coreRefused } from '../../engine/start-worker.ts';

export class StandIn implements ReactiveController {
  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostUpdated(): void {
    this.host.toggleAttribute('data-unavailable', coreRefused());
  }
}
