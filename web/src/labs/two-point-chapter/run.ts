/** A run of the laboratory: the experiment, the fitted theory, and the theory with rates chosen by hand. */
import { EngineError } from '../../engine/client.ts';
import type { TheoryCurve } from '../../engine/protocol.ts';
import { EngineRun } from '../../engine/run.ts';
import type { Spec } from '../../spec/types.ts';
import { pairColumn } from '../../engine/records.ts';
import { FitLoop, type Fitted } from '../two-points/fit-loop.ts';
import { halfTime, misfitOf, type Misfit } from './misfit.ts';
import type { declaration } from './declaration.mjs';

type Measure = keyof typeof declaration.measures;

const handPoints = 241;
/** Rates by hand begin where the curves can be seen to rise, too late and too far: finding better ones is the reader's. */
const handStart = { eta_h: 0.006, eta_y: 0.006 };

export interface Rates {
  eta_h: number;
  eta_y: number;
}

export class PairRun extends EngineRun {
  fitted: Fitted | null = null;
  /** Rates set by hand, per epoch. */
  hand: Rates = { ...handStart };
  handCurve: TheoryCurve | null = null;
  handMisfit: Misfit | null = null;
  private fits: FitLoop | null = null;
  private handAbort: AbortController | null = null;
  private readonly wants: { fit: boolean; hand: boolean };

  /** wants: whether to keep a fit, and a curve of rates by hand, up with the run. */
  constructor(spec: Spec, wants: { fit: boolean; hand: boolean }, changed: () => void) {
    super(spec, changed);
    this.wants = wants;
  }

  get layer(): number {
    return this.spec.observe.layer;
  }

  /** Rates by hand stay. */
  protected override forget(): void {
    this.fits ??= new FitLoop(this.engine!, (fitted) => {
      if (fitted && fitted.layer !== this.layer) return;
      this.fitted = fitted;
      this.changed();
    });
    this.fits.stop();
    this.fitted = null;
    this.handCurve = this.handMisfit = null;
  }

  protected override moved(): void {
    if (this.status!.state !== 'finished') return;
    this.judgeHand();
    if (this.wants.fit) this.fits!.request(this.layer, true);
  }

  protected override recorded(from: number): void {
    if (this.length < 2) this.fitted = null;
    else if (this.wants.fit && this.running) this.fits!.request(this.layer);
    // The first record is where the theory starts from; a new table may start elsewhere.
    if (from === 0) this.tryHand();
    this.judgeHand();
  }

  override async reset(): Promise<void> {
    this.fits?.stop();
    this.fitted = null;
    await super.reset();
  }

  /** Looks at another hidden layer of the same run. */
  observe(layer: number): void {
    this.spec = { ...this.spec, observe: { ...this.spec.observe, layer } };
    this.fitted = null;
    if (this.wants.fit && this.length > 1) this.fits?.request(layer, true);
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
    const first = (quantity: 'h' | 'y' | 'w') => pairColumn(records, quantity, this.layer)[0]!;
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

  override close(): void {
    this.fits?.stop();
    this.handAbort?.abort();
    this.fits = null;
    super.close();
  }

  /** A number about the run so far, by the name that tutorials use; NaN when it cannot be had. */
  measure(name: string): number {
    const { records, spec } = this;
    const { task, network } = spec;
    if (!records || records.length === 0 || task.kind !== 'two_points') return NaN;
    const column = (quantity: 'h' | 'y' | 'w') => pairColumn(records, quantity, this.layer);
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
        return this.progress;
    }
    return NaN;
  }

  curve(name: string): { x: Float64Array; y: Float64Array } | null {
    const { records } = this;
    if (!records) return null;
    const x = records.column('t');
    if (name === 'loss') return { x, y: records.column('loss') };
    if (name !== 'h' && name !== 'y' && name !== 'w') return null;
    return { x, y: pairColumn(records, name, this.layer) };
  }
}
