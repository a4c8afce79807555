// The layout under long words: the site built with every word of the interface twice must still fit a phone.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'reprise-doubled-'));
let site, pages;

before(async () => {
  const vite = ['node_modules/vite/bin/vite.js', 'build', '--config', 'web/vite.config.ts'];
  execFileSync(process.execPath, [...vite, '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'], {
    cwd: root,
    env: { ...process.env, REPRISE_STRINGS: 'doubled', NODE_ENV: 'production' },
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

test('with doubled words nothing is wider than a phone, and nothing is cut off', async () => {
  assert.ok(pages.length > 4);
  for (const address of pages) {
    const { page } = await site.open(address, { viewport: { width: 390, height: 844 } });
    await site.settled(page);
    assert.match(await page.locator('.site-header nav').innerText(), /Labs Labs|Labore Labore/);
    await page.locator('.menu summary').click();
    const wide = await page.evaluate(() => {
      const width = document.documentElement.clientWidth;
      const found = [];
      const walk = (node) => {
        for (const element of node.querySelectorAll('*')) {
          if (element.shadowRoot) walk(element.shadowRoot);
          if (!element.matches('button, summary, label, select, input, p, a, legend')) continue;
          const box = element.getBoundingClientRect();
          const hidden = element.closest('.visually-hidden, .skip-link, .table, .formula');
          if (!hidden && box.width > 0 && box.right > width + 1)
            found.push(`${element.localName} "${element.textContent.trim().slice(0, 40)}" to ${Math.round(box.right)}`);
        }
      };
      walk(document);
      return found;
    });
    assert.deepEqual(wide, [], address);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.ok(overflow <= 0, `${address} is ${overflow} pixels too wide`);
    await page.context().close();
  }
});
