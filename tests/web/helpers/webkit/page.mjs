// A page of WebKit's browser as a page of Playwright's, which speaks the protocol of WebKit's inspector. What that
// protocol cannot do (input, windows, downloads, dialogs) is done by WebDriver.

import { createReadStream, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { webkit } from 'playwright-core';
import { inputBy } from './input.mjs';

/** By how much a window is larger than its page: only the result of asking for a size tells. */
let frame = [0, 0];

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The target that drives the browser: WebDriver's own. */
const AUTOMATION = 2;

/** Targets are numbered as they come; the inspector names none while a driver is connected. */
export async function nextTransport(inspector, after) {
  for (let number = after + 1; number < after + 6; number++) {
    if (number === AUTOMATION) continue;
    const transport = await inspector.openTarget(number);
    if (transport) return { transport, number };
  }
  throw new Error('WebKit’s inspector names no page');
}

/** Waits for a new file that is written to its end. */
async function newFile(folder, before, milliseconds) {
  for (const end = Date.now() + milliseconds; Date.now() < end; await wait(50)) {
    const name = readdirSync(folder).find((one) => !before.has(one) && !/\.(wkdownload|part)$/.test(one));
    if (!name) continue;
    const file = path.join(folder, name);
    const { size } = statSync(file);
    await wait(100);
    if (size > 0 && statSync(file).size === size) {
      before.add(name);
      return {
        suggestedFilename: () => name,
        path: async () => file,
        createReadStream: async () => createReadStream(file),
      };
    }
  }
  throw new Error('nothing was downloaded');
}

/**
 * @param {object} browser from process.mjs
 * @param {{handle: string, shown: number}} window the page's, for WebDriver and on the screen
 */
export async function adoptPage(browser, transport, { handle, shown }) {
  const connection = await webkit.connectOverCDP(transport);
  const [page] = connection.contexts()[0].pages();
  const own = page._connection.toImpl(page).delegate;
  const call = async (...request) => {
    if (browser.window !== handle) {
      browser.window = handle;
      await browser.call('POST', '/window', { handle });
      for (let tries = 0; tries < 50 && !(await browser.screen.focus(shown)); tries++) await wait(20);
    }
    return browser.call(...request);
  };

  // One after the other, as a reader has one pair of hands.
  let last = Promise.resolve();
  const perform = (actions) => {
    last = last.catch(() => {}).then(() => call('POST', '/actions', { actions }));
    return last;
  };
  const { keyboard, mouse } = inputBy(perform);
  Object.assign(own.rawKeyboard, keyboard);
  Object.assign(own.rawMouse, mouse);

  // The inspector can only ask the page to go somewhere, and a page may not open files.
  own._navigateMainFrame = async (frame, url) => {
    const [from, to] = [new URL(frame.url()), new URL(url)];
    if (to.hash && from.href.split('#')[0] === to.href.split('#')[0]) {
      await call('POST', '/url', { url });
      return {};
    }
    const loader = new Promise((resolve) => own._pendingMainFrameLoaderResolvers.set(frame._id, resolve));
    await call('POST', '/url', { url });
    return { newDocumentId: await loader };
  };

  own.updateEmulatedViewportSize = async () => {
    const { width, height } = own._page.emulatedSize().viewport;
    const inner = () => page.evaluate(() => [innerWidth, innerHeight]);
    for (let tries = 0; tries < 20; tries++) {
      const outer = { width: width + frame[0], height: height + frame[1] };
      const rect = await call('POST', '/window/rect', { x: 0, y: 0, ...outer });
      for (let settling = 0; settling < 10; settling++) {
        const [w, h] = await inner();
        if (w === width && h === height) return;
        await wait(20);
      }
      const [w, h] = await inner();
      frame = [rect.width - w, rect.height - h];
    }
    throw new Error(`the window does not become ${width} by ${height}: ${await inner()}`);
  };

  // Dialogs are the browser's own; the page's policy would not let the inspector's stand-in for them through.
  own._dialogHandler?.dispose();
  own._dialogHandler = undefined;
  const on = page.on.bind(page);
  page.on = (event, listener) => (event === 'dialog' ? void answerDialogs(listener) : on(event, listener));
  let closed = false;
  async function answerDialogs(listener) {
    for (; !closed; await wait(150)) {
      const message = await call('GET', '/alert/text').catch(() => null);
      if (message === null) continue;
      await listener({
        message: () => message,
        accept: () => call('POST', '/alert/accept'),
        dismiss: () => call('POST', '/alert/dismiss'),
      });
    }
  }

  const waitForEvent = page.waitForEvent.bind(page);
  page.waitForEvent = (event, ...rest) =>
    event === 'download'
      ? newFile(browser.downloads, new Set(readdirSync(browser.downloads)), 60_000)
      : waitForEvent(event, ...rest);

  const close = async () => {
    closed = true;
    await connection.close();
    await call('DELETE', '/window').catch(() => {});
    browser.window = null;
  };
  /** Lets go of the page without closing its window. */
  const leave = async () => {
    closed = true;
    await connection.close().catch(() => {});
  };
  return { page, call, close, leave, refreshScripts: () => own._updateBootstrapScript() };
}
