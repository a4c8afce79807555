import { html } from 'lit';
import '../../chart/chart.ts';
import type { System } from '../../engine/protocol.ts';
import { tableStyles } from '../../shell/table-styles.ts';
import { formatNumber, formatR2 } from '../../shell/format.ts';
import type { Spec } from '../../spec/types.ts';
import { strings } from '../../strings/en.ts';
import { alteredStrings as words } from '../../strings/altered.ts';
import { twoPointChapterStrings } from '../../strings/two-point-chapter.ts';
import { panelStyles } from '../frame/chapter-lab-styles.ts';
import { drawnSeries } from '../frame/drawing.ts';
import { Lab } from '../frame/lab.ts';
import { lit } from '../frame/lit-symbol.ts';
import { distanceSeries } from '../frame/pair-series.ts';
import { panelView } from '../frame/panel-view.ts';
import { declaration } from './declaration.mjs';
import { equationsView } from './equations.ts';
import { curves, measures } from './measured.ts';
import { AlteredRun } from './run.ts';
import { alteredStyles } from './styles.ts';
import { keyOf, namedSystems, theory, type Alteration, type Factors } from './systems.ts';
import { misfitTable } from './table.ts';

const speeds = [null, 100, 30, 10];

const nameOf = (system: System) => words.names[keyOf(system) as Alteration] ?? words.own;

/**
 * <reprise-altered-lab>: a network learns two points, and the theory is fitted to it with the terms that the
 * reader altered. Attributes: ../frame/lab.ts.
 */
export class AlteredLab extends Lab<typeof declaration, AlteredRun> {
  protected readonly measures = measures;
  protected readonly curves = curves;

  constructor() {
    super({ declaration, preset: 'two-points/default', label: words.label, speeds });
  }

  protected makeRun(spec: Spec): AlteredRun {
    const named = this.parts.has('all-systems') ? namedSystems : [theory];
    return new AlteredRun(spec, named, () => this.changed());
  }

  private alter(factors: Factors) {
    this.run.alter(factors);
    this.requestUpdate();
    this.announce();
  }

  inWords(): string {
    const { status, spec, current, fits } = this.run;
    if (!status) return words.waiting;
    if (status.epoch === 0) return `${words.ready(spec.network.width, spec.network.hidden_layers)} ${strings.seed(spec.seed)}.`;
    if (status.state === 'diverged') return status.message;
    if (!current) return words.progress(Math.floor(status.epoch), status.epochs);
    if (!current.fitted) return words.noFit;
    const { fit } = current.fitted;
    const name = nameOf(current.system);
    const parts = [words.misfit(name, formatNumber(fit.sse))];
    const base = fits.get(theory)?.fit;
    if (base && current.system !== theory) {
      parts.push(words.times(formatNumber(fit.sse / base.sse, 2)));
    }
    const worst = (['h', 'y', 'w'] as const).reduce((a, b) => (fit[`r2_${b}`] < fit[`r2_${a}`] ? b : a));
    parts.push(words.worst(worst, formatR2(fit[`r2_${worst}`])));
    return parts.join(' ');
  }

  protected override theory(): Record<string, number> {
    const fit = this.run.current?.fitted?.fit;
    return fit ? { eta_h: fit.eta_h, eta_y: fit.eta_y, ratio: fit.ratio } : {};
  }

  protected renderLab() {
    const { run } = this;
    return panelView(this, {
      views: [equationsView(run.factors, (factors) => this.alter(factors)), this.renderChart()],
      below: misfitTable(run.fits, run.named, keyOf(run.system)),
    });
  }

  private renderChart() {
    const { records, spec, current, system, status } = this.run;
    const time = { title: words.chart.time, min: 0, max: spec.training.epochs };
    const drawn = this.drawings.map((one) => drawnSeries(one, words.drawn(one.curve), ''));
    const target = spec.task.kind === 'two_points' ? spec.task.dy2 : 1;
    return html`<reprise-chart
      .heading=${words.chart.heading(nameOf(system))}
      .series=${records
        ? lit([...distanceSeries(records, spec.observe.layer, current?.fitted?.theory ?? null, twoPointChapterStrings.names), ...drawn], this.symbol)
        : []}
      .xAxis=${time}
      .yAxis=${{ title: words.chart.unit, suggestedMin: -0.1, suggestedMax: 1.15 * target }}
      .note=${(status?.epoch ?? 0) === 0 ? words.chart.press : words.chart.key}
    ></reprise-chart>`;
  }

  static override styles = [...panelStyles, tableStyles, alteredStyles];
}

customElements.define('reprise-altered-lab', AlteredLab);
