/** The sweep's views, each a function of the values it shows. */
import { html } from 'lit';
import '../../chart/chart.ts';
import type { Series } from '../../chart/series.ts';
import { formatFixed, formatNumber } from '../../shell/format.ts';
import { twoPointChapterStrings as words } from '../../strings/two-point-chapter.ts';
import type { GainRun, GainSweep } from './sweep.ts';
import { learntLoss } from './thresholds.ts';

/** One run in words. */
export const inWords = ({ gain, h0, h }: GainRun): string =>
  words.sweep.one(formatNumber(gain), formatNumber(h0), formatNumber(h));

/** Where h ended against where it began, beside the closed form. */
export function chartView({ runs, curve, ratio, spec: { task } }: Pick<GainSweep, 'runs' | 'curve' | 'ratio' | 'spec'>) {
  const text = words.sweep;
  const data = task.kind === 'two_points' ? Math.sqrt(ratio * task.dx2 * task.dy2) : NaN;
  const ends = curve.h0.length > 0 ? [curve.h0[0]!, curve.h0[curve.h0.length - 1]!] : [];
  const theory: Series[] =
    ends.length === 0
      ? []
      : [
          {
            id: 'closed_form',
            label: '',
            name: text.theory,
            x: curve.h0,
            y: curve.h,
            colour: 'h',
            kind: 'theory',
          },
          {
            id: 'rich',
            label: text.richLabel,
            name: text.rich,
            x: ends,
            y: [data, data],
            colour: 'ink-muted',
            kind: 'theory',
          },
          {
            id: 'lazy',
            label: text.lazyLabel,
            name: text.lazy,
            x: ends,
            y: ends,
            colour: 'ink-muted',
            kind: 'theory',
          },
        ];
  const measured: Series = {
    id: 'measured',
    label: '',
    name: text.measured,
    x: runs.map(({ h0 }) => h0),
    y: runs.map(({ h }) => h),
    colour: 'h',
    kind: 'points',
  };
  return html`<reprise-chart
    .heading=${text.title}
    .series=${[...theory, measured]}
    .xAxis=${{ title: text.start, scale: 'log' }}
    .yAxis=${{ title: text.end, scale: 'log', suggestedMin: 0.1 }}
    .note=${runs.length > 0 ? text.key : ''}
    .summary=${runs.map(inWords).join(' ')}
  ></reprise-chart>`;
}

export function tableView(runs: readonly GainRun[]) {
  const text = words.sweep;
  return html`<div class="scroll">
    <table>
      <caption class="visually-hidden">
        ${text.table}
      </caption>
      <thead>
        <tr>
          ${text.columns.map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${runs.map(
          ({ gain, h0, h, loss, predicted }) =>
            html`<tr>
              <th scope="row">${formatNumber(gain)}</th>
              <td>${formatNumber(h0)}</td>
              <td>${formatNumber(h)}</td>
              <td>${formatNumber(predicted)}</td>
              <td>${loss < learntLoss ? formatFixed(h / predicted, 2) : text.notLearnt}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
