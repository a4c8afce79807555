// Eight seeds of one spec by the command line tool, one at a time and on all cores: how much of each core is put to use.

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';

const SEEDS = 8;

/**
 * { cores, alone, together, share }: seconds that the runs take with one and with `cores` at a time, the least of the
 * rounds, in turns; `share` of the cores' time that was put to use. Null where the tool is not built, or there is one core.
 */
export async function seedsOnCores(root, { rounds, epochs }) {
  const tool = path.join(root, 'build/release/core/reprise');
  const cores = Math.min(SEEDS, availableParallelism());
  if (!existsSync(tool) || cores < 2) return null;
  const folder = await mkdtemp(path.join(tmpdir(), 'reprise-seeds-'));
  const seconds = (jobs, round) => {
    const out = path.join(folder, `${jobs}-${round}`);
    const settings = ['--over', `training.epochs=${epochs}`, '--over', `seed=1:${SEEDS}`, '--jobs', String(jobs)];
    const start = performance.now();
    execFileSync(tool, ['sweep', 'two-points/shallow', ...settings, '--out', out], { stdio: ['ignore', 'ignore', 'pipe'] });
    return (performance.now() - start) / 1000;
  };
  try {
    let [alone, together] = [Infinity, Infinity];
    for (let round = 0; round < rounds; round++) {
      alone = Math.min(alone, seconds(1, round));
      together = Math.min(together, seconds(cores, round));
    }
    return { cores, alone, together, share: alone / (cores * together) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
