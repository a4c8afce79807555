// A chapter in somebody's frame that has been given no origin, from a host without CORS headers: no module and no font comes through,
// and yet it looks as it should, trains and judges. Where its script is lost too, it says so and leads out.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { heard, hostPage, servePages } from './helpers/hosts.mjs';
import { becomes, openSite } from './helpers/site.mjs';

let site;
let host;
const pages = {};
before(async () => {
  site = await openSite();
  host = await servePages(pages);
});
after(async () => {
  await site?.close();
  await host?.close();
});

/** The chapter's own frame in a page of the host's. */
async function framed(chapter, setUp) {
  pages[`/${chapter}`] = { html: hostPage(`<iframe sandbox="allow-scripts" src="${site.base}tutorials/${chapter}.html" width="1000" height="800"></iframe>`) };
  const page = await site.newPage();
  await setUp?.(page);
  await page.goto(`${host.origin}/${chapter}`);
  const frame = await becomes(() => page.frames()[1], (found) => found?.url().includes(chapter));
  return { page, frame };
}

/** But for what the frame's engine refuses by design: modules and fonts of another origin, without CORS headers. */
const uncaught = (page) => page.problems.filter((text) => text.startsWith('uncaught'));

/** Whether the style sheets have come: both the site's, which hides what is for screen readers alone, and the chapters'. */
const styled = (frame) =>
  becomes(
    () =>
      frame.evaluate(() => ({
        header: getComputedStyle(document.querySelector('.skip-link')).position,
        formula: getComputedStyle(document.querySelector('.katex-mathml')).position,
      })),
    ({ header, formula }) => header === 'absolute' && formula === 'absolute',
  );
const positioned = { header: 'absolute', formula: 'absolute' };

for (const [chapter, run] of [
  ['two-points', 'Run'],
  ['digits.de', 'Start'],
]) {
  test(`${chapter}: a chapter in a frame without an origin has its styles, trains, and tells the page around it`, async () => {
    const { page, frame } = await framed(chapter);
    assert.equal(await frame.evaluate(() => self.origin), 'null');
    await heard(page, 'resized');
    assert.deepEqual(await styled(frame), positioned);
    const lab = frame.locator('.lab > :first-child').first();
    await lab.getByRole('button', { name: run, exact: true }).click();
    await frame.waitForFunction(() => document.querySelector('.lab > :first-child').lab.status?.epoch > 20);
    assert.equal(await frame.locator('main > .noscript').count(), 0);
    assert.deepEqual(uncaught(page), []);
    assert.deepEqual(await frame.evaluate(() => globalThis.policyViolations), []);
    await page.context().close();
  });
}

test('where that script is lost too, the chapter can be read, says what does not work and where it does', async () => {
  const { page, frame } = await framed('xor', (opened) => opened.route('**/embed/chapter.js', (route) => route.abort()));
  const note = frame.locator('main > .noscript');
  await note.waitFor();
  assert.match(await note.innerText(), /The labs of this page do not work in this frame\./);
  assert.equal(await note.getByRole('link').getAttribute('href'), `${site.base}tutorials/xor.html`);
  assert.equal(await note.getByRole('link').innerText(), `${site.base}tutorials/xor.html`);
  assert.deepEqual(await styled(frame), positioned);
  assert.ok((await frame.locator('.prose > p').first().innerText()).length > 100);
  await page.context().close();
});
