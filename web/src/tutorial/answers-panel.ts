import { LitElement, css, html } from 'lit';
import { controlStyles } from '../shell/control-styles.ts';
import { tutorialStrings as words } from '../strings/tutorial.ts';
import { answeredChapters, answersEvent, clearCourse, courseJson, pageAnswers } from './answers.ts';

/** <reprise-answers>: says where the reader's answers are kept, saves them to a file, clears them. */
export class AnswersPanel extends LitElement {
  override connectedCallback() {
    super.connectedCallback();
    document.addEventListener(answersEvent, this.refresh);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener(answersEvent, this.refresh);
  }

  private readonly refresh = () => this.requestUpdate();

  private async save() {
    const { save } = await import('../chart/save.ts');
    const answers = pageAnswers();
    const content = new Blob([answers.toJson()], { type: 'application/json' });
    save(`reprise-${answers.tutorial}-answers.json`, content);
  }

  private async saveCourse() {
    const { save } = await import('../chart/save.ts');
    save('reprise-course-answers.json', new Blob([courseJson()], { type: 'application/json' }));
  }

  private clear() {
    if (confirm(words.answers.confirm)) pageAnswers().clear();
  }

  private clearAll() {
    if (confirm(words.answers.confirmCourse)) clearCourse();
  }

  override render() {
    const answers = pageAnswers();
    const others = this.hasAttribute('alone') ? 0 : answeredChapters().filter((name) => name !== answers.tutorial).length;
    return html`<section aria-label=${words.answers.title}>
      <p>${answers.kept ? words.answers.kept(answers.size, answers.receiver) : words.answers.refused(answers.receiver)}</p>
      <div class="row" ?hidden=${answers.size === 0}>
        <button type="button" @click=${this.save}>${words.answers.save}</button>
        <button type="button" class="quiet" @click=${this.clear}>${words.answers.clear}</button>
      </div>
      <div class="row" ?hidden=${others === 0}>
        <span>${words.answers.others(others)}</span>
        <button type="button" class="quiet" @click=${this.saveCourse}>${words.answers.saveCourse}</button>
        <button type="button" class="quiet" @click=${this.clearAll}>${words.answers.clearCourse}</button>
      </div>
    </section>`;
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
      }
      section {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-3);
        padding: var(--space-3) 0;
        border-block: 1px solid var(--line);
        color: var(--ink-muted);
        font-size: var(--text-s);
      }
      p {
        margin: 0;
      }
      @media print {
        section {
          display: none;
        }
      }
    `,
  ];
}

customElements.define('reprise-answers', AnswersPanel);
