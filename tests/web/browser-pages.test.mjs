// What holds on every page of the built site, served under a sub-path: a strict policy that nothing breaks,
// no error, no other origin, a light first load, and a layout that fits a phone.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { PAGES, openSite, problemsOf } from './helpers/site.mjs';

const FIRST_LOAD_LIMIT = 300_000;
const COMPRESSED_ALREADY = /\.(woff2|png|bin)$/;
const DATA = /\/data\//;
/** The words of a language, which only those pay for who read in it: a page in another than English may be so much heavier. */
const WORDS = /\/assets\/words\.([a-z]{2})\.[^/]+\.js$/;
const LETTERS = /\/assets\/letters-[^/]+\.woff2$/;

let site;
before(async () => {
  site = await openSite();
});
after(() => site?.close());

for (const path of PAGES) {
  test(`${path}: a strict policy, no error, nothing from another origin`, async () => {
    const opened = await site.open(path);
    await site.settled(opened.page);
    const policy = await opened.page
      .locator('meta[http-equiv="Content-Security-Policy"]')
      .getAttribute('content');
    const directives = new Map(
      policy.split(';').map((directive) => {
        const [name, ...sources] = directive.trim().split(/\s+/);
        return [name, sources];
      }),
    );
    assert.deepEqual(directives.get('default-src'), ["'self'"]);
    assert.deepEqual(directives.get('script-src'), ["'self'", "'wasm-unsafe-eval'"]);
    assert.equal(await opened.page.locator('script:not([src])').count(), 0, 'inline scripts');
    assert.deepEqual(await problemsOf(opened), []);
    assert.deepEqual(await opened.page.context().cookies(), []);
    await opened.page.context().close();
  });

  test(`${path}: first load under ${FIRST_LOAD_LIMIT / 1000} kB compressed, without data`, async () => {
    const { page, responses } = await site.open(path);
    await site.settled(page);
    const sizes = new Map();
    for (const response of responses) {
      const url = new URL(response.url());
      if (!url.protocol.startsWith('http') || DATA.test(url.pathname)) continue;
      const body = await response.body();
      const size = COMPRESSED_ALREADY.test(url.pathname) ? body.length : gzipSync(body).length;
      sizes.set(url.pathname, size);
    }
    const words = [...sizes].filter(([name]) => WORDS.test(name));
    const language = await page.evaluate(() => document.documentElement.lang);
    assert.deepEqual([...new Set(words.map(([name]) => WORDS.exec(name)[1]))], language === 'en' ? [] : [language]);
    const letters = [...sizes].filter(([name]) => LETTERS.test(name));
    assert.ok(language !== 'en' || letters.length === 0, 'letters of other languages on an English page');
    const ownWords = words.reduce((sum, [, size]) => sum + size, 0);
    const total = [...sizes.values()].reduce((sum, size) => sum + size, 0) - ownWords;
    assert.ok(sizes.size > 1);
    assert.ok(total < FIRST_LOAD_LIMIT, `${total} bytes: ${JSON.stringify(Object.fromEntries(sizes))}`);
    await page.context().close();
  });

  test(`${path}: fits a phone without scrolling sideways`, async () => {
    const { page } = await site.open(path, { viewport: { width: 390, height: 844 } });
    await site.settled(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.ok(overflow <= 0, `${overflow} pixels too wide`);
    await page.context().close();
  });
}
