// The lab on several networks: its links, its numbers, how it keeps networks in step; and what the chapter on alignment claims,
// over five pairs of seeds.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { loadAlgebra, loadCore } from './helpers/core.mjs';
import { endWorkers, loadWithEngine, waitUntil, workers } from './helpers/engine.mjs';
import { loadTs } from './helpers/load-ts.mjs';

const folder = 'web/src/labs/networks';
const reprise = process.env.REPRISE_CLI ?? fileURLToPath(new URL('../../build/release/core/reprise', import.meta.url));
let changes;
let presets;
let core;
let algebra;
before(async () => {
  changes = await loadTs(`${folder}/changes.ts`);
  ({ presets } = await loadTs('web/src/spec/presets.ts'));
  [core, algebra] = [await loadCore('simd'), await loadAlgebra('simd')];
});
after(endWorkers);

const presetSpec = (name) => presets.find((preset) => preset.name === name).spec;

test('a link holds what differs, and names what means nothing', () => {
  const spec = presetSpec('networks/rich');
  const others = [{ seed: 7 }, { seed: 8, 'network.activation': 'tanh', 'network.gain': 0.8 }];
  const link = changes.changesInLink(others);
  assert.equal(link, 'seed:7/seed:8,network.activation:tanh,network.gain:0.8');
  assert.deepEqual(changes.changesOf(link, spec), { changes: others, unknown: [] });
  const odd = changes.changesOf('seed:2,task.count:9,network.depth:3,training.epochs:5/', spec);
  assert.deepEqual(odd.changes, [{ seed: 2 }, {}]);
  assert.deepEqual(odd.unknown, ['networks task.count:9', 'networks network.depth:3', 'networks training.epochs:5']);
  const many = changes.changesOf(Array(9).fill('seed:1').join('/'), spec);
  assert.equal(many.changes.length, 5);
  assert.deepEqual(many.unknown, ['networks 10']);
  // What is not acceptable is the core's to refuse, whole.
  const [wrong] = changes.changesOf('network.gain:-1', spec).changes;
  assert.equal(core.validate(changes.withChange(spec, wrong)).problem.field, 'network.gain');
  assert.deepEqual(changes.withChanged({ seed: 3, 'network.gain': 2 }, spec, 'network.gain', 0.7), { seed: 3 });
});

const small = {
  version: 1,
  task: { kind: 'plane', shape: 'moons', count: 40, noise: 0.05, seed: 1, held_out: 0.2, features: ['x', 'y'] },
  network: { kind: 'mlp', width: 8, hidden_layers: 3, activation: 'tanh', gain: 1 },
  training: { optimizer: 'sgd', learning_rate: 0.05, batch: 8, epochs: 80, loss: 'half_mse' },
  observe: { layer: 1, every: 2, points: [0, 1] },
  seed: 1,
};

const runOf = async (others, spec = small) => {
  const { NetworksRun } = await loadWithEngine(`${folder}/run.ts`);
  const run = new NetworksRun(core.validate(spec).spec, () => {}, () => others);
  assert.equal(await run.prepare(), 'made');
  return run;
};

