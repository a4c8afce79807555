import { html, nothing } from 'lit';
import '../../chart/chart.ts';
import type { Series } from '../../chart/series.ts';
import { formatCount, formatNumber, formatR2 } from '../../shell/format.ts';
import type { Preset, Spec } from '../../spec/types.ts';
import { strings } from '../../strings/en.ts';
import { twoPointChapterStrings as words } from '../../strings/two-point-chapter.ts';
import { lit } from '../frame/lit-symbol.ts';
import { meaningsView } from '../frame/meanings.ts';
import { distanceSeries, theorySeries } from '../frame/pair-series.ts';
import { panelStyles, panelView } from '../frame/panel-view.ts';
import { fitPanel, handPanel, settingSliders } from './chapter-panels.ts';
import { withBalance } from './changes.ts';
import { layerSeries } from './curves.ts';
import { declaration } from './declaration.mjs';
import { guessSeries } from './guess.ts';
import { PairLab } from './pair-lab.ts';
import { PairRun, type Rates } from './run.ts';
import { chapterLossFloor, learntLoss } from './thresholds.ts';

/** Epochs per second: a run of 3,000 epochs can then be followed. */
const steadySpeed = 800;
const speeds = [null, steadySpeed, 200];

/** <reprise-two-point-lab>: the lab inside a chapter, which shows as much of it as it needs. */
export class TwoPointLab extends PairLab {
  /** Whether the reader has asked for the machine's fit beside the one by hand. */
  machine = false;
  guess: { measure: string; value: number } | null = null;

  constructor() {
    super({ declaration, preset: 'two-points/shallow', label: words.label, speeds, speed: steadySpeed });
  }

  protected makeRun(spec: Spec): PairRun {
    const shown = this.parts;
    const wants = { fit: shown.has('fit') || shown.has('hand'), hand: shown.has('hand') };
    return new PairRun(spec, () => this.changed(), wants);
  }

  inWords(): string {
    const { status, spec, handMisfit, fitted } = this.run;
    const say = words.describe;
    const { network } = spec;
    if (!status || spec.task.kind !== 'two_points') return '';
    if (status.epoch === 0) {
      const each = network.channels ? say.channels(network.channels) : say.units(network.width, words.activations[network.activation]);
      return `${say.ready(network.hidden_layers, each)} ${strings.seed(spec.seed)}.`;
    }
    const sentences = [say.epoch(formatCount(Math.floor(status.epoch))), ...this.curvesInWords(spec.task.dy2)];
    if (status.state === 'finished') {
      sentences.push(this.measure('loss') < learntLoss ? say.finished : say.notLearnt);
      if (handMisfit)
        sentences.push(say.hand(formatR2(handMisfit.h), formatR2(handMisfit.y), formatR2(handMisfit.w)));
      if (this.machine && fitted) {
        const { r2_h: h, r2_y: y, r2_w: w } = fitted.fit;
        sentences.push(say.machine(formatR2(h), formatR2(y), formatR2(w)));
      }
    }
    return sentences.join(' ');
  }

  /** No more than is shown: a chapter may ask for a prediction of the rest. */
  private curvesInWords(target: number): string[] {
    const say = words.describe;
    const loss = this.parts.has('loss') ? this.run.column('loss') : [];
    const sentences = loss.length ? [say.loss(formatNumber(loss[0]!), formatNumber(this.measure('loss')))] : [];
    if (![...this.parts].some((part) => part !== 'loss')) return sentences;
    return [
      ...sentences,
      say.moved(formatNumber(this.measure('h0')), formatNumber(this.measure('h'))),
      say.outputs(formatNumber(this.measure('y')), formatNumber(target)),
    ];
  }

  // What tutorials ask for (../frame/lab-element.ts).

  showNumber(measure: string, value: number | null): void {
    // Other numbers have no place among the curves.
    if (!['h', 'y', 'w', 'half_time'].includes(measure)) return;
    this.guess = value === null ? null : { measure, value };
    this.requestUpdate();
  }

  override async change(spec: Spec, path?: string | null, base?: Preset): Promise<void> {
    this.machine = false;
    await super.change(spec, path, base);
  }

  /** A layer of the same run; or of another, where the layer says which weights begin with a gain of their own. */
  private look(layer: number): void {
    const { run } = this;
    if (run.spec.network.decoder_gain === 'same') run.observe(layer);
    else void this.changeField('observe.layer', layer);
  }

  /** The curves drawn are then those of the reader's rates again. */
  private chooseRates(rates: Partial<Rates>): void {
    this.machine = false;
    this.run.chooseRates({ ...this.run.hand, ...rates });
    if (this.finished) this.announce();
  }

