// The digits lab's own reckoning: which pictures are dealt, what is a mistake, what may be said of
// a fit.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { loadCore } from './helpers/core.mjs';
import { loadTs } from './helpers/load-ts.mjs';

const lab = (file) => loadTs(`web/src/labs/digits/${file}.ts`);
const pictures = (file) => loadTs(`web/src/pictures/${file}.ts`);
const { parseIdx, writeIdx } = await pictures('idx');
const { DigitSet } = await pictures('digit-set');
const { enough, largestTrainCount, select } = await lab('subset');
const { squaredInputDistance, squaredTargetDistance } = await lab('pair');
const { findMistakes, judge } = await lab('mistakes');
const { examine, jitter, riseTime } = await lab('misfit');
const { gunzipIfNeeded, LoadError } = await pictures('load');
const { misfitWords } = await loadTs('web/src/labs/digits/misfit-words.ts');
const { presetsOf } = await loadTs('web/src/spec/presets.ts');

const data = (kind) =>
  gunzipSync(
    readFileSync(
      fileURLToPath(new URL(`../../web/public/data/digits-first-${kind}.bin`, import.meta.url)),
    ),
  );
/** Bytes with a buffer of their own, as a fetch gives them. */
const own = (bytes) => Uint8Array.from(bytes);

describe('IDX files', () => {
  it('survive writing and reading', () => {
    const data = Uint8Array.from({ length: 12 }, (_, k) => 7 * k);
    const { sizes, data: back } = parseIdx(writeIdx([3, 2, 2], data));
    assert.deepEqual(sizes, [3, 2, 2]);
    assert.deepEqual([...back], [...data]);
  });

  it('are refused when cut off, of another type, or not belonging together', () => {
    const images = writeIdx([2, 2, 2], new Uint8Array(8));
    const labels = writeIdx([3], new Uint8Array(3));
    assert.throws(() => parseIdx(images.subarray(0, images.length - 1)));
    assert.throws(() => parseIdx(images.subarray(0, 6)));
    assert.throws(() => parseIdx(Uint8Array.from([0, 0, 13, 1, 0, 0, 0, 0])));
    assert.throws(() => DigitSet.fromIdx(images, labels));
  });

  it('are unpacked by their first bytes, whatever they are called', async () => {
    const plain = own([0, 0, 8, 1, 0, 0, 0, 0]);
    assert.equal(await gunzipIfNeeded('x.gz', plain), plain);
    assert.deepEqual([...(await gunzipIfNeeded('x.bin', own(gzipSync(plain))))], [...plain]);
    const cut = own(gzipSync(plain)).slice(0, 15);
    await assert.rejects(gunzipIfNeeded('x.bin', cut), LoadError);
  });
});

describe('the deal of pictures', () => {
  it('is the core’s own, for uneven counts and any order of classes', async () => {
    const images = own(data('images'));
    const labels = own(data('labels'));
    const set = DigitSet.fromIdx(images, labels);
    const core = await loadCore('simd');
    for (const task of [
      { classes: [0, 1, 2], train_count: 100, held_out_count: 50 },
      { classes: [7, 1, 4, 0], train_count: 33, held_out_count: 6 },
    ]) {
      const { spec } = core.validate({
        task: { kind: 'images', ...task },
        network: { width: 2, hidden_layers: 1 },
        training: { batch: 'full', epochs: 1 },
      });
      const handle = core.create(spec, images.buffer, labels.buffer);
      const told = core.describe(handle);
      const dealt = select(set.labels, task.classes, task.train_count, task.held_out_count);
      assert.deepEqual(dealt.train, told.train_indices);
      assert.deepEqual(dealt.heldOut, told.held_out_indices);
      assert.deepEqual(
        dealt.train.map((at) => set.labels[at]),
        told.train_labels,
      );
      core.destroy(handle);
    }
  });

  it('fails exactly when a class runs out', () => {
    const labels = Uint8Array.from([0, 0, 0, 0, 1, 1, 1, 2, 2]);
    const counts = [4, 3, 2, 0, 0, 0, 0, 0, 0, 0];
    for (const classes of [
      [0, 1],
      [1, 0],
      [2, 0, 1],
      [0, 3],
    ]) {
      for (let train = 1; train < 9; ++train) {
        for (let heldOut = 0; heldOut < 6; ++heldOut) {
          const possible = select(labels, classes, train, heldOut) !== null;
          assert.equal(enough(counts, classes, train, heldOut), possible);
          const most = largestTrainCount(counts, classes, heldOut);
          if (possible) assert.ok(train <= most);
          if (train > most) assert.ok(!possible, `${classes} ${train} ${heldOut}`);
        }
      }
    }
  });

  it('is possible for every preset with the digits that the site carries', () => {
    const manifest = JSON.parse(
      readFileSync(new URL('../../web/public/data/digits.json', import.meta.url), 'utf8'),
    );
    const { first, rest } = manifest;
    const all = first.count_per_class.map((count, label) => count + rest.count_per_class[label]);
    for (const { name, spec } of presetsOf('digits')) {
      const { classes, train_count, held_out_count } = spec.task;
      assert.ok(enough(all, classes, train_count, held_out_count), name);
      const quick = enough(first.count_per_class, classes, train_count, held_out_count);
      assert.equal(quick, !['digits/paper', 'digits/small-steps'].includes(name), `${name} needs ${quick ? 'no' : 'the'} rest`);
    }
  });
});

