// The feature-collapse lab's plain parts: its points, the turning of clouds, the training of each gain.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadAlgebra, loadCore } from './helpers/core.mjs';
import { loadTs } from './helpers/load-ts.mjs';

const folder = 'web/src/labs/collapse';
const task = await loadTs(`${folder}/task.ts`);
const frames = await loadTs('web/src/chart/cloud-frames.ts');
const regimes = await loadTs(`${folder}/regimes.ts`);
const sweep = await loadTs(`${folder}/sweep.ts`);
const painter = await loadTs('web/src/chart/cloud-painter.ts');
const { describeState } = await loadTs(`${folder}/describe.ts`);

const near = (got, wanted, within = 1e-9) =>
  assert.ok(Math.abs(got - wanted) <= within, `${got} is not ${wanted}`);

/** Repeatable numbers between -1 and 1. */
function* numbers(state = 1) {
  for (;;) {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    yield (2 * state) / 2 ** 31 - 1;
  }
}
const some = (count, seed) => {
  const source = numbers(seed);
  return Float32Array.from({ length: count }, () => source.next().value);
};

test('points are numbered by context, row, column, and know what is asked for', () => {
  const side = 5;
  task.taskPoints(side).forEach((point, k) => {
    assert.equal(point.index, k);
    assert.equal(task.pointIndex(side, point.context, point.row, point.column), k);
    assert.equal(point.relevant, point.context === 0 ? point.x : point.y);
    const line = task.lineOf(side, point).map((index) => task.taskPoint(side, index));
    assert.ok(line.some(({ index }) => index === k));
    assert.equal(new Set(line.map(({ irrelevant }) => irrelevant)).size, side);
    for (const { context, relevant } of line) {
      assert.equal(context, point.context);
      assert.equal(relevant, point.relevant);
    }
  });
});

test('the picture of a blob has sum 1 and is brightest where the blob is', () => {
  const picture = task.blob(1, -0.5);
  near(picture.reduce((a, b) => a + b), 1);
  // Centre at the right edge, a quarter up: column 4, row 1.
  assert.equal(picture.indexOf(Math.max(...picture)), 1 * 5 + 4);
});

test('a cloud is turned, mirrored or both, onto the one before', async () => {
  const core = await loadCore('simd');
  const handle = core.create(regimes.regimeSpec('rich', 'small'));
  const algebra = await loadAlgebra('simd');
  const { coordinates: cloud } = core.embedding(handle, { layer: 0, method: 'mds', dimensions: 3 });
  const onto = (picture) => algebra.turn(cloud, picture, 3);
  const [c, s] = [Math.cos(1.1), Math.sin(1.1)];
  for (const sign of [1, -1]) {
    const moved = new Float64Array(cloud.length);
    for (let p = 0; p < cloud.length; p += 3) {
      moved[p] = c * cloud[p] - s * cloud[p + 1];
      moved[p + 1] = sign * cloud[p + 2];
      moved[p + 2] = s * cloud[p] + c * cloud[p + 1];
    }
    const turned = onto(moved);
    const size = frames.radius(cloud);
    turned.forEach((value, k) => near(value, moved[k], 1e-5 * size));
    near(frames.radius(turned), size, 1e-5 * size);
  }
  // Onto itself it is not turned, and where nothing says how, neither.
  for (const same of [onto(cloud), onto(new Float64Array(cloud.length))]) {
    same.forEach((value, k) => near(value, cloud[k], 1e-6));
  }
  assert.throws(() => onto(cloud.slice(3)), /onto/);
  core.destroy(handle);
});

test('a quarter turn of the view brings the third axis to the right, and the nearer point is picked', () => {
  const coordinates = [0, 0, 1, 0, 0, -1];
  const cloud = { coordinates, radius: 1 };
  const front = painter.project(cloud, { yaw: 0, pitch: 0, zoom: 1 }, 200, 200);
  near(front.x[0], 100);
  near(front.y[0], 100);
  assert.ok(front.near[0] > front.near[1]);
  assert.equal(painter.pointAt(front, 100, 100, 5), 0);
  const side = painter.project(cloud, { yaw: Math.PI / 2, pitch: 0, zoom: 1 }, 200, 200);
  assert.ok(side.x[0] > 150 && side.x[1] < 50);
  assert.equal(painter.pointAt(side, side.x[1] + 2, 100, 5), 1);
  assert.equal(painter.pointAt(side, 100, 10, 5), -1);
});

