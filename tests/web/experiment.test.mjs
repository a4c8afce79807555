// The holder of an experiment, runs to their end and what is asked at a pace, with the site's own worker and module.

import assert from 'node:assert/strict';
import { afterEach, before, test } from 'node:test';
import { endWorkers, loadWithEngine, waitUntil, workers } from './helpers/engine.mjs';

let lib;
before(async () => (lib = await loadWithEngine('tests/web/helpers/engine-entry.ts')));
const open = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
  endWorkers();
});

const spec = (over = {}) => ({
  version: 1,
  task: { kind: 'two_points', dx2: 1, dy2: 0.5 },
  network: { kind: 'mlp', width: 20, hidden_layers: 3, activation: 'leaky_relu', gain: 1, dropout: 0, ...over.network },
  training: { optimizer: 'sgd', learning_rate: 0.05, batch: 'full', epochs: 60, loss: 'half_mse', ...over.training },
  observe: { layer: 1, every: 5, points: [0, 1] },
  seed: over.seed ?? 1,
});
/** Longer than any test. */
const endless = (over = {}) => spec({ network: { width: 200 }, ...over, training: { epochs: 1e6, ...over.training } });
const refused = () => spec({ network: { width: 0 } });

/** An experiment that keeps what it is told. */
function holder(first = spec()) {
  class Told extends lib.Experiment {
    told = [];
    forget() {
      this.told?.push('forget');
    }
    made() {
      this.told.push('made');
    }
    recorded(from) {
      this.told.push(`records ${from}`);
    }
    moved(before) {
      this.told.push(`${before?.state ?? 'none'} to ${this.status?.state}`);
    }
  }
  const one = new Told(first, () => one.watch?.());
  open.push(one);
  return one;
}

test('it is made when first needed, once, and runs to its end', async () => {
  const one = holder();
  assert.deepEqual(await Promise.all([one.prepare(), one.prepare()]), ['made', 'made']);
  await waitUntil(() => one.status?.state === 'idle');
  assert.equal(one.length, 1);
  await one.run();
  await waitUntil(() => one.finished);
  assert.equal(one.last('t'), 60);
  assert.equal(one.progress, 1);
  assert.deepEqual(one.told.slice(0, 4), ['forget', 'made', 'records 0', 'none to idle']);
  assert.equal(workers(), 1);
});

test('the same settings give the same bits, after a reset and in another holder', async () => {
  const runs = [];
  const one = holder();
  for (let k = 0; k < 2; k++) {
    await one.run();
    await waitUntil(() => one.finished);
    runs.push([...one.column('loss')]);
  }
  const { records } = await lib.runToEnd(engine(), spec());
  assert.deepEqual(runs[1], runs[0]);
  assert.deepEqual([...records.column('loss')], runs[0]);
});

const engine = () => {
  const one = new lib.Engine();
  open.push(one);
  return one;
};

test('a refused draft leaves the accepted run as it was, and says why', async () => {
  const one = holder(endless());
  await one.run();
  await waitUntil(() => one.running && one.epoch > 0);
  const { generation, records } = one;
  assert.equal(await one.open(refused()), 'refused');
  assert.equal(one.problem.field, 'network.width');
  assert.equal(one.draft.network.width, 0);
  assert.equal(one.spec.network.width, 200);
  assert.equal(one.generation, generation);
  assert.equal(one.records, records);
  const epoch = one.epoch;
  await waitUntil(() => one.epoch > epoch);
  assert.ok(one.running);
});

test('a refusal that comes late says nothing of the newer experiment', async () => {
  const one = holder();
  await one.prepare();
  const outcomes = await Promise.all([one.open(refused()), one.open(spec({ seed: 7 }))]);
  assert.deepEqual(outcomes, ['superseded', 'made']);
  assert.equal(one.problem, null);
  assert.equal(one.spec.seed, 7);
});

test('where nothing is there yet, a refusal leaves the fallback to run', async () => {
  const one = holder(refused());
  one.fallback = spec();
  assert.equal(await one.prepare(), 'refused');
  assert.equal(one.problem.field, 'network.width');
  assert.equal(one.spec.network.width, 20);
  await one.run();
  await waitUntil(() => one.finished);
  one.withdraw();
  assert.equal(one.problem, null);
  assert.equal(one.draft, one.spec);
});

