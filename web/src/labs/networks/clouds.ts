/** Two clouds of the same points as one: those of the second follow those of the first, and lines join what is the same. */
import { radius } from '../../chart/cloud-frames.ts';
import type { Cloud } from '../../chart/cloud-painter.ts';
import type { Overlay } from '../../engine/protocol.ts';

/** About the middle of what is there, so that it fills the frame. */
function centred(places: readonly number[]): Float32Array {
  const centre = [0, 1, 2].map((axis) => {
    const values = places.filter((_, k) => k % 3 === axis);
    return (Math.min(...values) + Math.max(...values)) / 2;
  });
  return Float32Array.from(places, (value, k) => value - centre[k % 3]!);
}

const clouds = new WeakMap<Overlay, { look: string; cloud: Cloud }>();

/** The same cloud while nothing has changed. */
export function pairCloud(picture: Overlay, labels: readonly number[], colours: readonly string[]): Cloud {
  const look = colours.join();
  const known = clouds.get(picture);
  if (known?.look === look) return known.cloud;
  const { points, first, second } = picture;
  const coordinates = centred([...first, ...second]);
  const own = labels.map((label) => colours[label % colours.length] ?? '');
  const cloud: Cloud = {
    coordinates,
    radius: radius(coordinates),
    strongMesh: true,
    colours: [...own, ...own],
    square: (point) => point >= points,
    mesh: Array.from({ length: points }, (_, k) => [k, points + k] as const),
    labels: [],
    line: [],
    chosen: -1,
  };
  clouds.set(picture, { look, cloud });
  return cloud;
}
