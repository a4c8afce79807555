// Chapters 1 to 3 as a student works through them, on the built site.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { patient } from './helpers/browsers.mjs';
import { openChapter } from './helpers/chapter.mjs';
import { becomes, laidOut, openSite } from './helpers/site.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

const open = (name, options) => openChapter(site, `tutorials/${name}.html`, options);

/** Bytes after gzip of what a page asked for, each file once; without pictures and the core's module. */
async function weightOf(responses) {
  const files = new Map();
  for (const response of responses) {
    const url = response.url();
    if (!/\.(svg|png|wasm)$/.test(url) && !files.has(url)) {
      files.set(url, gzipSync(await response.body()).length);
    }
  }
  return [...files.values()].reduce((sum, size) => sum + size, 0);
}

const progress = (page) =>
  page.locator('reprise-chapter-progress').evaluate((element) => element.shadowRoot.textContent.replace(/\s+/g, ' '));

test('chapter 1: units, points, layers, and both exercises', { timeout: patient(120_000) }, async () => {
  const chapter = await open('representation');
  const { page } = chapter;
  await chapter.train('play');
  // What the layer's rows show is true of its numbers: two patterns for four inputs.
  const rows = await chapter.lab('play', (lab) => {
    const { values, width } = lab.run.activity;
    const gap = (a, b) => Math.max(...Array.from({ length: width }, (_, k) => Math.abs(values[a * width + k] - values[b * width + k])));
    return { same: Math.max(gap(0, 3), gap(1, 2)), different: gap(0, 1) };
  });
  assert.ok(rows.same < 0.2 * rows.different, JSON.stringify(rows));
  assert.equal(await page.locator('#play reprise-xor-units svg').count(), 4);

  await page.locator('#other-seed').getByLabel('About as many units').check();
  await chapter.submit('other-seed');
  await chapter.finished('again');
  await chapter.says('other-seed', 'Compare it with what the lab shows');
  assert.ok(await page.getByText('Different units, about as many, and the same two patterns').isVisible());

  await page.locator('#groups').getByLabel('Four, in two pairs').check();
  await chapter.submit('groups');
  await chapter.finished('points');
  await chapter.says('groups', 'The run showed: Two');

  await page.locator('#where-merged input').fill('6');
  await chapter.submit('where-merged');
  await chapter.finished('layers');
  await chapter.says('where-merged', 'Right, within');

  await chapter.train('free');
  assert.match(await progress(page), /3 of 3 questions answered 0 of 2 exercises done/);
  const layer = page.locator('#free label.slider input');
  await layer.fill('1');
  await chapter.says('early', 'Done.');
  await layer.fill('4');
  await chapter.says('halfway', 'Done.');
  assert.match(await progress(page), /2 of 2 exercises done/);

  // Answers survive a reload, and so does how far the reader came.
  await page.reload();
  await page.waitForFunction(() => /2 of 2 exercises/.test(document.querySelector('reprise-chapter-progress').shadowRoot?.textContent ?? ''));
  await chapter.says('where-merged', 'Right, within');
  assert.match(await progress(page), /Continue at/);
  assert.deepEqual(await chapter.problems(), []);
});

