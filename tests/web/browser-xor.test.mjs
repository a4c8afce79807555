// The XOR tutorial as a student works through it, on the built site.

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { readFileSync } from 'node:fs';
import { patient } from './helpers/browsers.mjs';
import { openChapter } from './helpers/chapter.mjs';
import { becomes, openSite } from './helpers/site.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

const openTutorial = (options, hash = '') => openChapter(site, `tutorials/xor.html${hash}`, options);

test('a student predicts, runs, compares, and finishes', { timeout: patient(300_000) }, async () => {
  const chapter = await openTutorial();
  const { page } = chapter;

  await chapter.train('play');
  assert.equal(await chapter.lab('play', (lab) => lab.measure('clusters')), 2);

  // A drawn curve, with the pointer.
  await page.locator('#loss-curve').scrollIntoViewIfNeeded();
  assert.ok(await page.locator('#loss').getByText('Make your prediction').isVisible());
  await chapter.draw('loss-curve', 0.1, 0.7);
  await chapter.submit('loss-curve');
  await chapter.finished('loss');
  await chapter.says('loss-curve', 'They differ most at epoch');
  assert.ok(await chapter.lab('loss', (lab) => lab.drawings[0].y[0] > lab.drawings[0].y[12]));

  // A matrix, with the keyboard.
  const cells = page.locator('#rich-matrix [role=slider]');
  for (const [k, key] of ['End', 'End', 'Home', 'Home', 'End', 'End'].entries())
    await cells.nth(k).press(key);
  await chapter.submit('rich-matrix');
  await chapter.finished('rich');
  await chapter.says('rich-matrix', 'correlates 0.99');

  // The theory, with r from two points.
  await chapter.train('theory');
  await chapter.until('theory', (lab) => lab.run.ratio.state === 'ready');
  await chapter.until('theory', (lab) => lab.measure('correlation') > 0.99);
  const scale = await chapter.lab(
    'theory',
    (lab) => lab.matrix('predicted')[0] / lab.matrix('measured')[0],
  );
  assert.ok(scale > 0.6 && scale < 1.7, `predicted ${scale} times the measured size`);
  // By hand, r stretches the different pairs alone.
  const before = await chapter.lab('theory', (lab) => [...lab.matrix('predicted')]);
  await page.locator('#theory').getByRole('button', { name: 'By hand' }).click();
  await page.locator('#theory .ratio input[type=range]').fill('0');
  await chapter.until('theory', (lab) => Math.abs(lab.matrix('predicted')[0] - 1) < 0.01);
  const stretched = await chapter.lab('theory', (lab) => [...lab.matrix('predicted')]);
  assert.ok(Math.abs(stretched[3] - before[3]) < 1e-3 * before[0]);

  // A choice that turns out wrong: the run judges it.
  await page.locator('#lazy-groups').getByLabel('Two, one for each answer').check();
  await chapter.submit('lazy-groups');
  await chapter.finished('lazy');
  await chapter.says('lazy-groups', 'The run showed: Four');
  assert.ok((await chapter.lab('lazy', (lab) => lab.measure('memory'))) > 0.99);
  assert.ok(await page.getByText('It is natural to think').isVisible());
  assert.ok(await page.getByText('The picture hardly moves').isVisible());

  // A phrase that sets the lab.
  await page.getByRole('button', { name: 'a gain of 1.25' }).press('Enter');
  await chapter.until('lazy', (lab) => lab.run.spec.network.gain === 1.25 && lab.finished);

  // A choice that turns out right, where the theory fails.
  await page.locator('#shallow-groups').getByLabel('Three groups').check();
  await chapter.submit('shallow-groups');
  await chapter.finished('shallow');
  await chapter.says('shallow-groups', 'As you predicted: Three groups');

  // An exercise that the lab checks.
  await page.locator('#edge').scrollIntoViewIfNeeded();
  await page.locator('#edge .settings input').first().fill('1.05');
  await chapter.until('edge', (lab) => lab.run.spec.network.gain === 1.05 && lab.run.length === 1);
  await chapter.train('edge');
  await chapter.says('between', 'Done.');

  // Answers survive a reload, and can be cleared.
  await page.reload();
  await chapter.says('lazy-groups', 'The run showed: Four');
  assert.ok(await page.getByText('5 answers are kept').isVisible());
  page.on('dialog', (dialog) => dialog.accept());
  await page.locator('reprise-answers').getByRole('button', { name: 'Clear' }).click();
  assert.ok(await page.getByText('You have not answered anything yet').isVisible());
  assert.equal(await page.locator('#lazy-groups .verdict').innerText(), '');
  assert.deepEqual(await chapter.problems(), []);
});

