// The digits lab learns three classes of real digits in the page.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openSite, problemsOf } from './helpers/site.mjs';

const LINK = 'digits.html#preset=digits/three-classes';
const LEAST_ACCURACY = 0.85;
const RUN_LIMIT = 240_000;

let site;
before(async () => {
  site = await openSite();
});
after(() => site?.close());

test('recognises more than 85 % of held-out digits of three classes', async () => {
  const opened = await site.open(LINK);
  const { page } = opened;
  const run = page.locator('reprise-digits-lab reprise-run-bar button.main');
  await run.filter({ hasText: 'Run' }).click();
  const lab = page.locator('reprise-digits-lab[data-state="finished"]');
  await lab.waitFor({ timeout: RUN_LIMIT });
  const accuracy = Number(await lab.getAttribute('data-held-out-accuracy'));
  assert.ok(accuracy > LEAST_ACCURACY && accuracy <= 1, `held-out accuracy ${accuracy}`);
  // What the reader sees says the same.
  const [, right, total] = /([\d,]+) of ([\d,]+)/
    .exec(await page.locator('reprise-digits-lab .score').innerText())
    .map((part) => Number(part.replaceAll(',', '')));
  assert.equal(right / total, accuracy);
  assert.deepEqual(await problemsOf(opened), []);
  await page.context().close();
});
