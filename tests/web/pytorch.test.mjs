// The script that a lab gives for PyTorch: it runs for every preset that it is offered for, and its curves are those of one
// more seed. It needs a Python with PyTorch (Debian: python3-torch), which nothing else here does; without one it is left out.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { loadTs } from './helpers/load-ts.mjs';

const tool = process.env.REPRISE_CLI ?? fileURLToPath(new URL('../../build/release/core/reprise', import.meta.url));
const python = ['python3', '/usr/bin/python3'].find((one) => spawnSync(one, ['-c', 'import torch']).status === 0);
const skip = python ? false : 'no Python with PyTorch';

let presets, pytorchScript, missingFor, folder;
before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'reprise-pytorch-'));
  ({ presets } = await loadTs('web/src/spec/presets.ts'));
  ({ pytorchScript, missingFor } = await loadTs('web/src/share/pytorch.ts'));
});
after(() => rmSync(folder, { recursive: true }));

/** A CSV as its columns by name. */
function columns(text) {
  const [names, ...rows] = text.trim().split('\n').map((line) => line.split(','));
  return Object.fromEntries(names.map((name, k) => [name, rows.map((row) => Number(row[k]))]));
}

/** Runs the scripts of several specs one after another in one Python, for PyTorch takes its time to begin. */
const driver = `
import contextlib, io, json, runpy, sys
sys.argv = ["script", "--csv", sys.argv[1]]
answers = []
for path in sys.stdin.read().split():
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        runpy.run_path(path)
    answers.append(printed.getvalue())
print(json.dumps(answers))
`;

