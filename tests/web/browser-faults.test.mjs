// Faults provoked while a reader works: what is asked for never comes, comes cut off or from elsewhere, memory and storage are refused, a
// worker dies, the page sleeps. What the reader then sees says what happened, and what was there before is there after it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { until } from './helpers/element.mjs';
import { openSite } from './helpers/site.mjs';
import { withMemoryLimit } from './helpers/wasm-limit.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

const built = process.env.REPRISE_SITE ?? fileURLToPath(new URL('../../web/dist', import.meta.url));
const stored = (name) => readFileSync(`${built}/${name}`);
const login = { status: 200, contentType: 'text/html', body: '<!doctype html><title>Sign in</title>' };
const wasm = (body) => ({ contentType: 'application/wasm', body });

const twoPoints = 'reprise-two-points';
const SMALL = 'two-points.html#preset=two-points/shallow&network.width=8&training.epochs=100';
const LONG = 'two-points.html#preset=two-points/default&network.width=40&training.epochs=400000&observe.every=100';
const networks = 'reprise-networks-lab';
const NETWORKS = 'two-networks.html#preset=networks/rich&network.width=16&network.hidden_layers=3&observe.layer=1&observe.every=1';

const again = (page) => page.getByRole('button', { name: 'Try again' }).first();
const press = (page, name) => page.getByRole('button', { name, exact: true }).first().click();

/** Opens a page whose requests for `route` are answered so, until `page.unroute(route)`. */
async function openWith(address, route, answer, options) {
  const page = await site.newPage(options);
  await page.route(route, answer);
  await page.goto(site.url(address));
  return page;
}

test('whatever comes in the place of the engine or of pictures, in whole or in part: it is said, and one press leads on', async () => {
  const engine = stored('wasm/reprise-simd.wasm');
  for (const [address, route, answer, words] of [
    [SMALL, '**/reprise-simd.wasm', { status: 404, body: '' }, /reprise-simd\.wasm.*404/],
    [SMALL, '**/reprise-simd.wasm', wasm(engine.subarray(0, engine.length / 2)), /is not the engine, or only a part of it/],
    [SMALL, '**/reprise-simd.wasm', wasm(Buffer.alloc(0)), /is not the engine, or only a part of it/],
    ['digits.html', '**/digits.json', { status: 500, body: '' }, /digits\.json: the server answered 500/],
    ['digits.html', '**/digits-first-images.bin', { status: 404, body: '' }, /digits-first-images\.bin: the server answered 404/],
    ['digits.html', '**/digits-first-images.bin', login, /digits-first-images\.bin: /],
    ['digits.html', '**/digits-first-images.bin', { body: stored('data/digits-first-images.bin').subarray(0, 50_000) }, /digits-first-images\.bin: /],
    ['digits.html', '**/digits-first-labels.bin', { body: Buffer.alloc(0) }, /digits-first-.*\.bin: /],
  ]) {
    const page = await openWith(address, route, (request) => request.fulfill(answer));
    await page.getByText(words).first().waitFor();
    await page.unroute(route);
    await again(page).click();
    await page.getByText(words).first().waitFor({ state: 'detached' });
    await press(page, 'Run');
    await page.getByText(/epoch [1-9]\d* of/).first().waitFor();
    await page.context().close();
  }
});

test('a module or pictures that never come are given up after a while, and one press leads on', async (t) => {
  if (site.engine !== 'chromium') return t.skip('only Chromium’s clock is driven here');
  for (const [address, route, wait, words] of [
    [SMALL, '**/reprise-simd.wasm', 60_000, /reprise-simd\.wasm: no answer within 60 s/],
    ['digits.html', '**/digits.json', 30_000, /digits\.json: nothing came for 30 s/],
    ['digits.html', '**/digits-first-images.bin', 30_000, /digits-first-images\.bin: nothing came for 30 s/],
    [NETWORKS, '**/reprise-algebra-simd.wasm', 60_000, /reprise-algebra-simd\.wasm: no answer within 60 s/],
  ]) {
    const page = await site.newPage();
    await page.clock.install();
    let asked;
    const question = new Promise((resolve) => (asked = resolve));
    await page.route(route, () => asked());
    await page.goto(site.url(address));
    await question;
    await page.clock.runFor(wait - 2000);
    assert.equal(await page.getByText(words).count(), 0, 'too early');
    await page.clock.runFor(4000);
    await page.getByText(words).first().waitFor();
    await page.unroute(route);
    await again(page).click();
    await page.clock.runFor(2000);
    await page.getByText(words).first().waitFor({ state: 'detached' });
    await page.context().close();
  }
});

