// What readers really bring: numbers in their own way of writing, links that were damaged on their way. Nothing is misread, and
// what is not taken is said.

import assert from 'node:assert/strict';
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
