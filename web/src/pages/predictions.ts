/** What the reader predicted in every chapter, beside what the runs showed. */
import { LitElement, css, html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { courseStrings } from '../strings/course.ts';
import { Answers } from '../tutorial/answers.ts';
import { judged, listedChapters, questionsOf, type Judged, type ListedChapter } from './chapter-questions.ts';

const words = courseStrings.predictions;

interface Prediction extends Judged {
  question: string;
  href: string;
}

interface Chapter {
  title: string;
  href: string;
  /** Null if the chapter could not be had. */
  predictions: Prediction[] | null;
}

/** The questions of a chapter that the reader has answered, in its order. */
async function chapterOf({ name, title, href }: ListedChapter): Promise<Chapter | null> {
  const answers = new Answers(name);
  if (![...answers.entries()].some(([, { kind }]) => kind !== 'skipped' && kind !== 'checkpoint')) return null;
  try {
    const predictions = (await questionsOf(href)).flatMap(({ id, kind, text, href: place, element }) => {
      const answer = answers.get(id);
      return answer?.kind === kind ? [{ question: text, href: place, ...judged(element, answer) }] : [];
    });
    return { title, href, predictions };
  } catch {
    return { title, href, predictions: null };
  }
}

/** <reprise-predictions>: reads which chapters there are from the list above it, and shows nothing while there is no answer. */
export class Predictions extends LitElement {
  @state() chapters!: Chapter[];

  constructor() {
    super();
    this.chapters = [];
  }

  private readonly read = async () => {
    const listed = listedChapters(document, document.baseURI);
    this.chapters = (await Promise.all(listed.map(chapterOf))).filter((chapter) => chapter !== null);
  };

  /** A page that comes back from the browser's cache; every other has just been read. */
  private readonly comeBack = ({ persisted }: PageTransitionEvent) => {
    if (persisted) void this.read();
  };

  override connectedCallback() {
    super.connectedCallback();
    void this.read();
    addEventListener('storage', this.read);
    addEventListener('pageshow', this.comeBack);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('storage', this.read);
    removeEventListener('pageshow', this.comeBack);
  }

  override render() {
    if (this.chapters.length === 0) return nothing;
    const verdicts = this.chapters.flatMap(({ predictions }) => predictions?.map(({ verdict }) => verdict) ?? []);
    const right = verdicts.filter((verdict) => verdict === 'right').length;
    const all = right + verdicts.filter((verdict) => verdict === 'wrong').length;
    return html`<h2 id="predictions">${words.title}</h2>
      ${all > 0 ? html`<p>${words.tally(right, all)}</p>` : nothing}
      ${this.chapters.map(
        ({ title, href, predictions }) => html`<h3><a href=${href}>${title}</a></h3>
          ${predictions === null
            ? html`<p>${words.missing}</p>`
            : html`<ul>
                ${predictions.map(
                  ({ question, href: place, yours, shown, verdict }) => html`<li class=${verdict}>
                    <a href=${place}>${question}</a>
                    <p>
                      <span>${words.yours(yours)}</span>
                      ${shown ? html`<span>${words.shown(shown)}</span>` : nothing}
                      <span class="verdict">${words[verdict]}</span>
                    </p>
                  </li>`,
                )}
              </ul>`}`,
      )}`;
  }

  static override styles = css`
    :host {
      display: block;
    }
    ul:last-child {
      margin-bottom: var(--space-6);
    }
    h3 {
      margin: var(--space-5) 0 var(--space-2);
      font-size: var(--text-m);
    }
    h3 a {
      color: var(--ink);
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      padding: var(--space-2) 0 var(--space-2) var(--space-3);
      border-inline-start: 3px solid var(--line);
      margin-bottom: var(--space-2);
    }
    .right {
      border-color: var(--good);
    }
    li a {
      color: var(--ink);
      text-decoration: none;
    }
    li a:is(:hover, :focus-visible) {
      color: var(--accent);
      text-decoration: underline;
    }
    li p {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--space-4);
      margin: var(--space-1) 0 0;
      color: var(--ink-muted);
      font-size: var(--text-s);
    }
    .verdict {
      font-weight: 600;
    }
    .waiting .verdict,
    .unjudged .verdict {
      font-weight: inherit;
    }
    .right .verdict {
      color: var(--good);
    }
  `;
}

customElements.define('reprise-predictions', Predictions);
