// What a reader takes away: every figure as SVG and PNG.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { becomes, laidOut, openSite, problemsOf } from './helpers/site.mjs';

const QUICK =
  'two-points.html#preset=two-points/shallow&network.width=40&training.epochs=300&seed=7';

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

/** What a choice of a figure's menu hands to the reader: its name and its bytes. */
async function taken(page, figure, choice) {
  const menu = figure.locator('reprise-figure-menu');
  await menu.locator('.toggle').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    menu.getByRole('button', { name: choice, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** How an SVG looks to a browser: its size, whether it is well formed, and its numbers of marks. */
const looks = (page, svg) =>
  page.evaluate(async (text) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    const image = new Image();
    image.src = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
    await image.decode();
    const count = (name) => parsed.querySelectorAll(name).length;
    return {
      broken: count('parsererror') > 0,
      width: image.naturalWidth,
      words: [...parsed.querySelectorAll('text')].map(({ textContent }) => textContent),
      curves: [...parsed.querySelectorAll('polyline')].map((line) => ({
        name: line.querySelector('title')?.textContent,
        points: line.getAttribute('points').split(' ').length,
        dashed: line.hasAttribute('stroke-dasharray'),
      })),
      squares: count('rect'),
    };
  }, svg);

const isPng = (bytes) => bytes.subarray(1, 4).toString() === 'PNG' && bytes.length > 2000;

test('charts: SVG has every curve, its words and dashes; PNG is a picture', async () => {
  const opened = await site.open(QUICK);
  const { page } = opened;
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.locator('.progress p').filter({ hasText: 'finished' }).waitFor();
  await page.locator('section.fit .numbers').waitFor();
  const chart = page.locator('reprise-chart.main-chart');
  const svg = await taken(page, chart, 'Save as SVG');
  assert.match(svg.name, /^reprise-hidden-and-output-distance\.svg$/);
  const look = await looks(page, svg.bytes.toString());
  assert.equal(look.broken, false);
  assert.ok(look.width > 400);
  const { curves, words } = look;
  assert.deepEqual(
    curves.map(({ name, dashed }) => `${name} ${dashed}`).sort(),
    ['h', 'y', 'w'].flatMap((q) => [`${q} measured false`, `${q} theory true`]).sort(),
  );
  // A record every ten of 300 epochs; the theory is drawn finer.
  for (const { points, dashed } of curves) assert.ok(dashed ? points > 100 : points === 31, points);
  for (const word of ['h', 'y', 'w', 'time (epochs)', '300']) assert.ok(words.includes(word), word);
  assert.ok(isPng((await taken(page, chart, 'Save as PNG')).bytes));
  assert.deepEqual(await problemsOf(opened), []);
  await page.context().close();
});

test('matrices and the plane of points: SVG and PNG', async () => {
  const opened = await site.open('tutorials/xor.html');
  const { page } = opened;
  await laidOut(page);
  const lab = page.locator('#edge');
  await lab.scrollIntoViewIfNeeded();
  await lab.evaluate((element) => (element.speed = null));
  await lab.getByRole('button', { name: 'Run', exact: true }).click();
  await lab.locator('.progress p').filter({ hasText: 'finished' }).waitFor();
  const matrix = lab.locator('reprise-matrix').first();
  const drawn = await looks(page, (await taken(page, matrix, 'Save as SVG')).bytes.toString());
  assert.equal(drawn.broken, false);
  assert.equal(drawn.squares, 1 + 16);
  for (const label of ['00', '01', '10', '11']) assert.equal(drawn.words.filter((w) => w === label).length, 2);
  assert.ok(isPng((await taken(page, matrix, 'Save as PNG')).bytes));
  // A lab that is still reckoning is drawn anew, and gives its matrices their own labels back.
  assert.equal(await becomes(() => lab.evaluate((element) => element.run.ratio.state), (state) => state === 'ready', 60), 'ready');
  await lab.evaluate((element) => element.updateComplete);
  await matrix.evaluate((element) => (element.labels = ['0, 0', '0, 1', '1, 0', '"1, 1"']));
  const table = (await taken(page, matrix, 'Save as CSV')).bytes.toString().trim().split('\n');
  assert.equal(table[0], ',"0, 0","0, 1","1, 0","""1, 1"""');
  assert.match(table[4], /^"""1, 1""",[^,"]+,[^,"]+,[^,"]+,0$/);

  const plane = lab.locator('reprise-xor-plane');
  const points = await looks(page, (await taken(page, plane, 'Save as SVG')).bytes.toString());
  assert.equal(points.broken, false);
  assert.ok(points.words.some((word) => word.includes('00')));
  assert.ok(isPng((await taken(page, plane, 'Save as PNG')).bytes));
  const csv = (await taken(page, plane, 'Save as CSV')).bytes.toString().trim().split('\n');
  assert.equal(csv[0], 'record,point,x,y');
  assert.ok(csv.length > 4 * 50);
  assert.deepEqual(await problemsOf(opened), []);
  await page.context().close();
});
