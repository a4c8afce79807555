import { LitElement, css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { valueAt } from '../chart/value-at.ts';
import { controlStyles } from '../shell/control-styles.ts';
import { formatTyped, typedNumber } from '../shell/format.ts';
import { HeldFocus } from '../shell/held-focus.ts';
import { turn } from '../shell/turn.ts';
import { tutorialStrings as words } from '../strings/tutorial.ts';
import { answersEvent, pageAnswers, type Answer } from './answers.ts';
import { boxStyles } from './box-styles.ts';
import { compareCurves, compareMatrices } from './compare.ts';
import { bringIntoView, findLab, labEvent, type ChapterLabElement } from './lab-link.ts';
import { usualTolerance, usualTop } from './question-text.ts';
import { choiceVerdict, faultOf, numberVerdict } from './verdict.ts';

/** A run with a higher final loss has not learnt its task and decides no question. */
const learntLoss = 0.05;
/** The measured curve is kept this many times finer than the drawn one. */
const finer = 10;
/**
 * <reprise-predict>: a question answered before the lab shows what happens. Answering opens and
 * starts the lab and lays the prediction over the result; the verdict is the run's, not the page's.
 */
export class Predict extends LitElement {
  @property() kind: 'choice' | 'number' | 'draw' | 'matrix' = 'choice';
  @property() lab = '';
  @property() measure = '';
  /** The measure or the curve in words. */
  @property() quantity = '';
  @property() preset: string | undefined;
  @property() set: string | undefined;
  /** Upper end of a drawing's axis. */
  @property({ type: Number }) top = usualTop;
  /** Written after a number. */
  @property() unit = '';
  /** A number is close within this share of the measured one. */
  @property({ type: Number }) tolerance = usualTolerance;
  /** The least and the greatest that the measure can be, from the lab's declaration; undefined for any number. */
  @property({ type: Number }) min: number | undefined;
  @property({ type: Number }) max: number | undefined;
  @state() answer: Answer | undefined;
  @state() problem = '';
  @state() epochs = 1;
  /** Where a curve begins, which the untrained network shows. */
  @state() start = 0;
  @state() editing = false;
  /** Whether the run ended without learning. */
  @state() stalled = false;
  private target: ChapterLabElement | null = null;
  private drawn: number[] = [];

  constructor() {
    super();
    new HeldFocus(this, '.row button');
  }

  override connectedCallback() {
    super.connectedCallback();
    this.answer = this.recalled;
    document.addEventListener(answersEvent, this.onAnswers as EventListener);
    void this.link();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener(answersEvent, this.onAnswers as EventListener);
    this.target?.removeEventListener(labEvent, this.onLab);
  }

  /** The answer, if it is one to a question of this kind. */
  private get recalled(): Answer | undefined {
    const answer = pageAnswers().get(this.id);
    return answer && (answer.kind === this.kind || answer.kind === 'skipped') ? answer : undefined;
  }

  private async link() {
    this.target = await findLab(this.lab);
    this.target?.addEventListener(labEvent, this.onLab);
    this.epochs = this.target?.epochs ?? 1;
    if (this.answer) this.applyAnswer();
    this.markChoices();
  }

  private readonly onAnswers = (event: CustomEvent<string | null>) => {
    if (event.detail !== this.id) return;
    this.answer = this.recalled;
    this.markChoices();
  };

  private readonly onLab = () => {
    const lab = this.target;
    if (!lab) return;
    this.epochs = lab.epochs;
    if (this.kind === 'draw') this.start = lab.curve(this.measure)?.y[0] ?? this.start;
    const { answer } = this;
    if (!answer || answer.kind === 'skipped' || answer.outcome !== undefined || !lab.finished)
      return;
    this.stalled = lab.measure('loss') > learntLoss;
    if (this.stalled) return;
    const outcome = this.outcomeOf(lab);
    if (outcome !== null) pageAnswers().setOutcome(this.id, outcome);
  };

  private outcomeOf(lab: ChapterLabElement): string | number | number[] | null {
    // Nothing to judge: it is enough that the reader has seen the run.
    if (this.kind === 'choice' && !this.measure) return 'shown';
    if (this.kind === 'choice' || this.kind === 'number') {
      const value = lab.measure(this.measure);
      return Number.isFinite(value) ? value : null;
    }
    if (this.kind === 'matrix') return [...lab.matrix('measured')];
    const curve = lab.curve(this.measure);
    if (!curve) return null;
    const last = finer * (this.drawn.length - 1);
    return Array.from({ length: last + 1 }, (_, k) =>
      valueAt(curve.x, curve.y, (k / last) * lab.epochs),
    );
  }

  /** A number as it was typed, with a decimal point. */
  private async typed(): Promise<string | null> {
    const text = this.renderRoot.querySelector('input')!.value.trim();
    const number = await typedNumber(text);
    if (!Number.isFinite(number)) return null;
    // Zeros at the end are kept: they are part of what was answered.
    return Number(text) === number ? text : String(number);
  }

  private get given(): string | number[] | null {
    if (this.kind !== 'choice') return this.drawn.length > 0 ? this.drawn : null;
    return this.querySelector<HTMLInputElement>('input[type=radio]:checked')?.value ?? null;
  }

  private readonly forgetProblem = () => {
    this.problem = '';
  };

  private async commit() {
    const value = this.kind === 'number' ? await this.typed() : this.given;
    this.problem = faultOf(this, value);
    if (value === null || this.problem) return;
    this.editing = false;
    this.stalled = false;
    pageAnswers().set(this.id, {
      kind: this.kind,
      value: Array.isArray(value) ? [...value] : value,
    });
    this.answer = pageAnswers().get(this.id);
    this.markChoices();
    const lab = this.target;
    if (!lab) return;
    await lab.restore();
    if (this.preset || this.set) await lab.configure(this.preset, this.set ?? '');
    this.applyAnswer();
    bringIntoView(lab);
    await lab.start();
    this.onLab();
  }

  private applyAnswer() {
    const { answer, target } = this;
    if (!answer || !target) return;
    target.unlock();
    if (this.kind === 'number') target.showNumber?.(this.measure, Number(answer.value));
    if (!Array.isArray(answer.value)) return;
    this.drawn = [...answer.value];
    if (this.kind === 'matrix') target.showGuess(answer.value);
    else if (this.kind === 'draw') {
      const last = answer.value.length - 1;
      const times = answer.value.map((_, k) => (k / last) * target.epochs);
      target.showDrawing(this.measure, times, answer.value);
    }
  }

  private change() {
    this.editing = true;
    pageAnswers().delete(this.id);
    if (this.kind === 'matrix') this.target?.showGuess(null);
    if (this.kind === 'number') this.target?.showNumber?.(this.measure, null);
  }

  private skip() {
    pageAnswers().set(this.id, { kind: 'skipped', value: null });
    this.target?.unlock();
  }

  /** Shows the reader's choice and what is said about it. */
  private markChoices() {
    if (this.kind !== 'choice') return;
    const settled = this.answer !== undefined && this.answer.kind !== 'skipped';
    for (const choice of this.querySelectorAll<HTMLElement>('.choice')) {
      const input = choice.querySelector('input')!;
      const chosen = settled && this.answer!.value === choice.dataset.value;
      if (settled) input.checked = chosen;
      input.disabled = settled;
      choice.classList.toggle('chosen', chosen);
      const feedback = choice.querySelector<HTMLElement>('.feedback');
      if (feedback) feedback.hidden = !(chosen && this.answer!.outcome !== undefined);
    }
  }

  protected override updated() {
    this.markChoices();
  }

  override render() {
    const answered = this.answer !== undefined && this.answer.kind !== 'skipped';
    return html`<div class="box" role="group" aria-label=${words.question} @input=${this.forgetProblem}>
      <p class="tag">${words.question}</p>
      <slot></slot>
      ${this.renderWidget(answered)}
      <div class="row">
        ${
          answered
            ? html`<button type="button" class="quiet" @click=${this.change}>
                ${words.change}
              </button>`
            : html`<button type="button" class="primary" @click=${this.commit}>
                  ${this.target ? words.commit : words.commitOnly}
                </button>
                ${
                  this.answer
                    ? nothing
                    : html`<button type="button" class="quiet" @click=${this.skip}>
                        ${words.skip}
                      </button>`
                }`
        }
      </div>
      ${this.problem ? html`<p class="error" role="alert">${this.problem}</p>` : nothing}
      <p class="verdict" role="status">${this.verdict()}</p>
    </div>`;
  }

  private renderWidget(answered: boolean) {
    const values = Array.isArray(this.answer?.value) ? this.answer!.value : this.drawn;
    const changed = (event: CustomEvent<number[]>) => {
      this.drawn = event.detail;
      this.forgetProblem();
    };
    if (this.kind === 'matrix') {
      return html`<reprise-draw-matrix
        .values=${values}
        .fixed=${answered}
        @change=${changed}
      ></reprise-draw-matrix>`;
    }
    if (this.kind === 'number') {
      return html`<label class="number-answer"
        >${words.number.label}
        <input
          type="text"
          inputmode="decimal"
          autocomplete="off"
          size="8"
          aria-label=${this.unit ? `${words.number.label}, ${this.unit}` : words.number.label}
          .value=${typeof this.answer?.value === 'string' ? formatTyped(this.answer.value) : ''}
          ?disabled=${answered}
        />
        ${this.unit}</label
      >`;
    }
    if (this.kind !== 'draw') return nothing;
    const outcome = this.answer?.outcome;
    return html`<reprise-draw-curve
      .values=${values}
      .measured=${Array.isArray(outcome) ? outcome : []}
      .fixed=${answered}
      .top=${this.top}
      .start=${this.start}
      .epochs=${this.epochs}
      .quantity=${this.quantity}
      @change=${changed}
    ></reprise-draw-curve>`;
  }

  private verdict(): string {
    const { answer } = this;
    if (!answer) return '';
    if (answer.kind === 'skipped') return words.skipped;
    if (answer.outcome === undefined) {
      if (this.stalled) return words.notLearnt;
      return this.target?.finished === false ? words.committed : words.waiting;
    }
    if (this.kind === 'choice') return choiceVerdict(this, answer);
    if (this.kind === 'number') return numberVerdict(this, answer);
    const value = answer.value as number[];
    const outcome = answer.outcome as number[];
    if (this.kind === 'matrix') {
      return compareMatrices(value, outcome, this.target?.matrix('predicted') ?? []);
    }
    return compareCurves(value, outcome, this.epochs, this.top);
  }

  static override styles = [
    controlStyles,
    boxStyles,
    css`
      .box {
        border-inline-start-color: var(--accent);
      }
      .tag {
        color: var(--accent);
      }
      .row {
        margin-top: var(--space-3);
      }
      .number-answer {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
      }
      .number-answer input {
        width: 7rem;
      }
      /* Their place until they are there: a link's reader would be carried off by what grows above. */
      reprise-draw-curve:not(:defined) {
        display: block;
        box-sizing: content-box;
        width: min(100%, 34rem);
        aspect-ratio: 360 / 216;
        padding-bottom: 2.03rem;
      }
      reprise-draw-matrix:not(:defined) {
        display: block;
        height: 16.22rem;
      }
      .verdict {
        margin: var(--space-3) 0 0;
        font-weight: 600;
      }
      @media print {
        .row {
          display: none;
        }
      }
    `,
  ];
}

// Until then its text stands there as it is.
void turn().then(() => customElements.define('reprise-predict', Predict));
