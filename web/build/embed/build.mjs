// Builds what other sites embed into web/dist, after the site itself: embed.html, embed/reprise.js (for any page),
// embed/reprise.mjs (as a module, and as an anywidget), embed/chapter.js (for chapters in frames without an origin), embed/frames.js
// (heights), and data as scripts.
//   node web/build/embed/build.mjs [--site https://example.edu/reprise/]
// With the site's address (or REPRISE_SITE_ADDRESS) pages also offer themselves by oEmbed.

import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { translatableTables } from '../languages/tables.mjs';
import { leanPresets } from '../lean-presets.mjs';
import { inlined, readModule, translated, withoutStyles, wordsOf } from './inline.mjs';
import { answer, OEMBED, withDiscovery } from './oembed.mjs';
import { framePolicy } from './policy.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const project = resolve(root, '..');
const site = join(root, 'dist');
const out = join(site, 'embed');
const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));

/** One self-contained script. format: 'iife' for a classic script, 'es' for a module. */
async function script(entry, format, fileName, plugins = []) {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins,
    // Bundlers leave this to the application; here the script is the application.
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: out,
      emptyOutDir: false,
      target: 'es2022',
      minify: true,
      lib: { entry: join(root, 'src/embed', entry), name: 'Reprise', formats: [format], fileName: () => fileName },
      rollupOptions: { output: { codeSplitting: false } },
    },
  });
}

/** Files of data as scripts, one call each (src/embed/inline.ts), for pages that may not fetch. */
function dataScripts() {
  const folder = join(out, 'data');
  mkdirSync(folder, { recursive: true });
  const write = (name, bytes) =>
    writeFileSync(
      join(folder, `${name}.js`),
      `repriseData(${JSON.stringify(name)}, ${JSON.stringify(bytes.toString('base64'))});\n`,
    );
  write('core-scalar', readModule(root, 'reprise-scalar'));
  write('algebra-scalar', readModule(root, 'reprise-algebra-scalar'));
  const data = join(root, 'public/data');
  for (const name of readdirSync(data).filter((file) => /^digits.*\.(bin|json)$/.test(file))) {
    write(name, readFileSync(join(data, name)));
  }
}

function frame() {
  const html = readFileSync(join(here, 'embed.html'), 'utf8').replace('%policy%', framePolicy);
  writeFileSync(join(site, 'embed.html'), html);
  copyFileSync(join(here, 'frame.css'), join(out, 'frame.css'));
  cpSync(join(root, 'embed/stills'), join(out, 'stills'), { recursive: true });
}

/** Without the site's address nothing is offered: oEmbed has no relative addresses. */
function oembed(given) {
  if (!given) return;
  const address = new URL(given.endsWith('/') ? given : `${given}/`).href;
  const folder = join(out, 'oembed');
  mkdirSync(folder, { recursive: true });
  for (const lab of OEMBED.filter(({ page }) => existsSync(join(site, page)))) {
    const page = join(site, lab.page);
    writeFileSync(page, withDiscovery(readFileSync(page, 'utf8'), lab, address));
    writeFileSync(join(folder, `${lab.name}.json`), `${JSON.stringify(answer(lab, address), null, 2)}\n`);
  }
}

function report() {
  for (const name of ['reprise.js', 'reprise.mjs', 'chapter.js', 'frames.js']) {
    const file = join(out, name);
    const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
    const packed = gzipSync(readFileSync(file)).length;
    console.log(`web/dist/embed/${name}  ${kilobytes(statSync(file).size)}, gzip ${kilobytes(packed)}`);
  }
}

const { values } = parseArgs({
  options: { site: { type: 'string', default: process.env.REPRISE_SITE_ADDRESS ?? '' } },
});
mkdirSync(out, { recursive: true });
const labs = () => inlined({ root, project, version });
await script('reprise.ts', 'iife', 'reprise.js', [await labs(), translatableTables(), leanPresets()]);
await script('index.ts', 'es', 'reprise.mjs', [await labs(), translatableTables(), leanPresets()]);
await script('chapter.ts', 'iife', 'chapter.js', [withoutStyles, await labs(), translatableTables(), leanPresets()]);
await script('frames.ts', 'iife', 'frames.js');
for (const code of translated()) await script(`words.${code}.js`, 'iife', `words/${code}.js`, [wordsOf(root, code)]);
dataScripts();
frame();
oembed(values.site);
report();
