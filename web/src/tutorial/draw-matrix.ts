import { LitElement, css, html } from 'lit';
import { property } from 'lit/decorators.js';
import { formatFixed } from '../shell/format.ts';
import { tutorialStrings as words } from '../strings/tutorial.ts';

const names = ['00', '01', '10', '11'];
const step = 0.1;
/** A drag over this many pixels goes from 0 to 1. */
const dragPixels = 90;

/** Cells above the diagonal, row by row. */
const cells = names.flatMap((_, i) =>
  names.slice(i + 1).map((__, offset) => [i, i + 1 + offset] as const),
);

/**
 * <reprise-draw-matrix>: the reader fills the six distances between four points, from 0 to 1. `values` are
 * the cells above the diagonal, row by row; "change" tells new ones.
 */
export class DrawMatrix extends LitElement {
  @property({ attribute: false }) values: readonly number[] = [];
  @property({ type: Boolean }) fixed = false;
  private drag: { cell: number; y: number; from: number } | null = null;

  /** What is shown: in the middle until the reader has set a cell. */
  private get shares(): readonly number[] {
    return this.values.length === cells.length ? this.values : cells.map(() => 0.5);
  }

  override render() {
    return html`<p class="hint" ?hidden=${this.fixed}>${words.matrix.hint}</p>
      <div class="grid" role="group" aria-label=${words.matrix.label}>
        <span></span>
        ${names.map((name) => html`<span class="name">${name}</span>`)}
        ${names.map((name, i) => [html`<span class="name">${name}</span>`, names.map((_, j) => this.cell(i, j))])}
      </div>`;
  }

  private cell(i: number, j: number) {
    if (i === j) return html`<span class="diagonal">0</span>`;
    const k = cells.findIndex(([a, b]) => a === Math.min(i, j) && b === Math.max(i, j));
    const value = this.shares[k]!;
    const shade = `--share: ${Math.round(100 * value)}%`;
    const level = value > 0.75 ? 'strong' : value > 0.55 ? 'middling' : '';
    const text = formatFixed(value, 1);
    if (i > j)
      return html`<span class="cell mirror ${level}" style=${shade} aria-hidden="true"></span>`;
    return html`<span
      class="cell ${level}"
      style=${shade}
      role="slider"
      tabindex="0"
      aria-label=${words.matrix.cell(names[i]!, names[j]!)}
      aria-valuemin="0"
      aria-valuemax="1"
      aria-valuenow=${value.toFixed(1)}
      aria-valuetext=${text}
      aria-disabled=${this.fixed}
      aria-orientation="vertical"
      @pointerdown=${(event: PointerEvent) => this.grab(event, k)}
      @pointermove=${this.pull}
      @pointerup=${() => (this.drag = null)}
      @pointercancel=${() => (this.drag = null)}
      @keydown=${(event: KeyboardEvent) => this.key(event, k)}
      >${text}</span
    >`;
  }

  private grab(event: PointerEvent, cell: number) {
    if (this.fixed) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.drag = { cell, y: event.clientY, from: this.shares[cell]! };
  }

  private pull(event: PointerEvent) {
    if (!this.drag) return;
    const { cell, y, from } = this.drag;
    this.setCell(cell, from + (y - event.clientY) / dragPixels);
  }

  private key(event: KeyboardEvent, cell: number) {
    const now = this.shares[cell]!;
    const next = {
      ArrowUp: now + step,
      ArrowRight: now + step,
      ArrowDown: now - step,
      ArrowLeft: now - step,
      Home: 0,
      End: 1,
    }[event.key];
    if (next === undefined || this.fixed) return;
    event.preventDefault();
    this.setCell(cell, next);
  }

  private setCell(cell: number, value: number) {
    const values = [...this.shares];
    values[cell] = Math.min(1, Math.max(0, Math.round(value / step) * step));
    this.changed(values);
  }

  private changed(values: number[]) {
    this.values = values;
    this.dispatchEvent(new CustomEvent<number[]>('change', { detail: values }));
  }

  static override styles = css`
    .grid {
      display: grid;
      grid-template-columns: 2rem repeat(4, minmax(0, 1fr));
      gap: 3px;
      max-width: 20rem;
      margin-top: var(--space-3);
      font-size: var(--text-s);
      font-variant-numeric: tabular-nums lining-nums;
    }
    span {
      display: grid;
      place-items: center;
    }
    .name {
      color: var(--ink-muted);
      font-weight: 500;
    }
    .cell {
      height: var(--touch);
      border-radius: 3px;
      background: color-mix(in oklab, var(--accent) var(--share), var(--sunken));
      cursor: ns-resize;
      touch-action: none;
      user-select: none;
    }
    .cell[aria-disabled='true'],
    .mirror {
      cursor: default;
      touch-action: auto;
    }
    .mirror {
      opacity: 0.55;
    }
    /* Black or white, whichever is read at 4.5 to 1: the middle of both themes' mixtures is light enough for black. */
    .cell {
      color: light-dark(#000, #fff);
    }
    .middling {
      color: #000;
    }
    .strong {
      color: light-dark(#fff, #000);
    }
    .diagonal {
      color: var(--ink-muted);
    }
    .cell:focus-visible {
      outline: var(--focus);
      outline-offset: 1px;
    }
    .hint {
      margin: var(--space-2) 0 0;
      color: var(--ink-muted);
      font-size: var(--text-xs);
      line-height: 1.4;
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

customElements.define('reprise-draw-matrix', DrawMatrix);
