// All there is to translate, piece by piece, and what of it a language has, lacks, or has of an older English text.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load as parseYaml } from 'js-yaml';
import { runnerImport } from 'vite';
import { declarations } from '../../src/labs/declarations.mjs';
import { textsOf } from './html-texts.mjs';
import { translationStates } from '../tutorials/translations.mjs';
import { hashOf, lock, lockFile, pieces } from './lock.mjs';

const project = fileURLToPath(new URL('../../../', import.meta.url));
const strings = join(project, 'web/src/strings');
const read = (path) => readFileSync(join(project, path), 'utf8');
const json = (path) => JSON.parse(read(path));

let loaded;
/** Every table, English and translated (all-tables.ts). */
export function allTables() {
  loaded ??= runnerImport(join(project, 'web/build/languages/all-tables.ts'), { configFile: false, logLevel: 'silent' });
  return loaded.then(({ module }) => module);
}

function files(folder, pattern) {
  const path = join(project, folder);
  return existsSync(path) ? readdirSync(path).filter((name) => pattern.test(name)) : [];
}

/** Texts of pages that are files, as translated: by the English text. */
export function pageTexts(language, page) {
  const file = join(strings, 'pages', language, `${page}.yaml`);
  if (!existsSync(file)) return new Map();
  return new Map((parseYaml(readFileSync(file, 'utf8')) ?? []).map((entry) => [entry.en, entry[language]]));
}

/**
 * What there is to say in a language: English pieces by name, and those that it has.
 * @param {string} language as "de"
 * @returns {Promise<{ english: Map<string, string>, own: Map<string, string> }>}
 */
export async function units(language) {
  const { tables, translations } = await allTables();
  const english = new Map();
  const own = new Map();
  const add = (to, prefix, found) => found.forEach((text, path) => to.set(`${prefix}:${path}`, text));
  for (const [name, table] of Object.entries(tables)) add(english, name, pieces(table));
  for (const [name, table] of Object.entries(translations[language] ?? {})) add(own, name, pieces(table));
  add(english, 'page', pieces(json('web/src/strings/page/en.json')));
  // Measures and curves are said in chapters; in English where labs declare them.
  const quantities = new Map();
  for (const { measures, curves } of declarations) {
    for (const [name, { words }] of Object.entries({ ...measures, ...curves })) quantities.set(words, name);
  }
  const page = `web/src/strings/page/${language}.json`;
  if (existsSync(join(project, page))) add(own, 'page', pieces(json(page)));
  for (const [words, name] of quantities) {
    english.set(`page:quantities|${words}`, words);
    const given = own.get(`page:quantities|${words}`) ?? own.get(`page:quantities|${name}`);
    if (given !== undefined) own.set(`page:quantities|${words}`, given);
  }
  for (const name of own.keys()) if (/^page:quantities\|\w+$/.test(name) && !english.has(name)) own.delete(name);
  for (const file of files('web', /\.html$/)) {
    const name = file.replace('.html', '');
    const have = pageTexts(language, name);
    for (const text of textsOf(read(`web/${file}`))) {
      english.set(`${name}.html:${text}`, '');
      if (have.has(text)) own.set(`${name}.html:${text}`, have.get(text));
      have.delete(text);
    }
    for (const [text, other] of have) own.set(`${name}.html:${text}`, other);
  }
  for (const file of files('web/documents', /^[a-z-]+\.md$/)) {
    if (file === 'README.md') continue;
    english.set(`web/documents/${file}`, read(`web/documents/${file}`));
    const other = `web/documents/${file.replace('.md', `.${language}.md`)}`;
    if (existsSync(join(project, other))) own.set(`web/documents/${file}`, read(other));
  }
  return { english, own };
}

/**
 * What a language lacks, has of an older English text, has and English has not, and the lock as it would be if all that it has
 * were up to date.
 * @param {string} language
 * @param {Record<string, string>} [made] the lock
 */
export async function stateOf(language, made = lock(language)) {
  const { english, own } = await units(language);
  const state = { all: english.size, missing: [], older: [], extra: [], lock: {}, lockFile: lockFile(language) };
  for (const [name, text] of english) {
    if (!own.has(name)) state.missing.push(name);
    // A text of a page is known by its English: if that is another now, it is missing.
    else if (text !== '' || !/\.html:/.test(name)) {
      const hash = hashOf(text);
      state.lock[name] = hash;
      if (made[name] !== undefined && made[name] !== hash) state.older.push(name);
    }
  }
  for (const name of own.keys()) if (!english.has(name)) state.extra.push(name);
  // Chapters and the glossary name their English texts themselves.
  for (const { file, entry, state: chapter } of translationStates(project).filter((one) => one.language === language)) {
    state.all++;
    if (chapter !== 'current') state[chapter].push(entry ? `${file}: ${entry}` : file);
  }
  return state;
}
