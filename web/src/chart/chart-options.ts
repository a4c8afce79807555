/** Our look in Chart.js's terms. */
import type { ChartDataset, ChartOptions, Scale } from 'chart.js';
import { formatTick } from '../shell/format.ts';
import type { Point } from './value-at.ts';
import { dotRadius, labelRoom, type Overlay } from './plugins.ts';
import type { Axis, Series } from './series.ts';
import type { ChartTheme } from './theme.ts';

/** Measured: broad and a little pale, so that the theory's dashes show where both agree. */
const measuredOpacity = 0.66;
const faintOpacity = 0.4;

/** More dots than this are drawn smaller. */
const crowd = 12;

/** points: those of the series that are drawn. */
export function curveOf(
  one: Series,
  points: Point[],
  colour: string,
  theme: ChartTheme,
): ChartDataset<'line', Point[]> {
  const dots = one.kind === 'points';
  const single = one.y.length === 1;
  const faint = one.faint ?? false;
  const opacity = faint ? faintOpacity : one.kind === 'measured' ? measuredOpacity : 1;
  const drawn = opacity < 1 ? mix(colour, theme.surface, opacity) : colour;
  return {
    // Tells curves apart, and curves of another look: Chart.js keeps what it once read of them.
    label: `${one.id} ${one.kind} ${colour} ${single} ${faint}`,
    data: points,
    borderColor: drawn,
    backgroundColor: faint ? drawn : colour,
    borderWidth: one.kind === 'theory' ? 1.75 : faint ? 2 : 3.5,
    borderDash: one.kind === 'theory' ? [6, 5] : [],
    borderCapStyle: 'butt',
    borderJoinStyle: 'round',
    showLine: !dots,
    // Dots whole, and half a curve's breadth, for what runs along the axis.
    clip: single || dots ? 8 : 2,
    // A curve of one point has no line to be seen by.
    pointRadius: dots ? (one.y.length > crowd ? 3.5 : dotRadius) : single ? 3 : 0,
    order: (one.kind === 'theory' ? 0 : 1) + (faint ? 2 : 0),
  };
}

export function chartOptions(
  xAxis: Axis,
  yAxis: Axis,
  overlay: Overlay,
  context: CanvasRenderingContext2D,
): ChartOptions<'line'> {
  const { theme } = overlay;
  const font = { family: theme.font, size: 13 };
  const title = { display: true, text: xAxis.title, color: theme.muted, font };
  return {
    animation: false,
    parsing: false,
    normalized: true,
    responsive: true,
    maintainAspectRatio: false,
    events: [],
    layout: { padding: { right: labelRoom(context, overlay), top: 8 } },
    scales: { x: { ...scaleOf(xAxis, false, overlay), title }, y: scaleOf(yAxis, true, overlay) },
  } as ChartOptions<'line'>;
}

function scaleOf(axis: Axis, vertical: boolean, { theme, dots }: Overlay) {
  const { min, max, suggestedMin, suggestedMax } = axis;
  const log = axis.scale === 'log';
  const most = vertical ? 6 : 7;
  return {
    type: log ? 'logarithmic' : 'linear',
    min,
    max,
    suggestedMin,
    suggestedMax,
    afterDataLimits: (scale: Scale) => {
      if (vertical && !log && suggestedMax === undefined) giveRoom(scale, min, max);
    },
    afterBuildTicks: (scale: Scale) => {
      if (log) scale.ticks = chooseLogTicks(scale.ticks, most);
    },
    grid: {
      display: vertical,
      drawTicks: false,
      color: ({ tick }: { tick?: { value: number } }) =>
        log && !isPowerOfTen(tick?.value ?? 1) ? 'transparent' : theme.grid,
    },
    border: { display: !vertical, color: theme.line },
    ticks: {
      color: theme.muted,
      font: { family: theme.font, size: 13 },
      padding: vertical && dots ? 6 + dotRadius : 6,
      maxRotation: 0,
      // Of six values one above another, none is left out where they fit: the last may be the greatest there is.
      autoSkipPadding: vertical ? 8 : 14,
      maxTicksLimit: most,
      callback: (value: number | string) => formatTick(Number(value)),
    },
  };
}

/** A colour (as computed styles give it) laid over another with some opacity. */
function mix(colour: string, under: string, opacity: number): string {
  const [a, b] = [colour, under].map((text) => text.match(/[\d.]+/g)?.map(Number) ?? []);
  if (a!.length < 3 || b!.length < 3) return colour;
  const channels = [0, 1, 2].map((i) => Math.round(opacity * a![i]! + (1 - opacity) * b![i]!));
  return `rgb(${channels.join(' ')})`;
}

/** A little room around the curves, but none beyond a nought that they keep to one side of: no square is below it. */
function giveRoom(scale: Scale, min: number | undefined, max: number | undefined): void {
  const room = 0.02 * (scale.max - scale.min);
  const [least, greatest] = [scale.min, scale.max];
  if (min === undefined) scale.min = Math.max(least - room, least >= 0 ? 0 : -Infinity);
  if (max === undefined) scale.max = Math.min(greatest + room, greatest <= 0 ? 0 : Infinity);
}

/** Powers of ten; where the axis has hardly any, their double and fivefold as well, or these alone, as room allows. */
function chooseLogTicks<T extends { value: number }>(ticks: readonly T[], most: number): T[] {
  const withFactors = (...factors: number[]) =>
    ticks.filter(({ value }) => factors.some((factor) => isPowerOfTen(value / factor)));
  const powers = withFactors(1);
  if (powers.length > 2) return powers;
  return [withFactors(1, 2, 5), withFactors(1, 5)].find((chosen) => chosen.length <= most) ?? powers;
}

function isPowerOfTen(value: number): boolean {
  const exponent = Math.log10(value);
  return Math.abs(exponent - Math.round(exponent)) < 1e-9;
}
