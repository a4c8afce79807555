/** The list of chapters: how far the reader has come in each. */
import { LitElement, css, html } from 'lit';
import { property } from 'lit/decorators.js';
import { progressStyles } from '../shell/control-styles.ts';
import { answeredChapters, Answers } from '../tutorial/answers.ts';
import { courseStrings as words } from '../strings/course.ts';

/**
 * <reprise-progress tutorial="xor" tasks="7">: how many of a chapter's questions and exercises the reader
 * has answered in this browser.
 */
export class Progress extends LitElement {
  @property() tutorial!: string;
  @property({ type: Number }) tasks!: number;

  private readonly refresh = () => this.requestUpdate();

  override connectedCallback() {
    super.connectedCallback();
    // Answers given in another tab, or before the reader came back to this page.
    addEventListener('storage', this.refresh);
    addEventListener('pageshow', this.refresh);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('storage', this.refresh);
    removeEventListener('pageshow', this.refresh);
  }

  override render() {
    const { tasks } = this;
    if (!tasks) return html``;
    const done = Math.min(new Answers(this.tutorial).size, tasks);
    const text = done === tasks ? words.finished : words.progress(done, tasks);
    return html`<progress max=${tasks} .value=${done} aria-label=${words.label}></progress>
      <span class=${done === tasks ? 'finished' : ''}>${text}</span>`;
  }

  static override styles = [
    progressStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2) var(--space-3);
        color: var(--ink-muted);
        font-size: var(--text-s);
      }
      progress {
        width: 8rem;
        height: 0.5rem;
      }
      .finished {
        color: var(--good);
        font-weight: 600;
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];
}

customElements.define('reprise-progress', Progress);

// Most who open this page for the first time have predicted nothing yet.
if (answeredChapters().length > 0) void import('./predictions.ts');
