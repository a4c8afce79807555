// A translation says everything that its pages can say, and nothing that English does not.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { LABS } from '../../web/build/tutorials/labs.mjs';
import { tutorialLabs } from '../../web/build/tutorials/plugin.mjs';
import { loadTs } from './helpers/load-ts.mjs';

const project = fileURLToPath(new URL('../../', import.meta.url));
const strings = fileURLToPath(new URL('../../web/src/strings/', import.meta.url));
const { tables, translated } = await loadTs('web/src/strings/language.ts');

/** Paths of all words in a table, as "run.states.idle", with the number of values that a text takes. */
function words(value, prefix = '') {
  if (typeof value === 'string') return [`${prefix}`];
  if (typeof value === 'function') return [`${prefix}(${value.length})`];
  return Object.entries(value).flatMap(([key, inner]) => words(inner, prefix ? `${prefix}.${key}` : key));
}

/** Measures and curves of the labs in the language's chapters: their words are read there, and no others. */
function quantitiesOf(code) {
  const labs = tutorialLabs(project).filter(({ path }) => path.endsWith(`.${code}.html`));
  return new Set(labs.flatMap(({ kind }) => [...Object.keys(LABS[kind].measures), ...Object.keys(LABS[kind].curves)]));
}

assert.ok(translated.length > 0);
for (const code of translated) {
  test(`${code}: elements`, async () => {
    const { default: translation } = await loadTs(`web/src/strings/${code}/index.ts`);
    const [missing, extra] = [[], []];
    for (const [name, table] of Object.entries(translation)) {
      const [own, english] = [words(table), words(tables[name])];
      missing.push(...english.filter((word) => !own.includes(word)).map((word) => `${name}.${word}`));
      extra.push(...own.filter((word) => !english.includes(word)).map((word) => `${name}.${word}`));
    }
    assert.deepEqual({ missing, extra }, { missing: [], extra: [] });
  });

  test(`${code}: pages`, () => {
    const read = (language) => JSON.parse(readFileSync(`${strings}page/${language}.json`, 'utf8'));
    const { quantities, ...own } = read(code);
    assert.deepEqual(words(own), words(read('en')));
    assert.deepEqual(Object.keys(quantities).sort(), [...quantitiesOf(code)].sort());
    const gaps = (value) => JSON.stringify(value).match(/\{\w+\}/g).sort();
    assert.deepEqual(gaps(own), gaps(read('en')));
  });
}

test('every language of pages has words for elements', () => {
  const pages = readdirSync(`${strings}page`).map((name) => name.replace('.json', ''));
  assert.deepEqual(pages.sort(), ['en', ...translated].sort());
});

test('numbers are written as the page’s language does, and a point is typed as its comma', async () => {
  const format = await loadTs('web/src/shell/format.ts');
  const written = () => [
    format.formatNumber(0.523),
    format.formatNumber(-12345.6),
    format.formatNumber(3.1e-5, 2),
    format.formatTick(2.5e-7),
    format.formatR2(0.99951),
    format.formatFixed(0.5, 2),
    format.formatCount(2500),
    format.formatCount(12000),
    format.formatTyped('0.25'),
  ];
  const english = ['0.523', '−12,346', '3.1\u00a0×\u00a010⁻⁵', '2.5\u00a0×\u00a010⁻⁷', '> 0.999', '0.50', '2500', '12,000', '0.25'];
  assert.deepEqual(written(), english);
  format.writeNumbersIn('de');
  assert.deepEqual(written(), ['0,523', '−12.346', '3,1\u00a0×\u00a010⁻⁵', '2,5\u00a0×\u00a010⁻⁷', '> 0,999', '0,50', '2500', '12.000', '0,25']);
});

test('numbers of the languages known by heart are those that the browser writes', async () => {
  const format = await loadTs('web/src/shell/format.ts');
  const sizes = [0, 0.5, 0.125, 1.005, 2.5, 9.995, 99.95, 999.5, 9999.5, 99999.5, 1e20, 1e21, 3e25, Infinity];
  for (let k = 1; k < 400; k++) sizes.push(1.0737 ** k * 1e-6, k / 8, k * 1111);
  for (const language of ['en', 'de', 'fr']) {
    format.writeNumbersIn(language);
    for (const decimals of [0, 1, 3]) {
      const fixed = new Intl.NumberFormat(language, {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
        useGrouping: false,
      });
      for (const size of sizes) {
        assert.equal(format.formatFixed(size, decimals), fixed.format(size), `${language} ${size}`);
        assert.equal(format.formatFixed(-size - 1, decimals), `−${fixed.format(size + 1)}`);
      }
    }
    const short = new Intl.NumberFormat(language, { maximumFractionDigits: 3, useGrouping: false });
    const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0, useGrouping: true });
    for (const size of sizes.filter((one) => one >= 1 && one < 10)) {
      assert.equal(format.formatNumber(size, 4), short.format(size));
    }
    for (const size of sizes.filter((one) => one >= 1e4)) {
      assert.equal(format.formatCount(size), whole.format(size));
    }
  }
});
