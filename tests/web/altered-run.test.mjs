// The run with altered equations as it goes, with the site's own worker and module.

import assert from 'node:assert/strict';
import { afterEach, before, test } from 'node:test';
import { endWorkers, loadWithEngine, waitUntil, workers } from './helpers/engine.mjs';

let lib;
before(async () => (lib = await loadWithEngine('tests/web/helpers/engine-entry.ts')));
let run;
afterEach(() => {
  run?.close();
  endWorkers();
});

const spec = (seed = 1) => ({
  version: 1,
  task: { kind: 'two_points', dx2: 1, dy2: 0.5 },
  network: { kind: 'mlp', width: 50, hidden_layers: 5, activation: 'leaky_relu', gain: 1, dropout: 0 },
  training: { optimizer: 'sgd', learning_rate: 0.01, batch: 'full', epochs: 400, loss: 'half_mse' },
  observe: { layer: 2, every: 4, points: [0, 1] },
  seed,
});
const measure = (name) => lib.alteredMeasures[name](run);

test('at the end every named system is fitted to all records, and other equations anew', async () => {
  run = new lib.AlteredRun(spec(), lib.namedSystems, () => {});
  await run.run();
  await waitUntil(() => run.finished && run.fits.size === lib.namedSystems.length);
  assert.equal(run.current.system, lib.theory);
  assert.equal(measure('times'), 1);
  const misfit = measure('misfit');
  assert.ok(misfit > 0);
  run.alter({ ...lib.unaltered, w_last: -1 });
  assert.ok(Number.isNaN(measure('misfit')), 'that of the equations before is not taken for theirs');
  await waitUntil(() => run.current);
  assert.equal(measure('altered'), 1);
  assert.ok(measure('times') > 1);
  // One that has no name is fitted when it is asked for.
  run.alter({ ...lib.unaltered, h_scale: -1, y_first: 2 });
  await waitUntil(() => run.current);
  assert.equal(run.fits.size, lib.namedSystems.length + 1);
  // A refused experiment takes none of it away.
  const { current } = run;
  assert.equal(await run.open({ ...spec(2), observe: { ...spec().observe, layer: 9 } }), 'refused');
  assert.deepEqual([run.current, run.fits.size], [current, lib.namedSystems.length + 1]);
  // Another experiment begins without any of it, under the same equations.
  await run.open(spec(2));
  assert.deepEqual([run.current, run.fits.size, measure('altered')], [null, 0, 2]);
});

test('closed while it fits, it leaves nothing behind', async () => {
  run = new lib.AlteredRun(spec(), lib.namedSystems, () => {});
  await run.run();
  await waitUntil(() => run.finished && run.current);
  run.alter({ ...lib.unaltered, y_second: 0 });
  await new Promise((resolve) => setTimeout(resolve, 1));
  run.close();
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.equal(run.current, null);
  assert.equal(workers(), 0);
});
