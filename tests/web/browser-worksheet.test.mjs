// A worksheet on the built site: made, kept, given on by link and file, read by a student, and judged.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { patient } from './helpers/browsers.mjs';
import { loadTs } from './helpers/load-ts.mjs';
import { becomes, openSite, problemsOf } from './helpers/site.mjs';
import { openComposer, worksheet } from './helpers/worksheet.mjs';

let site;
let toFragment;
let fromFragment;
before(async () => {
  ({ toFragment, fromFragment } = await loadTs('web/src/worksheet/link.ts'));
  site = await openSite();
});
after(() => site?.close());

const small = '#preset=xor/rich@2&network.width=30&network.hidden_layers=4&training.epochs=1500&observe.layer=2';

test('numbers are read as people write them, and what means none stays and is refused at its field', async () => {
  const { opened, composer, field, add } = await openComposer(site);
  const now = (path) => composer.evaluate((element, keys) => keys.reduce((value, key) => value[key], element.now), path);
  await add('Lab');
  await add('Number');
  await add('Choice');
  const enter = (name, text) => field(name).fill(text).then(() => field(name).blur());
  // By half a read "1,000" would be 1.
  await enter('blocks[2].answers[0].value', '1,000');
  assert.equal(await becomes(() => now(['blocks', 2, 'answers', 0, 'value']), (value) => value === 1000), 1000);
  await enter('blocks[1].tolerance', '1,5');
  assert.equal(await becomes(() => now(['blocks', 1, 'tolerance']), (value) => value === 0.015), 0.015);
  await enter('blocks[2].answers[1].value', 'four');
  await composer.getByText('blocks[2].answers[1].value: "four"', { exact: false }).waitFor();
  assert.equal(await field('blocks[2].answers[1].value').inputValue(), 'four');
  await enter('blocks[1].tolerance', 'a tenth');
  await composer.getByText('blocks[1].tolerance: "a tenth"', { exact: false }).waitFor();
  assert.equal(await field('blocks[1].tolerance').inputValue(), 'a tenth');
  assert.deepEqual(await problemsOf(opened), []);
});

