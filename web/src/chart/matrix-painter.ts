/** Puts a matrix of distances on a canvas. */
import { formatNumber } from '../shell/format.ts';
import { cssColour, inkOn, scaleColour } from './colour-scale.ts';
import type { ChartTheme } from './theme.ts';

export interface MatrixContent {
  /** Row by row, labels.length squared. */
  values: ArrayLike<number>;
  labels: readonly string[];
  /** The value at the scale's upper end. */
  top: number;
  /** The cell pointed at: row, column. */
  cell: readonly [number, number] | null;
}

/** Where the cells lie, in CSS pixels: the first one's corner and every one's side. */
export interface Geometry {
  left: number;
  top: number;
  size: number;
}

/** Cells at least this wide have their values written in them. */
export const cellForValue = 28;
/** Numbers are written no smaller than this share of their size. */
const leastShrunk = 0.7;
const headHeight = 24;
/** Labels closer than this would touch; then some are left out. */
const labelHeight = 18;

export function paintMatrix(
  canvas: HTMLCanvasElement,
  theme: ChartTheme,
  content: MatrixContent,
): Geometry {
  const scale = devicePixelRatio || 1;
  const width = canvas.clientWidth;
  canvas.width = canvas.height = Math.round(width * scale);
  const context = canvas.getContext('2d')!;
  context.scale(scale, scale);
  context.font = `14px ${theme.font}`;
  context.textBaseline = 'middle';
  const count = content.labels.length;
  const widest = Math.max(...content.labels.map((label) => context.measureText(label).width));
  const left = Math.ceil(widest + 10);
  const size = Math.min((width - left) / count, (width - headHeight) / count);
  const geometry = { left, top: headHeight, size };
  paintLabels(context, theme, content.labels, geometry);
  paintCells(context, content, geometry);
  if (content.cell) paintPointer(context, theme, content.cell, geometry);
  return geometry;
}

/** Between cells, in pixels. */
export const gapOf = (size: number) => (size > 20 ? 1 : 0);

/**
 * Where cells begin and end, on whole pixels of the screen. Between, two neighbours would each cover a part of a pixel,
 * and the ground shine through as a mesh.
 */
function edges(from: number, size: number, count: number): number[] {
  const scale = devicePixelRatio || 1;
  return Array.from({ length: count + 1 }, (_, k) => Math.round((from + k * size) * scale) / scale);
}

/** Every how many-th row and column has room for its label. */
export const labelStep = (size: number) => Math.ceil(labelHeight / size);

/**
 * The labels of rows or columns for which there is room, when a label takes that of `every` of them, and where they
 * stand, in rows or columns. Where not each has room, neighbours of one label share it, written at their middle:
 * leaving out every so many without regard to that would give some twice and others once.
 */
export function labelsShown(labels: readonly string[], every: number): { label: string; at: number }[] {
  const shown: { label: string; at: number }[] = [];
  for (let from = 0, to = 0; from < labels.length; from = to) {
    const label = labels[from]!;
    do to += 1;
    while (every > 1 && labels[to] === label);
    const at = (from + to - 1) / 2;
    const last = shown.at(-1);
    if (!last || at - last.at >= every) shown.push({ label, at });
  }
  return shown;
}

function paintLabels(
  context: CanvasRenderingContext2D,
  theme: ChartTheme,
  labels: readonly string[],
  { left, top, size }: Geometry,
): void {
  context.fillStyle = theme.muted;
  // Side by side, labels need the width of the widest and a gap.
  const across = Math.max(labelStep(size), Math.ceil(left / size));
  context.textAlign = 'center';
  for (const { label, at } of labelsShown(labels, across)) {
    context.fillText(label, left + (at + 0.5) * size, top / 2);
  }
  context.textAlign = 'right';
  for (const { label, at } of labelsShown(labels, labelStep(size))) {
    context.fillText(label, left - 7, top + (at + 0.5) * size);
  }
}

function paintCells(
  context: CanvasRenderingContext2D,
  { values, labels, top: highest }: MatrixContent,
  { left, top, size }: Geometry,
): void {
  const count = labels.length;
  const [across, down] = [edges(left, size, count), edges(top, size, count)];
  const gap = gapOf(size);
  context.textAlign = 'center';
  for (let i = 0; i < count * count; i++) {
    const value = values[i]!;
    if (!Number.isFinite(value)) continue;
    const colour = scaleColour(value / highest);
    const [column, row] = [i % count, Math.floor(i / count)];
    const [x, y] = [across[column]!, down[row]!];
    context.fillStyle = cssColour(colour);
    context.fillRect(x, y, across[column + 1]! - x - gap, down[row + 1]! - y - gap);
    if (size < cellForValue) continue;
    context.fillStyle = inkOn(colour);
    // A number too long for its cell is written smaller, or left to the reading below; nearly nothing is said to be so.
    const full = formatNumber(value, 2);
    const share = (size - 4) / context.measureText(full).width;
    const text = share >= 1 ? full : value < 0.01 * highest ? '≈ 0' : share < leastShrunk ? '' : full;
    context.save();
    context.translate((x + across[column + 1]! - gap) / 2, (y + down[row + 1]! - gap) / 2);
    if (text === full && share < 1) context.scale(share, share);
    context.fillText(text, 0, 0);
    context.restore();
  }
}

function paintPointer(
  context: CanvasRenderingContext2D,
  theme: ChartTheme,
  [row, column]: readonly [number, number],
  { left, top, size }: Geometry,
): void {
  const side = size - gapOf(size);
  // A light line around a dark one is seen on every colour of the scale.
  for (const [colour, width] of [
    [theme.surface, 5],
    [theme.ink, 2],
  ] as const) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.strokeRect(left + column * size, top + row * size, side, side);
  }
}