test('networks go on in step, are paused, reset and looked at, and end with the numbers of the core', { timeout: 120_000 }, async () => {
  const run = await runOf([{ seed: 2 }, { seed: 3, 'network.hidden_layers': 2 }]);
  assert.equal(run.networks.length, 3);
  // Each has a twin that learns shuffled targets.
  assert.equal(workers(), 6);
  assert.deepEqual(run.looks.map(({ epoch }) => epoch), [0]);
  await run.run();
  await waitUntil(() => run.looks.length > 3);
  await run.pause();
  const { epoch } = run;
  assert.equal(run.status.state, 'paused');
  assert.ok(epoch < 80 && run.looks.at(-1).epoch === epoch);
  for (const one of run.networks) assert.equal(one.status.epoch, epoch);
  await run.run();
  await waitUntil(() => run.finished);
  assert.equal(run.looks.length, 41);
  assert.equal(run.pictures.length, 41);

  // The same without workers.
  const blocks = [{}, { seed: 2 }].map((change) => {
    const handle = core.create(core.validate(changes.withChange(core.validate(small).spec, change)).spec);
    core.advance(handle, Infinity, Infinity);
    return core.activations(handle, { points: 32 }).block;
  });
  const [expected] = algebra.alignment({ blocks, pairs: [[0, 1]] });
  assert.deepEqual(run.looks.at(-1).pairs[0], expected);
  const { measures, curves } = await loadTs(`${folder}/measured.ts`);
  const pair = [run.looks.at(-1).pairs[0].cka[2 * 5 + 2], run.looks.at(-1).pairs[1].cka[2 * 4 + 2], run.looks.at(-1).pairs[2].cka[2 * 4 + 2]];
  assert.ok(Math.abs(measures.cka(run) - (pair[0] + pair[1] + pair[2]) / 3) < 1e-12);
  assert.equal(curves.kept(run).y[0], measures.kept({ ...run, looks: [run.looks[0]], layersOf: (k) => run.layersOf(k), layer: run.layer }));
  assert.ok(Math.abs(curves.kept(run).y[0] - 1) < 1e-9, 'each is like itself at the start');
  assert.ok(measures.kept(run) < 1);

  // Another layer and pair, without training again.
  await run.observe(0, [1, 2]);
  assert.equal(run.pictures.length, 41);
  assert.ok(Math.abs(run.pictures.at(-1).procrustes - run.looks.at(-1).pairs[2].procrustes[1 * 4 + 1]) < 1e-6);

  const last = run.looks.at(-1);
  await run.reset();
  assert.deepEqual(run.looks.map(({ epoch }) => epoch), [0]);
  await run.run();
  await waitUntil(() => run.finished);
  assert.deepEqual(run.looks.at(-1).pairs, last.pairs);
  assert.deepEqual(run.looks.at(-1).shuffled, last.shuffled);
  run.close();
  assert.equal(workers(), 0);
});

test('the lab and the command line measure the same, the shuffled baseline too', { timeout: 120_000 }, async () => {
  const out = await mkdtemp(path.join(tmpdir(), 'reprise-networks-'));
  const others = [{ seed: 2 }, { seed: 3, 'network.hidden_layers': 2 }];
  const first = core.validate({ ...small, training: { ...small.training, epochs: 30 } }).spec;
  const specs = [{}, ...others].map((change) => changes.withChange(first, change));
  const files = specs.map((_, k) => path.join(out, `${k}.json`));
  await Promise.all(specs.map((spec, k) => writeFile(files[k], JSON.stringify(spec))));
  await promisify(execFile)(reprise, ['align', ...files, '--points', '32', '--out', out]);
  const { pairs } = JSON.parse(await readFile(path.join(out, 'alignment.json'), 'utf8'));
  await rm(out, { recursive: true });

  const run = await runOf(others, first);
  await run.run();
  await waitUntil(() => run.finished);
  const look = run.looks.at(-1);
  for (const [p, pair] of pairs.entries()) {
    for (const kind of ['cka', 'rsa', 'procrustes']) {
      for (const [of, found] of [['final', look.pairs[p]], ['shuffled', look.shuffled[p]]]) {
        for (const [row, cells] of pair[kind][of].entries()) {
          for (const [column, expected] of cells.entries()) {
            const value = found[kind][(row + 1) * found.columns + column + 1];
            assert.ok(Math.abs(value - expected) < 1e-6, `${kind} ${of} of pair ${p}: ${value}, ${expected}`);
          }
        }
      }
    }
  }
  run.close();
});

