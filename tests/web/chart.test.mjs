// What charts do with numbers, apart from the drawing.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadTs } from './helpers/load-ts.mjs';

const { decimate } = await loadTs('web/src/chart/decimate.ts');
const { valueAt } = await loadTs('web/src/chart/value-at.ts');
const { matrixRows, seriesRows } = await loadTs('web/src/chart/save.ts');
const { describe, tabulate } = await loadTs('web/src/chart/describe.ts');
const { labelsShown } = await loadTs('web/src/chart/matrix-painter.ts');
const { formatNumber, formatR2, formatDuration } = await loadTs('web/src/shell/format.ts');
const { GrowingCurve } = await loadTs('web/src/chart/growing-curve.ts');
const { equalSeries } = await loadTs('web/src/chart/series.ts');
const { csvText } = await loadTs('web/src/shell/csv.ts');
const { RecordTable } = await loadTs('web/src/engine/records.ts');

const range = (n) => Float64Array.from({ length: n }, (_, i) => i);

test('decimation keeps the ends, the order and a lone spike', () => {
  const x = range(10_000);
  const y = x.map((t) => Math.sin(t / 700));
  y[4321] = 50;
  const kept = decimate(x, y, 200);
  assert.ok(kept.length <= 200);
  assert.deepEqual(kept[0], { x: 0, y: y[0] });
  assert.deepEqual(kept.at(-1), { x: 9999, y: y[9999] });
  assert.ok(kept.some((p) => p.x === 4321), 'the spike');
  for (let i = 1; i < kept.length; i++) assert.ok(kept[i].x > kept[i - 1].x);
});

test('decimation leaves short curves alone and drops what cannot be drawn', () => {
  assert.equal(decimate(range(50), range(50), 200).length, 50);
  assert.deepEqual(decimate([0, 1, 2, 3], [NaN, 0, -1, 2], 10, true), [{ x: 3, y: 2 }]);
});

/** A column that counts how often its values are looked at, and grows. */
function counted(value) {
  const column = { length: 0, looks: 0 };
  return new Proxy(column, {
    get(target, name) {
      if (typeof name !== 'string' || !/^\d+$/.test(name)) return target[name];
      target.looks++;
      return value(Number(name));
    },
  });
}

test('what a growing curve costs to draw is in proportion to what is new in it', () => {
  const [x, y] = [counted((i) => i), counted((i) => Math.sin(i / 5e4))];
  const curve = new GrowingCurve(600);
  x.length = y.length = 1_000_000;
  curve.follow(x, y, false);
  assert.ok(x.looks + y.looks <= 3_000_000, 'each value once or so');
  for (const added of [1, 40, 0]) {
    x.looks = y.looks = 0;
    x.length = y.length += added;
    curve.follow(x, y, false);
    const shown = curve.points();
    assert.ok(shown.length <= 601 && shown.length >= 300, `${shown.length} points`);
    assert.equal(shown.at(-1).x, x.length - 1);
    assert.ok(x.looks + y.looks <= 2 * added, `${x.looks + y.looks} looks at ${added} new points`);
    const { least, greatest } = curve.extremes();
    assert.ok(least.y < -0.99999 && greatest.y > 0.99999);
  }
  assert.ok(x.looks + y.looks === 0, 'nothing new, nothing looked at');
});

test('a growing curve keeps its ends, its order, every spike, and a short curve whole', () => {
  for (const count of [1, 2, 3, 199, 200, 201, 1000, 4097, 30_000]) {
    const x = range(count);
    const y = x.map((t) => Math.sin(t / 700));
    const spikes = count > 3000 ? [700, 1234, 2999] : [];
    spikes.forEach((at, k) => (y[at] = k % 2 ? -50 - k : 50 + k));
    const curve = new GrowingCurve(200);
    // In blocks of any size the curve is the same.
    for (let to = 0; to < count; to += 37) curve.follow(x.subarray(0, to), y.subarray(0, to), false);
    curve.follow(x, y, false);
    const shown = curve.points();
    const whole = new GrowingCurve(200);
    whole.follow(x, y, false);
    assert.deepEqual(whole.points(), shown);
    assert.ok(shown.length <= 201 && shown.length >= Math.min(count, 100), `${shown.length} of ${count}`);
    if (count <= 200) assert.deepEqual(shown.map((p) => p.y), [...y]);
    assert.equal(shown[0].x, 0);
    assert.equal(shown.at(-1).x, count - 1);
    for (let i = 1; i < shown.length; i++) assert.ok(shown[i].x > shown[i - 1].x);
    for (const at of spikes) assert.ok(shown.some((p) => p.x === at && p.y === y[at]), `the spike at ${at} of ${count}`);
  }
});

