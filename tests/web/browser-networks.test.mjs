// The lab on several networks on the built site: what a reader sees of two networks, by pointer and keys, and what a link keeps.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { until } from './helpers/element.mjs';
import { openSite, problemsOf } from './helpers/site.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

const tag = 'reprise-networks-lab';
const SMALL = 'network.width=16&network.hidden_layers=3&observe.layer=1&training.epochs=100&observe.every=1';

async function open(hash) {
  const opened = await site.open(`two-networks.html${hash}`);
  const { page } = opened;
  const lab = page.locator(tag);
  await until(page, tag, 'lab', (run) => run.looks.length > 0);
  const measure = (name) => page.evaluate(([t, n]) => document.querySelector(t).measure(n), [tag, name]);
  const run = async () => {
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await until(page, tag, 'lab', (one) => one.finished);
  };
  return { opened, page, lab, measure, run };
}

test('two networks are trained, turned onto each other and compared; the past is scrubbed back', { timeout: 120_000 }, async () => {
  const { opened, page, lab, measure, run } = await open(`#preset=networks/rich&${SMALL}`);
  await run();
  const cka = await measure('cka');
  assert.ok(cka > 0.2 && cka <= 1, String(cka));
  const { epochs, states } = await page.evaluate((t) => {
    const one = document.querySelector(t).run;
    return { epochs: one.looks.map(({ epoch }) => epoch), states: one.networks.map(({ status }) => status.epoch) };
  }, tag);
  assert.equal(epochs.at(-1), 100);
  assert.deepEqual(states, [100, 100]);
  // The matrix says in numbers what was measured.
  const cell = (row, column) => lab.locator(`.matrix tbody tr:nth-child(${row}) td:nth-of-type(${column})`).textContent();
  assert.equal(await cell(3, 3), cka.toFixed(2));
  assert.equal(await cell(1, 1), '1.00', 'both see the same inputs');
  assert.ok(await lab.getByText(`the networks have a CKA of ${cka.toFixed(2)} with each other`).first().isVisible());
  assert.match(await lab.locator('.clouds .note').innerText(), /Procrustes distance in all dimensions: 0\.\d{3}/);

  // Back to the start by keys: the matrix is that of then.
  await lab.getByLabel('epoch shown').focus();
  await page.keyboard.press('Home');
  const start = await measure('start');
  await lab.getByText(/at epoch 0$/).first().waitFor();
  assert.equal(await cell(3, 3), start.toFixed(2));
  await page.keyboard.press('End');

  // Another measure and layer, without training again.
  await lab.getByLabel('measure').selectOption('procrustes');
  assert.equal(await cell(3, 3), (await measure('procrustes')).toFixed(2));
  await lab.getByLabel('hidden layer looked at').focus();
  await page.keyboard.press('End');
  await lab.getByText('Hidden layer 3: network 2 turned onto network 1').waitFor();
  assert.equal(await measure('progress'), 1);
  assert.deepEqual(await problemsOf(opened), []);
  await page.context().close();
});

test('networks are added, changed and removed, a link holds them all, and a wrong one is named', { timeout: 120_000 }, async () => {
  const { page, lab, measure } = await open(`#preset=networks/rich&${SMALL}`);
  await lab.getByRole('button', { name: 'Add a network' }).click();
  await until(page, tag, 'lab', (run) => run.networks.length === 3);
  await lab.getByLabel('Network 3: activation').selectOption('tanh');
  await until(page, tag, 'lab', (run) => run.changes[1]?.['network.activation'] === 'tanh');
  await lab.getByLabel('Network 3: gain').fill('1.5');
  await page.keyboard.press('Enter');
  await until(page, tag, 'lab', (run) => run.changes[1]?.['network.gain'] === 1.5);
  assert.equal(await measure('networks'), 3);
  await page.waitForURL(/&networks=seed:2\/seed:3,network\.activation:tanh,network\.gain:1\.5$/);
  const link = new URL(page.url()).hash;

  const again = await open(link);
  assert.equal(await again.measure('networks'), 3);
  assert.equal(await again.lab.getByLabel('Network 3: gain').inputValue(), '1.5');
  await again.page.context().close();

  await lab.getByLabel('Network 2: units in a layer').fill('0');
  await page.keyboard.press('Enter');
  await lab.getByText(/Network 2: network\.width is 0; allowed/).first().waitFor();
  assert.equal(new URL(page.url()).hash, link);
  await lab.getByLabel('Network 2: units in a layer').fill('20');
  await page.keyboard.press('Enter');
  await until(page, tag, 'lab', (run) => run.changes[0]?.['network.width'] === 20 && !run.problem);
  await lab.getByRole('button', { name: 'Remove Network 3' }).click();
  await until(page, tag, 'lab', (run) => run.networks.length === 2);
  await page.waitForURL(/&networks=seed:2,network\.width:20$/);
  // One step back, and it is there again.
  await page.goBack();
  await until(page, tag, 'lab', (run) => run.networks.length === 3);
  await page.context().close();
});

