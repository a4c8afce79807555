/**
 * What a laboratory offers to the questions and checkpoints of a tutorial, so that they know nothing of
 * how it works. A laboratory says `labEvent` (bubbling) whenever any of this may have changed.
 */
export interface TutorialLab extends HTMLElement {
  /** Its name, as it is announced. */
  readonly label: string;
  /** Sets the laboratory from a preset (or as it is) with settings "network.gain=2 seed=3" on top. */
  configure(preset: string | undefined, settings: string): Promise<void>;
  /** Goes back to the settings that the tutorial gave it, if they have been changed. */
  restore(): Promise<void>;
  /** Starts training, unless it has been trained to the end as it is set. */
  start(): Promise<void>;
  /** A number about the run so far; NaN when it cannot be had. */
  measure(name: string): number;
  /** Whether training has come to its end. */
  readonly finished: boolean;
  /** Squared distances to compare a matrix question with; empty when there are none yet. */
  matrix(name: string): readonly number[];
  /** A curve to compare a drawn question with; null when unknown. */
  curve(name: string): { x: ArrayLike<number>; y: ArrayLike<number> } | null;
  /** Epochs of a run, for the axis of a drawing. */
  readonly epochs: number;
  /** Lays the reader's drawing over the chart of a curve, from 0 to all epochs. */
  showDrawing(curve: string, x: readonly number[], y: readonly number[]): void;
  /** Puts the reader's matrix, from 0 to 1 of the largest, beside the measured one; null takes it away. */
  showGuess(values: readonly number[] | null): void;
  /** Marks the reader's number in the chart of what it is about; null takes it away. Not every laboratory can. */
  showNumber?(measure: string, value: number | null): void;
  /** Opens a laboratory that waits for a prediction. */
  unlock(): void;
  /** Takes its settings from a link's fragment; resolves once they are in force, or refused. */
  openLink(hash: string): Promise<void>;
}

export { labEvent } from '../labs/lab-element.ts';

/** The laboratory of this id, once its element is defined. */
export async function findLab(id: string): Promise<TutorialLab | null> {
  const element = document.getElementById(id);
  if (!element) return null;
  await customElements.whenDefined(element.localName);
  return element as TutorialLab;
}

/** Scrolls to a laboratory, without motion for those who want none. */
export function bringIntoView(lab: HTMLElement): void {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  lab.scrollIntoView({ block: 'nearest', behavior: still ? 'instant' : 'smooth' });
}

/** A quantity to light up wherever it is drawn or written; null for none. */
export const highlightEvent = 'reprise-highlight';

export function highlight(symbol: string | null): void {
  document.dispatchEvent(new CustomEvent<string | null>(highlightEvent, { detail: symbol }));
}
