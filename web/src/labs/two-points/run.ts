/** A run of the lab: the experiment, the theory fitted to it, and the theory with rates chosen by hand. */
import { EngineError } from '../../engine/client.ts';
import { Experiment, gone } from '../../engine/experiment.ts';
import { curvePoints, fewestRecords, fitCurve, fitEveryMilliseconds, fitParts, type FittedCurve } from '../../engine/fit.ts';
import { Paced } from '../../engine/paced.ts';
import type { Fit, TheoryCurve } from '../../engine/protocol.ts';
import { pairColumn } from '../../engine/records.ts';
import type { Spec } from '../../spec/types.ts';
import type { Quantity } from '../frame/pair-series.ts';
import { misfitOf, type Misfit } from './misfit.ts';

/** Rates by hand begin where the curves can be seen to rise, too late and too far: finding better ones is the reader's. */
const handStart = { eta_h: 0.006, eta_y: 0.006 };

export interface Fitted extends FittedCurve {
  /** The layer and the number of records it rests on. */
  layer: number;
  records: number;
}

/** Per epoch. */
export interface Rates {
  eta_h: number;
  eta_y: number;
}

export class PairRun extends Experiment {
  fitted: Fitted | null = null;
  /** Rates set by hand; they stay when the network is another. */
  hand: Rates = { ...handStart };
  handCurve: TheoryCurve | null = null;
  handMisfit: Misfit | null = null;
  private readonly fits = new Paced(fitEveryMilliseconds, (signal) => this.fit(signal), fitParts);
  private readonly trials = new Paced(0, (signal) => this.tryHand(signal));

  /** wants: whether to keep a fit, and a curve of rates by hand, up with the run. */
  constructor(
    spec: Spec,
    changed: () => void,
    private readonly wants: { fit: boolean; hand: boolean },
  ) {
    super(spec, changed);
  }

  get layer(): number {
    return this.spec.observe.layer;
  }

  /** A squared distance of the two points over time. */
  distance(quantity: Quantity): Float64Array {
    return this.records ? pairColumn(this.records, quantity, this.layer) : new Float64Array(0);
  }

  /** The fit to all that has been recorded, or nearly all while it runs; null where there is none. */
  get presentFit(): Fit | null {
    const { fitted } = this;
    return fitted && (this.running || fitted.records === this.length) ? fitted.fit : null;
  }

  protected override forget(): void {
    this.fits.stop();
    this.trials.stop();
    this.fitted = this.handCurve = this.handMisfit = null;
  }

  protected override moved(): void {
    if (this.status?.state !== 'finished') return;
    this.judgeHand();
    if (this.wants.fit) this.fits.request(true);
  }

  protected override recorded(from: number): void {
    if (this.length < 2) this.fitted = null;
    else if (this.wants.fit) this.fits.request();
    // The first record is where the theory starts from; a new table may start elsewhere.
    if (from === 0) this.trials.request(true);
    this.judgeHand();
  }

  /** Looks at another hidden layer of the same run. settled: whether the reader has come to rest there. */
  observe(layer: number, settled = true): void {
    if (!this.description || layer < 0 || layer >= this.description.hidden_layers) return;
    this.problem = null;
    if (this.fitted?.layer !== layer) this.fitted = null;
    this.observeLayer(layer);
    if (this.wants.fit && this.length > 1) this.fits.request(settled);
    this.trials.request(true);
  }

  chooseRates(rates: Rates): void {
    this.hand = rates;
    this.trials.request(true);
    this.changed();
  }

  private async fit(signal: AbortSignal): Promise<void> {
    const { layer, length: records, description } = this;
    if (!description || records < fewestRecords || this.status?.state === 'diverged') return;
    const until = description.total_epochs;
    const fitted = await this.unlessRefused(signal, () =>
      this.ask((engine) => fitCurve(engine, { trajectory: { layer } }, until, signal)),
    );
    if (fitted === gone) return;
    this.fitted = fitted && { ...fitted, layer, records };
    this.changed();
  }

  /** Integrates the three equations with the rates by hand, from the start of this run. */
  private async tryHand(signal: AbortSignal): Promise<void> {
    const { task, training } = this.spec;
    if (!this.wants.hand || this.length === 0 || task.kind !== 'two_points') return;
    const start = { h0: this.distance('h')[0]!, y0: this.distance('y')[0]!, w0: this.distance('w')[0]! };
    const request = { ...start, dx2: task.dx2, dy2: task.dy2, ...this.hand, until: training.epochs, points: curvePoints };
    // Rates too far off leave the equations' range; the curve goes, and the sliders stay.
    const curve = await this.unlessRefused(signal, () => this.ask((engine) => engine.theory(request, { signal })));
    if (curve === gone) return;
    this.handCurve = curve;
    this.judgeHand();
    this.changed();
  }

  /** Null where the core finds no answer; `gone` where nobody waits for it any more. */
  private async unlessRefused<T>(signal: AbortSignal, question: () => Promise<T | typeof gone>) {
    try {
      const answer = await question();
      return signal.aborted ? gone : answer;
    } catch (error) {
      if (signal.aborted) return gone;
      if (error instanceof EngineError) return null;
      throw error;
    }
  }

  private judgeHand(): void {
    const { records, handCurve } = this;
    this.handMisfit = records && handCurve && records.length > 1 ? misfitOf(records, this.layer, handCurve) : null;
  }
}
