// The layout from right to left, as Hebrew and Arabic are read: the site built so keeps to its width, begins on the right, and draws
// its curves as everywhere, time to the right.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBuiltWith, tooWide } from './helpers/other-strings.mjs';

let built;
before(async () => (built = await openBuiltWith('rtl')));
after(() => built?.close());

test('from right to left no page is wider than its window, and its parts stand in that order', async () => {
  const { site, pages } = built;
  assert.ok(pages.length > 4);
  for (const address of pages) {
    const { page } = await site.open(address);
    await site.settled(page);
    assert.equal(await page.locator('html').getAttribute('dir'), 'rtl');
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      assert.deepEqual(await tooWide(page), { over: 0, outside: [] }, `${address} at ${width}`);
    }
    const x = (selector) => page.locator(selector).first().evaluate((element) => element.getBoundingClientRect().left);
    assert.ok((await x('.site-name')) > (await x('reprise-theme-toggle')), `${address}: the header begins on the right`);
    await page.context().close();
  }
});

test('a run bar from right to left begins with its run button', async () => {
  const { page } = await built.site.open('two-points.html');
  const bar = page.locator('reprise-run-bar').first();
  const x = (selector) => bar.locator(selector).first().evaluate((element) => element.getBoundingClientRect().left);
  await bar.locator('.main').waitFor();
  assert.ok((await x('.main')) > (await x('.speed')));
  await page.context().close();
});
