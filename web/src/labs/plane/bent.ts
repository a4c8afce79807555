/** The plane as a hidden layer bends it: its grid of lines and its points, as a cloud that can be turned. */
import { radius } from '../../chart/cloud-frames.ts';
import type { Cloud } from '../../chart/cloud-painter.ts';
import type { Surface } from '../../engine/protocol.ts';

const meshes = new Map<number, (readonly [number, number])[]>();

/** Neighbours along the lines of a grid of so many points along a side. */
export function meshOf(side: number): readonly (readonly [number, number])[] {
  const known = meshes.get(side);
  if (known) return known;
  const pairs: [number, number][] = [];
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const at = row * side + column;
      if (column + 1 < side) pairs.push([at, at + 1]);
      if (row + 1 < side) pairs.push([at, at + side]);
    }
  }
  meshes.set(side, pairs);
  return pairs;
}

/** About the middle of what is there, so that it fills the frame. */
function centred(places: Float32Array): Float32Array {
  const centre = [0, 1, 2].map((axis) => {
    let [least, most] = [Infinity, -Infinity];
    for (let k = axis; k < places.length; k += 3) {
      least = Math.min(least, places[k]!);
      most = Math.max(most, places[k]!);
    }
    return (least + most) / 2;
  });
  return places.map((value, k) => value - centre[k % 3]!);
}

const clouds = new WeakMap<Surface, { look: string; cloud: Cloud }>();

/** colours: of the classes, or of small and large numbers. The same cloud while nothing has changed. */
export function bentCloud(surface: Surface, classes: number, colours: readonly string[]): Cloud {
  const look = `${classes} ${colours.join()}`;
  const known = clouds.get(surface);
  if (known?.look === look) return known.cloud;
  const corners = surface.lined ** 2;
  const kinds = Array.from({ length: surface.points }, (_, p) => {
    const target = surface.data[3 * p + 2]!;
    return classes > 0 ? target : target < 0 ? 0 : 1;
  });
  const coordinates = centred(surface.places);
  const cloud: Cloud = {
    coordinates,
    radius: radius(coordinates),
    marksFrom: corners,
    strongMesh: true,
    colours: [...Array<string>(corners).fill(''), ...kinds.map((kind) => colours[kind] ?? '')],
    square: (point) => kinds[point - corners] === 1,
    mesh: meshOf(surface.lined),
    labels: [],
    line: [],
    chosen: -1,
  };
  clouds.set(surface, { look, cloud });
  return cloud;
}
