import { onThemeChange } from '../../chart/theme.ts';

export interface Picture {
  /** height x width x channels bytes, row by row; of grey ones 0 is paper, 255 is ink. */
  pixels: Uint8Array;
  height: number;
  width: number;
  /** 3 for red, green, blue; else grey. */
  channels?: number;
}

/**
 * <reprise-digit>: one picture as large as its box, a grey one drawn in the colour of ink, whatever is pressed or
 * pointed at around it: what is drawn does not follow a colour that changes. Set `picture`. It is a picture only:
 * whatever holds it says in words what it shows.
 */
export class DigitImage extends HTMLElement {
  private shown: Picture | null = null;
  /** What the canvas shows: a picture that is only moved stays as it is. */
  private drawn: { pixels: Uint8Array; ink: string } | null = null;
  private readonly canvas = document.createElement('canvas');

  constructor() {
    super();
    this.canvas.style.cssText =
      'display: block; width: 100%; height: 100%; image-rendering: pixelated';
  }

  get picture(): Picture | null {
    return this.shown;
  }

  set picture(picture: Picture | null) {
    if (picture?.pixels === this.shown?.pixels) return;
    this.shown = picture;
    if (this.isConnected) drawSoon(this);
  }

  connectedCallback() {
    this.setAttribute('aria-hidden', 'true');
    this.style.display ||= 'block';
    this.style.color = 'var(--ink)';
    if (!this.canvas.isConnected) this.append(this.canvas);
    watch(this);
    drawSoon(this);
  }

  disconnectedCallback() {
    unwatch(this);
  }

  draw() {
    const { shown, drawn } = this;
    if (!shown || !this.isConnected) return;
    const ink = getComputedStyle(this).color;
    if (drawn?.pixels === shown.pixels && drawn.ink === ink) return;
    drawPicture(this.canvas, shown, ink);
    this.drawn = { pixels: shown.pixels, ink };
  }
}

/** Pictures that wait to be drawn. */
const waiting = new Set<DigitImage>();

/**
 * Once all that is being laid into the page is there: asked for in between, the colour of each would make the browser reckon
 * the styles of all anew.
 */
function drawSoon(image: DigitImage): void {
  if (waiting.size === 0) {
    queueMicrotask(() => {
      const images = [...waiting];
      waiting.clear();
      for (const each of images) each.draw();
    });
  }
  waiting.add(image);
}

/** Makes a canvas the picture, a pixel for each of its own; grey ones in a colour of ink on nothing. */
export function drawPicture(canvas: HTMLCanvasElement, { pixels, height, width, channels }: Picture, ink: string): void {
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d')!;
  const image = context.createImageData(width, height);
  if (channels === 3) {
    for (let k = 0; k < height * width; k++) {
      image.data.set(pixels.subarray(3 * k, 3 * k + 3), 4 * k);
      image.data[4 * k + 3] = 255;
    }
    context.putImageData(image, 0, 0);
    return;
  }
  pixels.forEach((value, k) => (image.data[4 * k + 3] = value));
  context.putImageData(image, 0, 0);
  context.globalCompositeOperation = 'source-in';
  context.fillStyle = ink;
  context.fillRect(0, 0, width, height);
}

// One watch of the theme for all pictures on the page.
const watched = new Set<DigitImage>();
let endWatch: (() => void) | null = null;

function watch(image: DigitImage): void {
  watched.add(image);
  endWatch ??= onThemeChange(() => {
    for (const each of watched) each.draw();
  });
}

function unwatch(image: DigitImage): void {
  watched.delete(image);
  if (watched.size > 0) return;
  endWatch?.();
  endWatch = null;
}

customElements.define('reprise-digit', DigitImage);
