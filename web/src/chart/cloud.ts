import { LitElement, css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { CanvasDrawing, sharpContext } from './canvas-drawing.ts';
import { drawingFrame } from './figure-frame.ts';
import { figureMenu, type FigureFiles } from './figure-menu.ts';
import { readTheme } from './theme.ts';
import { controlStyles } from '../shell/control-styles.ts';
import { cloudStrings as words } from '../strings/cloud.ts';
import { between, extent, givenAxes, seenFrom, widest, type Axes } from './cloud-front.ts';
import {
  fill,
  paintCloud,
  perspective,
  picturesAt,
  pointAt,
  project,
  type Cloud,
  type CloudTheme,
  type Projected,
  type View,
} from './cloud-painter.ts';

/** The reader chose a point; its number, or -1 when the pointer left. */
export const pointEvent = 'reprise-point';

const start: View = { yaw: 0.6, pitch: 0.4, zoom: 1 };
/** Of a cloud whose widest plane is brought to face the reader: a little from the side and from above. */
const facingStart: View = { yaw: 0.15, pitch: 0.3, zoom: 1 };
/** Of a cloud in a plane. */
const flatStart: View = { yaw: 0, pitch: 0, zoom: 1 };
const turnPerSecond = 0.22;
/** How far such a cloud swings to either side, in radians. */
const swing = 0.45;
/** How much of the way to where it is to face it goes in a second. */
const followPerSecond = 2;
/** Of the canvas, the part that it fills, across and upright: labels stand outside. */
const room = { across: 0.8, up: 0.84 };
const keyTurn = Math.PI / 24;
const steepest = Math.PI / 2;
/** Pixels that a flat one is moved where another is turned by a radian. */
const flatPixels = 100;
/** A turning cloud that is drawn quicker than this is drawn in every frame; a slower one then rests so many times as long. */
const quickMilliseconds = 4;
const rests = 3;
const pickPixels = { mouse: 9, touch: 20 } as const;

/**
 * <reprise-cloud>: points in three dimensions that can be turned: by dragging, by arrow keys, by buttons. Two
 * fingers, plus and minus change the size. It turns by itself, slowly, until it is touched, and never for
 * readers who ask for less motion. With `facing` its widest plane is brought to face the reader and kept so while it
 * changes, until it is touched. One that is flat is moved in place of turned. Set `cloud` and `description`.
 */
export class RepriseCloud extends LitElement {
  @property({ attribute: false }) cloud: Cloud | null = null;
  @property() heading = '';
  @property() description = '';
  @property() note = '';
  /** Whether it turns by itself. */
  @property({ type: Boolean }) turning: boolean = !matchMedia('(prefers-reduced-motion: reduce)').matches;
  @property({ type: Boolean }) facing = false;
  /** Where the reader has brought it; null while it is shown as it comes. */
  @state() view: View | null = null;

  private seen: IntersectionObserver | null = null;
  private visible = true;
  private readonly drawing = new CanvasDrawing(this, (canvas, now) => this.draw(canvas, now), () => (this.theme = null));
  private lastTime = 0;
  /** What it has turned by itself, in radians. */
  private turned = 0;
  private pause = 0;
  private axes: Axes = givenAxes();
  private theme: CloudTheme | null = null;
  private at: Projected | null = null;
  private readonly pointers = new Map<number, { x: number; y: number }>();
  private moved = false;

  override connectedCallback() {
    super.connectedCallback();
    this.seen = new IntersectionObserver((entries) => {
      this.visible = entries.at(-1)!.isIntersecting;
      this.drawing.request();
    });
    this.seen.observe(this);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.seen?.disconnect();
    clearTimeout(this.pause);
  }

  override render() {
    const button = (label: string, sign: string, act: () => void) =>
      html`<button type="button" class="tool" title=${label} aria-label=${label} @click=${act}>
        ${sign}
      </button>`;
    return html`<figure>
      <div class="head">
        <figcaption>${this.heading}</figcaption>
        ${figureMenu(this.files)}
      </div>
      <canvas
        role="img"
        tabindex="0"
        aria-label=${this.description || this.heading}
        aria-description=${words.keys}
        @keydown=${this.keyPressed}
        @pointerdown=${this.pointerDown}
        @pointermove=${this.pointerMoved}
        @pointerup=${this.pointerUp}
        @pointercancel=${this.pointerUp}
        @pointerleave=${this.pointerLeft}
        @wheel=${this.wheeled}
      ></canvas>
      <div class="tools" role="group" aria-label=${words.tools}>
        ${button(words.left, '←', () => this.turn(-keyTurn, 0))}
        ${button(words.right, '→', () => this.turn(keyTurn, 0))}
        ${button(words.up, '↑', () => this.turn(0, keyTurn))}
        ${button(words.down, '↓', () => this.turn(0, -keyTurn))}
        ${button(words.smaller, '−', () => this.zoomBy(1 / 1.2))}
        ${button(words.larger, '+', () => this.zoomBy(1.2))}
        ${button(words.front, '⌂', () => this.reset())}
        ${this.cloud?.flat
          ? nothing
          : html`<button type="button" class="tool" aria-pressed=${this.turning} @click=${this.turnOrRest}>
              ${words.turning}
            </button>`}
      </div>
      <p class="note">${this.note}</p>
    </figure>`;
  }

  private draw(canvas: HTMLCanvasElement, now: number) {
    const begun = performance.now();
    const seconds = Math.min(0.1, (now - this.lastTime) / 1000);
    this.lastTime = now;
    const { clientWidth: width, clientHeight: height } = canvas;
    const context = sharpContext(canvas, width, height);
    this.theme ??= this.readTheme();
    if (!this.cloud) return void context.clearRect(0, 0, width, height);
    const turns = this.turning && !this.cloud.flat && this.visible && this.pointers.size === 0;
    if (turns) this.turned += turnPerSecond * seconds;
    if (this.facing && !this.view) this.face(this.cloud, seconds);
    const view = this.shownView;
    this.at = project(this.placed(this.cloud, width, height), view, width, height);
    paintCloud(context, this.cloud, this.at, this.theme, width, height, picturesAt(this.cloud, this.at, view));
    if (turns) this.turnOn(performance.now() - begun);
  }

  /** Goes on turning. Where drawing takes long, the network that trains beside it and the reader's hand come first. */
  private turnOn(took: number) {
    clearTimeout(this.pause);
    if (took < quickMilliseconds) this.drawing.request();
    else this.pause = window.setTimeout(this.drawing.request, rests * took);
  }

  private get first(): View {
    return this.cloud?.flat ? flatStart : this.facing ? facingStart : start;
  }

  private get shownView(): View {
    if (this.view) return this.view;
    const { first } = this;
    if (this.cloud?.flat) return first;
    return { ...first, yaw: this.facing ? first.yaw + swing * Math.sin(this.turned) : first.yaw + this.turned };
  }

  /** Brings the widest plane before the reader, by and by where it moves. */
  private face({ coordinates }: Cloud, seconds: number) {
    const aim = widest(coordinates, this.axes);
    if (aim === this.axes) return;
    const part = this.turning && this.at ? followPerSecond * seconds : 1;
    const next = between(this.axes, aim, part);
    const rest = Math.hypot(...next.map((value, k) => value - aim[k]!));
    this.axes = rest < 0.02 ? aim : next;
    if (this.axes !== aim) this.drawing.request();
  }

  /** The cloud as it is to be looked at, with what is to fill the canvas. */
  private placed({ coordinates, radius }: Cloud, width: number, height: number) {
    if (!this.facing) return { coordinates, radius };
    const seen = seenFrom(coordinates, this.axes);
    const { across, up } = extent(seen, this.first.pitch);
    const scale = Math.min((room.across * width) / across, (room.up * height) / up) / (2 * (1 + 0.5 * perspective));
    return { coordinates: seen, radius: (0.5 * Math.min(width, height) * fill) / scale };
  }

  private readTheme(): CloudTheme {
    const theme = readTheme(this);
    return {
      surface: theme.surface,
      ink: theme.ink,
      muted: theme.muted,
      mesh: theme.grid,
      accent: theme.colour('accent'),
      font: theme.font,
    };
  }

  /** Turns it by angles in radians; then it stays as it is left. One that is flat moves as far as its front would. */
  turn(yaw: number, pitch: number) {
    const view = this.shownView;
    if (this.cloud?.flat) {
      const { x = 0, y = 0, zoom } = view;
      return this.setView({ ...view, x: x + (flatPixels * yaw) / zoom, y: y - (flatPixels * pitch) / zoom });
    }
    this.setView({
      ...view,
      yaw: view.yaw + yaw,
      pitch: Math.min(steepest, Math.max(-steepest, view.pitch + pitch)),
    });
  }

  private zoomBy(factor: number) {
    const view = this.shownView;
    this.setView({ ...view, zoom: Math.min(6, Math.max(0.4, view.zoom * factor)) });
  }

  private setView(view: View) {
    this.turning = false;
    this.view = { ...view };
  }

  /** As it would be shown if it came now. */
  private reset() {
    this.turning = false;
    this.view = null;
    this.turned = 0;
    this.axes = givenAxes();
    this.requestUpdate();
  }

  private turnOrRest() {
    if (this.turning) return this.setView(this.shownView);
    // From where it is, if it turns all around.
    if (this.view && !this.facing) this.turned = this.view.yaw - this.first.yaw;
    this.view = null;
    this.turning = true;
  }

  private keyPressed(event: KeyboardEvent) {
    const moves: Record<string, () => void> = {
      ArrowLeft: () => this.turn(-keyTurn, 0),
      ArrowRight: () => this.turn(keyTurn, 0),
      ArrowUp: () => this.turn(0, keyTurn),
      ArrowDown: () => this.turn(0, -keyTurn),
      '+': () => this.zoomBy(1.2),
      '=': () => this.zoomBy(1.2),
      '-': () => this.zoomBy(1 / 1.2),
      Home: () => this.reset(),
    };
    const move = event.ctrlKey || event.metaKey || event.altKey ? undefined : moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  }

  private pointerDown(event: PointerEvent) {
    this.pointers.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
    this.moved = false;
    (event.target as Element).setPointerCapture(event.pointerId);
  }

  private pointerMoved(event: PointerEvent) {
    const before = this.pointers.get(event.pointerId);
    if (!before) {
      if (event.pointerType === 'mouse') this.choose(event.offsetX, event.offsetY, 'mouse');
      return;
    }
    const now = { x: event.offsetX, y: event.offsetY };
    const [dx, dy] = [now.x - before.x, now.y - before.y];
    if (!this.moved && Math.hypot(dx, dy) < 4) return;
    this.moved = true;
    const other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1];
    this.pointers.set(event.pointerId, now);
    if (other) {
      const distance = (p: { x: number; y: number }) => Math.hypot(p.x - other.x, p.y - other.y) || 1;
      this.zoomBy(distance(now) / distance(before));
    } else {
      this.turn(0.01 * dx, 0.01 * dy);
    }
  }

  private pointerUp(event: PointerEvent) {
    if (!this.pointers.delete(event.pointerId)) return;
    if (!this.moved && event.type === 'pointerup') {
      const kind = event.pointerType === 'mouse' ? 'mouse' : 'touch';
      this.choose(event.offsetX, event.offsetY, kind);
      this.setView(this.shownView);
    }
    this.drawing.request();
  }

  private pointerLeft(event: PointerEvent) {
    if (event.pointerType === 'mouse' && this.pointers.size === 0) this.say(-1);
  }

  /** A pinch on a trackpad arrives as a wheel with control; the bare wheel scrolls the page. */
  private wheeled(event: WheelEvent) {
    if (!event.ctrlKey) return;
    event.preventDefault();
    this.zoomBy(Math.exp(-0.01 * event.deltaY));
  }

  private choose(x: number, y: number, kind: keyof typeof pickPixels) {
    if (!this.at) return;
    const point = pointAt(this.at, x, y, pickPixels[kind], this.cloud?.marksFrom);
    if (point >= 0) this.say(point);
  }

  private say(point: number) {
    this.dispatchEvent(new CustomEvent<number>(pointEvent, { detail: point }));
  }

  private get files(): FigureFiles {
    const { heading, cloud } = this;
    const canvas = () => this.renderRoot.querySelector('canvas')!;
    return {
      heading,
      rows: async () => cloud && [['point', 'axis_1', 'axis_2', 'axis_3'], ...triples(cloud.coordinates)],
      png: () => new Promise((resolve) => canvas().toBlob(resolve)),
      svg: async () => {
        const { cloudSvg } = await import('./cloud-svg.ts');
        const { clientWidth, clientHeight } = canvas();
        return cloud && this.at && this.theme && cloudSvg(cloud, this.at, this.theme, heading, clientWidth, clientHeight);
      },
    };
  }

  static override styles = [
    controlStyles,
    drawingFrame,
    css`
      :host {
        container-type: inline-size;
      }
      canvas {
        display: block;
        width: 100%;
        aspect-ratio: 1.15;
        border: 1px solid var(--line);
        border-radius: var(--radius-s);
        cursor: grab;
        /* Sideways it turns; up and down the page scrolls; two fingers are for the size. */
        touch-action: pan-y;
      }
      canvas:active {
        cursor: grabbing;
      }
      .tools {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-1);
        margin-top: var(--space-2);
      }
      /* Where eight do not fit in one row they stand in two full ones. */
      @container (max-width: 28rem) {
        .tools {
          display: grid;
          grid-template-columns: repeat(3, minmax(0, 1fr)) auto;
        }
      }
      .tool {
        min-width: 2.25rem;
        min-height: 2.25rem;
        padding: 0 var(--space-2);
      }
      .note {
        min-height: 2.7em;
      }
      @media (pointer: coarse) {
        .tool {
          min-width: var(--touch);
          min-height: var(--touch);
        }
      }
      @media print {
        .tools,
        reprise-figure-menu {
          display: none;
        }
      }
    `,
  ];
}

/** Every point's number and coordinates. */
const triples = (coordinates: ArrayLike<number>): number[][] =>
  Array.from({ length: coordinates.length / 3 }, (_, p) => [p, ...[0, 1, 2].map((j) => coordinates[3 * p + j]!)]);

customElements.define('reprise-cloud', RepriseCloud);
