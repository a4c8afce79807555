// What of the site a language lacks, or has of an older English text.
//   node web/scripts/translations.mjs [LANGUAGE…]                what is missing and older, by language
//   node web/scripts/translations.mjs --accept LANGUAGE [NAME…]  says that what it has is up to date: all, or what begins so

import { writeFileSync } from 'node:fs';
import { languages } from '../build/page-words.mjs';
import { lock } from '../build/languages/lock.mjs';
import { stateOf } from '../build/languages/units.mjs';

const known = languages().filter((code) => code !== 'en');

function fail(message) {
  console.error(`translations: ${message}`);
  process.exit(1);
}

const checked = (code) => (known.includes(code) ? code : fail(`"${code}" is no language here; allowed: ${known.join(', ')}`));

/** A list of names, those of one table in a line of their own where there are many. */
function report(title, names) {
  if (names.length === 0) return;
  console.log(`  ${title} (${names.length})`);
  for (const name of names) console.log(`    ${name.length > 110 ? `${name.slice(0, 110)} …` : name}`);
}

const given = process.argv.slice(2);
if (given[0] === '--accept') {
  const [, language, ...wanted] = given;
  checked(language);
  const { lock: now, lockFile } = await stateOf(language);
  const made = lock(language);
  const accepted = (name) => !(name in made) || wanted.length === 0 || wanted.some((start) => name.startsWith(start));
  const entries = Object.entries(now).map(([name, hash]) => [name, accepted(name) ? hash : made[name]]);
  writeFileSync(lockFile, `${JSON.stringify(Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))), null, 1)}\n`);
  console.log(`${language}: ${entries.length} texts are as their English now is`);
} else {
  for (const language of given.length > 0 ? given.map(checked) : known) {
    const { all, missing, older, extra } = await stateOf(language);
    console.log(`${language}: ${all - missing.length - older.length} of ${all} texts`);
    report('missing: shown in English', missing);
    report('older than their English text, which is shown', older);
    report('English has no such text any more', extra);
  }
}
