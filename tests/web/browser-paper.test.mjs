// The page of the paper's figures: every stored result is drawn, and what is run again here is held against it.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import { until } from './helpers/element.mjs';
import { loadTs } from './helpers/load-ts.mjs';
import { openSite, problemsOf } from './helpers/site.mjs';

const folder = fileURLToPath(new URL('../../web/results/', import.meta.url));
const stored = readdirSync(folder)
  .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
  .map((name) => JSON.parse(readFileSync(`${folder}${name}`, 'utf8')))
  .sort((a, b) => a.order - b.order);
/** A group of runs that train in a second: layers of 50 units. */
const QUICK = 'narrow';

/** A figure whose file is not there is absent from the page. */
const needs = (name) => ({
  skip: stored.some(({ figure: other }) => other === name) ? false : `no stored ${name}`,
});

let site;
before(async () => {
  site = await openSite();
});
after(() => site?.close());

/** Without what setting changes: spaces, and indices set below. */
const plain = (text) => text.replace(/[\s_]+/g, '');
const isResult = (response) => /assets\/[\w-]+\.json$/.test(new URL(response.url()).pathname);
const figure = (page, name) => page.locator(`reprise-figure[name="${name}"]`);

async function openTrajectories(page) {
  await page.goto(site.url('paper.html#trajectories'));
  const shown = figure(page, 'trajectories');
  await shown.locator('.group select').selectOption(QUICK);
  return shown;
}

/** Serves the stored trajectories changed, as a file of another build would be. */
async function serveChanged(page, change) {
  await page.route(/assets\/trajectories-[\w-]+\.json$/, (route) => {
    const result = structuredClone(stored.find(({ figure: name }) => name === 'trajectories'));
    change(result.runs.filter(({ name }) => name.includes(`-${QUICK}-`)));
    return route.fulfill({ json: result });
  });
}

const seriesIn = (chart) => chart.evaluate(({ series }) => series.map(({ id, faint }) => ({ id, faint })));

test('every stored result stands in the page as text, without scripts', async (t) => {
  const missing = site.lacks('scripts off');
  if (missing) return t.skip(missing);
  assert.ok(stored.length > 0);
  const { typeset } = await loadTs('web/src/gallery/typeset.ts');
  const { page } = await site.open('paper.html', { javaScriptEnabled: false });
  const sections = page.locator('section.figure');
  assert.equal(await sections.count(), stored.length);
  for (const { figure: name, title, band, verdict, within } of stored) {
    const section = page.locator(`section#${name}`);
    assert.equal(await section.locator('h2').innerText(), typeset(title));
    const text = plain(await section.innerText());
    for (const part of [band, verdict]) {
      assert.ok(text.includes(plain(typeset(part))), part);
    }
    assert.equal(await section.locator(within ? '.within' : '.outside').count(), 1);
  }
  await page.context().close();
});

