// The course: the list of chapters, the header's menu, and a chapter in another language.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PAGES, laidOut, openSite, problemsOf } from './helpers/site.mjs';
import { openChapter } from './helpers/chapter.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

test('the list names every chapter in its order, with the reader’s progress', async () => {
  const opened = await site.open('tutorials/index.html');
  const { page } = opened;
  const listed = await page
    .locator('.chapter h2 a')
    .evaluateAll((links) => links.map((link) => new URL(link.href).pathname.split('/').pop()));
  const chapters = PAGES.filter((path) => /^tutorials\/[a-z-]+\.html$/.test(path)).map((path) =>
    path.replace('tutorials/', ''),
  );
  assert.deepEqual([...listed].sort(), chapters.filter((name) => name !== 'index.html').sort());
  const numbers = await page.locator('.chapter .number').allInnerTexts();
  assert.deepEqual(numbers, [...numbers].sort((a, b) => a - b));

  const progress = page.locator('reprise-progress[tutorial=xor]');
  await progress.getByText('not started: 5 questions').waitFor();
  await page.evaluate(() => {
    const answer = { kind: 'choice', value: '2', outcome: 2, at: '' };
    const answers = { one: answer, two: answer, three: { ...answer, kind: 'skipped' } };
    localStorage.setItem('reprise-answers-xor', JSON.stringify(answers));
  });
  await page.reload();
  // What was skipped is not done.
  await progress.getByText('2 of 5 questions and exercises done').waitFor();
  assert.deepEqual(await problemsOf(opened), []);
});

