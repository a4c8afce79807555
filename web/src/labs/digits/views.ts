/** The lab's panels, each a function of the values it shows and of what is to be done. */
import { html, nothing } from 'lit';
import '../../chart/chart.ts';
import type { Series } from '../../chart/series.ts';
import type { Spec } from '../../spec/types.ts';
import { digitsStrings as strings } from '../../strings/digits.ts';
import type { MisfitContext } from '../../strings/digits-misfit.ts';
import { drawnSeries, type Drawing } from '../frame/drawing.ts';
import type { DigitSource } from './digit-source.ts';
import { taskOf } from './picture-sets.ts';
import type { Arrangement, DigitsRun } from './run.ts';

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`;

/** A measured share, as precise as a chapter's questions say it. */
export const percent = (share: number) => `${(100 * share).toFixed(share > 0 && share < 1 ? 1 : 0)} %`;

/** The button that fetches the rest of a set. */
export const loadAllButton = (source: DigitSource, loadRest: () => void) =>
  html`<button type="button" @click=${loadRest}>${strings.loadAll(megabytes(source.restBytes))}</button>`;

export interface Loading {
  source: DigitSource;
  /** Whether the pictures are the reader's own, and whether they are still to be given. */
  own: boolean;
  ownMissing: boolean;
  needsMore: boolean;
  load: () => void;
  loadRest: () => void;
  retry: () => void;
}

/** How far the loading is, why it failed, and what is still to be asked for. */
export function loadingView({ source, own, ownMissing, needsMore, load, loadRest, retry }: Loading) {
  if (source.state === 'loading') {
    const { loaded, total } = source.progress ?? { loaded: 0, total: 0 };
    return html`<div class="loading">
      <span>${source.packed ? strings.loadingMore : strings.loading}</span>
      <progress max=${total || 1} .value=${loaded} aria-label=${strings.loading}></progress>
      <span class="number">
        ${total > 0 ? strings.bytes(megabytes(loaded), megabytes(total)) : ''}
      </span>
    </div>`;
  }
  if (source.state === 'failed') {
    return html`<div class="notice" role="alert">
      <p>${strings.loadFailed} ${source.failure}</p>
      <button type="button" @click=${retry}>${strings.retry}</button>
    </div>`;
  }
  if (ownMissing) return html`<p class="notice mild">${strings.ownMissing}</p>`;
  if (needsMore) {
    return html`<div class="notice mild">
      <p>${strings.needMore}</p>
      ${loadAllButton(source, loadRest)}
    </div>`;
  }
  if (source.state !== 'idle' || own) return nothing;
  return html`<button type="button" @click=${load}>${strings.loadNow}</button>`;
}

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
export function curvesView(run: DigitsRun, drawings: readonly Drawing[]) {
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

export interface Structured {
  arrangement: Arrangement | null;
  failure: string;
  /** Pictures that are looked at. */
  count: number;
  names: readonly string[];
  layer: number;
  epoch: number;
  /** Whether there is anything to look at. */
  ready: boolean;
  look: () => Promise<void>;
}

/** How the observed layer arranges many training pictures: asked for by a button, since it takes a moment. */
export function structureView({ arrangement, failure, count, names, layer, epoch, ready, look }: Structured) {
  const words = strings.structure;
  const pressed = async () => {
    // Matrices weigh something, and most readers of a chapter never ask for these.
    await import('./structure-view.ts');
    await look();
  };
  return html`<div class="panel structure">
    <h2>${words.title}</h2>
    <p class="intro">${words.intro}</p>
    <p>
      <button type="button" ?disabled=${!ready} @click=${() => void pressed()}>${words.look(count)}</button>
    </p>
    <p class="visually-hidden" role="status">${arrangement ? words.done(Math.floor(arrangement.epoch)) : ''}</p>
    ${failure ? html`<p class="notice" role="alert">${words.failed} ${failure}</p>` : nothing}
    ${
      arrangement
        ? html`<reprise-digits-structure
            .arrangement=${arrangement}
            .names=${names}
            .layer=${layer}
            .stale=${arrangement.epoch !== epoch}
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
