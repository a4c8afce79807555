/** What a cloud shows of a frame: colours, labels, mesh, one context or both. */
import { cssColour, scaleColour } from '../../chart/colour-scale.ts';
import { formatNumber } from '../../shell/format.ts';
import { collapseStrings as words } from '../../strings/collapse.ts';
import type { Cloud, CloudLabel } from '../../chart/cloud-painter.ts';
import { radius, type Frame } from '../../chart/cloud-frames.ts';
import { lineOf, taskPoint, taskPoints, type TaskPoint } from './task.ts';

export type Colouring = 'relevant' | 'irrelevant' | 'context';
export const colourings: readonly Colouring[] = ['relevant', 'irrelevant', 'context'];

/** Up to this many centres across, neighbours are joined by lines. */
const meshSide = 16;

/** What does not change from frame to frame. */
interface Layout {
  side: number;
  colouring: Colouring;
  colours: string[];
  labels: CloudLabel[];
  mesh: (readonly [number, number])[];
}

let known: (Layout & { look: string }) | null = null;

function layout(side: number, colouring: Colouring, contexts: readonly string[]): Layout {
  const look = `${side} ${colouring} ${contexts.join()}`;
  if (known?.look === look) return known;
  const points = taskPoints(side);
  const colour = (point: TaskPoint) =>
    colouring === 'context'
      ? contexts[point.context]!
      : cssColour(scaleColour(0.5 * (point[colouring] + 1)));
  known = {
    look,
    side,
    colouring,
    colours: points.map(colour),
    labels: labelsOf(points, colouring),
    mesh: side <= meshSide ? meshOf(side) : [],
  };
  return known;
}

function labelsOf(points: readonly TaskPoint[], colouring: Colouring): CloudLabel[] {
  const those = (wanted: (point: TaskPoint) => boolean) =>
    points.filter(wanted).map(({ index }) => index);
  return [0, 1].flatMap((context) => {
    if (colouring === 'context') {
      return [{ text: words.contextName(context), points: those((p) => p.context === context) }];
    }
    const coordinate = (context === 0) === (colouring === 'relevant') ? 'u' : 'v';
    return [-1, 1].map((end) => ({
      text: words.end(coordinate, formatNumber(end)),
      points: those((p) => p.context === context && p[colouring] === end),
    }));
  });
}

function meshOf(side: number): [number, number][] {
  const pairs: [number, number][] = [];
  for (const { index, row, column } of taskPoints(side)) {
    if (column + 1 < side) pairs.push([index, index + 1]);
    if (row + 1 < side) pairs.push([index, index + side]);
  }
  return pairs;
}

/** Which contexts the cloud shows. */
export type ContextsShown = 'both' | 0 | 1;

/** One context's part of a frame, about its own middle. */
function partOf(coordinates: Float32Array, from: number, count: number): Float32Array {
  const part = coordinates.slice(3 * from, 3 * (from + count));
  for (let j = 0; j < 3; j++) {
    let sum = 0;
    for (let p = j; p < part.length; p += 3) sum += part[p]!;
    for (let p = j; p < part.length; p += 3) part[p]! -= sum / count;
  }
  return part;
}

/** What of a frame is shown, and how. */
export interface CloudLook {
  side: number;
  colouring: Colouring;
  /** Colours of the two contexts. */
  contexts: readonly string[];
  shown: ContextsShown;
  /** The input that is lit, with the line it lies on; -1 for none. */
  point: number;
}

const clouds = new WeakMap<Frame, { look: string; cloud: Cloud }>();

/** Whether a frame holds the points of a grid of so many centres across. */
export const holdsGrid = (frame: Frame, side: number): boolean => frame.coordinates.length === 6 * side * side;

/** The same cloud while nothing has changed; null where there is no frame of these points. */
export function cloudOf(frame: Frame | undefined, look: CloudLook): Cloud | null {
  if (!frame || !holdsGrid(frame, look.side)) return null;
  const key = Object.values(look).join(' ');
  const known = clouds.get(frame);
  if (known?.look === key) return known.cloud;
  const cloud = madeOf(frame, look);
  clouds.set(frame, { look: key, cloud });
  return cloud;
}

function madeOf(frame: Frame, { side, colouring, contexts, shown, point }: CloudLook): Cloud {
  const { colours, labels, mesh } = layout(side, colouring, contexts);
  const count = side * side;
  const both = shown === 'both';
  const from = shown === 1 ? count : 0;
  const inside = (index: number) => both || (index >= from && index < from + count);
  const coordinates = both ? frame.coordinates : partOf(frame.coordinates, from, count);
  const lit = point >= 0 && inside(point);
  return {
    coordinates,
    radius: radius(coordinates),
    colours: both ? colours : colours.slice(from, from + count),
    labels: labels
      .filter(({ points }) => points.every(inside))
      .map(({ text, points }) => ({ text, points: points.map((p) => p - from) })),
    mesh: both
      ? mesh
      : mesh.filter(([a]) => inside(a)).map(([a, b]) => [a - from, b - from] as const),
    square: (index) => index + from >= count,
    line: lit ? lineOf(side, taskPoint(side, point)).map((p) => p - from) : [],
    chosen: lit ? point - from : -1,
  };
}
