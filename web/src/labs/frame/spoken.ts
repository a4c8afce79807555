/** When a lab says what it shows, to those who do not see it. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { restMilliseconds } from './words-view.ts';

/** While training, at most this often: longer than it takes to hear it. */
const everyMilliseconds = 10000;

interface Speaker extends ReactiveControllerHost {
  /** What is shown, in a few sentences. */
  inWords(): string;
  announced: string;
}

/** At once when a run turns, seldom while it trains, and otherwise once it has come to rest: only then are the words made. */
export class Spoken implements ReactiveController {
  private last = -Infinity;
  private state = '';
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: Speaker) {
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
  }

  /** state: of the run, as it is now drawn. */
  follow(state: string, now: number): void {
    const turned = state !== this.state;
    this.state = state;
    if (state !== 'running') {
      if (turned) this.say(now);
      else this.atRest();
    } else if (turned) this.last = now;
    else if (now - this.last >= everyMilliseconds) this.say(now);
  }

  atRest(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.say(performance.now()), restMilliseconds);
  }

  private say(now: number): void {
    clearTimeout(this.timer);
    this.last = now;
    this.host.announced = this.host.inWords();
  }
}
