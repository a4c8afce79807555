/**
 * The run that an embedded lab begins by itself (`autorun`): begun when the lab is seen, resting while it is not. What the reader
 * or the page around does with it ends that: a run they want goes on unseen, and one they pause stays paused.
 */
import type { LabReport } from '../labs/frame/lab-element.ts';

export class SelfRun {
  private stage: 'none' | 'due' | 'going' | 'resting' = 'none';
  private seen = false;
  private state: LabReport['state'] = 'idle';

  constructor(private readonly act: (action: 'run' | 'pause') => void) {}

  /** The lab stands and is to run. */
  begin(): void {
    this.stage = 'due';
    this.update();
  }

  /** Somebody else has taken over. */
  end(): void {
    this.stage = 'none';
  }

  sight(seen: boolean): void {
    this.seen = seen;
    this.update();
  }

  follow(state: LabReport['state']): void {
    const before = this.state;
    this.state = state;
    const over = state === 'finished' || state === 'diverged';
    const stopped = this.stage === 'going' && before === 'running' && state !== 'running';
    if (over || stopped) this.end();
    this.update();
  }

  private update(): void {
    if (this.seen && (this.stage === 'due' || this.stage === 'resting')) {
      this.stage = 'going';
      this.act('run');
    } else if (!this.seen && this.stage === 'going' && this.state === 'running') {
      this.stage = 'resting';
      this.act('pause');
    }
  }
}
