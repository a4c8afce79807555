/** The lab's views, each a function of the values it shows. */
import { html } from 'lit';
import '../../chart/chart.ts';
import '../../chart/cloud.ts';
import type { Series } from '../../chart/series.ts';
import type { Structure, Surface } from '../../engine/protocol.ts';
import type { Spec } from '../../spec/types.ts';
import { formatCount, formatNumber } from '../../shell/format.ts';
import { planeStrings as words } from '../../strings/plane.ts';
import type { Views } from '../frame/declared-lab.ts';
import { drawnSeries } from '../frame/drawing.ts';
import { timeAxis, type Charted } from '../frame/loss-view.ts';
import { correlationView, matrixRow } from '../frame/structure.ts';
import { bentCloud } from './bent.ts';
import { handPanel, type Hand } from './controls.ts';
import type { declaration } from './declaration.mjs';
import { percent } from './describe.ts';
import { filesView, type FilesActions } from './files-view.ts';
import './plane-input.ts';
import type { PointsChange } from './plane-input.ts';
import { classesOf, countOf, type PlaneTask } from './points.ts';
import { hasTheory, type PlaneRun } from './run.ts';
import './unit-maps.ts';
import type { WeightChange } from './weight-event.ts';

export interface Shown {
  run: PlaneRun;
  /** What the network made of the plane at the moment shown. */
  surface: Surface | null;
  charted: Charted;
  /** Of the moment, in words. */
  description: string;
  /** As it is wanted, refused or not. */
  task: PlaneTask;
  hand: Hand;
  /** Of the classes, in the theme in force. */
  colours: readonly string[];
  /** How long the link is that holds the points. */
  linkBytes: number;
  /** What became of the file last opened. */
  fileMessage: string;
  to: Changes;
}

/** What is done with the plane and beside it. */
export interface Changes extends FilesActions {
  points: (change: PointsChange) => void;
  hand: (hand: Hand) => void;
  classes: (count: number) => void;
  removeAll: () => void;
  weight: (change: WeightChange) => void;
  /** Makes the network small enough to be shown number by number. */
  small: () => void;
}

