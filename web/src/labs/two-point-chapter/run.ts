/** A run of the laboratory: the experiment, the fitted theory, and the theory with rates chosen by hand. */
import { Engine, EngineError } from '../../engine/client.ts';
import type { Status, TheoryCurve } from '../../engine/protocol.ts';
import type { RecordTable } from '../../engine/records.ts';
import type { Spec } from '../../spec/types.ts';
import { measuredColumn } from '../two-points/curves.ts';
import { FitLoop, type Fitted } from '../two-points/fit-loop.ts';
import { halfTime, misfitOf, type Misfit } from './misfit.ts';
import type { Measure } from './offers.ts';

const handPoints = 241;
/** Rates by hand begin where the curves can be seen to rise, too late and too far: finding better ones is the reader's. */
const handStart = { eta_h: 0.006, eta_y: 0.006 };

export interface Rates {
  eta_h: number;
  eta_y: number;
}

export class PairRun {
  spec: Spec;
  status: Status | null = null;
  problem = '';
  fitted: Fitted | null = null;
  /** Rates set by hand, per epoch. */
  hand: Rates = { ...handStart };
  handCurve: TheoryCurve | null = null;
  handMisfit: Misfit | null = null;
  private engine: Engine | null = null;
  private fits: FitLoop | null = null;
  private ready: Promise<void> | null = null;
  private handAbort: AbortController | null = null;
  private readonly changed: () => void;
  private readonly wants: { fit: boolean; hand: boolean };

  /** wants: whether to keep a fit, and a curve of rates by hand, up with the run. */
  constructor(spec: Spec, wants: { fit: boolean; hand: boolean }, changed: () => void) {
    this.spec = spec;
    this.wants = wants;
    this.changed = changed;
  }

  get records(): RecordTable | null {
    return this.engine?.records ?? null;
  }

  get layer(): number {
    return this.spec.observe.layer;
  }

  get running(): boolean {
    return this.status?.state === 'running';
  }

  get finished(): boolean {
    return this.status?.state === 'finished' || this.status?.state === 'diverged';
  }

  /** Makes the network and records its initial state. Safe to call again. */
  prepare(): Promise<void> {
    return (this.ready ??= this.create());
  }

  private async create(): Promise<void> {
    const engine = (this.engine ??= this.makeEngine());
    this.problem = '';
    this.forget();
    try {
      await engine.create(this.spec);
    } catch (error) {
      if (error instanceof EngineError && error.failure.kind === 'closed') return;
      this.problem = error instanceof EngineError ? error.message : String(error);
      this.ready = null;
    }
    this.changed();
  }

  private makeEngine(): Engine {
    const engine = new Engine();
    this.fits = new FitLoop(engine, (fitted) => {
      if (fitted && fitted.layer !== this.layer) return;
      this.fitted = fitted;
      this.changed();
    });
    engine.on('status', (status) => {
      this.status = status;
      if (status.state === 'finished') {
        this.judgeHand();
        if (this.wants.fit) this.fits!.request(this.layer, true);
      }
      this.changed();
    });
    engine.on('records', ({ from }) => {
      const length = this.records?.length ?? 0;
      if (length < 2) this.fitted = null;
      else if (this.wants.fit && this.running) this.fits!.request(this.layer);
      // The first record is where the theory starts from; a new table may start elsewhere.
      if (from === 0) this.tryHand();
      this.judgeHand();
      this.changed();
    });
    engine.on('failure', (failure) => {
      this.problem = failure.message;
      this.ready = null;
      this.changed();
    });
    return engine;
  }

  private forget() {
    this.fits?.stop();
    this.fitted = null;
    this.handCurve = this.handMisfit = null;
    this.status = null;
  }

  /** Replaces the experiment by another; rates by hand stay. */
  async configure(spec: Spec): Promise<void> {
    this.spec = spec;
    this.ready = null;
    await this.prepare();
  }

  async start(speed: number | null): Promise<void> {
    await this.prepare();
    if (this.problem) return;
    if (this.finished) await this.reset();
    await this.engine!.run(speed);
  }

  async pause(): Promise<void> {
    await this.engine?.pause();
  }

  async step(epochs: number): Promise<void> {
    await this.prepare();
    if (!this.problem) await this.engine!.step(epochs);
  }

  async reset(): Promise<void> {
    await this.prepare();
    if (this.problem) return;
    this.fits?.stop();
    this.fitted = null;
    await this.engine!.reset();
  }

  async setSpeed(speed: number | null): Promise<void> {
    if (this.running) await this.engine!.run(speed);
  }