test('a lecturer puts a worksheet together, and a student answers it from the link', { timeout: patient(180_000) }, async () => {
  const { opened, page, composer, field, add } = await openComposer(site);
  await field('title').fill('Week 3: <b>XOR</b>');
  await add('Text');
  await field('blocks[0].text').fill('# Before\n\n*Two* answers, <img src=x onerror=alert(1)> and [here](javascript:alert(1)).');
  assert.equal(await composer.locator('.seen h2').innerText(), 'Before');
  assert.equal(await composer.locator('.seen img, .seen a').count(), 0);

  await add('Lab');
  // A link from the address bar decides which lab it is, and how it is set.
  await field('blocks[1].link').fill(`${site.base}tutorials/xor.html${small}&lab=edge`);
  await composer.getByRole('button', { name: 'Use it' }).click();
  assert.equal(await field('blocks[1].lab').inputValue(), 'xor');
  // The lab runs here; what is set in it can be what students find.
  const lab = composer.locator('reprise-xor-lab');
  await lab.waitFor();
  await lab.evaluate((element) => element.changeField('seed', 3));
  await composer.getByRole('button', { name: 'Students find it as it is set now' }).click();
  await composer.getByRole('button', { name: 'Students find it as it is set now' }).waitFor({ state: 'hidden' });
  // What it cannot read is said, and changes nothing.
  await field('blocks[1].link').fill('https://example.edu/');
  await composer.getByRole('button', { name: 'Use it' }).click();
  await composer.getByText('This is no link to a lab').waitFor();

  await add('Choice');
  await composer.getByText('are still missing or wrong').waitFor();
  await field('blocks[2].text').fill('How many groups do the hidden points form?');
  assert.equal(await field('blocks[2].measure').inputValue(), 'clusters');
  await field('blocks[2].answers[0].value').fill('4');
  await field('blocks[2].answers[0].text').fill('Four');
  await field('blocks[2].answers[1].text').fill('Two');
  await field('blocks[2].answers[1].feedback').fill('One for each answer.');
  await field('blocks[1].after').selectOption('question-1');

  // In the order in which a student needs them, and back.
  await composer.getByRole('button', { name: /^Move up: Choice/ }).click();
  assert.deepEqual(await composer.locator('.block h3').allInnerTexts(), ['1. Text', '2. Choice (question-1)', '3. Lab: XOR (lab-1)']);
  await add('Exercise');
  await composer.getByRole('button', { name: /^Delete: Exercise/ }).click();
  await composer.getByText('Undo brings it back').waitFor();
  await composer.getByRole('button', { name: 'Undo', exact: true }).click();
  assert.equal(await composer.locator('.block').count(), 4);
  await field('blocks[3].text').fill('Keep them apart.');
  await field('blocks[3].needs[0].value').fill('5');
  await field('blocks[3].needs[0].value').blur();

  // The link is made anew a moment after each change: this is the one that holds the last.
  let link;
  const needs = async () => {
    link = await composer.locator('#link').inputValue();
    return (await fromFragment(new URL(link).hash))?.worksheet?.blocks[3].needs[0].value;
  };
  assert.equal(await becomes(needs, (value) => value === 5), 5);
  assert.ok(link.startsWith(`${site.base}sheet.html#w=1`), link);
  await composer.getByText(`in the link: ${link.length.toLocaleString('en')} characters`).waitFor();
  assert.match(await composer.locator('#code').inputValue(), /^<iframe src="[^"]+sheet\.html#w=1[^"]+" title="Week 3: &lt;b>XOR&lt;\/b>" /);
  assert.deepEqual(await problemsOf(opened), []);

  // It is there again after a reload, as it was.
  await page.reload();
  assert.equal(await becomes(() => composer.locator('#link').inputValue(), (text) => text.includes('#w=')), link);

  // A file holds the same; one that is none changes nothing.
  const [download] = await Promise.all([page.waitForEvent('download'), composer.getByRole('button', { name: 'Save as a file' }).click()]);
  const file = readFileSync(await download.path(), 'utf8');
  assert.deepEqual(JSON.parse(file), (await fromFragment(new URL(link).hash)).worksheet);
  await composer.locator('input[type=file]').setInputFiles({ name: 'bad.json', mimeType: 'application/json', buffer: Buffer.from(file.replace('"version": 1', '"version": 9')) });
  await composer.getByText('version: 9 is not allowed; allowed: 1').waitFor();
  assert.equal(await composer.locator('.block').count(), 4);
  // A file of the same worksheet takes the draft's place, and the draft is one step back.
  await composer.locator('input[type=file]').setInputFiles({ name: 'older.json', mimeType: 'application/json', buffer: Buffer.from(file.replace('Week 3:', 'Week 2:')) });
  await composer.getByText('Opened: Week 2:').waitFor();
  assert.equal(await field('title').inputValue(), 'Week 2: <b>XOR</b>');
  await composer.getByRole('button', { name: 'Undo', exact: true }).click();
  assert.equal(await becomes(() => field('title').inputValue(), (title) => title.startsWith('Week 3')), 'Week 3: <b>XOR</b>');
  await page.context().close();

  await answer(link.slice(site.base.length));
});

/** A student opens the link, predicts, and is judged by the run. */
async function answer(path) {
  const opened = await site.open(path);
  const { page } = opened;
  await page.getByRole('heading', { level: 1, name: 'Week 3: <b>XOR</b>' }).waitFor();
  assert.equal(await page.locator('aside.note').innerText(), 'This worksheet was made by whoever gave you the link. What it says is theirs; the labs, and what judges your predictions, are this site’s.');
  assert.equal(await page.title(), 'Week 3: <b>XOR</b> · Reprise');
  const question = page.locator('reprise-predict#question-1');
  await page.getByText('0 of 1 questions answered').waitFor();
  await question.getByLabel('Two').check();
  await question.getByRole('button', { name: 'That is my prediction: run it' }).click();
  const lab = page.locator('reprise-xor-lab#lab-1');
  await lab.evaluate((element) => element.chooseSpeed(null));
  assert.equal(await lab.evaluate((element) => element.spec.seed), 3);
  await question.getByText('Not right this time. You predicted “Two”. The run showed: Four.').waitFor();
  await page.getByText('1 of 1 questions answered').waitFor();
  await page.locator('reprise-checkpoint#exercise-1').getByText('Done.').waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('reprise-answers').getByRole('button', { name: 'Save as a file' }).click()]);
  assert.match(download.suggestedFilename(), /^reprise-worksheet-[a-z0-9]+-answers\.json$/);
  const saved = JSON.parse(readFileSync(await download.path(), 'utf8'));
  assert.deepEqual({ ...saved.answers['question-1'], at: '' }, { kind: 'choice', value: '2', outcome: 4, at: '' });
  assert.equal(saved.worksheet.title, 'Week 3: <b>XOR</b>');
  // The answer is there again.
  await page.reload();
  await question.getByText('Not right this time.').waitFor();
  assert.deepEqual(await problemsOf(opened), []);
  await page.context().close();
}

