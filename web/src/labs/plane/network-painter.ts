/** Draws a network: its units, and its weights as lines whose thickness is their size and whose colour and dashes their sign. */
import { endsOf, indexOf, placeOf, type Layout, type Strongest, type Widths } from './network-layout.ts';

export interface NetworkTheme {
  ground: string;
  ink: string;
  muted: string;
  accent: string;
  font: string;
  /** Of weights below zero and above it. */
  signs: readonly [string, string];
}

export const thickest = 6;
const dashes = [5, 3] as const;

/** Pixels of a line for a weight, of which the largest has so much. */
export const thickness = (value: number, most: number): number =>
  most > 0 ? Math.max(0.35, (thickest * Math.abs(value)) / most) : 0.35;

export function paintNetwork(
  context: CanvasRenderingContext2D,
  widths: Widths,
  layout: Layout,
  weights: ArrayLike<number>,
  { drawn, most }: Strongest,
  chosen: number,
  ends: { inputs: readonly string[]; outputs: readonly string[] },
  theme: NetworkTheme,
): void {
  const line = (index: number, colour: string, width: number) => {
    const [a, b] = endsOf(layout, placeOf(widths, index));
    const value = weights[index]!;
    context.beginPath();
    context.moveTo(a.x, a.y);
    context.lineTo(b.x, b.y);
    context.setLineDash(value < 0 ? [...dashes] : []);
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke();
  };
  const sign = (value: number) => theme.signs[value < 0 ? 0 : 1];
  for (const index of drawn) line(index, sign(weights[index]!), thickness(weights[index]!, most));
  const place = chosen >= 0 ? placeOf(widths, chosen) : null;
  if (place && place.from >= 0) {
    const value = weights[chosen]!;
    context.lineCap = 'round';
    context.globalAlpha = 0.55;
    const [a, b] = endsOf(layout, place);
    context.beginPath();
    context.moveTo(a.x, a.y);
    context.lineTo(b.x, b.y);
    context.setLineDash([]);
    context.strokeStyle = theme.accent;
    context.lineWidth = thickness(value, most) + 8;
    context.stroke();
    context.globalAlpha = 1;
    context.lineCap = 'butt';
    line(chosen, sign(value), thickness(value, most));
  }
  context.setLineDash([]);
  layout.spots.forEach((spots, layer) => {
    spots.forEach(({ x, y }, unit) => {
      context.beginPath();
      context.arc(x, y, layout.radius, 0, 2 * Math.PI);
      context.fillStyle = theme.ground;
      context.fill();
      context.setLineDash([]);
      context.strokeStyle = theme.muted;
      context.lineWidth = 1;
      if (layer > 0) {
        const index = indexOf(widths, { layer, to: unit, from: -1 });
        const bias = weights[index]!;
        context.strokeStyle = sign(bias);
        context.lineWidth = Math.min(layout.radius, 0.5 + thickness(bias, most));
        context.setLineDash(bias < 0 ? [3, 2] : []);
      }
      context.stroke();
      if (place && place.from < 0 && place.layer === layer && place.to === unit) {
        context.setLineDash([]);
        context.beginPath();
        context.arc(x, y, layout.radius + 4, 0, 2 * Math.PI);
        context.strokeStyle = theme.accent;
        context.lineWidth = 2.5;
        context.stroke();
      }
    });
  });
  context.setLineDash([]);
  context.fillStyle = theme.ink;
  context.font = `12px ${theme.font}`;
  context.textBaseline = 'middle';
  const label = (texts: readonly string[], layer: number, align: CanvasTextAlign, by: number) => {
    context.textAlign = align;
    layout.spots[layer]!.forEach(({ x, y }, unit) => context.fillText(texts[unit] ?? '', x + by * (layout.radius + 5), y));
  };
  label(ends.inputs, 0, 'right', -1);
  label(ends.outputs, widths.length - 1, 'left', 1);
}
