// The feature-collapse lab's run as it goes, with the site's own worker and module.

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

const spec = (training = {}, side = 6) => {
  const small = lib.smallSpec(0.5, 1);
  return {
    ...small,
    task: { ...small.task, side },
    network: { ...small.network, width: 12 },
    training: { ...small.training, epochs: 40, ...training },
    observe: { ...small.observe, every: 4 },
  };
};
const measure = (name) => lib.collapseMeasures[name](run);
const epochs = () => run.pictures.map(({ epoch }) => epoch);

test('it keeps pictures from the start to the end, and then holds the end against the theory', async () => {
  run = new lib.CollapseRun(spec(), () => {});
  assert.ok(Object.keys(lib.collapseMeasures).every((name) => Number.isNaN(measure(name))));
  await run.prepare();
  await waitUntil(() => run.pictures.length === 1);
  await run.run();
  await waitUntil(() => run.structure);
  assert.equal(epochs()[0], 0);
  assert.equal(epochs().at(-1), 40);
  assert.deepEqual(epochs(), [...new Set(epochs())].sort((a, b) => a - b));
  assert.equal(run.pictures.at(-1).coordinates.length, 6 * 36);
  assert.equal(measure('progress'), 1);
  assert.equal(measure('correlation'), run.structure.correlation.predicted);
  const numbers = Object.keys(lib.collapseMeasures).filter((name) => name !== 'threshold');
  assert.ok(numbers.every((name) => Number.isFinite(measure(name))), 'all but the sweep’s');
  // Another layer has pictures of its own, and its own distances.
  const { structure } = run;
  await run.observe(0);
  assert.equal(epochs().at(-1), 40);
  assert.notDeepEqual([...run.structure.measured], [...structure.measured]);
  assert.equal(measure('collapse'), measure('first_layer'));
  // Back at the start there is the first picture alone.
  await run.reset();
  await waitUntil(() => run.pictures.length > 0);
  assert.deepEqual(epochs(), [0]);
  assert.equal(run.structure, null);
});

test('what was asked of one experiment is not taken for the next one’s, and a refused one leaves all as it was', async () => {
  run = new lib.CollapseRun(spec({ epochs: 100_000 }), () => {});
  await run.prepare();
  await run.observe(2);
  void run.run();
  await waitUntil(() => run.running);
  await run.open(spec({}, 4));
  await waitUntil(() => run.pictures.length > 0);
  assert.ok(run.pictures.every(({ coordinates }) => coordinates.length === 6 * 16));
  assert.equal(run.side, 4);
  const { pictures } = run;
  assert.equal(await run.open(spec({ batch: 0 }, 5)), 'refused');
  assert.equal(run.problem.field, 'training.batch');
  assert.deepEqual([run.side, run.layer, run.pictures.length], [4, 2, pictures.length]);
  // A refusal that comes late says nothing of what was wanted after it.
  const [first, second] = [run.open(spec({ batch: 0 }, 5)), run.open(spec({}, 3))];
  assert.deepEqual(await Promise.all([first, second]), ['superseded', 'made']);
  assert.deepEqual([run.problem, run.side], [null, 3]);
  const other = spec();
  await run.open({ ...other, network: { ...other.network, hidden_layers: 2 }, observe: { ...other.observe, layer: 0 } });
  assert.equal(run.layer, 1, 'the last that there is');
});

test('a run that diverges ends without pictures of what is not finite, and says why', async () => {
  const { network, ...others } = spec({ learning_rate: 1e3, epochs: 400 });
  run = new lib.CollapseRun({ ...others, network: { ...network, activation: 'leaky_relu' } }, () => {});
  await run.run();
  await waitUntil(() => run.over);
  assert.equal(run.status.state, 'diverged');
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.ok(run.pictures.every(({ coordinates }) => coordinates.every(Number.isFinite)));
  assert.equal(run.structure, null);
  await run.open(spec());
  await waitUntil(() => run.pictures.length === 1);
  assert.equal(run.unseen, '');
});

test('closed while it looks and sweeps, it leaves nothing behind', async () => {
  run = new lib.CollapseRun(spec(), () => {});
  await run.prepare();
  const sweeping = run.sweep.start(1, 1, 2);
  await waitUntil(() => run.sweep.progress > 0);
  assert.equal(run.sweep.state, 'running');
  const looking = run.observe(1);
  run.close();
  await Promise.all([sweeping, looking]);
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.equal(run.sweep.state, 'idle');
  assert.equal(workers(), 0);
});