test('a connection that is lost in the middle of the pictures is said; once it is back one press fetches them', async () => {
  const page = await site.newPage();
  await page.goto(site.url(SMALL));
  await page.getByRole('button', { name: 'Run', exact: true }).waitFor();
  let cut = true;
  await page.route('**/digits-first-*.bin', (route) => (cut ? route.abort('internetdisconnected') : route.continue()));
  await page.goto(site.url('digits.html'));
  const words = /digits-first-.*\.bin: the connection/;
  await page.getByText(words).first().waitFor();
  cut = false;
  await again(page).click();
  await page.getByText(words).first().waitFor({ state: 'detached' });
  await press(page, 'Run');
  await page.getByText(/epoch [1-9]\d* of/).first().waitFor();
  await page.context().close();
});

test('memory that is refused is said in words, and smaller settings run at once', async () => {
  const limited = withMemoryLimit(stored('wasm/reprise-simd.wasm'), 20e6);
  const page = await openWith(SMALL, '**/reprise-simd.wasm', (route) => route.fulfill(wasm(limited)));
  await press(page, 'Run');
  await page.getByText('epoch 100 of 100').first().waitFor();
  const width = page.getByLabel('Width').and(page.locator('input[type=text]'));
  await width.fill('4096');
  await width.press('Enter');
  const notice = page.locator(`${twoPoints} .notice[role=alert]`).first();
  await notice.waitFor();
  const said = await notice.innerText();
  assert.match(said, /this browser gives it no more memory/, said);
  assert.doesNotMatch(said, /unreachable|RuntimeError|abort|code \d/, said);
  await width.fill('8');
  await width.press('Enter');
  await notice.waitFor({ state: 'detached' });
  await press(page, 'Run');
  await page.getByText('epoch 100 of 100').first().waitFor();
  await page.context().close();
});

test('of several networks the worker of one ends: all stop together and say so, and a run begins anew in step', async (t) => {
  if (site.engine !== 'chromium') return t.skip('only Chromium’s clock is driven here');
  for (const which of [0, 1]) {
    const page = await site.newPage();
    await page.clock.install();
    await page.goto(site.url(`${NETWORKS}&training.epochs=200000`));
    await until(page, networks, 'lab', (run) => run.looks.length > 0);
    await press(page, 'Run');
    await until(page, networks, 'lab', (run) => run.looks.length > 2);
    await page.evaluate(([tag, k]) => document.querySelector(tag).run.networks[k].engine.worker.terminate(), [networks, which]);
    await page.clock.runFor(120_000);
    await page.getByText(/no longer answers/).first().waitFor();
    assert.equal(await page.getByRole('button', { name: 'Pause', exact: true }).count(), 0);
    await again(page).click();
    await until(page, networks, 'lab', (run) => run.looks.length === 1 && run.networks.every(({ status }) => status?.epoch === 0));
    await page.clock.runFor(2000);
    assert.equal(await page.getByText(/no longer answers/).count(), 0);
    await press(page, 'Run');
    await until(page, networks, 'lab', (run) => run.looks.length > 2);
    await press(page, 'Pause');
    await until(page, networks, 'lab', (run) => !run.running && run.networks.every(({ epoch }) => epoch === run.looks.at(-1).epoch));
    await page.context().close();
  }
});

