// What labs say of themselves, and what is made of it: the list in tutorials/README.md, the catalogue of
// embeds, and the range that a prediction is held to.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { BEGIN, withList } from '../../web/build/tutorials/labs-list.mjs';
import { LABS, rangeInWords } from '../../web/build/tutorials/labs.mjs';
import { declarations } from '../../web/src/labs/declarations.mjs';
import { loadTs } from './helpers/load-ts.mjs';

const root = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const { presets } = JSON.parse(readFileSync(root('core/experiment/presets.json'), 'utf8'));

test('the list in tutorials/README.md is that of the declarations', () => {
  const text = readFileSync(root('tutorials/README.md'), 'utf8');
  assert.equal(withList(text), text, 'run node web/build/tutorials/labs-list.mjs');
  assert.throws(() => withList(text.replace(BEGIN, '')), /needs the lines/);
});

test('every lab is where it says, and its presets are of its task', () => {
  for (const { kind, module, tag, families, task, also = [], page } of declarations) {
    for (const element of [{ module, tag }, page?.element].filter(Boolean)) {
      const file = root(`web${element.module}`);
      assert.ok(existsSync(file), file);
      const defined = readFileSync(file, 'utf8').includes(`define('${element.tag}'`);
      assert.ok(defined, `${element.module} defines no ${element.tag}`);
    }
    const own = presets.filter(({ name }) => families.includes(name.split('/')[0]));
    assert.ok(own.length > 0, kind);
    for (const { name, spec } of own) assert.ok([task, ...also].includes(spec.task.kind), `${kind}: ${name}`);
  }
  for (const key of ['kind', 'tag', 'module']) {
    const all = declarations.map((declaration) => declaration[key]);
    assert.equal(new Set(all).size, all.length, key);
  }
});

test('measures and curves have words, and ranges are ranges', () => {
  for (const { kind, measures } of declarations) {
    for (const [name, { words, min = -Infinity, max = Infinity, whole, from }] of Object.entries(measures)) {
      assert.ok(words && min < max, `${kind}: ${name}`);
      if (whole && Number.isFinite(min)) assert.ok(Number.isInteger(min), `${kind}: ${name}`);
      if (from !== undefined) assert.ok(whole && min === from, `${kind}: ${name} counts from ${from}`);
    }
  }
  for (const { kind, curves } of declarations) {
    for (const [name, { words }] of Object.entries(curves)) assert.ok(words, `${kind}: ${name}`);
  }
  assert.equal(rangeInWords({ min: 1, max: 4, whole: true }), 'whole, from 1 to 4');
  assert.equal(rangeInWords({ min: 1, whole: true, from: 1 }), 'whole, the first is 1');
  assert.equal(rangeInWords({ max: 1 }), 'at most 1');
  assert.equal(rangeInWords({}), 'any number');
});

test('the catalogue of embeds is made of the declarations', async () => {
  const { labKinds, kindOf } = await loadTs('web/src/embed/catalogue.ts');
  assert.deepEqual(
    labKinds.map(({ word, page }) => [word, page]),
    [
      ['two-points', 'two-points.html'],
      ['xor', 'tutorials/xor.html'],
      ['digits', 'digits.html'],
      ['feature-collapse', 'feature-collapse.html'],
      ['plane', 'plane.html'],
      ['networks', 'two-networks.html'],
    ],
  );
  assert.deepEqual(kindOf('xor/rich').parts, Object.keys(LABS.xor.parts));
  for (const { still } of labKinds) {
    for (const folder of ['', 'narrow/']) assert.ok(existsSync(root(`web/embed/stills/${folder}${still}`)), still);
  }
});
