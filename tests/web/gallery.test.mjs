// What the page of figures reads, reckons and writes, apart from a browser.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { loadCore } from './helpers/core.mjs';
import { loadTs } from './helpers/load-ts.mjs';

const folder = fileURLToPath(new URL('../../web/results/', import.meta.url));
const results = readdirSync(folder)
  .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
  .map((name) => JSON.parse(readFileSync(`${folder}${name}`, 'utf8')));

test('a stored result that is none is refused with file, field, value and what is allowed', async () => {
  const { readStored } = await loadTs('web/src/gallery/stored.ts');
  for (const result of results) assert.equal(readStored(result, 'file'), result);
  const [good] = results;
  for (const [field, value, allowed] of [
    ['version', 2, '1'],
    ['within', 'yes', 'true or false'],
    ['panels', [{ kind: 'pie' }], 'chart, matrix, table and points3d'],
  ]) {
    assert.throws(
      () => readStored({ ...good, [field]: value }, 'results/x.json'),
      ({ message }) =>
        message.startsWith(`results/x.json: ${field} is ${JSON.stringify(value)}`) &&
        message.includes(allowed),
    );
  }
  assert.throws(() => readStored({ ...good, verdict: undefined }, 'x'), /verdict is absent/);
});

test('every stored run is a spec that the core accepts', async () => {
  const { specOf } = await loadTs('web/src/gallery/stored.ts');
  const core = await loadCore('simd');
  for (const { figure, runs } of results) {
    for (const { name, spec } of runs) {
      const { problem } = core.validate(specOf(spec));
      assert.equal(problem, undefined, `${figure}, ${name}: ${problem?.message}`);
    }
  }
});

test('every figure of the paper with runs of two points offers them in each group, the stored seed first', async () => {
  const { planOf } = await loadTs('web/src/gallery/plans/index.ts');
  const { groupsOf } = await loadTs('web/src/gallery/stored.ts');
  const whole = new Set(['trajectories', 'xor', 'feature-collapse']);
  for (const stored of results.filter(({ figure }) => whole.has(figure))) {
    for (const group of groupsOf(stored.panels)) {
      const sizes = planOf(stored.figure).sizes(stored, group);
      const one = sizes.find(({ id }) => id === 'one');
      assert.ok(one?.runs.length > 0, `${stored.figure}, ${group}`);
      for (const run of one.runs) {
        assert.ok(stored.runs.some(({ name }) => name === run.name));
        const ratio = stored.figure === 'xor' && run.name.startsWith('two-points-default-curve');
        assert.ok(ratio || run.name.includes(group), `${run.name} for ${group}`);
      }
    }
  }
});

test('a run equal to the stored one in every bit is identical; another spec is not compared', async () => {
  const { compare } = await loadTs('web/src/gallery/identity.ts');
  const { specOf } = await loadTs('web/src/gallery/stored.ts');
  const stored = results.find(({ figure }) => figure === 'depth') ?? results[0];
  const [first] = stored.runs;
  const spec = specOf(first.spec);
  const layer = spec.observe.layer;
  const names = { loss: 'loss', h: `h_0_1_layer_${layer}`, y: 'y_0_1', w: 'w_0_1' };
  const outcome = (end, changed = spec) => ({
    run: { name: first.name, spec: changed, untilLoss: first.until_loss ?? 0 },
    records: { last: (name) => end[Object.keys(names).find((key) => names[key] === name)] },
  });
  const same = compare([outcome(first.end)], stored);
  assert.deepEqual(same, { compared: 1, same: 1, difference: null });
  const off = compare([outcome({ ...first.end, y: first.end.y * (1 + 2 ** -52) })], stored);
  assert.equal(off.same, 0);
  assert.equal(off.difference.quantity, 'y');
  assert.equal(compare([outcome(first.end, { ...spec, seed: spec.seed + 1 })], stored).compared, 0);
});

test('numbers and texts are written as people do, and nothing is rounded to a perfect 1', async () => {
  const { shown, spread, median } = await loadTs('web/src/gallery/spread.ts');
  const { typeset, typesetPlain } = await loadTs('web/src/gallery/typeset.ts');
  assert.equal(shown(0.99997), '0.99997');
  assert.equal(shown(0.999687), '0.9997');
  assert.equal(shown(1), '1');
  assert.equal(spread([0.9, null, 0.7, 0.8]), '0.8 [0.7, 0.9], 1 without a value');
  assert.equal(median([4, 1, 3, 2]), 2.5);
  assert.ok(Number.isNaN(median([null, NaN])));
  assert.equal(
    typeset("r2 of h' is -0.5 at |dx|^2 = 4.6e-4 on a 5 x 5 grid, eta_h [-1, 2]"),
    'R² of h′ is −0.5 at |\u2060Δx|\u2060²\u00a0=\u00a04.6\u00a0×\u00a010⁻⁴ on a 5\u00a0×\u00a05 grid, η_h [−1,\u00a02]',
  );
  assert.equal(typeset('h 0.999687, layer 2, [0.999, 0.9998]'), 'h\u00a00.9997, layer\u00a02, [0.999,\u00a00.9998]');
  assert.equal(typesetPlain('eta_h'), 'rate of h');
  assert.equal(typesetPlain('rate eta_y, median'), 'rate of y, median');
  assert.equal(typeset('two-points seed-1, x2 - x1'), 'two-points seed-1, x2 - x1');
  assert.equal(typeset('cnn'), 'convolutions');
  assert.equal(typeset('architecture skip: r2 of h'), 'architecture skip connections: R² of h');
  assert.equal(typeset('with skip connections'), 'with skip connections');
  assert.equal(typeset('adam (h 0.9); gain-1.4 (h -23)'), 'Adam (h\u00a00.9); gain\u00a01.4 (h\u00a0−23)');
  const { typesetHeading } = await loadTs('web/src/gallery/typeset.ts');
  assert.equal(typesetHeading('before training'), 'Before training');
  assert.equal(typesetHeading("h' doubled"), 'h′ doubled');
});

test('the cheapest runs of the stored figures end on the stored numbers, to the last bit', async () => {
  const { specOf } = await loadTs('web/src/gallery/stored.ts');
  const { workOf } = await loadTs('web/src/engine/pool.ts');
  const core = await loadCore('simd');
  const cheap = new Map();
  for (const { runs } of results) {
    for (const run of runs.filter(({ end, until_loss: until }) => end && !until)) {
      const spec = specOf(run.spec);
      if (spec.task.kind !== 'images') cheap.set(JSON.stringify(spec), { ...run, spec });
    }
  }
  const sorted = [...cheap.values()].sort((a, b) => workOf(a.spec) - workOf(b.spec));
  const few = sorted.filter(({ spec }, i) => i < 4 && workOf(spec) < 1e10);
  assert.ok(few.length > 0, 'there are cheap runs among the stored ones');
  for (const { name, spec, end } of few) {
    const handle = core.create(spec);
    core.advance(handle, 1e9, Infinity);
    const { columns } = core.describe(handle);
    const last = core.records(handle, core.recordCount(handle) - 1, columns.length).slice();
    core.destroy(handle);
    const at = (column) => last[columns.indexOf(column)];
    const h = `h_0_1_layer_${spec.observe.layer}`;
    const here = { loss: at('loss'), h: at(h), y: at('y_0_1'), w: at('w_0_1') };
    assert.deepEqual(here, end, name);
  }
});
