// The built site in Chromium, served from a folder below the root as a course site might, with a record of
// everything a page must not do: report an error, fail to load something, or ask another origin.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serveFolders } from '../../../web/scripts/static-server.mjs';
import { launchChromium } from './chromium.mjs';

const built = fileURLToPath(new URL('../../../web/dist', import.meta.url));
const folder = process.env.REPRISE_SITE ?? built;

/**
 * Waits until a function of an element's property holds: `until(page, 'reprise-two-points', 'lab', (lab) => …)`.
 * Asked from outside, since the page's own policy forbids it to evaluate text.
 */
export async function until(page, selector, property, condition, seconds = 90) {
  const end = Date.now() + 1000 * seconds;
  while (!(await ask(page, selector, property, condition).catch(() => false))) {
    if (Date.now() > end) throw new Error(`waited ${seconds} s in vain for ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

/** The value of a function of an element's property. */
export function ask(page, selector, property, question) {
  return page.evaluate(`(${question})(document.querySelector('${selector}').${property})`);
}

/** Serves and opens the site. Close it in the end. */
export async function openSite() {
  if (!existsSync(folder)) throw new Error('the site is not built: run ./dev build');
  const server = await serveFolders({ '/course/week-3/': folder });
  const browser = await launchChromium();
  const base = `${server.origin}/course/week-3/`;

  /** A page of its own, with `problems` gathering what went wrong on it. */
  async function newPage(options = {}) {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    page.problems = [];
    page.on('console', (message) => {
      if (message.type() === 'error') page.problems.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => page.problems.push(`error: ${error.message}`));
    page.on('response', (response) => {
      if (response.status() >= 400) page.problems.push(`${response.status()} ${response.url()}`);
    });
    context.on('request', (request) => {
      const url = new URL(request.url());
      const local = url.origin === server.origin || ['blob:', 'data:'].includes(url.protocol);
      if (!local) page.problems.push(`foreign request: ${request.url()}`);
    });
    return page;
  }

  return {
    base,
    newPage,
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
