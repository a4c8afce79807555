import {
  Chart,
  LineController,
  LineElement,
  LinearScale,
  LogarithmicScale,
  PointElement,
  type ChartDataset,
  type ChartOptions,
} from 'chart.js';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { formatNumber, formatTick } from '../shell/format.ts';
import { strings } from '../strings/en.ts';
import { chartStyles } from './chart-styles.ts';
import { decimate, valueAt, type Point } from './decimate.ts';
import { describe, extent, tabulate } from './describe.ts';
import './figure-menu.ts';
import { labelRoom, overlayPlugin, type Overlay } from './plugins.ts';
import { fileName, pictureOf, save, seriesCsv } from './save.ts';
import { crosshairEvent, type Axis, type CrosshairDetail, type Series } from './series.ts';
import { onThemeChange, readTheme } from './theme.ts';

Chart.register(LineController, LineElement, PointElement, LinearScale, LogarithmicScale);

/** More points than this are not told apart on a screen. */
const pointLimit = 600;
/** Out of view, a chart is drawn this rarely: it must be right when printed, and no more. */
const unseenMilliseconds = 1000;

/**
 * <reprise-chart>: curves over a common axis. Set `series`, `xAxis`, `yAxis` and `heading`; assign a new
 * `series` array to update (drawn at most once a frame, without animation; rarely while out of view). `group` links
 * the crosshairs of charts that share it; `summary` replaces the text description made from the data;
 * `note` stands in the row where the crosshair's readings appear.
 */
export class RepriseChart extends LitElement {
  static override properties = {
    heading: {},
    series: { attribute: false },
    xAxis: { attribute: false },
    yAxis: { attribute: false },
    group: {},
    summary: {},
    note: {},
    crosshair: { state: true },
    tableShown: { state: true },
  };
  declare heading: string;
  declare series: readonly Series[];
  declare xAxis: Axis;
  declare yAxis: Axis;
  declare group: string;
  declare summary: string;
  declare note: string;
  declare protected crosshair: number | null;
  declare protected tableShown: boolean;

  private chart: Chart<'line', Point[]> | null = null;
  private overlay!: Overlay;
  private frame = 0;
  private inView = true;
  private waiting = 0;
  private look = '';
  private observer: IntersectionObserver | null = null;
  private endThemeWatch: (() => void) | null = null;

  constructor() {
    super();
    this.heading = '';
    this.series = [];
    this.xAxis = { title: '' };
    this.yAxis = { title: '' };
    this.group = '';
    this.summary = '';
    this.note = '';
    this.crosshair = null;
    this.tableShown = false;
  }

  override connectedCallback() {
    super.connectedCallback();
    document.addEventListener(crosshairEvent, this.onCrosshair);
    this.endThemeWatch = onThemeChange(() => this.themeChanged());
    this.observer = new IntersectionObserver((entries) => {
      this.inView = entries[entries.length - 1]!.isIntersecting;
      if (this.inView && this.waiting) this.schedule();
    });
    this.observer.observe(this);
    if (this.hasUpdated) this.schedule();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener(crosshairEvent, this.onCrosshair);
    this.endThemeWatch?.();
    this.observer?.disconnect();
    clearTimeout(this.waiting);
    this.waiting = 0;
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.chart?.destroy();
    this.chart = null;
    this.look = '';
  }

  override render() {
    const summary = this.summary || describe(this.heading, this.xAxis, this.series);
    return html`<figure>
      <div class="head">
        <figcaption>
          <span class="heading">${this.heading}</span>
          <span class="unit">${this.yAxis.title}</span>
        </figcaption>
        <reprise-figure-menu
          .label=${this.heading}
          .items=${[
            {
              action: 'table',
              label: this.tableShown ? strings.chart.hideTable : strings.chart.showTable,
            },
            { action: 'csv', label: strings.chart.csv },
            { action: 'png', label: strings.chart.png },
          ]}
          @table=${() => (this.tableShown = !this.tableShown)}
          @csv=${this.saveCsv}
          @png=${this.savePng}
        ></reprise-figure-menu>
      </div>
      <div class="reading" aria-live=${this.crosshair === null ? 'off' : 'polite'}>
        ${this.renderReading()}
      </div>
      <div class="plot">
        <canvas
          role="img"
          tabindex="0"
          aria-label=${summary}
          aria-description=${strings.chart.keys}
          @pointermove=${this.pointerMoved}
          @pointerleave=${() => this.moveCrosshair(null)}
          @blur=${() => this.moveCrosshair(null)}
          @keydown=${this.keyPressed}
        ></canvas>
      </div>
      <span class="probe" aria-hidden="true"></span>
      ${this.tableShown ? this.renderTable() : nothing}
    </figure>`;
  }

