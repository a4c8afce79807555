/** The questions of a chapter as its own page has them, and what an answer to one is worth: said there, once. */
import { correlation } from '../shell/correlation.ts';
import { formatNumber } from '../shell/format.ts';
import { courseStrings } from '../strings/course.ts';
import type { Answer } from '../tutorial/answers.ts';
import { correlationText, isClose } from '../tutorial/compare.ts';
import { choiceText, isNear, plainText, usualTolerance, usualTop, withUnit } from '../tutorial/question-text.ts';

const words = courseStrings.predictions;

export type Verdict = 'right' | 'wrong' | 'unjudged' | 'waiting';

export interface Question {
  id: string;
  kind: string;
  text: string;
  /** Address of the question in its chapter. */
  href: string;
  /** The chapter's <reprise-predict>. */
  element: Element;
}

/** Judged as the chapter does it. */
export interface Judged {
  yours: string;
  shown: string;
  verdict: Verdict;
}

const number = (element: Element, name: string, otherwise: number) => Number(element.getAttribute(name) ?? otherwise);

/** The upper end of a drawing's axis. */
export const topOf = (question: Element): number => number(question, 'top', usualTop);

/** An answer beside the outcome of its run. */
export function judged(question: Element, { kind, value, outcome }: Answer): Judged {
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
    return { yours, shown: words.curve, verdict: isClose(given, there, topOf(question)) ? 'right' : 'wrong' };
  }
  return { yours, shown: words.correlated(correlationText(correlation(given, there))), verdict: 'unjudged' };
}

export interface ListedChapter {
  /** As in the name of its file. */
  name: string;
  title: string;
  href: string;
}

/** The chapters that the list of the course names, in its order. `address` is the list's own. */
export const listedChapters = (list: ParentNode, address: string): ListedChapter[] =>
  [...list.querySelectorAll('.chapter')].map((entry) => {
    const link = entry.querySelector('h2 a')!;
    const name = entry.querySelector('reprise-progress')!.getAttribute('tutorial')!;
    return { name, title: link.textContent ?? name, href: new URL(link.getAttribute('href')!, address).href };
  });

/** The questions of the chapter at an address, in its order. Rejects if it cannot be had. */
export async function questionsOf(href: string): Promise<Question[]> {
  const response = await fetch(href);
  if (!response.ok) throw new Error(String(response.status));
  return questionsIn(new DOMParser().parseFromString(await response.text(), 'text/html'), (id) => `${href}#${id}`);
}

/** The questions of a page, in its order. */
export const questionsIn = (page: ParentNode, hrefOf: (id: string) => string): Question[] =>
  [...page.querySelectorAll('reprise-predict')].map((element) => {
    // Of a choice the question has a frame of its own.
    const parts = [...element.querySelectorAll(':scope > p, .question > p')].map(plainText);
    const kind = element.getAttribute('kind')!;
    return { id: element.id, kind, text: parts.join(' '), href: hrefOf(element.id), element };
  });
