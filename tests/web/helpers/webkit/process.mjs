// One run of WebKit's browser with a profile and a screen of its own: driven by WebDriver (windows, keys, pointer) and open to
// inspection at the same time (everything else, see page.mjs).

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connectInspector } from './inspector.mjs';
import { openScreen } from './screen.mjs';
import { startDriver } from '../webdriver.mjs';

const SLIM = `
  button, entry, separator { min-width: 0; padding: 0; border-width: 0; font-size: 1px; }
  button { margin: 0 -12px; }
  entry { margin: 0 -75px; }
`;

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Tries until it does not fail, for as long as the browser runs. */
async function eventually(browser, attempt) {
  for (let tries = 0; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      if (tries > 300 || browser.exitCode !== null) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** Starts a browser: `call(method, path, body)` to its driver, its inspector, its screen, its downloads. */
export async function startWebkit(executablePath) {
  const home = mkdtempSync(path.join(tmpdir(), 'reprise-webkit-'));
  const downloads = path.join(home, 'downloads');
  const settings = path.join(home, 'config');
  mkdirSync(downloads);
  mkdirSync(settings);
  writeFileSync(path.join(settings, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  // Without this its buttons keep the window as wide as they need, wider than a phone.
  mkdirSync(path.join(settings, 'gtk-3.0'));
  writeFileSync(path.join(settings, 'gtk-3.0', 'gtk.css'), SLIM);
  const [port, screen] = await Promise.all([freePort(), openScreen()]);
  const browser = spawn(executablePath, ['--automation'], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: screen.display,
      GDK_BACKEND: 'x11',
      HOME: home,
      XDG_CONFIG_HOME: settings,
      // What libraries find out about fonts and codecs they need find out but once.
      XDG_CACHE_HOME: path.join(tmpdir(), 'reprise-webkit-cache'),
      XDG_DATA_HOME: path.join(home, 'data'),
      LANG: 'en_US.UTF-8',
      // Without a graphics card, layers put together by one only cost time.
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      WEBKIT_INSPECTOR_SERVER: `127.0.0.1:${port}`,
    },
  });
  let driver;
  let inspector;
  const close = async () => {
    browser.kill();
    driver?.close();
    inspector?.close();
    if (browser.exitCode === null && browser.signalCode === null) {
      await new Promise((resolve) => browser.once('exit', resolve));
    }
    screen.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    inspector = await eventually(browser, () => connectInspector(port));
    driver = await startDriver('/usr/bin/WebKitWebDriver', { args: [`--target=127.0.0.1:${port}`] });
    const { call } = await driver.openSession({ browserName: 'MiniBrowser', pageLoadStrategy: 'none' });
    return { call, inspector, screen, downloads, close };
  } catch (error) {
    await close();
    throw error;
  }
}
