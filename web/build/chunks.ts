/**
 * Modules that pages load together, each group in one file: a file of its own for every small module would weigh more
 * than the module says, since compression begins anew in each, and a browser asks a plain server for six files at a time.
 * Texts stay by themselves: a translated page puts its language in their place before any element is made.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const packages: Record<string, RegExp> = { base: /node_modules\/(@lit|lit)|vite\/preload-helper/ };

/** By group: folder and modules, from web/src, or from the project's root where a name begins with "/". */
const groups: Record<string, Record<string, string>> = {
  base: { strings: 'en table', shell: 'format storage root correlation' },
  spec: { '/core/experiment': 'presets.json', strings: 'presets', 'labs/frame': 'lab-element', spec: 'url paths link presets network-kind' },
  chart: {
    chart:
      'value-at theme figure-styles figure-menu figure-frame plugins chart-options chart-styles describe series chart growing-curve pace table-view reading-line',
    shell: 'turn control-styles table-styles symbols.css',
    engine: 'wasm-loader start-worker client records growth',
  },
  // What only pages in other languages than English load.
  language: { strings: 'language', shell: 'allowed' },
  matrix: { chart: 'matrix matrix-styles matrix-painter colour-scale' },
  files: { chart: 'save', shell: 'csv' },
  'lab-tools': { 'labs/frame': 'history lab-tools shortcuts tools-bar' },
  lab: {
    'labs/frame': 'settings still-styles stand-in locked-view lit-symbol redraw drawing',
    tutorial: 'lab-link',
    shell: 'run-bar',
  },
  'held-lab': { 'labs/frame': 'declared-lab lab rest spoken slider', engine: 'experiment' },
  // The list of chapters judges answers too, without their questions.
  judging: { tutorial: 'compare question-text' },
  tutorial: {
    tutorial: 'answers-panel reading chapter-progress box-styles checkpoint predict verdict reveal lay-out',
  },
};

/** The files of a group; a name that leads to none is an error, lest a module that moves fall out unseen. */
function filesOf(name: string): string[] {
  return Object.entries(groups[name]!).flatMap(([folder, modules]) =>
    modules.split(' ').map((module) => {
      const place = folder.startsWith('/') ? `../..${folder}` : `../src/${folder}`;
      const file = fileURLToPath(new URL(`${place}/${module.includes('.') ? module : `${module}.ts`}`, import.meta.url));
      if (!existsSync(file)) throw new Error(`build/chunks.ts: group ${name} names ${file}, which is not there`);
      return file;
    }),
  );
}

/** Words of a language: those of what most pages have in one file, the others one by one; named for their language. */
const TRANSLATED = /\/src\/strings\/([a-z]{2,3})\/([\w-]+)\.ts$/;
const common = new Set(['en', 'lab-tools', 'saved-runs', 'shortcut-sheet', 'layer-field', 'share', 'core-words', 'presets']);

function wordsOf(id: string): string | null {
  const [, language, table] = TRANSLATED.exec(id) ?? [];
  return language ? `words.${language}.${common.has(table!) ? 'common' : table}` : null;
}

export const codeSplitting = {
  // What they import stays where it is: some pages load that without them.
  includeDependenciesRecursively: false,
  groups: [
    { name: wordsOf, test: TRANSLATED },
    ...Object.keys(groups).map((name) => {
      const files = new Set(filesOf(name));
      const test = (id: string) => files.has(id.replace(/\?.*$/, '')) || (packages[name]?.test(id) ?? false);
      return { name, test };
    }),
  ],
};