test('repetitions share no seed, are kept when stopped, and are the same again', { timeout: 120_000 }, async () => {
  const { repetition, stride, Repeats } = await loadWithEngine(`${folder}/repeats.ts`);
  assert.equal(stride([1, 2], 10), 2);
  assert.equal(stride([1, 3], 10), 3);
  assert.equal(stride([1, 201, 301, 401], 5), 1);
  const first = core.validate({ ...small, training: { ...small.training, epochs: 20 } }).spec;
  const compared = { spec: first, changes: [{ seed: 2 }, { seed: 5, 'network.gain': 2 }] };
  const seeds = Array.from({ length: 10 }, (_, k) => repetition(compared, k)).flatMap(({ spec, changes: others }) => [spec.seed, ...others.map(({ seed }) => seed)]);
  assert.equal(new Set(seeds).size, 30);
  assert.deepEqual(repetition(compared, 0), compared);

  const repeats = new Repeats(3, () => {});
  const going = repeats.start(compared, null);
  await waitUntil(() => repeats.done.length === 1 && repeats.running);
  assert.ok(repeats.progress >= 1 / 3 && repeats.progress < 1);
  repeats.stop();
  await going;
  assert.equal(workers(), 0);
  assert.equal(repeats.done.length, 1);
  // Another layer is no other comparison, another gain is.
  repeats.keepTo({ ...compared, spec: { ...first, observe: { ...first.observe, layer: 0 } } });
  assert.equal(repeats.done.length, 1);
  await repeats.start(compared, null);
  assert.equal(repeats.done.length, 3);
  assert.equal(repeats.problem, '');
  assert.equal(workers(), 0);

  const alone = await runOf(repetition(compared, 2).changes, repetition(compared, 2).spec);
  await alone.toEnd();
  assert.deepEqual(repeats.done[2].at(-1).pairs, alone.looks.at(-1).pairs);
  assert.deepEqual(repeats.done[2].at(-1).shuffled, alone.looks.at(-1).shuffled);
  alone.close();
  repeats.keepTo({ ...compared, spec: { ...first, network: { ...first.network, gain: 2 } } });
  assert.equal(repeats.done.length, 0);
  // What no network may be is said.
  await repeats.start({ ...compared, changes: [{ seed: 2, 'network.width': 0 }] }, null);
  assert.match(repeats.problem, /network\.width is 0/);
});

test('XOR proper is compared at its four points, and of two points the distance', { timeout: 120_000 }, async () => {
  const { measures } = await loadTs(`${folder}/measured.ts`);
  const xor = await runOf([{ seed: 2 }], { ...presetSpec('networks/xor'), training: { ...presetSpec('networks/xor').training, epochs: 40 } });
  await xor.toEnd();
  assert.deepEqual(xor.labels, [0, 1, 2, 3]);
  assert.ok(measures.cka(xor) > 0 && measures.cka(xor) <= 1);
  assert.ok(Number.isNaN(measures.h_ratio(xor)));
  xor.close();
  const two = await runOf([{ seed: 2 }, { seed: 3 }], { ...presetSpec('networks/two-points'), training: { ...presetSpec('networks/two-points').training, epochs: 40 } });
  assert.equal(workers(), 3, 'no twins');
  await two.toEnd();
  assert.equal(two.status.state, 'finished');
  assert.ok(Number.isNaN(measures.cka(two)));
  const ends = two.networks.map((one) => one.column('h_0_1_layer_2').at(-1));
  assert.equal(measures.h_ratio(two), Math.max(...ends) / Math.min(...ends));
  two.close();
});

test('what one network may not be is refused by its number, and those that run go on', { timeout: 60_000 }, async () => {
  let others = [{ seed: 2 }, { seed: 3 }];
  const { NetworksRun } = await loadWithEngine(`${folder}/run.ts`);
  const run = new NetworksRun(core.validate(small).spec, () => {}, () => others);
  await run.prepare();
  others = [{ seed: 2 }, { seed: 3, 'network.width': 0 }];
  assert.equal(await run.open(run.spec), 'refused');
  assert.match(run.problem.message, /^Network 3: network\.width is 0/);
  assert.equal(workers(), 6);
  run.withdraw();
  others = [{ seed: 5 }];
  assert.equal(await run.open({ ...run.spec, network: { ...run.spec.network, gain: -1 } }), 'refused');
  assert.match(run.problem.message, /^network\.gain/);
  run.withdraw();
  assert.equal(await run.open(run.spec), 'made');
  assert.equal(run.networks.length, 2);
  assert.deepEqual(run.changes, [{ seed: 5 }]);
  assert.equal(workers(), 4);
  run.close();
});

// What the chapter claims.

/** A trained network's block, and that of its start. shuffled: learns the targets of other points. */
function trained(spec, shuffled = false) {
  const handle = core.create(spec);
  if (shuffled) core.shuffleTargets(handle);
  const start = core.activations(handle, { points: 40 }).block;
  core.advance(handle, Infinity, Infinity);
  const end = core.activations(handle, { points: 40 }).block;
  core.destroy(handle);
  return { start, end };
}

