// The built site under a sub-path, and pages of it that note everything that goes wrong while they are open.

import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveFolders } from '../../../web/scripts/static-server.mjs';
import { launchBrowser, patient } from './browsers.mjs';

/** Course sites rarely own a whole host, so the site is tested as they would serve it. */
export const SUB_PATH = '/a/b/';

const built = process.env.REPRISE_SITE ?? fileURLToPath(new URL('../../../web/dist', import.meta.url));

const all = existsSync(built)
  ? readdirSync(built, { recursive: true })
      .map((name) => name.split(path.sep).join('/'))
      .filter((name) => name.endsWith('.html') && name !== 'embed.html')
      .sort()
  : [];

const TRANSLATED = /\.[a-z]{2}\.html$/;

/**
 * Every page of the built site in English, as paths from its root: whatever the build has put there, but for the inside of
 * iframes, which has rules of its own (embed.test.mjs), as have pages in other languages (browser-languages.test.mjs).
 */
export const PAGES = all.filter((name) => !TRANSLATED.test(name));

/** Every page in another language, by their paths. */
export const TRANSLATED_PAGES = all.filter((name) => TRANSLATED.test(name));

/**
 * WebKit and Firefox complain in the name of a page that was left while it loaded: of a module it no longer gets, and
 * WebKit of a file of the page's own origin, as if access to it were refused. What is really not there is told otherwise.
 */
function hasBeenLeft(message, origin) {
  return (
    /^(TypeError: )?(Importing a module script failed|error loading dynamically imported module)/.test(message) ||
    (message.includes(`${new URL(origin).host}/`) && message.endsWith('due to access control checks.'))
  );
}

/** Counts what a page asks for and keeps what it complains of. */
function watch(page, origin) {
  const problems = [];
  const responses = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => {
    if (hasBeenLeft(error.message, origin)) return;
    problems.push(`uncaught: ${error.message}`);
  });
  page.on('requestfailed', (request) => {
    // A page that is left while it loads ends its own requests; engines call it by different names.
    if (!/ABORTED|cancel/i.test(request.failure()?.errorText)) {
      problems.push(`request failed: ${request.url()}`);
    }
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'data:' && url.protocol !== 'blob:' && url.origin !== origin) {
      problems.push(`request to another origin: ${url.href}`);
    }
  });
  page.on('response', (response) => {
    responses.push(response);
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  return { problems, responses };
}

/** Waits until a chapter is laid out to its end: a reader's hand has it so at once, a script that scrolls has not. */
export const laidOut = (page) =>
  page.waitForFunction(() =>
    [...document.querySelectorAll('[data-from-top] [data-tutorial] .prose > *')].every(
      (part) => 'taken' in part.dataset,
    ),
  );

/** Waits until what was changed is laid out and drawn: a frame that shows it has begun and the next one too. */
export const framesDrawn = (page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

/**
 * Asks until the answer holds, and gives the last one asked for, to be asserted: what is drawn or said anew comes a
 * frame later on a fast machine and seconds later on a loaded one, and a wait of fixed length is right on neither.
 */
export async function becomes(ask, holds, seconds = 20) {
  for (const end = Date.now() + patient(1000 * seconds); ; ) {
    const answer = await ask();
    if (holds(answer) || Date.now() > end) return answer;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

/**
 * Serves the site and starts the browser. `options` of pages are Playwright's context options (viewport,
 * colorScheme, ...). Close it in the end.
 */
export async function openSite() {
  if (!existsSync(path.join(built, 'index.html'))) {
    throw new Error(`${built} holds no built site: run ./dev build first`);
  }
  let answering = 0;
  let lastAnswer = 0;
  const server = await serveFolders(
    { [SUB_PATH]: built },
    {
      onRequest(_, response) {
        answering++;
        response.once('close', () => {
          answering--;
          lastAnswer = Date.now();
        });
      },
    },
  );
  const browser = await launchBrowser();
  const base = `${server.origin}${SUB_PATH}`;

  /** A page of its own, with `problems` gathering what went wrong on it, and `responses` what it got. */
  async function newPage(options = {}) {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      // What a page asks for must not depend on what an earlier one kept (see browser-offline.test.mjs).
      serviceWorkers: 'block',
      ...options,
    });
    await context.addInitScript(() => {
      globalThis.policyViolations = [];
      document.addEventListener('securitypolicyviolation', (event) => {
        globalThis.policyViolations.push(`${event.violatedDirective}: ${event.blockedURI}`);
      });
    });
    const page = await context.newPage();
    page.setDefaultTimeout(patient(60_000));
    return Object.assign(page, watch(page, server.origin));
  }

  return {
    origin: server.origin,
    base,
    /** The engine, and null or why its driver cannot do something (see browsers.mjs). */
    engine: browser.engine,
    lacks: browser.lacks,
    /** What lies on the clipboard. A page may read it in some engines only; in others the browser is asked. */
    clipboard: (page) => browser.readClipboard?.(page) ?? page.evaluate(() => navigator.clipboard.readText()),
    url: (page) => `${base}${page}`,
    newPage,
    /** Waits until nothing has been asked of the server for a while; it knows, and engines now and then do not. */
    async settled(page) {
      await page.waitForLoadState('load');
      for (const end = Date.now() + patient(60_000); answering > 0 || Date.now() - lastAnswer < 500;) {
        if (Date.now() > end) throw new Error(`${page.url()} is still being answered after all this time`);
        await page.waitForTimeout(50);
      }
    },
    /** A page already opened at an address of the site. */
    async open(address, options) {
      const page = await newPage(options);
      await page.goto(`${base}${address}`);
      return { page, problems: page.problems, responses: page.responses };
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** All that went wrong on a page so far, violations of its policy included. */
export async function problemsOf({ page, problems }) {
  const violations = await page.evaluate(() => globalThis.policyViolations);
  return [...problems, ...violations.map((violation) => `policy: ${violation}`)];
}
