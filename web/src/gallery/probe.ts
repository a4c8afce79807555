/** How long runs would take on this device, from a short measured training. */
import { Engine } from '../engine/client.ts';
import { poolSize, workOf, type PoolRun } from '../engine/pool.ts';
import { median } from './spread.ts';
import type { Spec } from '../spec/types.ts';

/**
 * A probe trains about this long in bursts, after a first step that fills the caches; the middle pace counts, since
 * what else the device does may hold up any one burst.
 */
const probeSeconds = 0.4;
const burstSeconds = 0.08;
const fewestBursts = 4;

/** Seconds for one epoch, by what the time depends on. */
const measured = new Map<string, Promise<number>>();
/** One probe after another: side by side they would slow each other. */
let turn: Promise<unknown> = Promise.resolve();

const shapeOf = ({ network, training, task }: Spec) =>
  JSON.stringify([{ ...network, gain: 1 }, training.optimizer, training.batch, task.kind]);

async function secondsPerEpoch(spec: Spec): Promise<number> {
  const engine = new Engine();
  try {
    // What is recorded does not enter: it is a small part of the work.
    await engine.create(spec);
    await engine.step(1);
    const paces: number[] = [];
    let epochs = 1;
    let left = spec.training.epochs - 1;
    for (let spent = 0; spent < probeSeconds || paces.length < fewestBursts; ) {
      if (epochs > left) break;
      const start = performance.now();
      await engine.step(epochs);
      const seconds = (performance.now() - start) / 1000;
      spent += seconds;
      left -= epochs;
      paces.push(seconds / epochs);
      // The first bursts are short, to learn how many epochs make a longer one.
      epochs = Math.max(1, Math.round(burstSeconds / paces[paces.length - 1]!));
    }
    return median(paces.slice(1)) || paces[0] || NaN;
  } finally {
    engine.close();
  }
}

/**
 * Seconds that the runs would take in a pool, all their epochs counted. The costliest run is probed, the others are
 * reckoned from it.
 */
export async function estimate(runs: readonly PoolRun[]): Promise<number> {
  const work = runs.map(({ spec }) => workOf(spec));
  const most = work.indexOf(Math.max(...work));
  const { spec } = runs[most]!;
  const shape = shapeOf(spec);
  let known = measured.get(shape);
  if (!known) {
    known = turn.then(() => secondsPerEpoch(spec));
    turn = known.catch(() => {});
    measured.set(shape, known);
    known.catch(() => measured.delete(shape));
  }
  const longest = (await known) * spec.training.epochs;
  const all = work.reduce((sum, one) => sum + one, 0) * (longest / work[most]!);
  return Math.max(longest, all / poolSize(runs.length));
}
