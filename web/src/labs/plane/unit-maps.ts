import { LitElement, css, html } from 'lit';
import { property } from 'lit/decorators.js';
import { CanvasDrawing, sharpContext } from '../../chart/canvas-drawing.ts';
import { drawingFrame } from '../../chart/figure-frame.ts';
import { readTheme } from '../../chart/theme.ts';
import type { Surface } from '../../engine/protocol.ts';
import { planeStrings as words } from '../../strings/plane.ts';
import { bytesOf, paintMap, type PlaneColours } from './surface-painter.ts';

/** Pixels between two maps. */
const gap = 4;
/** From so many units on the pictures are smaller. */
const many = 36;
const largest = 84;

/**
 * <reprise-unit-maps>: what every unit of a layer does over the plane, as small pictures in rows; white where it is zero.
 * Set `surface`.
 */
export class RepriseUnitMaps extends LitElement {
  @property({ attribute: false }) surface: Surface | null = null;
  @property() heading = '';
  @property() note = '';
  private colours: PlaneColours | null = null;
  private pixels: ImageData | null = null;
  private readonly map = document.createElement('canvas');

  constructor() {
    super();
    new CanvasDrawing(this, (canvas) => this.draw(canvas), () => (this.colours = null));
  }

  override render() {
    const { surface } = this;
    return html`<figure>
      <div class="head"><figcaption>${this.heading}</figcaption></div>
      <canvas role="img" aria-label=${surface ? words.maps.description(surface.units, flatUnits(surface)) : this.heading}></canvas>
      <p class="note">${this.note}</p>
    </figure>`;
  }

  private draw(canvas: HTMLCanvasElement) {
    const { surface } = this;
    if (!surface) return;
    this.colours ??= this.readColours();
    const { units, mapped, maps } = surface;
    const width = canvas.clientWidth;
    const columns = Math.min(units, Math.max(4, Math.floor((width + gap) / ((units > many ? 44 : 68) + gap))));
    const size = Math.min(largest, Math.floor((width + gap) / columns) - gap);
    const rows = Math.ceil(units / columns);
    const height = rows * (size + gap) - gap;
    canvas.style.height = `${height}px`;
    const context = sharpContext(canvas, width, height, 2);
    context.clearRect(0, 0, width, height);
    if (this.map.width !== mapped) this.map.width = this.map.height = mapped;
    const one = this.map.getContext('2d')!;
    this.pixels = this.pixels?.width === mapped ? this.pixels : one.createImageData(mapped, mapped);
    for (let unit = 0; unit < units; unit++) {
      paintMap(this.pixels, 0, 0, maps, unit * mapped * mapped, mapped, this.colours);
      one.putImageData(this.pixels, 0, 0);
      const [left, top] = [(unit % columns) * (size + gap), Math.floor(unit / columns) * (size + gap)];
      context.drawImage(this.map, left, top, size, size);
    }
  }

  private readColours(): PlaneColours {
    const theme = readTheme(this);
    const probe = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
    const classes = (['point-0', 'point-1'] as const).map((name) => bytesOf(theme.colour(name), probe));
    return { ground: bytesOf(theme.surface, probe), classes };
  }

  static override styles = [
    drawingFrame,
    css`
      canvas {
        display: block;
        width: 100%;
        min-height: 3rem;
      }
    `,
  ];
}

/** Units that do the same everywhere: of these nothing can be seen. */
function flatUnits({ units, mapped, maps }: Surface): number {
  const size = mapped * mapped;
  let flat = 0;
  for (let unit = 0; unit < units; unit++) {
    const first = maps[unit * size]!;
    let same = true;
    for (let k = 1; k < size && same; k++) same = maps[unit * size + k] === first;
    if (same) flat++;
  }
  return flat;
}

customElements.define('reprise-unit-maps', RepriseUnitMaps);
