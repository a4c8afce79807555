import type { Chart } from 'chart.js';
import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { turn } from '../shell/turn.ts';
import { chartOptions, curveOf } from './chart-options.ts';
import { chartStyles } from './chart-styles.ts';
import { describe, extent, tabulate } from './describe.ts';
import { figureMenu, type FigureFiles } from './figure-menu.ts';
import { GrowingCurves } from './growing-curve.ts';
import { drawPaced, dropPaced } from './pace.ts';
import { overlayPlugin, type Overlay } from './plugins.ts';
import { lineKeys, lineMoved, readingView } from './reading-line.ts';
import { crosshairEvent, equalAxes, equalSeries, type Axis, type CrosshairDetail, type Series } from './series.ts';
import { tableView } from './table-view.ts';
import { onThemeChange, readTheme } from './theme.ts';
import type { Point } from './value-at.ts';

/** Chart.js, once a chart has been seen: a page that opens without one loads a third less. */
let library: typeof import('./chart-library.ts') | null = null;
/** Charts out of view when there was no library yet: once another has fetched it they are drawn too, lest print finds them empty. */
const undrawn = new Set<() => void>();

/** Out of view, a chart is drawn this rarely: it must be right when printed, and no more. */
const unseenMilliseconds = 1000;

/** A chart without curves waits this long for some: drawn empty and then again, it would cost the start of a page twice. */
const emptyMilliseconds = 700;

/** More points than this are not told apart on a screen. */
const pointLimit = 600;

/** Its description follows the curves when they have been still for so long: it is read, and not watched. */
const restMilliseconds = 500;

/** An array or an axis made anew for each drawing of a lab is no change, where it says the same. */
const axisProperty = { attribute: false, hasChanged: (now: Axis, before?: Axis) => !before || !equalAxes(now, before) };
const seriesProperty = {
  attribute: false,
  hasChanged: (now: readonly Series[], before?: readonly Series[]) => !before || !equalSeries(now, before),
};

/**
 * <reprise-chart>: curves over a common axis. Set `series`, `xAxis`, `yAxis` and `heading`; assign a new
 * `series` array to update (drawn at most once a frame, without animation; rarely while out of view). `group` links
 * the crosshairs of charts that share it; `summary` replaces the text description made from the data;
 * `note` stands in the row where the crosshair's readings appear.
 */
export class RepriseChart extends LitElement {
  @property() heading = '';
  @property(seriesProperty) series: readonly Series[] = [];
  @property(axisProperty) xAxis: Axis = { title: '' };
  @property(axisProperty) yAxis: Axis = { title: '' };
  @property() group = '';
  @property() summary = '';
  @property() note = '';
  @state() protected crosshair: number | null = null;
  @state() protected tableShown = false;
  /** What the curves show, for those who hear them. */
  @state() protected inWords = '';

  private readonly growing = new GrowingCurves(pointLimit);
  private rest = 0;
  private chart: Chart<'line', Point[]> | null = null;
  private overlay!: Overlay;
  private inView = false;
  private waiting = 0;
  private look = '';
  private observer: IntersectionObserver | null = null;
  private endThemeWatch: (() => void) | null = null;

  override connectedCallback() {
    super.connectedCallback();
    document.addEventListener(crosshairEvent, this.onCrosshair);
    this.endThemeWatch = onThemeChange(() => this.themeChanged());
    this.observer = new IntersectionObserver((entries) => {
      this.inView = entries[entries.length - 1]!.isIntersecting;
      if (this.inView && (this.waiting || !this.chart)) this.schedule();
    });
    this.observer.observe(this);
    if (this.hasUpdated) {
      this.schedule();
      this.describeAtRest();
    }
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener(crosshairEvent, this.onCrosshair);
    this.endThemeWatch?.();
    this.observer?.disconnect();
    undrawn.delete(this.scheduleAgain);
    clearTimeout(this.rest);
    clearTimeout(this.waiting);
    this.waiting = 0;
    dropPaced(this.drawNow);
    this.chart?.destroy();
    this.chart = null;
    this.look = '';
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    const described: (keyof RepriseChart)[] = ['heading', 'xAxis', 'series', 'summary'];
    if (this.summary || !described.some((name) => changed.has(name))) return;
    const before = changed.get('series') ?? this.series;
    // What there is at first is said at once.
    if (!this.inWords || this.nothingIn(before)) this.describe();
    else this.describeAtRest();
  }

  /** Whether the axis shows positive values only. */
  private get positive(): boolean {
    return this.yAxis.scale === 'log';
  }

  private nothingIn(series: readonly Series[]): boolean {
    return series.every(({ y }) => y.length < 2);
  }

  private describe() {
    clearTimeout(this.rest);
    this.rest = 0;
    this.inWords = describe(this.heading, this.xAxis, this.series, (one) => this.growing.follow(one, this.positive).extremes());
  }

  private describeAtRest() {
    clearTimeout(this.rest);
    this.rest = window.setTimeout(() => this.describe(), restMilliseconds);
  }

  override render() {
    const summary = this.summary || this.inWords;
    return html`<figure>
      <div class="head">
        <figcaption>
          <span class="heading">${this.heading}</span>
          <span class="unit">${this.yAxis.title}</span>
        </figcaption>
        ${figureMenu(this.files, { shown: this.tableShown, toggle: () => (this.tableShown = !this.tableShown) })}
      </div>
      <div class="reading">${readingView(this, this.crosshair)}</div>
      <div class="plot">
        <canvas
          role="img"
          aria-label=${summary}
          @pointermove=${this.pointerMoved}
          @pointerleave=${() => this.moveCrosshair(null)}
        ></canvas>
        ${lineKeys(this, this.crosshair, { blur: () => this.moveCrosshair(null), keydown: this.keyPressed })}
      </div>
      ${this.tableShown ? tableOf(this) : nothing}
    </figure>`;
  }

