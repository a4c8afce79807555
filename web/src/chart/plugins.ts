import type { Chart, Plugin } from 'chart.js';
import type { ChartTheme } from './theme.ts';

/** What our drawing needs beside Chart.js's own state; kept by the element. */
export interface Overlay {
  theme: ChartTheme;
  /** By dataset: what to write at the line's end. */
  labels: string[];
  colours: string[];
  /** Whether some of them are dots, which reach beyond the plot where they lie at its edge. */
  dots: boolean;
  crosshair: number | null;
}

export const labelSize = 15;
export const dotRadius = 5;
/** Between a curve's end and its label. */
const labelGap = ({ dots }: Overlay) => (dots ? 7 + dotRadius : 7);
const lineHeight = 16;

/** A single letter is a symbol of the theory. */
export const isSymbol = (text: string) => text.length === 1;

function labelFont(text: string, theme: ChartTheme): string {
  return isSymbol(text)
    ? `italic ${labelSize + 4}px ${theme.mathFont}`
    : `600 ${labelSize - 1}px ${theme.font}`;
}

/** Room that the labels need to the right of the plot. */
export function labelRoom(context: CanvasRenderingContext2D, overlay: Overlay): number {
  let width = 0;
  for (const text of overlay.labels) {
    if (!text) continue;
    context.font = labelFont(text, overlay.theme);
    width = Math.max(width, context.measureText(text).width);
  }
  return width > 0 ? Math.ceil(width) + labelGap(overlay) + 4 : 8;
}

interface PlacedLabel {
  text: string;
  colour: string;
  /** Left end and middle, in pixels of the chart. */
  x: number;
  y: number;
}

/** Labels at the ends of their curves, moved apart where they would touch. */
export function placeLabels(chart: Chart, overlay: Overlay): PlacedLabel[] {
  const { chartArea } = chart;
  const placed: PlacedLabel[] = [];
  overlay.labels.forEach((text, i) => {
    const elements = chart.getDatasetMeta(i).data;
    const inside = ({ y }: { y: number }) => y >= chartArea.top - 1 && y <= chartArea.bottom + 1;
    // A curve that leaves the plot is named where it leaves.
    let last = elements.length - 1;
    while (last >= 0 && !inside(elements[last]!)) last--;
    const end = elements[last < 0 ? elements.length - 1 : last];
    if (!text || !end) return;
    placed.push({ text, colour: overlay.colours[i]!, x: end.x + labelGap(overlay), y: end.y });
  });
  // From the top down, each at least a line below the one above, then back up into the plot.
  placed.sort((a, b) => a.y - b.y);
  for (let i = 1; i < placed.length; i++) {
    placed[i]!.y = Math.max(placed[i]!.y, placed[i - 1]!.y + lineHeight);
  }
  let lowest = chartArea.bottom - 4;
  for (let i = placed.length - 1; i >= 0; i--) {
    placed[i]!.y = Math.min(placed[i]!.y, lowest);
    lowest = placed[i]!.y - lineHeight;
  }
  return placed;
}

function drawLabels(chart: Chart, overlay: Overlay): void {
  const { ctx } = chart;
  ctx.save();
  ctx.textBaseline = 'middle';
  ctx.lineJoin = 'round';
  for (const { text, colour, x, y } of placeLabels(chart, overlay)) {
    ctx.font = labelFont(text, overlay.theme);
    ctx.strokeStyle = overlay.theme.surface;
    ctx.lineWidth = 4;
    ctx.strokeText(text, x, y);
    ctx.fillStyle = colour;
    ctx.fillText(text, x, y);
  }
  ctx.restore();
}

function drawCrosshair(chart: Chart, overlay: Overlay): void {
  if (overlay.crosshair === null) return;
  const { ctx, chartArea, scales } = chart;
  const x = scales['x']!.getPixelForValue(overlay.crosshair);
  if (x < chartArea.left - 1 || x > chartArea.right + 1) return;
  ctx.save();
  ctx.strokeStyle = overlay.theme.line;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(x, chartArea.top);
  ctx.lineTo(x, chartArea.bottom);
  ctx.stroke();
  ctx.restore();
}

export function overlayPlugin(overlay: () => Overlay): Plugin {
  return {
    id: 'reprise-overlay',
    beforeDatasetsDraw: (chart) => drawCrosshair(chart, overlay()),
    afterDatasetsDraw: (chart) => drawLabels(chart, overlay()),
  };
}
