// docs/sweeps.md, carried out: its commands on a tiny spec give, merged, the bytes of the sweep in one piece.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const tool = process.env.REPRISE ?? path.join(root, 'build/release/core/reprise');
const folder = mkdtempSync(path.join(tmpdir(), 'reprise-sweeps-'));
after(() => rmSync(folder, { recursive: true }));
const at = (...parts) => path.join(folder, ...parts);

const page = readFileSync(path.join(root, 'docs/sweeps.md'), 'utf8');

/** The first block of commands below a heading, on the tiny spec and with two seeds in place of twenty. */
function commandsBelow(heading) {
  const below = page.slice(page.indexOf(heading));
  assert.ok(below.startsWith(heading), heading);
  const block = below.match(/(?:^ {4}.*\n)+/m)[0].replace(/^ {4}/gm, '');
  assert.match(block, /two-points\/default[\s\S]*seed=1:20/);
  return block.replaceAll('two-points/default', 'tiny.json').replaceAll('seed=1:20', 'seed=1:2');
}

function sh(commands, cwd, env = {}) {
  const PATH = `${path.dirname(tool)}:${process.env.PATH}`;
  const result = spawnSync('sh', ['-eu', '-c', commands], { cwd, encoding: 'utf8', env: { ...process.env, PATH, ...env } });
  assert.equal(result.status, 0, result.stderr);
  return result.stdout;
}

/** A folder of its own with the tiny spec. */
function workplace(name) {
  sh(`mkdir ${name}`, folder);
  const spec = { task: { kind: 'two_points' }, network: { width: 8, hidden_layers: 3 }, training: { epochs: 60 }, observe: { every: 10 } };
  writeFileSync(at(name, 'tiny.json'), JSON.stringify(spec));
  return at(name);
}

const results = (...parts) => readFileSync(at(...parts, 'results.csv'), 'utf8');

before(() => {
  sh('reprise sweep tiny.json --over gain=0.8:1.6:9 --over seed=1:2 --out gains', workplace('whole'));
  assert.equal(results('whole', 'gains').trimEnd().split('\n').length, 1 + 18);
});

test('GNU parallel: eight shards, four at a time, merge into the sweep in one piece', () => {
  sh(commandsBelow('### GNU parallel'), workplace('parallel'));
  assert.equal(results('parallel', 'gains'), results('whole', 'gains'));
  // Every shard did its share and no more.
  const rows = [1, 2, 3, 4, 5, 6, 7, 8].map((k) => results('parallel', `gains-${k}`).trimEnd().split('\n').length - 1);
  assert.equal(rows.reduce((a, b) => a + b), 18);
  assert.ok(Math.max(...rows) - Math.min(...rows) <= 1);
});

test('Slurm: the batch script, once for each task of its array, merges into the same', () => {
  const script = commandsBelow('### Slurm');
  assert.match(script, /^#SBATCH --array=1-\d+$/m);
  const place = workplace('slurm');
  const tasks = 5;
  for (let task = 1; task <= tasks; task++) {
    sh(script, place, { SLURM_ARRAY_TASK_ID: String(task), SLURM_ARRAY_TASK_COUNT: String(tasks), SLURM_CPUS_PER_TASK: '1' });
  }
  sh('reprise merge gains-* --out gains', place);
  assert.equal(results('slurm', 'gains'), results('whole', 'gains'));
});
