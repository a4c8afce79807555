// What readers really bring: numbers in their own way of writing, links that were damaged on their way. Nothing is misread, and
// what is not taken is said.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { openSite, problemsOf } from './helpers/site.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

/** The settings in force in the page's own lab, once they are as expected. */
async function settingsOf(page, expected) {
  const handle = await page.waitForFunction(() => document.querySelector('#lab, reprise-two-points, reprise-digits')?.report?.().spec);
  const at = (spec, path) => path.split('.').reduce((node, key) => node[key], spec);
  let spec = await handle.jsonValue();
  for (const end = Date.now() + 10_000; Date.now() < end; await page.waitForTimeout(50)) {
    spec = await page.evaluate(() => document.querySelector('#lab, reprise-two-points, reprise-digits').report().spec);
    if (Object.entries(expected).every(([path, value]) => at(spec, path) === value)) break;
  }
  for (const [path, value] of Object.entries(expected)) assert.equal(at(spec, path), value, path);
}

test('numbers are read as people write them, whole or not at all', async () => {
  const opened = await site.open('two-points.html#preset=two-points/shallow');
  const { page } = opened;
  const field = (label) => page.getByLabel(label).and(page.locator('input[type=text]'));
  const type = async (label, text) => {
    await field(label).fill(text);
    await field(label).press('Enter');
  };
  await type('Width', '1,000');
  await settingsOf(page, { 'network.width': 1000 });
  assert.equal(await field('Width').inputValue(), '1000', 'what it was read as is shown');
  await type('Gain of the initial weights', '1,05');
  await settingsOf(page, { 'network.gain': 1.05 });
  await type('Width', '1,00,0');
  await page.getByText(/1,00,0/).first().waitFor();
  await settingsOf(page, { 'network.width': 1000 });
  // A number is read before a press that follows it does anything.
  await field('Width').fill('6 0');
  await field('Width').fill('1 200');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await settingsOf(page, { 'network.width': 1200 });
  assert.deepEqual(await problemsOf(opened), []);
  await page.context().close();
});

test('a link damaged on its way opens what it meant', async () => {
  const meant = { 'network.activation': 'tanh', seed: 3 };
  for (const address of [
    'two-points.html#preset=two-points/tanh&amp;seed=3',
    'two-points.html#%23preset=two-points/tanh&seed=3',
    'two-points.html#preset%3Dtwo-points%2Ftanh%26seed%3D3',
    'two-points.html?preset=two-points/tanh&seed=3',
    'two-points.html#Preset=Two-Points/Tanh&Seed=3',
  ]) {
    const opened = await site.open(address);
    await settingsOf(opened.page, meant);
    assert.equal(await opened.page.locator('.notice').count(), 0, address);
    assert.deepEqual(await problemsOf(opened), []);
    await opened.page.context().close();
  }
});

test('what a link says in vain is named, with what is open instead', async () => {
  for (const [address, ...named] of [
    ['two-points.html#preset=two-points/nonsense&sead=3&seed=4', 'two-points/nonsense', 'sead', 'Deep leaky ReLU network'],
    ['digits.html#preset=digits/nonsense&sead=3', 'digits/nonsense', 'sead', 'Three digits'],
    ['feature-collapse.html#preset=xor/rich', 'xor/rich', 'collapse'],
  ]) {
    const { page } = await site.open(address);
    const notice = page.locator('.notice.mild').first();
    await notice.waitFor();
    const text = await notice.innerText();
    for (const part of named) assert.ok(text.toLowerCase().includes(part.toLowerCase()), `${part} not in: ${text}`);
    await page.context().close();
  }
});

test('going to a place in the page leaves the settings alone', async () => {
  const opened = await site.open('two-points.html#preset=two-points/tanh&seed=3');
  const { page } = opened;
  await settingsOf(page, { 'network.activation': 'tanh', seed: 3 });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(/#main$/);
  await page.waitForTimeout(500);
  await settingsOf(page, { 'network.activation': 'tanh', seed: 3 });
  assert.deepEqual(await problemsOf(opened), []);
  await page.context().close();
});

const answersKey = 'reprise-answers-xor';
const kept = (page) => page.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? '{}'), answersKey);

test('two tabs of a chapter keep each other’s answers, and show them', async () => {
  const first = await site.open('tutorials/xor.html');
  const { page } = first;
  const other = await page.context().newPage();
  await other.goto(site.url('tutorials/xor.html'));
  const skip = (tab, k) => tab.locator('reprise-predict').nth(k).getByRole('button', { name: /skip/i }).click();
  const ids = await page.locator('reprise-predict').evaluateAll((questions) => questions.map(({ id }) => id));
  await skip(page, 0);
  await skip(other, 1);
  assert.deepEqual(Object.keys(await kept(page)).sort(), [ids[0], ids[1]].sort());
  // What the other tab has answered is answered here as well.
  await page.waitForFunction((id) => document.getElementById(id).answer?.kind === 'skipped', ids[1]);
  assert.deepEqual(await problemsOf(first), []);
  await page.context().close();
});

