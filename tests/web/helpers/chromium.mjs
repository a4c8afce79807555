// Starts the system's Chromium, headless and cut off from everything but the page under test.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

/**
 * Chromium without its window. The whole of it builds a browser window with pages of its own around each page, in its
 * headless mode too: eight empty pages take it 5.2 s of processor time, the shell 1.8 s.
 */
const SHELL = '/usr/bin/chromium-headless-shell';

const WHOLE = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * Path of the browser to use: the one that REPRISE_CHROMIUM names, else an installed one. With `whole` it is the browser
 * that readers have, for what is measured about it, where there is one.
 */
export function chromiumPath({ whole = false } = {}) {
  const installed = whole ? [...WHOLE, SHELL] : [SHELL, ...WHOLE];
  const found = [process.env.REPRISE_CHROMIUM, ...installed].find((path) => path && existsSync(path));
  if (!found) {
    throw new Error('no Chromium found: install chromium-headless-shell or chromium, or set REPRISE_CHROMIUM');
  }
  return found;
}

/** Launches Chromium. As root it has no sandbox of its own, hence --no-sandbox. */
export function launchChromium({ args = [], whole = false } = {}) {
  return chromium.launch({
    executablePath: chromiumPath({ whole }),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...args,
    ],
  });
}

// Run by itself, it tells whether there is a browser: its path, or exit status 1.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(chromiumPath());
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
