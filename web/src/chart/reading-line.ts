/** The line that reads a chart's curves at one place, by pointer or keys. */
import { html, nothing } from 'lit';
import { formatNumber, formatTick } from '../shell/format.ts';
import { strings } from '../strings/en.ts';
import { extent } from './describe.ts';
import type { Axis, Series } from './series.ts';
import { valueAt } from './value-at.ts';

interface Read {
  heading: string;
  series: readonly Series[];
  xAxis: Axis;
  yAxis: Axis;
  note: string;
}

const placeOf = ({ xAxis }: Read, x: number) => `${xAxis.title.replace(/ \(.*/, '')} ${formatNumber(x, 4)}`;

const readings = ({ series }: Read, x: number) =>
  series
    .filter(({ kind }) => kind !== 'points')
    .map(({ name, colour, x: xs, y }) => ({ name, colour, value: valueAt(xs, y, x) }))
    .filter(({ value }) => Number.isFinite(value))
    .map(({ name, colour, value }) => ({ colour, text: `${name} ${formatNumber(value)}` }));

/** The reading line as a slider: to it alone a screen reader leaves the arrow keys, and it says where it stands. */
export function lineKeys(
  chart: Read,
  at: number | null,
  { blur, keydown }: { blur: () => void; keydown: (event: KeyboardEvent) => void },
) {
  const [low, high] = extent(chart.series);
  if (!Number.isFinite(low)) return nothing;
  const { line, noLine, keys } = strings.chart;
  const valueText = at === null ? noLine : [placeOf(chart, at), ...readings(chart, at).map(({ text }) => text)].join('; ');
  return html`<div
    class="keys"
    role="slider"
    tabindex="0"
    aria-label=${line(chart.heading)}
    aria-description=${keys}
    aria-valuemin=${low}
    aria-valuemax=${high}
    aria-valuenow=${at ?? low}
    aria-valuetext=${valueText}
    @blur=${blur}
    @keydown=${keydown}
  ></div>`;
}

/** Where a key moves the line to, null for away; undefined where it means nothing here. */
export function lineMoved({ key, shiftKey }: KeyboardEvent, series: readonly Series[], at: number | null): number | null | undefined {
  const [low, high] = extent(series);
  if (!Number.isFinite(low)) return undefined;
  const step = (high - low) / (shiftKey ? 10 : 50);
  const from = at ?? low;
  const moves: Record<string, number | null> = {
    ArrowLeft: Math.max(low, from - step),
    ArrowRight: Math.min(high, from + step),
    Home: low,
    End: high,
    Escape: null,
  };
  return moves[key];
}

/** What is read; where the line is away, what the curves are. */
export function readingView(chart: Read, at: number | null) {
  const { series, yAxis, note } = chart;
  if (at !== null) {
    return html`<span>${placeOf(chart, at)}</span>${readings(chart, at).map(
        ({ colour, text }) => html` <span style="color: var(--${colour})">${text}</span>`,
      )}`;
  }
  const both = series.some((s) => s.kind === 'theory' && s.y.length > 0) && series.some((s) => s.kind === 'measured');
  const { scale, min } = yAxis;
  const cut = scale === 'log' && min !== undefined && series.some(({ y }) => y.length > 0 && y[y.length - 1]! < min);
  return [note || (both ? strings.chart.key : ''), cut ? strings.chart.below(formatTick(min)) : ''].filter(Boolean).join('; ');
}
