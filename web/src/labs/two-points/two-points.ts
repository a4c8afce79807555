import { html, nothing } from 'lit';
import '../../chart/chart.ts';
import type { Series } from '../../chart/series.ts';
import type { FailureKind } from '../../engine/protocol.ts';
import { columnNames, pairColumn } from '../../engine/records.ts';
import { controlStyles } from '../../shell/control-styles.ts';
import '../../shell/field.ts';
import type { FieldChange } from '../../shell/field.ts';
import { formatNumber } from '../../shell/format.ts';
import '../../shell/run-bar.ts';
import type { RunAction } from '../../shell/run-bar.ts';
import { TurnElement } from '../../shell/turn.ts';
import { pageLink, type LabLink } from '../../spec/link.ts';
import { presetsOf } from '../../spec/presets.ts';
import { getField } from '../../spec/paths.ts';
import { strings } from '../../strings/en.ts';
import { twoPointsStrings as words } from '../../strings/two-points.ts';
import { LabTools } from '../frame/lab-tools.ts';
import { layerField } from '../frame/layer-field.ts';
import { StandIn } from '../frame/stand-in.ts';
import { pageLabStyles } from '../frame/page-lab-styles.ts';
import '../frame/tools-bar.ts';
import { wordsView } from '../frame/words-view.ts';
import { labEvent, partsShown, type LabElement } from '../frame/lab-element.ts';
import { distanceSeries, layerSeries, lossSeries } from './curves.ts';
import { describeRun } from './describe.ts';
import { fitPanel } from './fit-panel.ts';
import { LabState } from './lab-state.ts';
import { declaration } from './declaration.mjs';
import { settingGroups, settingPaths, type Setting } from './settings.ts';
import { labStyles } from './styles.ts';

type Part = keyof typeof declaration.parts;

/** Below this the loss says nothing more about learning. */
const lossFloor = 1e-8;
/** A screen reader hears of progress at most this often. */
const announceEveryMilliseconds = 10000;
/** And, while nothing runs, of what was changed when it has been left alone for so long. */
const restMilliseconds = 700;

/**
 * <reprise-two-points>: trains a network on two points and lays the fitted theory over what it measures.
 * Its state is the page's link (see spec/url.ts), unless it is given another. `show` names the parts to
 * show (declaration.mjs).
 */
export class RepriseTwoPoints extends TurnElement implements LabElement {
  static override properties = { show: {}, announced: { state: true }, asked: { state: true } };
  link: LabLink = pageLink;
  declare show: string;
  declare protected announced: string;
  /** Whether the reader has asked for anything: a page that opens says nothing of its own accord. */
  declare protected asked: boolean;

  private readonly lab = new LabState(() => this.changed());
  private readonly tools = new LabTools(this);
  private announcedAt = -Infinity;
  private announcedState = '';
  private rest = 0;

  constructor() {
    super();
    new StandIn(this);
    this.show = '';
    this.announced = '';
    this.asked = false;
    for (const kind of ['click', 'keydown']) this.addEventListener(kind, () => (this.asked = true));
  }

