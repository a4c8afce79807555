// The layout under long words: the site built with every word of the interface twice must still fit a phone.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openBuiltWith, tooWide } from './helpers/other-strings.mjs';

let built;
before(async () => (built = await openBuiltWith('doubled')));
after(() => built?.close());

test('with doubled words nothing is wider than a phone, and nothing is cut off', async () => {
  const { site, pages } = built;
  assert.ok(pages.length > 4);
  for (const address of pages) {
    const { page } = await site.open(address, { viewport: { width: 390, height: 844 } });
    await site.settled(page);
    assert.match(await page.locator('.site-header nav').innerText(), /Labs Labs|Labore Labore/);
    await page.locator('.menu summary').click();
    assert.deepEqual(await tooWide(page), { over: 0, outside: [] }, address);
    await page.context().close();
  }
});
