// Three browsers by one small interface, for what must hold in every engine: Chromium and Firefox by Playwright, WebKit
// by WebDriver. A page offers goto, evaluate, press and close.

import { spawn } from 'node:child_process';
import { enginePath, launchBrowser } from './browsers.mjs';
import { openSession } from './webdriver.mjs';

export { engineNames, enginePath } from './browsers.mjs';

const webkitDriver = '/usr/bin/WebKitWebDriver';
const xvfb = '/usr/bin/Xvfb';

async function openByPlaywright(name) {
  const browser = await launchBrowser(name);
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

export const openEngine = (name) => (name === 'webkit' ? openWebkit() : openByPlaywright(name));