describe('constants of a pair', () => {
  it('are distances of pixels as the network receives them, and of one-hot targets', () => {
    const a = Uint8Array.from([0, 255, 10]);
    const b = Uint8Array.from([5, 0, 10]);
    const normal = (v) => (v / 255 - 0.1307) / 0.3081;
    const direct = [...a].reduce((sum, v, k) => sum + (normal(v) - normal(b[k])) ** 2, 0);
    assert.ok(Math.abs(squaredInputDistance(a, b) - direct) < 1e-12 * direct);
    assert.equal(squaredTargetDistance(3, 3), 0);
    assert.equal(squaredTargetDistance(3, 5), 2);
  });
});

describe('mistakes', () => {
  const classes = [2, 5, 7];
  const labels = [2, 5, 7, 5];
  const outputs = [0.9, 0.1, 0, /**/ 0.7, 0.2, 0.1, /**/ 0, 0.9, 0.8, /**/ 0.1, 0.3, 0.2];

  it('are the digits whose largest output is not their own, the surest first', () => {
    const found = findMistakes(outputs, labels, classes);
    assert.deepEqual(
      found.map(({ index, predicted, actual }) => [index, predicted, actual]),
      [
        [1, 2, 5],
        [2, 5, 7],
      ],
    );
    assert.ok(Math.abs(found[0].margin - 0.5) < 1e-12);
    assert.ok(Math.abs(found[1].margin - 0.1) < 1e-12);
  });

  it('have no margin when there are none', () => {
    const verdict = judge(outputs, labels, classes, 3);
    assert.equal(verdict.predicted, 5);
    assert.equal(verdict.margin, 0);
    assert.deepEqual(findMistakes([1, 0, 0], [2], classes), []);
  });
});

