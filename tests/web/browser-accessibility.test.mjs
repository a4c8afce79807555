// Every page for everyone: axe finds nothing in either theme, 200 % zoom, forced colours, and the keyboard alone.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { PAGES, openSite } from './helpers/site.mjs';

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
      assert.deepEqual(await violations(page), [], colorScheme);
      return page;
    };
    await (await look('dark')).context().close();
    const page = await look('light');
    // 1280 pixels at 200 %, and at 400 %.
    for (const width of [640, 320]) {
      await page.setViewportSize({ width, height: 512 });
      await page.waitForTimeout(250);
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

for (const [path, lab] of [
  ['two-points.html#preset=two-points/shallow&network.width=40&training.epochs=300', 'reprise-two-points'],
  [
    'digits.html#preset=digits/three-classes&task.train_count=60&task.held_out_count=60&network.width=16&training.epochs=20&training.batch=20',
    'reprise-digits-lab',
  ],
]) {
  test(`${lab}: everything is reached with Tab, seen to be reached, and a run needs no pointer`, async () => {
    const { page } = await site.open(path);
    await page.locator(`${lab} reprise-run-bar button.main:enabled`).waitFor();
    const reached = [];
    for (let k = 0; k < 150; k++) {
      await page.keyboard.press('Tab');
      const at = await focus(page);
      if (!at) break;
      assert.ok(at.marked, `no mark of focus on: ${at.what}`);
      assert.ok(at.seen, `out of sight with the focus: ${at.what}`);
      reached.push(at.what);
    }
    const order = (pattern) => reached.findIndex((what) => pattern.test(what));
    assert.equal(order(/Skip to content/), 0);
    for (const wanted of [/Run$/, /New seed/, /canvas/, /select/, /button Figure options|button More/]) {
      assert.ok(order(wanted) > 0, `${wanted} is not reached: ${reached.join('; ')}`);
    }
    assert.ok(order(/Run$/) < order(/canvas/), 'the run comes before its charts');
    const controls = await page.locator(`${lab} input:not([type=file]):visible, ${lab} select:visible`).count();
    const fields = reached.filter((what) => /^(input|select)/.test(what)).length;
    assert.ok(fields >= controls, `${fields} of ${controls} controls are reached`);
    await page.evaluate(() => scrollTo(0, 0));
    await page.locator(`${lab} reprise-run-bar button.main`).focus();
    await page.keyboard.press('Enter');
    await page.locator(`${lab} .progress p`).filter({ hasText: 'finished' }).waitFor();
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
    const progress = bar.shadowRoot.querySelector('progress');
    return { border: getComputedStyle(button).borderTopWidth, progress: getComputedStyle(progress).appearance };
  });
  assert.notEqual(look.border, '0px');
  assert.equal(look.progress, 'auto');
  await page.context().close();
});
