/** What is said of an answer: why it is none, and how it compares with the run. */
import { formatNumber } from '../shell/format.ts';
import { tutorialStrings as words } from '../strings/tutorial.ts';
import type { Answer } from './answers.ts';
import { choiceText, isNear, withUnit } from './question-text.ts';

/** A question, as its verdict needs it. */
interface Question {
  kind: 'choice' | 'number' | 'draw' | 'matrix';
  measure: string;
  quantity: string;
  unit: string;
  tolerance: number;
  min: number | undefined;
  max: number | undefined;
  querySelector(selector: string): Element | null;
}

/** What speaks against taking this as the answer; empty if nothing does. */
export function faultOf({ kind, min = -Infinity, max = Infinity }: Question, value: string | number[] | null): string {
  if (value === null) {
    const { choose, number, drawing, matrix } = words;
    return { choice: choose, number: number.choose, draw: drawing.choose, matrix: matrix.choose }[kind];
  }
  if (kind !== 'number') return '';
  const number = Number(value);
  if (number >= min && number <= max) return '';
  if (Number.isFinite(min) && Number.isFinite(max)) return words.number.between(formatNumber(min), formatNumber(max));
  if (number > max) return words.number.atMost(formatNumber(max));
  return min === 0 ? words.number.negative : words.number.atLeast(formatNumber(min));
}

export function numberVerdict({ unit, tolerance }: Question, answer: Answer): string {
  const [yours, measured] = [Number(answer.value), Number(answer.outcome)];
  const near = isNear(yours, measured, tolerance);
  const percent = formatNumber(100 * tolerance);
  return (near ? words.number.near : words.number.off)(withUnit(yours, unit), withUnit(measured, unit), percent);
}

export function choiceVerdict(question: Question, answer: Answer): string {
  const yours = choiceText(question, String(answer.value)) ?? '';
  if (!question.measure) return words.unjudged(yours);
  const measured = String(answer.outcome);
  if (Number(answer.value) === answer.outcome) return words.right(yours);
  const shown = choiceText(question, measured) ?? words.other(formatNumber(Number(measured)), question.quantity);
  return words.wrong(yours, shown);
}
