// The layout from right to left, as Hebrew and Arabic are read: the site built so keeps to its width, begins on the right, and draws
// its curves as everywhere, time to the right.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'reprise-mirrored-'));
let site, pages;

before(async () => {
  const vite = ['node_modules/vite/bin/vite.js', 'build', '--config', 'web/vite.config.ts'];
  execFileSync(process.execPath, [...vite, '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'], {
    cwd: root,
    env: { ...process.env, REPRISE_STRINGS: 'rtl', NODE_ENV: 'production' },
  });
  process.env.REPRISE_SITE = folder;
  const { PAGES, openSite } = await import('./helpers/site.mjs');
  pages = PAGES;
  site = await openSite();
});
after(async () => {
  await site?.close();
  rmSync(folder, { recursive: true });
});

test('from right to left no page is wider than its window, and its parts stand in that order', async () => {
  assert.ok(pages.length > 4);
  for (const address of pages) {
    const { page } = await site.open(address);
    await site.settled(page);
    assert.equal(await page.locator('html').getAttribute('dir'), 'rtl');
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const [over, outside] = await page.evaluate(() => {
        const { clientWidth, scrollWidth } = document.documentElement;
        const found = [];
        const walk = (node) => {
          for (const element of node.querySelectorAll('*')) {
            if (element.shadowRoot) walk(element.shadowRoot);
            if (!element.matches('button, summary, label, select, input, p, a, legend')) continue;
            const { left, right, width: wide } = element.getBoundingClientRect();
            if (wide === 0 || element.closest('.visually-hidden, .skip-link, .table, .formula, .term-entry')) continue;
            if (left < -1 || right > clientWidth + 1) found.push(`${element.localName} "${element.textContent.trim().slice(0, 40)}"`);
          }
        };
        walk(document);
        return [scrollWidth - clientWidth, found];
      });
      assert.ok(over <= 0, `${address} is ${over} pixels too wide at ${width}`);
      assert.deepEqual(outside, [], `${address} at ${width}`);
    }
    const x = (selector) => page.locator(selector).first().evaluate((element) => element.getBoundingClientRect().left);
    assert.ok((await x('.site-name')) > (await x('reprise-theme-toggle')), `${address}: the header begins on the right`);
    await page.context().close();
  }
});

test('a run bar from right to left begins with its run button', async () => {
  const { page } = await site.open('two-points.html');
  const bar = page.locator('reprise-run-bar').first();
  const x = (selector) => bar.locator(selector).first().evaluate((element) => element.getBoundingClientRect().left);
  await bar.locator('.main').waitFor();
  assert.ok((await x('.main')) > (await x('.speed')));
  await page.context().close();
});
