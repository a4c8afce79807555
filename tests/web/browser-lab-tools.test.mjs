// What every lab can do beside training, in the browser: undo, keys, runs as files, a reference run.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { ask, until } from './helpers/element.mjs';
import { openSite, problemsOf } from './helpers/site.mjs';

const QUICK =
  'two-points.html#preset=two-points/shallow&network.width=40&training.epochs=300&seed=7';
const LAB = 'reprise-two-points';

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

async function openLab(address = QUICK, lab = LAB) {
  const opened = await site.open(address);
  const { page } = opened;
  page.report = () => page.locator(lab).evaluate((element) => element.report());
  page.when = (condition) => until(page, lab, 'report()', condition, 60);
  page.problems2 = () => problemsOf(opened);
  await page.locator(`${lab} reprise-run-bar button.main:enabled`).waitFor();
  page.menu = page.locator(`${lab} reprise-lab-tools reprise-figure-menu`);
  page.choose = async (choice) => {
    await page.menu.locator('.toggle').click();
    await page.menu.getByRole('button', { name: choice, exact: true }).click();
  };
  return page;
}

const finish = async (page) => {
  await page.keyboard.press('r');
  await page.when((report) => report.state === 'finished');
};

async function savedRun(page) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.choose('Save the run (JSON)'),
  ]);
  return readFile(await download.path());
}

const reference = (page) => page.locator('reprise-reference-run section');

test('keys run, step and reset; not in text fields, and not when switched off', async () => {
  const page = await openLab();
  await page.keyboard.press('s');
  await page.when((report) => report.epoch === 10);
  const width = page.getByRole('textbox', { name: 'Width' });
  await width.focus();
  await page.keyboard.press('s');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('40');
  await width.blur();
  await page.keyboard.press('s');
  await page.when((report) => report.epoch === 20);
  await page.keyboard.press('b');
  await page.when((report) => report.epoch === 0);

  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await sheet.waitFor();
  // The page's keys rest while the sheet is open.
  await page.keyboard.press('s');
  await sheet.getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'hidden' });
  await page.keyboard.press('s');
  await page.waitForTimeout(300);
  assert.equal((await page.report()).epoch, 0);
  await page.choose('Keyboard shortcuts …');
  await sheet.getByRole('checkbox').check();
  await sheet.getByRole('button', { name: 'Close' }).click();
  await page.keyboard.press('s');
  await page.when((report) => report.epoch === 10);
  assert.deepEqual(await page.problems2(), []);
  await page.context().close();
});

test('changes of settings are undone and redone, by button and by key', async () => {
  const page = await openLab();
  const undo = page.getByRole('button', { name: 'Undo the last settings change' });
  assert.ok(await undo.isDisabled());
  const set = async (label, value) => {
    const field = page.getByRole('textbox', { name: label });
    await field.fill(value);
    await field.press('Enter');
    await field.blur();
  };
  await set('Width', '60');
  await page.when((report) => report.spec.network.width === 60);
  await set('Seed', '9');
  await page.when((report) => report.spec.seed === 9);
  await page.keyboard.press('Control+z');
  await page.when((report) => report.spec.seed === 7 && report.spec.network.width === 60);
  await undo.click();
  await page.when((report) => report.spec.network.width === 40);
  assert.ok(await undo.isDisabled());
  await page.keyboard.press('Control+y');
  await page.when((report) => report.spec.network.width === 60);
  assert.match(page.url(), /network\.width=60/);
  await page.keyboard.press('Control+Shift+Z');
  await page.when((report) => report.spec.seed === 9);

  // What was refused goes away and what is in force is shown again.
  await set('Width', '-3');
  await page.when((report) => report.problem !== '');
  await page.keyboard.press('Control+z');
  await page.when((report) => report.problem === '');
  assert.equal(await page.getByRole('textbox', { name: 'Width' }).inputValue(), '60');
  assert.deepEqual(await page.problems2(), []);
  await page.context().close();
});