test('chapter 2: a drawn h, two rates by hand, another task, and a broken theory', { timeout: patient(120_000) }, async () => {
  const chapter = await open('two-points');
  const { page } = chapter;
  await chapter.train('play');
  await chapter.draw('draw-h', 0.78, 0.1);
  await chapter.submit('draw-h');
  await chapter.finished('curves');
  await chapter.says('draw-h', 'They differ most at epoch');
  assert.equal(await chapter.lab('curves', (lab) => lab.drawings.length), 1);
  // The two points as they ended: the dots as far apart as the run says, those of the outputs within their rings.
  const { labels, gaps, h, y } = await chapter.lab('curves', (lab) => {
    const rows = [...lab.shadowRoot.querySelectorAll('.pair svg')];
    const gap = (row, kind) => 2 * Math.abs(row.querySelector(`circle.${kind}`).getAttribute('cx'));
    return {
      labels: rows.map((row) => row.getAttribute('aria-label')),
      gaps: [...rows.map((row) => gap(row, 'dot')), gap(rows[2], 'ring')].map((width, _, [inputs]) => width / inputs),
      h: lab.measure('h'),
      y: lab.measure('y'),
    };
  });
  assert.deepEqual(labels, ['inputs: 1.00 apart', `hidden points: ${Math.sqrt(h).toFixed(2)} apart`, `outputs: ${Math.sqrt(y).toFixed(2)} apart, 0.71 wanted`]);
  [1, Math.sqrt(h), Math.sqrt(y), Math.sqrt(0.5)].forEach((wanted, k) => assert.ok(Math.abs(gaps[k] - wanted) < 1e-3, `${gaps} ${wanted}`));

  // A symbol under the pointer lights its curve and fades the others.
  await page.locator('article .katex-html [data-symbol="h"]').first().hover();
  await chapter.until('curves', (lab) => {
    const series = lab.shadowRoot.querySelector('reprise-chart').series;
    return series.filter(({ colour }) => colour === 'h').length === 1 && !series.some(({ colour }) => colour === 'y');
  });
  await page.mouse.move(5, 5);

  await chapter.train('hand');
  await chapter.until('hand', (lab) => Number.isFinite(lab.measure('hand_r2')));
  assert.ok((await chapter.lab('hand', (lab) => lab.measure('hand_r2'))) < 0.5);
  await chapter.slide('hand', 'eta_h', Math.log10(0.008).toFixed(2));
  await chapter.slide('hand', 'eta_y', Math.log10(0.016).toFixed(2));
  await chapter.says('by-hand', 'Done.');
  const byHand = await chapter.lab('hand', (lab) => lab.measure('hand_misfit'));
  await page.locator('#hand').getByRole('button', { name: 'Let the machine fit' }).click();
  await chapter.until('hand', (lab) => lab.measure('misfit') > 0);
  assert.ok((await chapter.lab('hand', (lab) => lab.measure('misfit'))) <= byHand);
  // Whoever moves a slider again sees the curves of these rates again, and words that tell of them.
  const dashed = (lab) =>
    lab.shadowRoot.querySelector('reprise-chart').series.flatMap(({ id, y }) => (id.startsWith('y_') && id !== 'y_measured' ? [id, y.at(-1)] : []));
  await chapter.until('hand', (lab) => lab.shadowRoot.querySelector('reprise-chart').series.some(({ id }) => id === 'y_theory'));
  await chapter.slide('hand', 'eta_h', -3);
  await chapter.slide('hand', 'eta_y', -3);
  await chapter.until('hand', (lab) => lab.shadowRoot.querySelector('reprise-chart').series.some(({ id, y }) => id === 'y_hand' && y.at(-1) < 0.01));
  assert.deepEqual((await chapter.lab('hand', dashed)).slice(0, 1), ['y_hand']);
  await page.locator('#hand [role=status]').filter({ hasText: 'With your rates, R² is < 0 for h' }).waitFor();
  await page.locator('#hand').getByRole('button', { name: 'Let the machine fit' }).waitFor();

  await page.locator('#twice-as-fast input').fill('-5');
  await chapter.submit('twice-as-fast');
  await chapter.says('twice-as-fast', 'This cannot be negative.');
  await page.locator('#twice-as-fast input').fill('400');
  await chapter.submit('twice-as-fast');
  await chapter.finished('faster');
  await chapter.says('twice-as-fast', 'Right, within');

  await page.locator('#double-target input').fill('0.78');
  await chapter.submit('double-target');
  await chapter.finished('other');
  await chapter.says('double-target', 'Right, within');
  assert.ok(await chapter.lab('other', (lab) => lab.shadowRoot.querySelector('reprise-chart').series.some(({ id }) => id === 'guess')));

  await chapter.train('broken');
  // What no alteration was tried for is not told.
  const systems = page.locator('#broken tbody tr');
  await systems.nth(0).waitFor();
  assert.equal(await systems.count(), 1);
  const alter = (name) => page.locator('#broken').getByRole('button', { name, exact: true }).click();
  await alter('double y′');
  await chapter.says('break', 'Done.');
  await alter('double y′');
  await alter('double h′');
  await chapter.says('harmless', 'Done.');
  assert.equal(await systems.count(), 3);
  assert.match(await progress(page), /3 of 3 questions answered 3 of 3 exercises done/);
  const weight = await weightOf(chapter.responses);
  assert.ok(weight < 200_000, `${weight} bytes`);
  assert.deepEqual(await chapter.problems(), []);
});

