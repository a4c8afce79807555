/** The text of an element, of its formulas only what the eye sees. */
export function plainText(element: Element | null): string | undefined {
  const copy = element?.cloneNode(true) as Element | undefined;
  copy?.querySelectorAll('.katex-mathml').forEach((hidden) => hidden.remove());
  return copy?.textContent?.trim();
}

/** Whether a predicted number counts as right: within a share of the measured one. */
export const isNear = (predicted: number, measured: number, tolerance: number): boolean =>
  Math.abs(predicted - measured) <= tolerance * Math.abs(measured);
