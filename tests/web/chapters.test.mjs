// What chapters 1 to 4 rest on: the names their labs offer, how rates by hand are judged, and the chapters' claims,
// against real runs of the core.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { positions } from '../../web/build/tutorials/course.mjs';
import { loadCore } from './helpers/core.mjs';
import { loadTs } from './helpers/load-ts.mjs';

let core;
let settings;
let misfit;
let measures;
let RecordTable;
before(async () => {
  core = await loadCore('simd');
  settings = await loadTs('web/src/labs/frame/settings.ts');
  misfit = await loadTs('web/src/labs/two-points/misfit.ts');
  measures = await loadTs('web/src/labs/xor/measures.ts');
  ({ RecordTable } = await loadTs('web/src/engine/records.ts'));
});

/** Trains to the end; the records as the site keeps them. */
function train(preset, set) {
  const spec = settings.withSettings(settings.presetSpec(preset), set);
  const handle = core.create(spec);
  const { columns } = core.describe(handle);
  while (core.advance(handle, 1e9, Infinity) === 0);
  const records = new RecordTable(columns);
  records.append(0, core.records(handle, 0, columns.length).slice());
  core.destroy(handle);
  return { spec, records };
}

test('y is halfway between the two records that enclose it, and nowhere before it gets there', () => {
  assert.equal(misfit.halfTime([0, 10, 20], [0, 0.2, 0.4], 0.6), 15);
  assert.ok(Number.isNaN(misfit.halfTime([0, 10], [0, 0.1], 0.6)));
});

test('rates by hand are judged as the machine’s are: its own rates get its own misfit', () => {
  const { spec, records } = train('two-points/shallow', 'training.epochs=1500 observe.every=5');
  const names = ['t', 'h_0_1_layer_1', 'y_0_1', 'w_0_1', 'loss', 'mean_0_1'];
  const rows = Float64Array.from({ length: 6 * records.length }, (_, k) =>
    records.column(names[k % 6])[Math.floor(k / 6)],
  );
  const fit = core.fit(rows, { dx2: 1, dy2: 0.5 });
  const curve = core.theory({
    h0: rows[1],
    y0: rows[2],
    w0: rows[3],
    dx2: 1,
    dy2: 0.5,
    eta_h: fit.eta_h,
    eta_y: fit.eta_y,
    until: spec.training.epochs,
    points: records.length,
  });
  const judged = misfit.misfitOf(records, 1, curve);
  assert.ok(Math.abs(judged.sse / fit.sse - 1) < 0.01, `${judged.sse}, not ${fit.sse}`);
  for (const q of ['h', 'y', 'w']) assert.ok(Math.abs(judged[q] - fit[`r2_${q}`]) < 1e-3);
  // Chapter 2: all three are explained, w worst.
  assert.ok(judged.worst > 0.9 && judged.worst === judged.w);
  const slower = { ...curve, t: curve.t.map((t) => 1.3 * t) };
  assert.ok(misfit.misfitOf(records, 1, slower).worst < judged.worst - 0.2);
});

test('chapter 3: gains from 0.2 to 0.5 end alike, and a gain of 2 ends where it began', () => {
  const ends = [0.2, 0.35, 0.5, 2].map((gain) => {
    const { records } = train('two-points/shallow', `seed=2 network.gain=${gain}`);
    assert.ok(records.last('loss') < 1e-6);
    const h = records.column('h_0_1_layer_1');
    return { start: h[0], end: h[h.length - 1] };
  });
  const [a, b, c, lazy] = ends;
  assert.ok(b.start / a.start > 8 && c.start / b.start > 3);
  for (const { end } of [a, b, c]) assert.ok(end > 0.5 && end < 0.55, `${end}`);
  assert.ok(lazy.end / lazy.start > 0.93 && lazy.end / lazy.start < 1);
});

test('chapter 1: classes merge from layer to layer, and two seeds agree in distances', () => {
  const set =
    'network.hidden_layers=8 network.width=100 network.gain=0.8 training.learning_rate=0.05 training.epochs=600 observe.every=3 observe.layer=7';
  const last = [1, 4].map((seed) => {
    const { records } = train('xor/rich-leaky', `${set} seed=${seed}`);
    const distances = (layer) =>
      [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]].map(([i, j]) =>
        records.last(`h_${i}_${j}_layer_${layer}`),
      );
    const merged = [0, 1, 2, 3, 4, 5, 6, 7].map((layer) => measures.mergedRatio(distances(layer)));
    assert.ok(merged[1] > 1.5 && merged[7] < 0.01, merged.join(' '));
    const first = 1 + merged.findIndex((share) => share < 0.1);
    assert.ok(first === 6 || first === 7, `layer ${first}`);
    return distances(7);
  });
  assert.ok(measures.correlation(last[0], last[1]) > 0.999);
});

test('chapters 1 and 4: pairs with one answer are first carried apart, then drawn back; such a pair alone is not', () => {
  const wide = 'network.width=100';
  const one = `${wide} network.hidden_layers=8 network.gain=0.8 training.learning_rate=0.05 training.epochs=600 observe.every=3 observe.layer=7`;
  const four = `${wide} training.learning_rate=0.03 training.epochs=2500 observe.every=9`;
  for (const [set, layer] of [[one, 7], [four, 10]]) {
    const { records } = train('xor/rich-leaky', set);
    for (const pair of ['0_3', '1_2']) {
      const h = [...records.column(`h_${pair}_layer_${layer}`)];
      const [first, top, last] = [h[0], Math.max(...h), h[h.length - 1]];
      assert.ok(top > 30 * first && top > 4 * last && last > 5 * first, `${pair}: ${first} ${top} ${last}`);
      // Outputs that differ though their targets do not: w never pushes apart.
      assert.ok(records.column(`w_${pair}`).every((w) => w >= 0));
    }
  }
  const alone = train('two-points/default', `${four} network.gain=0.85 training.loss=mse task.dx2=2 task.dy2=0`);
  const h = [...alone.records.column('h_0_1_layer_10')];
  const share = h[h.length - 1] / h[0];
  assert.ok(share > 0.9 && share < 0.99 && Math.max(...h) < 1.05 * h[0], `${share}`);
});

test('a chapter knows its neighbours, in the reader’s language where there is one', () => {
  const chapter = (name, order) => ({ name, path: `tutorials/${name}.html`, head: { title: name, order } });
  const all = [chapter('a', 1), chapter('b', 2), chapter('b.de', 2), chapter('d', 4), chapter('z')];
  const places = positions(all, new Set(['tutorials/index.html']));
  assert.deepEqual(
    [places.get('b').previous.path, places.get('b').next.number, places.get('b').total],
    ['tutorials/a.html', 4, 4],
  );
  assert.equal(places.get('d').previous.path, 'tutorials/b.html');
  assert.equal(places.get('a').next.path, 'tutorials/b.html');
  assert.equal(places.get('a').previous, undefined);
  assert.equal(places.get('z').next, undefined);
  assert.deepEqual(places.get('b').translations, [{ language: 'de', path: 'tutorials/b.de.html' }]);
});
