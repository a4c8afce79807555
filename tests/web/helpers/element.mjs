// Asks custom elements how they are, from outside: the pages' own policy forbids them to evaluate text.

import { becomes } from './site.mjs';

/** The value of a function of an element's property: `ask(page, 'reprise-two-points', 'lab', (lab) => …)`. */
export function ask(page, selector, property, question) {
  return page.evaluate(`(${question})(document.querySelector('${selector}').${property})`);
}

/** Waits until a function of an element's property holds. */
export async function until(page, selector, property, condition, seconds = 90) {
  const holds = () => ask(page, selector, property, condition).catch(() => false);
  if (!(await becomes(holds, Boolean, seconds))) throw new Error(`waited ${seconds} s in vain for ${condition}`);
}
