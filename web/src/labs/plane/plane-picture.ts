import { sharpContext } from '../../chart/canvas-drawing.ts';
import { readTheme } from '../../chart/theme.ts';
import type { Surface } from '../../engine/protocol.ts';
import { paintPoints, type Frame, type PlaneTheme, type PointsShown } from './plane-painter.ts';
import { bytesOf, paintSurface, type PlaneColours } from './surface-painter.ts';
import { zeroLines } from './zero-lines.ts';

const classTokens = ['point-0', 'point-1', 'point-2', 'point-3'] as const;

/** The plane as it is drawn: what the network makes of it, painted anew only where that has changed, and the points over it. */
export class PlanePicture {
  private theme: PlaneTheme | null = null;
  private colours: PlaneColours | null = null;
  private pixels: ImageData | null = null;
  private painted: Surface | null = null;
  /** Where units are zero, and the maps that say so. */
  private lines: number[][] = [];
  private linedMaps: Float32Array | null = null;
  private readonly below = document.createElement('canvas');

  /** element: where it is drawn, whose theme holds. */
  constructor(private readonly element: { renderRoot: ParentNode }) {}

  /** The theme has changed. */
  forget(): void {
    this.theme = this.painted = null;
  }

  /** zeros: whether the lines are drawn on which the layer's units are zero. */
  draw(canvas: HTMLCanvasElement, frame: Frame, surface: Surface | null, shown: PointsShown, zeros = false): void {
    const { size } = frame;
    const context = sharpContext(canvas, size, size);
    const theme = (this.theme ??= this.readTheme());
    context.fillStyle = theme.ground;
    context.fillRect(0, 0, size, size);
    if (surface) this.drawSurface(context, size, surface, shown.classes);
    if (surface && zeros && surface.mapped > 2) this.drawZeros(context, size, surface, theme);
    paintPoints(context, frame, shown, theme);
  }

  private drawSurface(context: CanvasRenderingContext2D, size: number, surface: Surface, classes: number): void {
    const { across } = surface;
    if (surface !== this.painted) {
      if (this.below.width !== across) this.below.width = this.below.height = across;
      const ground = this.below.getContext('2d')!;
      this.pixels = this.pixels?.width === across ? this.pixels : ground.createImageData(across, across);
      paintSurface(this.pixels, surface.surface, surface.outputs, across, classes, this.colours!);
      ground.putImageData(this.pixels, 0, 0);
      this.painted = surface;
    }
    // Pixels stand for points of the grid, of which the outermost lie on the border.
    const reach = size / (across - 1);
    context.drawImage(this.below, -reach / 2, -reach / 2, size + reach, size + reach);
  }

  private drawZeros(context: CanvasRenderingContext2D, size: number, { maps, mapped, units }: Surface, theme: PlaneTheme): void {
    const step = size / (mapped - 1);
    // While a point is dragged the picture is drawn again and again over what stays.
    if (this.linedMaps !== maps) {
      this.lines = Array.from({ length: units }, (_, unit) =>
        zeroLines(maps.subarray(unit * mapped * mapped, (unit + 1) * mapped * mapped), mapped),
      );
      this.linedMaps = maps;
    }
    context.beginPath();
    for (const lines of this.lines) {
      for (let k = 0; k < lines.length; k += 4) {
        context.moveTo(lines[k]! * step, size - lines[k + 1]! * step);
        context.lineTo(lines[k + 2]! * step, size - lines[k + 3]! * step);
      }
    }
    context.strokeStyle = theme.ink;
    context.lineWidth = 1;
    context.stroke();
  }

  private readTheme(): PlaneTheme {
    const theme = readTheme(this.element);
    const probe = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
    const classes = classTokens.map((name) => theme.colour(name));
    this.colours = { ground: bytesOf(theme.surface, probe), classes: classes.map((name) => bytesOf(name, probe)) };
    return { ground: theme.surface, ink: theme.ink, line: theme.line, accent: theme.colour('accent'), classes };
  }
}
