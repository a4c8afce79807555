/** The list of chapters: how far the reader has come in each. */
import { LitElement, css, html } from 'lit';
import { Answers } from '../tutorial/answers.ts';
import { courseStrings as words } from '../strings/course.ts';

/**
 * <reprise-progress tutorial="xor" tasks="7">: how many of a chapter's questions and exercises the reader
 * has answered in this browser.
 */
export class Progress extends LitElement {
  static override properties = { tutorial: {}, tasks: { type: Number } };
  declare tutorial: string;
  declare tasks: number;

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

  static override styles = css`
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
      border: 0;
      border-radius: 1rem;
      overflow: hidden;
      background: var(--line);
      accent-color: var(--accent);
      appearance: none;
    }
    progress::-webkit-progress-bar {
      background: var(--line);
    }
    progress::-webkit-progress-value {
      background: var(--accent);
    }
    progress::-moz-progress-bar {
      background: var(--accent);
    }
    .finished {
      color: var(--good);
      font-weight: 600;
    }
    @media (forced-colors: active) {
      progress {
        forced-color-adjust: none;
        border: 1px solid CanvasText;
        background: Canvas;
      }
      progress::-webkit-progress-bar {
        background: Canvas;
      }
      progress::-webkit-progress-value {
        background: Highlight;
      }
      progress::-moz-progress-bar {
        background: Highlight;
      }
    }
    @media print {
      :host {
        display: none;
      }
    }
  `;
}

customElements.define('reprise-progress', Progress);
