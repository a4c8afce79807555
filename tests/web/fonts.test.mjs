// The fonts are cut down at build time: no formula and no number may lose a sign by it.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { PAGES, openSite } from './helpers/site.mjs';

const site = await openSite();
let signs = 0;
after(() => site.close());

for (const address of PAGES.filter((page) => page.startsWith('tutorials/'))) {
  test(`every sign of every formula is in the font that draws it: ${address}`, async () => {
    const { page } = await site.open(address);
    const fallbacks = await page.evaluate(async () => {
      await document.fonts.ready;
      const measure = document.createElement('canvas').getContext('2d');
      const width = (style, family, sign) => {
        measure.font = `${style.fontStyle} ${style.fontWeight} 100px ${family}`;
        return measure.measureText(sign).width;
      };
      const seen = new Map();
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement;
        // Ideographs come from the system.
        if (!parent.closest('.katex-html') || parent.closest('.cjk_fallback')) continue;
        const style = getComputedStyle(parent);
        for (const sign of node.data) {
          // Spaces of no width have no outline to lose.
          if (/[\s\u200b]/.test(sign)) continue;
          seen.set(`${style.fontFamily} ${style.fontStyle} ${style.fontWeight} ${sign}`, { style, sign });
        }
      }
      // A face that the page has not shown yet is fetched only when asked for, by its style and weight.
      const faces = new Set(
        [...seen.values()].map(
          ({ style }) => `${style.fontStyle} ${style.fontWeight} 100px ${style.fontFamily}`,
        ),
      );
      for (const face of faces) await document.fonts.load(face);
      // A sign missing from the font comes from whatever font follows, so its width follows that one's.
      const missing = [];
      for (const [name, { style, sign }] of seen) {
        const family = style.fontFamily.split(',')[0];
        const serif = width(style, `${family}, serif`, sign);
        const mono = width(style, `${family}, monospace`, sign);
        if (serif !== mono) missing.push(name);
      }
      return { missing, signs: seen.size };
    });
    signs += fallbacks.signs;
    assert.deepEqual(fallbacks.missing, []);
    await page.context().close();
  });
}

test('every sign that numbers are made of is in the font of running text', async () => {
  const { page } = await site.open('index.html');
  const missing = await page.evaluate(async (signs) => {
    const family = getComputedStyle(document.body).fontFamily.split(',')[0];
    const measure = document.createElement('canvas').getContext('2d');
    const width = (fallback, weight, sign) => {
      measure.font = `${weight} 100px ${family}, ${fallback}`;
      return measure.measureText(sign).width;
    };
    await document.fonts.load(`100px ${family}`);
    return [...signs].filter((sign) =>
      [400, 650].some((weight) => width('serif', weight, sign) !== width('monospace', weight, sign)),
    );
  }, '0123456789.,−×⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺₀₁₂₃₄₅₆₇₈₉');
  assert.deepEqual(missing, []);
  await page.context().close();
});

test('there were formulas to look at', () => {
  assert.ok(signs > 100, `only ${signs} signs found`);
});
