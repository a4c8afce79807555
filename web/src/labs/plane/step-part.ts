import { LitElement, css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { drawingFrame } from '../../chart/figure-frame.ts';
import { EngineError } from '../../engine/client.ts';
import { controlStyles } from '../../shell/control-styles.ts';
import { formatCount, formatNumber } from '../../shell/format.ts';
import type { Spec } from '../../spec/types.ts';
import { planeStepStrings as words } from '../../strings/plane-step.ts';
import { parametersOf, type Widths } from './network-layout.ts';
import type { NextStep } from './next-step.ts';
import { mostLayersShown, mostParametersShown } from './step-stations.ts';

/** What it asks of the run, which does not change its identity. */
export interface StepSource {
  nextStep(): Promise<NextStep | null>;
  /** Trains on by one step. */
  takeStep(): Promise<void>;
}

/** The reader wants a network small enough to be shown. */
export const smallEvent = 'reprise-small';

/**
 * <reprise-step-part>: offers to show the next step of training number by number, says why not where the network is too
 * large, and brings the player when it is wanted.
 */
export class RepriseStepPart extends LitElement {
  @property({ attribute: false }) source!: StepSource;
  @property({ attribute: false }) spec!: Spec;
  @property({ attribute: false }) widths: Widths = [];
  @property({ attribute: false }) inputs: readonly string[] = [];
  @property({ attribute: false }) outputs: readonly string[] = [];
  /** What the run has come to: it changes whenever the network does. */
  @property() moment = '';
  /** Whether there is another step to take. */
  @property({ type: Boolean }) over = false;
  @state() step: NextStep | null = null;
  @state() protected asking = false;
  @state() protected problem = '';
  /** Of the run that the step was taken from. */
  private of = '';
  private shownSpec: Spec | null = null;

  protected override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('widths') && this.step && String(this.widths) !== String(this.step.widths)) this.step = null;
  }

  async show(): Promise<void> {
    this.asking = true;
    this.problem = '';
    try {
      const [step] = await Promise.all([this.source.nextStep(), import('./step-player.ts')]);
      this.step = step;
      this.shownSpec = this.spec;
      await this.updateComplete;
      this.of = this.moment;
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      this.problem = error.message;
    }
    this.asking = false;
  }

  private async take(): Promise<void> {
    await this.source.takeStep();
    await this.show();
  }

  override render() {
    return html`<figure>
      <div class="head"><figcaption>${words.heading}</figcaption></div>
      ${this.renderBody()}
      ${this.problem ? html`<p class="error" role="alert">${this.problem}</p>` : nothing}
    </figure>`;
  }

  private renderBody() {
    const { widths, spec, step, asking } = this;
    if (widths.length < 2) return nothing;
    if (spec.network.kind !== 'mlp' || spec.network.dropout > 0 || spec.network.input_dropout > 0) {
      return html`<p class="note">${words.otherKind}</p>`;
    }
    const layers = widths.length - 2;
    const parameters = parametersOf(widths);
    if (layers > mostLayersShown || parameters > mostParametersShown) {
      return html`<p class="note">${words.tooLarge(formatCount(layers), formatCount(parameters), mostLayersShown, mostParametersShown)}</p>
        <button type="button" class="small" @click=${() => this.dispatchEvent(new CustomEvent(smallEvent))}>${words.small}</button>`;
    }
    const button = (name: string, text: string, act: () => unknown) =>
      html`<button type="button" class=${name} ?disabled=${asking} @click=${act}>${text}</button>`;
    if (!step) return html`<p class="note">${words.intro}</p>${button('show', asking ? words.loading : words.show, () => this.show())}`;
    const stale = !asking && this.of !== '' && this.of !== this.moment;
    return html`<p class="note">${words.of(formatNumber(step.epoch, 5), formatCount(step.points))} ${stale ? words.stale : ''}</p>
      <p class="actions">
        ${stale ? button('again', words.again, () => this.show()) : this.over ? nothing : button('take', words.take, () => this.take())}
      </p>
      <reprise-step-player .step=${step} .spec=${this.shownSpec ?? spec} .inputs=${this.inputs} .outputs=${this.outputs}></reprise-step-player>`;
  }

  static override styles = [
    controlStyles,
    drawingFrame,
    css`
      .actions:empty {
        display: none;
      }
      button {
        margin-top: var(--space-2);
      }
    `,
  ];
}

customElements.define('reprise-step-part', RepriseStepPart);