test('a run is paused and goes on, and another seed is another for both', { timeout: 120_000 }, async () => {
  const { page, lab } = await open(`#preset=networks/rich&${SMALL}&training.epochs=2000&observe.every=10`);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await until(page, tag, 'lab', (run) => run.looks.length > 2);
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await until(page, tag, 'lab', (run) => run.status?.state === 'paused');
  const looks = await page.evaluate((t) => document.querySelector(t).run.looks.length, tag);
  assert.ok(looks < 41);
  await page.getByRole('button', { name: 'New seed' }).click();
  await until(page, tag, 'lab', (run) => run.spec.seed === 2 && run.looks.length === 1);
  assert.equal(await lab.getByLabel('Network 2: seed').inputValue(), '3');
  await page.context().close();
});

test('networks learn digits of the classes that are ticked, and say which pictures are compared', { timeout: 120_000 }, async () => {
  const { opened, page, lab, measure, run } = await open('#preset=networks/digits&training.epochs=10&network.width=32');
  assert.ok(await lab.getByText('Layers are compared at the first 40 of the 300 training pictures.').isVisible());
  await lab.getByRole('checkbox', { name: '2', exact: true }).uncheck();
  await until(page, tag, 'lab', (one) => one.spec.task.classes.length === 2 && one.looks.length === 1);
  // Fewer than two classes are none to tell apart.
  assert.ok(await lab.getByRole('checkbox', { name: '0', exact: true }).isDisabled());
  await page.waitForURL(/task\.classes=0,1/);
  await run();
  assert.ok((await measure('loss')) < 0.1);
  assert.ok((await measure('cka')) > (await measure('start')));
  assert.deepEqual(await problemsOf(opened), []);
  await page.context().close();
});

test('two points have one distance: h of every network is drawn, and no shapes are compared', { timeout: 120_000 }, async () => {
  const { page, lab, measure, run } = await (async () => {
    const opened = await site.open('two-networks.html#preset=networks/two-points&training.epochs=300');
    const at = opened.page.locator(tag);
    await until(opened.page, tag, 'lab', (one) => one.length > 0);
    return {
      page: opened.page,
      lab: at,
      measure: (name) => opened.page.evaluate(([t, n]) => document.querySelector(t).measure(n), [tag, name]),
      run: async () => {
        await opened.page.getByRole('button', { name: 'Run', exact: true }).click();
        await until(opened.page, tag, 'lab', (one) => one.finished);
      },
    };
  })();
  await run();
  assert.ok((await measure('h_ratio')) >= 1);
  assert.equal(await lab.locator('.distances').count(), 1);
  assert.equal(await lab.locator('.clouds, .matrix, .repeats').count(), 0);
  await lab.getByText(/h of the networks, in their order, is \d/).first().waitFor();
  await page.context().close();
});

test('the comparison is repeated over seeds, stopped, gone on with, and summed up', { timeout: 200_000 }, async () => {
  const { opened, page, lab, measure, run } = await open(`#preset=networks/rich&${SMALL}`);
  await run();
  await lab.getByLabel('repetitions').selectOption('3');
  await lab.getByRole('button', { name: 'Repeat with other seeds' }).click();
  // The run on the page is the first of them.
  await until(page, tag, 'lab', (one) => one.repeated.length >= 1);
  await lab.getByRole('button', { name: 'Stop', exact: true }).click();
  const kept = await measure('seeds');
  assert.ok(kept >= 1 && kept < 3, String(kept));
  await lab.getByRole('button', { name: 'Go on' }).click();
  await until(page, tag, 'lab', (one) => one.repeated.length === 3);
  const [middle, least] = [await measure('cka_median'), await measure('cka_least')];
  assert.ok(least <= middle && middle <= 1);
  await lab.getByText(new RegExp(`median of 3 \\(least to greatest\\): ${middle.toFixed(2)} \\(${least.toFixed(2)} to`)).waitFor();
  // Another gain is another comparison.
  await lab.getByLabel('Network 1: gain').fill('1');
  await page.keyboard.press('Enter');
  await until(page, tag, 'lab', (one) => one.spec.network.gain === 1 && one.repeated.length === 0);
  assert.deepEqual(await problemsOf(opened), []);
  await page.context().close();
});
