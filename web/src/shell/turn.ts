/**
 * The start of a page in short tasks: whatever is costly to make asks for a turn first, and between two turns the
 * browser may paint and hear the reader.
 */
import { LitElement } from 'lit';

interface Yielding {
  scheduler?: { yield?: () => Promise<void> };
}

/** Ends the present task; what awaits it goes on in another, ahead of what has been waiting where the browser can do that. */
export function yieldToMain(): Promise<void> {
  const { scheduler } = globalThis as Yielding;
  if (scheduler?.yield) return scheduler.yield();
  // Unlike a timer it is not held back in pages that are not in front.
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Once the page is printed, all that has not had its turn has it at once, before the paper is laid out. */
const printed = new Promise<void>((resolve) => {
  addEventListener('beforeprint', () => resolve(), { once: true });
});

/** Waits until the browser has painted, for a while: it does not where nobody looks. */
function painted(): Promise<void> {
  const paint = new Promise((resolve) => {
    requestAnimationFrame(resolve);
    setTimeout(resolve, 100);
  }).then(yieldToMain);
  return Promise.race([printed, paint]);
}

/**
 * Whether the page was opened at a place in it: that is scrolled to once, so what lies above must not be made later.
 * (Asked before the browser has scrolled, when nothing is :target yet.)
 */
function ledToPlace(): boolean {
  const hash = location.hash.slice(1);
  if (/(^|&)lab=/.test(hash)) return true;
  try {
    return document.getElementById(decodeURIComponent(hash)) !== null;
  } catch {
    return false; // Not a name: a percent sign that stands for nothing.
  }
}

let last: Promise<void> = Promise.resolve();

/**
 * Resolves in a task of its own, once what had its turn before has been painted. At once where the page was opened at a
 * place in it.
 */
export function turn(): Promise<void> {
  if (ledToPlace()) return Promise.resolve();
  last = last.then(painted);
  return last;
}

/** An element of many parts: it is drawn for the first time in its turn. */
export abstract class TurnElement extends LitElement {
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await turn();
    await super.scheduleUpdate();
  }
}
