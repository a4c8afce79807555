/** Paints what a network makes of the plane into pixels: typed arrays in, bytes out, one pixel a point of the grid. */

export type Rgb = readonly [number, number, number];

/** Where pixels go, as in ImageData: row by row from the top. */
export interface Pixels {
  data: Uint8ClampedArray;
  width: number;
  height: number;
}

export interface PlaneColours {
  ground: Rgb;
  /** Of the classes; the first two are those of small and of large numbers as well. */
  classes: readonly Rgb[];
}

function put(pixels: Pixels, at: number, ground: Rgb, colour: Rgb, strength: number): void {
  for (let c = 0; c < 3; c++) pixels.data[at + c] = ground[c]! + strength * (colour[c]! - ground[c]!);
  pixels.data[at + 3] = 255;
}

/**
 * With classes, the colour of the class with the largest output, the stronger the further it is ahead; else the colours of
 * small and large numbers. `values`: outputs x across x across, rows from the bottom.
 */
export function paintSurface(
  pixels: Pixels,
  values: Float32Array,
  outputs: number,
  across: number,
  classes: number,
  { ground, classes: colours }: PlaneColours,
): void {
  const size = across * across;
  for (let row = 0; row < across; row++) {
    for (let column = 0; column < across; column++) {
      const from = row * across + column;
      const at = 4 * ((across - 1 - row) * pixels.width + column);
      if (classes === 0) {
        const value = values[from]!;
        put(pixels, at, ground, colours[value < 0 ? 0 : 1]!, 0.75 * Math.min(1, Math.abs(value)));
        continue;
      }
      let [best, first, second] = [0, -Infinity, -Infinity];
      for (let output = 0; output < outputs; output++) {
        const value = values[output * size + from]!;
        if (value > first) [best, second, first] = [output, first, value];
        else if (value > second) second = value;
      }
      put(pixels, at, ground, colours[best]!, 0.1 + 0.45 * Math.min(1, first - second));
    }
  }
}

/** One unit's activations over the plane, in the two colours by sign, each unit on a scale of its own. */
export function paintMap(
  pixels: Pixels,
  left: number,
  top: number,
  values: Float32Array,
  from: number,
  across: number,
  { ground, classes }: PlaneColours,
): void {
  let most = 0;
  for (let k = from; k < from + across * across; k++) most = Math.max(most, Math.abs(values[k]!));
  const scale = most > 0 ? 1 / most : 0;
  for (let row = 0; row < across; row++) {
    for (let column = 0; column < across; column++) {
      const value = values[from + row * across + column]! * scale;
      const at = 4 * ((top + across - 1 - row) * pixels.width + left + column);
      put(pixels, at, ground, classes[value < 0 ? 0 : 1]!, Math.abs(value));
    }
  }
}

/** The colour that a style sheet names, in bytes; `probe` is a canvas's context. */
export function bytesOf(colour: string, probe: CanvasRenderingContext2D): Rgb {
  probe.fillStyle = '#000';
  probe.fillStyle = colour;
  probe.fillRect(0, 0, 1, 1);
  const [r, g, b] = probe.getImageData(0, 0, 1, 1).data;
  return [r!, g!, b!];
}
