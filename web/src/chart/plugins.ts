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

/** A single letter is a symbol of the theory; a digit is a number of something, and needs no font of formulas. */
export const isSymbol = (text: string) => /^\p{L}$/u.test(text);

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

interface PlacedCurveLabel {
  text: string;
  colour: string;
  /** Left end and middle, in pixels of the chart. */
  x: number;
  y: number;
}

/** Labels at the ends of their curves, moved apart where they would touch. */
export function placeAtCurveEnds(chart: Chart, overlay: Overlay): PlacedCurveLabel[] {
  const { chartArea } = chart;
  const placed: PlacedCurveLabel[] = [];
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
  placed.sort((a, b) => a.y - b.y);
  const heights = spread(placed.map(({ y }) => y), chartArea.top + 4, chartArea.bottom - 4);
  placed.forEach((label, i) => (label.y = heights[i]!));
  return placed;
}

/**
 * Heights in ascending order moved a line apart, and by as little as does it: those that would touch stand as a block
 * around their middle, so that each stays beside its curve. Where they do not fit between the bounds, the lower one holds.
 */
export function spread(wanted: readonly number[], least: number, greatest: number): number[] {
  // Less the lines above it, each may lie no higher than the one before: those that would, share the mean.
  const blocks: { sum: number; count: number }[] = [];
  wanted.forEach((height, i) => {
    let block = { sum: height - i * lineHeight, count: 1 };
    for (let above = blocks.at(-1); above && above.sum / above.count > block.sum / block.count; above = blocks.at(-1)) {
      blocks.pop();
      block = { sum: above.sum + block.sum, count: above.count + block.count };
    }
    blocks.push(block);
  });
  const lowest = greatest - (wanted.length - 1) * lineHeight;
  return blocks
    .flatMap(({ sum, count }) => new Array<number>(count).fill(Math.min(Math.max(sum / count, least), lowest)))
    .map((height, i) => height + i * lineHeight);
}

function drawLabels(chart: Chart, overlay: Overlay): void {
  const { ctx } = chart;
  ctx.save();
  ctx.textBaseline = 'middle';
  ctx.lineJoin = 'round';
  for (const { text, colour, x, y } of placeAtCurveEnds(chart, overlay)) {
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