test('every kind of block is there for students, and works', { timeout: patient(120_000) }, async () => {
  const opened = await site.open(`sheet.html${await toFragment(worksheet())}`);
  const { page } = opened;
  await page.waitForFunction(() => customElements.get('reprise-predict'));
  for (const tag of ['reprise-draw-curve', 'reprise-draw-matrix']) await page.locator(tag).waitFor();
  assert.deepEqual(await page.locator('article > *').evaluateAll((all) => all.map(({ localName }) => localName)), [
    'h2', 'p', 'reprise-predict', 'figure', 'reprise-reveal', 'reprise-predict', 'reprise-predict', 'reprise-predict', 'reprise-checkpoint', 'reprise-answers',
  ]);
  const lab = page.locator('reprise-xor-lab');
  // Locked until the prediction, which a question with settings of its own lifts as well.
  await lab.getByText('Make your prediction').waitFor();
  const question = page.locator('#question-loss');
  await question.locator('input').fill('0.002');
  await question.getByRole('button', { name: 'That is my prediction: run it' }).click();
  await lab.evaluate((element) => element.chooseSpeed(null));
  const judged = /You predicted 0\.002 half squared error\. The run showed|you predicted 0\.002 half squared error, the run showed/;
  assert.match(await becomes(() => question.locator('.verdict').innerText(), (text) => judged.test(text), 40), judged);
  assert.equal(await lab.evaluate((element) => element.spec.training.epochs), 1600);
  assert.equal(await lab.evaluate((element) => element.show), 'plane loss');
  await page.locator('reprise-reveal').getByText('Show it now').click();
  await page.getByText('They merge.').waitFor();
  assert.deepEqual(await problemsOf(opened), []);
  await page.context().close();
});

