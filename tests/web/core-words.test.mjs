// What core allows is said in each language: core is asked to refuse all it can, and every phrase that it answers with is known.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { allTables } from '../../web/build/languages/units.mjs';
import { loadCore } from './helpers/core.mjs';
import { loadTs } from './helpers/load-ts.mjs';

const project = fileURLToPath(new URL('../../', import.meta.url));
const { presets } = JSON.parse(readFileSync(`${project}core/experiment/presets.json`, 'utf8'));
const { knownPhrase, sayAllowed, sayProblem, writeNumbersIn } = await loadTs('tests/web/helpers/core-words-entry.ts');
const { tables, translations } = await allTables();
const languages = Object.keys(translations);

const values = ['nonsense', '', -1, 0, 0.5, 2, 3, 7, 99, 1e5, 1e12, [], [0], [0, 0], [1, 2, 3], true, null, {}];
/** Fields that only some kinds of network and tasks have. */
const more = `network.widths network.activations network.decoder_gain network.padding network.tokens network.kernel network.channels
  network.heads network.skip_length network.dropout network.input_dropout training.batch training.momentum task.points task.count
  task.classes task.target task.noise task.seed task.held_out task.side task.train_count task.held_out_count observe.points task.wrong wrong`;

const paths = (spec, before = '') =>
  Object.entries(spec).flatMap(([key, value]) => [
    before + key,
    ...(value && typeof value === 'object' && !Array.isArray(value) ? paths(value, `${before}${key}.`) : []),
  ]);

function changed(spec, path, value) {
  const copy = structuredClone(spec);
  const keys = path.split('.');
  let at = copy;
  for (const key of keys.slice(0, -1)) at = at[key] ??= {};
  at[keys.at(-1)] = value;
  return copy;
}

/** Everything core refuses of the presets with one field changed, or several that take too much memory. */
async function refusals() {
  const core = await loadCore('simd');
  const found = new Map();
  const keep = ({ problem }) => problem && found.set(`${problem.value}|${problem.allowed}`, problem);
  // One of each task and kind of network is enough: fields are the same in all.
  const kinds = new Map(presets.map(({ spec }) => [`${spec.task.kind} ${spec.network?.kind} ${spec.task.shape}`, spec]));
  for (const given of kinds.values()) {
    const { spec } = core.validate(given);
    for (const path of new Set([...paths(spec), ...more.split(/\s+/)])) {
      for (const value of values) keep(core.validate(changed(spec, path, value)));
    }
    keep(core.validate(changed(changed(spec, 'network.hidden_layers', 60), 'network.width', 4096)));
  }
  return [...found.values()];
}

const all = await refusals();

test('every phrase that core refuses settings with is listed, and in every language', () => {
  assert.ok(all.length > 100, `${all.length} refusals`);
  for (const phrases of [tables['core-words'].coreWords, ...languages.map((code) => translations[code]['core-words'].coreWords)]) {
    const unknown = all.flatMap(({ value, allowed }) => [value, allowed]).filter((text) => knownPhrase(phrases, text) === null);
    assert.deepEqual([...new Set(unknown)], []);
  }
});

test('the English list says each phrase as core does', () => {
  for (const { value, allowed } of all) {
    for (const text of [value, allowed]) assert.equal(knownPhrase(tables['core-words'].coreWords, text), text);
  }
});

test('translations fill as many gaps as there are, each once', () => {
  for (const code of languages) {
    for (const [english, own] of Object.entries(translations[code]['core-words'].coreWords)) {
      const gaps = own.match(/\{\d?\}/g) ?? [];
      assert.equal(gaps.length, english.split('{}').length - 1, `${code}: ${english}`);
      const places = gaps.map((gap) => gap.slice(1, -1));
      assert.ok(places.every((place) => place === '') || new Set(places).size === places.length, `${code}: ${own}`);
    }
  }
});

test('a refusal is said in the language, with its numbers, and one that is not known as core says it', () => {
  const { coreWords: german } = translations.de['core-words'];
  writeNumbersIn('de');
  try {
    assert.equal(sayAllowed(german, 'an integer from 1 to 4096'), 'eine ganze Zahl von 1 bis 4096');
    assert.equal(sayAllowed(german, 'a number from 0.05 to 4'), 'eine Zahl von 0,05 bis 4');
    assert.equal(
      sayAllowed(german, 'at most 12 with 60 hidden layers, for at most 1.5 GB of memory (this takes 2.25 GB)'),
      'höchstens 12 bei 60 verborgenen Schichten, für höchstens 1,5 GB Speicher (dies braucht 2,25 GB)',
    );
    assert.equal(sayAllowed(german, '"relu", "tanh" or "elu"'), '"relu", "tanh" oder "elu"');
    assert.equal(sayAllowed(german, 'what nobody has thought of'), 'what nobody has thought of');
    const problem = {
      field: 'seed',
      value: 'missing',
      allowed: 'an integer from 0 to 7',
      message: 'Netz 2: seed is missing; allowed: an integer from 0 to 7',
    };
    const say = (field, value, allowed) => `${field}: ${value}, ${allowed}`;
    assert.equal(sayProblem(german, problem, say), 'Netz 2: seed: fehlt, eine ganze Zahl von 0 bis 7');
    assert.equal(sayProblem(german, { ...problem, field: '', message: 'no more' }, say), 'no more');
  } finally {
    writeNumbersIn('en');
  }
});
