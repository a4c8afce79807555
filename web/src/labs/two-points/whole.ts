import { html, nothing } from 'lit';
import type { FailureKind } from '../../engine/protocol.ts';
import { controlStyles } from '../../shell/control-styles.ts';
import { formatNumber } from '../../shell/format.ts';
import { pageLink } from '../../spec/link.ts';
import type { Spec } from '../../spec/types.ts';
import { strings } from '../../strings/en.ts';
import { twoPointChapterStrings } from '../../strings/two-point-chapter.ts';
import { twoPointsStrings as words } from '../../strings/two-points.ts';
import { partsShown } from '../frame/lab-element.ts';
import { LabTools } from '../frame/lab-tools.ts';
import { unknownView } from '../frame/lab-views.ts';
import { layerField } from '../frame/layer-field.ts';
import { meaningsStyles } from '../frame/meanings.ts';
import { pageLabStyles } from '../frame/page-lab-styles.ts';
import '../frame/tools-bar.ts';
import { wordsView } from '../frame/words-view.ts';
import { applySetting, wayOut } from './changes.ts';
import { declaration } from './declaration.mjs';
import { describeRun } from './describe.ts';
import { fitPanel } from './fit-panel.ts';
import { TwoPointLab } from './lab.ts';
import { PairRun } from './run.ts';
import { settingPaths } from './settings.ts';
import { settingsPanel } from './settings-panel.ts';
import { pageLossFloor } from './thresholds.ts';
import { curvesView, layersView, lossView, type Shown } from './views.ts';
import { labStyles } from './whole-styles.ts';

const { parts } = declaration.page.element;
type Part = keyof typeof parts;

type WholeShown = Shown & {
  /** Chooses the layer looked at. */
  layer: unknown;
  fitView: unknown;
};

/** By part, in their order. */
const figures: Partial<Record<Part, (shown: WholeShown) => unknown>> = {
  distances: (shown) => html`<div class="panel wide">${curvesView(shown)} ${shown.layer}</div>`,
  loss: (shown) => html`<div class="panel">${lossView(shown)}</div>`,
  layers: (shown) => html`<div class="panel">${layersView(shown)}</div>`,
  fit: ({ fitView }) => html`<section class="panel wide fit" aria-label=${words.fit.title}>${fitView}</section>`,
};

/**
 * <reprise-two-points>: the same lab whole, with every control, as its page and embeddings show it. Its state is the page's link
 * (see spec/url.ts), unless it is given another. `show` names the parts to show (declaration.mjs).
 */
export class WholeTwoPoints extends TwoPointLab {
  protected override readonly goesOn = true;
  override readonly tools = new LabTools(this);

  constructor() {
    super({ preset: 'two-points/default', label: words.label, speeds: [null, 100, 30, 10], speed: null });
    this.link = pageLink;
  }

  protected override makeRun(spec: Spec): PairRun {
    return new PairRun(spec, () => this.changed(), { fit: true, hand: false });
  }

  override inWords(): string {
    return describeRun(this.run);
  }

  protected override renderLab() {
    const { run, presets } = this;
    const shown = partsShown(this.show, parts);
    const settings = shown.has('settings');
    return html`<div class="lab ${settings ? '' : 'alone'}">
        <div class="stage">
          ${this.runBar(nothing, !run.description || run.failure !== null)} ${this.renderNotices()} ${this.renderReference()}
          ${this.renderFigures(shown)}
        </div>
        ${settings
          ? settingsPanel(
              presets,
              this.baseOf(run.draft),
              { draft: run.draft, problem: run.problem, change: (path, value) => void this.changeField(path, value) },
              (name) => void this.choosePreset(name),
            )
          : nothing}
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
    return html`<p class="notice" role="alert">${strings.refused(problem)}</p>`;
  }

  private renderFigures(parts: ReadonlySet<Part>) {
    const { run } = this;
    const { fitted } = run;
    const shown: WholeShown = {
      run,
      charted: { ...this.charted, group: 'two-points' },
      words,
      note: (run.status?.state ?? 'idle') === 'idle' ? twoPointChapterStrings.press : words.key,
      symbol: this.symbol,
      guess: null,
      fitted,
      hand: null,
      lossFloor: pageLossFloor,
      layer: layerField({
        layer: run.draft.observe.layer,
        layers: run.spec.network.hidden_layers,
        refused: run.problem?.field === 'observe.layer',
        look: (wanted) => run.observe(wanted, false),
        change: (wanted) => void this.observe(wanted),
      }),
      fitView: fitPanel(fitted, { h: this.measure('h'), y: this.measure('y'), finished: run.finished }),
    };
    return html`<div class="figures">
      ${Object.entries(figures).map(([part, view]) => (parts.has(part as Part) ? view(shown) : nothing))}
    </div>`;
  }

  /** Once the reader has come to rest at a layer: until then it was looked at, and is so already. */
  private async observe(layer: number | string): Promise<void> {
    const { run } = this;
    await this.change(applySetting(run.problem ? run.spec : run.draft, 'observe.layer', layer), 'observe.layer');
  }

  static override styles = [controlStyles, meaningsStyles, labStyles, pageLabStyles];
}

function failureText(kind: FailureKind): string {
  if (kind === 'load') return strings.failure.load;
  return kind === 'trap' ? strings.failure.trap : strings.failure.other;
}

customElements.define('reprise-two-points', WholeTwoPoints);
