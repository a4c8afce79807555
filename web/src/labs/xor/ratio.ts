/**
 * Measures r = eta_h / eta_y where the theory is at home: a network of the same settings learns two points
 * in a worker of its own, and the three equations are fitted to what it did.
 */
import { Engine } from '../../engine/client.ts';
import type { Fit, Status } from '../../engine/protocol.ts';
import type { Spec } from '../../spec/types.ts';

export type RatioState = 'idle' | 'running' | 'ready' | 'failed';

/** Below this loss the two points are learnt and the trajectory holds all there is to fit. */
const learntLoss = 1e-6;
/** Two points at half the error take longer than four; the run ends as soon as they are learnt. */
const epochsFactor = 3;

export class RatioRun {
  state: RatioState = 'idle';
  /** eta_h / eta_y at the observed layer, NaN until ready. */
  ratio = NaN;
  fit: Fit | null = null;
  status: Status | null = null;
  message = '';
  private engine: Engine | null = null;
  private key = '';
  private layer = 0;
  private readonly changed: () => void;

  constructor(changed: () => void) {
    this.changed = changed;
  }

  /** Share of the run done, 0 to 1. */
  get progress(): number {
    return this.status ? this.status.epoch / this.status.epochs : 0;
  }

  /** Starts the run for an XOR spec, or keeps the one under way when it is for the same network. */
  async start(spec: Spec, layer: number): Promise<void> {
    const twoPoints = twoPointSpec(spec, layer);
    const key = JSON.stringify([twoPoints.network, twoPoints.training, twoPoints.seed]);
    if (key === this.key && this.state !== 'idle' && this.state !== 'failed') return;
    this.stop();
    this.key = key;
    this.layer = layer;
    this.state = 'running';
    const engine = (this.engine = new Engine());
    engine.on('status', (status) => this.onStatus(engine, status));
    engine.on('failure', (failure) => this.fail(failure.message));
    try {
      await engine.create(twoPoints);
      await engine.run();
    } catch (error) {
      if (engine === this.engine) this.fail(String((error as Error).message));
    }
    this.changed();
  }

  /** Reads the ratio at another hidden layer of the same run. */
  async observe(layer: number): Promise<void> {
    this.layer = layer;
    if (this.state === 'ready') await this.readRatio();
  }

  stop(): void {
    this.engine?.close();
    this.engine = null;
    this.state = 'idle';
    this.key = '';
    this.ratio = NaN;
    this.fit = this.status = null;
    this.message = '';
  }

  private async onStatus(engine: Engine, status: Status): Promise<void> {
    if (engine !== this.engine || this.state !== 'running') return;
    this.status = status;
    const learnt = (engine.records?.last('loss') ?? 1) < learntLoss;
    if (learnt || status.state === 'finished') {
      if (status.state === 'running') await engine.pause();
      await this.readRatio();
    } else if (status.state === 'diverged') {
      this.fail(status.message);
    }
    this.changed();
  }

  private async readRatio(): Promise<void> {
    const engine = this.engine;
    if (!engine) return;
    try {
      const fit = await engine.fit({ trajectory: { layer: this.layer } });
      if (engine !== this.engine) return;
      this.fit = fit;
      this.ratio = fit.eta_h / fit.eta_y;
      this.state = Number.isFinite(this.ratio) ? 'ready' : 'failed';
    } catch (error) {
      this.fail((error as Error).message);
    }
    this.changed();
  }

  private fail(message: string): void {
    this.state = 'failed';
    this.message = message;
    this.changed();
  }
}

function twoPointSpec(spec: Spec, layer: number): Spec {
  const epochs = spec.training.epochs * epochsFactor;
  return {
    ...spec,
    task: { kind: 'two_points', dx2: 1, dy2: 1 },
    training: { ...spec.training, loss: 'half_mse', epochs },
    observe: { layer, every: Math.max(1, Math.round(epochs / 600)), points: [0, 1] },
  };
}
