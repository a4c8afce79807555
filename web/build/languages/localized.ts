import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { languages, pageWords } from '../page-words.mjs';
import type { VirtualPage } from '../pages.ts';
import { withTexts } from './html-texts.mjs';
import { pageTexts, stateOf, type State } from './units.mjs';

/** Languages beside English. */
export const others = languages().filter((code) => code !== 'en');

/** "tutorials/xor.html" as "tutorials/xor.de.html". */
export const inLanguage = (path: string, language: string): string => path.replace(/\.html$/, `.${language}.html`);

/** Language of a page by its address, and the address of the same page in English. */
export function languageOf(page: string): { language: string; english: string } {
  const [, before, code] = /^(.*)\.([a-z]{2,3})\.html$/.exec(page) ?? [];
  return code && languages().includes(code) ? { language: code, english: `${before}.html` } : { language: 'en', english: page };
}

/** The pages that are files, in every other language. */
export function localizedFiles(root: string, files: readonly string[]): VirtualPage[] {
  return others.flatMap((language) =>
    files.map((file) => {
      const name = basename(file, '.html');
      return {
        path: inLanguage(basename(file), language),
        html: () =>
          withTexts(readFileSync(join(root, `${name}.html`), 'utf8'), pageTexts(language, name)).replace(
            '<html lang="en">',
            `<html lang="${language}">`,
          ),
      };
    }),
  );
}

/** What is missing or older than its English source, by language. */
export async function states(): Promise<Map<string, State>> {
  return new Map(await Promise.all(others.map(async (language) => [language, await stateOf(language)] as const)));
}

/** The line that says a page is not wholly in its language; empty where it is. */
export function noteOf(language: string, html: string, page: string, tables: readonly string[], state: State): string {
  const words = pageWords(language);
  if (/<article[^>]* lang="en"/.test(html)) return words.language.english;
  const gaps = [...state.missing, ...state.older];
  const own = [...tables, basename(page)].some((name) => gaps.some((gap) => gap.startsWith(`${name}:`)));
  return own ? words.language.partly : '';
}
