import { readFileSync, existsSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';
import { LABS } from '../tutorials/labs.mjs';
import type { VirtualPage } from '../pages.ts';
import { languageOf } from './localized.ts';
import type { State } from './units.mjs';

const SCRIPT = /[ \t]*<script type="module" src="([^"]+)"[^>]*><\/script>\n?/g;
const IMPORT = /(?:^|[^\w.])(?:import|export)\s(?!type\b)(?:[^'";()]*?\sfrom\s)?\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g;

/** Modules that a page asks for, as "/src/pages/home.ts". */
export const scriptsOf = (html: string): string[] => [...html.matchAll(SCRIPT)].map(([, src]) => src!);

/** The page with one script, which takes up the language before it brings those that the page had. */
export function withEntry(html: string, page: string): string {
  const entry = `<script type="module" src="/src/translated/${page.replace(/\.html$/, '.js')}"></script>\n`;
  return html.replaceAll(SCRIPT, '').replace('</head>', `${entry}</head>`);
}

/** Names of the tables that a module says anything of, by itself and by all that it may bring. */
export function tablesOf(root: string, modules: readonly string[]): string[] {
  const seen = new Set<string>();
  const waiting = modules.map((module) => join(root, module));
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    if (seen.has(file) || !existsSync(file) || !/\.(ts|mjs)$/.test(file)) continue;
    seen.add(file);
    for (const [, given, later] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
      const source = given ?? later!;
      if (source.startsWith('.')) waiting.push(resolve(dirname(file), source));
      else if (source.startsWith('/src/')) waiting.push(join(root, source));
    }
  }
  const folder = join(root, 'src/strings');
  return [...seen]
    .filter((file) => dirname(file) === folder)
    .map((file) => relative(folder, file).replace(/\.ts$/, ''))
    .sort();
}

/** Modules of the labs that stand in a page; chapters ask for most of them only when the reader sets out. */
const labsIn = (html: string): string[] =>
  Object.values(LABS)
    .filter(({ tag }) => html.includes(`<${tag}`))
    .map(({ module }) => module);

/** The tables of a page, as it would read in English. */
export const tablesIn = (root: string, html: string): string[] =>
  tablesOf(root, ['/src/shell/shell.ts', ...scriptsOf(html), ...labsIn(html)]);

/**
 * The scripts of pages in other languages. A page knows which tables it needs, so it loads those words first, all at once,
 * and then what the English page loads; the elements of that read their words when they are made.
 */
export function translatedEntries(root: string, pages: readonly VirtualPage[], states: ReadonlyMap<string, State>): Plugin {
  const folder = `${join(root, 'src/translated')}${sep}`;
  const strings = join(root, 'src/strings');
  const byPath = new Map(pages.map((page) => [page.path, page]));
  return {
    name: 'reprise:translated-entries',
    enforce: 'pre',
    resolveId: (source) => (source.startsWith('/src/translated/') ? join(root, source) : null),
    async load(id) {
      if (!id.startsWith(folder)) return null;
      const path = id.slice(folder.length).split(sep).join('/').replace(/\.js$/, '.html');
      const page = byPath.get(path);
      if (!page) return null;
      const { language } = languageOf(path);
      const html = await page.html();
      const words = tablesIn(root, html).filter((name) => existsSync(join(strings, language, `${name}.ts`)));
      const older = (states.get(language)?.older ?? []).flatMap((gap) => {
        const [table, place] = [gap.slice(0, gap.indexOf(':')), gap.slice(gap.indexOf(':') + 1)];
        const at = words.indexOf(table);
        return at < 0 ? [] : [`delete words${at}.${place.split('|').map((key, depth) => (depth ? `[${JSON.stringify(key)}]` : key)).join('')};`];
      });
      return [
        `import { takeUp } from '/src/strings/language.ts';`,
        ...words.map((name, at) => `import * as words${at} from '/src/strings/${language}/${name}.ts';`),
        // What has been translated from an older text is said in English.
        ...older,
        `takeUp('${language}', { ${words.map((name, at) => `'${name}': words${at}`).join(', ')} });`,
        ...['/src/shell/shell.ts', ...scriptsOf(html)].map((source) => `void import('${source}');`),
      ].join('\n');
    },
    transformIndexHtml: {
      order: 'post',
      // Lets the page's own scripts and styles be fetched beside its words.
      handler(html, { bundle, chunk, path }) {
        if (!bundle || !chunk || languageOf(path.replace(/^\//, '')).language === 'en') return html;
        const root = '../'.repeat(path.replace(/^\//, '').split('/').length - 1) || './';
        const found = new Set<string>();
        const styles = new Set<string>();
        const follow = (file: string) => {
          const output = bundle[file];
          if (found.has(file) || output?.type !== 'chunk') return;
          found.add(file);
          output.viteMetadata?.importedCss.forEach((sheet) => styles.add(sheet));
          output.imports.forEach(follow);
        };
        chunk.dynamicImports.forEach(follow);
        const wanted = [...found].filter((file) => !html.includes(file));
        const sheets = [...styles].filter((file) => !html.includes(file));
        const links = [
          ...wanted.map((file) => `<link rel="modulepreload" crossorigin href="${root}${file}">`),
          ...sheets.map((file) => `<link rel="stylesheet" href="${root}${file}">`),
        ];
        return html.replace('</head>', `${links.join('\n')}\n</head>`);
      },
    },
  };
}
