import { LitElement, css, html } from 'lit';
import { property, state } from 'lit/decorators.js';
import { controlStyles } from '../shell/control-styles.ts';
import { formatNumber, formatTick } from '../shell/format.ts';
import { turn } from '../shell/turn.ts';
import { tutorialStrings as words } from '../strings/tutorial.ts';
import { answersEvent, pageAnswers } from './answers.ts';
import { boxStyles } from './box-styles.ts';
import { findLab, labEvent, type ChapterLabElement } from './lab-link.ts';

interface Need {
  measure: string;
  words: string;
  relation: string;
  value: number;
}

/**
 * <reprise-checkpoint>: an exercise that is done when the lab has done it. `needs` are conditions
 * such as "clusters=4 loss<0.01" on a finished run.
 */
export class Checkpoint extends LitElement {
  @property() lab = '';
  @property() needs = '';
  /** What its conditions are about, in words, with bars between. */
  @property() quantities = '';
  @state() measured: readonly number[] = [];
  @state() done = false;
  private target: ChapterLabElement | null = null;

  override connectedCallback() {
    super.connectedCallback();
    document.addEventListener(answersEvent, this.recallDone);
    this.recallDone();
    void findLab(this.lab).then((lab) => {
      this.target = lab;
      lab?.addEventListener(labEvent, this.check);
      this.check();
    });
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener(answersEvent, this.recallDone);
    this.target?.removeEventListener(labEvent, this.check);
  }

  private readonly recallDone = () => {
    this.done = pageAnswers().get(this.id)?.kind === 'checkpoint';
  };

  private get conditions(): Need[] {
    const quantities = this.quantities.split('|');
    return this.needs
      .split(/\s+/)
      .map((part) => /^([a-z_][a-z0-9_]*)(<=|>=|=|<|>)(.+)$/.exec(part))
      .filter((match) => match !== null)
      .map(([, measure, relation, value], k) => ({
        measure: measure!,
        words: quantities[k] ?? measure!,
        relation: relation!,
        value: Number(value),
      }));
  }

  private readonly check = () => {
    const lab = this.target;
    if (!lab) return;
    this.measured = this.conditions.map(({ measure }) => lab.measure(measure));
    if (!this.allMet || !lab.finished || this.done) return;
    pageAnswers().set(this.id, { kind: 'checkpoint', value: null, outcome: [...this.measured] });
  };

  override render() {
    return html`<div
      class="box ${this.done ? 'done' : ''}"
      role="group"
      aria-label=${words.checkpoint.title}
    >
      <p class="tag">${words.checkpoint.title}</p>
      <slot></slot>
      <p class="todo">${words.checkpoint.todo}</p>
      <ul>
        ${this.conditions.map((need, k) => this.renderNeed(need, this.measured[k] ?? NaN))}
      </ul>
      <p class="verdict" role="status">${this.verdict}</p>
    </div>`;
  }

  private get allMet(): boolean {
    return this.conditions.every((need, k) => holds(need, this.measured[k] ?? NaN));
  }

  /** What was done stays done, also when the lab has gone on to something else. */
  private get verdict(): string {
    if (!this.done) return '';
    return this.allMet ? words.checkpoint.done : words.checkpoint.doneBefore;
  }

  private renderNeed(need: Need, value: number) {
    const met = holds(need, value);
    return html`<li>
      <span
        class="mark ${met ? 'met' : ''}"
        role="img"
        aria-label=${met ? words.checkpoint.met : words.checkpoint.unmet}
        >${met ? '✓' : '○'}</span
      >
      <span
        >${need.words} ${words.relations[need.relation]}
        ${formatTick(need.value)}<span class="number now"
          >${Number.isFinite(value) ? `, ${words.checkpoint.now(formatNumber(value))}` : ''}</span
        ></span
      >
    </li>`;
  }

  static override styles = [
    controlStyles,
    boxStyles,
    css`
      .done {
        border-inline-start-color: var(--good);
      }
      .todo {
        margin: var(--space-3) 0 0;
        color: var(--ink-muted);
        font-size: var(--text-s);
      }
      ul {
        margin: var(--space-2) 0 0;
        padding: 0;
        list-style: none;
        font-size: var(--text-s);
      }
      li {
        display: flex;
        gap: var(--space-2);
      }
      .mark {
        color: var(--ink-muted);
        font-weight: 700;
      }
      .met {
        color: var(--good);
      }
      .now {
        color: var(--ink-muted);
      }
      .verdict {
        margin: var(--space-2) 0 0;
        color: var(--good);
        font-weight: 600;
      }
    `,
  ];
}

function holds({ relation, value }: Need, measured: number): boolean {
  switch (relation) {
    case '<':
      return measured < value;
    case '<=':
      return measured <= value;
    case '>':
      return measured > value;
    case '>=':
      return measured >= value;
    default:
      return measured === value;
  }
}

// Until then its text stands there as it is.
void turn().then(() => customElements.define('reprise-checkpoint', Checkpoint));
