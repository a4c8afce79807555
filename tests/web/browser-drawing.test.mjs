// While a network trains, a lab hands its parts the same things again and again: what says the same is not drawn anew.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { becomes, framesDrawn, openSite, problemsOf } from './helpers/site.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

/** Runs in the page. A spot of no other colour goes when its canvas is drawn anew. */
const spot = {
  lay: (canvas) => {
    const context = canvas.getContext('2d');
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = 'rgb(255, 0, 254)';
    context.fillRect(0, 0, 1, 1);
  },
  stays: (canvas) => canvas.getContext('2d').getImageData(0, 0, 1, 1).data[2] === 254,
};

test('a matrix is drawn anew for other numbers, and not for the same in another array', async () => {
  const opened = await site.open('plane.html');
  const { page } = opened;
  await page.locator('reprise-plane-lab').evaluate((lab) => lab.start());
  await page.evaluate(async () => {
    await customElements.whenDefined('reprise-matrix');
    const own = document.createElement('reprise-matrix');
    Object.assign(own, { values: Float64Array.of(0, 1, 1, 0), labels: ['a', 'b'] });
    document.body.prepend(own);
  });
  const matrix = page.locator('body > reprise-matrix');
  const canvas = matrix.locator('canvas').first();
  const drawn = () =>
    canvas.evaluate((one) => one.getContext('2d').getImageData(0, 0, one.width, one.height).data.some(Boolean));
  assert.ok(await becomes(drawn, Boolean));
  // It is drawn when it is laid out and when it is given its numbers: both are over.
  await page.locator('reprise-plane-lab').evaluate((lab) => lab.act('pause'));
  await page.waitForTimeout(1000);
  await canvas.evaluate(spot.lay);
  for (let time = 0; time < 3; time++) {
    await matrix.evaluate(async (element) => {
      element.values = Float64Array.from(element.values);
      element.labels = [...element.labels];
      await element.updateComplete;
    });
    await framesDrawn(page);
  }
  assert.ok(await canvas.evaluate(spot.stays), 'drawn anew for nothing');
  await matrix.evaluate((element) => (element.values = Array.from(element.values, (value) => value + 1)));
  assert.equal(await becomes(() => canvas.evaluate(spot.stays), (stays) => !stays), false);

  // Colours are kept, but not beyond a change of theme.
  const corner = () => canvas.evaluate((one) => one.toDataURL());
  const light = await corner();
  await page.emulateMedia({ colorScheme: 'dark' });
  assert.notEqual(await becomes(corner, (now) => now !== light), light);
  assert.deepEqual(await problemsOf(opened), []);
  await page.context().close();
});

test('a picture of a digit that is only moved stays as it was drawn', async () => {
  const opened = await site.open('digits.html');
  const { page } = opened;
  const change = (what, grey) =>
    page.evaluate(
      async ([how, value]) => {
        await customElements.whenDefined('reprise-digit');
        const digit = document.querySelector('body > reprise-digit') ?? document.createElement('reprise-digit');
        if (how === 'show') digit.picture = { pixels: new Uint8Array(784).fill(value), height: 28, width: 28 };
        else digit.picture = { ...digit.picture };
        document.body.prepend(digit);
        await new Promise(requestAnimationFrame);
      },
      [what, grey],
    );
  const canvas = page.locator('body > reprise-digit canvas');
  const ink = () => canvas.evaluate((one) => one.getContext('2d').getImageData(9, 9, 1, 1).data[3]);
  await change('show', 200);
  assert.equal(await ink(), 200);
  await canvas.evaluate(spot.lay);
  await change('move');
  assert.ok(await canvas.evaluate(spot.stays), 'drawn anew for nothing');
  await change('show', 100);
  assert.equal(await ink(), 100);
  assert.deepEqual(await problemsOf(opened), []);
  await page.context().close();
});
