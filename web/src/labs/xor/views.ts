/** The lab's views, each a function of the values it shows. */
import { html, nothing } from 'lit';
import '../../chart/chart.ts';
import type { Hidden } from '../../engine/protocol.ts';
import { formatCount, formatNumber } from '../../shell/format.ts';
import { xorStrings as words } from '../../strings/xor.ts';
import { timeAxis, type Charted } from '../frame/loss-view.ts';
import { distanceSeries } from './charts.ts';
import './plane.ts';
import type { Picture } from './pictures.ts';
import './units.ts';

/** The four points up to a record. */
export const planeView = (
  pictures: readonly Picture[],
  distances: readonly number[],
  pair: number,
  description: string,
) =>
  html`<reprise-xor-plane
    class="plane"
    .pictures=${pictures}
    .distances=${distances}
    .pair=${pair}
    .description=${description}
  ></reprise-xor-plane>`;

/** Every unit of the layer, as it is now: the records hold distances only. */
export const unitsView = (activity: Hidden | null) =>
  html`<reprise-xor-units class="units" .activity=${activity}></reprise-xor-units>`;

export const distancesView = (
  { time, epochs, drawings, group }: Charted,
  columns: readonly ArrayLike<number>[],
  predicted: readonly number[],
  lit: number | 'same' | 'different' | null,
) =>
  html`<reprise-chart
    class="distances"
    .heading=${words.distances}
    .series=${distanceSeries(time, columns, predicted, epochs, lit, drawings)}
    .xAxis=${timeAxis(epochs, words)}
    .yAxis=${{ title: words.distancesAxis, min: 0 }}
    .group=${group}
  ></reprise-chart>`;

/** The record shown: drag it back to see what was. */
export function scrubber(time: ArrayLike<number>, row: number, show: (row: number) => void) {
  const last = time.length - 1;
  if (last < 1) return nothing;
  return html`<div class="scrubber">
    <label for="scrub">${words.shown}</label>
    <input
      id="scrub"
      type="range"
      min="0"
      max=${last}
      .value=${String(row)}
      aria-valuetext=${formatNumber(time[row]!, 5)}
      @input=${(event: Event) => show(Number((event.target as HTMLInputElement).value))}
    />
    <span class="number" aria-hidden="true">${formatCount(time[row]!)}</span>
  </div>`;
}
