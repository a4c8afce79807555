import { LitElement, html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { formatNumber } from '../shell/format.ts';
import { strings } from '../strings/en.ts';
import { cssColour, scaleColour } from './colour-scale.ts';
import { figureMenu, type FigureFiles } from './figure-menu.ts';
import { paintMatrix, type Geometry } from './matrix-painter.ts';
import { matrixStyles } from './matrix-styles.ts';
import { drawPaced, dropPaced } from './pace.ts';
import { tableView } from './table-view.ts';
import { onThemeChange, readTheme } from './theme.ts';

/** Points out one cell in every matrix of a group; null for none. */
export interface CellDetail {
  group: string;
  cell: readonly [number, number] | null;
}

export const cellEvent = 'reprise-cell';

/** What says the same is no change, though a lab makes it anew for each drawing. */
const same = (now: ArrayLike<unknown>, before?: ArrayLike<unknown>) =>
  now.length === before?.length && Array.prototype.every.call(now, (one, i) => Object.is(one, before[i]));
const hasChanged = (now: ArrayLike<unknown>, before?: ArrayLike<unknown>) => now !== before && !same(now, before);

/** A matrix of so many points at most is sentences cell by cell. */
const wholeInWords = 4;

/**
 * <reprise-matrix>: distances between points, in a perceptual colour scale. `values` is row by row, size
 * `labels.length` squared; NaN cells stay empty. Give two matrices the same `max` to share a scale and the
 * same `group` to point at the same cell. Arrow keys walk through the cells.
 */
export class RepriseMatrix extends LitElement {
  @property() heading = '';
  @property() note = '';
  @property({ attribute: false, hasChanged }) values: ArrayLike<number> = [];
  @property({ attribute: false, hasChanged }) labels: readonly string[] = [];
  /** Top of the scale; 0 or absent: the largest value. */
  @property({ type: Number }) max = 0;
  @property() group = '';
  @state() protected cell: readonly [number, number] | null = null;
  @state() protected tableShown = false;

  private resize: ResizeObserver | null = null;
  private laidOut = false;
  private endThemeWatch: (() => void) | null = null;
  private geometry: Geometry = { left: 0, top: 0, size: 1 };

  override connectedCallback() {
    super.connectedCallback();
    document.addEventListener(cellEvent, this.onCell);
    this.endThemeWatch = onThemeChange(() => this.draw());
    this.resize = new ResizeObserver(() => {
      this.laidOut = true;
      this.draw();
    });
    this.resize.observe(this);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener(cellEvent, this.onCell);
    this.endThemeWatch?.();
    this.resize?.disconnect();
    dropPaced(this.draw);
  }

  private get size() {
    return this.labels.length;
  }

  private get top() {
    if (this.max > 0) return this.max;
    let largest = 0;
    for (let i = 0; i < this.values.length; i++) {
      if (this.values[i]! > largest) largest = this.values[i]!;
    }
    return largest || 1;
  }

  override render() {
    return html`<figure>
      <div class="head">
        <figcaption>
          <span class="heading">${this.heading}</span>
          <span class="unit">${this.note}</span>
        </figcaption>
        ${figureMenu(this.files, { shown: this.tableShown, toggle: () => (this.tableShown = !this.tableShown) })}
      </div>
      <div>
        <div class="plot">
          <canvas
            role="img"
            aria-label=${this.inWords()}
            @pointermove=${this.pointerMoved}
            @pointerleave=${() => this.point(null)}
          ></canvas>
          ${this.renderKeys()}
        </div>
        <div class="scale" aria-hidden="true">
          <span>0</span><canvas class="bar" width="256" height="1"></canvas
          ><span>${formatNumber(this.top, 2)}</span>
        </div>
        <div class="reading">${this.cell ? this.readCell(...this.cell) : nothing}</div>
        ${this.tableShown ? this.renderTable() : nothing}
      </div>
    </figure>`;
  }

  private readCell(row: number, column: number): string {
    const value = this.values[row * this.size + column];
    if (value === undefined) return '';
    return strings.matrix.cell(this.labels[row]!, this.labels[column]!, formatNumber(value));
  }

  /** Its cells as a slider: to one a screen reader leaves the arrow keys, and it says where it stands. */
  private renderKeys() {
    if (this.size === 0 || this.values.length === 0) return nothing;
    const { cells, noCell, keys } = strings.matrix;
    const [row, column] = this.cell ?? [0, 0];
    return html`<div
      class="keys"
      role="slider"
      tabindex="0"
      aria-label=${cells(this.heading)}
      aria-description=${keys}
      aria-valuemin="1"
      aria-valuemax=${this.size ** 2}
      aria-valuenow=${row * this.size + column + 1}
      aria-valuetext=${this.cell ? this.readCell(row, column) : noCell}
      @blur=${() => this.point(null)}
      @keydown=${this.keyPressed}
    ></div>`;
  }

  /** A small matrix whole: distances are the same both ways. */
  private inWords(): string {
    const sentences = [`${this.heading}. ${strings.matrix.of(this.size)}`];
    if (this.size <= wholeInWords) {
      const pairs = this.labels
        .flatMap((_, row) => this.labels.slice(row + 1).map((__, k) => [row, row + 1 + k] as const))
        .filter(([row, column]) => Number.isFinite(this.values[row * this.size + column]));
      sentences.push(pairs.map((pair) => this.readCell(...pair)).join('; '));
    }
    return sentences.filter(Boolean).join(' ');
  }

  private renderTable() {
    const { heading, labels, values, size } = this;
    const rows = labels.map((_, row) => labels.map((_, column) => formatNumber(values[row * size + column]!)));
    return tableView(heading, labels, rows, labels);
  }

  protected override firstUpdated() {
    const context = this.renderRoot.querySelector<HTMLCanvasElement>('.bar')!.getContext('2d')!;
    for (let i = 0; i < 256; i++) {
      context.fillStyle = cssColour(scaleColour(i / 255));
      context.fillRect(i, 0, 1, 1);
    }
  }

  protected override updated(_changed: PropertyValues) {
    // The first time when the page has been laid out, which drawing would force.
    if (this.laidOut) drawPaced(this.draw);
  }

  private readonly draw = () => {
    const canvas = this.renderRoot?.querySelector('canvas');
    if (!canvas || this.size === 0 || canvas.clientWidth === 0) return;
    const theme = readTheme(this);
    const { values, labels, top, cell } = this;
    this.geometry = paintMatrix(canvas, theme, { values, labels, top, cell });
  };

  private readonly onCell = (event: Event) => {
    const { group, cell } = (event as CustomEvent<CellDetail>).detail;
    if (this.group && group === this.group) this.cell = cell;
  };

  private point(cell: readonly [number, number] | null) {
    if (this.group) {
      const detail: CellDetail = { group: this.group, cell };
      document.dispatchEvent(new CustomEvent(cellEvent, { detail }));
    } else {
      this.cell = cell;
    }
  }

  private pointerMoved(event: PointerEvent) {
    const { left, top, size } = this.geometry;
    const row = Math.floor((event.offsetY - top) / size);
    const column = Math.floor((event.offsetX - left) / size);
    const inside = row >= 0 && column >= 0 && row < this.size && column < this.size;
    this.point(inside ? [row, column] : null);
  }

  private keyPressed(event: KeyboardEvent) {
    const moves: Record<string, readonly [number, number]> = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
    };
    const move = moves[event.key];
    if (event.key === 'Escape') this.point(null);
    if (!move) return;
    event.preventDefault();
    const clamp = (i: number) => Math.min(this.size - 1, Math.max(0, i));
    const [row, column] = this.cell ?? [0, 0];
    this.point(this.cell ? [clamp(row + move[0]), clamp(column + move[1])] : [0, 0]);
  }

  private get files(): FigureFiles {
    const { heading, note, values, labels, top } = this;
    return {
      heading,
      rows: async () => (await import('./save.ts')).matrixRows(labels, values),
      png: async () => {
        const { pictureOf } = await import('./save.ts');
        this.draw();
        return pictureOf(this.renderRoot.querySelector('canvas')!, heading, readTheme(this));
      },
      svg: async () =>
        (await import('./svg.ts')).matrixSvg({ values, labels, top, cell: null }, this.geometry, heading, note, readTheme(this)),
    };
  }

  static override styles = matrixStyles;
}

customElements.define('reprise-matrix', RepriseMatrix);
