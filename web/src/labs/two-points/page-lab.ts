import { html, nothing } from 'lit';
import '../../chart/chart.ts';
import type { FailureKind } from '../../engine/protocol.ts';
import { controlStyles } from '../../shell/control-styles.ts';
import '../../shell/field.ts';
import type { FieldChange } from '../../shell/field.ts';
import { formatNumber } from '../../shell/format.ts';
import { pageLink } from '../../spec/link.ts';
import { getField } from '../../spec/paths.ts';
import type { Spec } from '../../spec/types.ts';
import { strings } from '../../strings/en.ts';
import { twoPointsStrings as words } from '../../strings/two-points.ts';
import { partsShown } from '../frame/lab-element.ts';
import { LabTools } from '../frame/lab-tools.ts';
import { layerField } from '../frame/layer-field.ts';
import { unknownView } from '../frame/lab-views.ts';
import { pageLabStyles } from '../frame/page-lab-styles.ts';
import { meaningsStyles, meaningsView } from '../frame/meanings.ts';
import { distanceSeries } from '../frame/pair-series.ts';
import '../frame/tools-bar.ts';
import { wordsView } from '../frame/words-view.ts';
import { applySetting, wayOut } from './changes.ts';
import { layerSeries, lossSeries } from './curves.ts';
import { declaration } from './declaration.mjs';
import { describeRun } from './describe.ts';
import { fitPanel } from './fit-panel.ts';
import { labStyles } from './page-lab-styles.ts';
import { PairLab } from './pair-lab.ts';
import { PairRun } from './run.ts';
import { settingGroups, settingPaths, type Setting } from './settings.ts';
import { pageLossFloor } from './thresholds.ts';

const { parts } = declaration.page.element;
type Part = keyof typeof parts;

/** Epochs per second; null for as fast as it goes. */
const speeds = [null, 100, 30, 10];

/**
 * <reprise-two-points>: the lab whole, with every control, as its page and embeddings show it. Its state is the page's link
 * (see spec/url.ts), unless it is given another. `show` names the parts to show (declaration.mjs).
 */
export class RepriseTwoPoints extends PairLab {
  protected override readonly goesOn = true;
  override readonly tools = new LabTools(this);

  constructor() {
    super({ declaration, preset: 'two-points/default', label: words.label, speeds });
    this.link = pageLink;
  }

  protected makeRun(spec: Spec): PairRun {
    return new PairRun(spec, () => this.changed(), { fit: true, hand: false });
  }

  inWords(): string {
    return describeRun(this.run);
  }

  private get shown(): ReadonlySet<Part> {
    return partsShown(this.show, parts);
  }

  protected renderLab() {
    const { run } = this;
    const settings = this.shown.has('settings');
    return html`<div class="lab ${settings ? '' : 'alone'}">
        <div class="stage">
          ${this.runBar(nothing, !run.description || run.failure !== null)}
          ${this.renderNotices()}
          ${this.renderReference()} ${this.renderFigures()}
        </div>
        ${settings ? this.renderSettings() : nothing}
      </div>
      <div class="still"><slot></slot></div>
      ${wordsView(this.announced, this.asked, 'visually-hidden')}`;
  }

  private renderNotices() {
    const { run } = this;
    const { failure, status } = run;
    const { path, value } = wayOut(run.spec, this.base.spec, status?.epoch === 0);
    const overflow = path === 'network.gain';
    return html`${failure
        ? html`<div class="notice" role="alert">
            <p>
              ${failureText(failure.kind)}
              <span class="detail">${failure.message}</span>
            </p>
            <button type="button" @click=${() => void run.prepare()}>
              ${failure.kind === 'load' ? strings.failure.again : strings.failure.restart}
            </button>
          </div>`
        : nothing}
      ${status?.state === 'diverged'
        ? html`<div class="notice" role="alert">
            <p>
              <strong>${words.diverged}</strong> ${overflow ? words.overflowAdvice : words.divergedAdvice}
              <span class="detail">${status.message}</span>
            </p>
            <div class="row">
              <button
                type="button"
                class="primary"
                @click=${() => void this.changeField(path, value)}
              >
                ${overflow ? words.smallerGain(formatNumber(value, 2)) : words.slower(formatNumber(value, 2))}
              </button>
              <button type="button" @click=${() => void this.act('reset')}>${strings.run.reset}</button>
            </div>
          </div>`
        : nothing}
      ${unknownView(this)}
      ${this.otherProblem()}`;
  }

  /** A refusal that belongs to no control shown is said at the top. */
  private otherProblem() {
    const { problem } = this.run;
    if (!problem || settingPaths.includes(problem.field) || problem.field === 'observe.layer') return nothing;
    return html`<p class="notice" role="alert">${problem.message}</p>`;
  }

