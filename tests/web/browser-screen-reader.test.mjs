// What a screen reader is told, and where its reader is left: found by working through the chapters with one (see README.md).

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { becomes, openSite } from './helpers/site.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

const open = async (path) => {
  const { page } = await site.open(path, { reducedMotion: 'reduce' });
  await page.locator('main').getByRole('button', { name: /^Run/ }).first().waitFor();
  await site.settled(page);
  return page;
};

/** What has the focus, through shadow roots. */
const focused = (page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent?.trim().replace(/\s+/g, ' ') ?? '';
  });

const press = async (page, button, key = 'Enter') => {
  await button.focus();
  await page.keyboard.press(key);
};

test('labs say nothing while a page opens, and what is done to one it says, sentence by sentence', async () => {
  const page = await open('tutorials/two-points.html');
  const live = (id) => page.locator(`${id} [role=status].words`).getAttribute('aria-live');
  assert.equal(await live('#play'), 'off');
  assert.equal(await live('#hand'), 'off');

  const lab = page.locator('#hand');
  await press(page, lab.getByRole('button', { name: 'Run', exact: true }));
  const words = lab.locator('[role=status].words');
  await words.filter({ hasText: 'Training is done.' }).waitFor();
  assert.equal(await live('#hand'), 'polite');
  assert.equal(await live('#play'), 'off');

  // Nothing else is told while a slider moves, and of the words only what it changes.
  assert.equal(await lab.locator('output').count(), 0);
  assert.equal(await words.getAttribute('aria-atomic'), 'false');
  await words.evaluate((element) => {
    globalThis.said = [];
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const { nodeType, textContent } of addedNodes) if (nodeType === 1) globalThis.said.push(textContent.trim());
    }).observe(element, { childList: true, subtree: true, characterData: true });
  });
  await lab.getByRole('slider', { name: 'hidden rate ηh' }).focus();
  for (let k = 0; k < 8; k++) await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => globalThis.said.length > 0);
  await page.waitForTimeout(1000);
  const said = await page.evaluate(() => globalThis.said);
  assert.ok(said.length <= 2, said.join(' | '));
  for (const sentence of said) assert.match(sentence, /^With your rates, R² is .* for h, .* for y, .* for w\.$/);

  await press(page, lab.getByRole('button', { name: 'Let the machine fit' }));
  await words.filter({ hasText: 'With the machine’s, it is 0.9' }).waitFor();
  assert.match(await focused(page), /^The machine’s rates: hidden 0\.0/);
  await page.context().close();
});

test('a lab that shows the loss alone tells nothing that the next question asks', async () => {
  const page = await open('tutorials/two-points.html');
  const lab = page.locator('#play');
  await press(page, lab.getByRole('button', { name: 'Run', exact: true }));
  const words = lab.locator('[role=status].words');
  await words.filter({ hasText: 'Training is done.' }).waitFor();
  assert.match(await words.innerText(), /^Epoch 1500\. The training loss went from 0\.5\d* to [^a-z]+\. Training is done\.$/);
  await press(page, lab.getByRole('button', { name: 'New seed' }));
  await words.filter({ hasText: 'Seed 2.' }).waitFor();
  await page.context().close();
});

test('a button that goes, or is switched off, leaves the focus where its reader looks next', async () => {
  const page = await open('tutorials/two-points.html');
  const lab = page.locator('#play');
  await press(page, lab.getByRole('button', { name: 'Step' }));
  const reset = lab.getByRole('button', { name: 'Reset' });
  await reset.and(page.locator(':enabled')).waitFor();
  await press(page, reset);
  await reset.and(page.locator(':disabled')).waitFor();
  assert.equal(await focused(page), 'Run');

  const question = page.locator('#draw-h');
  await press(page, page.locator('#curves').getByRole('button', { name: 'Open it without predicting' }));
  await page.locator('#curves').getByRole('button', { name: 'Run', exact: true }).waitFor();
  assert.equal(await focused(page), 'Lab: three distances over time');
  await press(page, page.locator('reprise-reveal[for=draw-h]').getByRole('button', { name: 'Show it now' }));
  await page.getByText('slowly at first and then ever faster').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.localName), 'reprise-reveal');

  // A drawing begins where the lab does, once that is known.
  const point = question.getByRole('slider', { name: 'Point 2 of 13 of your curve' });
  await becomes(() => point.getAttribute('aria-valuetext'), (text) => /0\.0/.test(text));
  await press(page, question.getByRole('slider', { name: 'Point 1 of 13 of your curve' }), 'Home');
  await press(page, question.getByRole('button', { name: 'That is my prediction: run it' }));
  await question.getByRole('button', { name: 'Change my prediction' }).waitFor();
  assert.equal(await focused(page), 'Change my prediction');
  await question.getByText('On average your curve lies').waitFor();
  assert.match(await point.getAttribute('aria-valuetext'), /^at epoch 125: 0\.0\d+; measured 0\.0\d+$/);
  await page.context().close();
});

