// What the embedded build carries inside its script: the core, the worker, fonts and stored figures, as modules
// that are made here, and the files that take the place of the site's own.

import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { declarations } from '../../src/labs/declarations.mjs';
import { languages } from '../page-words.mjs';
import { WESTERN, cutTextFont } from '../text-font.mjs';

/** Files of the site that embedded labs have another of, from web/src. */
const REPLACED = {
  'engine/start-worker.ts': 'embed/start-worker.ts',
  'shell/root.ts': 'embed/root.ts',
  'pictures/fetch.ts': 'embed/fetch.ts',
};

const FONTS = [
  {
    family: 'Source Sans 3 Variable',
    style: 'normal',
    weight: '200 900',
    file: 'source-sans/WOFF2/VF/SourceSans3VF-Upright.ttf.woff2',
    prepare: (font) => cutTextFont(font, WESTERN),
  },
  {
    family: 'Reprise Math',
    style: 'italic',
    weight: '400',
    file: 'katex/dist/fonts/KaTeX_Math-Italic.woff2',
    prepare: (font) => font,
  },
];

/** Languages beside English. */
export const translated = () => languages().filter((code) => code !== 'en');

/** The plugin for the script of a language's words (src/embed/words.ts). */
export function wordsOf(root, code) {
  const folder = join(root, 'src/strings', code);
  const names = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  const source = [
    ...names.map((name, at) => `import * as words${at} from ${JSON.stringify(join(folder, name))};`),
    `repriseWords('${code}', { ${names.map((name, at) => `'${basename(name, '.ts')}': words${at}`).join(', ')} });`,
  ].join('\n');
  const id = join(root, 'src/embed', `words.${code}.js`);
  return {
    name: 'reprise:words',
    enforce: 'pre',
    resolveId: (asked) => (asked === id ? id : null),
    load: (asked) => (asked === id ? source : null),
  };
}

const module = (name, value) => `export const ${name} = ${JSON.stringify(value)};\n`;

/** Imports of the labs that are embedded, from their declarations. */
const labs = (root) =>
  declarations
    .filter(({ page }) => page)
    .map(({ module, page }) => `import ${JSON.stringify(join(root, page.element?.module ?? module))};\n`)
    .join('');

/** Those that chapters hold; all of them, since a script that stands alone fetches no more. */
const chapterLabs = (root) =>
  declarations
    .filter(({ chapter }) => chapter)
    .map(({ module }) => `import ${JSON.stringify(join(root, module))};\n`)
    .join('');

/** The plugin for the script of chapters, whose styles the page has by itself (src/embed/chapter.ts). */
export const withoutStyles = {
  name: 'reprise:without-styles',
  enforce: 'pre',
  resolveId: (source) => (/^[^?]+\.css$/.test(source) ? '\0no-styles' : null),
  load: (id) => (id === '\0no-styles' ? '' : null),
};

/** The worker as one classic script. */
async function workerSource(root) {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(root, 'src/engine/worker.ts'), name: 'RepriseWorker', formats: ['iife'] },
    },
  });
  return [result].flat()[0].output[0].code;
}

/** Stored figures by the preset's name: "xor-rich.svg" is of the preset that begins "xor/" or "two-points/". */
function storedFigures(root, project) {
  const { presets } = JSON.parse(readFileSync(join(project, 'core/experiment/presets.json'), 'utf8'));
  const folder = join(root, 'embed/stills');
  const figures = {};
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.svg'))) {
    // Pages of others hold these pictures by address, so a file keeps meaning the preset that links mean by its name.
    const called = (name) => name?.replace('/', '-') === basename(file, '.svg');
    const preset =
      presets.find(({ formerly }) => called(formerly)) ?? presets.find(({ name }) => called(name));
    if (!preset) throw new Error(`web/embed/stills/${file} is named after no preset`);
    // Without the colours for a dark page: they are for images alone. In a page of others their style element could be
    // refused by its policy, and would go by the system's colours where the page has chosen its own.
    figures[preset.name] = readFileSync(join(folder, file), 'utf8').replace(/<style>.*?<\/style>/, '');
  }
  return figures;
}

/** A module, compressed. name: 'reprise-simd' and the like. */
export function readModule(root, name) {
  const file = join(root, `public/wasm/${name}.wasm`);
  try {
    return gzipSync(readFileSync(file), { level: 9 });
  } catch {
    throw new Error(`${file} is missing: build the WebAssembly modules first (./dev build)`);
  }
}

/**
 * The plugin for the embedded build.
 *
 * @param {{root: string, project: string, version: string}} options root: the folder web/
 */
export async function inlined({ root, project, version }) {
  const worker = await workerSource(root);
  const fonts = await Promise.all(
    FONTS.map(async ({ file, prepare, ...face }) => ({
      ...face,
      data: (await prepare(readFileSync(join(project, 'node_modules', file)))).toString('base64'),
    })),
  );
  const modules = {
    'virtual:reprise-core':
      module('core', readModule(root, 'reprise-simd').toString('base64')) +
      module('algebra', readModule(root, 'reprise-algebra-simd').toString('base64')) +
      module('version', version),
    'virtual:reprise-labs': labs(root),
    'virtual:reprise-chapter-labs': chapterLabs(root),
    'virtual:tutorial-labs': 'export default {};\n',
    'virtual:reprise-languages': `export default ${JSON.stringify(translated())};\n`,
    'virtual:reprise-worker': module('source', worker),
    'virtual:reprise-fonts': module('fonts', fonts),
    'virtual:reprise-stills': module('stills', storedFigures(root, project)),
  };
  const replaced = new Map(
    Object.entries(REPLACED).map(([from, to]) => [join(root, 'src', from), join(root, 'src', to)]),
  );
  return {
    name: 'reprise:inlined',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (Object.hasOwn(modules, source)) return `\0${source}`;
      if (!importer || !source.startsWith('.')) return null;
      const resolved = await this.resolve(source, importer, { skipSelf: true });
      return (resolved && replaced.get(resolved.id)) ?? null;
    },
    load: (id) => (id.startsWith('\0virtual:') ? (modules[id.slice(1)] ?? null) : null),
  };
}
