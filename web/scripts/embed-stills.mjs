// Makes the stored figures of embedded labs, web/embed/stills/PRESET.svg, from real runs of the core: what a page
// shows that does not let a lab run, and the static picture that the share dialog offers. Each has a twin for phones in
// web/embed/stills/narrow. Run it after a change of the presets or of the core's numbers. Needs the modules in
// web/public/wasm and the digits in web/public/data.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { loadAlgebra, loadCore } from '../../tests/web/helpers/core.mjs';
import { loadTs } from '../../tests/web/helpers/load-ts.mjs';
import { declarations } from '../src/labs/declarations.mjs';
import { withDarkTheme } from './dark-still.mjs';
import { lineFigure, NARROW } from './line-figure.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = `${root}embed/stills/`;
const COLOURS = { h: '#15419c', y: '#b84700', w: '#007d5b', held_out: '#7a2e72', train: '#3d3d46' };
const LAYERS = ['#15419c', '#966400', '#007d5b', '#a8327d'];
const THEORY_POINTS = 120;

const { presetInLink, presets } = await loadTs('web/src/spec/presets.ts');
const { picturesOf, placing } = await loadTs('web/src/labs/xor/pictures.ts');
const { pairs } = await loadTs('web/src/labs/xor/task.ts');
const { narrowStillSvg, stillSvg } = await loadTs('web/src/labs/xor/still.ts');
const core = await loadCore('simd');
const algebra = await loadAlgebra('simd');

/** Trains a preset to its end; gives its records by column. */
function train({ name, spec }, images, labels) {
  const handle = core.create(spec, images, labels);
  const { columns } = core.describe(handle);
  while (core.advance(handle, 1e9, Infinity) === 0);
  const records = core.records(handle, 0, columns.length).slice();
  core.destroy(handle);
  const rows = records.length / columns.length;
  if (rows < 2) throw new Error(`${name}: the run gave ${rows} records`);
  return {
    rows,
    column(of) {
      const at = columns.indexOf(of);
      if (at < 0) throw new Error(`${name}: no column ${of}`);
      return Array.from({ length: rows }, (_, row) => records[row * columns.length + at]);
    },
  };
}

/** Each figure as it is, and for a phone where the page on embedding shows it. */
function twoPoints(preset) {
  const { task, training, observe } = preset.spec;
  const run = train(preset);
  const t = run.column('t');
  const measured = {
    h: run.column(`h_0_1_layer_${observe.layer}`),
    y: run.column('y_0_1'),
    w: run.column('w_0_1'),
  };
  const series = [t, measured.h, measured.y, measured.w, run.column('loss'), run.column('mean_0_1')];
  const rows = Float64Array.from({ length: 6 * run.rows }, (_, k) => series[k % 6][Math.floor(k / 6)]);
  const { dx2, dy2 } = task;
  const fit = core.fit(rows, { dx2, dy2, outputs: 1, loss: training.loss });
  const theory = core.theory({
    h0: measured.h[0],
    y0: measured.y[0],
    w0: measured.w[0],
    dx2,
    dy2,
    eta_h: fit.eta_h,
    eta_y: fit.eta_y,
    until: t.at(-1),
    points: THEORY_POINTS,
  });
  const figure = {
    title: `Hidden and output distance, layer ${observe.layer + 1}`,
    note: 'solid: measured, dashed: fitted theory',
    x: 'time (epochs)',
    y: 'squared distance',
    series: Object.keys(measured).flatMap((name) => [
      { label: name, colour: COLOURS[name], x: t, y: measured[name] },
      { colour: COLOURS[name], x: [...theory.t], y: [...theory[name]], dashed: true },
    ]),
  };
  return { wide: lineFigure(figure), narrow: lineFigure(figure, NARROW) };
}

function xor(preset) {
  const run = train(preset);
  const columns = pairs.map(({ i, j }) => run.column(`h_${i}_${j}_layer_${preset.spec.observe.layer}`));
  const distances = (row) => columns.map((column) => column[row]);
  const pictures = picturesOf(algebra.scaling(placing(columns, 0, run.rows)));
  const shown = { pictures, initial: distances(0), measured: distances(run.rows - 1), predicted: [] };
  return { wide: stillSvg(shown), narrow: narrowStillSvg(shown) };
}

/** One measure over training, of what is trained on and of what is held out. */
function heldOutStill(run, named, training, heldOut) {
  const t = run.column('t');
  const figure = {
    ...named,
    x: 'time (epochs)',
    series: [
      { label: 'training', colour: COLOURS.train, x: t, y: run.column(training) },
      { label: 'held out', colour: COLOURS.held_out, x: t, y: run.column(heldOut) },
    ],
  };
  return { wide: lineFigure(figure), narrow: lineFigure(figure, NARROW) };
}

async function digits(preset) {
  const read = async (name) =>
    new Uint8Array(gunzipSync(await readFile(`${root}public/data/digits-first-${name}.bin`))).buffer;
  const run = train(preset, await read('images'), await read('labels'));
  return heldOutStill(run, { title: 'Digits recognised', y: 'share of pictures' }, 'train_accuracy', 'held_out_accuracy');
}

function featureCollapse(preset) {
  const run = train(preset);
  const t = run.column('t');
  const layers = preset.spec.network.hidden_layers;
  const figure = {
    title: 'Collapse index by hidden layer',
    note: '0: the irrelevant feature has merged',
    x: 'time (epochs)',
    y: 'collapse index',
    series: Array.from({ length: layers }, (_, layer) => ({
      label: `layer ${layer + 1}`,
      colour: LAYERS[layer % LAYERS.length],
      x: t,
      y: run.column(`collapse_layer_${layer}`),
    })),
  };
  return { wide: lineFigure(figure), narrow: lineFigure(figure, NARROW) };
}

function plane(preset) {
  return heldOutStill(train(preset), { title: 'Loss', y: 'half mean squared error' }, 'loss', 'held_out_loss');
}

const FIGURES = {
  'two-points/default': twoPoints,
  'xor/rich': xor,
  'digits/three-classes': digits,
  'feature-collapse/rich': featureCollapse,
  'plane/xor-clouds': plane,
};

/** Of a lab that has no figure of its own. */
function loss(preset) {
  const run = train(preset);
  const series = [{ label: 'loss', colour: COLOURS.train, x: run.column('t'), y: run.column('loss') }];
  const figure = { title: 'Training loss', x: 'time (epochs)', y: 'loss', series };
  return { wide: lineFigure(figure), narrow: lineFigure(figure, NARROW) };
}

await mkdir(`${folder}narrow`, { recursive: true });
const wanted = process.argv.slice(2);
for (const name of declarations.flatMap(({ page }) => page?.still ?? [])) {
  const draw = FIGURES[name] ?? loss;
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const drawn = await draw(presetInLink(name, presets));
  for (const [layout, svg] of Object.entries(drawn)) {
    const file = `${layout === 'wide' ? '' : `${layout}/`}${name.replace('/', '-')}.svg`;
    await writeFile(`${folder}${file}`, withDarkTheme(svg));
    console.log(`web/embed/stills/${file}`);
  }
}