  private renderFigures() {
    const { run, shown } = this;
    const { spec, layer, records, fitted, status } = run;
    const { epochs } = spec.training;
    const theory = fitted?.theory ?? null;
    const time = { title: words.chart.time, min: 0, max: epochs };
    const untouched = (status?.state ?? 'idle') === 'idle';
    const distances = records ? distanceSeries(records, layer, theory, words.curves) : [];
    const losses = records ? lossSeries(records, spec, theory, fitted?.fit ?? null) : [];
    const layers = records ? layerSeries(records, spec.network.hidden_layers, layer) : [];
    const highest = 1.15 * (spec.task.kind === 'two_points' ? spec.task.dy2 : 1);
    const main = html`<div class="panel wide">
      <reprise-chart
        class="main-chart"
        group="two-points"
        .heading=${words.chart.distances}
        .series=${distances}
        .xAxis=${time}
        .yAxis=${{ title: words.chart.distancesUnit, suggestedMin: -0.1, suggestedMax: highest }}
        .note=${untouched ? words.chart.press : words.chart.key}
      ></reprise-chart>
      ${meaningsView(words.meanings)}
      ${layerField({
        layer: run.draft.observe.layer,
        layers: spec.network.hidden_layers,
        refused: run.problem?.field === 'observe.layer',
        look: (wanted) => run.observe(wanted, false),
        change: (wanted) => void this.observe(wanted),
      })}
    </div>`;
    const loss = html`<div class="panel">
      <reprise-chart
        group="two-points"
        .heading=${words.chart.loss}
        .series=${losses}
        .xAxis=${time}
        .yAxis=${{
          title: words.chart.lossUnits[spec.training.loss],
          scale: 'log',
          min: pageLossFloor,
          suggestedMax: 1,
        }}
      ></reprise-chart>
    </div>`;
    const byLayer = html`<div class="panel">
      <reprise-chart
        .heading=${words.chart.layers}
        .series=${layers}
        .xAxis=${{ title: words.chart.layer, min: 1, max: Math.max(2, spec.network.hidden_layers) }}
        .yAxis=${{ title: words.chart.distancesUnit, min: 0 }}
      ></reprise-chart>
    </div>`;
    const fit = html`<section class="panel wide fit" aria-label=${words.fit.title}>
      ${fitPanel(fitted, {
        h: this.measure('h'),
        y: this.measure('y'),
        finished: run.finished,
      })}
    </section>`;
    const figures: [Part, unknown][] = [
      ['distances', main],
      ['loss', loss],
      ['layers', byLayer],
      ['fit', fit],
    ];
    return html`<div class="figures">
      ${figures.map(([part, figure]) => (shown.has(part) ? figure : nothing))}
    </div>`;
  }

  /** Once the reader has come to rest at a layer: until then it was looked at, and is so already. */
  private async observe(layer: number | string): Promise<void> {
    const { run } = this;
    await this.change(applySetting(run.problem ? run.spec : run.draft, 'observe.layer', layer), 'observe.layer');
  }

  private renderSettings() {
    const { presets, run } = this;
    const base = this.baseOf(run.draft);
    return html`<aside class="panel settings">
      <h2>${words.settings}</h2>
      <reprise-field
        .label=${words.preset}
        .value=${base.name}
        .choices=${presets.map(({ name, title }) => ({ value: name, label: title }))}
        .hint=${base.summary}
        @change-value=${(event: CustomEvent<FieldChange>) =>
          void this.choosePreset(String(event.detail.value))}
      ></reprise-field>
      ${settingGroups.map(
        ({ title, settings }) =>
          html`<fieldset>
            <legend>${title}</legend>
            ${settings.map((setting) =>
              setting.applies && !setting.applies(run.draft) ? nothing : this.renderSetting(setting),
            )}
          </fieldset>`,
      )}
    </aside>`;
  }

  private renderSetting({ path, label, hint, choices, slider, shown }: Setting) {
    return html`<reprise-field
      .label=${label}
      .hint=${hint ?? ''}
      .value=${shown ? shown(this.run.draft) : (getField(this.run.draft, path) as number | string)}
      .choices=${choices ?? null}
      .slider=${slider ?? null}
      .error=${this.errorOf(path)}
      @change-value=${(event: CustomEvent<FieldChange>) =>
        void this.changeField(path, event.detail.value)}
    ></reprise-field>`;
  }

  private errorOf(path: string): string {
    const { problem } = this.run;
    return problem?.field === path ? words.refused(problem.value, problem.allowed) : '';
  }

  static override styles = [controlStyles, meaningsStyles, labStyles, pageLabStyles];
}

function failureText(kind: FailureKind): string {
  if (kind === 'load') return strings.failure.load;
  return kind === 'trap' ? strings.failure.trap : strings.failure.other;
}

customElements.define('reprise-two-points', RepriseTwoPoints);

declare global {
  interface HTMLElementTagNameMap {
    'reprise-two-points': RepriseTwoPoints;
  }
}
