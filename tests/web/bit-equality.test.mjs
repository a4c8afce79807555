// One seed, one curve, everywhere: the native program and both WebAssembly modules record the very same
// numbers, to the last bit.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { loadCore } from './helpers/core.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const reprise = process.env.REPRISE_CLI ?? path.join(root, 'build/release/core/reprise');
const execute = promisify(execFile);

// Presets shortened to where rounding has had time to spread: any difference of one bit in a weight
// reaches every recorded number within a few steps.
const RUNS = [
  { preset: 'two-points/default', epochs: 200 },
  { preset: 'two-points/tanh', epochs: 100 },
  { preset: 'two-points/swish', epochs: 100 },
  { preset: 'xor/rich', epochs: 60 },
  { preset: 'plane/spirals', epochs: 100 },
  { preset: 'plane/surface', epochs: 100 },
  { preset: 'plane/gaussians', epochs: 100, training: { loss: 'cross_entropy', momentum: 0.9, l1: 1e-4, l2: 1e-3 } },
  { preset: 'plane/moons', epochs: 100, network: { widths: [9, 2, 5], activations: ['relu', 'tanh', 'silu'] } },
  { preset: 'digits/three-classes', epochs: 3, digits: true },
  { preset: 'digits/convolutional', epochs: 4, digits: true },
  { preset: 'digits/attention', epochs: 4, digits: true },
  { preset: 'digits/structure', epochs: 3, digits: true },
];
const digitFile = (kind) => path.join(root, `web/public/data/digits-first-${kind}.bin`);

let folder;
let presets;
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'reprise-bits-'));
  presets = JSON.parse((await execute(reprise, ['presets', '--json'])).stdout).presets;
});
after(() => rm(folder, { recursive: true, force: true }));

/** The spec of a preset, shortened, with a handful of records along the way. */
function shortened({ preset, epochs, network, training }) {
  const found = presets.find((candidate) => candidate.name === preset);
  assert.ok(found, `there is no preset ${preset}`);
  const spec = structuredClone(found.spec);
  Object.assign(spec.network, network);
  Object.assign(spec.training, training, { epochs });
  spec.observe.every = Math.max(1, Math.round(epochs / 10));
  return spec;
}

async function runNatively(run, spec, environment = process.env) {
  const specFile = path.join(folder, 'spec.json');
  const out = path.join(folder, 'out');
  await writeFile(specFile, JSON.stringify(spec));
  const digits = run.digits
    ? ['--images', digitFile('images'), '--labels', digitFile('labels')]
    : [];
  await execute(reprise, ['run', specFile, '--out', out, ...digits], { env: environment });
  const [header, ...lines] = (await readFile(path.join(out, 'records.csv'), 'utf8'))
    .trim()
    .split('\n');
  return { columns: header.split(','), values: lines.flatMap((line) => line.split(',').map(Number)) };
}

async function plainBytes(file) {
  const bytes = gunzipSync(await readFile(file));
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
}

async function runInWasm(kind, run, spec) {
  const core = await loadCore(kind);
  const digits = run.digits
    ? [await plainBytes(digitFile('images')), await plainBytes(digitFile('labels'))]
    : [];
  const handle = core.create(spec, ...digits);
  while (core.advance(handle, 50, 1e9) === 0);
  assert.equal(core.status(handle).status, 'finished');
  const { columns } = core.describe(handle);
  return { columns, values: [...core.records(handle, 0, columns.length)] };
}

for (const run of RUNS) {
  test(`${run.preset}: native, SIMD and scalar records are equal bit for bit`, async () => {
    const spec = shortened(run);
    const native = await runNatively(run, spec);
    const records = native.values.length / native.columns.length;
    assert.ok(records >= 4, `${records} records`);
    const losses = native.values.filter((_, i) => i % native.columns.length === 1);
    assert.ok(losses.at(-1) < losses[0], 'the network has learned something');
    for (const kind of ['simd', 'scalar']) {
      const wasm = await runInWasm(kind, run, spec);
      assert.deepEqual(wasm.columns, native.columns);
      assert.equal(wasm.values.length, native.values.length, kind);
      const different = wasm.values.findIndex((value, i) => !Object.is(value, native.values[i]));
      const row = Math.floor(different / native.columns.length);
      const column = native.columns[different % native.columns.length];
      assert.equal(different, -1, `${kind}: record ${row}, ${column} differs`);
    }
  });
}

for (const lanes of ['4', '8', '16']) {
  test(`digits/three-classes: ${lanes} lanes give the native records too`, async (context) => {
    const run = RUNS.find(({ preset }) => preset === 'digits/three-classes');
    const environment = { ...process.env, REPRISE_LANES: lanes };
    let wide;
    try {
      wide = await runNatively(run, shortened(run), environment);
    } catch (error) {
      // Only what this machine has not may be refused, and four lanes are everywhere.
      assert.match(error.stderr, /^reprise: the environment's REPRISE_LANES is \d+; allowed: one of 4/);
      assert.notEqual(lanes, '4');
      return context.skip('this machine has no such vectors');
    }
    assert.deepEqual(wide, await runNatively(run, shortened(run)));
  });
}
