// The chapter on digits as a student works through it, on the built site: what it claims, its labs do.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { patient } from './helpers/browsers.mjs';
import { openChapter } from './helpers/chapter.mjs';
import { openSite } from './helpers/site.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

test('a student predicts, runs, compares, and finishes', { timeout: patient(240_000) }, async () => {
  const chapter = await openChapter(site, 'tutorials/digits.html');
  const { page } = chapter;

  // A number, judged by the run: thirty pictures are nearly enough.
  await page.locator('#few-accuracy').getByRole('button', { name: /run it/ }).click();
  assert.match(await page.locator('#few-accuracy .error').innerText(), /Enter a number first/);
  // What no share can be is not taken for one; it stays to be corrected, and the complaint goes once it is.
  for (const number of ['150', '-5']) {
    await chapter.give('few-accuracy', number);
    assert.equal(await page.locator('#few-accuracy .error').count(), 0);
    await chapter.submit('few-accuracy');
    assert.match(await page.locator('#few-accuracy .error').innerText(), /from 0 to 100/);
    assert.equal(await page.locator('#few-accuracy input').inputValue(), number);
  }
  await chapter.give('few-accuracy', 90);
  assert.match(await chapter.commit('few-accuracy'), /^Right, within \d+ %: you predicted 90 %, the run showed/);
  assert.equal(await chapter.lab('few', (lab) => lab.measure('train_accuracy')), 100);
  assert.ok(await page.getByText('Thirty pictures are enough to say').isVisible());

  // Of the three curves the theory explains w worst. What is said of the layers would give that away.
  assert.equal(await page.getByRole('button', { name: 'the second', exact: true }).isVisible(), false);
  await chapter.choose('worst-curve', 0);
  assert.match(await chapter.commit('worst-curve'), /The run showed: The weighted error w\.$/);
  const shares = await chapter.lab('pair', (lab) => ['h', 'y', 'w'].map((q) => lab.measure(`r2_${q}`)));
  assert.ok(shares[0] > 0.97 && shares[2] < shares[1] && shares[2] > 0.5, String(shares));
  // A symbol under the pointer lights its curves and fades the others.
  await page.locator('article > p .katex-html [data-symbol="w"]').first().hover();
  await chapter.until('pair', (lab) => {
    const charts = lab.shadowRoot.querySelector('reprise-pair-comparison').shadowRoot.querySelectorAll('reprise-chart');
    const colours = [...charts].flatMap(({ series }) => series.map(({ colour }) => colour));
    return colours.includes('w') && !colours.includes('h') && !colours.includes('y');
  });
  await page.mouse.move(5, 5);
  // A phrase moves the layer without training again.
  await chapter.press('the second');
  await chapter.until('pair', (lab) => lab.measure('layer') === 2 && lab.finished);
  assert.ok((await chapter.lab('pair', (lab) => lab.measure('r2_w'))) > shares[2]);

  // Two of a kind drift apart, against the theory.
  await chapter.choose('same-direction', 1);
  assert.match(await chapter.commit('same-direction'), /As you predicted/);
  assert.equal(await chapter.lab('same', (lab) => lab.measure('same_class')), 1);

  // The classes go on gathering when next to nothing is left to learn; the other layers are a press away.
  await chapter.give('spread', 0.03);
  assert.match(await chapter.commit('spread'), /^Right, within \d+ %: you predicted 0\.03, the run showed 0\.03/);
  await chapter.press('the first layer');
  await chapter.until('gather', (lab) => lab.spec.observe.layer === 0 && lab.finished);
  assert.ok((await chapter.lab('gather', (lab) => lab.measure('spread'))) > 0.7);

  await page.locator('#lazy-accuracy').getByRole('button', { name: 'Skip the question' }).click();
  assert.ok(await page.getByText('chance has no opinion on pictures not').isVisible());

  // The exercise, by what the lab does once its hint has set it.
  for (const hint of await page.locator('#by-heart summary').all()) await hint.click();
  await chapter.press('Twelve pictures for 1,500 epochs');
  assert.equal(await chapter.lab('by-heart', (exercise) => exercise.done), false, 'a hint alone does no exercise');
  await chapter.lab('free', (lab) => lab.start());
  await chapter.done('by-heart');
  assert.equal(await chapter.lab('close-fit', (exercise) => exercise.done), false);

  // Answers are there after a reload, and the course knows of them.
  await page.reload();
  await chapter.until('few-accuracy', (question) => question.answer?.outcome > 80);
  await page.goto(site.url('tutorials/index.html'));
  const progress = page.locator('reprise-progress[tutorial=digits]');
  await progress.getByText('5 of 7 questions and exercises done').waitFor();
  assert.deepEqual(await chapter.problems(), []);
});
