// Chapters 1 to 3 as a student works through them, on the built site.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { patient } from './helpers/browsers.mjs';
import { laidOut, openSite, problemsOf } from './helpers/site.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

async function openChapter(name, options = {}) {
  const opened = await site.open(`tutorials/${name}.html`, options);
  const { page } = opened;
  await page.waitForFunction(() => customElements.get('reprise-predict'));
  await laidOut(page);
  page.lab = (id, question) => page.locator(`#${id}`).evaluate(question);
  page.until = async (id, condition, seconds = 60) => {
    for (const end = Date.now() + patient(1000 * seconds); Date.now() < end;) {
      if (await page.lab(id, condition)) return;
      await page.waitForTimeout(40);
    }
    throw new Error(`waited in vain for ${condition} of ${id}`);
  };
  /** Every laboratory as fast as it goes. */
  await page.evaluate(() =>
    document.querySelectorAll('figure.lab > [id]').forEach((lab) => {
      if ('speed' in lab) lab.speed = null;
    }),
  );
  page.finished = (id) => page.until(id, (lab) => lab.finished);
  page.run = async (id) => {
    // A laboratory makes its network when it is first seen.
    await page.locator(`#${id}`).scrollIntoViewIfNeeded();
    await page.locator(`#${id}`).getByRole('button', { name: 'Run', exact: true }).click();
    await page.finished(id);
  };
  page.commit = (id) =>
    page.locator(`#${id}`).getByRole('button', { name: 'That is my prediction: run it' }).click();
  page.says = (id, words) =>
    page.waitForFunction(
      ([id, words]) => document.getElementById(id).shadowRoot.textContent.includes(words),
      [id, words],
    );
  /** Draws from one corner of the drawing to the other, with the pointer. */
  page.draw = async (id, from, to) => {
    // The words of a question may hold an SVG as well: a root's sign.
    const drawing = page.locator(`#${id} svg`).filter({ has: page.getByRole('slider') });
    await drawing.evaluate((svg) => svg.scrollIntoView({ block: 'center' }));
    const box = await drawing.boundingBox();
    const at = (k) => [
      box.x + (0.15 + 0.82 * k) * box.width,
      box.y + (from + (to - from) * k) * box.height,
    ];
    await page.mouse.move(...at(0));
    await page.mouse.down();
    for (let k = 1; k <= 12; k++) await page.mouse.move(...at(k / 12));
    await page.mouse.up();
  };
  page.slide = (id, name, value) => page.locator(`#${id} input[name="${name}"]`).fill(String(value));
  page.problems = () => problemsOf(opened);
  /** Bytes after gzip of what the page asked for, each file once; without pictures and the core's module. */
  page.weight = async () => {
    const files = new Map();
    for (const response of opened.responses) {
      const url = response.url();
      if (!/\.(svg|png|wasm)$/.test(url) && !files.has(url)) {
        files.set(url, gzipSync(await response.body()).length);
      }
    }
    return [...files.values()].reduce((sum, size) => sum + size, 0);
  };
  return page;
}

const progress = (page) =>
  page.locator('reprise-chapter-progress').evaluate((element) => element.shadowRoot.textContent.replace(/\s+/g, ' '));

test('chapter 1: units, points, layers, and both exercises', { timeout: patient(120_000) }, async () => {
  const page = await openChapter('representation');
  await page.run('play');
  // What the layer's rows show is true of its numbers: two patterns for four inputs.
  const rows = await page.lab('play', (lab) => {
    const { values, width } = lab.run.activity;
    const gap = (a, b) => Math.max(...Array.from({ length: width }, (_, k) => Math.abs(values[a * width + k] - values[b * width + k])));
    return { same: Math.max(gap(0, 3), gap(1, 2)), different: gap(0, 1) };
  });
  assert.ok(rows.same < 0.2 * rows.different, JSON.stringify(rows));
  assert.equal(await page.locator('#play reprise-xor-units svg').count(), 4);

  await page.locator('#other-seed').getByLabel('About as many units').check();
  await page.commit('other-seed');
  await page.finished('again');
  await page.says('other-seed', 'Compare it with what the laboratory shows');
  assert.ok(await page.getByText('Different units, about as many, and the same two patterns').isVisible());

  await page.locator('#groups').getByLabel('Four, in two pairs').check();
  await page.commit('groups');
  await page.finished('points');
  await page.says('groups', 'The run showed: Two');

  await page.locator('#where-merged input').fill('6');
  await page.commit('where-merged');
  await page.finished('layers');
  await page.says('where-merged', 'Close');

  await page.run('free');
  assert.match(await progress(page), /3 of 3 questions answered 0 of 2 exercises done/);
  const layer = page.locator('#free label.slider input');
  await layer.fill('1');
  await page.says('early', 'Done.');
  await layer.fill('4');
  await page.says('halfway', 'Done.');
  assert.match(await progress(page), /2 of 2 exercises done/);

  // Answers survive a reload, and so does how far the reader came.
  await page.reload();
  await page.waitForFunction(() => /2 of 2 exercises/.test(document.querySelector('reprise-chapter-progress').shadowRoot?.textContent ?? ''));
  await page.says('where-merged', 'Close');
  assert.match(await progress(page), /Go on at/);
  assert.deepEqual(await page.problems(), []);
});