test('the list ends with what was predicted in every chapter beside what the runs showed', async () => {
  const opened = await site.open('tutorials/index.html');
  const { page } = opened;
  assert.equal(await page.getByRole('heading', { name: 'Your predictions' }).count(), 0);
  await page.evaluate(() => {
    const at = '2026-01-01T00:00:00.000Z';
    const curve = Array.from({ length: 21 }, (_, k) => k / 40);
    const fine = Array.from({ length: 201 }, (_, k) => k / 400);
    const keep = (chapter, answers) => localStorage.setItem(`reprise-answers-${chapter}`, JSON.stringify(answers));
    keep('xor', {
      'shallow-groups': { kind: 'choice', value: '2', outcome: 3, at },
      'loss-curve': { kind: 'draw', value: curve, outcome: fine, at },
      'rich-matrix': { kind: 'matrix', value: [1, 1, 0, 0, 1, 1], outcome: [1, 1, 0.1, 0, 1, 1], at },
      'lazy-groups': { kind: 'skipped', value: null, at },
      between: { kind: 'checkpoint', value: null, at },
    });
    keep('representation', { 'where-merged': { kind: 'number', value: '4', outcome: 6, at } });
    keep('two-points', {
      'twice-as-fast': { kind: 'number', value: '400', outcome: 397, at },
      'double-target': { kind: 'number', value: '0.6', at },
      'draw-h': { kind: 'draw', value: curve, outcome: fine.map((height) => height + 0.3), at },
      gone: { kind: 'number', value: '1', outcome: 1, at },
    });
  });
  await page.reload();
  const summary = page.locator('reprise-predictions');
  await summary.getByText('2 of 5 predictions were right.').waitFor();
  const rows = await summary.locator('li').evaluateAll((items) =>
    items.map((item) => [item.querySelector('a').hash, ...[...item.querySelectorAll('span')].map((part) => part.textContent)]),
  );
  assert.deepEqual(rows, [
    ['#where-merged', 'You: 4', 'The run: 6', 'not right'],
    ['#draw-h', 'You: your drawing', 'The run: its curve', 'not right'],
    ['#twice-as-fast', 'You: 400 epochs', 'The run: 397 epochs', 'right'],
    ['#double-target', 'You: 0.6', 'not run yet'],
    ['#loss-curve', 'You: your drawing', 'The run: its curve', 'right'],
    ['#rich-matrix', 'You: six distances', 'The run: correlation with the measured ones 0.9979', 'not judged'],
    ['#shallow-groups', 'You: Two groups, as predicted', 'The run: Three groups', 'not right'],
  ]);
  const drawn = summary.getByRole('link', { name: 'Draw h over the same run. At the start the two hidden points lie close together, at about 0.01.' });
  assert.equal(await drawn.count(), 1);
  assert.deepEqual(await problemsOf(opened), []);
  // A question of the list leads to its place.
  await summary.getByRole('link', { name: /one hidden layer do\?/ }).click();
  await page.waitForURL(/xor\.html#shallow-groups$/);
  await page.goto(site.url('tutorials/index.de.html'));
  await summary.getByText('Du: Zwei Gruppen, wie vorhergesagt').waitFor();
});

test('the menu of labs opens and closes by keyboard, and names where the reader is', async () => {
  const { page } = await site.open('two-points.html');
  const summary = page.locator('.menu summary');
  await summary.focus();
  await page.keyboard.press('Enter');
  const digits = page.getByRole('link', { name: 'Digits', exact: true });
  await digits.waitFor();
  assert.equal(
    await page.locator('.menu a[aria-current=page]').innerText(),
    'Two points',
  );
  await page.keyboard.press('Escape');
  assert.equal(await digits.isVisible(), false);
  assert.ok(await summary.evaluate((element) => element === document.activeElement));
  await page.keyboard.press('Enter');
  await digits.waitFor();
  await page.locator('h1').click();
  assert.equal(await digits.isVisible(), false);
  await summary.press('Enter');
  await digits.press('Enter');
  await page.waitForURL(/digits\.html$/);
});

test('the header marks the one entry that a page belongs to', async () => {
  const entries = [
    ['tutorials/index.html', 'Course', 'page'],
    ['tutorials/two-points.html', 'Course', 'true'],
    ['tutorials/xor.html', 'Course', 'true'],
    ['tutorials/xor.de.html', 'Kurs', 'true'],
    ['teaching.html', 'Teaching', 'page'],
    ['embedding.html', 'Teaching', 'true'],
    ['class.html', 'Teaching', 'true'],
  ];
  for (const [address, name, current] of entries) {
    const { page } = await site.open(address);
    const marked = page.locator('.site-header nav > ul > li > :is(a[aria-current], details > .here)');
    assert.deepEqual(await marked.allInnerTexts(), [name], address);
    assert.equal(await marked.getAttribute('aria-current'), current, address);
    await page.context().close();
  }
});

test('on a phone every formula of the course is seen whole', async () => {
  for (const address of PAGES.filter((path) => /^(tutorials\/.*|teaching)\.html$/.test(path))) {
    const { page } = await site.open(address, { viewport: { width: 390, height: 844 } });
    const cut = await page.evaluate(() => {
      document.querySelectorAll('main details').forEach((fold) => (fold.open = true));
      return [...document.querySelectorAll('.formula')]
        .filter((formula) => formula.scrollWidth > formula.clientWidth + 1)
        .map((formula) => formula.querySelector('annotation').textContent);
    });
    assert.deepEqual(cut, [], address);
    await page.context().close();
  }
});

test('a chapter in German speaks German, in its text and in its lab', async () => {
  const chapter = await openChapter(site, 'tutorials/xor.de.html');
  const { page } = chapter;
  assert.equal(await page.locator('html').getAttribute('lang'), 'de');
  await page.getByRole('link', { name: 'Kurs', exact: true }).waitFor();
  // A prediction, in German, judged by the run.
  await page.locator('#shallow-groups').getByLabel('Drei Gruppen').check();
  const verdict = await chapter.commit('shallow-groups', 'Das ist meine Vorhersage: starten');
  assert.equal(verdict, 'Richtig. Wie du vorhergesagt hast: Drei Gruppen.');
  assert.match(await page.locator('#shallow .words').innerText(), /Die verborgenen Punkte bilden 3 Gruppen/);
  const words = await page.evaluate(() => {
    const texts = [];
    const walk = (node) => {
      if (node.nodeType === Node.TEXT_NODE) texts.push(node.data);
      if (node.localName === 'style' || node.localName === 'math' || node.lang === 'en') return;
      if (node.shadowRoot) walk(node.shadowRoot);
      node.childNodes.forEach(walk);
    };
    walk(document.querySelector('main'));
    return texts.join('\n');
  });
  // Numbers have a comma, in text, tables and readings alike.
  assert.deepEqual(words.match(/.*\b\d+\.\d.*/g)?.filter((line) => !/arXiv/.test(line)) ?? [], []);
  for (const english of [/\bRun\b/, /\bReset\b/, /\bSeed\b/, /\bepoch\b/, /\bthe\b/, /Measured/, /prediction/]) {
    const own = words.replaceAll(/When Representations.*/g, '');
    assert.equal(english.exec(own)?.[0] && own.slice(own.search(english) - 80, own.search(english) + 80), undefined);
  }
  assert.deepEqual(await chapter.problems(), []);

  // To English and back.
  await page.getByRole('link', { name: 'English' }).first().click();
  await page.waitForURL(/tutorials\/xor\.html$/);
  await page.getByRole('link', { name: 'Deutsch' }).first().click();
  await page.waitForURL(/tutorials\/xor\.de\.html$/);
  // The same answers in both.
  await chapter.until('shallow-groups', (question) => question.answer?.outcome === 3);
  await page.getByRole('link', { name: /^Kapitel 4/ }).click();
  await page.getByText('1 von 5 Fragen und Aufgaben erledigt').waitFor();
});

test('a place asked for while the rest of a chapter is still laid out is where the reader ends', async () => {
  const { page } = await site.open('tutorials/xor.html', { viewport: { width: 390, height: 844 } });
  const place = '#where-the-theory-fails';
  await page.locator(`.contents a[href="${place}"]`).click();
  assert.equal(await page.locator('html').getAttribute('data-from-top'), '');
  await laidOut(page);
  await site.settled(page);
  // The labs above are drawn by now, and have grown.
  const inView = (selector) => document.querySelector(selector).getBoundingClientRect().top / innerHeight;
  await page.waitForFunction(`Math.abs((${inView})('${place}') - 0.05) < 0.05`);
  const hidden = await page
    .locator('.prose > *')
    .evaluateAll((parts) => parts.filter((part) => getComputedStyle(part).contentVisibility === 'auto').length);
  assert.equal(hidden, 0);
  // A link to the place finds it as well: nothing is left out then.
  const linked = await site.open(`tutorials/xor.html${place}`, { viewport: { width: 390, height: 844 } });
  assert.equal(await linked.page.locator('html').getAttribute('data-from-top'), null);
});

test('the reader’s first move has the whole chapter laid out at once', async () => {
  const { page } = await site.open('icon.svg', { viewport: { width: 390, height: 844 } });
  // A page that is never idle would take its time.
  await page.addInitScript(() => (window.requestIdleCallback = () => 0));
  await page.goto(site.url('tutorials/xor.html'));
  await page.waitForFunction(() => customElements.get('reprise-predict'));
  const waiting = () =>
    page.locator('.prose > *').evaluateAll((parts) => parts.filter((part) => !('taken' in part.dataset)).length);
  const before = await waiting();
  assert.ok(before > 10, `${before} parts were waiting`);
  await page.keyboard.press('Shift');
  assert.equal(await waiting(), 0);
});

test('what is pressed while a chapter is still laid out stays under the hand', async () => {
  const { page } = await site.open('icon.svg', { viewport: { width: 1280, height: 900 } });
  await page.addInitScript(() => (window.requestIdleCallback = () => 0));
  await page.goto(site.url('tutorials/two-points.html'));
  await page.waitForFunction(() => customElements.get('reprise-predict'));
  const moved = await page.evaluate(() => {
    const pressed = document.querySelector('.prose > :nth-last-child(8)');
    pressed.scrollIntoView({ block: 'center', behavior: 'instant' });
    const top = () => pressed.getBoundingClientRect().top;
    const before = top();
    pressed.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    return { by: top() - before, waiting: document.querySelectorAll('.prose > :not([data-taken])').length };
  });
  assert.equal(moved.waiting, 0);
  assert.ok(Math.abs(moved.by) < 1, `moved by ${moved.by} pixels`);
});