function allInPytorch(specs, seed) {
  const paths = specs.map((spec, k) => {
    const file = path.join(folder, `script-${k}.py`);
    writeFileSync(file, pytorchScript(spec, { title: 'A "lab"' }, 'https://example.org/#a=b'));
    return file;
  });
  const { status, stdout, stderr } = spawnSync(python, ['-c', driver, String(seed)], { input: paths.join('\n'), encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout).map(columns);
}

const inPytorch = (spec, seed) => allInPytorch([spec], seed)[0];

function here(spec, seed, table = 'trajectory.csv') {
  const file = path.join(folder, 'spec.json');
  const out = path.join(folder, 'run');
  writeFileSync(file, JSON.stringify({ ...spec, seed }));
  const { status, stderr } = spawnSync(tool, ['run', file, '--out', out], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return columns(readFileSync(path.join(out, table), 'utf8'));
}

const preset = (name) => structuredClone(presets.find((one) => one.name === name).spec);
const last = (values) => values.at(-1);
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const near = (there, ours, share, what) =>
  assert.ok(Math.abs(there / ours - 1) < share, `${what}: ${there} in PyTorch, ${ours} here`);

/** The same with the points as one's own, and small enough for a moment. */
function small(spec) {
  const { task, network, training, observe } = spec;
  if (task.kind === 'plane') {
    spec.task = { kind: 'plane', shape: 'own', target: 'class', classes: 2, points: [-1, 0.5, 0, 1, 0.5, 1, 0, -1, 0], held_out: 0, features: task.features };
    if (training.batch !== 'full') training.batch = 2;
  }
  if (task.kind === 'feature_collapse') task.side = 4;
  network.width = network.kind === 'convolutional' ? network.width : Math.min(network.width, 12);
  training.epochs = 4;
  observe.every = 2;
  return spec;
}

test('every preset without pictures or generated points has a script that runs', { skip }, () => {
  const offered = presets.filter(({ spec }) => missingFor(small(structuredClone(spec))) === null);
  assert.ok(offered.length > 30, `${offered.length} presets`);
  const kinds = new Set(offered.map(({ spec }) => `${spec.network.kind} ${spec.network.padding ?? ''}`.trim()));
  for (const kind of ['mlp', 'residual', 'convolutional same', 'convolutional valid']) assert.ok(kinds.has(kind), kind);
  const ran = allInPytorch(offered.map(({ spec }) => small(structuredClone(spec))), 1);
  for (const [k, { epoch, ...rest }] of ran.entries()) {
    const { name } = offered[k];
    assert.deepEqual(epoch, [0, 2, 4], name);
    for (const [column, values] of Object.entries(rest)) assert.ok(values.every(Number.isFinite), `${name}: ${column} ${values}`);
  }
});

test('pictures, points that are generated or held out, and attention have none', () => {
  assert.equal(missingFor(preset('digits/paper')), 'pictures');
  assert.equal(missingFor(preset('plane/spirals')), 'points');
  assert.equal(missingFor(preset('two-points/attention')), 'architecture');
  assert.equal(missingFor(preset('two-points/default')), null);
});

test('two points part at the same time, and end as far apart', { skip }, () => {
  const spec = preset('two-points/shallow');
  Object.assign(spec.training, { epochs: 1500 });
  spec.observe.every = 5;
  const halfTime = ({ y, epoch, t }) => (epoch ?? t)[y.findIndex((value) => value > 0.25)];
  const lowest = ({ w }) => Math.min(...w);
  const [there, ours] = [inPytorch, here].map((run) => [1, 2, 3].map((seed) => run(spec, seed)));
  for (const [what, of, share] of [
    ['h at the end', ({ h }) => last(h), 0.05],
    ['epochs until y is halfway', halfTime, 0.1],
    ['the lowest w', lowest, 0.1],
    ['loss at the start', ({ loss }) => loss[0], 0.1],
  ]) {
    near(mean(there.map(of)), mean(ours.map(of)), share, what);
  }
});

test('exclusive or in one hidden layer ends in three groups as far apart', { skip }, () => {
  const spec = preset('xor/shallow-leaky');
  const there = inPytorch(spec, 1);
  const ours = here(spec, 1, 'records.csv');
  near(last(there.h_01_10), last(ours.h_1_2_layer_0), 0.1, 'the squared distance of 01 and 10');
  near(last(there.h_00_01), last(ours.h_0_1_layer_0), 0.1, 'that of 00 and 01');
  assert.ok(last(there.h_00_11) < 0.1 * last(there.h_00_01), `${last(there.h_00_11)} between 00 and 11`);
});

test('momentum, penalties, cross-entropy, and layers of their own end where ours do', { skip }, () => {
  const spec = preset('plane/own');
  spec.task = { ...spec.task, held_out: 0, points: [-0.9, -0.4, 0, -0.3, -0.8, 0, 0.8, 0.5, 1, 0.2, 0.7, 1] };
  Object.assign(spec.network, { hidden_layers: 2, widths: [6, 3], activations: ['tanh', 'linear'] });
  Object.assign(spec.training, { loss: 'cross_entropy', momentum: 0.8, l1: 0.002, l2: 0.03, learning_rate: 0.05, epochs: 4000, batch: 'full' });
  spec.observe = { ...spec.observe, layer: 1, every: 4000 };
  const there = inPytorch(spec, 1);
  const ours = here(spec, 1, 'records.csv');
  assert.ok(last(ours.loss) > 0.01, 'the penalties keep it from nought');
  near(last(there.loss), last(ours.loss), 0.002, 'the loss at the end');
});

test('features collapse where weights begin small, and not where they begin large', { skip }, () => {
  const rich = preset('feature-collapse/intermediate-tanh');
  rich.task.side = 10;
  Object.assign(rich.training, { batch: 16, learning_rate: 0.1, epochs: 2000 });
  rich.observe = { ...rich.observe, layer: 2, every: 2000 };
  const lazy = structuredClone(rich);
  lazy.network.gain = 2;
  Object.assign(lazy.training, { learning_rate: 0.01, epochs: 500 });
  lazy.observe.every = 500;
  const ends = [rich, lazy].map((spec) => {
    const curves = inPytorch(spec, 1);
    near(curves['collapse index'][0], 1, 0.3, 'the index at the start');
    return { index: last(curves['collapse index']), loss: last(curves.loss) };
  });
  assert.ok(ends.every(({ loss }) => loss < 0.01), JSON.stringify(ends));
  // What chapter 5 says of five seeds: 0.012 to 0.061, and 0.60 to 0.83.
  assert.ok(ends[0].index < 0.1 && ends[1].index > 0.5, JSON.stringify(ends));
});