const cka = (a, b, layer) => {
  const [{ cka: values, columns }] = algebra.alignment({ blocks: [a, b], pairs: [[0, 1]] });
  return values[layer * columns + layer];
};
/** Each with the other's twin, the mean of both ways. */
const shuffledCka = ({ a, b, twins }, layer) => {
  const [, { cka: values, columns }] = algebra.alignment({ blocks: [a.end, twins[0].end, b.end, twins[1].end], pairs: [[0, 2]], shuffled: [[0, 1, 2, 3]] });
  return values[layer * columns + layer];
};
const inputsCka = (a, layer) => {
  const [{ cka: values, columns }] = algebra.alignment({ blocks: [a, a], pairs: [[0, 1]] });
  return values[layer * columns];
};
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const middle = 3;

/** Networks of neighbouring seeds, as the lab pairs them. */
function pairsOfSeeds(name) {
  const spec = presetSpec(name);
  const [runs, twins] = [false, true].map((shuffled) => [0, 1, 2, 3, 4, 5].map((k) => trained({ ...spec, seed: spec.seed + k }, shuffled)));
  return [0, 1, 2, 3, 4].map((k) => ({ a: runs[k], b: runs[k + 1], twins: twins.slice(k, k + 2) }));
}

test('claimed: rich networks align in the middle layer, far above each baseline', () => {
  const pairs = pairsOfSeeds('networks/rich');
  const end = pairs.map(({ a, b }) => cka(a.end, b.end, middle));
  const start = pairs.map(({ a, b }) => cka(a.start, b.start, middle));
  const shuffled = pairs.map((pair) => shuffledCka(pair, middle));
  const own = pairs.map(({ a }) => cka(a.start, a.end, middle));
  assert.ok(median(end) > 0.97, `${end}`);
  assert.ok(Math.min(...end) > 0.9, `${end}`);
  assert.ok(median(start) > 0.75 && median(start) < 0.9, `${start}`);
  assert.ok(Math.max(...shuffled) < 0.4, `${shuffled}`);
  assert.ok(Math.max(...own) < 0.6, `${own}`);
  // The first layer is alike from the beginning, and the middle is not alike sooner than it.
  const firstStart = pairs.map(({ a, b }) => cka(a.start, b.start, 1));
  assert.ok(median(firstStart) > 0.9, `${firstStart}`);
});

test('claimed: lazy networks keep what they began with, and share no more than with shuffled targets', () => {
  const pairs = pairsOfSeeds('networks/lazy');
  const own = pairs.map(({ a }) => cka(a.start, a.end, middle));
  const end = pairs.map(({ a, b }) => cka(a.end, b.end, middle));
  const shuffled = pairs.map((pair) => shuffledCka(pair, middle));
  assert.ok(median(own) > 0.95, `${own}`);
  assert.ok(Math.abs(median(end) - median(shuffled)) < 0.05, `${end}; ${shuffled}`);
  assert.ok(Math.min(...end) < 0.7 && Math.max(...end) > 0.85, `${end}`);
});

test('claimed: ReLU aligns with leaky ReLU, ELU and tanh do not, and keep the shape of the inputs', () => {
  const spec = presetSpec('networks/activations');
  const of = {};
  for (const k of [0, 1, 2, 3, 4]) {
    const seeded = { ...spec, seed: spec.seed + k };
    const own = trained(seeded);
    for (const change of changes.usualOthers('networks/activations', seeded)) {
      const other = trained(changes.withChange(seeded, change));
      const kept = (of[change['network.activation']] ??= { alike: [], inputs: [] });
      kept.alike.push(cka(own.end, other.end, middle));
      kept.inputs.push(inputsCka(other.end, middle));
    }
  }
  assert.ok(median(of.relu.alike) > 0.85, `${of.relu.alike}`);
  for (const name of ['elu', 'tanh']) {
    assert.ok(Math.max(...of[name].alike) < 0.3, `${name} ${of[name].alike}`);
    assert.ok(Math.min(...of[name].inputs) > 0.9, `${name} ${of[name].inputs}`);
  }
});
