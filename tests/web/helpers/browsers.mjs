// The browsers the tests drive, all by the interface of Playwright: which engine, the environment says.

import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromiumPath, launchChromium } from './chromium.mjs';
import { launchFirefox } from './firefox.mjs';

const webkitDriver = '/usr/bin/WebKitWebDriver';

const first = (paths) => paths.find((path) => path && existsSync(path)) ?? null;

/** Debian keeps WebKit's little browser in a folder named after the machine and the library's version. */
function miniBrowser() {
  const machines = existsSync('/usr/lib') ? readdirSync('/usr/lib').filter((name) => /-linux-gnu/.test(name)) : [];
  const folders = ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'];
  return first(machines.flatMap((machine) => folders.map((folder) => `/usr/lib/${machine}/${folder}/MiniBrowser`)));
}

/** Each engine: where its browser is, and how it is started. */
const ENGINES = {
  chromium: {
    path() {
      try {
        return chromiumPath();
      } catch {
        return null;
      }
    },
    launch: (options) => launchChromium(options),
  },
  firefox: {
    path: () => first([process.env.REPRISE_FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox']),
    launch: (options) => launchFirefox({ executablePath: enginePath('firefox'), ...options }),
  },
  webkit: {
    path: () =>
      existsSync(webkitDriver) && (process.env.DISPLAY || existsSync('/usr/bin/Xvfb')) ? miniBrowser() : null,
    launch: async (options) =>
      (await import('./webkit/browser.mjs')).launchWebkit({ executablePath: enginePath('webkit'), ...options }),
  },
};

export const engineNames = Object.keys(ENGINES);

/** Where an engine's browser is, or null if this system has none. */
export const enginePath = (name) => ENGINES[name].path();

/** The engine that the tests of this process are meant for. */
export const chosenEngine = () => process.env.REPRISE_ENGINE || 'chromium';

/** Without a graphics card WebKitGTK draws every frame anew in software, on one thread. */
const PATIENCE = { webkit: 3 };

/** How long to wait for what takes Chromium so long at most. */
export const patient = (milliseconds) => milliseconds * (PATIENCE[chosenEngine()] ?? 1);

/**
 * Starts a browser. What comes back is Playwright's Browser, as far as the tests use it, and
 * - `engine`: the name of the engine;
 * - `lacks(ability)`: null, or the sentence that says that the engine's driver cannot do this; a test that needs the
 *   ability is skipped with it. Abilities are named where drivers list them: 'devtools protocol', ...
 *
 * @param {'chromium' | 'firefox' | 'webkit'} name
 */
export async function launchBrowser(name = chosenEngine(), options = {}) {
  if (!ENGINES[name]) throw new Error(`REPRISE_ENGINE is ${name}, but may be ${engineNames.join(', ')}`);
  if (!enginePath(name)) throw new Error(`this system has no browser of the engine ${name}`);
  const browser = await ENGINES[name].launch(options);
  const missing = browser.missing ?? {};
  return Object.assign(browser, { engine: name, lacks: (ability) => missing[ability] ?? null });
}

// Run by itself, it names the engines that this system has browsers of.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(engineNames.filter(enginePath).join('\n'));
}
