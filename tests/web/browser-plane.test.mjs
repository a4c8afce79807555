// The plane lab in the browser: points placed, moved, painted and removed by pointer and keyboard while a network learns
// them, and what is drawn of it.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openPlane } from './helpers/plane.mjs';
import { becomes, openSite, problemsOf } from './helpers/site.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

const LINK = 'plane.html#preset=plane/own';

const open = (address, options) => openPlane(site, address, options);

/** Where a place of the plane lies on the canvas. */
async function at(plane, x, y) {
  const extent = await plane.evaluate((canvas) => canvas.getRootNode().host.extent);
  const { width } = await plane.boundingBox();
  return { x: ((x + extent) / (2 * extent)) * width, y: ((extent - y) / (2 * extent)) * width };
}

test('points are placed, moved, painted and erased by pointer; every one is a step, and all lie in the link', async () => {
  const opened = await open(LINK);
  const { page, lab, holds, ask, plane } = opened;
  await plane.scrollIntoViewIfNeeded();
  await plane.click({ position: await at(plane, 0, 0.9) });
  await holds('lab.spec.task.points.length === 15');
  const [x, y, target] = (await ask('lab.spec.task.points')).slice(12);
  assert.ok(Math.abs(x) < 0.02 && Math.abs(y - 0.9) < 0.02 && target === 0, `${x} ${y} ${target}`);
  await holds(`location.hash.includes('task.points=')`);
  // Dragged.
  const box = await plane.boundingBox();
  const [from, to] = [await at(plane, x, y), await at(plane, 0.5, 0)];
  await page.mouse.move(box.x + from.x, box.y + from.y);
  await page.mouse.down();
  await page.mouse.move(box.x + (from.x + to.x) / 2, box.y + (from.y + to.y) / 2);
  await page.mouse.move(box.x + to.x, box.y + to.y);
  await page.mouse.up();
  await holds('Math.abs(lab.spec.task.points[12] - 0.5) < 0.02');
  // Painted, and erased.
  await lab.getByRole('button', { name: 'Paint' }).click();
  await lab.getByRole('button', { name: 'Class B' }).click();
  await plane.click({ position: await at(plane, 0.5, 0) });
  await holds('lab.spec.task.points[14] === 1');
  await lab.getByRole('button', { name: 'Erase' }).click();
  await plane.click({ position: await at(plane, 0.5, 0) });
  await holds('lab.spec.task.points.length === 12');
  await lab.getByRole('button', { name: /^Undo/ }).click();
  await holds('lab.spec.task.points.length === 15 && lab.run.looks.at(-1)?.points === 5');
  const reloaded = await open(`plane.html${await page.evaluate(() => location.hash)}`);
  assert.deepEqual(await reloaded.ask('lab.spec.task'), await ask('lab.spec.task'));
  assert.deepEqual(await problemsOf(opened), []);
  await reloaded.page.context().close();
  await page.context().close();
});

test('the keyboard does the same, and says what it did', async () => {
  const { page, lab, holds, plane } = await open(LINK);
  const status = lab.locator('reprise-plane-input .status');
  await plane.focus();
  for (const key of ['ArrowRight', 'ArrowRight', 'Shift+ArrowUp']) await page.keyboard.press(key);
  assert.match(await status.textContent(), /0\.10, 0\.01/);
  await page.keyboard.press('Enter');
  await holds('lab.spec.task.points.length === 15 && lab.spec.task.points[12] === 0.1 && lab.spec.task.points[13] === 0.01');
  assert.match(await status.textContent(), /Placed: Point 5, Class A, at 0\.10, 0\.01\. There are 5\./);
  await page.keyboard.press('2');
  await holds('lab.spec.task.points[14] === 1');
  await page.keyboard.press('Enter');
  assert.match(await status.textContent(), /Taken up/);
  await page.keyboard.press('ArrowLeft');
  await holds('lab.spec.task.points[12] === 0.05');
  await page.keyboard.press('Enter');
  await page.keyboard.press('n');
  assert.match(await status.textContent(), /Point 1, Class A, at −?-?0\.60/);
  await page.keyboard.press('Delete');
  await holds('lab.spec.task.points.length === 12');
  await page.context().close();
});

