// What the two-point lab does with the reader's settings: links, refusals, divergence, layers, keys.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { ask, until } from './helpers/element.mjs';
import { openSite, problemsOf } from './helpers/site.mjs';

/** Small enough to train in a second or two, and well described by the theory. */
const quick =
  '#preset=two-points/default&network.width=100&network.gain=1.1&training.epochs=1200&observe.every=8&observe.layer=12&seed=2';

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

/** Opens the lab and returns the page, with `lab(f)` to ask its state. */
async function openLab(hash = quick, options = {}) {
  const opened = await site.open(`two-points.html${hash}`, options);
  const { page } = opened;
  page.complaints = () => problemsOf(opened);
  page.lab = (question) => ask(page, 'reprise-two-points', 'lab', question);
  page.until = (condition) => until(page, 'reprise-two-points', 'lab', condition);
  await page.until((l) => l.description);
  page.press = (name) => page.getByRole('button', { name, exact: true }).click();
  page.set = async (name, value) => {
    const field = page.getByRole('textbox', { name, exact: true });
    await field.fill(String(value));
    await field.press('Enter');
    return field;
  };
  return page;
}

const finished = (l) => l.status.state === 'finished';

test('the same seed gives the same curve again, a new seed another', async () => {
  const page = await openLab();
  const run = async (button) => {
    // A run that was over begins anew; one that was not goes on.
    const over = await page.lab((l) => (l.finished ? l.generation : -1));
    await page.press(button);
    await page.until(`(l) => l.finished && l.generation !== ${over}`);
    return page.lab((l) => Array.from(l.records.column('loss')).join());
  };
  const first = await run('Run');
  assert.equal(await run('Run again'), first);
  await page.press('New seed');
  await page.until((l) => l.status.epoch === 0 && l.spec.seed !== 2);
  assert.notEqual(await run('Run'), first);
});

test('a refused value is explained beside its control, and the run goes on', async () => {
  const page = await openLab();
  await page.locator('reprise-run-bar select').selectOption('30');
  await page.press('Run');
  const field = await page.set('Width', -3);
  await page.until((l) => l.problem?.field === 'network.width');
  const message = page.locator('reprise-field').filter({ has: field }).locator('.error');
  await message.filter({ hasText: /-3.*allowed.*1 to 4096/ }).waitFor();
  assert.equal(await field.getAttribute('aria-invalid'), 'true');
  const epoch = await page.lab((l) => l.status.epoch);
  await page.until(`(l) => l.status.epoch > ${epoch}`);
  assert.equal(await page.lab((l) => l.spec.network.width), 100);
  assert.match(page.url(), /network\.width=100/);
  await page.set('Width', 80);
  await page.until((l) => l.problem === null && l.description.spec.network.width === 80);
  await message.filter({ hasText: 'allowed' }).waitFor({ state: 'detached' });
});

test('another layer is fitted without new training', async () => {
  const page = await openLab();
  await page.press('Run');
  await page.until((l) => l.status.state === 'finished' && l.fitted);
  const epoch = await page.lab((l) => l.status.epoch);
  const before = await page.lab((l) => l.fitted.fit.eta_h);
  // Readers count from 1, the spec from 0.
  await page.set(/Observed/, 16);
  await page.until((l) => l.fitted?.layer === 15);
  assert.notEqual(await page.lab((l) => l.fitted.fit.eta_h), before);
  assert.equal(await page.lab((l) => l.status.epoch), epoch);
  assert.match(page.url(), /observe\.layer=15/);
});

test('every state is a link, and Back leads through the changes', async () => {
  const page = await openLab();
  await page.set('Gain of the initial weights', 1.3);
  await page.until((l) => l.description.spec.network.gain === 1.3);
  await page.set('Seed', 7);
  await page.until((l) => l.description.spec.seed === 7);
  const link = page.url();
  assert.match(link, /network\.gain=1\.3/);
  assert.match(link, /seed=7/);
  await page.goBack();
  await page.until((l) => l.description.spec.seed === 2 && l.description.spec.network.gain === 1.3);
  await page.goBack();
  await page.until((l) => l.description.spec.network.gain === 1.1);
  const other = await openLab(new URL(link).hash);
  const spec = await other.lab((l) => l.description.spec);
  assert.equal(spec.network.gain, 1.3);
  assert.equal(spec.seed, 7);
});

