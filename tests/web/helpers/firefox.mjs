// The system's Firefox, as it is, by WebDriver BiDi: Playwright speaks it to any Firefox, but takes for granted a few
// commands that a release may not have yet. Those are done here by Firefox's own means, from its chrome scope.

import { randomUUID } from 'node:crypto';
import { renameSync } from 'node:fs';
import path from 'node:path';
import playwright from 'playwright-core';

/** Playwright's own object behind one that it hands out; its sessions send BiDi commands. */
const behind = (object) => playwright._connection.toImpl(object);

/** What of a context's options no command of BiDi sets, as fields of Firefox's BrowsingContext and their values. */
function overrides({ colorScheme, reducedMotion, forcedColors, hasTouch, javaScriptEnabled, media }) {
  const scheme = colorScheme === undefined ? 'light' : colorScheme;
  return {
    prefersColorSchemeOverride: ['light', 'dark'].includes(scheme) ? scheme : 'none',
    prefersReducedMotionOverride: reducedMotion === 'reduce' ? 'reduce' : 'no-preference',
    forcedColorsOverride: forcedColors === 'active' ? 'active' : 'none',
    touchEventsOverride: hasTouch ? 'enabled' : 'none',
    mediumOverride: media ?? '',
    ...(javaScriptEnabled === false ? { allowJavascript: false } : {}),
  };
}

/** Runs an expression in Firefox's own window: there the whole browser is at hand. */
async function inChrome(session, chrome, expression) {
  const answer = await session.send('script.evaluate', {
    expression,
    target: { context: chrome },
    awaitPromise: true,
  });
  if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
  return answer.result.value;
}

/**
 * Gives downloads a name of their own in the events that tell of them: this Firefox does not, and Playwright passes
 * over those without one. Their addresses tell which end belongs to which beginning.
 */
function nameDownloads(connection) {
  const begun = new Map();
  const transport = connection._transport;
  const receive = transport.onmessage;
  transport.onmessage = (message) => {
    const { method, params } = message;
    if (method === 'browsingContext.downloadWillBegin') {
      params.download ??= params.navigation ?? randomUUID();
      begun.set(params.url, params);
    } else if (method === 'browsingContext.downloadEnd' && begun.has(params.url)) {
      const { download, suggestedFilename } = begun.get(params.url);
      params.download ??= download;
      begun.delete(params.url);
      // A second file of one name is numbered by Firefox, and looked for under its own name by Playwright.
      if (params.filepath) renameSync(params.filepath, path.join(path.dirname(params.filepath), suggestedFilename));
    }
    return receive(message);
  };
}

/**
 * Runs in every document: text that a test fills in arrives as if typed. Playwright's own way sets the value by script,
 * and Firefox rightly tells of no change then.
 */
function typeForReal() {
  const insert = (text) => {
    let element = document.activeElement;
    while (element?.shadowRoot) element = element.shadowRoot.activeElement;
    if (/^i?frame$/.test(element?.localName)) return element;
    document.execCommand('insertText', false, text);
  };
  Object.defineProperty(globalThis, '__pw_bidiInsertText', { get: () => insert, set() {} });
}

/** Starts Firefox: Playwright's Browser. */
export async function launchFirefox({ executablePath, firefoxUserPrefs = {} }) {
  const browser = await playwright.firefox.launch({
    executablePath,
    headless: true,
    channel: 'moz-firefox',
    args: ['--remote-allow-system-access'],
    // Without a window nobody sees a page's icon, and the tests' other hosts have none.
    firefoxUserPrefs: { 'browser.chrome.site_icons': false, ...firefoxUserPrefs },
  });
  const session = behind(browser)._browserSession;
  nameDownloads(session.connection);
  const kind = Object.getPrototypeOf(session);
  const send = kind.send;
  if (!send.withoutMedia) {
    // Every page asks for its media features; what they are to be is set below, for each page.
    kind.send = function (method, parameters) {
      return method === 'emulation.setMediaFeaturesOverride' ? Promise.resolve({}) : send.call(this, method, parameters);
    };
    kind.send.withoutMedia = true;
  }
  const tree = await session.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const chrome = tree.contexts[0].context;

  /** Runs statements in Firefox's window, to which the page is `context`. */
  const about = (page, statements) =>
    inChrome(
      session,
      chrome,
      `{
        const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
        const context = NavigableManager.getBrowsingContextById('${behind(page).delegate._session.sessionId}');
        ${statements}
      }`,
    );

  const set = (page, fields) =>
    about(
      page,
      `for (const [name, value] of Object.entries(${JSON.stringify(fields)})) {
          if (!(name in context)) throw new Error('this Firefox has no ' + name);
          context[name] = value;
        }`,
    );

  function dress(page, options) {
    let media = { ...options };
    const { _session, rawTouchscreen } = behind(page).delegate;
    // Left empty in Playwright for BiDi.
    rawTouchscreen.tap = async (_, x, y) => {
      const actions = [
        { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      const finger = { type: 'pointer', id: 'finger', parameters: { pointerType: 'touch' }, actions };
      await _session.send('input.performActions', { context: _session.sessionId, actions: [finger] });
    };
    const bringToFront = page.bringToFront.bind(page);
    page.bringToFront = async () => {
      await bringToFront();
      // The last Tab of a page leads to the toolbar, and only a press or this leads back.
      await about(page, 'context.embedderElement.focus();');
    };
    page.emulateMedia = async (wanted) => {
      media = { ...media, ...wanted };
      await set(page, overrides(media));
    };
    return set(page, overrides(options));
  }

  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options = {}) => {
    const { javaScriptEnabled, reducedMotion, forcedColors, ...known } = options;
    const context = await newContext(known);
    await context.addInitScript(typeForReal);
    // Firefox lets a page write to the clipboard on a reader's gesture alone, and needs no leave for it.
    const grantPermissions = context.grantPermissions.bind(context);
    context.grantPermissions = (names, ...rest) =>
      grantPermissions(names.filter((name) => !name.startsWith('clipboard-')), ...rest);
    const newPage = context.newPage.bind(context);
    context.newPage = async () => {
      const page = await newPage();
      await dress(page, options);
      return page;
    };
    return context;
  };
  browser.newPage = async (options) => (await browser.newContext(options)).newPage();
  browser.readClipboard = () => inChrome(session, chrome, 'navigator.clipboard.readText()');
  browser.missing = {
    'devtools protocol': 'WebDriver BiDi has no DevTools protocol',
    'open folders': 'WebDriver BiDi gives a page files only, and no folder',
  };
  return browser;
}
