import { LitElement, css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CanvasDrawing } from '../../chart/canvas-drawing.ts';
import { drawingFrame } from '../../chart/figure-frame.ts';
import type { Surface } from '../../engine/protocol.ts';
import { controlStyles } from '../../shell/control-styles.ts';
import { formatFixed } from '../../shell/format.ts';
import { planeStrings as words } from '../../strings/plane.ts';
import { toPlane, type Frame } from './plane-painter.ts';
import { PlanePicture } from './plane-picture.ts';
import { added, countOf, moved, mostPoints, nearest, painted, removed, rounded } from './points.ts';

/** What a press on the plane does: place and move points, give them the class in hand, or take them away. */
export type Tool = 'place' | 'paint' | 'erase';
export const tools: readonly Tool[] = ['place', 'paint', 'erase'];

/** The reader has changed the points; `final` once a drag has ended. */
export interface PointsChange {
  points: number[];
  final: boolean;
}
export const pointsEvent = 'reprise-points';

const pickPixels = { mouse: 10, touch: 22 } as const;
const keyStep = 0.05;
const fineStep = 0.01;

/**
 * <reprise-plane-input>: the plane with its points, over what the network makes of it. By pointer: press to place, drag to
 * move. By keyboard: arrows move a cursor, Enter places a point or takes one up and puts it down, digits paint, Delete
 * removes, N and P go from point to point. Says what it did. Set `points`, `surface` and the rest; it changes nothing itself.
 */
export class ReprisePlaneInput extends LitElement {
  @property({ attribute: false }) points: ArrayLike<number> = [];
  @property({ attribute: false }) surface: Surface | null = null;
  /** 0 where targets are numbers. */
  @property({ type: Number }) classes = 2;
  @property({ type: Number }) heldOutShare = 0;
  @property({ type: Number }) extent = 1.25;
  @property() tool: Tool = 'place';
  /** The class, or number, that new points have and that is painted. */
  @property({ type: Number }) brush = 0;
  /** Whether the lines are drawn on which the units of the layer looked at are zero. */
  @property({ type: Boolean }) zeros = false;
  @property() heading = '';
  @property() description = '';
  @property() note = '';
  /** The point that the keyboard or the pointer has taken up; -1 for none. */
  @state() protected chosen = -1;
  @state() protected status = '';

  private cursor: [number, number] | null = null;
  private dragged = false;
  private readonly picture = new PlanePicture(this);
  private readonly drawing = new CanvasDrawing(
    this,
    (canvas) => this.draw(canvas),
    () => this.picture.forget(),
  );

  override render() {
    return html`<figure>
      <div class="head"><figcaption>${this.heading}</figcaption></div>
      <canvas
        role="application"
        tabindex="0"
        aria-label=${this.description || this.heading}
        aria-description=${words.input.keys}
        @keydown=${this.keyPressed}
        @blur=${this.left}
        @pointerdown=${this.pointerDown}
        @pointermove=${this.pointerMoved}
        @pointerup=${this.pointerUp}
        @pointercancel=${this.pointerUp}
      ></canvas>
      <p class="note status" role="status">${this.status}</p>
      ${this.note ? html`<p class="note">${this.note}</p>` : nothing}
    </figure>`;
  }

  protected override updated() {
    if (this.chosen >= countOf(this.points)) this.chosen = -1;
  }

  private get place(): Frame {
    return { size: this.canvas?.clientWidth || 1, extent: this.extent };
  }

  private get canvas(): HTMLCanvasElement | null {
    return this.renderRoot.querySelector('canvas');
  }

  private draw(canvas: HTMLCanvasElement) {
    const { place, points, surface, classes, heldOutShare, chosen, cursor } = this;
    this.picture.draw(canvas, place, surface, { points, classes, heldOutShare, chosen, cursor }, this.zeros);
  }

  // What the reader does.

  private list(): number[] {
    return Array.from(this.points, rounded);
  }

  private change(points: number[], final = true): void {
    this.points = points;
    this.dispatchEvent(new CustomEvent<PointsChange>(pointsEvent, { detail: { points, final } }));
  }

  private announce(point: number, what: (name: string, of: number) => string): void {
    const [x, y, target] = [0, 1, 2].map((k) => this.points[3 * point + k]!) as [number, number, number];
    const name = words.input.point(point + 1, this.classes > 0 ? words.className(target) : formatFixed(target, 2), formatFixed(x, 2), formatFixed(y, 2));
    this.status = what(name, countOf(this.points));
  }

  private add(x: number, y: number, final = true): void {
    if (countOf(this.points) >= mostPoints) {
      this.status = words.input.full(mostPoints);
      return;
    }
    this.change(added(this.list(), this.inside(x), this.inside(y), this.brush), final);
    this.chosen = countOf(this.points) - 1;
    this.announce(this.chosen, words.input.placed);
  }

  private paint(point: number, target: number): void {
    if (this.points[3 * point + 2] === target) return;
    this.change(painted(this.list(), point, target));
    this.announce(point, words.input.painted);
  }

  private erase(point: number): void {
    this.announce(point, words.input.removed);
    this.chosen = -1;
    this.change(removed(this.list(), point));
  }

  private inside(value: number): number {
    return Math.min(this.extent, Math.max(-this.extent, value));
  }

