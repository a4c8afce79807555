import { onThemeChange } from '../../chart/theme.ts';

export interface Picture {
  /** height x width bytes, row by row; 0 is paper, 255 is ink. */
  pixels: Uint8Array;
  height: number;
  width: number;
}

/**
 * <reprise-digit>: one picture drawn in the text colour, as large as its box. Set `picture`. It is
 * a picture only: whatever holds it says in words what it shows.
 */
export class DigitImage extends HTMLElement {
  private shown: Picture | null = null;
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
    if (this.isConnected) this.draw();
  }

  connectedCallback() {
    this.setAttribute('aria-hidden', 'true');
    this.style.display ||= 'block';
    if (!this.canvas.isConnected) this.append(this.canvas);
    watch(this);
    this.draw();
  }

  disconnectedCallback() {
    unwatch(this);
  }

  draw() {
    if (!this.shown) return;
    const { pixels, height, width } = this.shown;
    const { canvas } = this;
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext('2d')!;
    const image = context.createImageData(width, height);
    pixels.forEach((value, k) => (image.data[4 * k + 3] = value));
    context.putImageData(image, 0, 0);
    context.globalCompositeOperation = 'source-in';
    context.fillStyle = getComputedStyle(this).color;
    context.fillRect(0, 0, width, height);
  }
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

declare global {
  interface HTMLElementTagNameMap {
    'reprise-digit': DigitImage;
  }
}