  private askMachine(): void {
    this.machine = true;
    this.announce();
  }

  protected renderLab() {
    const { run } = this;
    return panelView(this, {
      beside: this.madeOf(),
      controls: settingSliders(run.spec, this.parts, {
        change: (path, value) => void this.changeField(path, value),
        balance: (gain) => void this.change(withBalance(run.spec, gain), 'network.gain'),
        observe: (layer) => this.look(layer),
      }),
      views: html`${this.ifShown('curves', () => this.renderCurves())} ${this.ifShown('loss', () => this.renderLoss())}
        ${this.ifShown('layers', () => this.renderLayers())}`,
      above: html`${this.ifShown('hand', () =>
          handPanel(run.hand, run.handMisfit, run.over, this.machine, run.fitted?.fit ?? null, {
            choose: (rates) => this.chooseRates(rates),
            askMachine: () => this.askMachine(),
          }),
        )}
        ${this.ifShown('fit', () =>
          fitPanel(run.fitted?.fit ?? null, this.measure('h'), run.over && this.measure('worst_r2') < 0),
        )}`,
    });
  }

  /** What the network is made of, where the chapter lets it be changed. */
  private madeOf() {
    if (!this.parts.has('network')) return nothing;
    const { kind, activation } = this.run.spec.network;
    const parts = [words.kinds[kind], words.activations[activation]].filter(Boolean);
    return html`<span class="seed"><strong>${parts.join(', ')}</strong> ·</span>`;
  }

  private get timeAxis() {
    return { title: words.time, min: 0, max: this.epochs };
  }

  private renderCurves() {
    const { run } = this;
    const { task } = run.spec;
    const drawings = this.drawings.filter(({ curve }) => curve !== 'loss');
    const top = 1.15 * (task.kind === 'two_points' ? task.dy2 : 1);
    const theory = this.parts.has('fit') || this.machine ? (run.fitted?.theory ?? null) : null;
    const byHand = this.parts.has('hand') && !this.machine;
    const series: Series[] = [
      ...distanceSeries(run.records, run.layer, theory, words.names),
      ...(byHand && run.handCurve ? theorySeries(run.handCurve, 'hand', words.names) : []),
      ...guessSeries(drawings, this.guess, this.epochs, top),
    ];
    const dashes = theory || (byHand && run.handCurve);
    const untouched = (run.status?.epoch ?? 0) === 0;
    return html`<div class="curves">
      <reprise-chart
        .heading=${words.curves}
        .series=${lit(series, this.symbol)}
        .xAxis=${this.timeAxis}
        .yAxis=${{ title: words.distance, suggestedMin: -0.05, suggestedMax: top }}
        .note=${untouched
          ? words.press
          : dashes
            ? this.parts.has('hand')
              ? this.machine
                ? words.key.machine
                : words.key.hand
              : words.key.theory
            : drawings.length > 0
              ? words.drawingNote
              : words.key.plain}
        .group=${this.id}
      ></reprise-chart>
      ${meaningsView(words.meanings, ':')}
    </div>`;
  }

  private renderLoss() {
    const { run } = this;
    const drawings = this.drawings.filter(({ curve }) => curve === 'loss');
    const measured: Series = {
      id: 'loss',
      label: 'loss',
      name: words.loss,
      x: run.column('t'),
      y: run.column('loss'),
      colour: 'loss',
      kind: 'measured',
    };
    return html`<reprise-chart
      class="loss"
      .heading=${words.loss}
      .series=${[measured, ...guessSeries(drawings, null, this.epochs, 1)]}
      .xAxis=${this.timeAxis}
      .yAxis=${drawings.length > 0
        ? { title: words.lossUnit, min: 0 }
        : { title: words.lossUnit, scale: 'log', min: chapterLossFloor, suggestedMax: 1 }}
      .note=${drawings.length > 0 ? words.drawingNote : ''}
      .group=${this.id}
    ></reprise-chart>`;
  }

  private renderLayers() {
    const { run } = this;
    const layers = run.spec.network.hidden_layers;
    return html`<reprise-chart
      .heading=${words.layersTitle}
      .series=${run.records ? layerSeries(run.records, layers, run.layer) : []}
      .xAxis=${{ title: words.layersAxis, min: 1, max: Math.max(2, layers) }}
      .yAxis=${{ title: words.distance, min: 0 }}
    ></reprise-chart>`;
  }

  static override styles = panelStyles;
}

customElements.define('reprise-two-point-lab', TwoPointLab);

declare global {
  interface HTMLElementTagNameMap {
    'reprise-two-point-lab': TwoPointLab;
  }
}