test('from the moment another is wanted, nothing is finished, and its status begins anew', async () => {
  const one = holder();
  await one.run();
  await waitUntil(() => one.finished);
  const seen = [];
  one.watch = () => seen.push([one.finished, one.spec.seed]);
  const made = one.open(spec({ seed: 2 }));
  assert.equal(one.finished, false);
  await made;
  await waitUntil(() => one.status?.state === 'idle');
  assert.deepEqual(seen.filter(([finished]) => finished), []);
  assert.equal(one.length, 1);
});

test('what was asked of an experiment that made way is dropped', async () => {
  const one = holder();
  await one.prepare();
  const asked = one.ask((engine) => engine.hidden(0));
  const next = one.open(spec({ seed: 2 }));
  // Asked in between: answered by whichever is there then, and so by neither.
  const between = one.ask((engine) => new Promise((resolve) => setTimeout(resolve, 300)).then(() => engine.hidden(0)));
  await next;
  assert.notEqual(await asked, lib.gone);
  assert.equal(await between, lib.gone);
  await one.run();
  await waitUntil(() => one.finished);
  assert.equal((await one.ask((engine) => engine.hidden(0))).points, 2);
});

test('closing while something is asked rejects nothing and leaves no worker', async () => {
  const one = holder();
  await one.prepare();
  const asked = one.ask((engine) => engine.hidden(0));
  one.close();
  assert.equal(await asked, lib.gone);
  assert.equal(await one.ask((engine) => engine.hidden(0)), lib.gone);
  assert.equal(workers(), 0);
  await one.run();
  await waitUntil(() => one.finished);
});

test('what the engine says of a question is the asker’s to hear', async () => {
  const one = holder();
  await one.prepare();
  await assert.rejects(one.ask((engine) => engine.embedding({ layer: 99 })), /layer/);
  assert.equal(one.failure, null);
});

test('a lost engine ends the run, and the next start makes it anew', async () => {
  const one = holder(endless());
  await one.run();
  await waitUntil(() => one.running && one.epoch > 0);
  // As the worker says it when the module traps (worker.ts); a browser test makes a real one.
  const asked = one.ask((engine) => engine.hidden(0).then(() => new Promise((resolve) => setTimeout(resolve, 200))));
  await one.ask((engine) => (engine.receive({ event: 'failure', failure: { kind: 'trap', message: 'unreachable' } }), engine.pause()));
  assert.equal(one.failure.kind, 'trap');
  assert.equal(one.status, null);
  assert.equal(one.running, false);
  assert.equal(await asked, lib.gone);
  await one.run();
  await waitUntil(() => one.running && one.epoch > 0);
  assert.equal(one.failure, null);
});

test('a run pressed while other settings are on their way runs those', async () => {
  const one = holder();
  await one.prepare();
  void one.open(spec({ seed: 3 }));
  await one.run();
  await waitUntil(() => one.finished);
  assert.equal(one.spec.seed, 3);
});

test('an untouched experiment gives its worker back while nobody looks, and is made again the same', async () => {
  const one = holder();
  await one.prepare();
  await waitUntil(() => one.status?.state === 'idle');
  const before = one.last('loss');
  one.rest();
  assert.equal(workers(), 0);
  assert.equal(one.last('loss'), before);
  await one.prepare();
  await waitUntil(() => one.status?.state === 'idle');
  assert.equal(one.last('loss'), before);
  await one.step(5);
  await waitUntil(() => one.epoch === 5);
  one.rest();
  assert.equal(workers(), 1, 'a run that has begun keeps its worker');
});

test('a run to its end says how it ended, and counts the records up to there', async () => {
  const one = engine();
  const finished = await lib.runToEnd(one, spec());
  assert.equal(finished.state, 'finished');
  assert.equal(finished.records.last('t'), 60);
  const limit = finished.records.column('loss')[6];
  const learnt = await lib.runToEnd(one, spec(), { untilLoss: limit });
  assert.equal(learnt.state, 'learnt');
  assert.equal(learnt.records.length, lib.firstBelow(finished.records.column('loss'), limit) + 1);
  assert.deepEqual(
    [...learnt.records.column('loss')],
    [...finished.records.column('loss')].slice(0, learnt.records.length),
  );
  const wild = await lib.runToEnd(one, spec({ training: { learning_rate: 1000 } }));
  assert.equal(wild.state, 'diverged');
  assert.match(wild.message, /./);
  await assert.rejects(lib.runToEnd(one, refused()), /width/);
});

