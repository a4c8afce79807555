/**
 * A perceptual colour scale for values from 0 to 1: lightness rises evenly in OKLab from deep violet
 * through teal to pale yellow, so that equal steps of value look equal, also without colour.
 */

const steps = 256;
const lightness = [0.24, 0.95] as const;
const hue = [300, 100] as const;
/**
 * As strong as a screen shows at every step, whose room is least in the blue-greens. What lies outside would be clipped,
 * and where clipping begins and ends the scale has an edge that is not in the values.
 */
const chroma = (t: number) => 0.113 - 0.024 * Math.cos((2 * Math.PI * (t - 0.42)) / 0.65);

export type Rgb = readonly [number, number, number];

/** sRGB bytes of an OKLCH colour, clipped to what a screen shows. */
export function oklchToRgb(l: number, c: number, degrees: number): Rgb {
  const a = c * Math.cos((degrees * Math.PI) / 180);
  const b = c * Math.sin((degrees * Math.PI) / 180);
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const byte = (linear: number) => {
    const value = Math.min(1, Math.max(0, linear));
    const encoded = value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055;
    return Math.round(255 * encoded);
  };
  return [
    byte(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
    byte(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
    byte(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short),
  ];
}

const table: Rgb[] = Array.from({ length: steps }, (_, i) => {
  const t = i / (steps - 1);
  const between = ([from, to]: readonly [number, number]) => from + (to - from) * t;
  return oklchToRgb(between(lightness), chroma(t), between(hue));
});

/** The colour of a value; values outside 0..1 take the ends'. */
export function scaleColour(t: number): Rgb {
  return table[Math.round(Math.min(1, Math.max(0, t)) * (steps - 1))]!;
}

export const cssColour = ([r, g, b]: Rgb) => `rgb(${r} ${g} ${b})`;

/** Black or white, whichever is read better on the colour. */
export function inkOn(colour: Rgb): string {
  const [r, g, b] = colour.map((byte) => {
    const value = byte / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? '#000' : '#fff';
}
