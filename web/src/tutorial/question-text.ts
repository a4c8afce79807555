/** What chapters and the list of chapters say of a question and its answers alike. */
import { formatNumber } from '../shell/format.ts';

/** The share within which a number is right, and the upper end of a drawing's axis, where the chapter names none. */
export const usualTolerance = 0.2;
export const usualTop = 1;

/** The text of an element, of its formulas only what the eye sees. */
export function plainText(element: Element | null): string | undefined {
  const copy = element?.cloneNode(true) as Element | undefined;
  copy?.querySelectorAll('.katex-mathml').forEach((hidden) => hidden.remove());
  return copy?.textContent?.trim();
}

/** An answer of a choice in its words, if it is one of those offered. */
export const choiceText = (question: Pick<Element, 'querySelector'>, value: string): string | undefined =>
  plainText(question.querySelector(`.choice[data-value="${CSS.escape(value)}"] label`));

export const withUnit = (value: number, unit: string): string => `${formatNumber(value)}${unit ? ` ${unit}` : ''}`;

/** Whether a predicted number counts as right: within a share of the measured one. */
export const isNear = (predicted: number, measured: number, tolerance: number): boolean =>
  Math.abs(predicted - measured) <= tolerance * Math.abs(measured);