describe('the word on the misfit', () => {
  const count = 60;
  const t = Array.from({ length: count }, (_, k) => k);
  const rise = (width, k) => 1 / (1 + Math.exp(-(k - 25) / width));
  const fit = { r2_h: 0.99, r2_y: 0.99, r2_w: 0.99, final_h: 10, dy2: 2 };
  const smooth = {
    t,
    h: t.map((k) => 10 * rise(3, k)),
    y: t.map((k) => 2 * rise(3, k)),
    // Zero at the start, deepest in the middle, back to zero: as the theory has it.
    w: t.map((k) => -2 * rise(3, k) * (1 - rise(3, k))),
  };
  const context = { trainCount: 600, batch: 64, layer: 2, hiddenLayers: 4, sse: 12 };
  const said = (trajectory, changes = {}, where = context, ended = true) => {
    const findings = examine(trajectory, { ...fit, ...changes }, smooth, ended);
    return { findings, words: misfitWords(findings, where) };
  };

  it('finds nothing wrong with the theory’s own curves', () => {
    const { findings, words } = said(smooth);
    assert.equal(findings.verdict, 'close');
    assert.deepEqual(words.reasons, []);
    assert.ok(findings.againstW < 1e-9);
    assert.match(words.always, /598 others/);
    assert.match(words.always, /324/);
  });

  it('waits until the pair is learnt', () => {
    const half = Object.fromEntries(
      Object.entries(smooth).map(([key, v]) => [key, v.slice(0, 24)]),
    );
    const { findings, words } = said(half, {}, context, false);
    assert.equal(findings.verdict, 'early');
    assert.deepEqual(words.reasons, []);
    // Once the training is over nothing is to be waited for.
    const end = said(half, { r2_y: -0.2 });
    assert.equal(end.findings.verdict, 'unlearnt');
    assert.match(end.words.headline, /not learnt by the end.*its mean would be a better guess/);
    assert.match(end.words.reasons.join(), /stand at y = 0\.\d+, where their targets are 2 apart/);
  });

  it('names a w that falls before the theory’s', () => {
    const w = t.map((k) => -2 * rise(3, k + 4) * (1 - rise(3, k + 4)));
    const { findings, words } = said({ ...smooth, w });
    assert.ok(Math.abs(findings.theoryFall - findings.fall - 4) < 0.3);
    assert.match(words.reasons.join(), /begins to learn this pair earlier than the theory/);
  });

  it('follows the worst of the three curves', () => {
    assert.equal(said(smooth, { r2_w: 0.94 }).findings.verdict, 'partial');
    assert.equal(said(smooth, { r2_h: 0.6 }).findings.verdict, 'poor');
    assert.match(said(smooth, { r2_y: -3 }).words.headline, /mean would be a better guess/);
  });

  it('names noise, and blames the batch only if there is one', () => {
    const noisy = { ...smooth, h: smooth.h.map((h, k) => h + (k % 2 ? 0.4 : -0.4)) };
    assert.match(said(noisy).words.reasons.join(), /only 64 pictures of 600/);
    const full = said(noisy, {}, { ...context, batch: 'full' }).words.reasons.join();
    assert.match(full, /every step sees all pictures/);
    assert.doesNotMatch(full, /only/);
  });

  it('names h falling while w is negative, and falling back', () => {
    const h = smooth.h.map((value, k) => value * (k < 35 ? 1 : 1 - 0.02 * (k - 35)));
    const { findings, words } = said({ ...smooth, h }, { final_h: h[count - 1] });
    assert.ok(findings.againstW > 0.2 && findings.fallBack > 0.3);
    assert.match(words.reasons.join(), /went the other way/);
    assert.match(words.reasons.join(), /fell back by/);
  });

  it('names a rise that is slower than the theory’s', () => {
    const slow = { ...smooth, h: t.map((k) => 10 * rise(6, k)) };
    assert.match(said(slow).words.reasons.join(), /may stretch the rise/);
    assert.ok(Math.abs(riseTime(smooth) - 2 * 3 * Math.log(9)) < 1.5);
  });

  it('knows that two pictures of one digit have one target', () => {
    const same = {
      ...smooth,
      h: smooth.h.map((h) => 11 - h),
      y: t.map(() => 0),
      w: t.map(() => 0),
    };
    const { findings, words } = said(same, { dy2: 0, r2_h: -4 });
    assert.ok(findings.oneClass);
    // They have nothing to learn, so they are never too early once the training is over.
    const apart = said({ ...same, w: t.map((k) => 0.001 * k) }, { dy2: 0, r2_h: -4 });
    assert.equal(apart.findings.verdict, 'poor');
    assert.match(apart.words.reasons.join(), /targets coincide/);
    assert.match(words.reasons.join(), /targets coincide/);
  });

  it('measures the size of white noise', () => {
    let state = 7;
    const uniform = () => (state = (state * 48271) % 2147483647) / 2147483647 - 0.5;
    const noise = Array.from({ length: 4000 }, (_, k) => 0.01 * k + uniform());
    assert.ok(Math.abs(jitter(noise) - Math.sqrt(1 / 12)) < 0.01);
  });
});
