/** The labs of a chapter, as its questions and checkpoints find and show them. */
import { highlightEvent, type ChapterLabElement } from '../labs/frame/lab-element.ts';

export { labEvent, type ChapterLabElement } from '../labs/frame/lab-element.ts';

/** The lab of this id, once its element is defined. */
export async function findLab(id: string): Promise<ChapterLabElement | null> {
  const element = document.getElementById(id);
  if (!element) return null;
  await customElements.whenDefined(element.localName);
  return element as ChapterLabElement;
}

/** Scrolls to a lab, without motion for those who want none. */
export function bringIntoView(lab: HTMLElement): void {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  lab.scrollIntoView({ block: 'nearest', behavior: still ? 'instant' : 'smooth' });
}

/** Lights a quantity up wherever it is drawn or written; null for none. */
export function highlight(symbol: string | null): void {
  document.dispatchEvent(new CustomEvent<string | null>(highlightEvent, { detail: symbol }));
}
