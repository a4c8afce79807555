import { LitElement, css, html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { tutorialStrings as words } from '../strings/tutorial.ts';
import { answersEvent, pageAnswers } from './answers.ts';
import { keepReading, readUpTo } from './reading.ts';

const questionTags = 'reprise-predict';
const exerciseTags = 'reprise-checkpoint';

/**
 * <reprise-chapter-progress>: how many of the chapter's questions are answered and exercises done, a way back to
 * where the reader left off, and a bar at the page's top edge that grows while reading.
 */
export class ChapterProgress extends LitElement {
  /** Share of the text that has passed, 0 to 1. */
  @state() read = 0;
  /** Where the reader left off last time: a heading, or null. */
  @state() left: HTMLElement | null = null;
  private frame = 0;

  override connectedCallback() {
    super.connectedCallback();
    document.addEventListener(answersEvent, this.refresh);
    addEventListener('scroll', this.onScroll, { passive: true });
    const { heading, share } = readUpTo(pageAnswers().tutorial);
    // A link into the page is a wish of its own; and who read to the end begins anew.
    if (heading && share < 1 && !location.hash) this.left = document.getElementById(heading);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener(answersEvent, this.refresh);
    removeEventListener('scroll', this.onScroll);
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }

  private readonly refresh = () => this.requestUpdate();

  private readonly onScroll = () => {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.measure();
    });
  };

  private measure() {
    const article = document.querySelector('article')!;
    const { top, height } = article.getBoundingClientRect();
    this.read = Math.min(1, Math.max(0, (innerHeight - top) / height));
    const passed = [...article.querySelectorAll<HTMLElement>('h2')].filter(
      (heading) => heading.getBoundingClientRect().top < innerHeight / 2,
    );
    const heading = passed[passed.length - 1];
    document.querySelectorAll('.contents a').forEach((link) => {
      const here = heading !== undefined && link.getAttribute('href') === `#${heading.id}`;
      if (here) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    });
    if (heading) keepReading(pageAnswers().tutorial, heading.id, this.read);
  }

  private count(tag: string): { done: number; all: number } {
    const ids = [...document.querySelectorAll(tag)].map(({ id }) => id);
    const answers = pageAnswers();
    const done = ids.filter((id) => (answers.get(id)?.kind ?? 'skipped') !== 'skipped').length;
    return { done, all: ids.length };
  }

  override render() {
    const questions = this.count(questionTags);
    const exercises = this.count(exerciseTags);
    const { progress } = words;
    return html`<p role="status">
        ${questions.all > 0 ? html`<span>${progress.questions(questions.done, questions.all)}</span>` : nothing}
        ${exercises.all > 0 ? html`<span>${progress.exercises(exercises.done, exercises.all)}</span>` : nothing}
        ${this.left
          ? html`<a href="#${this.left.id}">${progress.goOn(this.left.textContent ?? '')}</a>`
          : nothing}
      </p>
      <svg class="bar" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
        <rect width=${this.read} height="1" />
      </svg>`;
  }

  static override styles = css`
    p {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--space-4);
      margin: 0 0 var(--space-4);
      color: var(--ink-muted);
      font-size: var(--text-s);
    }
    a {
      color: var(--accent);
    }
    .bar {
      position: fixed;
      z-index: 5;
      inset: 0 0 auto;
      width: 100%;
      height: 3px;
      pointer-events: none;
    }
    .bar rect {
      fill: var(--accent);
    }
    @media print {
      :host {
        display: none;
      }
    }
  `;
}

customElements.define('reprise-chapter-progress', ChapterProgress);
