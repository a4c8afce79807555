// The feature-collapse page and its chapter, on the built site.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { until } from './helpers/element.mjs';
import { framesDrawn, laidOut, openSite, problemsOf } from './helpers/site.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const element = 'reprise-collapse-lab';

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

/** Waits for a condition of a lab. */
const wait = (page, id, condition) =>
  until(page, id, 'parentElement', `() => (${condition})(document.querySelector('${id}'))`, 240);

async function openLab(options = {}, hash = '') {
  const opened = await site.open(`feature-collapse.html${hash}`, options);
  await opened.page.waitForFunction((name) => customElements.get(name), element);
  await wait(opened.page, element, (lab) => lab.run?.pictures.length > 0);
  return opened;
}

/** A fingerprint of what the canvas shows. */
const picture = (page) =>
  page.locator('reprise-cloud canvas').evaluate((canvas) => {
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    let sum = 0;
    for (let k = 0; k < data.length; k += 4) sum = (sum * 31 + data[k] + 7 * data[k + 1]) % 1e9;
    return sum;
  });

test('rich weights collapse, large ones do not; the cloud turns under the keyboard', { timeout: 300_000 }, async () => {
  const small = '#preset=feature-collapse/intermediate&task.side=10&training.batch=16&training.learning_rate=0.1&training.epochs=1200&observe.every=6';
  const opened = await openLab({ reducedMotion: 'reduce' }, small);
  const { page } = opened;
  const lab = page.locator(element);
  assert.equal(await page.locator('reprise-cloud').evaluate((cloud) => cloud.turning), false);

  await lab.getByRole('button', { name: 'Run', exact: true }).click();
  await wait(page, element, (shown) => shown.finished && shown.run.structure);
  assert.ok((await lab.evaluate((shown) => shown.measure('collapse'))) < 0.1);
  assert.ok((await lab.evaluate((shown) => shown.measure('loss'))) < 0.02);
  assert.equal(await lab.evaluate((shown) => shown.measure('merged_layers')), 3);
  await page.getByText('have drawn together: on average the two sheets are').waitFor();
  // What is said at the end is said of the end, without a touch of the slider.
  await page.getByText('At epoch 1200:').waitFor();

  // Keys turn it and tilt it; Home turns it back to the very same picture.
  const canvas = page.locator('reprise-cloud canvas');
  await canvas.focus();
  await page.keyboard.press('Home');
  await framesDrawn(page);
  const front = await picture(page);
  for (const key of ['ArrowRight', 'ArrowUp']) {
    const before = await picture(page);
    await page.keyboard.press(key);
    await framesDrawn(page);
    assert.notEqual(await picture(page), before, key);
  }
  await page.keyboard.press('Home');
  await framesDrawn(page);
  assert.equal(await picture(page), front);

  // A drag turns it too; pointing at a mark shows its input.
  const box = await canvas.boundingBox();
  await page.mouse.move(box.x + 20, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + 120, box.y + 60, { steps: 4 });
  await page.mouse.up();
  await framesDrawn(page);
  assert.notEqual(await picture(page), front);
  await page.locator('reprise-collapse-point').getByRole('slider', { name: 'u of the blob' }).fill('9');
  await page.getByText('target 1', { exact: true }).waitFor();

  // Back in time: both features are there.
  await lab.getByRole('button', { name: 'At the start', exact: true }).click();
  await page.getByText('Before training, the layer keeps').waitFor();

  // Large weights, in one click.
  await lab.getByRole('button', { name: 'Large: lazy' }).click();
  await wait(page, element, (shown) => shown.run.spec.network.gain === 2 && shown.run.length === 1);
  await lab.getByRole('button', { name: 'Run', exact: true }).click();
  await wait(page, element, (shown) => shown.finished);
  assert.ok((await lab.evaluate((shown) => shown.measure('collapse'))) > 0.5);
  assert.match(await page.evaluate(() => location.hash), /network\.gain=2|feature-collapse\/lazy/);
  assert.deepEqual(await problemsOf(opened), []);
});

for (const colorScheme of ['light', 'dark']) {
  test(`nobody is shut out of the page, ${colorScheme}`, async () => {
    for (const [address, ready] of [
      ['feature-collapse.html', (page) => wait(page, element, (lab) => lab.run?.pictures.length > 0)],
      ['tutorials/feature-collapse.html', (page) => page.waitForFunction(() => customElements.get('reprise-predict'))],
    ]) {
      const { page } = await site.open(address, { colorScheme, reducedMotion: 'reduce' });
      await ready(page);
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run());
      assert.deepEqual(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
        [],
        address,
      );
      await page.context().close();
    }
  });
}

test('a student works through the chapter', { timeout: 900_000 }, async () => {
  const opened = await site.open('tutorials/feature-collapse.html', { reducedMotion: 'reduce' });
  const { page } = opened;
  await page.waitForFunction(() => customElements.get('reprise-predict'));
  await page.waitForFunction((name) => customElements.get(name), element);
  await laidOut(page);
  const commit = (id) =>
    page.locator(`#${id}`).getByRole('button', { name: 'That is my prediction: run it' }).click();
  const says = (id, text) =>
    page.waitForFunction(
      ([question, wanted]) =>
        document.querySelector(`#${question}`).shadowRoot.textContent.includes(wanted),
      [id, text],
      { timeout: 240_000 },
    );

  // The curve drawn flat at its top is right about the beginning and wrong about the end.
  await page.locator('#when [role=slider]').first().press('End');
  await commit('when');
  await wait(page, '#time', (lab) => lab.finished);
  await says('when', 'They differ most at epoch');

  // Until the question about the layers, the chart holds the layer looked at alone.
  const drawnLayers = () => page.locator('#time reprise-chart.index').evaluate((chart) => chart.series.filter(({ kind }) => kind === 'measured').length);
  assert.equal(await drawnLayers(), 1);

  await page.locator('#layers').getByLabel('In the last three').check();
  await commit('layers');
  await says('layers', 'As you predicted: In the last three');

  await page.locator('#lazy-layers').getByLabel('In the last three, as before').check();
  await commit('lazy-layers');
  await says('lazy-layers', 'The run showed: In none');

  await page.locator('#threshold input').fill('0.9');
  await commit('threshold');
  await wait(page, '#sweep', (lab) => lab.finished);
  const gain = await page.locator('#sweep').evaluate((lab) => lab.measure('threshold'));
  assert.ok(gain > 0.8 && gain < 1, `the index passes one half at a gain of ${gain}`);
  await page.getByText('no gentle slope').waitFor();

  // The first exercise: a run that ends on the second plateau.
  await page.locator('#free').scrollIntoViewIfNeeded();
  await page.locator('#free .settings').getByRole('slider', { name: 'epochs' }).fill('400');
  await wait(page, '#free', (lab) => lab.run.spec.training.epochs === 400 && lab.run.length === 1);
  await page.locator('#free').getByRole('button', { name: 'Run', exact: true }).click();
  await says('plateau', 'Done.');
  // The exercises ask for the third layer, whichever is looked at.
  const measures = () => page.locator('#free').evaluate((lab) => ['collapse', 'third_layer'].map((name) => lab.measure(name)));
  const [looked, third] = await measures();
  assert.equal(looked, third);
  await page.locator('#free .settings').getByRole('slider', { name: 'observed hidden layer' }).fill('3');
  await wait(page, '#free', (lab) => lab.run.layer === 3);
  const [fourth, still] = await measures();
  assert.equal(still, third);
  assert.notEqual(fourth, third);
  assert.deepEqual(await problemsOf(opened), []);
});
