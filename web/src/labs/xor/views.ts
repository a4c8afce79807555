/** The laboratory's views of a run, as templates over it. */
import { html, nothing } from 'lit';
import '../../chart/chart.ts';
import { formatCount, formatNumber } from '../../shell/format.ts';
import { xorStrings as words } from '../../strings/xor.ts';
import { distanceSeries, lossAxis, lossSeries, timeAxis } from './charts.ts';
import { describeDistances } from './describe.ts';
import type { XorLab } from './lab.ts';
import './plane.ts';
import './units.ts';

export function planeView(lab: XorLab) {
  const row = lab.shownRow;
  const distances = lab.run.distancesAt(row);
  return html`<reprise-xor-plane
    class="plane"
    .pictures=${lab.run.picturesUpTo(row)}
    .distances=${distances}
    .pair=${lab.pair}
    .description=${describeDistances(distances)}
  ></reprise-xor-plane>`;
}

/** Every unit of the layer, as it is now: the records hold distances only. */
export function unitsView(lab: XorLab) {
  return html`<reprise-xor-units class="units" .activity=${lab.run.activity}></reprise-xor-units>`;
}

export function distancesView(lab: XorLab) {
  const { run } = lab;
  const symbol = lab.symbol === 'same' || lab.symbol === 'different' ? lab.symbol : null;
  return html`<reprise-chart
    class="distances"
    .heading=${words.distances}
    .series=${distanceSeries(
      run.column('t'),
      run.distanceColumns(),
      lab.parts.has('ratio') ? run.predicted : [],
      lab.epochs,
      lab.pair >= 0 ? lab.pair : symbol,
      lab.drawings,
    )}
    .xAxis=${timeAxis(lab.epochs)}
    .yAxis=${{ title: words.distancesAxis, min: 0 }}
    .group=${lab.id}
  ></reprise-chart>`;
}

export function lossView(lab: XorLab) {
  const { run } = lab;
  return html`<reprise-chart
    class="loss"
    .heading=${words.loss}
    .series=${lossSeries(run.column('t'), run.column('loss'), lab.drawings)}
    .xAxis=${timeAxis(lab.epochs)}
    .yAxis=${lossAxis(run.column('loss'))}
    .note=${lab.drawings.some(({ curve }) => curve === 'loss') ? words.drawingNote : ''}
    .group=${lab.id}
  ></reprise-chart>`;
}

/** The record shown: drag it back to see what was. */
export function scrubber(lab: XorLab) {
  const last = lab.run.length - 1;
  if (last < 1) return nothing;
  const row = lab.shownRow;
  return html`<div class="scrubber">
    <label for="scrub">${words.shown}</label>
    <input
      id="scrub"
      type="range"
      min="0"
      max=${last}
      .value=${String(row)}
      aria-valuetext=${formatNumber(lab.run.column('t')[row]!, 5)}
      @input=${(event: Event) => lab.showRow(Number((event.target as HTMLInputElement).value))}
    />
    <span class="number" aria-hidden="true">${formatCount(lab.run.column('t')[row]!)}</span>
  </div>`;
}
