// Links that are out in the world: each must mean for ever what it meant when it was written. Add, never change.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadCore } from './helpers/core.mjs';
import { loadTs } from './helpers/load-ts.mjs';

/** Lab, fragment, and what it must set. */
const LINKS = [
  ['two-points', '#preset=two-points/default&network.gain=1.2&seed=3', { 'network.gain': 1.2, seed: 3, 'network.width': 500, 'training.learning_rate': 0.01 }],
  ['two-points', '#preset=two-points/tanh&task.dx2=2&task.dy2=0.25&observe.layer=4', { 'network.activation': 'tanh', 'task.dx2': 2, 'task.dy2': 0.25, 'observe.layer': 4 }],
  ['two-points', '#preset=two-points/shallow&network.width=40&training.epochs=300&seed=7', { 'network.hidden_layers': 2, 'training.epochs': 300, seed: 7 }],
  ['two-points', '#preset=two-points/default&network.kind=convolutional&network.channels=20&network.kernel=11', { 'network.kind': 'convolutional', 'network.channels': 20, 'network.kernel': 11 }],
  ['xor', '#preset=xor/lazy&network.width=64&seed=9', { 'network.gain': 2, 'network.width': 64, seed: 9 }],
  ['xor', '#preset=xor/rich&network.width=100&training.learning_rate=0.03&training.epochs=2500&observe.every=9', { 'network.gain': 0.85, 'observe.every': 9 }],
  ['digits', '#preset=digits/three-classes&task.classes=0,1,2,7&observe.points=1,3', { 'task.classes': [0, 1, 2, 7], 'observe.points': [1, 3] }],
  ['digits', '#preset=digits/paper&training.batch=full&task.train_count=60&network.width=16', { 'training.batch': 'full', 'task.train_count': 60 }],
];

test('every stored link still means what it meant', async () => {
  const { specFromHash, hashFromSpec } = await loadTs('web/src/spec/url.ts');
  const { presetsOf } = await loadTs('web/src/spec/presets.ts');
  const { getField } = await loadTs('web/src/spec/paths.ts');
  const core = await loadCore('simd');
  for (const [lab, link, expected] of LINKS) {
    const { spec, preset, unknown } = specFromHash(link, presetsOf(lab));
    assert.deepEqual(unknown, [], link);
    for (const [field, value] of Object.entries(expected)) {
      assert.deepEqual(getField(spec, field), value, `${field} of ${link}`);
    }
    assert.equal(core.validate(spec).problem, undefined, link);
    assert.deepEqual(specFromHash(hashFromSpec(spec, preset), presetsOf(lab)).spec, spec, link);
  }
});