test('architecture, dropout and optimizer can be chosen, and make another run', async () => {
  const page = await openLab(
    '#preset=two-points/default&network.width=100&network.gain=0.3&training.learning_rate=0.001&training.epochs=60&observe.every=6',
  );
  const channels = page.getByRole('textbox', { name: 'Channels' });
  assert.equal(await channels.count(), 0, 'a fully connected network has none');
  const losses = new Set();
  const run = async () => {
    await page.press('Run');
    await page.until((l) => l.status.state === 'finished');
    losses.add(await page.lab((l) => Array.from(l.records.column('loss')).join()));
  };
  await run();
  for (const kind of ['residual', 'attention', 'convolutional']) {
    await page.getByRole('combobox', { name: 'Architecture' }).selectOption(kind);
    await page.until(`(l) => l.description && l.description.spec.network.kind === '${kind}'`);
    await run();
  }
  await channels.waitFor();
  await page.set('Channels', 7);
  await page.until((l) => l.problem?.field === 'network.channels');
  await page.set('Channels', 10);
  await page.until((l) => l.problem === null && l.description.spec.network.channels === 10);
  await run();
  await page.set('Dropout', 0.2);
  await page.until((l) => l.description.spec.network.dropout === 0.2);
  await run();
  await page.getByRole('combobox', { name: 'Optimizer' }).selectOption('adam');
  await page.until((l) => l.description.spec.training.optimizer === 'adam');
  await run();
  assert.equal(losses.size, 7);
  const other = await openLab(new URL(page.url()).hash);
  const { network, training } = await other.lab((l) => l.description.spec);
  assert.deepEqual(
    [network.kind, network.channels, network.dropout, training.optimizer],
    ['convolutional', 10, 0.2, 'adam'],
  );
  assert.deepEqual(await page.complaints(), []);
});

test('a faulty link says so and leaves something to run', async () => {
  const page = await openLab('#preset=two-points/default&network.width=-5&network.gian=2');
  const lab = page.locator('reprise-two-points');
  await lab.getByText('network.gian').waitFor();
  await lab.getByText('-5 cannot be used').waitFor();
  assert.ok(await page.getByRole('button', { name: 'Run', exact: true }).isEnabled());
});

test('divergence is explained, and one press leads out of it', async () => {
  const page = await openLab();
  await page.set('Learning rate', 900);
  await page.until((l) => l.description.spec.training.learning_rate === 900);
  await page.press('Run');
  await page.until((l) => l.status.state === 'diverged');
  await page.getByRole('alert').getByText('Training diverged.').waitFor();
  await page.getByRole('button', { name: /Use learning rate/ }).click();
  await page.until((l) => l.status.state === 'idle' && l.spec.training.learning_rate < 1);
  await page.press('Run');
  await page.until((l) => l.status.state === 'finished');
  assert.deepEqual(await page.complaints(), []);
});

test('initial weights too large for numbers are told before the first step, and one press leads out of it', async () => {
  const page = await openLab('#preset=two-points/default&network.width=50&network.hidden_layers=40&network.gain=100&training.epochs=20');
  await page.until((l) => l.status?.state === 'diverged');
  await page.getByRole('alert').getByText('at epoch 0, before the first step').waitFor();
  await page.getByRole('button', { name: /Use gain/ }).click();
  await page.until((l) => l.status.state === 'idle' && l.spec.network.gain < 2);
  await page.press('Run');
  await page.until((l) => l.status.state === 'finished');
  assert.deepEqual(await page.complaints(), []);
});

test('works from the keyboard alone, and tells a screen reader how it goes', async () => {
  const page = await openLab();
  const focusedName = () =>
    page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
    });
  for (let i = 0; i < 20 && (await focusedName()) !== 'Run'; i++) await page.keyboard.press('Tab');
  assert.equal(await focusedName(), 'Run');
  await page.keyboard.press('Enter');
  await page.until((l) => l.status.state === 'finished');
  const status = page.locator('reprise-two-points [role=status]').first();
  await until(page, 'reprise-two-points', 'announced', (text) => text.includes('Epoch 1200 of 1200'));
  assert.match(await status.innerText(), /went from .* to/);
  await page.getByRole('img', { name: /Hidden and output distance.*h measured, from/ }).waitFor();
  // The reading line is a slider: screen readers leave a picture's arrow keys to nobody, and say a slider's place.
  const line = page.getByRole('slider', { name: 'Reading line: Hidden and output distance' });
  await line.focus();
  assert.equal(await line.getAttribute('aria-valuetext'), 'not set');
  await page.keyboard.press('End');
  await page.locator('reprise-chart').first().getByText('time 1200').waitFor();
  assert.match(await line.getAttribute('aria-valuetext'), /^time 1200; h measured [\d.]+/);
  assert.equal(await line.getAttribute('aria-valuenow'), '1200');
});

test('fits a phone, without sideways scrolling', async (t) => {
  const page = await openLab(quick, { viewport: { width: 360, height: 740 }, hasTouch: true });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= 360, `${width} px wide`);
  const run = page.getByRole('button', { name: 'Run', exact: true });
  const missing = site.lacks('touch');
  if (missing) t.diagnostic(`pressed, not tapped: ${missing}`);
  await (missing ? run.click() : run.tap());
  await page.until(finished);
});
