/** The lab's views, each a function of the values it shows. */
import { html, nothing } from 'lit';
import '../../chart/chart.ts';
import '../../chart/cloud.ts';
import type { ColourName, Series } from '../../chart/series.ts';
import { formatCount, formatFixed } from '../../shell/format.ts';
import { networksStrings as words } from '../../strings/networks.ts';
import type { Views } from '../frame/declared-lab.ts';
import { drawnSeries, type Drawing } from '../frame/drawing.ts';
import { timeAxis } from '../frame/loss-view.ts';
import { pairCloud } from './clouds.ts';
import { networksPanel, type NetworksActions } from './controls.ts';
import type { declaration } from './declaration.mjs';
import { shapesDiffer } from './changes.ts';
import { pairsOf, type Look } from './looks.ts';
import { matrixView } from './matrix-view.ts';
import { axisOf, curveOf, distanceColumn, valueOf, type Against, type Kind } from './measured.ts';
import type { OverSeeds } from './over-seeds.ts';
import { repeatsRow } from './repeats-row.ts';
import type { NetworksRun } from './run.ts';

export interface Shown {
  run: NetworksRun;
  /** The moment shown; null before there is one. */
  look: Look | null;
  at: number;
  kind: Kind;
  drawings: readonly Drawing[];
  group: string;
  /** Of the classes, in the theme in force. */
  colours: readonly string[];
  to: NetworksActions;
  repeats: OverSeeds;
}

const networkColours: readonly ColourName[] = ['point-0', 'point-1', 'point-2', 'point-3', 'point-4', 'ink'];

const against: readonly { what: Against; id: string; colour: ColourName; name: string; label: string }[] = [
  { what: 'others', id: 'networks', colour: 'h', name: words.others, label: words.othersLabel },
  { what: 'own', id: 'own_start', colour: 'y', name: words.own, label: words.ownLabel },
  { what: 'shuffled', id: 'shuffled', colour: 'w', name: words.shuffled, label: words.shuffledLabel },
  { what: 'inputs', id: 'inputs', colour: 'ink-muted', name: words.inputs, label: words.inputsLabel },
];

/** A curve of every network. */
const ofEach = (run: NetworksRun, id: string, column: (network: number) => ArrayLike<number>) =>
  run.networks.map((one, k): Series => ({
    id: `${id}_${k + 1}`,
    label: String(k + 1),
    name: words.network(k + 1),
    x: one.column('t'),
    y: column(k),
    colour: networkColours[k]!,
    kind: 'measured',
  }));

/** By part, in their order. */
export const views: Views<typeof declaration, Shown> = {
  networks: ({ run, to }) => networksPanel(run, to),
  clouds: ({ run, at, colours }) => {
    if (!shapesDiffer(run.spec)) return nothing;
    const [a, b] = run.shown;
    const picture = run.pictures[at] ?? run.pictures.at(-1) ?? null;
    const note = picture ? words.cloudsNote(formatFixed(picture.procrustes, 3), Math.round(100 * picture.share)) : words.noClouds;
    const heading = words.clouds(run.layer + 1, a + 1, b + 1);
    return html`<reprise-cloud
      class="clouds"
      .heading=${heading}
      .cloud=${picture && pairCloud(picture, run.labels, colours)}
      .description=${`${heading}. ${note}`}
      .note=${note}
    ></reprise-cloud>`;
  },
  time: ({ run, kind, drawings, group }) => {
    if (!shapesDiffer(run.spec)) return nothing;
    const start = run.looks[0] ? valueOf(run, run.looks[0], kind, run.layer, 'others') : NaN;
    const { epochs } = run.spec.training;
    const series: Series[] = against.map(({ what, id, colour, name, label }) => ({
      id,
      label,
      name,
      ...curveOf(run, kind, what),
      colour,
      kind: what === 'others' ? 'measured' : 'theory',
    }));
    const flat: Series = { id: 'start', label: words.startLabel, name: words.start, x: [0, epochs], y: [start, start], colour: 'accent', kind: 'theory' };
    return html`<reprise-chart
      class="time"
      .heading=${words.timeHeading(words.kinds[kind], run.layer + 1)}
      .series=${[...series, ...(Number.isFinite(start) ? [flat] : []), ...drawings.map((one) => drawnSeries(one, words.yourDrawing))]}
      .xAxis=${timeAxis(epochs, words)}
      .yAxis=${axisOf(kind)}
      .note=${`${words.key} ${words.kindNotes[kind]}`}
      .group=${group}
    ></reprise-chart>`;
  },
  layers: ({ run, look, kind }) => {
    if (!shapesDiffer(run.spec)) return nothing;
    const layers = Array.from({ length: run.spec.network.hidden_layers }, (_, layer) => layer);
    const x = layers.map((layer) => layer + 1);
    const of = (from: Look | null | undefined, what: Against) => (from ? layers.map((layer) => valueOf(run, from, kind, layer, what)) : []);
    const series: Series[] = [
      ...against.map(({ what, id, colour, name, label }): Series => ({ id, label, name, x: look ? x : [], y: of(look, what), colour, kind: what === 'others' ? 'measured' : 'theory' })),
      { id: 'start', label: words.startLabel, name: words.start, x: look ? x : [], y: of(run.looks[0], 'others'), colour: 'accent', kind: 'theory' },
    ];
    return html`<reprise-chart
      class="layers"
      .heading=${words.layersHeading(words.kinds[kind], formatCount(Math.floor(look?.epoch ?? 0)))}
      .series=${series}
      .xAxis=${{ title: words.layersAxis, min: 1, max: Math.max(2, layers.length) }}
      .yAxis=${axisOf(kind)}
      .note=${words.kindNotes[kind]}
    ></reprise-chart>`;
  },
  matrix: ({ run, look, kind }) => {
    if (!look) return nothing;
    const [a, b] = run.shown;
    const pair = pairsOf(look.blocks.length).findIndex(([one, other]) => one === a && other === b);
    const found = look.pairs[pair];
    return found ? matrixView(found, kind, words.matrix(words.kinds[kind], a + 1, b + 1, formatCount(Math.floor(look.epoch)))) : nothing;
  },
  distances: ({ run, group }) =>
    shapesDiffer(run.spec)
      ? nothing
      : html`<reprise-chart
          class="distances"
          .heading=${words.distances(run.layer + 1)}
          .series=${ofEach(run, 'h', (k) => distanceColumn(run, k))}
          .xAxis=${timeAxis(run.spec.training.epochs, words)}
          .yAxis=${{ title: words.distancesAxis, min: 0 }}
          .note=${words.distancesNote}
          .group=${group}
        ></reprise-chart>`,
  repeats: ({ run, kind, repeats }) =>
    shapesDiffer(run.spec) ? html`<div class="repeats">${repeatsRow(repeats.shown, repeats.actions)} ${repeats.view(run, kind)}</div>` : nothing,
  loss: ({ run, group }) => {
    const series = ofEach(run, 'loss', (k) => run.networks[k]!.column('loss'));
    return html`<reprise-chart
      class="loss"
      .heading=${words.loss}
      .series=${series}
      .xAxis=${timeAxis(run.spec.training.epochs, words)}
      .yAxis=${{ title: words.lossAxis, min: 0 }}
      .group=${group}
    ></reprise-chart>`;
  },
};
