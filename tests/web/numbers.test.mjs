// Numbers as people type them: read whole, in the language of the page, or not at all.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadTs } from './helpers/load-ts.mjs';

const { formatCount, formatNumber, formatTyped, numberSigns, typedNumber, writeNumbersIn } = await loadTs('web/src/shell/format.ts');
const { readNumber } = await loadTs('web/src/shell/read-number.ts');

/** As the page reads it: at once, or by the rules it then loads. */
function read(text) {
  const number = typedNumber(text);
  return typeof number === 'number' ? number : readNumber(text, numberSigns()[1]);
}

function reads(language, expected) {
  writeNumbersIn(language);
  for (const [text, number] of expected) assert.equal(read(text), number, `${language}: "${text}"`);
  writeNumbersIn('en');
}

const anywhere = [
  ['7', 7],
  ['-0.25', -0.25],
  ['.5', 0.5],
  ['0,5', 0.5],
  ['0,125', 0.125],
  ['0.125', 0.125],
  ['12,5', 12.5],
  ['12.5', 12.5],
  [' 1 000 ', 1000],
  ['1\u202f000\u00a0000', 1e6],
  ['1’000.5', 1000.5],
  ['1,000.5', 1000.5],
  ['1.000,5', 1000.5],
  ['1,000,000', 1e6],
  ['1.000.000', 1e6],
  ['−3', -3],
  ['2e-3', 2e-3],
  ['1,5E3', 1500],
  ['3.1 × 10⁻⁵', 3.1e-5],
  ['2·10^-3', 2e-3],
  ['10⁻³', 1e-3],
  ['-10⁴', -1e4],
];

const nowhere = ['', ' ', '1,00,0', '1,0000,000', '1.5.3', '1,5,3', '1 5', '12 34', '0x10', 'Infinity', 'NaN', '10%', '1/3', '3 × 100', '2²', '5 epochs', '1e', '--1', 'e5', ','];

test('English: a comma before three digits sets thousands apart', () =>
  reads('en', [...anywhere, ['1,000', 1000], ['12,345', 12345], ['1.000', 1], ['1.125', 1.125], ...nowhere.map((text) => [text, NaN])]));

test('German: a comma stands before the decimals, a point before three digits sets thousands apart', () =>
  reads('de', [...anywhere, ['1,000', 1], ['1,125', 1.125], ['1.000', 1000], ...nowhere.map((text) => [text, NaN])]));

test('another language has the signs that the browser knows for it', () =>
  reads('fr', [['1,125', 1.125], ['1.125', 1.125], ['1 125', 1125]]));

test('what the site writes, it reads', () => {
  for (const language of ['en', 'de']) {
    writeNumbersIn(language);
    for (const value of [0, 1.125, 0.005, -2.5, 12345, 123456, 3.1e-5, -4.2e9]) {
      for (const text of [formatNumber(value), formatTyped(String(value)), ...(Number.isInteger(value) ? [formatCount(value)] : [])]) {
        const number = read(text);
        assert.ok(Math.abs(number - value) <= 0.005 * Math.abs(value), `${language}: ${value} as "${text}" is read as ${number}`);
      }
    }
  }
  writeNumbersIn('en');
});