  protected override updated(changed: PropertyValues<this>) {
    const redrawn: (keyof RepriseChart)[] = ['series', 'xAxis', 'yAxis'];
    if (redrawn.some((name) => changed.has(name))) this.schedule();
    else if (changed.has('crosshair' as keyof RepriseChart)) this.drawCrosshair();
  }

  private schedule() {
    if (!this.inView && !library) {
      undrawn.add(this.scheduleAgain);
      return;
    }
    const milliseconds = this.patience();
    if (milliseconds > 0) this.waiting ||= window.setTimeout(() => this.drawSoon(), milliseconds);
    else this.drawSoon();
  }

  private readonly scheduleAgain = () => {
    if (this.isConnected) this.schedule();
  };

  /** How long the next drawing may wait. */
  private patience(): number {
    if (this.chart) return this.inView ? 0 : unseenMilliseconds;
    return this.series.some(({ x }) => x.length > 0) ? 0 : emptyMilliseconds;
  }

  private drawSoon() {
    clearTimeout(this.waiting);
    this.waiting = 0;
    drawPaced(this.drawNow);
  }

  private readonly drawNow = () => {
    if (this.chart) this.draw(library!.Chart);
    else void this.drawFirst();
  };

  /** The first drawing is the slow one, and a page has several charts. */
  private async drawFirst() {
    library ??= await import('./chart-library.ts');
    const others = [...undrawn];
    undrawn.clear();
    await turn();
    if (!this.chart) this.draw(library.Chart);
    for (const schedule of others) schedule();
  }

  private draw(Chart: NonNullable<typeof library>['Chart']) {
    if (!this.isConnected) return;
    if (this.chart) this.redraw(this.chart);
    else this.chart = this.make(Chart, this.renderRoot.querySelector('canvas')!);
  }

  /** Made with all that it shows: an empty one would be laid out and drawn for nothing. */
  private make(Chart: NonNullable<typeof library>['Chart'], canvas: HTMLCanvasElement) {
    this.overlay = { theme: this.theme(), labels: [], colours: [], dots: false, crosshair: this.crosshair };
    const datasets = this.curves();
    this.look = this.lookOf(datasets);
    return new Chart<'line', Point[]>(canvas, {
      type: 'line',
      data: { datasets },
      options: this.options(canvas),
      plugins: [overlayPlugin(() => this.overlay)],
    });
  }

  private redraw(chart: Chart<'line', Point[]>) {
    const old = new Map(chart.data.datasets.map((set) => [set.label, set]));
    // Chart.js works least when a known curve stays the same object.
    const datasets = this.curves().map((line) => Object.assign(old.get(line.label) ?? {}, line));
    chart.data.datasets = datasets;
    // Reading options anew, those of curves included, is most of the cost of an update; they seldom change.
    const look = this.lookOf(datasets);
    if (look !== this.look) chart.options = this.options(chart.canvas);
    this.look = look;
    chart.update('none');
  }

  /** The series as Chart.js takes them; their labels and colours are laid in the overlay. */
  private curves() {
    const { overlay, series } = this;
    overlay.labels = series.map(({ label }) => label);
    overlay.colours = series.map(({ colour }) => overlay.theme.colour(colour));
    overlay.dots = series.some(({ kind }) => kind === 'points');
    this.growing.keep(series);
    return series.map((one, i) => {
      const points = this.growing.follow(one, this.positive).points();
      return curveOf(one, points, overlay.colours[i]!, overlay.theme);
    });
  }

  private options(canvas: HTMLCanvasElement) {
    return chartOptions(this.xAxis, this.yAxis, this.overlay, canvas.getContext('2d')!);
  }

  /** Whatever options depend on. */
  private lookOf(lines: readonly { label?: string }[]): string {
    const { xAxis, yAxis, overlay } = this;
    const names = lines.map(({ label }) => label);
    return JSON.stringify([xAxis, yAxis, names, overlay.labels, overlay.theme.surface]);
  }

  private theme() {
    return readTheme(this);
  }

  private themeChanged() {
    if (!this.chart) return;
    this.overlay.theme = this.theme();
    this.drawSoon();
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

  private readonly keyPressed = (event: KeyboardEvent) => {
    const to = lineMoved(event, this.series, this.crosshair);
    if (to === undefined) return;
    event.preventDefault();
    this.moveCrosshair(to);
  };

  /** Draws what is there now, which on a slow machine may still wait for its turn. */
  private async drawUpToDate(): Promise<void> {
    if (this.chart) this.redraw(this.chart);
    else await this.drawFirst();
  }

  private get files(): FigureFiles {
    const { heading, series, xAxis: x, yAxis: y } = this;
    return {
      heading,
      rows: async () => (await import('./save.ts')).seriesRows(series),
      png: async () => {
        const [{ pictureOf }] = await Promise.all([import('./save.ts'), this.drawUpToDate()]);
        return pictureOf(this.renderRoot.querySelector('canvas')!, heading, this.overlay.theme);
      },
      svg: async () => {
        const [{ chartSvg }] = await Promise.all([import('./svg.ts'), this.drawUpToDate()]);
        return this.chart && chartSvg(this.chart as Chart, series, { x, y }, this.overlay, heading);
      },
    };
  }

  static override styles = chartStyles;
}

function tableOf({ heading, xAxis, series }: RepriseChart) {
  const { head, rows } = tabulate(xAxis, series);
  return tableView(heading, head, rows);
}

customElements.define('reprise-chart', RepriseChart);