test('chapter 2: a drawn h, two rates by hand, another task, and a broken theory', { timeout: patient(120_000) }, async () => {
  const page = await openChapter('two-points');
  await page.run('play');
  await page.draw('draw-h', 0.78, 0.1);
  await page.commit('draw-h');
  await page.finished('curves');
  await page.says('draw-h', 'They differ most at epoch');
  assert.equal(await page.lab('curves', (lab) => lab.drawings.length), 1);

  // A symbol under the pointer lights its curve and fades the others.
  await page.locator('article .katex-html [data-symbol="h"]').first().hover();
  await page.until('curves', (lab) => {
    const series = lab.shadowRoot.querySelector('reprise-chart').series;
    return series.filter(({ colour }) => colour === 'h').length === 1 && !series.some(({ colour }) => colour === 'y');
  });
  await page.mouse.move(5, 5);

  await page.run('hand');
  await page.until('hand', (lab) => Number.isFinite(lab.measure('hand_r2')));
  assert.ok((await page.lab('hand', (lab) => lab.measure('hand_r2'))) < 0.5);
  await page.slide('hand', 'eta_h', Math.log10(0.008).toFixed(2));
  await page.slide('hand', 'eta_y', Math.log10(0.016).toFixed(2));
  await page.says('by-hand', 'Done.');
  const byHand = await page.lab('hand', (lab) => lab.measure('hand_misfit'));
  await page.locator('#hand').getByRole('button', { name: 'Let the machine fit' }).click();
  await page.until('hand', (lab) => lab.measure('misfit') > 0);
  assert.ok((await page.lab('hand', (lab) => lab.measure('misfit'))) <= byHand);

  await page.locator('#twice-as-fast input').fill('400');
  await page.commit('twice-as-fast');
  await page.finished('faster');
  await page.says('twice-as-fast', 'Close');

  await page.locator('#double-target input').fill('0.72');
  await page.commit('double-target');
  await page.finished('other');
  await page.says('double-target', 'Close');
  assert.ok(await page.lab('other', (lab) => lab.shadowRoot.querySelector('reprise-chart').series.some(({ id }) => id === 'guess')));

  await page.run('broken');
  await page.locator('#broken').getByRole('button', { name: /doubl/i }).nth(1).click();
  await page.says('break', 'Done.');
  assert.match(await progress(page), /3 of 3 questions answered 2 of 2 exercises done/);
  const weight = await page.weight();
  assert.ok(weight < 200_000, `${weight} bytes`);
  assert.deepEqual(await page.problems(), []);
});

test('chapter 3: the gain, the sweep, the regimes between', { timeout: patient(120_000) }, async () => {
  const page = await openChapter('rich-and-lazy');
  await page.getByRole('button', { name: 'a gain of 2', exact: true }).first().press('Space');
  await page.until('play', (lab) => lab.run.spec.network.gain === 2 && lab.finished);
  assert.ok((await page.lab('play', (lab) => lab.measure('growth'))) < 1);

  await page.locator('#double-gain input').fill('5');
  await page.commit('double-gain');
  await page.finished('knob');
  await page.says('double-gain', 'You predicted 5. The run showed 0.5');

  // What was not drawn is no prediction.
  await page.commit('draw-lazy');
  await page.says('draw-lazy', 'Draw your curve first.');
  assert.ok(await page.lab('lazy', (lab) => !lab.finished && lab.run.length <= 1));
  await page.draw('draw-lazy', 0.3, 0.3);
  await page.commit('draw-lazy');
  await page.finished('lazy');
  await page.says('draw-lazy', 'They differ most at epoch');

  await page.locator('#worst-factor input').fill('1.05');
  await page.commit('worst-factor');
  await page.finished('sweep');
  await page.says('worst-factor', 'Close');
  assert.equal(await page.locator('#sweep tbody tr').count(), 7);
  assert.ok((await page.lab('sweep', (lab) => lab.measure('worst_factor'))) < 1.15);

  await page.slide('free', 'network.gain', 1.15);
  await page.until('free', (lab) => lab.run.spec.network.gain === 1.15 && lab.run.records?.length === 1);
  await page.run('free');
  await page.says('middle', 'Done.');
  await page.slide('free', 'network.gain', 0.35);
  await page.slide('free', 'task.dy2', 0.25);
  await page.until('free', (lab) => lab.run.spec.task.dy2 === 0.25 && lab.run.records?.length === 1);
  await page.run('free');
  await page.says('rich-again', 'Done.');
  assert.match(await progress(page), /3 of 3 questions answered 2 of 2 exercises done/);

  // The answers of the whole course, saved and cleared from here.
  await page.goto(site.url('tutorials/two-points.html'));
  await page.getByText('There are answers to 1 other chapter too.').waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save those of the whole course' }).click();
  const stream = await (await download).createReadStream();
  const { chapters } = JSON.parse(Buffer.concat(await stream.toArray()).toString());
  assert.deepEqual(chapters.map(({ tutorial }) => tutorial), ['two-points', 'rich-and-lazy']);
  assert.equal(chapters[1].answers['double-gain'].value, '5');
  page.on('dialog', (dialog) => dialog.accept());
  await page.getByRole('button', { name: 'Clear those of the whole course' }).click();
  await page.goto(site.url('tutorials/rich-and-lazy.html'));
  await page.getByText('You have not answered anything yet').waitFor();
  assert.deepEqual(await page.problems(), []);
});

test('neighbours lead through the course, and the head says where one is', async () => {
  const page = await openChapter('two-points', { viewport: { width: 390, height: 800 } });
  assert.match(await page.locator('.kicker').innerText(), /Chapter 2 of \d/);
  await page.locator('.neighbours a[rel=next]').click();
  await page.waitForURL(/rich-and-lazy/);
  assert.ok(await page.locator('.neighbours a[rel=prev]').isVisible());
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth > 0), false);
});