/** By part, in their order. */
export const views: Views<typeof declaration, Shown> = {
  plane: ({ run, surface, task, hand, description, linkBytes, fileMessage, to }) => {
    const classes = classesOf(task);
    const about = words.bytes(countOf(run.points), formatCount(linkBytes));
    return html`<div class="plane-part">
      <reprise-plane-input
        class="plane"
        .heading=${words.plane}
        .points=${run.points}
        .surface=${surface}
        .classes=${classes}
        .heldOutShare=${task.held_out}
        .extent=${run.extent}
        .tool=${hand.tool}
        .brush=${hand.brush}
        .zeros=${hand.zeros}
        .description=${description}
        .note=${classes > 0 ? words.planeNote : words.planeNoteNumbers}
        @reprise-points=${(event: CustomEvent<PointsChange>) => to.points(event.detail)}
      ></reprise-plane-input>
      ${handPanel(task, hand, run.layer, to)}
      ${filesView({ own: task.shape === 'own', about, message: fileMessage }, to)}
    </div>`;
  },
  layer: ({ run, surface, task, colours, description }) => {
    const cloud = surface ? bentCloud(surface, classesOf(task), colours) : null;
    const share = Math.round(100 * (surface?.explained ?? []).reduce((a, b) => a + b, 0));
    const reach = cloud ? formatNumber(cloud.radius, 2) : '';
    const note = !surface ? '' : surface.exact ? words.exactNote(surface.units, reach) : words.layerNote(share, reach);
    return html`<reprise-cloud
      class="layer"
      .heading=${words.layerHeading(run.layer + 1)}
      .cloud=${cloud}
      .description=${description}
      .note=${note}
    ></reprise-cloud>`;
  },
  units: ({ run, surface }) =>
    html`<reprise-unit-maps
      class="units"
      .heading=${words.unitsHeading(run.layer + 1)}
      .surface=${surface}
      .note=${words.unitsNote}
    ></reprise-unit-maps>`,
  weights: ({ run, surface, to }) => {
    const { description, looks } = run;
    const { inputs, outputs } = ends(run);
    return html`<reprise-network-weights
      class="weights"
      .weights=${surface?.weights ?? null}
      .widths=${run.widths}
      .inputs=${inputs}
      .outputs=${outputs}
      .past=${surface && surface !== looks.at(-1) ? surface.epoch : null}
      .moments=${looks.length}
      .drawable=${!description || run.spec.network.kind === 'mlp'}
      @reprise-weight=${(event: CustomEvent<WeightChange>) => to.weight(event.detail)}
    ></reprise-network-weights>`;
  },
  loss: ({ run, charted: { time, epochs, drawings, group } }) => {
    const heldOut = run.column('held_out_loss');
    const curve = (id: string, label: string, y: ArrayLike<number>, colour: Series['colour']): Series => ({
      id,
      label,
      name: label,
      x: time,
      y,
      colour,
      kind: 'measured',
    });
    const series: Series[] = [
      curve('loss', words.training, run.column('loss'), 'loss'),
      ...(heldOut.length > 0 ? [curve('held_out_loss', words.test, heldOut, 'accent')] : []),
      ...drawings.map((drawing) => drawnSeries(drawing, words.yourDrawing)),
    ];
    return html`<reprise-chart
      class="loss"
      .heading=${words.loss}
      .series=${series}
      .xAxis=${timeAxis(epochs, words)}
      .yAxis=${{ title: words.losses[run.spec.training.loss], min: 0 }}
      .note=${lossNote(run)}
      .group=${group}
    ></reprise-chart>`;
  },
  step: ({ run, to }) => {
    const { inputs, outputs } = ends(run);
    return html`<reprise-step-part
      class="step"
      .source=${run}
      .spec=${run.spec}
      .widths=${run.widths}
      .inputs=${inputs}
      .outputs=${outputs}
      .moment=${run.moment}
      .over=${run.over}
      @reprise-small=${to.small}
    ></reprise-step-part>`;
  },
  matrices: ({ run, charted }) =>
    hasTheory(run.spec)
      ? matricesView(run.structure, `${charted.group} plane`, penalised(run.spec))
      : html`<p class="matrices hint">${words.noTheory}</p>`,
};

interface Ends {
  inputs: readonly string[];
  outputs: readonly string[];
}
const endsKnown = new WeakMap<PlaneTask, Ends>();

/** What inputs and outputs are called; the same lists while the task is the same, so that nothing is drawn anew for them. */
function ends({ task }: PlaneRun): Ends {
  const known = endsKnown.get(task);
  if (known) return known;
  const classes = classesOf(task);
  const found: Ends = {
    inputs: task.features.map((name) => words.featureNames[name]),
    outputs: classes > 0 ? Array.from({ length: classes }, (_, k) => words.shortClass(k)) : ['f'],
  };
  endsKnown.set(task, found);
  return found;
}

const penalised = ({ training }: Spec) => training.l1 > 0 || training.l2 > 0;

/** How many points are recognised. */
function lossNote(run: PlaneRun): string {
  const [accuracy, tested] = [run.last('train_accuracy'), run.last('held_out_accuracy')];
  return Number.isFinite(accuracy) ? words.accuracies(percent(accuracy), Number.isFinite(tested) ? percent(tested) : '') : '';
}

/** Distances of the first points, at the start, measured and predicted. */
export function matricesView(structure: Structure | null, group: string, isPenalised = false) {
  if (!structure) return html`<p class="matrices hint">${words.noStructure}</p>`;
  const { correlation } = structure;
  const names = structure.labels.map((label, k) => (k === 0 || structure.labels[k - 1] !== label ? words.shortClass(label) : ''));
  return html`<div class="matrices three-matrices">
    ${matrixRow(structure, words.matrices, names, group)}
    <p class="correlation">
      ${words.correlation} ${correlationView('theory', correlation.predicted)}${words.ofTheory}
      ${correlationView('start', correlation.initial)}${words.ofStart}
    </p>
    <p class="note">${words.matrixNote(structure.points.length, formatNumber(structure.ratio))}${isPenalised ? ` ${words.penalised}` : ''}</p>
  </div>`;
}