test('a point that is placed while the network learns: it goes on from where it is, and says so', async () => {
  const { page, lab, holds, ask, plane } = await open(`${LINK}&training.epochs=1000000`);
  await lab.getByRole('button', { name: 'Run' }).click();
  await holds('lab.run.epoch > 20 && lab.run.running');
  const generation = await ask('lab.run.generation');
  await plane.click({ position: await at(plane, 0.1, 0.9) });
  await holds(`lab.run.byHand.at(-1)?.field === 'task.points' && lab.run.spec.task.points.length === 15`);
  const at15 = await ask('lab.run.epoch');
  await holds('lab.run.running && lab.run.epoch > given', at15 + 10);
  assert.equal(await ask('lab.run.generation'), generation, 'no other run');
  await holds('lab.run.looks.at(-1).points === 5');
  await lab.locator('.by-hand', { hasText: 'the network went on from where it was' }).waitFor();
  // A width of another size is another network, which starts to learn at once.
  await page.evaluate(() => document.querySelector('reprise-plane-lab').changeField('network.width', 5));
  await holds('lab.run.running && lab.run.description.hidden_widths[0] === 5 && lab.run.byHand.length === 0');
  await page.context().close();
});

test('a ready shape becomes the reader\'s own at the first touch; files bring others, and say what is wrong with them', async () => {
  const { page, lab, holds, ask, plane } = await open('plane.html#preset=plane/gaussians');
  await plane.click({ position: await at(plane, 0, 0) });
  await holds(`lab.spec.task.shape === 'own' && lab.spec.task.points.length === 603 && lab.spec.task.classes === 3`);
  // The link follows once the network is made.
  const link = await becomes(() => page.evaluate(() => location.hash), (hash) => hash.startsWith('#preset=plane/own&'));
  assert.match(link, /^#preset=plane\/own&/);
  await lab.getByText(/201 points, all of them in the link/).waitFor();
  const file = lab.locator('.files input[type=file]');
  const csv = (text) => ({ name: 'mine.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await file.setInputFiles(csv('x,y,label\n0,0,cat\n0.5,1e,dog\n'));
  await lab.getByText(/mine\.csv cannot be opened: line 3: y is “1e”; allowed: a number/).waitFor();
  assert.equal((await ask('lab.spec.task.points')).length, 603);
  await file.setInputFiles(csv('x,y,label\n0,0,cat\n0.5,1,dog\n1,0,cat\n-1,0.5,dog\n'));
  await holds('lab.spec.task.points.length === 12 && lab.spec.task.classes === 2');
  await lab.getByText(/A is “cat”, B is “dog”/).waitFor();
  await page.context().close();
});

test('what is drawn changes as the network learns; the layer and the moment can be chosen', async () => {
  const opened = await open('plane.html#preset=plane/xor-corners&training.epochs=400');
  const { page, lab, holds, ask, plane } = opened;
  const picture = () => plane.evaluate((canvas) => canvas.toDataURL());
  const untrained = await picture();
  await page.evaluate(() => document.querySelector('reprise-plane-lab').chooseSpeed(400));
  await lab.getByRole('button', { name: 'Run' }).click();
  await holds('lab.run.finished && lab.run.looks.at(-1).epoch === 400 && lab.run.looks.length > 3');
  assert.notEqual(await picture(), untrained);
  assert.ok((await ask(`lab.run.last('held_out_accuracy')`)) > 0.9);
  await holds('lab.run.structure?.points.length === 40');
  const before = await ask('lab.run.looks.length');
  await lab.getByRole('slider', { name: 'epoch shown' }).fill('0');
  await holds('lab.look === 0');
  await lab.getByRole('slider', { name: 'hidden layer looked at' }).fill('2');
  await holds('lab.run.layer === 2 && lab.run.looks.length === 1');
  assert.ok(before > 3);
  // The maps are drawn, and told of, once the layer's values are there.
  await lab.locator('reprise-unit-maps canvas[aria-label="16 units."]').waitFor();
  assert.deepEqual(await problemsOf(opened), []);
  await page.context().close();
});

test('momentum and penalties, cross-entropy, and each layer by itself', async () => {
  const opened = await open('plane.html#preset=plane/moons&training.epochs=1000000');
  const { page, lab, holds, ask } = opened;
  const field = (path, layer = '') => lab.locator(`reprise-field[data-path="${path}"]${layer}`);
  const type = async (path, text, layer) => {
    await field(path, layer).locator('input[type=text]').fill(text);
    await field(path, layer).locator('input[type=text]').press('Enter');
  };
  await type('training.momentum', '0.9');
  await holds('lab.run.spec.training.momentum === 0.9 && lab.run.status');
  await lab.getByRole('button', { name: 'Run' }).click();
  await holds('lab.run.epoch > 20 && lab.run.running');
  // Penalties change while the run goes on; the network is not made anew, and no point was changed.
  const generation = await ask('lab.run.generation');
  await type('training.l2', '0.05');
  await holds('lab.run.spec.training.l2 === 0.05 && lab.run.running');
  assert.equal(await ask('lab.run.generation'), generation);
  assert.deepEqual(await ask('lab.run.byHand.map((one) => one.field)'), ['training.l2']);
  await lab.locator('.by-hand', { hasText: /L2 penalty at epoch \d+/ }).waitFor();
  await lab.getByText('It knows of no penalties.').waitFor();
  // Another optimiser has no momentum to set.
  await field('training.optimizer').locator('select').selectOption('adam');
  await holds('lab.run.spec.training.optimizer === "adam" && lab.run.spec.training.momentum === 0');
  await field('training.momentum').waitFor({ state: 'detached' });
  // Cross-entropy has no theory, and the lab says so.
  await field('training.loss').locator('select').selectOption('cross_entropy');
  await holds('lab.run.spec.training.loss === "cross_entropy" && lab.run.running');
  await lab.getByText('The theory is for squared errors').waitFor();
  assert.equal(await ask('lab.run.unseen'), '');
  // Each layer by itself.
  await lab.getByRole('button', { name: 'Each layer by itself' }).click();
  await field('network.width').waitFor({ state: 'detached' });
  await type('network.widths', '2', '[data-layer="1"]');
  await holds('lab.run.description?.hidden_widths.join() === "16,2,16"');
  await field('network.activations', '[data-layer="0"]').locator('select').selectOption('relu');
  await holds('lab.run.spec.network.activations.join() === "relu,tanh,tanh"');
  await type('network.hidden_layers', '2');
  await holds('lab.run.description?.hidden_widths.join() === "16,2"');
  // A link has it all.
  const again = await open(new URL(page.url()).pathname.split('/').at(-1) + new URL(page.url()).hash);
  await again.holds('lab.run.description?.hidden_widths.join() === "16,2" && lab.run.spec.training.loss === "cross_entropy"');
  assert.equal(await again.ask('lab.run.spec.training.l2'), 0.05);
  assert.deepEqual(await problemsOf(again), []);
  await again.page.context().close();
  await lab.getByRole('button', { name: 'All layers the same' }).click();
  await holds('lab.run.spec.network.widths === "same" && lab.run.description?.hidden_widths.join() === "16,16"');
  assert.deepEqual(await problemsOf(opened), []);
  await page.context().close();
});

test('all points can be removed, and lines show where units are zero', async () => {
  const opened = await open(LINK);
  const { page, lab, holds, ask, plane } = opened;
  const pixels = () => plane.evaluate((canvas) => [...canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data].reduce((a, b) => a + b, 0));
  const before = await pixels();
  await lab.getByLabel(/lines where units of hidden layer 2 are zero/).check();
  assert.ok(await becomes(pixels, (sum) => sum !== before, 60), 'lines are drawn');
  await lab.getByRole('button', { name: 'Remove all' }).click();
  await holds('lab.run.points.length === 0');
  await lab.getByRole('button', { name: 'Remove all' }).waitFor({ state: 'detached' });
  for (const [x, y] of [[-0.5, 0], [0.5, 0], [0, 0.7]]) await plane.click({ position: await at(plane, x, y) });
  await holds('lab.run.spec.task.points.length === 9 && lab.run.description && !lab.run.problem');
  // Undo brings back what lay there.
  for (let k = 0; k < 4 && (await ask('lab.run.points.length')) !== 12; k++) {
    await lab.getByRole('button', { name: 'Undo' }).click();
    await page.waitForTimeout(300);
  }
  await holds('lab.run.points.length === 12');
  assert.deepEqual(await problemsOf(opened), []);
  await page.context().close();
});
