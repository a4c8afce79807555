// The chapter on points of one's own, as a student works through it: what it claims of seed 1, its labs do, and its exercises
// are done by what their hints say.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openChapter } from './helpers/chapter.mjs';
import { openSite } from './helpers/site.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

test('a student bends a plane, holds the theory against its distances, and does the exercises', { timeout: 500_000 }, async () => {
  const chapter = await openChapter(site, 'tutorials/your-own-points.html');
  const predict = async (id, value) => {
    await chapter.give(id, value);
    return chapter.commit(id);
  };
  assert.match(await predict('two-units', 1), /You predicted 1\. The run showed 0\.93/);
  assert.match(await predict('rich-memory', 0.9), /[Tt]he run showed 0\.3[89]/);
  const rich = await chapter.lab('rich', (lab) => ({ correlation: lab.measure('correlation'), accuracy: lab.measure('accuracy') }));
  assert.ok(rich.correlation > 0.85 && rich.correlation < 0.89 && rich.accuracy === 1, JSON.stringify(rich));
  assert.match(await predict('lazy-correlation', 0.5), /[Tt]he run showed 0\.9[78]/);
  assert.match(await predict('tanh-correlation', 0.9), /[Tt]he run showed 0\.2[67]/);

  const hint = (id) => chapter.page.locator(`#${id} summary`).click();

  // Four units do what two cannot; the exercise is not done by two.
  await chapter.train('more');
  assert.equal(await chapter.lab('lift', (exercise) => exercise.done), false);
  await hint('lift');
  await chapter.press('four units');
  await chapter.until('more', (lab) => lab.measure('width') === 4);
  await chapter.train('more');
  await chapter.done('lift');

  await hint('placed');
  await chapter.press('these eight');
  await chapter.until('own', (lab) => lab.measure('points') === 8);
  await chapter.train('own');
  await chapter.done('placed');
  assert.equal(await chapter.lab('wrong', (exercise) => exercise.done), false);
  await hint('wrong');
  await chapter.press('as here');
  await chapter.until('own', (lab) => lab.run.spec.seed === 5 && lab.measure('progress') === 0);
  await chapter.train('own');
  await chapter.done('wrong');
  assert.deepEqual(await chapter.problems(), []);
});
