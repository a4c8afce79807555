// The two-point lab as a student meets it: a link opens a state, the run finishes, the theory fits.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { until } from './helpers/element.mjs';
import { becomes, openSite, problemsOf } from './helpers/site.mjs';

// The default preset on narrower layers, to be quick; as a link, since every state is one.
const LINK = 'two-points.html#preset=two-points/default&network.width=200';
const RUN_LIMIT = 180_000;
/** Least share of the variance of h, y and w that the fitted theory must explain. */
const BANDS = { h: 0.95, y: 0.98, w: 0.9 };
/** Largest error of the predicted final distance, as a share of the measured one. */
const FINAL_BAND = 0.15;

let site;
before(async () => {
  site = await openSite();
});
after(() => site?.close());

const runButton = (page) => page.locator('reprise-two-points reprise-run-bar button.main');
const progress = (page) => page.locator('reprise-two-points reprise-run-bar .progress p');
const fit = (page) => page.locator('reprise-two-points section.fit');

/** The number that stands beside a label in the fit's panel. */
async function shown(page, label) {
  const term = fit(page).locator('div', { has: page.locator(`dt:text-matches(${label})`) }).last();
  const text = await term.locator('dd').innerText();
  return Number(text.replace(/^[<>]\s*/, '').replace('−', '-').trim());
}

async function finishRun(page) {
  await runButton(page).click();
  await progress(page).filter({ hasText: 'finished' }).waitFor({ timeout: RUN_LIMIT });
  // The fit is renewed while the network trains; the last one rests on every record.
  await until(page, 'reprise-two-points', 'lab', (lab) => lab.fitted?.records === lab.records.length);
}

test('trains in the page, and the fitted theory describes the run', async () => {
  const opened = await site.open(LINK);
  const { page } = opened;
  await runButton(page).filter({ hasText: 'Run' }).waitFor();
  await page.waitForFunction(
    () =>
      !document
        .querySelector('reprise-two-points')
        .shadowRoot.querySelector('reprise-run-bar')
        .shadowRoot.querySelector('button.main').disabled,
  );
  await finishRun(page);
  for (const [quantity, band] of Object.entries(BANDS)) {
    const r2 = await shown(page, `"R² of\\\\s+${quantity}"`);
    assert.ok(r2 >= band && r2 <= 1, `R² of ${quantity} is ${r2}; expected at least ${band}`);
  }
  const predicted = await shown(page, '"predicted at the end"');
  const measured = await shown(page, '"measured at the end"');
  assert.ok(measured > 0);
  assert.ok(Math.abs(predicted / measured - 1) < FINAL_BAND, `${predicted} for ${measured}`);
  assert.deepEqual(await problemsOf(opened), []);
  await page.context().close();
});

test('the page answers while it trains: pause, step and reset', async () => {
  const opened = await site.open('two-points.html');
  const { page } = opened;
  await runButton(page).filter({ hasText: 'Run' }).click();
  await runButton(page).filter({ hasText: 'Pause' }).click();
  await progress(page).filter({ hasText: 'paused' }).waitFor();
  const epoch = async () => Number(/epoch (\d+)/.exec(await progress(page).innerText())[1]);
  const before = await epoch();
  await page.getByRole('button', { name: 'Step', exact: true }).click();
  await page.waitForFunction(
    (from) =>
      Number(
        /epoch (\d+)/.exec(
          document
            .querySelector('reprise-two-points')
            .shadowRoot.querySelector('reprise-run-bar')
            .shadowRoot.querySelector('.progress p').textContent,
        )[1],
      ) > from,
    before,
  );
  await page.getByRole('button', { name: 'Reset', exact: true }).click();
  await progress(page).filter({ hasText: 'epoch 0 of' }).waitFor();
  assert.deepEqual(await problemsOf(opened), []);
  await page.context().close();
});

test('a setting goes into the link, and the link brings it back', async () => {
  const opened = await site.open('two-points.html#preset=two-points/tanh&network.gain=1.1');
  const { page } = opened;
  const field = (label) => page.getByLabel(label).and(page.locator('input[type=text]'));
  const gain = field('Gain of the initial weights');
  const width = field('Width');
  /** Waits for a field to show a value; if it never does, says what it shows. */
  const shows = async (input, value) =>
    assert.equal(await becomes(() => input.inputValue(), (now) => now === value), value);
  await shows(gain, '1.1');
  await width.fill('60');
  await width.press('Enter');
  await page.waitForURL(/network\.width=60/);
  await page.reload();
  await shows(width, '60');
  await shows(gain, '1.1');
  assert.match(page.url(), /preset=two-points\/tanh/);
  assert.deepEqual(await problemsOf(opened), []);
  await page.context().close();
});

test('the same link and seed give the same numbers again', async () => {
  const link = 'two-points.html#preset=two-points/shallow&network.width=40&training.epochs=300&seed=7';
  const ends = [];
  for (let visit = 0; visit < 2; visit++) {
    const { page } = await site.open(link);
    await finishRun(page);
    ends.push(await fit(page).locator('.numbers').innerText());
    await page.context().close();
  }
  assert.match(ends[0], /\d/);
  assert.equal(ends[1], ends[0]);
});

test('charts below the first screen are drawn before they are seen: print would find them empty', async () => {
  const { page } = await site.open(LINK, { viewport: { width: 1280, height: 500 } });
  const painted = () =>
    page.evaluate(() => {
      const root = document.querySelector('reprise-two-points').shadowRoot;
      return [...(root?.querySelectorAll('reprise-chart') ?? [])].map((chart) => {
        const canvas = chart.renderRoot.querySelector('canvas');
        if (canvas.width === 0 || canvas.height === 0) return false;
        return canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.some((value) => value > 0);
      });
    });
  const all = (now) => now.length === 3 && now.every(Boolean);
  assert.deepEqual(await becomes(painted, all, 30), [true, true, true]);
});

test('where nothing has changed no chart is drawn, however often its lab is', async () => {
  const { page } = await site.open(LINK);
  await finishRun(page);
  // The last fit and the descriptions come once the run is at rest.
  await page.waitForTimeout(1500);
  const drawn = (change) =>
    page.evaluate(async (change) => {
      const lab = document.querySelector('reprise-two-points');
      const { prototype } = CanvasRenderingContext2D;
      const { clearRect } = prototype;
      let count = 0;
      prototype.clearRect = function (...args) {
        count++;
        return clearRect.apply(this, args);
      };
      const charts = [...lab.renderRoot.querySelectorAll('reprise-chart')];
      if (change) charts[0].yAxis = { ...charts[0].yAxis, max: 2 };
      for (let k = 0; k < 20; k++) {
        if (!change) lab.requestUpdate();
        await new Promise(requestAnimationFrame);
      }
      await new Promise((resolve) => setTimeout(resolve, 1500));
      prototype.clearRect = clearRect;
      return count;
    }, change);
  assert.equal(await drawn(false), 0);
  assert.ok((await drawn(true)) > 0, 'a change is drawn');
});
