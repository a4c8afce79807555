// reprise align as a user meets it: networks on the same points, compared layer by layer while they learn.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const tool = process.env.REPRISE_CLI ?? fileURLToPath(new URL('../../build/release/core/reprise', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'reprise-align-'));
after(() => rmSync(folder, { recursive: true }));
const at = (...parts) => path.join(folder, ...parts);

/** Writes a spec and gives its file. */
function spec(name, { task = { kind: 'xor' }, network = {}, training = {}, observe = {}, ...rest } = {}) {
  const content = {
    task,
    network: { width: 10, hidden_layers: 3, activation: 'tanh', ...network },
    training: { epochs: 40, learning_rate: 0.1, ...training },
    observe: { layer: 1, every: 15, ...observe },
    ...rest,
  };
  writeFileSync(at(`${name}.json`), JSON.stringify(content));
  return at(`${name}.json`);
}

function align(...args) {
  const { status, stdout, stderr } = spawnSync(tool, ['align', ...args.map(String)], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** The rows of both tables and the summary. */
function succeed(out, ...args) {
  const result = align(...args, '--out', at(out));
  assert.deepEqual(result, { status: 0, stdout: '', stderr: '' });
  const rows = (name) => {
    const [head, ...lines] = readFileSync(at(out, name), 'utf8').trimEnd().split('\n');
    const names = head.split(',');
    return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i], cell === '' ? NaN : Number(cell)])));
  };
  return { pairs: rows('alignment.csv'), networks: rows('networks.csv'), summary: JSON.parse(readFileSync(at(out, 'alignment.json'), 'utf8')) };
}

function refuse(mentioned, ...args) {
  const result = align(...args, '--out', at('refused'));
  assert.equal(result.status, 2, result.stderr);
  assert.match(result.stderr, /^reprise: [^\n]+\n$/);
  for (const part of mentioned) assert.ok(result.stderr.includes(part), `${part} not in ${result.stderr}`);
}

const plane = { kind: 'plane', shape: 'xor_clouds', count: 200, noise: 0.05 };

test('every pair of networks and of layers is compared at every record, each with its baselines', () => {
  const specs = [spec('narrow'), spec('wide', { network: { width: 300, hidden_layers: 2, activation: 'relu' }, seed: 7 })];
  const { pairs, networks, summary } = succeed('all', ...specs, '--seeds', 2);
  assert.deepEqual([...new Set(pairs.map(({ t }) => t))], [0, 15, 30, 40]);
  assert.equal(pairs.length, 4 * (9 + 4 * 6 + 4)); // Moments, and layers by layers of six pairs.
  assert.equal(networks.length, 4 * (3 + 3 + 2 + 2));
  assert.deepEqual(summary.networks.map(({ spec: { seed } }) => seed), [1, 2, 7, 8]);
  assert.deepEqual(summary.points, [0, 1, 2, 3]);
  for (const row of pairs) {
    for (const of of ['', '_initial', '_shuffled', '_inputs_a', '_inputs_b']) {
      for (const measure of ['cka', 'procrustes']) {
        const value = row[`${measure}${of}`];
        assert.ok(value >= 0 && value <= 1, `${measure}${of} ${value}`);
      }
      assert.ok(Math.abs(row[`rsa${of}`]) < 1 + 1e-9);
    }
    if (row.t === 0) assert.equal(row.cka, row.cka_initial);
    // Before it learns, a network is what it is whatever it is to learn.
    if (row.t === 0) assert.ok(Math.abs(row.rsa - row.rsa_shuffled) < 1e-12);
  }
  for (const row of networks.filter(({ t }) => t === 0)) assert.ok(Math.abs(row.cka_start - 1) < 1e-9 && row.procrustes_start < 1e-5);
  const last = pairs.filter(({ t, a, b }) => t === 40 && a === 2 && b === 3);
  const stored = summary.pairs.find(({ a, b }) => a === 2 && b === 3);
  assert.deepEqual(stored.rsa.final.flat(), last.map(({ rsa }) => rsa));
  assert.deepEqual(stored.procrustes.shuffled.flat(), last.map((row) => row.procrustes_shuffled));
  assert.deepEqual(stored.cka.initial.flat(), last.map((row) => row.cka_initial));
  assert.equal(stored.cka.final.length, 3);

  // The same numbers again, however many cores work on them.
  succeed('again', ...specs, '--seeds', 2, '--jobs', 1);
  for (const file of ['alignment.csv', 'networks.csv', 'alignment.json']) assert.equal(readFileSync(at('again', file), 'utf8'), readFileSync(at('all', file), 'utf8'));
});

