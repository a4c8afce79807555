import { basename, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { codeSplitting } from './build/chunks.ts';
import { contentSecurityPolicy } from './build/csp.ts';
import { doubledStrings } from './build/doubled-strings.mjs';
import { firstPaint } from './build/first-paint.ts';
import { fonts } from './build/fonts.ts';
import { tablesIn, translatedEntries } from './build/languages/entries.ts';
import { languageOf, localizedFiles, noteOf, states } from './build/languages/localized.ts';
import { translatableTables } from './build/languages/tables.mjs';
import { leanPresets } from './build/lean-presets.mjs';
import { pageShell } from './build/page-shell.ts';
import { filePages, virtualPages } from './build/pages.ts';
import { resultPages } from './build/results.ts';
import { templateStyles } from './build/template-styles.mjs';
import { tutorials } from './build/tutorials/index.ts';

const root = dirname(fileURLToPath(import.meta.url));

export default defineConfig(async () => {
  const { pages: texts, plugin: tutorialStyles } = tutorials(root);
  const files = filePages(root);
  const pages = [...texts, ...localizedFiles(root, files)];
  const gaps = await states();
  const noteFor = (page: string, html: string) => {
    const { language, english } = languageOf(page);
    const state = gaps.get(language);
    return state ? noteOf(language, html, english, tablesIn(root, html), state) : '';
  };
  const paths = new Set([...files.map((file) => basename(file)), ...pages.map(({ path }) => path)]);
  return {
    root,
    base: './',
    plugins: [
      virtualPages(root, pages),
      tutorialStyles,
      resultPages(root),
      translatedEntries(root, pages, gaps),
      doubledStrings(),
      translatableTables(),
      leanPresets(),
      templateStyles(),
      pageShell(paths, noteFor),
      firstPaint(),
      contentSecurityPolicy(),
      fonts(),
    ],
    resolve: { alias: { '@kurkle/color': resolve(root, 'build/no-colour.mjs') } },
    worker: { format: 'es' as const },
    build: {
      outDir: 'dist',
      emptyOutDir: true,
      target: 'es2022',
      // Small pictures and fonts stay files: a data: address would need a wider policy.
      assetsInlineLimit: 0,
      modulePreload: {
        polyfill: false,
        // A part that is fetched later asks for few modules that its page does not have yet. Told to preload all of
        // them again, Firefox reports those the page has as not loaded, once the service worker answers for the site.
        resolveDependencies: (_: string, modules: string[], { hostType }: { hostType: 'html' | 'js' }) => (hostType === 'html' ? modules : []),
      },
      rollupOptions: {
        input: [...files, ...pages.map((page) => resolve(root, page.path))],
        output: { codeSplitting },
        // No module reads a property for what reading it does; else Chart.js's scales of other kinds came along, whose defaults are read.
        treeshake: { propertyReadSideEffects: false as const },
      },
    },
  };
});