test('what was kept and is no answer is left out alone: chapters and the course stand', async () => {
  const ids = await (async () => {
    const { page } = await site.open('tutorials/xor.html');
    const found = await page.locator('reprise-predict').evaluateAll((questions) => questions.map(({ id, kind }) => [id, kind]));
    await page.context().close();
    return found;
  })();
  const [[sound]] = ids.filter(([, kind]) => kind === 'choice');
  const at = '2026-01-01T00:00:00.000Z';
  const bad = { gone: null, number: 3, kindless: { at }, strange: { kind: 'number', value: [1], at }, curve: { kind: 'draw', value: 'x', at } };
  const others = Object.fromEntries(ids.filter(([id]) => id !== sound).map(([id, kind]) => [id, kind === 'matrix' ? { kind, value: 3, at } : null]));
  const all = JSON.stringify({ ...bad, ...others, [sound]: { kind: 'choice', value: 'x', at } });
  for (const stored of [all, 'null', '[1, null]', '"text"', '{']) {
    const page = await site.newPage();
    await page.addInitScript(([key, text]) => {
      localStorage.setItem(key, text);
      localStorage.setItem('reprise-reading-xor', 'null');
    }, [answersKey, stored]);
    await page.goto(site.url('tutorials/xor.html'));
    await page.locator('reprise-answers p').waitFor();
    // What can be cleared is there to be cleared.
    const clear = page.locator('reprise-answers').getByRole('button', { name: /clear/i }).first();
    assert.equal(await clear.isVisible(), stored === all);
    const questions = page.locator('reprise-predict');
    for (let k = 0; k < (await questions.count()); k++) await questions.nth(k).getByRole('button').first().waitFor();
    assert.equal(await page.evaluate((id) => document.getElementById(id).answer?.kind, sound), stored === all ? 'choice' : undefined);
    await page.goto(site.url('tutorials/index.html'));
    await page.locator('reprise-progress progress').first().waitFor();
    assert.deepEqual(await problemsOf({ page, problems: page.problems }), [], stored);
    await page.context().close();
  }
});

test('of a kept result the panels that are none are left out', async () => {
  const { verdict, figure, panels } = JSON.parse(readFileSync(new URL('../../web/results/xor.json', import.meta.url), 'utf8'));
  const groups = new Set(['', ...panels.map(({ group }) => group ?? '')]);
  const told = { verdict, size: 'quick', when: '2026-01-01', sentence: 'kept here', identity: 'same', identical: true, losses: [null] };
  const shapeless = [null, 3, { kind: 'chart' }, { kind: 'constructor' }, { ...panels[0], series: [null] }];
  for (const [kept, shown] of [[[null], 0], [[...shapeless, panels[0]], 1]]) {
    const page = await site.newPage();
    await page.addInitScript(([keys, text]) => keys.forEach((key) => localStorage.setItem(key, text)), [
      [...groups].map((group) => `reprise-figure/${figure}/${group}`),
      JSON.stringify({ ...told, panels: kept }),
    ]);
    await page.goto(site.url(`paper.html#${figure}`));
    const drawn = page.locator(`reprise-figure[name=${figure}]`);
    await drawn.scrollIntoViewIfNeeded();
    await drawn.locator('.panels').first().waitFor();
    assert.equal(await drawn.getByText('kept here').count(), shown);
    assert.deepEqual(await problemsOf({ page, problems: page.problems }), []);
    await page.context().close();
  }
});

/** Lets the k-th script that the page asks for be lost, from 0, as often as it asks. */
async function losing(page, k) {
  const asked = [];
  await page.route('**/assets/*.js', (route) => {
    const url = route.request().url();
    if (!asked.includes(url)) asked.push(url);
    return asked.indexOf(url) === k ? route.abort() : route.continue();
  });
}

test('a script that is lost while the page loads is said, with a way on', async () => {
  const lost = [];
  for (const k of [0, 2, 5, 9, 13]) {
    const page = await site.newPage();
    await losing(page, k);
    await page.goto(site.url('two-points.html#preset=two-points/shallow&network.width=8&training.epochs=100'));
    const said = page.locator('main > .noscript');
    // Not everything is needed for everything: what is not said must not be missed.
    const run = page.getByRole('button', { name: 'Run', exact: true });
    await said.or(run).first().waitFor();
    if (!(await said.isVisible())) await run.click();
    await said.or(page.getByText('epoch 100 of 100')).first().waitFor();
    if (await said.isVisible()) {
      lost.push(k);
      assert.match(await said.innerText(), /could not be loaded/);
      await page.unroute('**/assets/*.js');
      await said.getByRole('button', { name: 'Load the page again' }).click();
      await run.waitFor();
      assert.equal(await said.count(), 0);
    }
    await page.context().close();
  }
  assert.ok(lost.includes(0) && lost.length > 2, String(lost));
});

