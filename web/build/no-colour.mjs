/**
 * In the place of the colour library that Chart.js brings, which weighs four kilobytes compressed: Chart.js asks it for the
 * colours of what is pointed at and of animations, and our charts have neither (chart-options.ts).
 */
export class Color {
  constructor(value) {
    throw new Error(`Chart.js asked for shades of ${value}, for which the site has no library`);
  }
}
