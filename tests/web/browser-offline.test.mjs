// The site without a network: everything after one visit, new versions whole or not at all.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { listSite, writeWorker } from '../../web/build/offline/build.mjs';
import { serveFolders } from '../../web/scripts/static-server.mjs';
import { launchBrowser } from './helpers/browsers.mjs';
import { PAGES, SUB_PATH } from './helpers/site.mjs';

const built = process.env.REPRISE_SITE ?? fileURLToPath(new URL('../../web/dist', import.meta.url));

let browser;
let folder;
let server;
let context;
before(async () => (browser = await launchBrowser()));
after(async () => {
  await browser?.close();
  await server?.close();
  if (folder) rmSync(folder, { recursive: true });
});

/** A site of its own, on the same address as the last one so that what was kept stays valid. */
const serve = async (port = 0) => (server = await serveFolders({ [SUB_PATH]: folder }, { port }));

beforeEach(async () => {
  await context?.close();
  await server?.close();
  if (folder) rmSync(folder, { recursive: true });
  folder = mkdtempSync(path.join(tmpdir(), 'reprise-site-'));
  cpSync(built, folder, { recursive: true });
  await serve();
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
});

const url = (page) => `${server.origin}${SUB_PATH}${page}`;

async function open(address) {
  const page = await context.newPage();
  page.problems = [];
  page.on('console', (message) => {
    if (message.type() === 'error') page.problems.push(message.text());
  });
  page.on('pageerror', (error) => page.problems.push(error.message));
  await page.goto(url(address));
  return page;
}