test('without the module of algebra, or with another in its place, networks and the digits’ cloud say so and go on once it is there', async () => {
  const module = stored('wasm/reprise-algebra-simd.wasm');
  const route = '**/reprise-algebra-simd.wasm';
  for (const [answer, words] of [
    [{ status: 404, body: '' }, /reprise-algebra-simd\.wasm.*404/],
    [login, /is not the engine/],
    [wasm(module.subarray(0, module.length / 2)), /is not the engine/],
    // The engine itself, in the algebra's place.
    [wasm(stored('wasm/reprise-simd.wasm')), /is not the engine/],
  ]) {
    const page = await openWith(`${NETWORKS}&training.epochs=50`, route, (request) => request.fulfill(answer));
    await page.getByText(words).first().waitFor();
    await page.unroute(route);
    await again(page).click();
    await page.getByText(words).first().waitFor({ state: 'detached' });
    await press(page, 'Run');
    await until(page, networks, 'lab', (run) => run.finished && run.looks.at(-1).epoch === 50);
    await page.context().close();
  }
  const page = await openWith('digits.html#preset=digits/three-classes&network.width=16&training.epochs=20', route, (request) => request.fulfill(login));
  await press(page, 'Run');
  await page.getByText('epoch 20 of 20').first().waitFor();
  await press(page, 'Show the clouds');
  await page.getByText(/is not the engine/).first().waitFor();
  await page.unroute(route);
  await again(page).click();
  await page.getByText(/is not the engine/).first().waitFor({ state: 'detached' });
  await press(page, 'Run');
  await page.getByText('epoch 20 of 20').first().waitFor();
  await page.context().close();
});

test('a page that sleeps for hours, or lies hidden, does not take its engine for dead: the run goes on', async (t) => {
  if (site.engine !== 'chromium') return t.skip('only Chromium’s clock is driven here');
  const page = await site.newPage();
  await page.clock.install();
  await page.goto(site.url(LONG));
  await press(page, 'Run');
  await until(page, twoPoints, 'lab', (lab) => lab.epoch > 0);
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  const before = await page.evaluate((tag) => document.querySelector(tag).lab.epoch, twoPoints);
  for (let k = 0; k < 3; k++) await page.clock.fastForward('03:00:00');
  await page.evaluate(() => {
    delete document.hidden;
    delete document.visibilityState;
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await page.clock.runFor(1000);
  const passed = () => page.evaluate((tag) => document.querySelector(tag).lab.epoch, twoPoints);
  for (const end = Date.now() + 60_000; (await passed()) <= before + 100 && Date.now() < end; ) await page.clock.runFor(200);
  assert.ok((await passed()) > before + 100);
  assert.equal(await page.getByText(/no longer answers/).count(), 0);
  assert.equal(await page.evaluate((tag) => document.querySelector(tag).lab.status.state, twoPoints), 'running');
  await page.context().close();
});

test('answers that find no room are said not to be kept, stand on the page, and are kept once there is room', async () => {
  const page = await site.newPage();
  await page.addInitScript(() => {
    const set = Storage.prototype.setItem;
    globalThis.full = true;
    Storage.prototype.setItem = function (...entry) {
      if (globalThis.full) throw new DOMException('full', 'QuotaExceededError');
      set.apply(this, entry);
    };
  });
  await page.goto(site.url('tutorials/xor.html'));
  const skip = (k) => page.locator('reprise-predict').nth(k).getByRole('button', { name: /skip/i }).click();
  await skip(0);
  const unkept = page.locator('reprise-answers').getByText(/keeps nothing for this page, so your answers last until you leave it/);
  await unkept.waitFor();
  assert.equal(await page.locator('reprise-predict').nth(0).evaluate(({ answer }) => answer.kind), 'skipped');
  await page.evaluate(() => (globalThis.full = false));
  await skip(1);
  const kept = await page.evaluate(() => Object.keys(JSON.parse(localStorage.getItem('reprise-answers-xor'))).length);
  assert.equal(kept, 2, 'both, once there is room');
  assert.equal(await unkept.count(), 0);
  await page.context().close();
});
