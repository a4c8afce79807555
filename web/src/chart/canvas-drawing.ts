import type { LitElement, ReactiveController } from 'lit';
import { onThemeChange } from './theme.ts';

/**
 * When an element's canvas is drawn: once a frame at most, after each of its updates, when its size or the theme changes,
 * and whenever `request` asks. The element says how (`draw`), and drops what it knows of the theme's colours (`forget`).
 */
export class CanvasDrawing implements ReactiveController {
  private frame = 0;
  private resize: ResizeObserver | null = null;
  private endThemeWatch = () => {};

  constructor(
    private readonly host: LitElement,
    private readonly draw: (canvas: HTMLCanvasElement, now: number) => void,
    private readonly forget: () => void,
  ) {
    host.addController(this);
  }

  readonly request = (): void => {
    this.frame ||= requestAnimationFrame((now) => {
      this.frame = 0;
      const canvas = this.host.renderRoot.querySelector('canvas');
      if (canvas && this.host.isConnected) this.draw(canvas, now);
    });
  };

  hostConnected(): void {
    this.resize = new ResizeObserver(this.request);
    this.resize.observe(this.host);
    this.endThemeWatch = onThemeChange(() => {
      this.forget();
      this.request();
    });
  }

  hostUpdated(): void {
    this.request();
  }

  hostDisconnected(): void {
    this.resize?.disconnect();
    this.endThemeWatch();
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }
}

/** The canvas at the screen's resolution, up to `most` pixels to one of CSS; what is drawn goes by CSS pixels. */
export function sharpContext(canvas: HTMLCanvasElement, width: number, height: number, most = 3): CanvasRenderingContext2D {
  const ratio = Math.min(most, devicePixelRatio || 1);
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  // To set a size clears the canvas, also where it is the same.
  if (canvas.width !== wide) canvas.width = wide;
  if (canvas.height !== high) canvas.height = high;
  const context = canvas.getContext('2d')!;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  return context;
}
