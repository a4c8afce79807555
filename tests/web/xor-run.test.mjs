// The XOR lab's run as it goes, with the site's own worker and module.

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

const spec = (epochs = 40) => {
  const small = lib.regimeSpec('rich', 'small');
  return { ...small, training: { ...small.training, epochs }, network: { ...small.network, width: 16 }, observe: { ...small.observe, every: 10 } };
};
const measure = (name) => lib.measures[name](run);

test('it predicts from a ratio by hand, and its measures are numbers once there are records', async () => {
  run = new lib.XorRun(spec(), () => {}, true);
  assert.ok(Object.keys(lib.measures).every((name) => Number.isNaN(measure(name))));
  await run.prepare();
  await waitUntil(() => run.length === 1);
  await run.chooseRatio(0.1);
  assert.equal(run.predicted.length, 6);
  await run.run();
  await waitUntil(() => run.finished && run.activity);
  assert.ok(Number.isFinite(measure('correlation')));
  assert.equal(measure('progress'), 1);
  assert.equal(run.distancesAt(3), run.distancesAt(3), 'the same list while nothing has changed');
  await waitUntil(() => run.picturesUpTo(3).length === 4);
  assert.equal(run.picturesUpTo(3), run.picturesUpTo(3));
  await run.observe(0);
  assert.equal(measure('layer_shown'), 1);
  await waitUntil(() => run.activity?.width === 16);
});

test('closed while it predicts and looks, it leaves nothing behind', async () => {
  run = new lib.XorRun(spec(), () => {}, true);
  await run.prepare();
  await waitUntil(() => run.length === 1);
  // An answer that comes after the end would be a rejection that nobody hears, which fails this test.
  const predicting = run.chooseRatio(0.2);
  const looking = run.observe(1);
  run.close();
  await Promise.all([predicting, looking]);
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.equal(workers(), 0);
});

test('the ratio gives its worker back once it is read, and reads in another way from the same runs', async () => {
  run = new lib.XorRun(spec(200), () => {});
  await run.prepare();
  await run.ratio.start(run.spec, run.layer);
  assert.equal(workers(), 1, 'the experiment’s own');
  const { ratio, samples } = run.ratio;
  assert.equal(samples.length, 3);
  await run.useRatioOf('path');
  assert.notEqual(run.ratio.ratio, ratio);
  assert.ok(run.ratio.samples.every(({ fit }) => fit));
  await Promise.all([run.observe(0), run.observe(2), run.useRatioOf('end')]);
  assert.equal(workers(), 1);
  assert.ok(run.ratio.samples.every(({ fit }) => !fit));
});

test('a refused change leaves the layer looked at and the ratio as they were', async () => {
  run = new lib.XorRun(spec(), () => {});
  await run.prepare();
  await run.observe(2);
  await run.ratio.start(run.spec, run.layer);
  const { ratio } = run.ratio;
  await run.open({ ...spec(), network: { ...spec().network, width: 0 } });
  assert.equal(run.problem.field, 'network.width');
  assert.equal(run.layer, 2);
  assert.equal(run.ratio.ratio, ratio);
});
