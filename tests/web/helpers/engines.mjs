// Three browsers by one small interface, for what must hold in every engine: Chromium by Playwright, Firefox by
// WebDriver BiDi (puppeteer-core), WebKit by WebDriver. A page offers goto, evaluate, press and close.

import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { chromiumPath, launchChromium } from './chromium.mjs';
import { openSession } from './webdriver.mjs';

const webkitDriver = '/usr/bin/WebKitWebDriver';
const xvfb = '/usr/bin/Xvfb';

const first = (paths) => paths.find((path) => path && existsSync(path)) ?? null;

/** Debian keeps WebKit's little browser in a folder named after the machine and the library's version. */
function miniBrowser() {
  for (const machine of existsSync('/usr/lib') ? readdirSync('/usr/lib').filter((name) => /-linux-gnu/.test(name)) : []) {
    for (const version of ['4.1', '4.0', '6.0']) {
      const suffix = version === '6.0' ? 'webkitgtk-6.0' : `webkit2gtk-${version}`;
      const path = `/usr/lib/${machine}/${suffix}/MiniBrowser`;
      if (existsSync(path)) return path;
    }
  }
  return null;
}

const paths = {
  chromium: () => {
    try {
      return chromiumPath();
    } catch {
      return null;
    }
  },
  firefox: () => first([process.env.REPRISE_FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox']),
  webkit: () => (existsSync(webkitDriver) && (process.env.DISPLAY || existsSync(xvfb)) ? miniBrowser() : null),
};

export const engineNames = Object.keys(paths);

/** Where an engine's browser is, or null if this system has none. */
export const enginePath = (name) => paths[name]();

async function openChromium() {
  const browser = await launchChromium();
  const context = await browser.newContext();
  return {
    async newPage() {
      const page = await context.newPage();
      return {
        goto: (url) => page.goto(url),
        evaluate: (question, argument) => page.evaluate(question, argument),
        press: (key) => page.keyboard.press(key),
        close: () => page.close(),
      };
    },
    close: () => browser.close(),
  };
}

async function openFirefox() {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: enginePath('firefox'),
    headless: true,
  });
  return {
    async newPage() {
      const page = await browser.newPage();
      return {
        goto: (url) => page.goto(url),
        evaluate: (question, argument) => page.evaluate(question, argument),
        press: (key) => page.keyboard.press(key),
        close: () => page.close(),
      };
    },
    close: () => browser.close(),
  };
}

/** Keys that are no characters, as WebDriver writes them. */
const webdriverKeys = { Enter: '\uE007', Tab: '\uE004', Escape: '\uE00C' };

/** WebKit's browser has no headless way: a screen of its own, unless there is one. */
function openScreen() {
  if (process.env.DISPLAY) return { display: process.env.DISPLAY, close() {} };
  const screen = spawn(xvfb, ['-displayfd', '1', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return new Promise((resolve, reject) => {
    screen.once('exit', () => reject(new Error('Xvfb ended')));
    screen.stdout.once('data', (number) =>
      resolve({ display: `:${String(number).trim()}`, close: () => screen.kill() }),
    );
  });
}

async function openWebkit() {
  const screen = await openScreen();
  const session = await openSession({
    program: webkitDriver,
    env: { ...process.env, DISPLAY: screen.display },
    capabilities: {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: enginePath('webkit'), args: ['--automation'] },
    },
  });
  const page = {
    goto: (url) => session.call('POST', '/url', { url }),
    async evaluate(question, argument) {
      const script = `const done = arguments[arguments.length - 1];
        Promise.resolve().then(() => (${question})(arguments[0]))
          .then((value) => done({ value: value ?? null }), (error) => done({ error: String(error) }));`;
      const { value, error } = await session.call('POST', '/execute/async', { script, args: [argument ?? null] });
      if (error) throw new Error(error);
      return value;
    },
    press: (key) => {
      const value = webdriverKeys[key] ?? key;
      const actions = [{ type: 'keyDown', value }, { type: 'keyUp', value }];
      return session.call('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
    async close() {},
  };
  // One window is enough; a page that is left is a page that is closed.
  return {
    newPage: async () => page,
    async close() {
      await session.close();
      screen.close();
    },
  };
}

const openers = { chromium: openChromium, firefox: openFirefox, webkit: openWebkit };

export const openEngine = (name) => openers[name]();
