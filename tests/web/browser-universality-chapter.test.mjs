// The chapter on universality as a student works through it: what it claims, its labs do.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { patient } from './helpers/browsers.mjs';
import { openChapter } from './helpers/chapter.mjs';
import { openSite } from './helpers/site.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

test('a student predicts, runs, compares, and finishes', { timeout: patient(240_000) }, async () => {
  const chapter = await openChapter(site, 'tutorials/universality.html');
  const { page } = chapter;
  const shares = (id) => chapter.lab(id, (lab) => ['h', 'y', 'w'].map((q) => lab.measure(`r2_${q}`)));

  // A phrase puts another network into the first lab and runs it.
  await chapter.press('skip connections');
  await chapter.until('play', (lab) => lab.finished && lab.run.spec.network.kind === 'residual');
  await chapter.until('play', (lab) => lab.measure('r2_w') > 0.9);
  assert.match(await page.locator('#play .network').innerText(), /^skip connections, leaky ReLU ·$/);

  // The curve of a convolutional network, drawn with the keyboard.
  const points = page.locator('#cnn-curve [role=slider]');
  for (const point of (await points.all()).slice(6)) await point.press('End');
  assert.match(await chapter.commit('cnn-curve'), /differ most at epoch/);
  await chapter.until('cnn', (lab) => lab.measure('r2_h') > 0.98 && lab.measure('r2_y') > 0.98);

  // The first layer hardly moves, and a fit explains little of what it does.
  await chapter.give('first-growth', 100);
  assert.match(await chapter.commit('first-growth'), /You predicted 100. The run showed 1\.0/);
  await chapter.until('first', (lab) => lab.measure('r2_w') < 0 && lab.measure('r2_h') < 0.75);
  // What such a fit says of rates and end is marked as worth nothing, and that of the middle of a network is not.
  await page.locator('#first .fit .failed').waitFor();
  assert.equal(await page.locator('#play .fit .failed').count(), 0);

  await chapter.give('dropout-end', 0.5);
  assert.match(await chapter.commit('dropout-end'), /You predicted 0\.5. The run showed 0\.57/);

  await chapter.give('attention-w', '0,85');
  assert.match(await chapter.commit('attention-w'), /^Right, within/);
  assert.ok((await shares('attention'))[0] > 0.97);

  // The exercises: a deeper layer fits tanh better; twelve units are too narrow.
  await chapter.run('tanh', 'observe.layer=15');
  await chapter.done('tanh-layer');
  await chapter.run('narrow', null);
  await chapter.slide('narrow', 'network.width', 12);
  await chapter.until('narrow', (lab) => lab.run.spec.network.width === 12 && lab.run.records?.length === 1);
  await chapter.run('narrow', null);
  await chapter.done('too-narrow');

  await page.goto(site.url('tutorials/index.html'));
  await page.locator('reprise-progress[tutorial=universality]').getByText('all done').waitFor();
  assert.deepEqual(await chapter.problems(), []);
});