  private pointAt(event: PointerEvent): { x: number; y: number; point: number } {
    const [x, y] = toPlane(this.place, event.offsetX, event.offsetY);
    const pixels = pickPixels[event.pointerType === 'mouse' ? 'mouse' : 'touch'];
    return { x, y, point: nearest(this.points, x, y, (pixels * 2 * this.extent) / this.place.size) };
  }

  private pointerDown(event: PointerEvent) {
    if (event.button > 0) return;
    const { x, y, point } = this.pointAt(event);
    this.cursor = null;
    (event.target as Element).setPointerCapture(event.pointerId);
    this.dragged = false;
    if (this.tool === 'place') {
      if (point >= 0) this.chosen = point;
      else this.add(x, y, false);
      this.dragged = point < 0;
    } else if (point >= 0) {
      this.touch(point);
    }
  }

  private touch(point: number): void {
    if (this.tool === 'paint') this.paint(point, this.brush);
    else this.erase(point);
  }

  private pointerMoved(event: PointerEvent) {
    if (!(event.target as Element).hasPointerCapture(event.pointerId)) return;
    const { x, y, point } = this.pointAt(event);
    if (this.tool !== 'place') {
      if (point >= 0) this.touch(point);
      return;
    }
    const { chosen } = this;
    if (chosen < 0) return;
    const [fromX, fromY] = [this.points[3 * chosen]!, this.points[3 * chosen + 1]!];
    // A press that trembles is no drag.
    if (!this.dragged && Math.hypot(x - fromX, y - fromY) < (8 * this.extent) / this.place.size) return;
    this.dragged = true;
    this.change(moved(this.list(), chosen, this.inside(x), this.inside(y)), false);
  }

  private pointerUp() {
    if (!this.dragged || this.chosen < 0) return;
    this.dragged = false;
    this.change(this.list());
    this.announce(this.chosen, words.input.moved);
  }

  private left() {
    this.cursor = null;
    this.drawing.request();
  }

  private keyPressed(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!this.act(event.key, event.shiftKey)) return;
    event.preventDefault();
    event.stopPropagation();
    this.drawing.request();
  }

  /** Whether the key means something here. */
  private act(key: string, shift: boolean): boolean {
    const step = shift ? fineStep : keyStep;
    const ways: Record<string, [number, number]> = {
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
      ArrowUp: [0, step],
      ArrowDown: [0, -step],
    };
    const way = ways[key];
    if (way) return this.walk(...way);
    const under = this.underCursor();
    if (key === 'Enter' || key === ' ') return this.press(under);
    if (key === 'Delete' || key === 'Backspace') {
      if (under >= 0) this.erase(under);
      return true;
    }
    if (key === 'n' || key === 'p') return this.goTo(key === 'n' ? 1 : -1);
    const digit = Number(key) - 1;
    if (this.classes > 0 && Number.isInteger(digit) && digit >= 0 && digit < this.classes && under >= 0) {
      this.paint(under, digit);
      return true;
    }
    return false;
  }

  private underCursor(): number {
    if (this.chosen >= 0) return this.chosen;
    return this.cursor ? nearest(this.points, ...this.cursor, 0.6 * keyStep) : -1;
  }

  private walk(dx: number, dy: number): boolean {
    const { chosen } = this;
    if (chosen >= 0) {
      const [x, y] = [this.points[3 * chosen]! + dx, this.points[3 * chosen + 1]! + dy];
      this.cursor = [this.inside(x), this.inside(y)];
      this.change(moved(this.list(), chosen, ...this.cursor));
      this.announce(chosen, words.input.moved);
      return true;
    }
    const [x, y] = this.cursor ?? [0, 0];
    this.cursor = [rounded(this.inside(x + dx)), rounded(this.inside(y + dy))];
    const under = this.underCursor();
    if (under >= 0) this.announce(under, words.input.at);
    else this.status = words.input.cursor(formatFixed(this.cursor[0], 2), formatFixed(this.cursor[1], 2));
    return true;
  }

  /** Puts down what is taken up; else takes up what lies there, or places a point. */
  private press(under: number): boolean {
    if (this.chosen >= 0) {
      this.announce(this.chosen, words.input.putDown);
      this.chosen = -1;
    } else if (under >= 0) {
      this.chosen = under;
      this.announce(under, words.input.taken);
    } else {
      this.cursor ??= [0, 0];
      this.add(...this.cursor);
      this.chosen = -1;
    }
    return true;
  }

  private goTo(by: number): boolean {
    const count = countOf(this.points);
    if (count === 0) return true;
    const from = this.chosen >= 0 ? this.chosen : this.underCursor();
    const to = (from + by + count) % count;
    this.chosen = -1;
    this.cursor = [this.points[3 * to]!, this.points[3 * to + 1]!];
    this.announce(to, words.input.at);
    return true;
  }

  static override styles = [
    controlStyles,
    drawingFrame,
    css`
      canvas {
        display: block;
        width: 100%;
        aspect-ratio: 1;
        border: 1px solid var(--line);
        border-radius: var(--radius-s);
        cursor: crosshair;
        /* A finger places and drags points here; beside the picture it scrolls the page. */
        touch-action: none;
      }
      .status {
        min-height: 1.35em;
      }
    `,
  ];
}

customElements.define('reprise-plane-input', ReprisePlaneInput);