test('chapter 3: the gain, the sweep, the regimes between', { timeout: patient(120_000) }, async () => {
  const chapter = await open('rich-and-lazy');
  const { page } = chapter;
  await page.getByRole('button', { name: 'a gain of 2', exact: true }).first().press('Space');
  await chapter.until('play', (lab) => lab.run.spec.network.gain === 2 && lab.finished);
  assert.ok((await chapter.lab('play', (lab) => lab.measure('growth'))) < 1);

  await page.locator('#double-gain input').fill('5');
  await chapter.submit('double-gain');
  await chapter.finished('knob');
  await chapter.says('double-gain', 'Not right this time. You predicted 5. The run showed 0.5');
  await chapter.says('double-gain', 'Anything within 15 % of it would have counted.');

  // A drawing begins where the untrained network is, and what was not drawn is no prediction.
  await page.locator('#lazy').scrollIntoViewIfNeeded();
  await chapter.until('lazy', (lab) => lab.run.length > 0);
  const start = await chapter.lab('lazy', (lab) => lab.curve('h').y[0]);
  assert.ok(start > 9 && start < 10, `h begins at ${start}`);
  const knot = page.locator('#draw-lazy circle[role=slider]').first();
  const begins = await becomes(async () => Number(await knot.getAttribute('aria-valuenow')), (now) => now > 1);
  assert.ok(Math.abs(begins - start) < 1e-4 * start, `the drawing begins at ${begins}, h at ${start}`);
  await chapter.submit('draw-lazy');
  await chapter.says('draw-lazy', 'Draw your curve first.');
  assert.ok(await chapter.lab('lazy', (lab) => !lab.finished && lab.run.length <= 1));
  await chapter.draw('draw-lazy', 0.3, 0.3);
  await chapter.submit('draw-lazy');
  await chapter.finished('lazy');
  await chapter.says('draw-lazy', 'They differ most at epoch');

  await page.locator('#worst-factor input').fill('1.05');
  await chapter.submit('worst-factor');
  await chapter.finished('sweep');
  await chapter.says('worst-factor', 'Right, within 10 %');
  assert.equal(await page.locator('#sweep tbody tr').count(), 7);
  assert.ok((await chapter.lab('sweep', (lab) => lab.measure('worst_factor'))) < 1.15);

  await page.locator('#decoder-end input').fill('0.025');
  await chapter.submit('decoder-end');
  await chapter.finished('balance');
  await chapter.says('decoder-end', 'Right, within 25 %');
  await chapter.lab('balance', (lab) => lab.configure(undefined, 'network.gain=0.2 network.decoder_gain=1.072'));
  await chapter.train('balance');
  await chapter.says('between-balance', 'Done.');

  await chapter.slide('free', 'network.gain', 1.15);
  await chapter.until('free', (lab) => lab.run.spec.network.gain === 1.15 && lab.run.records?.length === 1);
  await chapter.train('free');
  await chapter.says('middle', 'Done.');
  await chapter.slide('free', 'network.gain', 0.35);
  await chapter.slide('free', 'task.dy2', 0.25);
  await chapter.until('free', (lab) => lab.run.spec.task.dy2 === 0.25 && lab.run.records?.length === 1);
  await chapter.train('free');
  await chapter.says('rich-again', 'Done.');
  assert.match(await progress(page), /4 of 4 questions answered 3 of 3 exercises done/);

  // The answers of the whole course, saved and cleared from here.
  await page.goto(site.url('tutorials/two-points.html'));
  // A script's press does not wait, as a hand does, until what it scrolled to stands still.
  await laidOut(page);
  await page.getByText('There are answers to 1 other chapter too.').waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the answers of the whole course' }).click();
  const stream = await (await download).createReadStream();
  const { chapters } = JSON.parse(Buffer.concat(await stream.toArray()).toString());
  assert.deepEqual(chapters.map(({ tutorial }) => tutorial), ['two-points', 'rich-and-lazy']);
  assert.equal(chapters[1].answers['double-gain'].value, '5');
  page.on('dialog', (dialog) => dialog.accept());
  await page.getByRole('button', { name: 'Clear the answers of the whole course' }).click();
  await page.goto(site.url('tutorials/rich-and-lazy.html'));
  await page.getByText('You have not answered anything yet').waitFor();
  assert.deepEqual(await chapter.problems(), []);
});

test('neighbours lead through the course, and the head says where one is', async () => {
  const { page } = await open('two-points', { viewport: { width: 390, height: 800 } });
  assert.match(await page.locator('.kicker').innerText(), /Chapter 2 of \d/);
  await page.locator('.neighbours a[rel=next]').click();
  await page.waitForURL(/rich-and-lazy/);
  assert.ok(await page.locator('.neighbours a[rel=prev]').isVisible());
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth > 0), false);
});
