// What the shell and the home page promise. Accessibility has a file of its own.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PAGES, openSite, problemsOf } from './helpers/site.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

for (const path of PAGES) {
  test(`${path}: one main heading, a description, and links that lead somewhere`, async () => {
    const { page } = await site.open(path);
    assert.equal(await page.locator('h1').count(), 1);
    assert.ok((await page.locator('meta[name=description]').getAttribute('content')).length > 40);
    const links = await page
      .locator('header a, main a[href], footer a[href]')
      .evaluateAll((all) => all.map((a) => a.href.split('#')[0]));
    for (const href of new Set(links)) {
      if (!href.startsWith(site.origin)) continue;
      assert.equal((await page.request.get(href)).status(), 200, href);
    }
    await page.context().close();
  });
}

test('the theme is chosen by the button and remembered', async () => {
  const { page } = await site.open('index.html');
  const theme = () => page.evaluate(() => document.documentElement.dataset.theme ?? 'auto');
  const toggle = page.getByRole('button', { name: /^Colours/ });
  assert.equal(await theme(), 'auto');
  await toggle.click();
  await toggle.click();
  assert.equal(await theme(), 'dark');
  await page.goto(site.url('two-points.html'));
  assert.equal(await theme(), 'dark');
  assert.match(await page.evaluate(() => getComputedStyle(document.body).color), /236, 235, 241/);
});

test('refused storage costs the memory of the theme and nothing else', async () => {
  const page = await site.newPage();
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  await page.goto(site.url('index.html'));
  await page.getByRole('button', { name: /^Colours/ }).click();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'light');
  assert.deepEqual(await problemsOf({ page, problems: page.problems }), []);
});

for (const reducedMotion of ['no-preference', 'reduce']) {
  test(`the home page trains by itself and ends in a picture, motion: ${reducedMotion}`, async () => {
    const opened = await site.open('index.html', { reducedMotion });
    await opened.page.getByText(/Fit of the theory.*R²/).waitFor();
    const chart = opened.page.getByRole('img', { name: /inside, h, from .* to .*inside, theory/ });
    await chart.waitFor();
    assert.deepEqual(await problemsOf(opened), []);
  });
}
