// Holds translations to their English sources: which are older, and what both must have alike.
//
// A translation names the English text that it was made from by its git blob, so that `git diff BLOB tutorials/xor.md`
// tells a translator what has changed since. An English text may change at any time: its translations are older from then on.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { load as parseYaml } from 'js-yaml';
import { parseAttributes } from './attributes.mjs';
import { chapterOf, languageOf } from './course.mjs';

const short = (hash) => hash.slice(0, 12);

/** What git calls this text (a blob), its first 12 digits. */
export function sourceOf(text) {
  const bytes = Buffer.from(text);
  return short(createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex'));
}

/** The same for an entry of the glossary: its title and its text. */
export const sourceOfEntry = ({ title, text }) => sourceOf(`${title}\n${text}`);

/**
 * Every translated chapter and every entry of a translated glossary, and whether it is of its English source as that is now.
 * @param {string} project the project's root folder
 * @returns {{ file: string, entry?: string, language: string, english: string, state: 'current' | 'older' | 'missing', source?: string,
 *   now: string }[]} `source` is the English text that the translation names; chapters and entries that a language with a
 *   chapter lacks are `missing`
 */
export function translationStates(project) {
  const folder = join(project, 'tutorials');
  const read = (name) => readFileSync(join(folder, name), 'utf8');
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => basename(name, '.md'));
  const languages = [...new Set(names.map(languageOf))].filter((language) => language !== 'en').sort();
  const chapters = [...new Set(names.map(chapterOf))].sort();
  const glossary = parseYaml(read('glossary.yaml'));
  return languages.flatMap((language) => {
    const file = `glossary.${language}.yaml`;
    const own = existsSync(join(folder, file)) ? (parseYaml(read(file)) ?? {}) : {};
    const stateOf = (there, source, now) => (!there ? 'missing' : source === now ? 'current' : 'older');
    return [
      ...chapters.map((chapter) => {
        const name = `${chapter}.${language}`;
        const there = names.includes(name);
        const source = there ? sourceNamed(read(`${name}.md`)) : undefined;
        const now = sourceOf(read(`${chapter}.md`));
        return {
          file: `tutorials/${name}.md`,
          language,
          english: `tutorials/${chapter}.md`,
          state: stateOf(there, source, now),
          source,
          now,
        };
      }),
      ...Object.entries(glossary).map(([entry, text]) => {
        const now = sourceOfEntry(text);
        return {
          file: `tutorials/${file}`,
          entry,
          language,
          english: 'tutorials/glossary.yaml',
          state: stateOf(entry in own, own[entry]?.source, now),
          source: own[entry]?.source,
          now,
        };
      }),
    ];
  });
}

/** The English text that a translated chapter names in its head, or undefined. */
export const sourceNamed = (chapter) => /^source: *'?(\w+)'?$/m.exec(chapter.split('\n---\n')[0])?.[1];

/** A translated chapter that names an English text as its source. */
export function withSource(chapter, source) {
  return sourceNamed(chapter) === undefined
    ? chapter.replace(/^language: .*$/m, (line) => `${line}\nsource: '${source}'`)
    : chapter.replace(/^source: .*$/m, `source: '${source}'`);
}

/** A translated glossary whose entries name those of an English one as their sources. */
export function glossaryWithSources(translated, english) {
  const own = parseYaml(translated);
  return Object.keys(own).reduce((text, key) => {
    const source = sourceOfEntry(english[key]);
    const [whole, head, rest] = new RegExp(`^(${key}:\\n)((?: .*\\n|\\n)*)`, 'm').exec(text);
    const lines = rest.replace(/^ {2}source: .*\n/m, '');
    return text.replace(whole, () => `${head}  source: '${source}'\n${lines}`);
  }, translated);
}

/** In words, as they stand in a formula on lines of its own. */
const withoutWords = (tex) => tex.replaceAll(/\\text\{[^}]*\}/g, '\\text{}').replaceAll(/\s+/g, ' ').trim();

/** Attributes in words; a still picture has the language in its name. */
const ownWords = ['label', 'title', 'unit'];

/**
 * What a chapter and its translations have alike, whatever their words: what stands in directives and in marked phrases, answers,
 * formulas on lines of their own, glossary words and links.
 * @param {string} source a chapter's markdown
 * @returns {{ directives: string[], phrases: string[], formulas: string[], terms: string[], links: string[] }} directives in their order, the
 *   others sorted, for languages order their sentences in their own way
 */
export function structureOf(source) {
  const body = source.slice(source.indexOf('\n---\n') + 5);
  const directives = [];
  for (const line of body.split('\n')) {
    const answer = /^- \[([^\]]+)\]\s/.exec(line);
    if (answer) directives.push(`answer ${answer[1]}`);
    const opening = /^:::\s*([a-z]+)\s*(.*)$/.exec(line);
    if (!opening) continue;
    const { attributes } = parseAttributes(opening[2]);
    const kept = Object.entries(attributes)
      .filter(([key]) => !ownWords.includes(key))
      .map(([key, value]) => `${key}=${key === 'still' ? value.split('.')[0] : value}`);
    directives.push([opening[1], ...kept].join(' '));
  }
  const all = (pattern) => [...body.matchAll(pattern)].map((match) => match[1]).sort();
  return {
    directives,
    phrases: all(/\]\{([^}]*)\}/g),
    formulas: all(/\$\$\n([\s\S]*?)\n\$\$/g).map(withoutWords),
    terms: [...new Set(all(/\[\[([^\]|]+)/g))],
    // The places within a page are named after its headings, in its own language; a page may be there in that language too.
    links: all(/\]\(([^)]*)\)/g).map((href) => href.replace(/\.[a-z]{2}(?=\.html)/, '').replace(/^([^#]*)#(?!preset=).*$/, '$1#')),
  };
}
