import { LitElement, css, html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { controlStyles } from '../shell/control-styles.ts';
import { HeldFocus } from '../shell/held-focus.ts';
import { tutorialStrings as words } from '../strings/tutorial.ts';
import { answersEvent, pageAnswers } from './answers.ts';

/**
 * <reprise-reveal>: text that waits for the answer to the question `for`: for what the lab showed,
 * or for the question being skipped. In print it is always there.
 */
export class Reveal extends LitElement {
  @property() for = '';
  @state() shown = false;

  constructor() {
    super();
    new HeldFocus(this, '.content');
  }

  override connectedCallback() {
    super.connectedCallback();
    document.addEventListener(answersEvent, this.check);
    this.check();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener(answersEvent, this.check);
  }

  private readonly check = () => {
    const answer = pageAnswers().get(this.for);
    this.shown =
      answer !== undefined && (answer.kind === 'skipped' || answer.outcome !== undefined);
  };

  override render() {
    return html`${
        this.shown
          ? nothing
          : html`<div class="waiting">
              <p>${words.reveal}</p>
              <button type="button" class="quiet" @click=${() => (this.shown = true)}>
                ${words.revealAnyway}
              </button>
            </div>`
      }
      <div class="content ${this.shown ? '' : 'closed'}"><slot></slot></div>`;
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
      }
      .waiting {
        padding: var(--space-2) var(--space-4);
        border-radius: var(--radius-s);
      }
      @media screen {
        .closed {
          display: none;
        }
      }
      @media print {
        .waiting {
          display: none;
        }
      }
    `,
  ];
}

customElements.define('reprise-reveal', Reveal);
