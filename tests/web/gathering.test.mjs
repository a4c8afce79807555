// What chapter 6 says of how hidden layers gather digits by class, over five seeds of its own lab.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { loadAlgebra, loadCore } from './helpers/core.mjs';
import { loadTs } from './helpers/load-ts.mjs';
import { tutorialLabs } from '../../web/build/tutorials/plugin.mjs';
import { fileURLToPath } from 'node:url';

const seeds = [1, 2, 3, 4, 5];
/** Pictures that the lab shows, and nearest others that it finds. */
const [shown, neighbours] = [300, 5];
const moments = [0, 100, 400];

/** By seed, by moment: the share of held-out and of training pictures recognised, and every layer's cloud. */
let found;
before(async () => {
  const [core, algebra] = [await loadCore('simd'), await loadAlgebra('simd')];
  const { presetSpec, withSettings } = await loadTs('web/src/labs/frame/settings.ts');
  const [images, labels] = ['images', 'labels'].map((kind) => {
    const packed = readFileSync(new URL(`../../web/public/data/digits-first-${kind}.bin`, import.meta.url));
    return Uint8Array.from(gunzipSync(packed)).buffer;
  });
  const labs = tutorialLabs(fileURLToPath(new URL('../../', import.meta.url)));
  const { preset, set } = labs.find(({ path, id }) => path === 'tutorials/digits.html' && id === 'gather');
  const chapter = withSettings(presetSpec(preset), set);
  assert.equal(chapter.training.epochs, moments.at(-1));
  assert.equal(chapter.observe.layer, chapter.network.hidden_layers - 1);
  found = seeds.map((seed) => {
    // Fewer records train the same network.
    const handle = core.create({ ...chapter, seed, observe: { ...chapter.observe, every: 100 } }, images, labels);
    const { columns, steps_per_epoch: steps } = core.describe(handle);
    let epoch = 0;
    const states = moments.map((moment) => {
      if (moment > epoch) core.advance(handle, (moment - epoch) * steps, Infinity);
      epoch = moment;
      assert.equal(core.status(handle).epoch, moment);
      const record = core.records(handle, 0, columns.length).slice(-columns.length);
      const clouds = [0, 1, 2, 3].map((layer) => algebra.cloud(core.layer(handle, layer, shown), neighbours));
      return { heldOut: record[columns.indexOf('held_out_accuracy')], known: record[columns.indexOf('train_accuracy')], clouds };
    });
    core.destroy(handle);
    return states;
  });
});

const within = (values, low, high, what) =>
  assert.ok(values.every((value) => value >= low && value <= high), `${what}: ${values.map((value) => value.toFixed(4))} beyond ${low} to ${high}`);
const of = (moment, layer, measure) => found.map((states) => states[moment].clouds[layer][measure]);
const sameClass = (moment, layer) =>
  found.map((states) => {
    const { neighbours: others } = states[moment].clouds[layer];
    return others.reduce((sum, other, k) => sum + Number(other % 3 === Math.floor(k / neighbours) % 3), 0) / others.length;
  });

test('the spread in the last hidden layer goes on shrinking when next to nothing is left to learn', () => {
  within(of(0, 3, 'spread'), 4.45, 6.25, 'before training');
  within(of(1, 3, 'spread'), 0.115, 0.155, 'at epoch 100');
  within(of(2, 3, 'spread'), 0.03, 0.05, 'at the end');
  within(of(2, 3, 'spread').map((spread, k) => spread / of(1, 3, 'spread')[k]), 0.24, 0.34, 'a quarter to a third');
  within(found.map((states) => states[1].known), 0.9899, 0.992, 'training pictures known at epoch 100');
  within(found.map((states) => states[1].heldOut), 0.983, 0.9901, 'held-out pictures at epoch 100');
  within(found.map((states) => states[2].heldOut), 0.9866, 0.9934, 'and at the end');
});

test('the deeper the layer, the tighter the classes; the first has even let them go a little', () => {
  within(of(0, 0, 'spread'), 3.15, 4.65, 'first layer, before');
  within(of(1, 0, 'spread'), 0.69, 0.755, 'first layer, epoch 100');
  within(of(2, 0, 'spread'), 0.765, 0.865, 'first layer, end');
  within(of(2, 1, 'spread'), 0.25, 0.32, 'second');
  within(of(2, 2, 'spread'), 0.08, 0.12, 'third');
  of(2, 0, 'spread').forEach((spread, k) => assert.ok(spread > of(1, 0, 'spread')[k], 'grown'));
});

test('layers of random weights blur the classes, those that have learnt sort them', () => {
  within(sameClass(0, 3), 0.775, 0.83, 'last layer, before');
  within(sameClass(0, 0), 0.895, 0.935, 'first layer, before');
  for (const layer of [1, 2, 3]) within(sameClass(2, layer), 0.999, 1, `layer ${layer + 1}, end`);
});

test('the angles come near to a simplex and no nearer, and the weights do not follow', () => {
  within(of(2, 3, 'angles'), 0.055, 0.125, 'angles');
  of(2, 3, 'angles').forEach((angle, k) => assert.ok(angle > of(1, 3, 'angles')[k] - 0.01, 'hardly nearer than at epoch 100'));
  within(of(2, 3, 'agreement'), 0.675, 0.71, 'weights');
  within(of(0, 3, 'agreement'), -0.05, 0.05, 'weights before');
});
