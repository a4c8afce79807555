import { LitElement, html, nothing, type PropertyValues } from 'lit';
import '../../chart/chart.ts';
import type { Series } from '../../chart/series.ts';
import { controlStyles } from '../../shell/control-styles.ts';
import { digitsStrings as strings } from '../../strings/digits.ts';
import { LabState } from './lab-state.ts';
import { labStyles } from './lab-styles.ts';
import { largestTrainCount } from './subset.ts';
import './class-choice.ts';
import './mistake-gallery.ts';
import './own-pictures.ts';
import type { OwnFiles } from './own-pictures.ts';
import './pair-comparison.ts';
import './pair-picker.ts';
import './run-bar.ts';
import './settings-form.ts';
import type { FieldChange } from './settings-form.ts';

const percent = (share: number) => `${(100 * share).toFixed(share > 0.9 && share < 1 ? 1 : 0)} %`;
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`;

/**
 * <reprise-digits-lab>: trains a network on real handwritten digits in the page. Its state is the page's
 * link, unless the attribute `preset` names where to start, as in a tutorial.
 */
export class DigitsLab extends LitElement {
  static override properties = { preset: {} };
  declare preset: string;

  private readonly lab = new LabState(() => this.schedule());
  private frame = 0;

  constructor() {
    super();
    this.preset = '';
  }

  override connectedCallback() {
    super.connectedCallback();
    this.lab.open(this.preset);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.lab.close();
  }

  /** Draws at most once a frame, however many messages arrive. */
  private schedule() {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.requestUpdate();
    });
  }

  override render() {
    return html`<section class="lab" aria-label=${strings.label}>
      ${this.renderChoice()} ${this.renderRun()} ${this.renderCurves()} ${this.renderPair()}
      ${this.renderMistakes()}
    </section>`;
  }

  /** For tests and for styles: where the lab stands. */
  protected override updated(_: PropertyValues<this>) {
    const { run, source } = this.lab;
    this.dataset.state = run.status?.state ?? source.state;
    this.dataset.epoch = String(run.epoch);
    this.dataset.heldOutAccuracy = String(run.last('held_out_accuracy'));
  }

  private renderChoice() {
    const { lab } = this;
    return html`<div class="panel choice">
      <div class="presets" role="group" aria-label=${strings.start}>
        <span class="label">${strings.start}</span>
        ${lab.presets.map(
          ({ name, title }) =>
            html`<button
              type="button"
              aria-pressed=${lab.preset.name === name}
              @click=${() => lab.choosePreset(name)}
            >
              ${strings.presetNames[name] ?? title}
            </button>`,
        )}
      </div>
      <p class="summary">${lab.preset.summary}</p>
      <reprise-class-choice
        .chosen=${lab.task.classes}
        .samples=${lab.samples}
        .counts=${lab.countPerClass}
        @choose=${(event: CustomEvent<number[]>) => lab.chooseClasses(event.detail)}
      ></reprise-class-choice>
      <div class="counts">
        ${this.renderCount('task.train_count', strings.trainCount, this.trainHint())}
        ${this.renderCount('task.held_out_count', strings.heldOutCount, strings.heldOutHint)}
      </div>
      ${this.renderOtherProblem()} ${this.renderLoading()}
      <reprise-digits-settings
        .spec=${lab.spec}
        .problem=${lab.run.problem}
        .parameters=${lab.run.parameters}
        @change-field=${({ detail }: CustomEvent<FieldChange>) =>
          lab.change(detail.path, detail.value)}
      ></reprise-digits-settings>
      <reprise-own-pictures
        .inUse=${lab.ownInUse}
        .problem=${lab.ownProblem}
        @own=${(event: CustomEvent<OwnFiles>) => lab.useOwn(event.detail)}
        @packed=${() => lab.usePacked()}
      ></reprise-own-pictures>
    </div>`;
  }

  private trainHint() {
    const { countPerClass, task } = this.lab;
    if (!countPerClass) return strings.trainHint;
    const most = largestTrainCount(countPerClass, task.classes, task.held_out_count);
    return `${strings.trainHint} ${strings.upTo(most)}`;
  }

  private renderCount(path: 'task.train_count' | 'task.held_out_count', label: string, hint: string) {
    const { lab } = this;
    const value = path === 'task.train_count' ? lab.task.train_count : lab.task.held_out_count;
    const problem = lab.run.problem?.field === path ? lab.run.problem.message : '';
    return html`<div>
      <label for=${path}>${label}</label>
      <input
        id=${path}
        type="number"
        inputmode="numeric"
        min=${lab.task.classes.length}
        step="1"
        .value=${String(value)}
        aria-invalid=${problem !== ''}
        aria-describedby="${path}-hint ${path}-error"
        @change=${(event: Event) => {
          const input = event.target as HTMLInputElement;
          if (input.value === '') input.value = String(value);
          else lab.change(path, Number(input.value));
        }}
      />
      <p class="error" id="${path}-error" role="alert" ?hidden=${problem === ''}>${problem}</p>
      <p class="hint" id="${path}-hint">${hint}</p>
    </div>`;
  }

  /** A refusal that no field of the form shows. */
  private renderOtherProblem() {
    const { unknown, run } = this.lab;
    const shown = /^(task\.(train|held_out)_count|network\.|training\.|observe\.every|seed)/;
    const refused = run.problem && !shown.test(run.problem.field) ? run.problem.message : '';
    return html`${unknown.length > 0
      ? html`<p class="notice">${strings.unknown(unknown.join(', '))}</p>`
      : nothing}
    ${refused || run.failure
      ? html`<p class="notice" role="alert">${refused || run.failure}</p>`
      : nothing}`;
  }

  private renderLoading() {
    const { lab } = this;
    const { source } = lab;
    if (source.state === 'loading') {
      const { loaded, total } = source.progress ?? { loaded: 0, total: 0 };
      return html`<div class="loading">
        <span>${source.packed ? strings.loadingMore : strings.loading}</span>
        <progress
          max=${total || 1}
          .value=${loaded}
          aria-label=${strings.loading}
        ></progress>
        <span class="number">
          ${total > 0 ? strings.bytes(megabytes(loaded), megabytes(total)) : ''}
        </span>
      </div>`;
    }
    if (source.state === 'failed') {
      return html`<div class="notice" role="alert">
        ${strings.loadFailed} ${source.failure}
        <button type="button" @click=${() => lab.retry()}>${strings.retry}</button>
      </div>`;
    }
    if (lab.ownMissing) return html`<p class="notice">${strings.ownMissing}</p>`;
    if (lab.isOwn) return nothing;
    if (source.state === 'idle') {
      return html`<button type="button" @click=${() => lab.load()}>
        ${strings.loadNow(megabytes(975_000))}
      </button>`;
    }
    if (source.complete) return html`<p class="hint">${strings.allLoaded}</p>`;
    const load = html`<button type="button" @click=${() => lab.loadRest()}>
      ${strings.loadAll(megabytes(source.restBytes))}
    </button>`;
    return lab.needsMore ? html`<p class="notice mild">${strings.needMore} ${load}</p>` : load;
  }

  private renderRun() {
    const { lab } = this;
    const accuracy = lab.run.last('held_out_accuracy');
    const total = lab.task.held_out_count;
    const known = Number.isFinite(accuracy);
    return html`<div class="panel run">
      <reprise-run-bar
        .status=${lab.run.status}
        .epochs=${lab.spec.training.epochs}
        .ready=${lab.canRun}
        .preparing=${lab.preparing}
        @action=${(event: CustomEvent<string>) => lab.act(event.detail)}
      ></reprise-run-bar>
      <p class="score">
        <strong class="number">${known ? percent(accuracy) : '–'}</strong>
        <span>
          ${strings.heldOutAccuracy}<br />
          <small>
            ${known ? `${strings.ofCount(Math.round(accuracy * total), total)}; ` : ''}${strings.chance(
              percent(1 / lab.task.classes.length),
            )}
          </small>
        </span>
      </p>
      ${lab.run.status?.message
        ? html`<p class="notice" role="alert">${lab.run.status.message}</p>`
        : nothing}
      <p class="visually-hidden" role="status">${this.announcement()}</p>
    </div>`;
  }

  /** Said once at each change of state, not at every epoch. */
  private announcement() {
    const { run } = this.lab;
    if (!run.status) return '';
    const state = strings.states[run.status.state];
    const accuracy = run.last('held_out_accuracy');
    if (run.running || !Number.isFinite(accuracy)) return state;
    return `${state} ${percent(accuracy)} ${strings.heldOutAccuracy}.`;
  }

  private renderCurves() {
    const { run, spec } = this.lab;
    const t = run.column('t');
    const curve = (id: string, held: boolean): Series => ({
      id,
      label: held ? strings.heldOut : strings.training,
      name: held ? strings.heldOut : strings.training,
      x: t,
      y: run.column(id),
      colour: held ? 'accuracy' : 'loss',
      kind: 'measured',
    });
    const xAxis = { title: strings.time, min: 0, max: spec.training.epochs };
    return html`<div class="panel charts">
      <reprise-chart
        .heading=${strings.accuracyChart}
        .xAxis=${xAxis}
        .yAxis=${{ title: strings.accuracyUnit, min: 0, max: 1 }}
        .series=${[curve('train_accuracy', false), curve('held_out_accuracy', true)]}
        group="digits"
      ></reprise-chart>
      <reprise-chart
        .heading=${strings.lossChart}
        .xAxis=${xAxis}
        .yAxis=${{ title: strings.lossUnit[spec.training.loss], min: 0 }}
        .series=${[curve('loss', false), curve('held_out_loss', true)]}
        group="digits"
      ></reprise-chart>
    </div>`;
  }

  private renderPair() {
    const { lab } = this;
    const { run, spec } = lab;
    const layers = spec.network.hidden_layers;
    return html`<div class="panel">
      <h2>${strings.pair}</h2>
      <p class="intro">${strings.pairIntro}</p>
      <div class="pair">
        <reprise-pair-picker
          .pair=${spec.observe.points ?? []}
          .classes=${lab.task.classes}
          .count=${run.subset?.train.length ?? 0}
          .picture=${lab.trainingPicture}
          @choose=${(event: CustomEvent<number[]>) => lab.change('observe.points', event.detail)}
        ></reprise-pair-picker>
        <div class="layer">
          <label for="layer">${strings.layer}</label>
          <select
            id="layer"
            @change=${(event: Event) =>
              lab.change('observe.layer', Number((event.target as HTMLSelectElement).value))}
          >
            ${Array.from(
              { length: Number.isInteger(layers) ? Math.min(layers, 100) : 0 },
              (_, layer) =>
                html`<option value=${layer} ?selected=${layer === spec.observe.layer}>
                  ${strings.layerOf(layer, layers)}
                </option>`,
            )}
          </select>
        </div>
      </div>
      <reprise-pair-comparison
        .measured=${run.trajectory()}
        .theory=${run.theory}
        .fit=${run.fit}
        .findings=${run.findings}
        .fitFailure=${run.fitFailure}
        .context=${lab.misfitContext}
        .epochs=${spec.training.epochs}
      ></reprise-pair-comparison>
    </div>`;
  }

  private renderMistakes() {
    const { lab } = this;
    return html`<div class="panel">
      <h2>${strings.mistakes}</h2>
      <reprise-mistake-gallery
        .mistakes=${lab.run.mistakes}
        .total=${lab.run.outputs.length > 0 ? lab.task.held_out_count : 0}
        .classes=${lab.task.classes}
        .picture=${lab.heldOutPicture}
        .judge=${lab.judge}
        .trained=${lab.run.epoch > 0}
      ></reprise-mistake-gallery>
    </div>`;
  }

  static override styles = [controlStyles, labStyles];
}

customElements.define('reprise-digits-lab', DigitsLab);

declare global {
  interface HTMLElementTagNameMap {
    'reprise-digits-lab': DigitsLab;
  }
}
