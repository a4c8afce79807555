/** How accuracy and loss went, on the training pictures and on the held-out ones. */
import { html } from 'lit';
import '../../chart/chart.ts';
import type { Series } from '../../chart/series.ts';
import { digitsStrings as strings } from '../../strings/digits.ts';
import { drawnSeries, type Drawing } from '../frame/drawing.ts';
import type { LabState } from './lab-state.ts';

export function curvesPart({ run, spec }: LabState, drawing: Drawing | null) {
  const t = run.column('t');
  const curve = (id: string, held: boolean): Series => ({
    id,
    label: held ? strings.heldOut : strings.training,
    name: held ? strings.heldOut : strings.training,
    x: t,
    y: run.column(id),
    colour: held ? 'accuracy' : 'ink-muted',
    kind: 'measured',
  });
  const drawn = (curve: string): Series[] =>
    drawing?.curve === curve ? [drawnSeries(drawing, strings.yourDrawing)] : [];
  const xAxis = { title: strings.time, min: 0, max: spec.training.epochs };
  return html`<div class="panel charts">
    <reprise-chart
      .heading=${strings.accuracyChart}
      .xAxis=${xAxis}
      .yAxis=${{ title: strings.accuracyUnit, min: 0, max: 1 }}
      .series=${[curve('train_accuracy', false), curve('held_out_accuracy', true), ...drawn('accuracy')]}
      group="digits"
    ></reprise-chart>
    <reprise-chart
      .heading=${strings.lossChart}
      .xAxis=${xAxis}
      .yAxis=${{ title: strings.lossUnit[spec.training.loss], min: 0 }}
      .series=${[curve('loss', false), curve('held_out_loss', true), ...drawn('loss')]}
      group="digits"
    ></reprise-chart>
  </div>`;
}