  /** Looks at another hidden layer of the same run. */
  observe(layer: number): void {
    this.spec = { ...this.spec, observe: { ...this.spec.observe, layer } };
    this.fitted = null;
    if (this.wants.fit && (this.records?.length ?? 0) > 1) this.fits?.request(layer, true);
    this.tryHand();
    this.changed();
  }

  chooseRates(rates: Rates): void {
    this.hand = rates;
    this.tryHand();
    this.changed();
  }

  /** Integrates the three equations with the rates by hand, from the start of this run. */
  private tryHand(): void {
    const { records, engine, spec } = this;
    if (!this.wants.hand || !records || records.length === 0 || spec.task.kind !== 'two_points') return;
    this.handAbort?.abort();
    const abort = (this.handAbort = new AbortController());
    const first = (quantity: 'h' | 'y' | 'w') => measuredColumn(records, quantity, this.layer)[0]!;
    engine!
      .theory(
        {
          h0: first('h'),
          y0: first('y'),
          w0: first('w'),
          dx2: spec.task.dx2,
          dy2: spec.task.dy2,
          ...this.hand,
          until: spec.training.epochs,
          points: handPoints,
        },
        { signal: abort.signal },
      )
      .then((curve) => {
        this.handCurve = curve;
        this.judgeHand();
        this.changed();
      })
      .catch((error: unknown) => {
        if (abort.signal.aborted || (error instanceof EngineError && error.failure.kind === 'closed')) return;
        // Rates too far off leave the equations' range; the curve goes, and the sliders stay.
        this.handCurve = this.handMisfit = null;
        this.changed();
      });
  }

  private judgeHand(): void {
    const { records, handCurve } = this;
    this.handMisfit =
      records && handCurve && records.length > 1 ? misfitOf(records, this.layer, handCurve) : null;
  }

  close(): void {
    this.fits?.stop();
    this.handAbort?.abort();
    this.engine?.close();
    this.engine = this.fits = this.ready = this.status = null;
  }

  /** A number about the run so far, by the name that tutorials use; NaN when it cannot be had. */
  measure(name: string): number {
    const { records, spec } = this;
    const { task, network } = spec;
    if (!records || records.length === 0 || task.kind !== 'two_points') return NaN;
    const column = (quantity: 'h' | 'y' | 'w') => measuredColumn(records, quantity, this.layer);
    const last = (values: ArrayLike<number>) => values[values.length - 1]!;
    const fit = this.fitted?.records === records.length || this.running ? this.fitted?.fit : undefined;
    const r2 = fit ? [fit.r2_h, fit.r2_y, fit.r2_w] : [];
    switch (name as Measure) {
      case 'h':
      case 'y':
      case 'w':
        return last(column(name as 'h' | 'y' | 'w'));
      case 'h0':
        return column('h')[0]!;
      case 'growth':
        return last(column('h')) / column('h')[0]!;
      case 'loss':
        return records.last('loss');
      case 'half_time':
        return halfTime(records.column('t'), column('y'), task.dy2);
      case 'predicted_h':
        return fit?.final_h ?? NaN;
      case 'ratio':
        return fit?.ratio ?? NaN;
      case 'misfit':
        return fit?.sse ?? NaN;
      case 'r2_h':
      case 'r2_y':
      case 'r2_w':
        return fit?.[name as 'r2_h' | 'r2_y' | 'r2_w'] ?? NaN;
      case 'worst_r2':
        return fit ? Math.min(...r2) : NaN;
      case 'worst':
        return fit ? r2.indexOf(Math.min(...r2)) : NaN;
      case 'hand_r2':
        return this.handMisfit?.worst ?? NaN;
      case 'hand_misfit':
        return this.handMisfit?.sse ?? NaN;
      case 'hand_ratio':
        return this.hand.eta_h / this.hand.eta_y;
      case 'gain':
        return network.gain;
      case 'width':
        return network.width;
      case 'hidden_layers':
        return network.hidden_layers;
      case 'dx2':
        return task.dx2;
      case 'dy2':
        return task.dy2;
      case 'progress':
        return this.status ? this.status.epoch / this.status.epochs : 0;
    }
    return NaN;
  }

  curve(name: string): { x: Float64Array; y: Float64Array } | null {
    const { records } = this;
    if (!records) return null;
    const x = records.column('t');
    if (name === 'loss') return { x, y: records.column('loss') };
    if (name !== 'h' && name !== 'y' && name !== 'w') return null;
    return { x, y: measuredColumn(records, name, this.layer) };
  }
}
