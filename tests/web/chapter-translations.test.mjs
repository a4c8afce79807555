// Translated chapters say what their English sources say: the same questions, answers, settings, formulas and numbers. Held to that are those
// that are made from the English text as it is now: an English text may change at any time, and its translations follow.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { load as parseYaml } from 'js-yaml';
import {
  glossaryWithSources,
  sourceNamed,
  sourceOf,
  sourceOfEntry,
  structureOf,
  translationStates,
  withSource,
} from '../../web/build/tutorials/translations.mjs';

const project = fileURLToPath(new URL('../../', import.meta.url));
const read = (file) => readFileSync(project + file, 'utf8');
const states = translationStates(project);
const chapters = states.filter(({ state, entry }) => state === 'current' && !entry);

/** The numbers that a text writes in digits, with a point and without marks between thousands. */
function numbersOf(chapter, language) {
  const prose = chapter
    .slice(chapter.indexOf('\n---\n') + 5)
    .replaceAll(/^:::.*$|^\$\$\n[\s\S]*?\n\$\$$|\]\{[^}]*\}|\]\([^)]*\)|^- \[[^\]]+\]/gm, ' ')
    .replaceAll(/\\tfrac|\{,\}|\\,/g, (mark) => ({ '{,}': ',' })[mark] ?? '');
  const [thousands, point] = { en: [',', '.'], zh: [',', '.'], de: ['.', ','], es: ['[\u00a0\u202f]', ','], fr: ['[\u00a0\u202f]', ','] }[language];
  const group = thousands === '.' ? '\\.' : thousands;
  const plain = prose
    .replaceAll(new RegExp(`(?<=\\d)${group}(?=\\d{3}(?!\\d))`, 'g'), '')
    .replaceAll(new RegExp(`(?<=\\d)${point === '.' ? '\\.' : point}(?=\\d)`, 'g'), '.');
  return new Set(plain.match(/\d+(?:\.\d+)?/g));
}

for (const { file, language, english } of chapters) {
  test(`${file} has all that its English source has but the words`, () => {
    assert.deepEqual(structureOf(read(file)), structureOf(read(english)));
  });

  test(`${file} gives the numbers of its English source`, () => {
    const [own, theirs] = [numbersOf(read(file), language), numbersOf(read(english), 'en')];
    // What English writes in words, another language may write in digits.
    const small = (number) => /^\d{1,3}$/.test(number);
    assert.deepEqual(
      {
        missing: [...theirs].filter((number) => !own.has(number)),
        added: [...own].filter((number) => !theirs.has(number) && !small(number)),
      },
      { missing: [], added: [] },
    );
  });
}

test('Chinese is set without slanted letters and with its own punctuation', () => {
  for (const name of readdirSync(`${project}tutorials`).filter((one) => /\.zh\.(md|yaml)$/.test(one))) {
    const text = read(`tutorials/${name}`)
      .replaceAll(/\$\$\n[\s\S]*?\n\$\$|\$[^$]*\$|\]\{[^}]*\}|\]\([^)]*\)|^:::.*$/gm, 'x')
      .replaceAll('**', '');
    assert.deepEqual(text.match(/.*(?<!\*)\*[^*\s][^*\n]*\*(?!\*).*/g), null, name);
    assert.deepEqual(text.match(/.*(?:[\u4e00-\u9fff][,;:!?()]|[,;:!?()][\u4e00-\u9fff]).*/g), null, name);
  }
});

test('every translation names the English text that it was made from', () => {
  const unnamed = states.filter(({ state, source }) => state !== 'missing' && source === undefined);
  assert.deepEqual(unnamed.map(({ file, entry }) => entry ?? file), []);
});

test('a source is named as git names it', () => {
  // git hash-object of a file with this line
  assert.equal(sourceOf('hello\n'), 'ce013625030b');
});

test('a translation is older once its English source has changed, and current again when noted so', () => {
  const chapter = '---\ntitle: Titel\nlanguage: de\n---\n\nsource: ein Wort\n';
  assert.equal(sourceNamed(chapter), undefined);
  const noted = withSource(chapter, '123456789012');
  assert.equal(sourceNamed(noted), '123456789012');
  assert.equal(noted, chapter.replace('language: de\n', "language: de\nsource: '123456789012'\n"));
  assert.equal(withSource(noted, 'abcdef012345'), noted.replace('123456789012', 'abcdef012345'));
});

test('a glossary notes the source of each of its entries', () => {
  const english = { gain: { title: 'Gain', text: 'A factor.' }, unit: { title: 'Unit', text: 'A number.' } };
  const german = 'gain:\n  title: Verstärkung\n  text: >-\n    Ein Faktor,\n    sonst nichts.\nunit:\n  title: Einheit\n  text: Eine Zahl.\n';
  const noted = glossaryWithSources(german, english);
  const parsed = parseYaml(noted);
  assert.equal(parsed.gain.source, sourceOfEntry(english.gain));
  assert.equal(parsed.unit.source, sourceOfEntry(english.unit));
  assert.equal(noted.replaceAll(/ {2}source: .*\n/g, ''), german);
  const later = { ...english, unit: { title: 'Unit', text: 'One number.' } };
  assert.notEqual(parsed.unit.source, sourceOfEntry(later.unit));
  assert.equal(parseYaml(glossaryWithSources(noted, later)).unit.source, sourceOfEntry(later.unit));
});

test('what two texts do not have alike is told', () => {
  const text = '---\ntitle: T\n---\n::: lab id=a preset=xor/rich still=s label="Lab"\n:::\n::: predict id=q kind=choice lab=a\n- [2] Two\n:::\n[[gain]] [a]{set="seed=1" lab=a}\n';
  const same = text.replace('label="Lab"', 'label="Labor"').replace('still=s', 'still=s.de').replace('Two', 'Zwei');
  assert.deepEqual(structureOf(same), structureOf(text));
  for (const [from, to] of [['[2]', '[3]'], ['seed=1', 'seed=2'], ['[[gain]]', '[[unit]]'], ['xor/rich', 'xor/lazy']]) {
    assert.notDeepEqual(structureOf(text.replace(from, to)), structureOf(text), from);
  }
});
