// Makes the still pictures of the tutorials' labs, tutorials/stills/NAME.svg, from real runs of the core:
// what readers see without scripts, and in print. Run it after changing a lab that has still="NAME".
//   node web/scripts/tutorial-stills.mjs [NAME…]      all of them without names
// The four-point lab draws its own; the others are built, opened in a browser and run to the end (lab-stills.mjs).
// Needs the WebAssembly module in web/public/wasm.

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { loadAlgebra, loadCore } from '../../tests/web/helpers/core.mjs';
import { loadTs } from '../../tests/web/helpers/load-ts.mjs';
import { allTables } from '../build/languages/units.mjs';
import { tutorialLabs } from '../build/tutorials/plugin.mjs';

const project = fileURLToPath(new URL('../../', import.meta.url));
const folder = `${project}tutorials/stills/`;

const { presetSpec, withSettings } = await loadTs('web/src/labs/frame/settings.ts');
const { picturesOf, placing } = await loadTs('web/src/labs/xor/pictures.ts');
const { pairs } = await loadTs('web/src/labs/xor/task.ts');
const { middle, ratioFromEnd, ratioRuns, twoPointSpec } = await loadTs('web/src/labs/xor/ratio.ts');
const { stillSvg, takeUp } = await loadTs('web/src/labs/xor/still.ts');
const core = await loadCore('simd');
const algebra = await loadAlgebra('simd');

/** Trains to the end and returns a reader of the records. */
function train(spec) {
  const handle = core.create(spec);
  const { columns } = core.describe(handle);
  while (core.advance(handle, 1e9, Infinity) === 0);
  const records = core.records(handle, 0, columns.length).slice();
  core.destroy(handle);
  const rows = records.length / columns.length;
  return { rows, at: (row, name) => records[row * columns.length + columns.indexOf(name)] };
}

function still(spec, withTheory) {
  const { layer } = spec.observe;
  const run = train(spec);
  const distances = (row) => pairs.map(({ i, j }) => run.at(row, `h_${i}_${j}_layer_${layer}`));
  const rows = Array.from({ length: run.rows }, (_, row) => distances(row));
  const columns = pairs.map((_, pair) => rows.map((row) => row[pair]));
  const pictures = picturesOf(algebra.scaling(placing(columns, 0, run.rows)));
  const initial = distances(0);
  let predicted = [];
  if (withTheory) {
    const h = `h_0_1_layer_${layer}`;
    const ratios = Array.from({ length: ratioRuns }, (_, k) => {
      const two = train(twoPointSpec(spec, spec.seed + k, layer));
      return ratioFromEnd(two.at(0, h), two.at(0, 'y_0_1'), two.at(two.rows - 1, h), 1, 1);
    });
    predicted = core.predict({
      h0: initial,
      y0: pairs.map(({ i, j }) => run.at(0, `y_${i}_${j}`)),
      dx2: pairs.map(({ dx2 }) => dx2),
      dy2: pairs.map(({ dy2 }) => dy2),
      ratio: middle(ratios),
    }).final_h;
  }
  return stillSvg({ pictures, initial, measured: distances(run.rows - 1), predicted });
}

await mkdir(folder, { recursive: true });
const wanted = process.argv.slice(2);
// A still shared by several labs is that of the first.
const labs = new Map();
for (const lab of tutorialLabs(project)) {
  if (lab.still && !labs.has(lab.still)) labs.set(lab.still, lab);
}
const asked = [...labs.values()].filter(
  (lab) => wanted.length === 0 || wanted.includes(lab.still),
);
const languageOf = ({ path }) => /\.([a-z]+)\.html$/.exec(path)?.[1] ?? 'en';
// English first: a translation is laid over it for good.
const own = asked
  .filter(({ kind }) => kind === 'xor')
  .sort((a, b) => Number(languageOf(a) !== 'en') - Number(languageOf(b) !== 'en'));
for (const lab of own) {
  const { preset, set, show, still: name } = lab;
  const language = languageOf(lab);
  if (language !== 'en') {
    takeUp(language, (await allTables()).translations[language]);
  }
  const spec = withSettings(presetSpec(preset), set ?? '');
  await writeFile(`${folder}${name}.svg`, still(spec, !show || show.includes('ratio')));
  console.log(`tutorials/stills/${name}.svg`);
}

const inBrowser = asked.filter(({ kind }) => kind !== 'xor');
if (inBrowser.length > 0) {
  // The build wants every still to be there; these are about to be made.
  for (const { still: name } of labs.values()) {
    if (!existsSync(`${folder}${name}.svg`)) await writeFile(`${folder}${name}.svg`, '<svg/>');
  }
  const built = `${project}build/stills-site`;
  const vite = ['node_modules/vite/bin/vite.js', 'build', '--config', 'web/vite.config.ts'];
  execFileSync(process.execPath, [...vite, '--outDir', built, '--emptyOutDir', '--logLevel', 'error'], {
    cwd: project,
    stdio: 'inherit',
    // Vite's loader has made this process a developing one.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  process.env.REPRISE_SITE = built;
  const { recordStills } = await import('./lab-stills.mjs');
  await recordStills(inBrowser, folder);
  await rm(built, { recursive: true });
}
