import { html } from 'lit';
import '../../chart/chart.ts';
import type { System } from '../../engine/protocol.ts';
import { pairColumn } from '../../engine/records.ts';
import { controlStyles } from '../../shell/control-styles.ts';
import { formatNumber, formatR2 } from '../../shell/format.ts';
import type { Spec } from '../../spec/types.ts';
import { strings } from '../../strings/en.ts';
import { alteredStrings as words } from '../../strings/altered.ts';
import { drawnSeries } from '../frame/drawing.ts';
import { lit } from '../frame/lit-symbol.ts';
import { stillStyles } from '../frame/still-styles.ts';
import { TrainingLab } from '../frame/training-lab.ts';
import { wordsView } from '../frame/words-view.ts';
import { distanceSeries } from '../two-points/curves.ts';
import { declaration } from './declaration.mjs';
import { equationsView } from './equations.ts';
import { AlteredRun } from './run.ts';
import { alteredStyles } from './styles.ts';
import { partsShown } from '../frame/lab-element.ts';
import { countAltered, keyOf, namedSystems, systemOf, theory, unaltered, type Alteration, type Factors } from './systems.ts';
import { misfitTable } from './table.ts';

const speeds = [null, 100, 30, 10];

const nameOf = (system: System) => words.names[keyOf(system) as Alteration] ?? words.own;

/**
 * <reprise-altered-lab>: a network learns two points, and the theory is fitted to it with the terms that the
 * reader altered. Attributes: ../frame/training-lab.ts.
 */
export class AlteredLab extends TrainingLab<AlteredRun> {
  static override properties = { factors: { state: true } };
  declare factors: Factors;
  protected readonly family = 'two-points';

  constructor() {
    super('two-points/default', words.label, null);
    this.factors = unaltered;
  }

  protected makeRun(spec: Spec): AlteredRun {
    const named = partsShown(this.show, declaration.parts).has('all-systems') ? namedSystems : [theory];
    return new AlteredRun(spec, this.system, named, () => this.changed());
  }

  private get system(): System {
    return systemOf(this.factors);
  }

  private alter(factors: Factors) {
    this.factors = factors;
    this.run.use(this.system);
    this.announce();
  }

  inWords(): string {
    const { status, spec, current, fits } = this.run;
    if (!status) return words.waiting;
    if (status.epoch === 0) return `${words.ready(spec.network.width, spec.network.hidden_layers)} ${strings.seed(spec.seed)}.`;
    if (status.state === 'diverged') return status.message;
    if (!current) return words.progress(Math.floor(status.epoch), status.epochs);
    const { fit } = current;
    if (!fit) return words.noFit;
    const name = nameOf(current.system);
    const parts = [words.misfit(name, formatNumber(fit.sse))];
    const base = fits.get(theory);
    if (base && current.system !== theory) {
      parts.push(words.times(formatNumber(fit.sse / base.sse, 2)));
    }
    const worst = (['h', 'y', 'w'] as const).reduce((a, b) => (fit[`r2_${b}`] < fit[`r2_${a}`] ? b : a));
    parts.push(words.worst(worst, formatR2(fit[`r2_${worst}`])));
    return parts.join(' ');
  }

  // What tutorials ask for (../frame/lab-element.ts).

  /**
   * "misfit" and "r2_h", "r2_y", "r2_w" of the equations in use; "times", their misfit over the theory's;
   * "altered", the number of terms altered; "progress", from 0 to 1.
   */
  measure(name: string): number {
    const { status, current, fits } = this.run;
    if (name === 'altered') return countAltered(this.factors);
    if (name === 'progress') return status ? status.epoch / status.epochs : 0;
    if (!current?.fit) return NaN;
    if (name === 'misfit') return current.fit.sse;
    if (name === 'times') return current.fit.sse / (fits.get(theory)?.sse ?? NaN);
    if (name === 'r2_h' || name === 'r2_y' || name === 'r2_w') return current.fit[name];
    return NaN;
  }

  override curve(name: string) {
    const { records, spec } = this.run;
    if (!records || (name !== 'h' && name !== 'y' && name !== 'w')) return null;
    return { x: records.column('t'), y: pairColumn(records, name, spec.observe.layer) };
  }

  protected get nearestPreset(): string {
    return this.preset;
  }

  protected theory(): Record<string, number> {
    const fit = this.run.current?.fit;
    return fit ? { eta_h: fit.eta_h, eta_y: fit.eta_y, ratio: fit.ratio } : {};
  }

  protected renderLab() {
    const { run } = this;
    return html`<section class="lab panel ${run.length > 1 ? 'trained' : ''}" aria-label=${this.label}>
      ${this.runBar(speeds, html`<span class="number seed">${strings.seed(run.spec.seed)}</span>`)}
      ${this.renderProblem()}
      <div class="views">
        ${equationsView(this.factors, (factors) => this.alter(factors))}
        ${this.renderChart()}
      </div>
      <div class="still"><slot></slot></div>
      ${wordsView(this.announced, this.asked)}
      ${misfitTable(run.fits, run.named, keyOf(this.system))}
    </section>`;
  }

  private renderChart() {
    const { records, spec, curve, status } = this.run;
    const time = { title: words.chart.time, min: 0, max: spec.training.epochs };
    const drawn = this.drawings.map((one) => drawnSeries(one, words.drawn(one.curve), ''));
    const target = spec.task.kind === 'two_points' ? spec.task.dy2 : 1;
    return html`<reprise-chart
      .heading=${words.chart.heading(nameOf(this.system))}
      .series=${records
        ? lit([...distanceSeries(records, spec.observe.layer, curve), ...drawn], this.symbol)
        : []}
      .xAxis=${time}
      .yAxis=${{ title: words.chart.unit, suggestedMin: -0.1, suggestedMax: 1.15 * target }}
      .note=${(status?.epoch ?? 0) === 0 ? words.chart.press : words.chart.key}
    ></reprise-chart>`;
  }

  static override styles = [controlStyles, alteredStyles, stillStyles];
}

customElements.define('reprise-altered-lab', AlteredLab);

declare global {
  interface HTMLElementTagNameMap {
    'reprise-altered-lab': AlteredLab;
  }
}
