/** A class: the answer files of many students, opened in the page and sent nowhere. */
import { LitElement, css, html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { controlStyles } from '../shell/control-styles.ts';
import { csvText } from '../shell/csv.ts';
import { droppedFiles } from '../shell/dropped-files.ts';
import { siteRoot } from '../shell/root.ts';
import { tableStyles } from '../shell/table-styles.ts';
import { classStrings as words } from '../strings/class.ts';
import { listedChapters, questionsOf, type ListedChapter } from './chapter-questions.ts';
import { gather, type ClassFiles } from './class-files.ts';
import { chapterResult, lastAnswer, mostErred, type Chapter, type ChapterResult, type QuestionResult } from './class-results.ts';
import { spreadView } from './class-spread.ts';

const none: ClassFiles = { students: new Map(), worksheets: new Map(), refused: [] };

/** The chapters of the course, in its order, from its own page in the language of this one. */
async function courseChapters(): Promise<ListedChapter[]> {
  const { lang } = document.documentElement;
  const address = new URL(lang === 'en' ? 'tutorials/index.html' : `tutorials/index.${lang}.html`, siteRoot()).href;
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  return listedChapters(page, address);
}

/** <reprise-class> */
export class ClassView extends LitElement {
  @state() private files!: ClassFiles;
  @state() private results!: ChapterResult[];
  @state() private message!: string;
  @state() private over!: boolean;
  /** Files are taken in the order in which they were given. */
  private last: Promise<void> = Promise.resolve();
  private readonly chapters = new Map<string, Promise<Chapter>>();

  constructor() {
    super();
    this.files = none;
    this.results = [];
    this.message = '';
    this.over = false;
  }

  private add(given: Promise<readonly File[]>) {
    this.last = this.last.then(async () => {
      this.message = words.reading;
      this.files = await gather(this.files, await given);
      this.results = await this.judge();
      const count = this.results.flatMap(({ counts }) => [...counts.values()]).reduce((sum, { answered }) => sum + answered, 0);
      this.message = count > 0 ? words.read(this.files.students.size, count) : words.nothing;
    });
  }

  private async judge(): Promise<ChapterResult[]> {
    const course = await courseChapters().catch(() => []);
    const named = new Set([...this.files.students.values()].flatMap((chapters) => [...chapters.keys()]));
    const known = course.filter(({ name }) => named.has(name));
    const other = [...named].filter((name) => !course.some((chapter) => chapter.name === name));
    const chapters = await Promise.all([...known.map((chapter) => this.questions(chapter)), ...other.map((name) => this.otherQuestions(name))]);
    return chapters.map((chapter) => chapterResult(chapter, this.files));
  }

  /** A chapter is loaded once. */
  private questions(chapter: ListedChapter): Promise<Chapter> {
    const loaded = this.chapters.get(chapter.name) ?? questionsOf(chapter.href).then((questions) => ({ ...chapter, questions }));
    this.chapters.set(chapter.name, loaded);
    return loaded.catch(() => {
      this.chapters.delete(chapter.name);
      return { ...chapter, questions: null };
    });
  }

  /** Of a worksheet, which comes with the answers; of a chapter that the site does not have, answers are counted under the name in the file. */
  private async otherQuestions(name: string): Promise<Chapter> {
    const carried = this.files.worksheets.get(name);
    const known = carried && (await import('../worksheet/for-class.ts').catch(() => null))?.worksheetChapter(name, carried);
    return (await known) ?? { name, title: name, href: '', questions: null };
  }

  private choose({ target }: Event) {
    const input = target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    input.value = '';
    if (files.length > 0) this.add(Promise.resolve(files));
  }

  private drop(event: DragEvent) {
    event.preventDefault();
    this.over = false;
    if (event.dataTransfer) this.add(droppedFiles(event.dataTransfer));
  }

  private clear() {
    this.files = none;
    this.results = [];
    this.message = '';
  }

  private get students(): string[] {
    return [...this.files.students.keys()].sort((a, b) => a.localeCompare(b));
  }

  private async save() {
    const { save } = await import('../chart/save.ts');
    const { student, chapter, question, answer, outcome, verdict, time } = words.csv;
    const rows = this.results.flatMap(({ chapter: { name }, questions }) =>
      questions.flatMap(({ question: { id }, given }) =>
        given.map((one) => [one.student, name, id, one.yours, one.shown, one.verdict, one.answer.at]),
      ),
    );
    const text = csvText([[student, chapter, question, answer, outcome, verdict, time], ...rows]);
    save('reprise-class.csv', new Blob([text], { type: 'text/csv' }));
  }

  override render() {
    return html`<div
        class="open ${this.over ? 'over' : ''}"
        @dragover=${(event: DragEvent) => {
          event.preventDefault();
          this.over = true;
        }}
        @dragleave=${() => (this.over = false)}
        @drop=${this.drop}
      >
        <label class="button">${words.open}<input type="file" accept=".json" multiple hidden @change=${this.choose} /></label>
        <label class="button">${words.openFolder}<input type="file" webkitdirectory hidden @change=${this.choose} /></label>
        <span>${words.drop}</span>
      </div>
      <p role="status">${this.message}</p>
      ${this.files.refused.length > 0
        ? html`<details>
            <summary>${words.refusedTitle(this.files.refused.length)}</summary>
            <ul>
              ${this.files.refused.map(({ file, why }) => html`<li><bdi>${file}</bdi>: ${why}</li>`)}
            </ul>
          </details>`
        : nothing}
      ${this.results.length > 0 ? [this.table(), this.erred(), this.spread()] : nothing}`;
  }

  private table() {
    const of = words.table;
    return html`<h2>${of.title}</h2>
      <div class="wide" tabindex="0" role="group" aria-label=${of.title}>
        <table>
          <thead>
            <tr>
              <th scope="col">${of.student}</th>
              ${this.results.map(
                ({ chapter }) => html`<th scope="col">
                  ${chapter.href ? html`<a href=${chapter.href}>${chapter.title}</a>` : chapter.title}
                  ${chapter.questions ? html`<small>${of.of(chapter.questions.length)}</small>` : nothing}
                </th>`,
              )}
              <th scope="col">${of.last}</th>
            </tr>
          </thead>
          <tbody>
            ${this.students.map(
              (student) => html`<tr>
                <th scope="row"><bdi>${student}</bdi></th>
                ${this.results.map(({ counts }) => {
                  const count = counts.get(student);
                  return html`<td>${count ? of.cell(count.answered, count.right, count.judged) : of.none}</td>`;
                })}
                <td>${lastAnswer(this.files.students.get(student)!).slice(0, 10) || of.none}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p class="actions">
        <button type="button" @click=${this.save}>${words.save}</button>
        <button type="button" @click=${this.clear}>${words.remove}</button>
      </p>
      ${this.results
        .filter(({ chapter }) => !chapter.questions)
        .map(({ chapter }) => html`<p class="note">${words.missing(chapter.title)}</p>`)}`;
  }

  private erred() {
    const list = mostErred(this.results);
    return html`<h2>${words.erred.title}</h2>
      ${list.length === 0
        ? html`<p class="note">${words.erred.none}</p>`
        : html`<p class="note">${words.erred.note}</p>
            <ol>
              ${list.map(
                ({ question, right, wrong }) => html`<li>
                  <a href=${question.href}>${question.text}</a> <strong>${words.erred.share(wrong, right + wrong)}</strong>
                </li>`,
              )}
            </ol>`}`;
  }

  private spread() {
    return html`<h2>${words.spread.title}</h2>
      ${this.results
        .filter(({ chapter }) => chapter.questions)
        .map(
          ({ chapter, questions, left }) => html`<h3>${chapter.title}</h3>
            ${questions.map((one) => this.question(one))} ${left > 0 ? html`<p class="note">${words.spread.left(left)}</p>` : nothing}`,
        )}`;
  }

  private question(one: QuestionResult) {
    const { question, given, right, wrong } = one;
    return html`<section>
      <h4><a href=${question.href}>${question.text}</a></h4>
      ${given.length > 0 ? html`<p class="note">${words.spread.tally(given.length, right, wrong)}</p>` : nothing} ${spreadView(one)}
    </section>`;
  }

  static override styles = [
    controlStyles,
    tableStyles,
    css`
      :host {
        display: block;
      }
      .open {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-3);
        align-items: center;
        padding: var(--space-5);
        border: 1px dashed var(--line-strong);
        border-radius: var(--radius-s);
        color: var(--ink-muted);
      }
      .open.over {
        border-color: var(--accent);
        color: var(--ink);
      }
      .wide {
        overflow-x: auto;
      }
      ol a {
        color: var(--accent);
      }
      thead th {
        vertical-align: bottom;
      }
      td {
        white-space: nowrap;
      }
      thead a {
        color: inherit;
      }
      small {
        display: block;
        color: var(--ink-muted);
        font-size: var(--text-xs);
        font-weight: 400;
      }
      tbody th {
        font-weight: 500;
        white-space: nowrap;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-3);
        margin: var(--space-4) 0;
      }
      .note {
        color: var(--ink-muted);
        font-size: var(--text-s);
      }
      h2 {
        margin: var(--space-7) 0 var(--space-2);
      }
      h3 {
        margin: var(--space-6) 0 var(--space-2);
      }
      h4 {
        margin: 0 0 var(--space-1);
        font-size: var(--text-m);
        font-weight: 600;
      }
      h4 a {
        color: var(--ink);
        text-decoration: none;
      }
      h4 a:is(:hover, :focus-visible) {
        color: var(--accent);
        text-decoration: underline;
      }
      section {
        max-width: var(--measure);
        padding: var(--space-4) 0;
        border-top: 1px solid var(--line);
      }
      .bars {
        margin: var(--space-2) 0;
        padding: 0;
        list-style: none;
      }
      .bars li {
        display: grid;
        grid-template-columns: minmax(6rem, 16rem) minmax(4rem, 1fr) 2rem;
        gap: var(--space-3);
        align-items: center;
        padding: var(--space-1) 0;
        font-size: var(--text-s);
        font-variant-numeric: tabular-nums lining-nums;
      }
      .bar {
        display: block;
        height: 0.875rem;
        background: var(--sunken);
      }
      .bar span {
        display: block;
        height: 100%;
        min-width: 1px;
        background: var(--ink-muted);
      }
      .shown .bar span {
        background: var(--accent);
      }
      .shown .label {
        font-weight: 600;
      }
      @media (forced-colors: active) {
        .bar span {
          background: CanvasText;
        }
      }
    `,
  ];
}

customElements.define('reprise-class', ClassView);