test('a curve is drawn with the keyboard, and a changed prediction is judged by the tutorial’s own run', async () => {
  const chapter = await openTutorial();
  const { page } = chapter;
  const points = page.locator('#loss-curve [role=slider]');
  await chapter.submit('loss-curve');
  const complaint = page.locator('#loss-curve').getByText('Draw your curve first.');
  await complaint.waitFor();
  await points.first().focus();
  // It begins at the untrained network's loss, once there is one.
  await page.locator('#loss').scrollIntoViewIfNeeded();
  const height = async () => Number(await points.first().getAttribute('aria-valuenow'));
  const begins = await becomes(height, (now) => now > 0);
  await page.keyboard.press('ArrowUp');
  await complaint.waitFor({ state: 'detached' });
  await page.keyboard.press('ArrowRight');
  for (let k = 0; k < 5; k++) await page.keyboard.press('PageDown');
  const raised = await height();
  assert.ok(Math.abs(raised - begins - 0.03) < 1e-6, `from ${begins} to ${raised}`);
  assert.equal(await points.nth(1).getAttribute('aria-valuenow'), '0');
  assert.match(await points.nth(1).getAttribute('aria-valuetext'), /^at epoch \d+: 0$/);

  await page.locator('#lazy-groups').getByLabel('Four: they stay').check();
  await chapter.submit('lazy-groups');
  await chapter.finished('lazy');
  await page.locator('#lazy').getByRole('button', { name: 'Small: rich' }).click();
  await chapter.train('lazy');
  const question = page.locator('#lazy-groups');
  await question.getByRole('button', { name: 'Change my prediction' }).click();
  await question.getByLabel('Two, one for each answer').check();
  await chapter.submit('lazy-groups');
  await chapter.until('lazy-groups', (element) =>
    /The run showed: Four/.test(element.shadowRoot.textContent),
  );
});

test('the observed layer changes without training again', async () => {
  const chapter = await openTutorial();
  const { page } = chapter;
  await page.locator('#edge').scrollIntoViewIfNeeded();
  await chapter.train('edge');
  const before = await chapter.lab('edge', (lab) => [...lab.matrix('measured')]);
  await page.locator('#edge .settings input').nth(1).fill('3');
  await chapter.until('edge', (lab) => lab.run.layer === 3);
  const after = await chapter.lab('edge', (lab) => [...lab.matrix('measured')]);
  assert.notDeepEqual(after, before);
  assert.ok(await chapter.lab('edge', (lab) => lab.finished));
});

test('a link opens a lab as it was', async () => {
  const chapter = await openTutorial({}, '#preset=xor/lazy&network.width=64&seed=9&lab=edge');
  await chapter.until('edge', (lab) => lab.run.length === 1 && lab.run.spec.seed === 9);
  const spec = await chapter.lab('edge', (lab) => lab.run.spec);
  assert.equal(spec.network.width, 64);
  assert.equal(spec.network.gain, 2);
});

test('questions can be skipped, and answers work where storage is refused', async () => {
  const chapter = await openTutorial();
  const { page } = chapter;
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('refused', 'SecurityError');
      },
    });
  });
  await page.reload();
  await page.locator('#shallow-groups').getByRole('button', { name: 'Skip the question' }).click();
  assert.ok(
    await page.locator('#shallow').getByRole('button', { name: 'Run', exact: true }).isVisible(),
  );
  assert.ok(await page.getByText('00 and 11 nearly coincide, but').isVisible());
  assert.deepEqual(await chapter.problems(), []);
});

test('glossary entries open beside their words and close on Escape', async () => {
  const { page } = await openTutorial();
  const word = page.locator('.term').first();
  await word.focus();
  await page.keyboard.press('Enter');
  const entry = page.locator('.term-entry:popover-open');
  await entry.waitFor();
  const [a, b] = [await word.boundingBox(), await entry.boundingBox()];
  assert.ok(Math.abs(b.y - (a.y + a.height)) < 20 || Math.abs(a.y - (b.y + b.height)) < 20);
  assert.equal(await word.getAttribute('aria-expanded'), 'true');
  await page.keyboard.press('Escape');
  assert.equal(await entry.count(), 0);
  assert.equal(await word.getAttribute('aria-expanded'), 'false');
  await page.keyboard.press('Space');
  await entry.waitFor();
  // Another word takes the place of the first, and closes its own entry when it is pressed again.
  const other = page.locator('.term').nth(1);
  await other.click();
  await entry.waitFor();
  assert.equal(await page.locator('.term[aria-expanded=true]').innerText(), await other.innerText());
  await other.click();
  assert.equal(await entry.count(), 0);
  assert.equal(new URL(page.url()).hash, '');
});

