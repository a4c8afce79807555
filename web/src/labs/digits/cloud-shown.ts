/** What a cloud of pictures shows of a moment: colours and names of classes, pictures in place of marks, lines to neighbours. */
import { radius } from '../../chart/cloud-frames.ts';
import type { Cloud, CloudLabel } from '../../chart/cloud-painter.ts';
import type { LayerFrame } from './layer-clouds.ts';

export interface CloudLook {
  flat: boolean;
  /** For each picture, the place of its class among those trained on. */
  classes: readonly number[];
  /** By class: a colour, and what it is called. */
  colours: readonly string[];
  names: readonly string[];
  pictures: (point: number) => CanvasImageSource | null;
  /** The picture looked at; -1 for none. */
  chosen: number;
}

/** Classes are named in the cloud once they lie this far apart: before, all names would stand on one heap. */
const namedBelow = 1.5;

/** points x 3 of points in a plane. */
function inSpace(flat: ArrayLike<number>): Float32Array {
  const points = flat.length / 2;
  const coordinates = new Float32Array(3 * points);
  for (let p = 0; p < points; p++) coordinates.set([flat[2 * p]!, flat[2 * p + 1]!], 3 * p);
  return coordinates;
}

export function cloudOf(frame: LayerFrame, { flat, classes, colours, names, pictures, chosen }: CloudLook): Cloud {
  const coordinates = flat ? inSpace(frame.cloud.flat) : frame.coordinates;
  const points = coordinates.length / 3;
  const named = frame.spread < namedBelow;
  const labels: CloudLabel[] = names.map((text, place) => ({
    text,
    points: classes.flatMap((of, p) => (of === place && p < points ? [p] : [])),
  }));
  const lit = chosen >= 0 && chosen < points;
  return {
    coordinates,
    radius: radius(coordinates),
    colours: Array.from({ length: points }, (_, p) => colours[classes[p]!]!),
    labels: named ? labels : [],
    mesh: [],
    square: () => false,
    flat,
    pictures,
    line: lit ? nearest(frame, chosen).flatMap((other) => [chosen, other]) : [],
    chosen: lit ? chosen : -1,
  };
}

/** Those nearest to a picture in the layer, nearest first. */
export function nearest({ cloud: { neighbours }, coordinates }: LayerFrame, point: number): number[] {
  const each = neighbours.length / (coordinates.length / 3);
  return Array.from(neighbours.subarray(point * each, (point + 1) * each));
}

/** Those of the first `count` whose pixels are nearest to one's, nearest first. */
export function nearestInput(
  pixels: (point: number) => ArrayLike<number> | null,
  point: number,
  count: number,
  wanted: number,
): number[] {
  const own = pixels(point);
  if (!own) return [];
  const distances: [number, number][] = [];
  for (let other = 0; other < count; other++) {
    const values = other === point ? null : pixels(other);
    if (!values) continue;
    let sum = 0;
    for (let k = 0; k < own.length; k++) sum += (own[k]! - values[k]!) ** 2;
    distances.push([sum, other]);
  }
  return distances
    .sort(([a, p], [b, q]) => a - b || p - q)
    .slice(0, wanted)
    .map(([, other]) => other);
}