  private renderReading() {
    if (this.crosshair === null) {
      const both =
        this.series.some((s) => s.kind === 'theory' && s.y.length > 0) &&
        this.series.some((s) => s.kind === 'measured');
      return this.note || (both ? strings.chart.key : '');
    }
    const at = this.crosshair;
    const readings = this.series
      .filter((s) => s.kind !== 'points')
      .map((s) => ({ s, value: valueAt(s.x, s.y, at) }))
      .filter(({ value }) => Number.isFinite(value));
    return html`<span>${this.xAxis.title.replace(/ \(.*/, '')} ${formatNumber(at, 4)}</span>${readings.map(
        ({ s, value }) =>
          html` <span style="color: var(--${s.colour})">${s.name} ${formatNumber(value)}</span>`,
      )}`;
  }

  private renderTable() {
    const { head, rows } = tabulate(this.xAxis, this.series);
    return html`<div class="table" role="region" tabindex="0" aria-label=${this.heading}>
      <table>
        <thead>
          <tr>
            ${head.map((text) => html`<th scope="col">${text}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) =>
              html`<tr>
                ${row.map((cell) => html`<td>${cell}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>) {
    const redrawn: (keyof RepriseChart)[] = ['series', 'xAxis', 'yAxis'];
    if (redrawn.some((name) => changed.has(name))) this.schedule();
    else if (changed.has('crosshair' as keyof RepriseChart)) this.drawCrosshair();
  }

  private schedule() {
    if (!this.inView && this.chart) {
      this.waiting ||= window.setTimeout(() => this.drawSoon(), unseenMilliseconds);
    } else {
      this.drawSoon();
    }
  }

  private drawSoon() {
    clearTimeout(this.waiting);
    this.waiting = 0;
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      if (this.isConnected) this.draw();
    });
  }

  private draw() {
    const canvas = this.renderRoot.querySelector('canvas')!;
    if (!this.chart) {
      this.overlay = { theme: this.theme(), labels: [], colours: [], crosshair: this.crosshair };
      this.chart = new Chart<'line', Point[]>(canvas, {
        type: 'line',
        data: { datasets: [] },
        options: this.options(),
        plugins: [overlayPlugin(() => this.overlay)],
      });
    }
    const { chart, overlay } = this;
    overlay.labels = this.series.map(({ label }) => label);
    overlay.colours = this.series.map(({ colour }) => overlay.theme.colour(colour));
    const old = new Map(chart.data.datasets.map((set) => [set.label, set]));
    chart.data.datasets = this.series.map((one, i) => {
      const line = this.line(one, overlay.colours[i]!);
      // Chart.js works least when a known curve stays the same object.
      return Object.assign(old.get(line.label) ?? {}, line);
    });
    // Reading options anew, those of curves included, is most of the cost of an update; they seldom change.
    const lines = chart.data.datasets.map(({ label }) => label);
    const look = JSON.stringify([
      this.xAxis,
      this.yAxis,
      lines,
      overlay.labels,
      overlay.theme.surface,
    ]);
    if (look !== this.look) {
      this.look = look;
      chart.options = this.options();
    }
    chart.update('none');
  }

  private line(one: Series, colour: string): ChartDataset<'line', Point[]> {
    const points = one.kind === 'points';
    return {
      // Tells curves apart, and curves of another look: Chart.js keeps what it once read of them.
      label: `${one.id} ${one.kind} ${colour} ${one.y.length === 1}`,
      data: decimate(one.x, one.y, pointLimit, this.yAxis.scale === 'log'),
      borderColor: one.kind === 'measured' ? mix(colour, this.overlay.theme.surface, 0.66) : colour,
      backgroundColor: colour,
      // Measured: broad and a little pale, so that the theory's dashes show where both agree.
      borderWidth: one.kind === 'theory' ? 1.75 : 3.5,
      borderDash: one.kind === 'theory' ? [6, 5] : [],
      borderCapStyle: 'butt',
      borderJoinStyle: 'round',
      showLine: !points,
      clip: one.y.length === 1 ? 8 : 0,
      // A curve of one point has no line to be seen by.
      pointRadius: points ? 5 : one.y.length === 1 ? 3 : 0,
      order: one.kind === 'theory' ? 0 : 1,
    };
  }

  private options(): ChartOptions<'line'> {
    const { theme } = this.overlay;
    const font = { family: theme.font, size: 13 };
    const context = this.renderRoot.querySelector('canvas')!.getContext('2d')!;
    const axis = ({ scale, min, max, suggestedMin, suggestedMax }: Axis, vertical: boolean) => ({
      type: scale === 'log' ? ('logarithmic' as const) : ('linear' as const),
      min,
      max,
      suggestedMin,
      suggestedMax,
      grace: vertical && scale !== 'log' && suggestedMax === undefined ? '4%' : 0,
      grid: {
        display: vertical,
        drawTicks: false,
        color: ({ tick }: { tick?: { value: number } }) =>
          scale === 'log' && !isPowerOfTen(tick?.value ?? 1) ? 'transparent' : theme.grid,
      },
      border: { display: !vertical, color: theme.line },
      ticks: {
        color: theme.muted,
        font,
        padding: 6,
        maxRotation: 0,
        autoSkipPadding: 14,
        maxTicksLimit: vertical ? 6 : 7,
        callback: (value: number | string) =>
          scale === 'log' && !isPowerOfTen(Number(value)) ? '' : formatTick(Number(value)),
      },
    });
    return {
      animation: false,
      parsing: false,
      normalized: true,
      responsive: true,
      maintainAspectRatio: false,
      events: [],
      layout: { padding: { right: labelRoom(context, this.overlay), top: 8 } },
      scales: {
        x: {
          ...axis(this.xAxis, false),
          title: { display: true, text: this.xAxis.title, color: theme.muted, font },
        },
        y: axis(this.yAxis, true),
      },
    } as ChartOptions<'line'>;
  }

  private theme() {
    return readTheme(this.renderRoot.querySelector<HTMLElement>('.probe')!);
  }

  private themeChanged() {
    if (!this.chart) return;
    this.overlay.theme = this.theme();
    this.draw();
  }

  private drawCrosshair() {
    if (!this.chart) return;
    this.overlay.crosshair = this.crosshair;
    this.chart.draw();
  }

  private readonly onCrosshair = (event: Event) => {
    const { group, x } = (event as CustomEvent<CrosshairDetail>).detail;
    if (this.group && group === this.group) this.crosshair = x;
  };

  private moveCrosshair(x: number | null) {
    if (this.group) {
      const detail: CrosshairDetail = { group: this.group, x };
      document.dispatchEvent(new CustomEvent(crosshairEvent, { detail }));
    } else {
      this.crosshair = x;
    }
  }

  private pointerMoved(event: PointerEvent) {
    const scale = this.chart?.scales['x'];
    if (!scale || this.series.every(({ x }) => x.length === 0)) return;
    const x = scale.getValueForPixel(event.offsetX);
    if (x === undefined) return;
    const [low, high] = extent(this.series);
    this.moveCrosshair(Math.min(high, Math.max(low, x)));
  }

  private keyPressed(event: KeyboardEvent) {
    const [low, high] = extent(this.series);
    if (!Number.isFinite(low)) return;
    const step = (high - low) / (event.shiftKey ? 10 : 50);
    const from = this.crosshair ?? low;
    const moves: Record<string, number | null> = {
      ArrowLeft: Math.max(low, from - step),
      ArrowRight: Math.min(high, from + step),
      Home: low,
      End: high,
      Escape: null,
    };
    if (!(event.key in moves)) return;
    event.preventDefault();
    this.moveCrosshair(moves[event.key]!);
  }

  private saveCsv() {
    save(fileName(this.heading, 'csv'), new Blob([seriesCsv(this.series)], { type: 'text/csv' }));
  }

  private async savePng() {
    const canvas = this.renderRoot.querySelector('canvas')!;
    const picture = await pictureOf(canvas, this.heading, this.overlay.theme);
    if (picture) save(fileName(this.heading, 'png'), picture);
  }

  static override styles = chartStyles;
}

/** A colour (as computed styles give it) laid over another with some opacity. */
function mix(colour: string, under: string, opacity: number): string {
  const [a, b] = [colour, under].map((text) => text.match(/[\d.]+/g)?.map(Number) ?? []);
  if (a!.length < 3 || b!.length < 3) return colour;
  return `rgb(${[0, 1, 2].map((i) => Math.round(opacity * a![i]! + (1 - opacity) * b![i]!)).join(' ')})`;
}

function isPowerOfTen(value: number): boolean {
  const exponent = Math.log10(value);
  return Math.abs(exponent - Math.round(exponent)) < 1e-9;
}

customElements.define('reprise-chart', RepriseChart);

declare global {
  interface HTMLElementTagNameMap {
    'reprise-chart': RepriseChart;
  }
}