test('a word of the glossary leads to what it means, and Escape back to the word', async () => {
  const page = await open('tutorials/two-points.html');
  const word = page.locator('.term').first();
  await press(page, word);
  await page.locator('.term-entry:popover-open:focus').waitFor();
  const entry = page.getByRole('dialog', { name: 'Layer', exact: true });
  assert.match(await entry.innerText(), /A group of units that all read the layer before/);
  await page.keyboard.press('Escape');
  await entry.waitFor({ state: 'hidden' });
  assert.equal(await focused(page), 'layers');
  await page.context().close();
});

test('a matrix says its numbers, and its cells are walked by arrow keys', async () => {
  const page = await open('tutorials/xor.html');
  const lab = page.locator('reprise-xor-lab').filter({ has: page.locator('reprise-matrix') }).first();
  const start = lab.locator('reprise-matrix').first();
  const picture = start.getByRole('img');
  await picture.scrollIntoViewIfNeeded();
  await page.waitForFunction((canvas) => /10 to 11: \d/.test(canvas.getAttribute('aria-label')), await picture.elementHandle());
  assert.match(await picture.getAttribute('aria-label'), /^At the start\. Matrix of 4 by 4 distances\. 00 to 01: .*; 10 to 11: [^;]*$/);
  const cells = start.getByRole('slider', { name: 'Cell: At the start' });
  await cells.focus();
  for (const key of ['ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
  assert.match(await cells.getAttribute('aria-valuetext'), /^00 to 01: /);
  await page.keyboard.press('ArrowDown');
  assert.match(await cells.getAttribute('aria-valuetext'), /^01 to 01: 0$/);
  await page.context().close();
});

test('a phrase that sets a lab says so', async () => {
  const page = await open('tutorials/xor.html');
  await press(page, page.locator('.set-lab').filter({ hasText: 'a gain of 1.25' }).first());
  await page.locator('main > [role=status]').filter({ hasText: /^Lab: .*\. Set: a gain of 1\.25\.$/ }).waitFor({ state: 'attached' });
  await page.context().close();
});

test('the digits lab says nothing until it is asked, and then what came of it', async () => {
  const page = await open('digits.html');
  const lab = page.locator('reprise-digits-lab');
  const run = lab.getByRole('group', { name: 'Run', exact: true });
  await run.getByRole('button', { name: 'Step' }).and(page.locator(':enabled')).waitFor();
  const words = lab.locator('.run > [role=status]');
  assert.equal(await words.getAttribute('aria-live'), 'off');
  await lab.getByText('0, training picture 1').first().waitFor();
  assert.equal(await lab.getByText(/^Followed: /).count(), 0);

  await press(page, run.getByRole('button', { name: 'Step' }));
  await words.filter({ hasText: /Paused\. +Epoch 1\. +\d+\.\d % held-out pictures recognised\. +Seed 1\./ }).waitFor({ state: 'attached' });
  assert.equal(await words.getAttribute('aria-live'), 'polite');
  await press(page, run.getByRole('button', { name: 'New seed' }));
  await words.filter({ hasText: /Ready\. .*Seed (?!1\.)\d+\./ }).waitFor({ state: 'attached' });

  // Two classes are left, and a third press would leave one.
  const digit = (label) => lab.getByRole('button', { name: `Digit ${label}`, exact: true });
  await press(page, digit(1), 'Space');
  await digit(1).and(page.locator('[aria-pressed=false]')).waitFor();
  await press(page, digit(2), 'Space');
  await lab.getByRole('status').filter({ hasText: 'Keep at least two classes: Digit 2 stays.' }).waitFor();
  await page.context().close();
});

test('what the digits lab opens, or is asked to look at, keeps the focus and has a name', async () => {
  const page = await open('digits.html');
  const lab = page.locator('reprise-digits-lab');
  const look = lab.getByRole('button', { name: /^Look at the first/ });
  await look.and(page.locator(':enabled')).waitFor();
  await look.evaluate((button) => {
    globalThis.left = 0;
    button.addEventListener('blur', () => globalThis.left++);
  });
  await press(page, look);
  await lab.getByRole('status').filter({ hasText: 'The matrices now show epoch 0.' }).waitFor({ state: 'attached' });
  assert.equal(await page.evaluate(() => globalThis.left), 0);
  assert.match(await focused(page), /^Look at the first/);

  const mistake = lab.getByRole('button', { name: /^Says / }).first();
  const name = (await mistake.getAttribute('aria-label')).replace(/^.*\. /, '');
  await press(page, mistake);
  await page.getByRole('dialog', { name }).waitFor();
  // The dialog itself, so that all it says is read.
  await page.locator('reprise-mistake-details dialog:focus').waitFor();
  await page.keyboard.press('Escape');
  assert.match(await focused(page), /^Says /);
  await page.context().close();
});

test('a figure of the paper that is run again keeps the focus and says what came out', async () => {
  const { page } = await site.open('paper.html');
  const all = page.getByRole('button', { name: /^Load all figures/ });
  await press(page, all);
  await page.getByText('All figures are loaded.').waitFor({ state: 'attached' });
  assert.match(await focused(page), /^Load all figures/);

  const figure = page.locator('reprise-figure[name=trajectories]');
  await figure.locator('.group select').selectOption('default');
  const said = figure.locator('.rerun [role=status]');
  await said.waitFor({ state: 'attached' });
  await press(page, figure.locator('button.run'));
  await figure.getByRole('button', { name: 'Pause' }).waitFor();
  assert.equal(await focused(page), 'Pause');
  // A whole run of 20 layers, which takes a loaded machine more than a minute.
  await figure.getByRole('button', { name: 'Pause' }).waitFor({ state: 'detached', timeout: 240_000 });
  await said.filter({ hasText: 'Identical to the stored run' }).waitFor({ state: 'attached' });
  assert.equal(await focused(page), 'Run it again here');
  await press(page, figure.locator('.result').getByRole('button'));
  await figure.locator('.result').waitFor({ state: 'detached' });
  assert.equal(await focused(page), 'Run it again here');
  await page.context().close();
});

test('a table of misfits has its numbers under their own headers, bars left out', async () => {
  const page = await open('tutorials/two-points.html');
  const lab = page.locator('#broken');
  await lab.scrollIntoViewIfNeeded();
  await press(page, lab.getByRole('button', { name: 'Run', exact: true }));
  const table = lab.getByRole('table');
  const ratio = /^times/;
  await lab.getByRole('button', { name: 'double h′' }).press('Enter');
  await table.getByRole('row', { name: /^h′ doubled/ }).waitFor();
  // As a screen reader counts them: what is hidden from it is no column.
  const heard = (row) => row.locator('th, td').evaluateAll((cells) => cells.filter((cell) => !cell.ariaHidden).map((cell) => cell.textContent.trim()));
  const rows = table.getByRole('row');
  const header = await heard(rows.first());
  const doubled = await heard(table.getByRole('row', { name: /^h′ doubled/ }));
  assert.equal(header.length, doubled.length);
  const [misfit, base] = [doubled, await heard(rows.nth(1))].map((cells) => Number(cells[header.indexOf('misfit')]));
  assert.ok(Math.abs(misfit / base - Number(doubled[header.findIndex((words) => ratio.test(words))])) < 0.01);
  await page.context().close();
});

test('the sliders of the feature collapse page say their value once', async () => {
  const page = await open('feature-collapse.html');
  const slider = page.getByRole('slider', { name: 'u of the blob (right)', exact: true });
  assert.match(await slider.getAttribute('aria-valuetext'), /^[−\d.]+$/);
  // Not in the name as well, from the words written beside it.
  assert.equal(await page.getByRole('slider', { name: /^[uv] of the blob.*\d/ }).count(), 0);
  await page.context().close();
});