for (const [address, lab, presets] of [
  [QUICK, LAB, ['two-points/shallow', 'two-points/tanh']],
  ['digits.html#preset=digits/two-classes&seed=7', 'reprise-digits-lab', ['digits/two-classes', 'digits/structure']],
]) {
  test(`${lab}: to undo the choice of a preset is to be back at the one before, in name and link too`, async () => {
    const page = await openLab(address, lab);
    const [before, chosen] = presets;
    const { hash } = await page.report();
    const choice = page.locator(`select:has(option[value="${chosen}"])`);
    assert.equal(await choice.inputValue(), before);
    await choice.selectOption(chosen);
    await page.when(`(report) => report.hash === '#preset=${chosen}'`);
    assert.equal(await choice.inputValue(), chosen);
    await choice.blur();
    await page.keyboard.press('Control+z');
    await page.when(`(report) => report.hash === '${hash}'`);
    assert.equal(await choice.inputValue(), before);
    assert.ok(page.url().endsWith(hash), page.url());
    assert.ok(await page.getByRole('button', { name: 'Undo the last settings change' }).isDisabled());
    await page.keyboard.press('Control+y');
    await page.when(`(report) => report.hash === '#preset=${chosen}'`);
    assert.equal(await choice.inputValue(), chosen);
    assert.deepEqual(await page.problems2(), []);
    await page.context().close();
  });
}

test('a saved run is seen again beside one’s own, and its settings give the same bits', async () => {
  const page = await openLab();
  await finish(page);
  const bytes = await savedRun(page);
  const file = JSON.parse(bytes.toString());
  assert.equal(file.records.length, 31);
  assert.equal(file.fit.dx2, 1);
  assert.equal(file.spec.network.width, 40);

  const other = await openLab('two-points.html#preset=two-points/shallow&network.width=20&training.epochs=200');
  await other.keyboard.press('s');
  await other.when((report) => report.epoch > 0);
  const own = await other.report();
  const input = other.locator('reprise-lab-tools input[type=file]');
  const result = { name: 'saved.json', mimeType: 'application/json', buffer: bytes };
  await input.setInputFiles(result);
  await reference(other).waitFor();
  assert.match(await reference(other).innerText(), /saved\.json, at epoch 300/);
  assert.match(await reference(other).innerText(), /network\.width\s+40\s+20/);
  const curves = await other.locator('reprise-reference-run reprise-chart').first().evaluate((chart) =>
    chart.series.map(({ id, faint, y }) => `${id} ${faint} ${y.length}`),
  );
  assert.ok(curves.includes('h_reference true 31'), curves.join());
  // Nothing of the present run is lost.
  assert.deepEqual(await other.report(), own);

  // Faulty ones leave everything as it is, and say what is wrong.
  for (const [content, reason] of [
    ['{}', /bad\.json cannot be opened: format is missing; allowed: "reprise-result"/],
    [JSON.stringify({ ...file, spec: { ...file.spec, seed: -1 } }), /spec\.seed is -1; allowed: an integer/],
    [JSON.stringify({ ...file, spec: { version: 1, task: { kind: 'xor' } } }), /task\.kind is "xor"; allowed: .*XOR/],
  ]) {
    await input.setInputFiles({ ...result, name: 'bad.json', buffer: Buffer.from(content) });
    await other.getByRole('alert').filter({ hasText: reason }).waitFor();
    assert.match(await reference(other).innerText(), /saved\.json/);
  }

  await other.getByRole('button', { name: 'Use its settings' }).click();
  await other.when((report) => report.spec.network.width === 40 && report.spec.seed === 7);
  await finish(other);
  await reference(other).getByText('All 31 records they share are equal to the last bit.').waitFor();
  assert.deepEqual(await other.problems2(), []);
  await page.context().close();
  await other.context().close();
});

