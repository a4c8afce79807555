/** Where units and weights of a multilayer perceptron stand: in the list of its parameters, and in a picture. */

/** Units of each layer, from the inputs to the outputs. */
export type Widths = readonly number[];

/** One parameter: it leads into a unit of a layer (from 1 on), from a unit of the layer before, or (-1) is its bias. */
export interface Place {
  layer: number;
  to: number;
  from: number;
}

/** Where a layer's parameters begin: its weights, row by row of its units, and then its biases. */
function beginOf(widths: Widths, layer: number): number {
  let at = 0;
  for (let k = 1; k < layer; k++) at += widths[k]! * (widths[k - 1]! + 1);
  return at;
}

export const parametersOf = (widths: Widths): number => beginOf(widths, widths.length);

export function indexOf(widths: Widths, { layer, to, from }: Place): number {
  const [before, here] = [widths[layer - 1]!, widths[layer]!];
  return beginOf(widths, layer) + (from < 0 ? here * before + to : to * before + from);
}

export function placeOf(widths: Widths, index: number): Place {
  let [layer, at] = [1, index];
  for (; layer < widths.length - 1; layer++) {
    const size = widths[layer]! * (widths[layer - 1]! + 1);
    if (at < size) break;
    at -= size;
  }
  const [before, here] = [widths[layer - 1]!, widths[layer]!];
  if (at >= here * before) return { layer, to: at - here * before, from: -1 };
  return { layer, to: Math.floor(at / before), from: at % before };
}

export interface Strongest {
  /** The weights that are drawn, weakest first, so that the strongest lie on top. */
  drawn: number[];
  /** How many are not. */
  left: number;
  /** The largest magnitude of all parameters. */
  most: number;
}

/** Of the weights between two layers at most `each` are drawn, the strongest ones; biases are drawn at their units. */
export function strongest(weights: ArrayLike<number>, widths: Widths, each: number): Strongest {
  const drawn: number[] = [];
  let [left, most] = [0, 0];
  for (let k = 0; k < weights.length; k++) most = Math.max(most, Math.abs(weights[k]!));
  for (let layer = 1; layer < widths.length; layer++) {
    const begin = beginOf(widths, layer);
    const count = widths[layer]! * widths[layer - 1]!;
    const sizes = Float32Array.from({ length: count }, (_, k) => Math.abs(weights[begin + k]!));
    // Numbers are sorted fifty times as fast as their places would be, and a wide network has many at every look.
    const least = count > each ? sizes.slice().sort()[count - each]! : 0;
    const kept: number[] = [];
    let equals = each;
    for (const size of sizes) equals -= size > least ? 1 : 0;
    for (let k = 0; k < count; k++) {
      // Of equals those that come first are drawn.
      if (sizes[k]! > least || (sizes[k] === least && equals-- > 0)) kept.push(begin + k);
    }
    left += count - kept.length;
    drawn.push(...kept);
  }
  return { drawn: drawn.sort((a, b) => Math.abs(weights[a]!) - Math.abs(weights[b]!)), left, most };
}

export interface Spot {
  x: number;
  y: number;
}

/** Where each layer's units stand in a picture of so many pixels, from left to right; and how large they are. */
export interface Layout {
  spots: Spot[][];
  radius: number;
}

export function layoutOf(widths: Widths, width: number, height: number): Layout {
  const most = Math.max(...widths);
  const radius = Math.max(1.5, Math.min(9, (0.36 * height) / most, (0.3 * width) / widths.length));
  const [side, edge] = [Math.max(28, radius + 6), radius + 6];
  const spots = widths.map((units, layer) =>
    Array.from({ length: units }, (_, unit) => ({
      x: side + ((width - 2 * side) * layer) / (widths.length - 1),
      y: edge + ((height - 2 * edge) * (unit + 0.5)) / units,
    })),
  );
  return { spots, radius };
}

/** The ends of a weight's line. */
export function endsOf({ spots }: Layout, { layer, to, from }: Place): [Spot, Spot] {
  return [spots[layer - 1]![from]!, spots[layer]![to]!];
}

/**
 * The parameter at a place of the picture: the bias of the unit there, else the drawn weight whose line passes nearest, within
 * so many pixels. -1 for none.
 */
export function parameterAt(widths: Widths, layout: Layout, drawn: readonly number[], { x, y }: Spot, within: number): number {
  for (let layer = 1; layer < widths.length; layer++) {
    const unit = layout.spots[layer]!.findIndex((spot) => Math.hypot(spot.x - x, spot.y - y) <= layout.radius + 1);
    if (unit >= 0) return indexOf(widths, { layer, to: unit, from: -1 });
  }
  let [best, least] = [-1, within];
  for (const index of drawn) {
    const [a, b] = endsOf(layout, placeOf(widths, index));
    const share = Math.min(1, Math.max(0, (x - a.x) / (b.x - a.x)));
    // How far away it is at right angles: lines are steep where layers are wide.
    const distance = Math.hypot(a.x + share * (b.x - a.x) - x, a.y + share * (b.y - a.y) - y);
    const upright = (Math.abs(b.x - a.x) / Math.hypot(b.x - a.x, b.y - a.y)) * distance;
    const from = x < a.x || x > b.x ? distance : upright;
    // Of equals the stronger one, which lies on top.
    if (from <= least) [best, least] = [index, from];
  }
  return best;
}
