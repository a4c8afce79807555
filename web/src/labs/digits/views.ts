/** The lab's panels, each a function of the values it shows and of what is to be done. */
import { html, nothing } from 'lit';
import '../../chart/chart.ts';
import type { Series } from '../../chart/series.ts';
import { formatFixed } from '../../shell/format.ts';
import type { Spec } from '../../spec/types.ts';
import { digitsStrings as strings } from '../../strings/digits.ts';
import type { MisfitContext } from './misfit-words.ts';
import { drawnSeries, type Drawing } from '../frame/drawing.ts';
import type { DigitSource } from '../../pictures/digit-source.ts';
import { taskOf } from './picture-sets.ts';
import type { DigitsRun } from './run.ts';

export const megabytes = (bytes: number) => `${formatFixed(bytes / 1e6, 2)} MB`;

/** A measured share, as precise as a chapter's questions say it. */
export const percent = (share: number) => `${formatFixed(100 * share, share > 0 && share < 1 ? 1 : 0)} %`;

/** The button that fetches the rest of a set. */
export const loadAllButton = (source: DigitSource, loadRest: () => void) =>
  html`<button type="button" @click=${loadRest}>${strings.loadAll(megabytes(source.restBytes))}</button>`;

/** The share of held-out pictures recognised now. */
export function scoreView(accuracy: number, spec: Spec) {
  const { held_out_count, classes } = taskOf(spec);
  const known = Number.isFinite(accuracy);
  return html`<p class="score">
    <strong class="number">${known ? percent(accuracy) : '–'}</strong>
    <span>${strings.heldOutAccuracy}</span>
    <span class="detail number">
      ${known ? `${strings.ofCount(Math.round(accuracy * held_out_count), held_out_count)}, ` : ''}${strings.chance(
        `${Math.round(100 / classes.length)} %`,
      )}
    </span>
  </p>`;
}

/** How accuracy and loss went, on the training pictures and on the held-out ones. */
export function curvesView({ run, drawings }: { run: DigitsRun; drawings: readonly Drawing[] }) {
  const { spec } = run;
  const curve = (id: string, held: boolean): Series => ({
    id,
    label: held ? strings.heldOut : strings.training,
    name: held ? strings.heldOut : strings.training,
    x: run.column('t'),
    y: run.column(id),
    colour: held ? 'accuracy' : 'ink-muted',
    kind: 'measured',
  });
  const drawn = (name: string): Series[] =>
    drawings.filter(({ curve }) => curve === name).map((drawing) => drawnSeries(drawing, strings.yourDrawing));
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

/** How the observed layer arranges many training pictures: asked for by a button, since it takes a moment. */
export function structureView({ run, names }: { run: DigitsRun; names: readonly string[] }) {
  const { arrangement, arrangementFailure: failure } = run;
  const diverged = run.status?.state === 'diverged';
  const ready = run.description !== null && !run.failure && !diverged;
  const words = strings.structure;
  const pressed = async () => {
    // Matrices weigh something, and most readers of a chapter never ask for these.
    await import('./structure-view.ts');
    await run.arrange();
  };
  return html`<div class="panel structure">
    <h2>${words.title}</h2>
    <p class="intro">${words.intro}</p>
    <p>
      <button type="button" ?disabled=${!ready} @click=${() => void pressed()}>${words.look(run.arranged)}</button>
    </p>
    <p class="visually-hidden" role="status">${arrangement ? words.done(Math.floor(arrangement.epoch)) : ''}</p>
    ${diverged ? html`<p class="notice mild">${words.diverged}</p>` : nothing}
    ${failure ? html`<p class="notice" role="alert">${words.failed} ${failure}</p>` : nothing}
    ${
      arrangement
        ? html`<reprise-digits-structure
            .arrangement=${arrangement}
            .names=${names}
            .layer=${run.spec.observe.layer}
            .stale=${arrangement.epoch !== run.epoch}
          ></reprise-digits-structure>`
        : nothing
    }
  </div>`;
}

/** What a verdict on a fit depends on besides the findings. */
export const misfitContext = (spec: Spec): Omit<MisfitContext, 'sse'> => ({
  trainCount: taskOf(spec).train_count,
  batch: spec.training.batch,
  layer: spec.observe.layer,
  hiddenLayers: spec.network.hidden_layers,
});