test('labels stand clear of the points and of one another where there is room, and inside the frame where there is none', () => {
  // Two points end near each other, one behind the other as seen from the middle.
  const at = {
    x: new Float64Array([150, 176, 100, 60]),
    y: new Float64Array([60, 52, 100, 130]),
    near: new Float64Array(4),
  };
  const labels = [
    { text: 'x = 1', points: [0] },
    { text: 'y = 1', points: [1] },
    { text: 'x = −1', points: [3] },
  ];
  const placed = painter.placeBesidePoints(labels, at, 300, 200, (text) => 7 * text.length);
  placed.forEach(({ x, y, half }, k) => {
    for (let p = 0; p < 4; p++) {
      assert.ok(Math.abs(at.x[p] - x) >= half || Math.abs(at.y[p] - y) >= 8, `label ${k}, point ${p}`);
    }
    for (const other of placed.slice(k + 1)) {
      assert.ok(Math.abs(other.x - x) >= half + other.half || Math.abs(other.y - y) >= 17);
    }
  });
  // Points everywhere: the labels stay in the frame and still do not meet.
  const full = { x: new Float64Array(400), y: new Float64Array(400), near: new Float64Array(400) };
  for (let p = 0; p < 400; p++) [full.x[p], full.y[p]] = [(p % 20) * 15, Math.floor(p / 20) * 10];
  const [a, b] = painter.placeBesidePoints(
    [{ text: 'one', points: [399] }, { text: 'two', points: [398] }],
    full,
    300,
    200,
    () => 30,
  );
  for (const { x, y } of [a, b]) assert.ok(x >= 18 && x <= 282 && y >= 8 && y <= 192);
  assert.ok(Math.abs(a.x - b.x) >= a.half + b.half || Math.abs(a.y - b.y) >= 17);
});

test('the threshold is read off between gains, over runs that learnt', () => {
  const run = (gain, index, loss = 1e-3, seed = 1) => ({ gain, seed, index: [1, index], loss });
  near(sweep.threshold([run(0.5, 0.1), run(1, 0.9)], 1), 0.75);
  near(sweep.threshold([run(0.5, 0.1), run(1, 0.9), run(0.5, 0.99, 0.1, 2)], 1), 0.75);
  assert.ok(Number.isNaN(sweep.threshold([run(0.5, 0.1), run(1, 0.2)], 1)));
  assert.deepEqual(
    sweep.middleByGain([run(1, 0.2), run(1, 0.6, 1e-3, 2), run(1, 0.4, 1e-3, 3)], 1),
    [{ gain: 1, index: 0.4 }],
  );
});

test('the training of a gain passes through the regimes’ own, with smaller steps for larger gains', async () => {
  let last = Infinity;
  for (let gain = 0.3; gain <= 2; gain += 0.05) {
    const { training } = regimes.smallSpec(gain, 1);
    assert.ok(training.learning_rate <= last, `gain ${gain}`);
    assert.ok(Number.isInteger(training.epochs));
    last = training.learning_rate;
  }
  const core = await loadCore('simd');
  for (const regime of regimes.regimes) {
    for (const size of ['small', 'paper']) {
      const spec = regimes.regimeSpec(regime, size, 3);
      assert.equal(spec.seed, 3);
      assert.equal(core.validate(spec).problem, undefined);
    }
  }
});

test('words say what the numbers mean', () => {
  const said = (epoch, loss, index) => describeState(epoch, loss, 2, index, false);
  assert.match(said(0, 0.2, 1), /Before training/);
  assert.match(said(400, 0.1, 0.99), /mean of both coordinates/);
  assert.match(said(1500, 1e-3, 0.003), /have merged: .* 5\u00a0% as wide/);
  // An index is of squared distances: at 0.24 a sheet is still half as wide as it is long.
  assert.match(said(1500, 1e-3, 0.24), /have drawn together: .* 49\u00a0% as wide/);
  assert.match(said(1500, 1e-3, 0.012), /have drawn together: .* 11\u00a0% as wide/);
  assert.match(said(1500, 1e-3, 0.7), /keeps both/);
  assert.match(said(948, 0.02, 0.019), /have drawn together, though the task is not fully learnt yet: .* 14\u00a0%/);
  assert.match(said(900, 0.05, 0.4), /but less than what is/);
});

/** Trains to the end: the loss, and the index of each layer at the start and the end. */
async function run(spec) {
  const core = await loadCore('simd');
  const handle = core.create(spec);
  const { columns } = core.describe(handle);
  while (core.advance(handle, 1e9, Infinity) === 0);
  const records = core.records(handle, 0, columns.length).slice();
  core.destroy(handle);
  const last = records.length / columns.length - 1;
  const at = (row, name) => records[row * columns.length + columns.indexOf(name)];
  const index = (row) => [0, 1, 2, 3].map((layer) => at(row, `collapse_layer_${layer}`));
  return { loss: at(last, 'loss'), start: index(0), end: index(last) };
}

/** As the chapter has it: long enough for seed 1. */
const chapterSpec = (gain) => {
  const spec = regimes.smallSpec(gain, 1);
  return { ...spec, training: { ...spec.training, epochs: 1500 } };
};

test('claimed: at a gain of 0.5 all layers but the first merge the irrelevant coordinate', async () => {
  const { loss, start, end } = await run(chapterSpec(0.5));
  assert.ok(loss < 0.01);
  for (const index of start) near(index, 1, 0.02);
  assert.ok(end[0] > 0.8 && end[1] < 0.25 && end[2] < 0.07 && end[3] < end[2]);
});

test('claimed: at a gain of 2 no layer does, and the task is learnt', async () => {
  const { loss, end } = await run(regimes.smallSpec(2, 1));
  assert.ok(loss < 0.01);
  for (const index of end) assert.ok(index > 0.5);
});
