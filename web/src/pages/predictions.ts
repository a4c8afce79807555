/** What the reader predicted in every chapter, beside what the runs showed. */
import { LitElement, css, html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { correlation } from '../shell/correlation.ts';
import { formatNumber } from '../shell/format.ts';
import { courseStrings } from '../strings/course.ts';
import { Answers, type Answer } from '../tutorial/answers.ts';
import { correlationText, isClose } from '../tutorial/compare.ts';
import { choiceText, isNear, plainText, usualTolerance, usualTop, withUnit } from '../tutorial/question-text.ts';

const words = courseStrings.predictions;

type Verdict = 'right' | 'wrong' | 'unjudged' | 'waiting';

interface Prediction {
  question: string;
  /** Address of the question in its chapter. */
  href: string;
  yours: string;
  shown: string;
  verdict: Verdict;
}

interface Chapter {
  title: string;
  href: string;
  /** Null if the chapter could not be had. */
  predictions: Prediction[] | null;
}

const number = (element: Element, name: string, otherwise: number) => Number(element.getAttribute(name) ?? otherwise);

/** An answer beside the outcome of its run, as the chapter judges it. `question` is the chapter's <reprise-predict>. */
function judged(question: Element, { kind, value, outcome }: Answer): Pick<Prediction, 'yours' | 'shown' | 'verdict'> {
  const label = (chosen: unknown) => choiceText(question, String(chosen)) ?? formatNumber(Number(chosen));
  const measured = (given: unknown) => withUnit(Number(given), question.getAttribute('unit') ?? '');
  const yours =
    kind === 'choice' ? label(value) : kind === 'number' ? measured(value) : kind === 'draw' ? words.drawn : words.matrix;
  if (outcome === undefined) return { yours, shown: '', verdict: 'waiting' };
  if (kind === 'choice') {
    if (!question.hasAttribute('measure')) return { yours, shown: '', verdict: 'unjudged' };
    return { yours, shown: label(outcome), verdict: Number(value) === outcome ? 'right' : 'wrong' };
  }
  if (kind === 'number') {
    const near = isNear(Number(value), Number(outcome), number(question, 'tolerance', usualTolerance));
    return { yours, shown: measured(outcome), verdict: near ? 'right' : 'wrong' };
  }
  const [given, there] = [value as number[], outcome as number[]];
  if (kind === 'draw') {
    return { yours, shown: words.curve, verdict: isClose(given, there, number(question, 'top', usualTop)) ? 'right' : 'wrong' };
  }
  return { yours, shown: words.correlated(correlationText(correlation(given, there))), verdict: 'unjudged' };
}

/** The questions of a chapter that the reader has answered, in its order. They are read from its own page: said once. */
async function chapterOf(name: string, title: string, href: string): Promise<Chapter | null> {
  const answers = new Answers(name);
  if (![...answers.entries()].some(([, { kind }]) => kind !== 'skipped' && kind !== 'checkpoint')) return null;
  try {
    const response = await fetch(href);
    if (!response.ok) throw new Error(String(response.status));
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const predictions = [...page.querySelectorAll('reprise-predict')].flatMap((question) => {
      const answer = answers.get(question.id);
      if (!answer || answer.kind !== question.getAttribute('kind')) return [];
      // Of a choice the question has a frame of its own.
      const parts = [...question.querySelectorAll(':scope > p, .question > p')].map(plainText);
      return [{ question: parts.join(' '), href: `${href}#${question.id}`, ...judged(question, answer) }];
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
    const listed = [...document.querySelectorAll('.chapter')].map((entry) => {
      const link = entry.querySelector<HTMLAnchorElement>('h2 a')!;
      const name = entry.querySelector('reprise-progress')!.getAttribute('tutorial')!;
      return chapterOf(name, link.textContent ?? '', link.href);
    });
    this.chapters = (await Promise.all(listed)).filter((chapter) => chapter !== null);
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
      border-left: 3px solid var(--line);
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
