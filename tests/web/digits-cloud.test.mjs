// The clouds of the digits lab: what they show of a run while it goes on, and what the reader does with them.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { patient } from './helpers/browsers.mjs';
import { ask, until } from './helpers/element.mjs';
import { becomes, openSite, problemsOf } from './helpers/site.mjs';

const quick = '#preset=digits/three-classes&network.width=60&network.hidden_layers=3&training.learning_rate=0.05&training.epochs=60&observe.layer=2&seed=2';

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

/** The lab with its clouds open, in a page that asks the lab (`lab`), waits for it (`until`) and presses its buttons. */
async function openClouds(hash, options) {
  const page = await site.newPage(options);
  page.lab = (question) => ask(page, 'reprise-digits-lab', 'shadowRoot.host', question);
  page.until = (condition) => until(page, 'reprise-digits-lab', 'shadowRoot.host', condition);
  page.clouds = page.locator('reprise-digits-cloud');
  page.press = (name) => page.clouds.getByRole('button', { name, exact: true }).click();
  await page.goto(site.url(`digits.html${hash}`));
  await page.until((l) => l.run.description && l.run.status?.state === 'idle');
  return page;
}

const complaints = (page) => problemsOf({ page, problems: page.problems });

test('a run is followed in every layer, from its start to its end, and the measures are those of the layer looked at', { timeout: patient(180_000) }, async () => {
  const page = await openClouds(quick);
  // Nothing of it is loaded, and nothing asked of the network, before the reader wants it.
  assert.equal(await page.lab((l) => l.run.clouds), null);
  assert.ok(Number.isNaN(await page.lab((l) => l.measure('spread'))));
  await page.getByRole('button', { name: 'Show the clouds' }).click();
  await page.until((l) => l.run.clouds?.frames.of(2).length === 1);
  const before = await page.lab((l) => l.measure('spread'));
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.until((l) => l.finished);
  const end = await page.lab((l) => ({
    epochs: [0, 1, 2].map((layer) => l.run.clouds.frames.of(layer).map(({ epoch }) => epoch)),
    spreads: [0, 1, 2].map((layer) => l.run.clouds.latest(layer).spread),
    spread: l.measure('spread'),
    curve: [...l.curve('spread').y],
    agreement: l.measure('agreement'),
    angles: l.measure('angles'),
  }));
  for (const epochs of end.epochs) {
    assert.equal(epochs[0], 0);
    assert.equal(epochs.at(-1), 60);
    assert.deepEqual(epochs, [...new Set(epochs)].sort((a, b) => a - b));
    assert.ok(epochs.length > 2, String(epochs));
  }
  // Deeper layers gather the classes more.
  assert.ok(end.spreads[0] > end.spreads[1] && end.spreads[1] > end.spreads[2], String(end.spreads));
  assert.ok(end.spread < 0.3 && before > 2, `${before} to ${end.spread}`);
  assert.equal(end.spread, end.spreads[2]);
  assert.equal(end.curve.at(-1), end.spread);
  assert.ok(end.agreement > 0.4 && end.angles < 0.4, `${end.agreement} ${end.angles}`);

  // Another layer is looked at without new training, and goes into the link.
  await page.press('1');
  await page.until((l) => l.spec.observe.layer === 0 && l.finished);
  assert.equal(await page.lab((l) => l.measure('spread')), end.spreads[0]);
  assert.equal(await page.lab((l) => l.measure('agreement')), end.agreement);
  assert.match(page.url(), /observe\.layer=0/);

  // Back to the start, where the picture is another one.
  const canvas = page.clouds.locator('reprise-cloud canvas');
  const described = () => canvas.getAttribute('aria-label');
  assert.match(await described(), /^Epoch 60, hidden layer 1: the spread within classes is \d/);
  await page.press('At the start');
  assert.equal(await becomes(async () => /^Epoch 0,/.test(await described()), (now) => now), true);
  assert.deepEqual(await complaints(page), []);
});