test('a run to its end that is closed meanwhile ends there', async () => {
  const one = engine();
  const ended = lib.runToEnd(one, endless(), { status: ({ epoch }) => epoch > 0 && one.close() });
  await assert.rejects(ended, (error) => error.failure.kind === 'closed');
});

test('the first record below a loss, the start left out', () => {
  const loss = [0, 0.1, 2e-7, 9e-8, 2e-7, 1e-8];
  assert.equal(lib.firstBelow(loss, 1e-7), 3);
  assert.equal(lib.firstBelow(loss, 1e-7, 4), 5);
  assert.equal(lib.firstBelow(loss.slice(0, 3), 1e-7), -1);
});

test('a pool runs them all, whether they learn, diverge or are refused', async () => {
  const runs = [
    { name: 'a', spec: spec(), untilLoss: 0 },
    { name: 'b', spec: spec({ training: { learning_rate: 1000 } }), untilLoss: 0 },
    { name: 'c', spec: refused(), untilLoss: 0 },
    { name: 'd', spec: endless(), untilLoss: 0.05 },
  ];
  const pool = new lib.EnginePool(runs, async (_, { name }) => name, () => {});
  const outcomes = await pool.start(2);
  assert.deepEqual(outcomes.map(({ state }) => state), ['finished', 'diverged', 'failed', 'learnt']);
  assert.deepEqual(outcomes.map(({ value }) => value), ['a', 'b', null, 'd']);
  assert.equal(pool.progress.lost, 2);
  assert.equal(workers(), 0);
});

test('a pool that is stopped ends at once, with no worker left', async () => {
  const pool = new lib.EnginePool([{ name: 'a', spec: endless(), untilLoss: 0 }], async () => 0, () => {});
  const ended = pool.start(1);
  await waitUntil(() => pool.progress.share > 0);
  pool.stop();
  assert.equal(await ended, null);
  assert.equal(workers(), 0);
});

test('a fit and its curve in one go; too little to fit is refused', async () => {
  const one = engine();
  await lib.runToEnd(one, spec());
  const { fit, theory } = await lib.fitCurve(one, { trajectory: { layer: 1 } }, 60);
  assert.ok(fit.eta_h > 0);
  assert.equal(theory.t.at(-1), 60);
});

test('what is asked at a pace: never two at once, once more where it was asked for meanwhile, nothing after a stop', async () => {
  let [underWay, most, count] = [0, 0, 0];
  const signals = [];
  const paced = new lib.Paced(20, async (signal) => {
    signals.push(signal);
    most = Math.max(most, ++underWay);
    await new Promise((resolve) => setTimeout(resolve, 30));
    underWay--;
    count++;
  });
  paced.request();
  await waitUntil(() => underWay === 1);
  for (let k = 0; k < 5; k++) paced.request();
  await waitUntil(() => count === 2);
  assert.equal(most, 1);
  paced.request();
  await waitUntil(() => underWay === 1);
  paced.stop();
  assert.ok(signals.at(-1).aborted);
  paced.request(true);
  await waitUntil(() => signals.length === 4);
  paced.stop();
});

test('what takes long is asked so seldom that it takes a part of the time, and at once where it is wanted now', async (t) => {
  let clock = 0;
  t.mock.method(performance, 'now', () => clock);
  const waits = [];
  t.mock.method(globalThis, 'setTimeout', (callback, wait) => {
    waits.push(wait);
    queueMicrotask(callback);
    return 1;
  });
  // As a fit to half a million records: three seconds, and asked for again meanwhile.
  const paced = new lib.Paced(400, async () => {
    clock += 3000;
    if (waits.length < 3) paced.request();
  }, 5);
  paced.request();
  for (let k = 0; k < 50; k++) await Promise.resolve();
  assert.deepEqual(waits, [0, 12_000, 12_000]);
  paced.request(true);
  assert.equal(waits.at(-1), 0);
  for (let k = 0; k < 50; k++) await Promise.resolve();
});
