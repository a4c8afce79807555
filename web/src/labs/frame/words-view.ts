import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';

/** A lab speaks of what was done to it when nothing has changed for so long: who moves a slider hears where it came to rest. */
export const restMilliseconds = 700;

/**
 * What a lab shows, in words. Each sentence is an element of its own, made anew when it changes: a screen reader then says
 * the sentences that changed, whole, and no others. Before the reader has asked the lab for anything it says nothing.
 */
export function wordsView(text: string, asked: boolean, look = 'words') {
  return html`<p class=${look} role="status" aria-live=${asked ? 'polite' : 'off'} aria-atomic="false">
    ${text.split(/(?<=[.!?]) +/).filter(Boolean).map((sentence) => keyed(sentence, html`<span>${sentence} </span>`))}
  </p>`;
}