  override connectedCallback() {
    super.connectedCallback();
    this.lab.connect(this.link);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.rest);
    this.lab.disconnect();
  }

  opened(): Promise<void> {
    return this.lab.opened;
  }

  act(action: RunAction): Promise<void> {
    this.asked = true;
    return this.lab.act(action);
  }

  report() {
    return this.lab.report();
  }

  result() {
    return this.lab.result();
  }

  openLink(hash: string): Promise<void> {
    return this.lab.openLink(hash);
  }

  private get shown(): ReadonlySet<Part> {
    return partsShown(this.show, declaration.parts);
  }

  private changed() {
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent(labEvent, { bubbles: true, composed: true }));
    const { status } = this.lab;
    if (!status) return;
    const now = performance.now();
    const turned = status.state !== this.announcedState;
    this.announcedState = status.state;
    clearTimeout(this.rest);
    if (status.state !== 'running') {
      this.rest = window.setTimeout(() => this.say(), turned ? 0 : restMilliseconds);
    } else if (turned) this.announcedAt = now;
    else if (now - this.announcedAt >= announceEveryMilliseconds) this.say();
  }

  private say() {
    this.announcedAt = performance.now();
    this.announced = describeRun(this.lab);
  }

  override render() {
    const { lab } = this;
    const settings = this.shown.has('settings');
    return html`<div class="lab ${settings ? '' : 'alone'}">
        <div class="stage">
          <reprise-run-bar
            .status=${lab.status}
            .busy=${!lab.ready}
            .speed=${lab.speed}
            .stepEpochs=${lab.spec.observe.every}
            @run-action=${(event: CustomEvent<RunAction>) => void lab.act(event.detail)}
            @speed-change=${(event: CustomEvent<number | null>) => lab.setSpeed(event.detail)}
          >
            <reprise-lab-tools .tools=${this.tools} .seed=${lab.spec.seed}></reprise-lab-tools>
          </reprise-run-bar>
          ${this.renderNotices()}
          <reprise-reference-run .tools=${this.tools}></reprise-reference-run>
          ${this.renderFigures()}
        </div>
        ${settings ? this.renderSettings() : nothing}
      </div>
      <div class="still"><slot></slot></div>
      ${wordsView(this.announced, this.asked, 'visually-hidden')}`;
  }

  private renderNotices() {
    const { lab } = this;
    const { path, value } = lab.wayOut();
    const overflow = path === 'network.gain';
    return html`${lab.failure
        ? html`<div class="notice" role="alert">
            <p>
              ${failureText(lab.failure.kind)}
              <span class="detail">${lab.failure.message}</span>
            </p>
            <button type="button" @click=${() => void lab.rebuild()}>
              ${lab.failure.kind === 'load' ? strings.failure.again : strings.failure.restart}
            </button>
          </div>`
        : nothing}
      ${lab.status?.state === 'diverged'
        ? html`<div class="notice" role="alert">
            <p>
              <strong>${words.diverged}</strong> ${overflow ? words.overflowAdvice : words.divergedAdvice}
              <span class="detail">${lab.status.message}</span>
            </p>
            <div class="row">
              <button
                type="button"
                class="primary"
                @click=${() => void lab.change(path, value)}
              >
                ${overflow ? words.smallerGain(formatNumber(value, 2)) : words.slower(formatNumber(value, 2))}
              </button>
              <button type="button" @click=${() => void lab.act('reset')}>${strings.run.reset}</button>
            </div>
          </div>`
        : nothing}
      ${lab.unknown.length > 0
        ? html`<p class="notice mild">${words.unknownInLink(lab.unknown.join(', '))}</p>`
        : nothing}
      ${this.otherProblem()}`;
  }

  /** A refusal that belongs to no control shown is said at the top. */
  private otherProblem() {
    const { problem } = this.lab;
    if (!problem || settingPaths.includes(problem.field) || problem.field === 'observe.layer') return nothing;
    return html`<p class="notice" role="alert">${problem.message}</p>`;
  }

  private renderFigures() {
    const { lab, shown } = this;
    const { records, description, fitted } = lab;
    const spec = description?.spec ?? lab.spec;
    const { layer } = lab.spec.observe;
    const { epochs } = spec.training;
    const theory = fitted?.theory ?? null;
    const time = { title: words.chart.time, min: 0, max: epochs };
    const untouched = (lab.status?.state ?? 'idle') === 'idle';
    const distances: Series[] = records ? distanceSeries(records, layer, theory) : [];
    const losses = records ? lossSeries(records, spec, theory, fitted?.fit ?? null) : [];
    const layers = records ? layerSeries(records, spec.network.hidden_layers, layer) : [];
    const highest = 1.15 * (spec.task.kind === 'two_points' ? spec.task.dy2 : 1);
    const measured = records ? pairColumn(records, 'h', layer) : new Float64Array(0);
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
      <ul class="meanings">
        ${(['h', 'y', 'w'] as const).map(
          (q) => html`<li><var class=${q}>${q}</var> ${words.meanings[q]}</li>`,
        )}
      </ul>
      ${layerField({
        layer: lab.draft.observe.layer,
        layers: spec.network.hidden_layers,
        refused: lab.problem?.field === 'observe.layer',
        look: (wanted) => lab.look(wanted, false),
        change: (wanted) => void lab.change('observe.layer', wanted),
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
          min: lossFloor,
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
        h: measured[measured.length - 1] ?? NaN,
        y: records?.last(columnNames.y(0, 1)) ?? NaN,
        finished: lab.status?.state === 'finished',
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

  private renderSettings() {
    const { lab } = this;
    return html`<aside class="panel settings">
      <h2>${words.settings}</h2>
      <reprise-field
        .label=${words.preset}
        .value=${lab.preset.name}
        .choices=${presetsOf('two-points').map(({ name, title }) => ({ value: name, label: title }))}
        .hint=${lab.preset.summary}
        @change-value=${(event: CustomEvent<FieldChange>) =>
          void lab.choosePreset(String(event.detail.value))}
      ></reprise-field>
      ${settingGroups.map(
        ({ title, settings }) =>
          html`<fieldset>
            <legend>${title}</legend>
            ${settings.map((setting) =>
              setting.applies && !setting.applies(lab.draft) ? nothing : this.renderSetting(setting),
            )}
          </fieldset>`,
      )}
    </aside>`;
  }

  private renderSetting({ path, label, hint, choices, slider }: Setting) {
    return html`<reprise-field
      .label=${label}
      .hint=${hint ?? ''}
      .value=${getField(this.lab.draft, path) as number | string}
      .choices=${choices ?? null}
      .slider=${slider ?? null}
      .error=${this.errorOf(path)}
      @change-value=${(event: CustomEvent<FieldChange>) =>
        void this.lab.change(path, event.detail.value)}
    ></reprise-field>`;
  }

  private errorOf(path: string): string {
    const { problem } = this.lab;
    return problem?.field === path ? words.refused(problem.value, problem.allowed) : '';
  }

  static override styles = [controlStyles, labStyles, pageLabStyles];
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