test('results are fetched as they come near, and every one is drawn', async () => {
  const opened = await site.open('paper.html', { viewport: { width: 390, height: 844 } });
  const { page, responses } = opened;
  await site.settled(page);
  const early = responses.filter(isResult).length;
  assert.ok(early < stored.length || stored.length < 3, `${early} results fetched at once`);
  await page.locator('.load-all').click();
  for (const { figure: name, panels } of stored) {
    const shown = figure(page, name);
    await shown.locator('.panels').first().waitFor();
    const groups = panels.map(({ group }) => group ?? '').filter(Boolean);
    const visible = panels.filter(({ group }) => !group || group === groups[0]);
    for (const kind of ['chart', 'matrix']) {
      const expected = visible.filter((panel) => panel.kind === kind).length;
      assert.equal(await shown.locator(`reprise-${kind}`).count(), expected, `${name}: ${kind}`);
    }
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  assert.equal(wide, false, 'no sideways scrolling on a phone');
  assert.deepEqual(await problemsOf(opened), []);
  await page.context().close();
});

test('a run here is identical to the stored one, is laid over it, and is there after a reload', needs('trajectories'), async () => {
  const opened = await site.open('index.html');
  const { page } = opened;
  const shown = await openTrajectories(page);
  const chart = shown.locator('reprise-chart').first();
  const before = await seriesIn(chart);
  assert.ok(before.length > 0 && before.every(({ faint }) => !faint));
  await shown.locator('.cost').filter({ hasText: 'on this device' }).waitFor();
  await shown.locator('button.run').click();
  const identity = shown.locator('.identity.same');
  await identity.filter({ hasText: 'Identical to the stored run' }).waitFor();
  const laid = await seriesIn(chart);
  assert.equal(laid.length, 2 * before.length);
  assert.equal(laid.filter(({ faint }) => faint).length, before.length, 'the stored run is faint');

  await page.reload();
  const again = figure(page, 'trajectories');
  await again.locator('.group select').selectOption(QUICK);
  await again.locator('.identity.same').waitFor();
  assert.equal((await seriesIn(again.locator('reprise-chart').first())).length, laid.length);
  await again.getByRole('button', { name: 'Remove this run' }).click();
  assert.equal((await seriesIn(again.locator('reprise-chart').first())).length, before.length);
  assert.deepEqual(await problemsOf(opened), []);
  await page.context().close();
});

test('one bit of difference is told, and a run that diverges is named', needs('trajectories'), async () => {
  const page = await site.newPage();
  await serveChanged(page, ([first]) => {
    const bits = new Float64Array([first.end.h]);
    new BigInt64Array(bits.buffer)[0] += 1n;
    first.end.h = bits[0];
  });
  let shown = await openTrajectories(page);
  await shown.locator('button.run').click();
  await shown.locator('.identity').filter({ hasText: 'Not identical' }).waitFor();
  assert.match(await shown.locator('.identity').innerText(), /ended at h = /);
  await page.context().close();

  const other = await site.newPage();
  await serveChanged(other, (runs) => {
    for (const run of runs) {
      if (run.spec.preset) run.spec.overrides['training.learning_rate'] = 50;
      else run.spec.training.learning_rate = 50;
    }
  });
  shown = await openTrajectories(other);
  await shown.locator('button.run').click();
  await shown.locator('.loss').filter({ hasText: /narrow.* diverged/ }).waitFor();
  await other.context().close();
});

test('runs pause, resume and stop; a stopped one leaves nothing', needs('trajectories'), async () => {
  const { page } = await site.open('paper.html#trajectories');
  const shown = figure(page, 'trajectories');
  await shown.locator('.group select').selectOption('default');
  await shown.locator('button.run').click();
  const share = () => shown.locator('progress').evaluate(({ value }) => value);
  const moving = async (from) => {
    while ((await share()) <= from) await page.waitForTimeout(30);
  };
  await moving(0);
  await shown.getByRole('button', { name: 'Pause' }).click();
  await shown.locator('.progress').filter({ hasText: 'paused' }).waitFor();
  await page.waitForTimeout(200);
  const held = await share();
  await page.waitForTimeout(200);
  assert.equal(await share(), held, 'nothing moves while paused');
  await shown.getByRole('button', { name: 'Resume' }).click();
  await moving(held);
  await shown.getByRole('button', { name: 'Stop' }).click();
  await shown.locator('.rerun .hint').filter({ hasText: 'Stopped' }).waitFor();
  assert.equal(await shown.locator('.result').count(), 0);
  await page.context().close();
});

test('an altered term is marked, and fitted anew with a larger misfit', needs('altered'), async () => {
  const opened = await site.open('paper.html#altered');
  const { page } = opened;
  const lab = page.locator('reprise-altered-lab');
  await lab.evaluate((element) => customElements.whenDefined(element.localName));
  await lab.evaluate((element) => element.configure(undefined, 'network.width=50'));
  await lab.locator('reprise-run-bar button.main').click();
  await lab.locator('tr[data-system="flip_last_w"] td.number').first().waitFor();
  await lab.locator('button[data-alteration="drop_second_y"]').click();
  assert.equal(await lab.locator('.formula del').count(), 1);
  await lab.locator('.words').filter({ hasText: 'second term of y′ dropped' }).waitFor();
  const times = await lab.evaluate((element) => element.measure('times'));
  assert.ok(times > 1, `the altered system has ${times} times the theory's misfit`);

  // A term goes by presses from doubled over flipped to dropped, and several may be altered at once.
  const last = lab.locator('button[data-term="w_last"]');
  await last.click();
  assert.match(await last.textContent(), /last term of w′, doubled/);
  await last.click();
  assert.match(await last.textContent(), /flipped/);
  assert.equal(await lab.evaluate((element) => element.measure('altered')), 2);
  await until(page, 'reprise-altered-lab', 'run', (run) => run.fits.has('{"y_second":0,"w_last":-1}'));
  const both = await lab.evaluate((element) => element.measure('times'));
  assert.ok(both > 0 && both !== times, `both alterations have ${both} times the misfit`);
  assert.equal(await lab.locator('tr.shown').count(), 1);
  await lab.getByRole('button', { name: 'The theory as it is' }).click();
  assert.equal(await lab.evaluate((element) => element.measure('altered')), 0);
  assert.deepEqual(await problemsOf(opened), []);
  await page.context().close();
});