test('a growing curve drops what cannot be drawn, and begins anew with other values', () => {
  const shown = (curve) => curve.points().map(({ x, y }) => [x, y]);
  const curve = new GrowingCurve(10);
  curve.follow([0, 1, 2, 3], [NaN, 0, -1, 2], true);
  assert.deepEqual(shown(curve), [[3, 2]]);
  assert.equal(curve.extremes().least.y, -1);
  const table = new RecordTable(['t', 'h']);
  const follow = () => curve.follow(table.column('t'), table.column('h'), false);
  table.append(0, Float64Array.of(0, 5, 1, 6));
  follow();
  assert.deepEqual(shown(curve), [[0, 5], [1, 6]]);
  table.append(2, Float64Array.from({ length: 2000 }, (_, i) => (i % 2 ? 7 : 1 + (i + 2) / 2)));
  follow();
  assert.equal(shown(curve).at(-1)[1], 7);
  // A run begun anew between two drawings may by then be longer than the one before.
  const before = table.column('h');
  table.append(0, Float64Array.from({ length: 3000 }, (_, i) => (i % 2 ? -1 : i / 2)));
  follow();
  assert.ok(curve.points().every(({ y }) => y === -1), 'the run before is forgotten');
  assert.deepEqual([before[0], before[1], before.at(-1)], [5, 6, 7], 'what was handed out keeps its values');
});

test('a chart is the same while its curves and words are', () => {
  const table = new RecordTable(['t', 'h']);
  table.append(0, Float64Array.of(0, 5, 1, 6));
  const series = (change = {}) => [{ id: 'h', label: 'h', name: 'h', kind: 'measured', colour: 'h', x: table.column('t'), y: table.column('h'), ...change }];
  const before = series();
  assert.ok(equalSeries(before, series()));
  for (const change of [{ label: '' }, { colour: 'w' }, { faint: true }, { y: [5, 7] }, { y: [5] }]) {
    assert.ok(!equalSeries(before, series(change)), JSON.stringify(change));
  }
  assert.ok(equalSeries(before, series({ y: Float64Array.of(5, 6) })), 'few values are compared');
  table.append(2, Float64Array.of(2, 7));
  assert.ok(!equalSeries(before, series()), 'grown');
  const grown = series();
  table.append(0, Float64Array.of(0, 5, 1, 6, 2, 8));
  assert.ok(!equalSeries(grown, series()), 'begun anew');
});

test('a curve is read between its points, and not beyond them', () => {
  assert.equal(valueAt([0, 10, 20], [0, 1, 5], 15), 3);
  assert.equal(valueAt([0, 10, 20], [0, 1, 5], 20), 5);
  assert.ok(Number.isNaN(valueAt([0, 10], [0, 1], 10.1)));
  assert.ok(Number.isNaN(valueAt([], [], 0)));
});

test('each row of a matrix has its label where there is room, and equal neighbours share one', () => {
  const rows = ['−1', '0', '1', '−1', '0', '1'].flatMap((label) => [label, label, label, label]);
  assert.equal(labelsShown(rows, 1).length, rows.length);
  for (const every of [2, 3, 4]) {
    assert.deepEqual(
      labelsShown(rows, every).map(({ label, at }) => `${label} at ${at}`),
      ['−1 at 1.5', '0 at 5.5', '1 at 9.5', '−1 at 13.5', '0 at 17.5', '1 at 21.5'],
    );
  }
  assert.deepEqual(
    labelsShown(rows, 7).map(({ label }) => label),
    ['−1', '1', '0'],
  );
  assert.deepEqual(
    labelsShown(['a', 'b', 'c', 'd', 'e'], 2).map(({ label, at }) => `${label} at ${at}`),
    ['a at 0', 'c at 2', 'e at 4'],
  );
});

test('CSV holds every point in full', () => {
  const series = [{ id: 'h', x: [0, 1], y: [0.1, 1 / 3] }];
  assert.equal(csvText(seriesRows(series)), `series,x,y\nh,0,0.1\nh,1,${1 / 3}\n`);
});

