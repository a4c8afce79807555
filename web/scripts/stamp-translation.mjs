// Notes in translations that they are of their English sources as these are now.
//   node web/scripts/stamp-translation.mjs xor.de glossary.fr …     those named
// Run it once a translation says what its English source says; what changed since is told by git diff SOURCE tutorials/NAME.md.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load as parseYaml } from 'js-yaml';
import { chapterOf } from '../build/tutorials/course.mjs';
import { glossaryWithSources, sourceOf, withSource } from '../build/tutorials/translations.mjs';

const folder = fileURLToPath(new URL('../../tutorials/', import.meta.url));
const read = (name) => readFileSync(folder + name, 'utf8');

const names = process.argv.slice(2);
if (names.length === 0) throw new Error('name the translations, as xor.de or glossary.de');
for (const name of names) {
  const glossary = chapterOf(name) === 'glossary';
  const file = `${name}.${glossary ? 'yaml' : 'md'}`;
  const english = read(`${chapterOf(name)}.${glossary ? 'yaml' : 'md'}`);
  const stamped = glossary
    ? glossaryWithSources(read(file), parseYaml(english))
    : withSource(read(file), sourceOf(english));
  writeFileSync(folder + file, stamped);
}
