// WebKit as Playwright launches its browsers: `launchWebkit()` gives newContext(options) and close(). A context is a
// browser of its own, so that nothing of another's storage is in it.

import { adoptPage, nextTransport } from './page.mjs';
import { startWebkit } from './process.mjs';

/** What the tests may ask of a browser and this one does not give. */
const MISSING = {
  'devtools protocol': 'WebKit has no DevTools protocol',
  'forced colours': 'WebKitGTK has no forced colours',
  'open folders': 'neither WebKit’s inspector nor its driver gives a page a folder',
  touch: 'WebKitGTK’s driver gives the page a mouse for a finger',
  'scripts off': 'WebKit’s inspector cannot look into a page whose scripts are off',
};

function openContext(browser, options) {
  if (options.forcedColors) throw new Error(MISSING['forced colours']);
  if (options.javaScriptEnabled === false) throw new Error(MISSING['scripts off']);
  const { viewport = { width: 1280, height: 720 }, colorScheme, reducedMotion } = options;
  const pages = [];
  const scripts = [];
  const listeners = [];
  let target = 0;

  async function newPage() {
    const isFirst = target === 0;
    const before = isFirst ? [] : await browser.screen.windows();
    const handle = isFirst
      ? await browser.call('GET', '/window')
      : (await pages[0].call('POST', '/window/new', { type: 'window' })).handle;
    const [shown] = (await browser.screen.windows()).filter((window) => !before.includes(window));
    const { transport, number } = await nextTransport(browser.inspector, target);
    target = number;
    const adopted = await adoptPage(browser, transport, { handle, shown });
    const { page } = adopted;
    // The page's own context knows of this one page alone.
    Object.assign(page.context(), {
      newPage,
      close: () => context.close(),
      // A page may write to the clipboard on a reader's gesture, and needs no leave for it.
      grantPermissions: async (names) => {
        const unknown = names.find((name) => !name.startsWith('clipboard-'));
        if (unknown) throw new Error(`the driver of WebKit cannot grant ${unknown}`);
      },
    });
    page.close = async () => {
      // With its last window the browser would close, and another page may be wanted.
      if (pages.length === 1) return page.goto('about:blank');
      pages.splice(pages.indexOf(adopted), 1);
      return adopted.close();
    };
    pages.push(adopted);
    for (const [event, listener] of listeners) page.on(event, listener);
    if (options.serviceWorkers === 'block') {
      await page.addInitScript(() => {
        // In a frame without an origin it may not even be looked at.
        if (origin === 'null' || !navigator.serviceWorker) return;
        navigator.serviceWorker.register = () => new Promise(() => {});
      });
    }
    for (const script of scripts) await page.addInitScript(...script);
    await adopted.refreshScripts();
    if (colorScheme || reducedMotion) await page.emulateMedia({ colorScheme, reducedMotion });
    await page.setViewportSize(viewport);
    return page;
  }

  const context = {
    newPage,
    pages: () => pages.map(({ page }) => page),
    async addInitScript(...script) {
      scripts.push(script);
      for (const { page } of pages) await page.addInitScript(...script);
    },
    on(event, listener) {
      listeners.push([event, listener]);
      for (const { page } of pages) page.on(event, listener);
    },
    /** What lies on the clipboard, pasted into a page of its own: no page may read it. */
    async readClipboard() {
      const page = await newPage();
      await page.evaluate(() => document.body.appendChild(document.createElement('textarea')).focus());
      await page.keyboard.press('Control+v');
      const text = await page.locator('textarea').inputValue();
      await page.close();
      return text;
    },
    cookies: (...given) => pages[0].page.context().cookies(...given),
    async close() {
      for (const adopted of pages.splice(0)) await adopted.leave();
      await browser.close();
    },
  };
  return context;
}

export async function launchWebkit({ executablePath }) {
  // One is started ahead of its need: a start takes a second or two.
  const start = () => {
    const browser = startWebkit(executablePath);
    browser.catch(() => {});
    return browser;
  };
  let spare = start();
  const contexts = new Set();
  return {
    missing: MISSING,
    async newContext(options = {}) {
      const next = spare;
      spare = start();
      const browser = await next;
      const context = openContext(browser, options);
      const close = context.close;
      context.close = async () => {
        if (contexts.delete(context)) await close();
      };
      contexts.add(context);
      return context;
    },
    readClipboard: (page) => [...contexts].find((context) => context.pages().includes(page)).readClipboard(),
    async close() {
      await Promise.all([...contexts].map((context) => context.close()));
      await spare.then((browser) => browser.close()).catch(() => {});
    },
  };
}