/** As a chart describes its curves. */
const described = (heading, axis, series) =>
  describe(heading, axis, series, ({ x, y }) => {
    const curve = new GrowingCurve(600);
    curve.follow(x, y, false);
    return curve.extremes();
  });

test('CSV quotes what would be read as more than one field, and leaves what is undefined empty', () => {
  const labels = ['0, 0', 'the "same"', 'a\nb', 'plain'];
  const values = Float64Array.from({ length: 16 }, (_, i) => (i === 5 ? NaN : i));
  assert.equal(
    csvText(matrixRows(labels, values)),
    ',"0, 0","the ""same""","a\nb",plain\n' +
      '"0, 0",0,1,2,3\n"the ""same""",4,,6,7\n"a\nb",8,9,10,11\nplain,12,13,14,15\n',
  );
  const table = new RecordTable(['t', 'collapse']);
  table.append(0, Float64Array.of(0, NaN, 1, 0.25));
  assert.equal(csvText(table.lines()), 't,collapse\n0,\n1,0.25\n');
});

test('the description names each curve with its ends', () => {
  const series = [{ name: 'h, measured', kind: 'measured', x: [0, 3000], y: [0.25, 0.5] }];
  const text = described('Distances', { title: 'time' }, series);
  for (const part of ['Distances', 'h, measured', '0.25', '0.5', '3000']) assert.ok(text.includes(part), text);
  assert.deepEqual(tabulate({ title: 'time' }, series, 3).rows[1], ['1500', '0.375']);
});

test('the description tells where a curve turns, and not its jitter', () => {
  const told = (series) => described('Distances', { title: 'time' }, [{ name: 'w', kind: 'measured', ...series }]);
  assert.match(told({ x: [0, 640, 1500], y: [0, -0.06, 0] }), /w, from 0 to 0, lowest −0\.06 at 640\./);
  assert.match(told({ x: [0, 10, 20, 30], y: [1, 3, -1, 2] }), /from 1 to 2, lowest −1 at 20, highest 3 at 10\./);
  assert.match(told({ x: [0, 10, 20], y: [0, 1.04, 1] }), /w, from 0 to 1\./);
  assert.match(told({ x: [5, 1, 9], y: [3, 8, 2], kind: 'points' }), /w, between 2 and 8\./);
  assert.match(told({ x: [11], y: [3], kind: 'points' }), /w, 3 at 11\./);
  assert.match(told({ x: [0.8, 0.8], y: [0, 1] }), /w, at 0\.8\./);
});

test('numbers read well', () => {
  assert.equal(formatNumber(0.52349), '0.523');
  assert.equal(formatNumber(-1234.5), '−1235');
  assert.equal(formatNumber(3.1e-5, 2), '3.1\u00a0×\u00a010⁻⁵');
  assert.equal(formatNumber(NaN), '–');
  assert.equal(formatR2(0.99996), '> 0.999');
  assert.equal(formatR2(1), '1.000');
  assert.equal(formatR2(-3), '< 0');
  assert.equal(formatDuration(80), '1 min 20 s');
});

test('records gather block by block, and start anew from 0', () => {
  const table = new RecordTable(['t', 'loss']);
  table.append(0, Float64Array.of(0, 9));
  const many = Float64Array.from({ length: 2000 }, (_, i) => i);
  table.append(1, many);
  assert.equal(table.length, 1001);
  assert.deepEqual([...table.column('loss').slice(0, 3)], [9, 1, 3]);
  assert.equal(table.last('t'), 1998);
  table.append(0, Float64Array.of(0, 7));
  assert.deepEqual([...table.column('loss')], [7]);
  assert.equal(table.column('nothing').length, 0);
});

test('labels that would touch stand around their curves, a line apart and inside the plot', async () => {
  const { spread } = await loadTs('web/src/chart/plugins.ts');
  assert.deepEqual(spread([20, 100], 0, 200), [20, 100]);
  assert.deepEqual(spread([100, 104], 0, 200), [94, 110]);
  assert.deepEqual(spread([100, 104, 108], 0, 200), [88, 104, 120]);
  assert.deepEqual(spread([4, 5, 150], 4, 200), [4, 20, 150]);
  assert.deepEqual(spread([50, 196, 198], 0, 200), [50, 184, 200]);
});
