import { formatNumber } from '../shell/format.ts';
import { strings } from '../strings/en.ts';
import { valueAt, type Point } from './value-at.ts';
import type { Axis, Series } from './series.ts';

const drawn = (series: readonly Series[]) => series.filter(({ y }) => y.length > 0);

/** A curve's points with the least and the greatest value; null where it has no finite one. */
export type Extremes = (series: Series) => { least: Point; greatest: Point } | null;

/** The chart in a sentence or two, for those who hear it. */
export function describe(heading: string, xAxis: Axis, series: readonly Series[], extremes: Extremes): string {
  const curves = drawn(series);
  if (curves.length === 0) return `${heading}. ${strings.chart.nothing}`;
  const [start, end] = extent(curves);
  const parts = curves.map((curve) => inWords(curve, extremes));
  const range = strings.chart.range(xAxis.title, formatNumber(start), formatNumber(end));
  return `${heading}. ${range}. ${parts.join('; ')}.`;
}

/** A turn counts from this share of all that a curve covers: a smaller one is the jitter of a run, and not its course. */
const turnShare = 0.05;

/** One curve: where it begins and ends, and where it went beyond both; scattered dots by their least and greatest. */
function inWords(series: Series, extremes: Extremes): string {
  const { name, kind, x, y } = series;
  const words = strings.chart;
  const last = y.length - 1;
  if (last === 0) return words.single(name, formatNumber(y[0]!), formatNumber(x[0]!));
  const nowhere = { x: NaN, y: NaN };
  const { least: low, greatest: high } = extremes(series) ?? { least: nowhere, greatest: nowhere };
  const [least, greatest] = [low.y, high.y];
  if (kind === 'points') return words.between(name, formatNumber(least), formatNumber(greatest));
  if (x[0] === x[last]) return words.upright(name, formatNumber(x[0]!));
  const [first, end] = [y[0]!, y[last]!];
  const enough = turnShare * (greatest - least);
  const turns = [
    Math.min(first, end) - least > enough ? words.lowest(formatNumber(least), formatNumber(low.x)) : '',
    greatest - Math.max(first, end) > enough ? words.highest(formatNumber(greatest), formatNumber(high.x)) : '',
  ].filter(Boolean);
  return [words.fromTo(name, formatNumber(first), formatNumber(end)), ...turns].join(', ');
}

/** From the least x to the greatest. */
export function extent(series: readonly Series[]): [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (const { x } of drawn(series)) {
    low = Math.min(low, x[0]!);
    high = Math.max(high, x[x.length - 1]!);
  }
  return [low, high];
}

export interface Table {
  head: string[];
  rows: string[][];
}

/** Values of all curves at up to `count` common places. */
export function tabulate(xAxis: Axis, series: readonly Series[], count = 21): Table {
  const curves = drawn(series).filter(({ kind }) => kind !== 'points');
  const head = [xAxis.title, ...curves.map(({ name }) => name)];
  if (curves.length === 0) return { head, rows: [] };
  const [start, end] = extent(curves);
  const rows = Array.from({ length: count }, (_, i) => {
    const x = start + ((end - start) * i) / (count - 1);
    return [formatNumber(x, 4), ...curves.map((c) => formatNumber(valueAt(c.x, c.y, x), 4))];
  });
  return { head, rows };
}