test('a link that was cut is refused in words, and a file opens in its place', async () => {
  const opened = await site.open(`sheet.html${(await toFragment(worksheet())).slice(0, 120)}`);
  const { page } = opened;
  await page.getByText('This worksheet cannot be shown.').waitFor();
  await page.getByText('the link is damaged').waitFor();
  await page.locator('input[type=file]').setInputFiles({ name: 'week.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(worksheet())) });
  await page.getByRole('heading', { level: 1, name: 'Week 3: XOR' }).waitFor();
  await page.getByText('made by whoever gave you the file').waitFor();
  assert.deepEqual(await problemsOf(opened), []);
  await page.context().close();
});

test('what strangers write runs nothing, fetches nothing and leads nowhere unseen', async () => {
  const sheet = worksheet();
  const hostile = [
    '<script>globalThis.harm = 1</script>',
    '<img src="https://evil.example/x.png" onerror="globalThis.harm = 1">',
    '![picture](https://evil.example/x.png)',
    '[a](javascript:globalThis.harm=1) [b](data:text/html,<script>1</script>) [c](vbscript:x) [d](//evil.example/) [e](sheet.html)',
    '[good](https://example.edu/ "onclick=harm()") [mail](mailto:a@b.c)',
    '<reprise-xor-lab id="own"></reprise-xor-lab>',
    '&lt;script&gt;globalThis.harm = 1&lt;/script&gt;',
    '"><svg onload=globalThis.harm=1>',
  ].join('\n\n');
  sheet.title = '</title><script>globalThis.harm = 1</script>';
  for (const block of sheet.blocks) if ('text' in block) block.text = hostile;
  sheet.blocks[1].answers[0] = { value: 4, text: hostile.slice(0, 290).replaceAll('\n', ' '), feedback: hostile };
  sheet.blocks[2].caption = hostile;
  sheet.blocks[4].unit = '"><b>x';
  const opened = await site.open(`sheet.html${await toFragment(sheet)}`);
  const { page } = opened;
  await page.locator('article').waitFor();
  await page.waitForFunction(() => customElements.get('reprise-predict'));
  assert.equal(await page.evaluate(() => globalThis.harm), undefined);
  const found = await page.locator('main').evaluate((main) => ({
    bad: main.querySelectorAll('script, img:not([src^="stills"]), svg, iframe, object, embed, style, form, #own').length,
    handlers: [...main.querySelectorAll('*')].filter((element) => [...element.attributes].some(({ name }) => name.startsWith('on'))).length,
    links: [...new Set([...main.querySelectorAll('article a')].map((link) => `${link.getAttribute('href')} ${link.rel} ${link.target}`))],
  }));
  assert.deepEqual(found, {
    bad: 0,
    handlers: 0,
    // Of a picture the address is left, as a link that nobody has to follow.
    links: ['https://evil.example/x.png noopener noreferrer nofollow ugc _blank', 'https://example.edu/ noopener noreferrer nofollow ugc _blank', 'mailto:a@b.c noopener noreferrer nofollow ugc _blank'],
  });
  assert.deepEqual(await problemsOf(opened), []);
  await page.context().close();
});

test('a worksheet that is too long for a link says so, and still becomes a file', async () => {
  const { page, composer, field, add } = await openComposer(site);
  await field('title').fill('Long');
  await add('Text');
  let seed = 1;
  const noise = Array.from({ length: 12_000 }, () => String.fromCharCode(33 + ((seed = (seed * 48_271) % 2_147_483_647) % 90))).join('');
  await field('blocks[0].text').fill(noise.replaceAll('`', 'x'));
  await composer.getByText('many programs cut links short, so none is made').waitFor();
  assert.equal(await composer.locator('#link').count(), 0);
  assert.ok(await composer.getByRole('button', { name: 'Save as a file' }).isVisible());
  await page.context().close();
});

test('the page on a class judges answers to a worksheet by the worksheet that came with them', async () => {
  const at = '2026-11-01T10:00:00.000Z';
  const student = (value, sheet = worksheet()) => ({
    tutorial: 'worksheet-week3xor',
    answers: {
      'question-groups': { kind: 'choice', value, outcome: 2, at },
      'question-loss': { kind: 'number', value: '0.0011', outcome: 0.001, at },
    },
    worksheet: sheet,
  });
  const altered = worksheet();
  altered.blocks[1].text = 'Something else?';
  const file = (name, content) => ({ name, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(content)) });
  const opened = await site.open('class.html');
  const { page } = opened;
  const lab = page.locator('reprise-class');
  await lab.locator('input[type=file]').first().setInputFiles([
    file('Ada.json', student('2')),
    file('Ben.json', student('4')),
    file('Cai.json', student('4', altered)),
    file('reprise-worksheet-week3xor-answers (2).json', student('2')),
  ]);
  await lab.getByText('4 students, 8 answers.').waitFor();
  const cells = await lab.locator('tbody tr').evaluateAll((rows) => rows.map((row) => [...row.children].slice(0, 2).map((cell) => cell.textContent.trim())));
  assert.deepEqual(cells.slice(0, 3), [['Ada', '2 (2 of 2 right)'], ['Ben', '2 (1 of 2 right)'], ['Cai', '2 (1 of 2 right)']]);
  assert.match(await lab.locator('thead').innerText(), /Week 3: XOR\s+of 4/);
  // What most had counts; but the worksheet as its maker has it counts before all.
  await lab.getByRole('heading', { name: 'How many groups do the hidden points form?' }).waitFor();
  await lab.locator('input[type=file]').first().setInputFiles([file('mine.json', altered)]);
  await lab.getByRole('heading', { name: 'Something else?' }).waitFor();
  assert.deepEqual(await problemsOf(opened), []);
  await page.context().close();
});
