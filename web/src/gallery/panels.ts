/** Panels of a result as the site's charts and matrices, alone or with a newer run laid over them. */
import { html, nothing, type TemplateResult } from 'lit';
import '../chart/chart.ts';
import '../chart/matrix.ts';
import type { Axis, Series } from '../chart/series.ts';
import { formatNumber } from '../shell/format.ts';
import { galleryStrings as words } from '../strings/gallery.ts';
import { typesetHeading, typesetPlain } from './typeset.ts';
import {
  numbers,
  type ChartPanel,
  type MatrixPanel,
  type Panel,
  type Points3dPanel,
  type StoredSeries,
  type TablePanel,
} from './stored.ts';

type Standing = 'alone' | 'stored' | 'here';

/** The panels of a group, each with the one of the same id among `newer` laid over it. */
export function panelsView(
  panels: readonly Panel[],
  newer: readonly Panel[],
  group: string,
): TemplateResult {
  const shown = panels.filter((panel) => !panel.group || panel.group === group);
  // Matrices are compared with each other, beside each other; tables come last, since drawings are read against them.
  const rows = [
    { name: 'drawings', of: shown.filter(({ kind }) => kind === 'chart' || kind === 'points3d') },
    { name: 'matrices', of: shown.filter(({ kind }) => kind === 'matrix') },
    { name: 'tables', of: shown.filter(({ kind }) => kind === 'table') },
  ];
  return html`${rows
    .filter(({ of }) => of.length > 0)
    .map(
      ({ name, of }) =>
        html`<div class="panels ${name}">${of.map((panel) => panelView(panel, newer))}</div>`,
    )}`;
}

function panelView(panel: Panel, newer: readonly Panel[]) {
  const over = newer.find(
    ({ kind, id, group }) =>
      kind === panel.kind && id === panel.id && (group ?? '') === (panel.group ?? ''),
  );
  if (panel.kind === 'chart') return chartView(panel, over as ChartPanel | undefined);
  if (panel.kind === 'matrix') return matrixView(panel, over as MatrixPanel | undefined);
  if (panel.kind === 'table') return tableView(panel);
  return panel.kind === 'points3d' ? pointsView(panel, over as Points3dPanel | undefined) : nothing;
}

/** The cloud's code comes with the first figure that has one. */
function pointsView(panel: Points3dPanel, over: Points3dPanel | undefined) {
  void import('./points-panel.ts');
  const one = (shown: Points3dPanel, heading: string) =>
    html`<reprise-points-panel
      class="panel"
      .panel=${shown}
      .heading=${heading}
    ></reprise-points-panel>`;
  const heading = typesetHeading(panel.heading);
  if (!over) return one(panel, heading);
  return html`<div class="pair">
    ${one(panel, words.storedName(heading))} ${one(over, words.hereName(typesetHeading(over.heading)))}
  </div>`;
}

function chartView(panel: ChartPanel, over: ChartPanel | undefined) {
  const series = over
    ? [
        ...panel.series.map((one) => toSeries(one, 'stored')),
        ...over.series.map((one) => toSeries(one, 'here')),
      ]
    : panel.series.map((one) => toSeries(one, 'alone'));
  return html`<reprise-chart
    class="panel"
    data-panel=${panel.id ?? ''}
    .heading=${typesetHeading(panel.heading)}
    .series=${series}
    .xAxis=${axis(panel.x)}
    .yAxis=${axis(panel.y)}
    .summary=${describePanel(panel, series)}
    .note=${over ? words.rerun.overlay : ''}
  ></reprise-chart>`;
}

/** A share explained ends at 1, whatever room the axis would leave above it. */
const axis = ({ title, scale }: ChartPanel['x']): Axis => ({
  title: typesetPlain(title),
  scale: scale ?? 'linear',
  ...(title.startsWith('r2') ? { max: 1 } : {}),
});

const kinds = { measured: 'measured', paper: 'measured', theory: 'theory', points: 'points' } as const;

/** Labels at the lines' ends say which is which once there are two of them. */
function toSeries(one: StoredSeries, standing: Standing): Series {
  const places = one.x
    .map((_, i) => i)
    .filter((i) => isNumber(one.x[i]) && isNumber(one.y[i]));
  if (one.role === 'points') places.sort((a, b) => one.x[a]! - one.x[b]!);
  const written = typesetPlain(one.label);
  const name = typesetPlain(one.name);
  const label = { alone: written, stored: one.label && words.stored, here: one.label && words.here };
  // What the paper published stays as it was, and so does what is drawn for orientation alone.
  const fixed = one.role === 'paper' || standing === 'alone';
  return {
    id: standing === 'here' ? `${one.id}_here` : one.id,
    label: fixed ? written : standing === 'here' && one.label.length === 1 ? one.label : label[standing],
    name: fixed
      ? name
      : standing === 'here'
        ? words.hereName(name)
        : words.storedName(name),
    x: places.map((i) => one.x[i]!),
    y: places.map((i) => one.y[i]!),
    colour: one.colour,
    kind: kinds[one.role],
    faint: standing === 'stored' || one.role === 'paper',
  };
}

const isNumber = (value: number | null | undefined): value is number =>
  typeof value === 'number' && Number.isFinite(value);

/** The panel in words: curves by their ends, dots by their number and range. */
function describePanel({ heading, x, y }: ChartPanel, series: readonly Series[]): string {
  const parts = series
    .filter((one) => one.y.length > 0)
    .map((one) => {
      const ys = Array.from(one.y);
      const xs = Array.from(one.x);
      if (one.kind === 'points') {
        return words.describe.dots(
          one.name,
          ys.length,
          range(xs),
          range(ys),
        );
      }
      return words.describe.curve(
        one.name,
        formatNumber(ys[0]!),
        formatNumber(ys[ys.length - 1]!),
        range(xs),
      );
    });
  const [title, over, up] = [typesetHeading(heading), typesetPlain(x.title), typesetPlain(y.title)];
  return `${title}, ${up}, ${words.describe.over(over)}. ${parts.join('; ')}.`;
}

const range = (values: readonly number[]): [string, string] => [
  formatNumber(Math.min(...values)),
  formatNumber(Math.max(...values)),
];

function matrixView(panel: MatrixPanel, over: MatrixPanel | undefined) {
  const one = ({ quantity, labels, values, max }: MatrixPanel, name: string, heading: string) =>
    html`<reprise-matrix
      class="panel"
      data-panel=${name}
      .heading=${heading}
      .note=${quantity ?? ''}
      .labels=${labels}
      .values=${numbers(values)}
      .max=${max ?? 0}
      .group=${`${panel.group ?? ''} ${labels.length}`}
    ></reprise-matrix>`;
  const heading = typesetHeading(panel.heading);
  if (!over) return one(panel, panel.id ?? '', heading);
  return html`<div class="pair">
    ${one(panel, panel.id ?? '', words.storedName(heading))}
    ${one(over, `${panel.id}_here`, words.hereName(typesetHeading(over.heading)))}
  </div>`;
}

function tableView({ heading, columns, rows }: TablePanel) {
  return html`<div class="scroll" role="group" tabindex="0" aria-label=${typesetHeading(heading)}>
    <table>
      <caption>
        ${typesetHeading(heading)}
      </caption>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${shown(column)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell, i) =>
                i === 0 ? html`<th scope="row">${shown(cell)}</th>` : html`<td>${shown(cell)}</td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

const shown = (cell: string | number | null) =>
  typeof cell === 'number' ? formatNumber(cell) : typesetPlain(cell ?? words.numbers.absent);