test('rich networks come to one geometry, lazy ones keep what they began with', () => {
  const network = { width: 64, hidden_layers: 5, activation: 'leaky_relu' };
  const regime = (name, gain, learning_rate) =>
    spec(name, { task: plane, network: { ...network, gain }, training: { learning_rate, epochs: 200, batch: 16 }, observe: { layer: 2, every: 200 } });
  const middle = (out, file) => {
    const { pairs, networks } = succeed(out, file, '--seeds', 3, '--points', 60);
    return {
      pairs: pairs.filter(({ t, layer_a: a, layer_b: b }) => t === 200 && a === 2 && b === 2),
      networks: networks.filter(({ t, layer }) => t === 200 && layer === 2),
    };
  };
  const rich = middle('rich', regime('rich', 0.7, 0.1));
  const lazy = middle('lazy', regime('lazy', 3, 0.0002));
  assert.equal(rich.pairs.length, 3);
  for (const row of rich.pairs) {
    assert.ok(row.cka > 0.85 && row.cka > row.cka_initial + 0.1 && row.cka > row.cka_shuffled + 0.3, JSON.stringify(row));
    assert.ok(row.procrustes < row.procrustes_initial && row.rsa > row.rsa_shuffled, JSON.stringify(row));
    assert.ok(row.cka_inputs_a < 0.6 && row.cka_inputs_b < 0.6, JSON.stringify(row)); // Nor do they share the inputs' geometry.
  }
  for (const row of lazy.pairs) assert.ok(Math.abs(row.cka - row.cka_initial) < 0.2 && Math.abs(row.cka - row.cka_shuffled) < 0.1, JSON.stringify(row));
  for (const row of rich.networks) assert.ok(row.cka_start < 0.7, JSON.stringify(row));
  for (const row of lazy.networks) assert.ok(row.cka_start > 0.9, JSON.stringify(row));
});

test('what cannot be compared is refused, and why', () => {
  const first = spec('first', { task: plane });
  refuse(['other.json', 'task.count', '200', '150'], first, spec('other', { task: { ...plane, count: 150 } }));
  refuse(['task.kind', 'xor', 'plane'], first, spec('xor'));
  refuse(['training.epochs', '41', '40'], first, spec('longer', { task: plane, training: { epochs: 41 } }));
  refuse(['observe.every', '5', '15'], first, spec('finer', { task: plane, observe: { every: 5 } }));
  refuse(['1 network', '--seeds'], first);
  refuse(['two_points', '3 points'], spec('pair', { task: { kind: 'two_points' } }), '--seeds', 2);
  refuse(['points', '5', '4'], spec('four'), '--seeds', 2, '--points', 5);
  refuse(['--points'], first, '--seeds', 2, '--points', 2);
  refuse(['--seeds'], first, '--seeds', 0);
  refuse(['SPEC', 'nowhere'], first, 'nowhere');
});

test('a network that diverges is named, and its cells stay empty', () => {
  const wild = spec('wild', { network: { activation: 'linear' }, training: { learning_rate: 900 } });
  const result = align(spec('calm'), wild, '--out', at('diverged'));
  assert.equal(result.status, 1);
  assert.match(result.stderr, /network 2 \(.*wild\.json, seed 1\): Training diverged/);
  const last = readFileSync(at('diverged', 'alignment.csv'), 'utf8').trimEnd().split('\n').at(-1).split(',');
  assert.equal(last[5], '');
});
