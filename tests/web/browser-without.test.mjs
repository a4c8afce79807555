// What is left of the pages where something is refused: scripts, WebAssembly, SIMD, storage. Text and stored figures always.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { until } from './helpers/element.mjs';
import { becomes, openSite, problemsOf } from './helpers/site.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

const LABS = ['index.html', 'two-points.html', 'feature-collapse.html', 'digits.html', 'plane.html', 'two-networks.html', 'tutorials/xor.html'];

/** Opens a page after doing something to its globals. */
async function openWithout(address, refuse, options) {
  const page = await site.newPage(options);
  if (refuse) await page.addInitScript(refuse);
  await page.goto(site.url(address));
  return page;
}

/** The first stored figure, once it is in view and has been loaded. */
async function storedFigure(page) {
  const figure = page.locator('main img').first();
  await figure.scrollIntoViewIfNeeded();
  const loaded = () => figure.evaluate((image) => image.complete && image.naturalWidth > 0);
  assert.ok(await becomes(loaded, Boolean), 'loaded');
  const { width, height } = await figure.boundingBox();
  assert.ok(width > 200 && height > 100, `${width} by ${height}`);
  assert.ok((await figure.getAttribute('alt')).length > 10);
}

for (const address of LABS) {
  test(`${address} without scripts: its text, a stored figure, and what is missing`, async (t) => {
    const missing = site.lacks('scripts off');
    if (missing) return t.skip(missing);
    const page = await openWithout(address, null, { javaScriptEnabled: false });
    await page.getByRole('heading', { level: 1 }).waitFor();
    // Said before the reader looks for what is not there, and not at the page's end.
    const { y } = await page.locator('.noscript').boundingBox();
    assert.ok(y < 300, `said ${y} pixels down`);
    await storedFigure(page);
    await page.context().close();
  });

  test(`${address} without WebAssembly: says so, and shows a stored figure`, async () => {
    const page = await openWithout(address, () => delete globalThis.WebAssembly);
    await page.locator('main').getByText(/WebAssembly|could not start in this browser/).first().waitFor();
    await page.locator('main img').first().waitFor();
    await storedFigure(page);
    assert.deepEqual(await problemsOf({ page, problems: page.problems }), []);
    await page.context().close();
  });
}

test('without scripts a glossary word leads to its entry at the end of the chapter', async (t) => {
  const missing = site.lacks('scripts off');
  if (missing) return t.skip(missing);
  const page = await openWithout('tutorials/xor.html', null, { javaScriptEnabled: false });
  const word = page.locator('.term').first();
  const entry = page.locator(await word.getAttribute('href'));
  await word.click();
  await entry.waitFor();
  const { y, height } = await entry.boundingBox();
  assert.ok(y >= 0 && y + height <= page.viewportSize().height, `in view: ${y}`);
  await page.context().close();
});

const SMALL = 'two-points.html#preset=two-points/shallow&network.width=40&training.epochs=300';

test('without SIMD a lab takes the scalar build and gives the same numbers; without storage it runs as well', async () => {
  const run = async (refuse) => {
    const page = await openWithout(SMALL, refuse);
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await until(page, 'reprise-two-points', 'lab', (lab) => lab.status?.state === 'finished');
    const last = await page.evaluate(() => document.querySelector('reprise-two-points').report().last);
    const modules = page.responses.map((response) => response.url()).filter((url) => url.endsWith('.wasm'));
    assert.deepEqual(await problemsOf({ page, problems: page.problems }), []);
    await page.context().close();
    return { last, module: modules.join().split('/').at(-1) };
  };
  const simd = await run(null);
  const scalar = await run(() => (WebAssembly.validate = () => false));
  const unstored = await run(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
      Object.defineProperty(globalThis, name, {
        get() {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    }
  });
  assert.deepEqual([simd.module, scalar.module], ['reprise-simd.wasm', 'reprise-scalar.wasm']);
  assert.deepEqual(scalar.last, simd.last);
  assert.deepEqual(unstored.last, simd.last);
});
