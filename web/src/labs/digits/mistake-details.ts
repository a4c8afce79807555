import { LitElement, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { controlStyles } from '../../shell/control-styles.ts';
import { formatFixed, formatNumber } from '../../shell/format.ts';
import { digitsStrings as strings } from '../../strings/digits.ts';
import { mistakeDetailsStrings as words } from '../../strings/mistake-details.ts';
import './digit-image.ts';
import type { Picture } from './digit-image.ts';
import type { Verdict } from './mistakes.ts';

/**
 * <reprise-mistake-details>: one held-out digit, large, with the network's output for each class.
 * Fires `move` with -1 or 1, and `closed`.
 */
export class MistakeDetails extends LitElement {
  /** What each label stands for. */
  @property({ attribute: false }) names: readonly string[] = [];
  @property({ attribute: false }) verdict: Verdict | null = null;
  @property({ attribute: false }) classes: readonly number[] = [];
  @property({ attribute: false }) picture: Picture | null = null;
  @property({ attribute: false }) hasOthers = false;

  async open() {
    // Empty it would have no name, and nothing to go to.
    await this.updateComplete;
    this.dialog.showModal();
    // The dialog and not its first button: all that it says is then read.
    this.dialog.focus();
  }

  private get dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog')!;
  }

  override render() {
    return html`<dialog
      tabindex="-1"
      aria-labelledby="title"
      @close=${() => this.dispatchEvent(new CustomEvent('closed'))}
      @click=${(event: Event) => event.target === this.dialog && this.dialog.close()}
      @keydown=${this.keyPressed}
    >
      ${this.verdict ? this.renderVerdict(this.verdict) : nothing}
    </dialog>`;
  }

  private renderVerdict({ index, predicted, actual, margin, outputs }: Verdict) {
    return html`<div class="body">
      <h3 id="title" aria-live="polite">${strings.details(index)}</h3>
      <div class="columns">
        <reprise-digit .picture=${this.picture}></reprise-digit>
        <ul>
          ${this.classes.map((label, c) => this.renderOutput(label, outputs[c]!, predicted, actual))}
        </ul>
      </div>
      <p aria-live="polite">
        ${words.verdict(this.name(predicted), this.name(actual), formatNumber(margin, 2))}
      </p>
      <p class="hint">${words.explained}</p>
      <div class="row">
        <button type="button" ?disabled=${!this.hasOthers} @click=${() => this.move(-1)}>
          ${words.previous}
        </button>
        <button type="button" ?disabled=${!this.hasOthers} @click=${() => this.move(1)}>
          ${words.next}
        </button>
        <button type="button" class="primary" @click=${() => this.dialog.close()}>
          ${words.close}
        </button>
      </div>
    </div>`;
  }

  private renderOutput(label: number, value: number, predicted: number, actual: number) {
    const width = Math.min(1, Math.max(0, value / 1.25));
    const kind = label === actual ? 'right' : label === predicted ? 'wrong' : '';
    return html`<li>
      <span class="visually-hidden">${words.outputOf(this.name(label), formatFixed(value, 2))}</span>
      <span class="label" aria-hidden="true">${this.name(label)}</span>
      <span class="bar ${kind}" aria-hidden="true"
        ><span style="width: ${(100 * width).toFixed(1)}%"></span
      ></span>
      <span class="value" aria-hidden="true">${formatFixed(value, 2)}</span>
    </li>`;
  }

  private name(label: number): string {
    return this.names[label] ?? String(label);
  }

  private move(by: number) {
    this.dispatchEvent(new CustomEvent<number>('move', { detail: by }));
  }

  private keyPressed(event: KeyboardEvent) {
    if (!this.hasOthers || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
    event.preventDefault();
    this.move(event.key === 'ArrowLeft' ? -1 : 1);
  }

  static override styles = [
    controlStyles,
    css`
      dialog {
        width: min(32rem, calc(100vw - 2rem));
        max-height: calc(100dvh - 2rem);
        padding: 0;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--surface);
        color: var(--ink);
        box-shadow: var(--shadow);
      }
      dialog::backdrop {
        background: #00000080;
      }
      .body {
        padding: var(--space-5);
      }
      h3 {
        margin: 0 0 var(--space-4);
        font-size: var(--text-l);
      }
      .columns {
        display: grid;
        grid-template-columns: minmax(6rem, 11rem) minmax(0, 1fr);
        gap: var(--space-5);
        align-items: center;
      }
      reprise-digit {
        aspect-ratio: 1;
        border: 1px solid var(--line);
        border-radius: var(--radius-s);
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: minmax(1ch, max-content) minmax(0, 1fr) 5ch;
        gap: var(--space-2);
        align-items: center;
        font-size: var(--text-s);
        font-variant-numeric: tabular-nums lining-nums;
      }
      .bar {
        height: 0.6rem;
        border-radius: 3px;
        background: var(--sunken);
        overflow: hidden;
      }
      .bar span {
        display: block;
        height: 100%;
        background: var(--line-strong);
      }
      .bar.right span {
        background: var(--good);
      }
      .bar.wrong span {
        background: var(--bad);
      }
      .value {
        text-align: end;
      }
      p {
        margin: var(--space-4) 0 0;
      }
      .row {
        margin-top: var(--space-5);
      }
      .primary {
        margin-inline-start: auto;
      }
    `,
  ];
}

customElements.define('reprise-mistake-details', MistakeDetails);
