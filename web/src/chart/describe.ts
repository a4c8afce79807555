import { formatNumber } from '../shell/format.ts';
import { strings } from '../strings/en.ts';
import { valueAt } from './decimate.ts';
import type { Axis, Series } from './series.ts';

const drawn = (series: readonly Series[]) => series.filter(({ y }) => y.length > 0);

/** The chart in a sentence or two, for those who hear it. */
export function describe(heading: string, xAxis: Axis, series: readonly Series[]): string {
  const curves = drawn(series);
  if (curves.length === 0) return `${heading}. ${strings.chart.nothing}`;
  const [start, end] = extent(curves);
  const parts = curves.map(inWords);
  const range = strings.chart.range(xAxis.title, formatNumber(start), formatNumber(end));
  return `${heading}. ${range}. ${parts.join('; ')}.`;
}

/** A turn counts from this share of all that a curve covers: a smaller one is the jitter of a run, and not its course. */
const turnShare = 0.05;

/** One curve: where it begins and ends, and where it went beyond both; scattered dots by their least and greatest. */
function inWords({ name, kind, x, y }: Series): string {
  const words = strings.chart;
  const last = y.length - 1;
  let [low, high] = [0, 0];
  for (let i = 1; i <= last; ++i) {
    if (y[i]! < y[low]!) low = i;
    if (y[i]! > y[high]!) high = i;
  }
  const [least, greatest] = [y[low]!, y[high]!];
  if (last === 0) return words.single(name, formatNumber(y[0]!), formatNumber(x[0]!));
  if (kind === 'points') return words.between(name, formatNumber(least), formatNumber(greatest));
  if (x[0] === x[last]) return words.upright(name, formatNumber(x[0]!));
  const [first, end] = [y[0]!, y[last]!];
  const enough = turnShare * (greatest - least);
  const turns = [
    Math.min(first, end) - least > enough ? words.lowest(formatNumber(least), formatNumber(x[low]!)) : '',
    greatest - Math.max(first, end) > enough ? words.highest(formatNumber(greatest), formatNumber(x[high]!)) : '',
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
