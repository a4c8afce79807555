// reprise run --gauge and --joint as a user meets them: how far the tangent kernel moves, and the theory of many points
// at once beside that of single pairs.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const tool = process.env.REPRISE_CLI ?? fileURLToPath(new URL('../../build/release/core/reprise', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'reprise-laziness-'));
after(() => rmSync(folder, { recursive: true }));
const at = (...parts) => path.join(folder, ...parts);

function spec(name, { task = { kind: 'xor' }, network = {}, training = {}, observe = {}, ...rest } = {}) {
  const content = {
    task,
    network: { width: 100, hidden_layers: 1, activation: 'relu', gain: 0.01, ...network },
    training: { epochs: 1500, learning_rate: 0.1, ...training },
    observe: { layer: 0, every: 10, ...observe },
    ...rest,
  };
  writeFileSync(at(`${name}.json`), JSON.stringify(content));
  return at(`${name}.json`);
}

function run(...args) {
  const { status, stdout, stderr } = spawnSync(tool, ['run', ...args.map(String)], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

const rows = (...parts) => {
  const [head, ...lines] = readFileSync(at(...parts), 'utf8').trimEnd().split('\n');
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i], cell === '' ? NaN : Number(cell)])));
};

function succeed(out, ...args) {
  assert.deepEqual(run(...args, '--out', at(out)), { status: 0, stdout: '', stderr: '' });
}

function refuse(mentioned, ...args) {
  const result = run(...args, '--out', at('refused'));
  assert.equal(result.status, 2, result.stderr);
  assert.match(result.stderr, /^reprise: [^\n]+\n$/);
  for (const part of mentioned) assert.ok(result.stderr.includes(part), `${part} not in ${result.stderr}`);
}

test('the kernel of a rich network moves, and that of a lazy one stays', () => {
  succeed('rich', spec('rich'), '--gauge', 7);
  succeed('lazy', spec('lazy', { network: { gain: 30, width: 500 }, training: { learning_rate: 1e-6, epochs: 400 } }), '--gauge', 5);
  const rich = rows('rich', 'gauge.csv');
  const lazy = rows('lazy', 'gauge.csv');
  assert.deepEqual(rich.map(({ t }) => t), [0, 210, 420, 640, 850, 1070, 1280, 1500]);
  assert.deepEqual(lazy.map(({ t }) => t), [0, 80, 160, 240, 320, 400]);
  for (const [first] of [rich, lazy]) {
    assert.equal(first.kernel_change, 0);
    assert.ok(Math.abs(first.kernel_start - 1) < 1e-12);
  }
  assert.ok(rich.at(-1).kernel_change > 1, String(rich.at(-1).kernel_change));
  assert.ok(rich.every(({ kernel_targets_centred: share }) => share > 0 && share < 1));
  assert.ok(lazy.at(-1).kernel_start > 0.98 && lazy.at(-1).kernel_change < 0.2, JSON.stringify(lazy.at(-1)));
  // Records and weights are those of the run without looks.
  succeed('plain', spec('rich'));
  assert.equal(readFileSync(at('plain', 'records.csv'), 'utf8'), readFileSync(at('rich', 'records.csv'), 'utf8'));
  assert.ok(!existsSync(at('plain', 'gauge.csv')) && !existsSync(at('rich', 'joint.csv')));
});

test('for two points the theory of many is the closed form of the pair, whichever kernel', () => {
  const two = spec('two', {
    task: { kind: 'two_points', dx2: 1, dy2: 0.5 },
    network: { activation: 'leaky_relu', gain: 0.5, hidden_layers: 2 },
    training: { epochs: 300, learning_rate: 0.05 },
  });
  succeed('two', two, '--joint', '--ratio', 0.02);
  const [pair, ...others] = rows('two', 'joint.csv');
  assert.equal(others.length, 0);
  for (const kernel of ['linear', 'arc_cosine', 'tangent']) {
    assert.ok(Math.abs(pair[kernel] / pair.pairs - 1) < 5e-3, `${kernel}: ${JSON.stringify(pair)}`);
  }
  const { theories } = JSON.parse(readFileSync(at('two', 'joint.json'), 'utf8'));
  assert.deepEqual(Object.keys(theories).sort(), ['arc_cosine', 'initial', 'linear', 'pairs', 'tangent']);
  assert.equal(theories.tangent.ratio, 0.02);
  assert.equal(theories.tangent.ratio_fitted, false);
  // One pair has no correlation.
  assert.equal(theories.pairs.correlation, null);
});

test('a linear encoder cannot move for XOR, where the kernels of networks do', () => {
  succeed('xor', spec('xor'), '--joint');
  const table = rows('xor', 'joint.csv');
  assert.deepEqual(table.map(({ a, b }) => [a, b]), [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]]);
  const { theories, points, layer } = JSON.parse(readFileSync(at('xor', 'joint.json'), 'utf8'));
  assert.deepEqual(points, [0, 1, 2, 3]);
  assert.equal(layer, 0);
  for (const kernel of ['arc_cosine', 'tangent']) {
    assert.ok(theories[kernel].error_left <= 1e-6 && theories[kernel].ratio_fitted);
    // From a small start as single pairs say it, where the targets differ; and as wrong as they are where a shallow
    // network keeps two corners apart that have one target.
    for (const { a, b, pairs, measured, [kernel]: said } of table) {
      if (a + b === 3) {
        assert.ok(said < 0.01 && measured > 0.005, `${a}, ${b}`);
      } else {
        assert.ok(Math.abs(said / pairs - 1) < 0.01 && Math.abs(said / measured - 1) < 0.05, `${a}, ${b}`);
      }
    }
  }
  assert.ok(theories.linear.error_left > 0.9 && theories.linear.r2 < -1, JSON.stringify(theories.linear));
  // As the columns say it.
  const mean = table.reduce((sum, { measured }) => sum + measured, 0) / 6;
  const left = table.reduce((sum, { measured, tangent }) => sum + (measured - tangent) ** 2, 0);
  const spread = table.reduce((sum, { measured }) => sum + (measured - mean) ** 2, 0);
  assert.ok(Math.abs(theories.tangent.r2 - (1 - left / spread)) < 1e-9);
});

test('more points than are observed, and a network that has no arc-cosine kernel', () => {
  const plane = { kind: 'plane', shape: 'circles', count: 60 };
  succeed('plane', spec('plane', { task: plane, network: { activation: 'tanh', gain: 1 }, training: { epochs: 40 } }), '--joint', '--gauge', 2, '--points', 8);
  assert.equal(rows('plane', 'joint.csv').length, 28);
  const { theories } = JSON.parse(readFileSync(at('plane', 'joint.json'), 'utf8'));
  assert.match(theories.arc_cosine.error, /kernel is arc_cosine; allowed: linear or tangent/);
  assert.ok(rows('plane', 'joint.csv').every(({ arc_cosine, tangent }) => Number.isNaN(arc_cosine) && tangent > 0));
  assert.equal(rows('plane', 'gauge.csv').length, 3);
});

test('what cannot be looked at is refused in one line', () => {
  const xor = spec('refused');
  refuse(['--points', '--gauge or --joint'], xor, '--points', 4);
  refuse(['--ratio', '--joint'], xor, '--ratio', 4);
  refuse(['points is 5', 'an integer from 2 to 4'], xor, '--joint', '--points', 5);
  refuse(['--gauge'], xor, '--gauge', 0);
  refuse(['--ratio'], xor, '--joint', '--ratio', -1);
});