test('a script that never comes is said, and the word goes when it has come', async () => {
  const page = await site.newPage();
  let release;
  const held = new Promise((resolve) => (release = resolve));
  let first = true;
  await page.route('**/assets/*.js', async (route) => {
    if (first) {
      first = false;
      await held;
    }
    await route.continue();
  });
  await page.goto(site.url('two-points.html'), { waitUntil: 'commit' });
  const said = page.locator('main > .noscript');
  await said.waitFor();
  assert.match(await said.innerText(), /has not come yet/);
  release();
  await page.getByRole('button', { name: 'Run', exact: true }).waitFor();
  await said.waitFor({ state: 'detached' });
  await page.context().close();
});

test('what comes in the place of the engine or of a list of files is named in words for people', async () => {
  const login = { status: 200, contentType: 'text/html', body: '<!doctype html><title>Sign in</title>' };
  for (const [address, route, answer, words] of [
    ['two-points.html', '**/*.wasm', login, /is not the engine/],
    ['two-points.html', '**/*.wasm', { ...login, contentType: 'application/wasm' }, /is not the engine/],
    // The smallest module there is: a magic word and a version.
    ['two-points.html', '**/*.wasm', { contentType: 'application/wasm', body: Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]) }, /is not the engine/],
    ['digits.html', '**/digits.json', { contentType: 'application/json', body: '{}' }, /digits\.json: not the expected list/],
    ['digits.html', '**/digits.json', login, /digits\.json: not the expected list/],
  ]) {
    const page = await site.newPage();
    await page.route(route, (request) => request.fulfill(answer));
    await page.goto(site.url(address));
    await page.getByText(words).first().waitFor();
    assert.equal(await page.getByText(/magic word/).count(), 0);
    // Once it is there, one press leads on.
    await page.unroute(route);
    await page.getByRole('button', { name: /again|Start over/i }).first().click();
    await page.getByText(words).first().waitFor({ state: 'detached' });
    await page.context().close();
  }
});

test('a worker that ends without a word is noticed, and the lab starts over', async (t) => {
  if (site.engine !== 'chromium') return t.skip('only Chromium’s clock is driven here');
  const page = await site.newPage();
  await page.clock.install();
  await page.goto(site.url('two-points.html#preset=two-points/default&network.width=40&training.epochs=400000&observe.every=100'));
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.waitForFunction(() => document.querySelector('reprise-two-points').lab.status?.state === 'running');
  await page.evaluate(() => document.querySelector('reprise-two-points').lab.engine.worker.terminate());
  await page.clock.runFor(120_000);
  await page.getByText(/no longer answers/).first().waitFor();
  await page.getByRole('button', { name: /again|Start over/i }).first().click();
  await page.waitForFunction(() => document.querySelector('reprise-two-points').lab.status?.state === 'idle');
  await page.context().close();
});

test('what stands beside a setting speaks of the one in force', async () => {
  for (const [address, selected] of [
    ['feature-collapse.html#preset=feature-collapse/rich&task.side=15', /^450/],
    ['feature-collapse.html#preset=feature-collapse/rich', /1,800/],
  ]) {
    const { page } = await site.open(address);
    const size = page.locator('select.size');
    await size.waitFor();
    assert.match(await size.evaluate((select) => select.selectedOptions[0].textContent.trim()), selected, address);
    await page.context().close();
  }
});

test('with forced colours a run’s progress is seen, at its start and at its end', async (t) => {
  if (site.engine !== 'chromium') return t.skip('forced colours are Chromium’s to emulate');
  const { page } = await site.open('two-points.html#preset=two-points/shallow&network.width=8&training.epochs=100', { forcedColors: 'active' });
  const bar = page.locator('reprise-run-bar progress');
  await page.getByRole('button', { name: 'Run', exact: true }).waitFor();
  const picture = async () => [...(await bar.screenshot())].join();
  const before = await picture();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.waitForFunction(() => document.querySelector('reprise-two-points').lab.status?.state === 'finished');
  await bar.evaluate((element) => element.value === element.max || new Promise((resolve) => setTimeout(resolve, 500)));
  assert.notEqual(await picture(), before);
  const style = await bar.evaluate((element) => {
    const { appearance, borderTopWidth, backgroundColor, borderTopColor } = getComputedStyle(element);
    return { appearance, borderTopWidth, seen: backgroundColor !== borderTopColor };
  });
  assert.deepEqual(style, { appearance: 'none', borderTopWidth: '1px', seen: true });
  await page.context().close();
});