/** Waits until a question to the page, which may take its time, is answered by yes. */
async function until(page, question, argument) {
  for (const end = Date.now() + 30_000; Date.now() < end;) {
    if (await page.evaluate(question, argument)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited in vain for ${question}`);
}

/** Waits until the page's worker has been installed and activated. */
const active = (page) =>
  until(page, async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return registration?.active?.state === 'activated';
  });

/**
 * Lets a page believe for a moment that it is put aside, as another tab's coming to the front does: then it keeps the
 * site at once, and not only when its reader has been left alone for a while.
 */
const putAside = (page) =>
  page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
    document.dispatchEvent(new Event('visibilitychange'));
    delete document.hidden;
  });

const versions = (page) =>
  page.evaluate(async () => (await caches.keys()).filter((name) => !name.endsWith('on demand')));

test('after one visit every page works without a network, and a network trains', async () => {
  const first = await open('digits.html');
  await active(first);
  // The digits had been loaded before there was a worker to keep them.
  await until(first, async () => {
    const kept = (await caches.keys()).find((name) => name.endsWith('on demand'));
    return kept && (await (await caches.open(kept)).keys()).some(({ url }) => /first-images/.test(url));
  });
  assert.equal((await versions(first)).length, 1);
  await server.close();

  const { files } = listSite(built);
  const pages = PAGES.filter((name) => name in files);
  assert.ok(pages.length >= 4);
  for (const name of pages) {
    const page = await open(name);
    await page.locator('h1').first().waitFor();
    const style = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
    assert.match(style, /Source Sans/, `${name} has no style`);
    assert.deepEqual(page.problems, [], name);
    await page.close();
  }
  const folderPage = await open('');
  await folderPage.locator('h1').waitFor();

  const lab = await open('two-points.html#preset=two-points/shallow&network.width=40&training.epochs=300');
  await lab.getByRole('button', { name: 'Run', exact: true }).click();
  await lab.locator('.progress p').filter({ hasText: 'finished' }).waitFor();
  const digits = await open('digits.html#preset=digits/three-classes&network.width=16&training.epochs=20');
  await digits.getByRole('button', { name: 'Run', exact: true }).click();
  await digits.locator('reprise-digits-lab[data-state=finished]').waitFor();
  assert.deepEqual([...lab.problems, ...digits.problems], []);
});

/** Changes the title of two pages and returns what is needed to see which version is shown. */
function newVersion(name) {
  for (const page of ['index.html', 'two-points.html']) {
    const file = path.join(folder, page);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/<h1[^>]*>/, (tag) => `${tag}${name} `));
  }
  return writeWorker(folder).version;
}
const heading = (page) => page.locator('h1').first().innerText();

test('a new version is announced, and taken by every open page at once', async () => {
  const page = await open('index.html');
  await putAside(page);
  await active(page);
  await page.reload();
  const other = await open('two-points.html');
  const [before] = await versions(page);
  const old = await heading(page);
  const version = newVersion('Second');
  await page.reload();
  const notice = page.locator('reprise-update-notice');
  await notice.getByRole('button', { name: 'Update now' }).waitFor();
  assert.equal(await heading(page), old, 'the old version until the reader says so');
  await other.reload();
  assert.doesNotMatch(await heading(other), /Second/);
  await notice.getByRole('button', { name: 'Update now' }).click();
  for (const one of [page, other]) {
    await one.locator('h1').filter({ hasText: 'Second' }).first().waitFor();
  }
  await until(page, async (name) => !(await caches.keys()).includes(name), before);
  assert.deepEqual(await versions(page), [before.replace(/\S+$/, version)]);
  await server.close();
  await page.goto(`${page.url().split('#')[0]}`);
  assert.match(await heading(page), /Second/);
});

test('what was not kept yet can still be had when the server has a newer version of it, but no module that does not fit', async () => {
  const page = await open('index.html');
  await active(page);
  await page.reload();
  const got = (name) =>
    page.evaluate(async (address) => {
      try {
        const response = await fetch(address);
        return [response.status, (await response.text()).slice(-5)];
      } catch (error) {
        return error.name;
      }
    }, url(name));
  const names = ['data/fashion.json', 'embed/frames.js', 'wasm/reprise-scalar.wasm'];
  for (const name of names) {
    const file = path.join(folder, name);
    writeFileSync(file, Buffer.concat([readFileSync(file), Buffer.from('\n/*2*/')]));
  }
  rmSync(path.join(folder, 'data/digits-rest-labels.bin'));
  const version = newVersion('Fourth');
  assert.deepEqual(await got(names[0]), [200, '/*2*/']);
  assert.deepEqual(await got(names[1]), [200, '/*2*/']);
  assert.equal(await got(names[2]), 'TypeError');
  assert.equal((await got('data/digits-rest-labels.bin'))[0], 404);
  const keptNames = () =>
    page.evaluate(async () => {
      const name = (await caches.keys()).find((one) => one.endsWith('on demand'));
      return name ? (await (await caches.open(name)).keys()).map(({ url }) => url) : [];
    });
  assert.deepEqual((await keptNames()).filter((name) => /fashion|frames/.test(name)), []);
  // Asked for unfit files, the worker has looked for the new version of its own accord.
  await page.locator('reprise-update-notice').getByRole('button', { name: 'Update now' }).click();
  await page.locator('h1').filter({ hasText: 'Fourth' }).first().waitFor();
  assert.ok((await versions(page))[0].endsWith(version));
  for (const name of names) assert.equal((await got(name))[0], 200, name);
  assert.equal((await keptNames()).filter((name) => /fashion|frames|scalar/.test(name)).length, 3);
});

test('a site that is only half uploaded leaves the old version whole', async () => {
  const page = await open('index.html');
  await putAside(page);
  await active(page);
  await page.reload();
  const [before] = await versions(page);
  const half = readFileSync(path.join(folder, 'two-points.html'));
  newVersion('Third');
  const whole = readFileSync(path.join(folder, 'two-points.html'));
  writeFileSync(path.join(folder, 'two-points.html'), half);
  await page.reload();
  const settled = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration.update().catch(() => {});
      for (let wait = 0; registration.installing && wait < 100; wait++) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return registration.waiting !== null;
    });
  assert.equal(await settled(), false);
  assert.deepEqual(await versions(page), [before]);
  await page.goto(url('two-points.html'));
  assert.doesNotMatch(await heading(page), /Third/);
  writeFileSync(path.join(folder, 'two-points.html'), whole);
  assert.equal(await settled(), true);
});

test('nothing is registered in frames, sandboxed or not', async () => {
  const page = await context.newPage();
  const hosted = mkdtempSync(path.join(tmpdir(), 'reprise-host-'));
  const frames = ['sandbox="allow-scripts"', ''].map(
    (attributes) => `<iframe ${attributes} src="${url('index.html')}"></iframe>`,
  );
  writeFileSync(path.join(hosted, 'index.html'), frames.join(''));
  const host = await serveFolders({ '/': hosted });
  try {
    await page.goto(`${host.origin}/index.html`);
    await page.frames()[2].locator('h1').waitFor();
    await page.waitForTimeout(800);
    const top = await open('index.html');
    // The page asks again by itself; what counts is that there was none before it.
    const had = await top.evaluate(() => navigator.serviceWorker.controller !== null);
    assert.equal(had, false);
  } finally {
    await host.close();
    rmSync(hosted, { recursive: true });
  }
});

test('the manifest names what there is: pages and icons of the sizes it says', async () => {
  const page = await open('two-points.html');
  const manifest = await page.evaluate(async () => {
    const address = document.querySelector('link[rel=manifest]').href;
    const content = await (await fetch(address)).json();
    const sizes = await Promise.all(
      content.icons.map(async ({ src }) => {
        const image = new Image();
        image.src = new URL(src, address).href;
        await image.decode();
        return image.naturalWidth;
      }),
    );
    const start = await fetch(new URL(content.start_url, address));
    return { ...content, sizes, start: start.ok };
  });
  assert.equal(manifest.start, true);
  manifest.icons.forEach(({ sizes }, k) => {
    if (sizes !== 'any') assert.equal(`${manifest.sizes[k]}x${manifest.sizes[k]}`, sizes);
  });
});

test('the browser finds nothing in the way of installing', async (t) => {
  const missing = browser.lacks('devtools protocol');
  if (missing) return t.skip(missing);
  const page = await open('index.html');
  const session = await context.newCDPSession(page);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // The profile of a test counts as private.
  const errors = installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito');
  assert.deepEqual(errors, []);
});