test('a glossary word breaks across lines as any phrase does', async () => {
  const { page } = await openTutorial({ viewport: { width: 390, height: 844 } });
  const word = page.locator('.term', { hasText: /\S \S/ }).first();
  const lines = await word.evaluate((element) => {
    element.closest('p').style.width = `${element.getBoundingClientRect().width - 4}px`;
    return element.getClientRects().length;
  });
  assert.ok(lines > 1, `${lines} line`);
  await page.context().close();
});

for (const [name, options] of Object.entries({
  'wide and light': { viewport: { width: 1440, height: 900 } },
  'a phone and dark': {
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
    hasTouch: true,
  },
})) {
  test(`accessible, and nothing wider than the page: ${name}`, async () => {
    const chapter = await openTutorial(options);
    const { page } = chapter;
    await page.evaluate(() =>
      document.querySelectorAll('reprise-xor-lab').forEach((lab) => lab.unlock()),
    );
    await page.locator('#edge').scrollIntoViewIfNeeded();
    await chapter.until('edge', (lab) => lab.run.length > 0);
    await chapter.train('edge');
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const result = await axe.run(document, { resultTypes: ['violations'] });
      return result.violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).slice(0, 4)}`,
      );
    });
    assert.deepEqual(violations, []);
  });
}

test('without scripts the text is whole, with still pictures and every explanation', async (t) => {
  const missing = site.lacks('scripts off');
  if (missing) return t.skip(missing);
  const { page } = await site.open('tutorials/xor.html', { javaScriptEnabled: false });
  assert.ok(await page.getByText('The picture hardly moves').isVisible());
  assert.ok(await page.locator('#lazy img').isVisible());
  const loaded = await page
    .locator('figure.lab img')
    .evaluateAll((images) => images.every((image) => image.naturalWidth > 0));
  assert.ok(loaded);
});

test('in print, a lab that was not run shows its still picture and no controls', async () => {
  const { page } = await openTutorial();
  await page.emulateMedia({ media: 'print' });
  await page.waitForFunction(() =>
    [...document.querySelectorAll('figure.lab img')].every((still) => still.naturalWidth > 0),
  );
  // Labs are drawn one after another, and a still stands where its lab does.
  await page.locator('#lazy img').waitFor();
  await page.locator('#play img').waitFor();
  assert.equal(
    await page.locator('#edge').getByRole('button', { name: 'Run', exact: true }).isVisible(),
    false,
  );
  assert.ok(await page.getByText('The picture hardly moves').isVisible());
});

test('the labs are drawn one after another, but at once where a link leads to a place below them', async () => {
  const watch = () => {
    window.drawn = new Set();
    const labs = () => [...document.querySelectorAll('reprise-xor-lab')];
    const count = () => {
      window.drawn.add(labs().filter((lab) => lab.shadowRoot?.querySelector('.panel')).length);
      requestAnimationFrame(count);
    };
    count();
    window.allDrawn = () => labs().length > 1 && window.drawn.has(labs().length);
  };
  const { page } = await site.open('icon.svg');
  await page.addInitScript(watch);
  await page.goto(site.url('tutorials/xor.html'));
  await page.waitForFunction(() => window.allDrawn());
  const steps = await page.evaluate(() => [...window.drawn]);
  assert.ok(steps.length > 3, `numbers of labs drawn, seen in frames: ${steps}`);

  await page.goto(site.url('index.html'));
  await page.goto(site.url('tutorials/xor.html#where-the-theory-fails'));
  await page.waitForFunction(() => window.allDrawn());
  await page.waitForTimeout(300);
  const top = await page.evaluate(
    () => document.getElementById('where-the-theory-fails').getBoundingClientRect().top,
  );
  assert.ok(top > -2 && top < 120, `the heading is ${top} px below the window's top`);
});

test('a page printed while its labs are still being drawn has them all on paper', async () => {
  const { page } = await site.open('icon.svg');
  await page.addInitScript(() => {
    const labs = () => [...document.querySelectorAll('reprise-xor-lab')];
    const drawn = () => labs().filter((lab) => lab.shadowRoot?.querySelector('.panel')).length;
    const look = () => {
      if (drawn() === 0) return requestAnimationFrame(look);
      const before = drawn();
      dispatchEvent(new Event('beforeprint'));
      // The browser lays out the paper now; nothing can be waited for but what is at hand.
      setTimeout(() => (window.printed = [before, drawn(), labs().length]));
    };
    look();
  });
  await page.goto(site.url('tutorials/xor.html'));
  const [before, printed, all] = await (await page.waitForFunction(() => window.printed)).jsonValue();
  assert.ok(before < all, `${before} of ${all} labs were drawn before`);
  assert.equal(printed, all);
});