test('a picture is shown with its nearest others, chosen by keys and by pointing; few pictures stand in place of marks', { timeout: patient(180_000) }, async () => {
  const page = await openClouds(`${quick}&training.epochs=30`, { reducedMotion: 'reduce' });
  await page.getByRole('button', { name: 'Show the clouds' }).click();
  await page.until((l) => l.run.clouds?.frames.of(0).length === 1);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.until((l) => l.finished);

  // By the slider, which says what it chooses; its nearest others are those that the core found.
  const slider = page.clouds.getByRole('slider', { name: 'training picture' });
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  assert.match(await slider.getAttribute('aria-valuetext'), /^2, \d$/);
  const shown = (title) =>
    page.clouds.evaluate((element, title) => {
      const heading = [...element.renderRoot.querySelectorAll('h4')].find((one) => one.textContent.startsWith(title));
      return [...heading.nextElementSibling.querySelectorAll('button')].map((button) => Number(/picture ([\d,]+)$/.exec(button.title)[1]) - 1);
    }, title);
  const found = await page.lab((l) => Array.from(l.run.clouds.latest(2).cloud.neighbours.subarray(5, 10)));
  assert.deepEqual(await shown('Nearest in hidden layer 3'), found);
  const alike = await page.lab((l) => {
    const { set, subset } = l.run;
    const pixels = (k) => set.picture(subset.train[k]);
    const apart = (k) => pixels(1).reduce((sum, value, p) => sum + (value - pixels(k)[p]) ** 2, 0);
    const others = Array.from({ length: 300 }, (_, k) => k).filter((k) => k !== 1);
    return others.sort((a, b) => apart(a) - apart(b)).slice(0, 5);
  });
  assert.deepEqual(await shown('Nearest as pictures'), alike);
  // One of them, by its button.
  await page.clouds.locator('.neighbours button').first().click();
  assert.equal(await page.clouds.evaluate((element) => element.point), found[0]);

  // Under the pointer, in the plane.
  await page.clouds.getByRole('group', { name: 'Dimensions' }).getByRole('button', { name: '2' }).click();
  const canvas = page.clouds.locator('reprise-cloud canvas');
  await canvas.scrollIntoViewIfNeeded();
  const place = await becomes(
    () =>
      page.clouds.locator('reprise-cloud').evaluate((cloud) => {
        const { at } = cloud;
        return at && cloud.cloud.flat ? [at.x[7], at.y[7]] : null;
      }),
    (now) => now !== null,
  );
  const box = await canvas.boundingBox();
  await page.mouse.move(box.x + place[0], box.y + place[1]);
  const pointed = await becomes(() => page.clouds.evaluate((element) => element.point), (now) => now !== found[0]);
  const there = await page.clouds.locator('reprise-cloud').evaluate((cloud, { pointed }) => [cloud.at.x[pointed], cloud.at.y[pointed]], { pointed });
  assert.ok(Math.hypot(there[0] - place[0], there[1] - place[1]) < 6, `${there} is not ${place}`);

  // Thirty of them are pictures, and hundreds are once they are enlarged.
  const pictures = () =>
    page.clouds.locator('reprise-cloud').evaluate(async (cloud) => {
      await cloud.updateComplete;
      let drawn = 0;
      const { drawImage } = CanvasRenderingContext2D.prototype;
      CanvasRenderingContext2D.prototype.drawImage = function (...given) {
        drawn++;
        return drawImage.apply(this, given);
      };
      cloud.requestUpdate();
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      CanvasRenderingContext2D.prototype.drawImage = drawImage;
      return drawn;
    });
  assert.equal(await pictures(), 0);
  for (let k = 0; k < 4; k++) await page.press('Larger');
  assert.ok((await pictures()) >= 300);
  await page.press('Reset the view');
  assert.equal(await pictures(), 0);
  await page.press('30');
  await page.until((l) => l.run.clouds.frames.of(0).at(-1)?.coordinates.length === 90);
  assert.ok((await pictures()) >= 30);
  assert.deepEqual(await complaints(page), []);
});

test('a run that diverges says why there is no picture, and a reset brings them back', { timeout: patient(120_000) }, async () => {
  const page = await openClouds(`${quick}&training.learning_rate=30&network.gain=2`);
  await page.getByRole('button', { name: 'Show the clouds' }).click();
  await page.until((l) => l.run.clouds?.frames.of(0).length === 1);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.until((l) => l.run.status?.state === 'diverged' && l.run.clouds.failure !== '');
  await page.clouds.locator('[role=alert]').getByText('The layers cannot be shown:').waitFor();
  await page.getByRole('button', { name: 'Reset', exact: true }).click();
  await page.until((l) => l.run.clouds.failure === '' && l.run.clouds.frames.of(0).length === 1);
  assert.deepEqual(await complaints(page), []);
});

test('on a phone the settings are folded within reach of Run, and a link can show the clouds alone', { timeout: patient(120_000) }, async () => {
  const page = await openClouds(quick, { viewport: { width: 390, height: 844 } });
  const settings = page.locator('.panel.settings');
  const gap = await page.evaluate(() => {
    const root = document.querySelector('reprise-digits-lab').shadowRoot;
    return root.querySelector('.panel.settings').getBoundingClientRect().top - root.querySelector('reprise-run-bar').getBoundingClientRect().bottom;
  });
  assert.ok(gap < 300, `${gap} pixels below Run`);
  assert.equal(await page.locator('reprise-digits-settings').isVisible(), false);
  await settings.getByRole('button', { name: 'Show', exact: true }).click();
  await page.locator('reprise-digits-settings').waitFor();
  await settings.getByRole('button', { name: 'Hide', exact: true }).click();
  await page.locator('reprise-digits-settings').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Show the clouds' }).click();
  await page.until((l) => l.run.clouds?.frames.of(0).length === 1);
  await page.clouds.locator('reprise-cloud').scrollIntoViewIfNeeded();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 0, `${wide} pixels too wide`);
  assert.deepEqual(await complaints(page), []);
});
