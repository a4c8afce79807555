// The chapter on where representations align, as a student works through it: what it claims of seed 1, its labs do.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openChapter } from './helpers/chapter.mjs';
import { openSite } from './helpers/site.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

test('a student predicts how alike rich, lazy and different networks become, and makes both', { timeout: 400_000 }, async () => {
  const chapter = await openChapter(site, 'tutorials/where-representations-align.html');
  const predict = async (id, value) => {
    await chapter.give(id, value);
    return chapter.commit(id);
  };
  assert.match(await predict('rich-cka', 0.8), /You predicted 0\.8\. The run showed 0\.99/);
  assert.match(await predict('lazy-kept', 0.5), /The run showed 0\.9/);
  assert.match(await predict('four-cka', 0.9), /The run showed 0\.(39|4)/);

  await chapter.train('layers');
  const layers = await chapter.lab('layers', (lab) => ({ first: lab.measure('first'), last: lab.measure('last') }));
  assert.ok(layers.first > 0.9 && layers.last > 0.9, JSON.stringify(layers));
  assert.deepEqual(await chapter.problems(), []);
});

test('the exercises of the chapter are done by what their hints say, and by nothing less', { timeout: 400_000 }, async () => {
  const chapter = await openChapter(site, 'tutorials/where-representations-align.html');
  const isDone = (id) => chapter.lab(id, (exercise) => exercise.done);
  // Two networks are not the three that are asked for.
  await chapter.train('free');
  assert.equal(await isDone('width'), false);
  await chapter.page.locator('#free').getByRole('button', { name: 'Add a network' }).click();
  await chapter.until('free', (lab) => lab.measure('networks') === 3 && lab.measure('progress') === 0);
  await chapter.train('free');
  await chapter.done('width');
  assert.equal(await isDone('lazy-again'), false);

  await chapter.page.locator('#lazy-again summary').click();
  await chapter.press('begin with these');
  await chapter.until('free', (lab) => lab.measure('gain') === 3 && lab.measure('progress') === 0);
  await chapter.train('free');
  await chapter.done('lazy-again');
  assert.deepEqual(await chapter.problems(), []);
});
