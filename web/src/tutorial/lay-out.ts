/**
 * A chapter is long: laid out and painted whole, it keeps a slow phone from hearing its reader for a third of a second,
 * and each lab drawn at the start has it painted anew. So what lies below the first section is left out at first
 * (tutorial.css), where it is not in view, and taken in here bit by bit.
 */
import { turn } from '../shell/turn.ts';

/** A long formula has some three hundred; a lab comes by itself, for it draws its charts and matrices once it has a size. */
const elementsAtOnce = 150;

/** Resolves once the last change has been painted and nothing else waits; soon, where nobody looks. */
const idle = () =>
  new Promise<void>((resolve) => {
    const done = () => resolve();
    setTimeout(done, 1000);
    requestAnimationFrame(() => {
      if ('requestIdleCallback' in globalThis) requestIdleCallback(done);
      else setTimeout(done, 50);
    });
  });

/** The reader is about to go somewhere, or has gone. */
const moves = ['pointerdown', 'keydown', 'wheel', 'scroll'];

/** Takes in all at once; what is pressed, or else what is read, stays where it is, whatever comes to lie above it. */
function takeAll(parts: readonly HTMLElement[], move: unknown): void {
  if (parts.every((part) => 'taken' in part.dataset)) return;
  const root = document.documentElement;
  const pressed = move instanceof PointerEvent && move.target instanceof Element ? move.target : null;
  const kept = pressed ?? parts.find((part) => part.getBoundingClientRect().bottom > 0);
  const top = () => kept?.getBoundingClientRect().top ?? 0;
  const before = top();
  // The browser would keep another part in its place, one that it has laid out.
  root.style.overflowAnchor = 'none';
  for (const part of parts) part.dataset.taken = '';
  scrollBy({ top: top() - before, behavior: 'instant' });
  requestAnimationFrame(() => (root.style.overflowAnchor = ''));
}

/** Takes in the rest of a chapter, once all has loaded and the labs have had their turn. */
export async function layOutRest(): Promise<void> {
  if (!('fromTop' in document.documentElement.dataset)) return;
  const parts = [...document.querySelectorAll<HTMLElement>('.prose > *')];
  const moved = new AbortController();
  const { signal } = moved;
  signal.addEventListener('abort', () => takeAll(parts, signal.reason));
  for (const move of moves) addEventListener(move, (event) => moved.abort(event), { signal, passive: true });
  if (document.readyState !== 'complete') {
    await new Promise((resolve) => addEventListener('load', resolve, { once: true }));
  }
  await turn();
  let taken = elementsAtOnce;
  for (const part of parts) {
    const elements = part.matches('.lab') ? elementsAtOnce : 1 + part.querySelectorAll('*').length;
    if (taken + elements > elementsAtOnce) {
      await idle();
      taken = 0;
    }
    if (signal.aborted) return;
    part.dataset.taken = '';
    taken += elements;
  }
  moved.abort();
}
