import { LitElement, css, html, svg, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { formatCount, formatNumber } from '../shell/format.ts';
import { tutorialStrings as words } from '../strings/tutorial.ts';

const knots = 13;
const [width, height, left, bottom, up] = [360, 200, 44, 42, 10];
/** Above the plot, for its name. */
const head = 16;
const keySteps = 20;

/**
 * <reprise-draw-curve>: a curve over training time that the reader draws. `values` are its heights at evenly
 * spaced times, none until something has been drawn: until then it goes on as it begins, at `start`. "change" tells new
 * ones. `measured` is laid under it when known.
 */
export class DrawCurve extends LitElement {
  @property({ attribute: false }) values: readonly number[] = [];
  @property({ attribute: false }) measured: readonly number[] = [];
  @property({ type: Boolean }) fixed = false;
  @property({ type: Number }) top = 1;
  @property({ type: Number }) start = 0;
  @property({ type: Number }) epochs = 1;
  @property() quantity = '';
  @state() active = 0;
  private lastDrawn = -1;

  private get heights(): readonly number[] {
    return this.values.length === knots ? this.values : new Array<number>(knots).fill(this.clamp(this.start));
  }

  private x(k: number): number {
    return left + (k / (knots - 1)) * (width - left - 8);
  }

  private y(value: number): number {
    return height - bottom - (value / this.top) * (height - bottom - up);
  }

  override render() {
    const line = (values: readonly number[]) => {
      const spacing = (knots - 1) / (values.length - 1);
      return values.map((value, k) => `${this.x(k * spacing)},${this.y(value)}`).join(' ');
    };
    const ticks = [0, 0.5, 1];
    return html`<p class="hint" ?hidden=${this.fixed}>${words.drawing.hint}</p>
      <svg
        viewBox="0 ${-head} ${width} ${height + head}"
        class=${this.fixed ? 'fixed' : ''}
        @pointerdown=${this.pointerDown}
        @pointermove=${this.pointerMove}
      >
        <text class="title" x=${left} y="-4">${this.quantity}</text>
        ${ticks.map(
          (
            share,
          ) => svg`<line class="grid" x1=${left} x2=${width - 8} y1=${this.y(share * this.top)}
            y2=${this.y(share * this.top)} /><text class="tick" aria-hidden="true" x=${left - 6}
            y=${this.y(share * this.top)}>${formatNumber(share * this.top, 2)}</text>`,
        )}
        ${ticks.map(
          (
            share,
          ) => svg`<text class="time" aria-hidden="true" x=${left + share * (width - left - 8)} y=${height - bottom + 18}
            >${formatCount(share * this.epochs)}</text>`,
        )}
        <text class="time" aria-hidden="true" x=${left + (width - left) / 2} y=${height - 6}>
          ${words.drawing.axis}
        </text>
        ${
          this.measured.length > 1
            ? svg`<polyline class="measured" points=${line(this.measured)} />`
            : nothing
        }
        <polyline class="drawn" points=${line(this.heights)} />
        ${this.heights.map((value, k) => this.knot(value, k))} ${this.names()}
      </svg>`;
  }

  /**
   * Which curve is whose, at their ends: the upper one's name stands above it, and the other's below, or above as well
   * where the axis is too near.
   */
  private names() {
    const end = this.measured.at(-1);
    if (end === undefined) return nothing;
    const [yours, theirs] = [this.y(this.heights[knots - 1]!), this.y(end)];
    const [upper, lower] = [Math.min(yours, theirs), Math.max(yours, theirs)];
    const below = lower + 17 < height - bottom ? lower + 17 : lower - 7;
    const above = Math.min(upper - 7, below - 15);
    return (['yours', 'theirs'] as const).map(
      (whose) =>
        svg`<text class="name ${whose}" x=${width - 8} y=${(whose === 'yours') === yours <= theirs ? above : below}
          >${words.drawing[whose]}</text>`,
    );
  }

  private knot(value: number, k: number) {
    const epoch = formatCount((k / (knots - 1)) * this.epochs);
    return svg`<circle class="knot" cx=${this.x(k)} cy=${this.y(value)} r="4.5" role="slider"
      tabindex=${k === this.active ? 0 : -1} aria-disabled=${this.fixed} aria-orientation="vertical"
      aria-label=${words.drawing.pointLabel(k + 1, knots)} aria-valuemin="0" aria-valuemax=${this.top}
      aria-valuenow=${value} aria-valuetext=${words.drawing.point(epoch, formatNumber(value, 2)) + this.beside(k)}
      @keydown=${(event: KeyboardEvent) => this.key(event, k)} @focus=${() => (this.active = k)} />`;
  }

  /** What was measured there, once it is known. */
  private beside(k: number): string {
    const measured = this.measured[(k * (this.measured.length - 1)) / (knots - 1)];
    return measured === undefined ? '' : words.drawing.measured(formatNumber(measured, 2));
  }

  private key(event: KeyboardEvent, k: number) {
    const move = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const raise = { ArrowUp: 1, ArrowDown: -1, PageUp: 4, PageDown: -4, Home: -keySteps, End: keySteps }[event.key];
    if (move !== undefined) {
      this.active = Math.min(knots - 1, Math.max(0, k + move));
      void this.updateComplete.then(() =>
        this.renderRoot.querySelectorAll<SVGElement>('.knot')[this.active]!.focus(),
      );
    } else if (raise !== undefined && !this.fixed) {
      const values = [...this.heights];
      values[k] = this.clamp(values[k]! + (raise * this.top) / keySteps);
      this.changed(values);
    } else return;
    event.preventDefault();
  }

  private pointerDown(event: PointerEvent) {
    if (this.fixed) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.lastDrawn = -1;
    this.drawTo(event);
  }

  private pointerMove(event: PointerEvent) {
    if (!this.fixed && (event.currentTarget as Element).hasPointerCapture(event.pointerId))
      this.drawTo(event);
  }

  /** Sets the knot under the pointer, and those passed since the last one. */
  private drawTo(event: PointerEvent) {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const px = ((event.clientX - box.left) / box.width) * width;
    const py = ((event.clientY - box.top) / box.height) * (height + head) - head;
    const k = Math.min(
      knots - 1,
      Math.max(0, Math.round(((px - left) / (width - left - 8)) * (knots - 1))),
    );
    const value = this.clamp(((height - bottom - py) / (height - bottom - up)) * this.top);
    const values = [...this.heights];
    const from = this.lastDrawn < 0 ? k : this.lastDrawn;
    const start = values[from]!;
    const steps = Math.abs(k - from);
    for (let s = 1; s < steps; s++) {
      values[from + Math.sign(k - from) * s] = start + (s / steps) * (value - start);
    }
    values[k] = value;
    this.lastDrawn = k;
    this.changed(values);
  }

  private clamp(value: number): number {
    return Number(Math.min(this.top, Math.max(0, value)).toPrecision(6));
  }

  private changed(values: number[]) {
    this.values = values;
    this.dispatchEvent(new CustomEvent<number[]>('change', { detail: values }));
  }

  static override styles = css`
    svg {
      display: block;
      width: 100%;
      max-width: 34rem;
      overflow: visible;
      margin-top: var(--space-3);
      touch-action: none;
      cursor: crosshair;
      user-select: none;
    }
    svg.fixed {
      cursor: default;
      touch-action: auto;
    }
    .grid {
      stroke: var(--grid);
    }
    text {
      fill: var(--ink-muted);
      font: 400 11px var(--font);
      text-anchor: middle;
    }
    @media (max-width: 40rem) {
      text {
        font-size: 15px;
      }
    }
    .tick {
      text-anchor: end;
      dominant-baseline: central;
    }
    .title {
      fill: var(--ink);
      font-weight: 600;
      text-anchor: start;
    }
    polyline {
      fill: none;
      stroke-width: 2.2;
      stroke-linejoin: round;
    }
    .drawn {
      stroke: var(--accent);
      stroke-dasharray: 6 4;
    }
    .measured {
      stroke: var(--ink);
    }
    .knot {
      fill: var(--accent);
      stroke: var(--surface);
      stroke-width: 1.5;
    }
    .fixed .knot {
      r: 2px;
      stroke: none;
    }
    .name {
      font-weight: 600;
      text-anchor: end;
      /* Where a curve passes behind it. */
      paint-order: stroke;
      stroke: var(--surface);
      stroke-width: 4px;
    }
    .yours {
      fill: var(--accent);
    }
    .theirs {
      fill: var(--ink);
    }
    .knot:focus-visible {
      outline: var(--focus);
      outline-offset: 3px;
    }
    .hint {
      margin: var(--space-2) 0 0;
      color: var(--ink-muted);
      font-size: var(--text-xs);
    }
    .hint[hidden] {
      display: none;
    }
    @media print {
      .hint {
        display: none;
      }
    }
  `;
}

customElements.define('reprise-draw-curve', DrawCurve);
