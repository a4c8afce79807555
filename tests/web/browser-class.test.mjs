// The page on a class: the answer files of students, gathered, judged as their chapters judge them, and shown.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { openSite, problemsOf } from './helpers/site.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

const at = (day) => `2026-11-0${day}T10:00:00.000Z`;
const curve = (top) => Array.from({ length: 21 }, (_, k) => (top * k) / 20);
const file = (name, content) => ({ name, mimeType: 'application/json', buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)) });
const chapter = (tutorial, answers) => ({ tutorial, answers });

/** Each student's choice of groups (2, where the run shows 3), a drawing, and a number of another chapter. */
function student(k, { groups, twice }) {
  return {
    course: 'reprise',
    chapters: [
      chapter('xor', {
        'shallow-groups': { kind: 'choice', value: groups, outcome: 3, at: at(k) },
        'loss-curve': { kind: 'draw', value: curve(0.1 * k), outcome: curve(0.5), at: at(k) },
        between: { kind: 'checkpoint', value: null, at: at(k) },
      }),
      chapter('two-points', { 'twice-as-fast': { kind: 'number', value: twice, outcome: 397, at: at(k) } }),
    ],
  };
}

test('the files of a class are gathered by student, judged, and told apart from what is none', async () => {
  const opened = await site.open('class.html');
  const { page } = opened;
  const lab = page.locator('reprise-class');
  await lab.locator('input[type=file]').first().setInputFiles([
    file('Ada.json', student(1, { groups: '2', twice: '400' })),
    file('Ben.json', student(2, { groups: '2', twice: '800' })),
    file('Cai.json', student(3, { groups: '3', twice: '1600' })),
    file('Dee-reprise-course-answers.json', student(4, { groups: '4', twice: '390' })),
    file('shopping.json', { milk: 2 }),
    file('broken.json', '{"tutorial": '),
    file('<b>x</b>.json', chapter('xor', { one: { kind: 'nothing' } })),
  ]);
  await lab.getByText('4 students, 12 answers.').waitFor();
  const rows = await lab.locator('tbody tr').evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent.trim())));
  assert.deepEqual(rows, [
    ['Ada', '1 (1 of 1 right)', '2 (0 of 2 right)', '2026-11-01'],
    ['Ben', '1 (0 of 1 right)', '2 (0 of 2 right)', '2026-11-02'],
    ['Cai', '1 (0 of 1 right)', '2 (1 of 2 right)', '2026-11-03'],
    ['Dee', '1 (1 of 1 right)', '2 (0 of 2 right)', '2026-11-04'],
  ]);
  // Three of four chose another number of groups than the run showed; half of the numbers were near.
  const erred = await lab.locator('ol li').allInnerTexts();
  assert.equal(erred.length, 3);
  assert.ok(erred.every((text) => /3 of 4 not right|4 of 4 not right|2 of 4 not right/.test(text)), erred);
  assert.match(erred.at(-1), /2 of 4 not right/);
  const bars = await lab.locator('section', { hasText: 'one hidden layer do?' }).locator('.bars li').evaluateAll((items) =>
    items.map((item) => [item.classList.contains('shown'), item.querySelector('.count').textContent]),
  );
  assert.deepEqual(bars.filter(([, count]) => count !== '0'), [[false, '2'], [true, '1'], [false, '1']]);
  await lab.getByText('Runs gave 397 epochs.').waitFor();
  const chart = lab.locator('reprise-chart');
  assert.equal(await chart.evaluate(({ series }) => series.length), 5);

  await lab.getByText('3 files were not taken').click();
  const refused = await lab.locator('details li').allInnerTexts();
  assert.match(refused.find((text) => text.startsWith('shopping')), /it holds no answers; allowed: a file saved by/);
  assert.match(refused.find((text) => text.startsWith('broken')), /no JSON/);
  assert.match(refused.find((text) => text.startsWith('<b>x</b>.json')), /no answer in it could be read/);

  const [download] = await Promise.all([page.waitForEvent('download'), lab.getByRole('button', { name: 'Save as CSV' }).click()]);
  const lines = readFileSync(await download.path(), 'utf8').trim().split('\n');
  assert.equal(lines.length, 13);
  assert.ok(lines.includes(`Ben,two-points,twice-as-fast,800 epochs,397 epochs,wrong,${at(2)}`), lines.join('\n'));

  // A later file of a student adds to what there is; of two answers to one question the later counts.
  await lab.locator('input[type=file]').first().setInputFiles([
    file('Ben.json', chapter('two-points', { 'twice-as-fast': { kind: 'number', value: '398', outcome: 397, at: at(9) } })),
  ]);
  await lab.locator('tbody tr', { hasText: 'Ben' }).getByText('1 (1 of 1 right)').waitFor();
  await lab.getByRole('button', { name: 'Remove all' }).click();
  assert.equal(await lab.locator('table').count(), 0);
  assert.deepEqual(await problemsOf(opened), []);
});

test('a dropped folder of folders counts each for the student whose name it has', async () => {
  const { page } = await site.open('class.html');
  await page.evaluate((text) => {
    const entryOf = (name, inside) =>
      inside
        ? { name, isDirectory: true, createReader: () => { const parts = [inside, []]; return { readEntries: (done) => done(parts.shift() ?? []) }; } }
        : { name, isDirectory: false, file: (done) => done(new File([text], name)) };
    const folder = (name) => entryOf(name, [entryOf('reprise-xor-answers.json'), entryOf('notes.txt')]);
    const items = [{ webkitGetAsEntry: () => entryOf('all', [folder('Ada'), folder('Ben')]) }];
    const drop = new Event('drop', { bubbles: true, composed: true });
    Object.defineProperty(drop, 'dataTransfer', { value: { items, files: [] } });
    document.querySelector('reprise-class').shadowRoot.querySelector('.open').dispatchEvent(drop);
  }, JSON.stringify(chapter('xor', { 'shallow-groups': { kind: 'choice', value: '2', outcome: 3, at: at(1) } })));
  await page.getByText('2 students, 2 answers.').waitFor();
  assert.deepEqual(await page.locator('reprise-class tbody th').allInnerTexts(), ['Ada', 'Ben']);
});
