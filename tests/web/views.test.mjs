// Views of many points through the boundary, in both modules: embeddings and structures, checked against what the
// same module says otherwise and against one another.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadCore } from './helpers/core.mjs';
import { loadTs } from './helpers/load-ts.mjs';

const { correlation: pearson } = await loadTs('web/src/shell/correlation.ts');

const collapse = {
  task: { kind: 'feature_collapse', side: 30 },
  training: { epochs: 3 },
  observe: { every: 3 },
};
const xor = {
  task: { kind: 'xor' },
  network: { width: 8, hidden_layers: 3 },
  training: { epochs: 20 },
  observe: { layer: 1, every: 20 },
};

/** Trains to the end. */
function trained(core, spec) {
  const handle = core.create(spec);
  while (core.advance(handle, 100, 1e9) === 0);
  return handle;
}

const squaredDistance = (values, width, i, j) => {
  let sum = 0;
  for (let k = 0; k < width; k++) sum += (values[i * width + k] - values[j * width + k]) ** 2;
  return sum;
};

const refuses = (field, call) => assert.throws(call, (error) => error.problem?.field === field);

for (const kind of ['simd', 'scalar']) {
  test(`${kind}: an embedding places every point, with the distances of the layer`, async () => {
    const core = await loadCore(kind);
    const handle = trained(core, xor);
    const { coordinates, points, dimensions, explained } = core.embedding(handle, {
      layer: 1,
      dimensions: 4,
    });
    assert.deepEqual([points, dimensions, coordinates.length, explained.length], [4, 4, 16, 4]);
    // Four points span three dimensions.
    assert.ok(Math.abs(explained[0] + explained[1] + explained[2] - 1) < 1e-9);
    const hidden = core.hidden(handle, 1, 4, 8);
    for (let i = 0; i < 4; i++) {
      for (let j = 0; j < i; j++) {
        const there = squaredDistance(hidden, 8, i, j);
        assert.ok(Math.abs(squaredDistance(coordinates, 4, i, j) - there) < 1e-5 * (there + 1e-9));
      }
    }
    assert.deepEqual(core.embedding(handle, { layer: 1, method: 'pca', dimensions: 4 }).coordinates, coordinates);
    refuses('layer', () => core.embedding(handle, { layer: 3 }));
    refuses('handle', () => core.embedding(99, { layer: 0 }));
  });

  test(`${kind}: a structure holds what was recorded and what is predicted of each pair`, async () => {
    const core = await loadCore(kind);
    const handle = trained(core, xor);
    const { columns } = core.describe(handle);
    const records = core.records(handle, 0, columns.length).slice();
    const recorded = (row, name) => records[row * columns.length + columns.indexOf(name)];
    const found = core.structure(handle, { layer: 1, ratio: 0.4 });
    assert.deepEqual(found.labels, [0, 1, 2, 3]);
    assert.equal(found.ratioFitted, false);
    const inputs = [[0, 0], [0, 1], [1, 0], [1, 1]];
    const targets = [0, 1, 1, 0];
    for (let i = 0; i < 4; i++) {
      for (let j = i + 1; j < 4; j++) {
        const h0 = recorded(0, `h_${i}_${j}_layer_1`);
        const { final_h: predicted } = core.predict({
          h0,
          y0: recorded(0, `y_${i}_${j}`),
          dx2: squaredDistance(inputs.flat(), 2, i, j),
          dy2: (targets[i] - targets[j]) ** 2,
          ratio: 0.4,
        });
        const near = (a, b) => assert.ok(Math.abs(a - b) <= 1e-9 * (Math.abs(b) + 1e-9), `${a} ${b}`);
        near(found.initial[4 * i + j], h0);
        near(found.measured[4 * j + i], recorded(1, `h_${i}_${j}_layer_1`));
        near(found.predicted[4 * i + j], predicted);
      }
    }
    const fitted = core.structure(handle, { layer: 1, chance: true });
    assert.equal(fitted.ratioFitted, true);
    // |dx| |dy*| of the pairs 01, 02, 03, 12, 13, 23, and whether targets differ: inputs and targets are four points.
    const apart = [1, 1, 0, 0, 1, 1];
    const measured = [1, 2, 3, 6, 7, 11].map((at) => fitted.measured[at]);
    assert.ok(Math.abs(fitted.correlation.pairs - pearson(apart, measured)) < 1e-9);
    assert.ok(Number.isNaN(fitted.correlation.sameClass), 'every point is a class of its own');
    assert.ok(fitted.correlation.chance <= 1 && Number.isNaN(found.correlation.chance));
    refuses('points', () => core.structure(handle, { layer: 1, points: 5 }));
  });

  test(`${kind}: 1800 points are placed, and 98 of them compared`, async () => {
    const core = await loadCore(kind);
    const handle = trained(core, collapse);
    const looks = [0, 1].map(() => core.embedding(handle, { layer: 2 }));
    assert.equal(looks[0].points, 1800);
    assert.equal(looks[0].coordinates.length, 5400);
    assert.deepEqual(looks[1], looks[0]);
    const found = core.structure(handle, { layer: 2 });
    assert.equal(found.points.length, 98);
    assert.equal(found.measured.length, 98 * 98);
    for (const name of ['initial', 'predicted', 'smoothed']) {
      const value = found.correlation[name];
      assert.ok(value >= -1 && value <= 1, `${name}: ${value}`);
    }
  });
}
