// Starts the system's Chromium, headless and cut off from everything but the page under test.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const CANDIDATES = [
  process.env.REPRISE_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Path of the browser to use: the one that REPRISE_CHROMIUM names, else an installed one. */
export function chromiumPath() {
  const found = CANDIDATES.find((path) => path && existsSync(path));
  if (!found) {
    throw new Error('no Chromium found: install the package chromium or set REPRISE_CHROMIUM');
  }
  return found;
}

/** Launches Chromium. As root it has no sandbox of its own, hence --no-sandbox. */
export function launchChromium({ args = [] } = {}) {
  return chromium.launch({
    executablePath: chromiumPath(),
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