test('a run is kept, and a later one compared with it; a file can be dropped', async () => {
  const page = await openLab();
  await finish(page);
  const bytes = await savedRun(page);
  await page.keyboard.press('c');
  await reference(page).waitFor();
  await page.keyboard.press('n');
  await page.when((report) => report.spec.seed !== 7 && report.state === 'idle');
  await finish(page);
  const text = await reference(page).innerText();
  assert.match(text, /seed\s+7\s+\d+/);
  assert.doesNotMatch(text, /network\.width/);
  await reference(page).getByRole('button', { name: 'Close' }).click();
  await reference(page).waitFor({ state: 'detached' });

  const drop = await page.evaluateHandle((content) => {
    const data = new DataTransfer();
    data.items.add(new File([content], 'dropped.json', { type: 'application/json' }));
    return data;
  }, bytes.toString());
  await page.dispatchEvent(LAB, 'dragover', { dataTransfer: drop });
  await page.getByText('Drop a saved run here').waitFor();
  await page.dispatchEvent(LAB, 'drop', { dataTransfer: drop });
  await reference(page).getByText('dropped.json').waitFor();
  assert.deepEqual(await page.problems2(), []);
  await page.context().close();
});

for (const [address, lab] of [
  ['digits.html#preset=digits/three-classes&task.train_count=60&task.held_out_count=60&network.width=16&training.epochs=20&training.batch=20', 'reprise-digits-lab'],
  ['tutorials/xor.html', 'reprise-xor-lab#play'],
]) {
  test(`${lab}: the same tools`, async () => {
    const page = await openLab(address, lab);
    const own = page.locator(lab);
    await own.scrollIntoViewIfNeeded();
    await own.evaluate((element) => ('speed' in element ? (element.speed = null) : null));
    await own.locator('button.main').focus();
    await page.when((report) => 't' in report.last);
    const { seed } = (await page.report()).spec;
    await page.keyboard.press('n');
    await until(page, lab, 'report()', `({ spec }) => spec.seed !== ${seed}`);
    await page.keyboard.press('Control+z');
    await until(page, lab, 'report()', `({ spec }) => spec.seed === ${seed}`);
    await own.locator('button.main:enabled').waitFor();
    await finish(page);
    const saved = JSON.parse((await savedRun(page)).toString());
    assert.ok(saved.records.length > 10);
    assert.ok(saved.columns.includes('y_0_1'));
    await page.keyboard.press('c');
    await own.locator('reprise-reference-run section').waitFor();
    assert.deepEqual(await page.problems2(), []);
    await page.context().close();
  });
}

test('a file that is no run is refused aloud before any run was kept', async () => {
  const page = await openLab();
  const bad = { name: 'bad.json', mimeType: 'application/json', buffer: Buffer.from('{}') };
  await page.locator(`${LAB} reprise-lab-tools input`).setInputFiles(bad);
  await page.getByRole('alert').filter({ hasText: 'bad.json cannot be opened: format is missing' }).waitFor();
  assert.deepEqual(await page.problems2(), []);
  await page.context().close();
});

for (const [chapter, id] of [
  ['two-points', 'play'],
  ['two-points', 'broken'],
  ['rich-and-lazy', 'play'],
  ['universality', 'narrow'],
]) {
  test(`${chapter}, ${id}: a menu once it is in view, undo, and a link that leads back`, async () => {
    const lab = `#${id}`;
    const page = await openLab(`tutorials/${chapter}.html#seed=1&lab=${id}`, lab);
    const own = page.locator(lab);
    await own.scrollIntoViewIfNeeded();
    await page.when((report) => 't' in report.last);
    await own.getByRole('button', { name: 'Undo the last settings change' }).waitFor();
    await own.getByRole('button', { name: 'New seed' }).click();
    const seed = (value) => until(page, lab, 'report()', `({ spec }) => spec.seed === ${value}`);
    await seed(2);
    await own.getByRole('button', { name: 'Undo the last settings change' }).click();
    await seed(1);
    await own.getByRole('button', { name: /^Redo/ }).click();
    await seed(2);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.choose('Copy link to this state');
    await own.locator('reprise-lab-tools [role=status]').filter({ hasText: 'copied' }).waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const other = await openLab(`tutorials/${chapter}.html${new URL(link).hash}`, lab);
    await until(other, lab, 'report()', '({ spec }) => spec.seed === 2');
    assert.deepEqual(await page.problems2(), []);
    await other.context().close();
    await page.context().close();
  });
}
