// What a language says takes the values that English does; what is missing, gone or older than its English text is found, shown in
// English, and stops nothing.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { textsOf, withTexts } from '../../web/build/languages/html-texts.mjs';
import { hashOf, lock } from '../../web/build/languages/lock.mjs';
import { allTables, stateOf } from '../../web/build/languages/units.mjs';
import { languages, pageWords } from '../../web/build/page-words.mjs';
import { loadTs } from './helpers/load-ts.mjs';

const project = fileURLToPath(new URL('../../', import.meta.url));
const translated = languages().filter((code) => code !== 'en');
const { tables, translations } = await allTables();

/** Functions of a table by their paths, with the number of values that each takes. */
function functions(value, path = '') {
  if (typeof value === 'function') return [[path, value.length]];
  if (!value || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => functions(inner, `${path}.${key}`));
}

assert.ok(translated.length > 0);
for (const code of translated) {
  test(`${code}: texts take no values that they are not given`, () => {
    for (const [name, table] of Object.entries(translations[code] ?? {})) {
      const english = new Map(functions(tables[name]));
      for (const [path, values] of functions(table)) {
        assert.ok(values <= (english.get(path) ?? values), `${name}${path} takes ${values} values; English: ${english.get(path)}`);
      }
    }
  });

  test(`${code}: gaps in the words of pages are the English ones`, () => {
    const gaps = (text) => (String(text).match(/\{\w+\}/g) ?? []).sort();
    const compare = (own, english, path) => {
      for (const [key, text] of Object.entries(own)) {
        if (english[key] === undefined) continue;
        if (typeof text === 'object') compare(text, english[key], `${path}.${key}`);
        // One thing may be said without its number.
        else if (key !== 'one') assert.deepEqual(gaps(text), gaps(english[key]), `${path}.${key}`);
      }
    };
    compare(pageWords(code), pageWords('en'), code);
  });
}

test('what has been translated from an older English text is found, and the build says it in English', async () => {
  const name = 'xor:xorStrings|regimes|rich';
  const before = await stateOf('de');
  assert.deepEqual([before.older.includes(name), before.missing.includes(name)], [false, false]);
  const state = await stateOf('de', { ...lock('de'), [name]: hashOf('as it was') });
  assert.deepEqual(state.older.filter((older) => !before.older.includes(older)), [name]);
  const { translatedEntries } = await loadTs('web/build/languages/entries.ts');
  const root = join(project, 'web');
  const page = {
    path: 'one.de.html',
    html: () => '<script type="module" src="/src/labs/xor/lab.ts"></script>',
  };
  const entry = (states) => translatedEntries(root, [page], states).load(join(root, 'src/translated/one.de.js'));
  const code = await entry(new Map([['de', state]]));
  const [, at] = /import \* as words(\d+) from '\/src\/strings\/de\/xor\.ts'/.exec(code);
  assert.ok(code.includes(`delete words${at}.xorStrings["regimes"]["rich"];`));
  assert.doesNotMatch(await entry(new Map([['de', before]])), /xorStrings\["regimes"\]\["rich"\]/);
  // Only tables that the page can show come along.
  assert.doesNotMatch(code, /strings\/de\/digits\.ts/);
});

test('a piece counts as older by what it says, not by how it is laid out', () => {
  assert.equal(hashOf('one\n  line'), hashOf('one line'));
  assert.notEqual(hashOf('one line'), hashOf('another line'));
  assert.notEqual(hashOf(String((n) => `${n} runs`)), hashOf(String((n) => `${n} networks`)));
});

test('a translation that takes other values than its English text does not compile', () => {
  const folder = mkdtempSync(join(project, 'build', 'types-'));
  try {
    const compiles = (text) => {
      writeFileSync(
        join(folder, 'de.ts'),
        `import type { xorStrings as English } from '../../web/src/strings/xor.ts';
import type { Words } from '../../web/src/strings/words.ts';
export const xorStrings = { ${text} } satisfies Words<typeof English>;
`,
      );
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ extends: '../../tsconfig.json', include: ['de.ts'] }));
      try {
        execFileSync(join(project, 'node_modules/.bin/tsc'), ['-p', folder, '--noEmit'], { cwd: project });
        return true;
      } catch {
        return false;
      }
    };
    assert.ok(compiles("label: 'Labor', layerOf: (layer: number, of: number) => `${layer} von ${of}`"));
    assert.ok(!compiles('layerOf: (layer: string) => layer'), 'another type of value');
    assert.ok(!compiles('label: (n: number) => `${n}`'), 'a text with values for one without');
    assert.ok(compiles("labels: 'Labor'"), 'a key that English has not any more: that keeps nobody from changing English');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('texts of a page are known by their English, whatever stands about them', () => {
  const html = `<!doctype html><html lang="en"><head><title>One</title><meta name="description" content="All of it" /></head>
<body><main><h1>One</h1><p class="lede">Two
  <em>lines</em>.</p><ul><li><a href="a.html">Go on</a></li></ul><img alt="A picture" src="a.svg" /><pre><code>let it be</code></pre></main></body></html>`;
  assert.deepEqual(textsOf(html), ['One', 'All of it', 'Two <em>lines</em>.', 'Go on', 'A picture']);
  const german = withTexts(html, new Map([['One', 'Eins'], ['Go on', 'Weiter'], ['A picture', 'Ein Bild']]));
  assert.match(german, /<title>Eins<\/title>/);
  assert.match(german, /<li><a href="a.html">Weiter<\/a>/);
  assert.match(german, /alt="Ein Bild"/);
  assert.match(german, /<p class="lede" lang="en">Two\n/, 'what stays English says so');
  for (const page of ['index', 'two-points', 'digits', 'feature-collapse', 'plane', 'paper', 'embedding']) {
    const source = readFileSync(join(project, `web/${page}.html`), 'utf8');
    assert.ok(textsOf(source).length > 3, page);
    const all = new Map(textsOf(source).map((text) => [text, text]));
    const packed = (text) => text.replace(/\s+/g, '');
    assert.ok(packed(withTexts(source, all)) === packed(source), `${page}: texts put back into their own places change it`);
  }
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
