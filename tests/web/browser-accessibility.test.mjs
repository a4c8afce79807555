// Every page for everyone: axe finds nothing in either theme, 200 % zoom, forced colours, and the keyboard alone.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { PAGES, becomes, framesDrawn, laidOut, openSite } from './helpers/site.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on a page as it stands. */
async function violations(page) {
  await page.evaluate(axe);
  return page.evaluate(async (values) => {
    const result = await globalThis.axe.run(document, {
      resultTypes: ['violations'],
      runOnly: { type: 'tag', values },
    });
    return result.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.slice(0, 4).map(({ target, any }) => `${target.join(' ')} ${any[0]?.message ?? ''}`)}`,
    );
  }, rules);
}

for (const path of PAGES) {
  test(`${path}: axe finds nothing in light and dark, and 640 pixels are wide enough`, async () => {
    const look = async (colorScheme) => {
      const { page } = await site.open(path, { reducedMotion: 'reduce', colorScheme });
      await site.settled(page);
      // While a chapter grows, what axe has measured in it no longer lies where it did.
      await laidOut(page);
      assert.deepEqual(await violations(page), [], colorScheme);
      return page;
    };
    await (await look('dark')).context().close();
    const page = await look('light');
    // 1280 pixels at 200 %, and at 400 %.
    for (const width of [640, 320]) {
      await page.setViewportSize({ width, height: 512 });
      await framesDrawn(page);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.ok(overflow <= 0, `${overflow} pixels too wide at ${width}`);
    }
    await page.context().close();
  });
}

/** What has the focus, through shadow roots: its name, and whether a reader can see that it has it. */
const focus = (page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element || element === document.body) return null;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const { width, height, top, bottom } = element.getBoundingClientRect();
    return {
      what: `${element.localName} ${element.getAttribute('aria-label') ?? element.textContent.trim().slice(0, 30)}`,
      marked: (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none',
      seen: width > 0 && height > 0 && bottom > 0 && top < innerHeight,
    };
  });

const pressed = (page, button) => button.focus().then(() => page.keyboard.press('Enter'));

/** Runs a lab to its end with the run bar's button. */
async function runToEnd(page, lab) {
  await page.evaluate(() => scrollTo(0, 0));
  await pressed(page, page.locator(`${lab} reprise-run-bar button.main:enabled`));
  await page.locator(`${lab} .progress p`).filter({ hasText: 'finished' }).waitFor();
}

/** What every canvas that shows data looks like, and the colours the cloud of points was handed. */
const drawn = (page) =>
  page.evaluate(() => {
    const pictures = [];
    const walk = (root) => {
      for (const element of root.querySelectorAll('*')) {
        if (element.matches('canvas[role=img]')) pictures.push(element.toDataURL());
        if (element.shadowRoot) walk(element.shadowRoot);
        if (element.localName === 'reprise-cloud') pictures.push(String(element.cloud.colours));
      }
    };
    walk(document);
    return pictures;
  });

/** The system's theme changes after a run: every figure follows, and nothing is left in the other theme's colours. */
async function darken(page) {
  await pressed(page, page.locator('reprise-collapse-lab').getByRole('button', { name: 'Context', exact: true }));
  await framesDrawn(page);
  const before = await drawn(page);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  assert.deepEqual(await violations(page), [], 'dark after a run');
  const asBefore = (now) => before.flatMap((picture, k) => (picture === now[k] ? [k] : []));
  const after = await becomes(() => drawn(page), (now) => asBefore(now).length === 0);
  assert.ok(before.length > 3);
  assert.deepEqual(asBefore(after), [], 'drawn as before');
}

for (const { path, name, before: prepare, wanted, run } of [
  {
    path: 'two-points.html#preset=two-points/shallow&network.width=40&training.epochs=300',
    name: 'reprise-two-points',
    wanted: [/New seed/, /select/, /button Figure options/],
    run: runToEnd,
  },
  {
    path: 'digits.html#preset=digits/three-classes&task.train_count=60&task.held_out_count=60&network.width=16&training.epochs=20&training.batch=20',
    name: 'reprise-digits-lab',
    wanted: [/New seed/, /select/, /button Figure options/],
    run: runToEnd,
  },
  {
    path: 'feature-collapse.html#training.epochs=12',
    name: 'reprise-collapse-lab',
    wanted: [/New seed/, /Context$/, /Turn left/, /Turn slowly/, /“v\?”/, /Run the sweep/],
    run: async (page, lab) => {
      await runToEnd(page, lab);
      await darken(page);
    },
  },
  {
    path: 'tutorials/xor.html',
    name: 'reprise-xor-lab',
    // Curves are drawn and matrices filled in by key as well, and every term explains itself.
    wanted: [/New seed/, /of your curve/, /distance between/, /Skip the question/, /input/, /summary Hint/, /Next chapter/],
    run: async (page, lab) => {
      const first = page.locator(lab).first();
      await pressed(page, first.getByRole('button', { name: 'Run', exact: true }));
      await first.getByRole('button', { name: /^(Pause|Run again)$/ }).waitFor();
    },
  },
  {
    path: 'paper.html',
    name: 'reprise-figure',
    // Figures come as they come near, unless all are asked for.
    before: (page) => page.locator('.load-all').evaluate((button) => button.click()),
    wanted: [/Turn left/, /select/, /summary All \d+ numbers/],
    run: async (page) => {
      const figure = page.locator('reprise-figure').first();
      await pressed(page, figure.getByRole('button', { name: 'Run it again here' }));
      await figure.getByRole('button', { name: 'Pause' }).waitFor();
    },
  },
]) {
  test(`${name}: everything is reached with Tab, seen to be reached, and a run needs no pointer`, async () => {
    const { page } = await site.open(path, { reducedMotion: 'reduce' });
    await page.locator('main').getByRole('button', { name: /^Run/ }).first().waitFor();
    await prepare?.(page);
    await site.settled(page);
    const reached = [];
    for (let k = 0; k < 400; k++) {
      await page.keyboard.press('Tab');
      const at = await focus(page);
      if (!at) break;
      assert.ok(at.marked, `no mark of focus on: ${at.what}`);
      assert.ok(at.seen, `out of sight with the focus: ${at.what}`);
      reached.push(at.what);
    }
    // A chart's reading line, a matrix's cells, or a cloud that turns.
    const picture = /Reading line: |Cell: |canvas/;
    const order = (pattern) => reached.findIndex((what) => pattern.test(what));
    assert.equal(order(/Skip to content/), 0);
    for (const one of [/Run/, picture, ...wanted]) {
      assert.ok(order(one) > 0, `${one} is not reached: ${reached.join('; ')}`);
    }
    assert.ok(order(/Run/) < order(picture) || name === 'reprise-figure', 'the run comes before its charts');
    // Of radio buttons, a group is one stop; a figure that only now comes near may add some.
    const controls = await page.locator('main :is(input:not([type=file], [type=radio]), select):visible:enabled').count();
    const fields = reached.filter((what) => /^(input|select)/.test(what)).length;
    assert.ok(fields >= controls, `${fields} of ${controls} controls are reached`);
    // The last Tab may have led to the browser's own controls.
    await page.bringToFront();
    await run(page, name);
    await page.context().close();
  });
}

test('forced colours: what is pressed, chosen and focused can still be told', async (t) => {
  const missing = site.lacks('forced colours');
  if (missing) return t.skip(missing);
  const { page } = await site.open('two-points.html', { forcedColors: 'active' });
  await page.locator('reprise-run-bar button.main:enabled').waitFor();
  const look = await page.locator('reprise-run-bar').evaluate((bar) => {
    const button = bar.shadowRoot.querySelector('button.main');
    // What is pressed is so by more than a colour that the system takes away.
    const pressed = document.createElement('button');
    pressed.ariaPressed = 'true';
    bar.shadowRoot.append(pressed);
    const { backgroundColor } = getComputedStyle(pressed);
    pressed.ariaPressed = 'false';
    const told = getComputedStyle(pressed).backgroundColor !== backgroundColor;
    pressed.remove();
    return { told, border: getComputedStyle(button).borderTopWidth };
  });
  assert.notEqual(look.border, '0px');
  assert.ok(look.told);
  await page.context().close();
});
