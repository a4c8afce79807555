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
  // Written before the paper's settings took these names: they keep meaning what they meant.
  ['two-points', '#preset=two-points/skip&seed=2', { 'network.kind': 'residual', 'network.skip_length': 1, 'observe.layer': 10, seed: 2 }],
  ['two-points', '#preset=two-points/cnn&network.width=100', { 'network.hidden_layers': 10, 'network.padding': 'same', 'network.width': 100 }],
  ['two-points', '#preset=two-points/dropout&network.width=200', { 'network.dropout': 0.1, 'network.input_dropout': 0, 'observe.layer': 5 }],
  ['xor', '#preset=xor/rich&seed=4', { 'network.activation': 'leaky_relu', 'network.gain': 0.85 }],
  ['xor', '#preset=xor/intermediate', { 'network.activation': 'leaky_relu', 'network.gain': 1.25 }],
  ['xor', '#preset=xor/shallow', { 'network.activation': 'leaky_relu', 'network.hidden_layers': 1 }],
  ['xor', '#seed=5', { 'network.activation': 'leaky_relu', 'network.gain': 0.85 }],
  ['feature-collapse', '#preset=feature-collapse/rich&task.side=10', { 'network.activation': 'tanh', 'network.gain': 0.275 }],
  ['feature-collapse', '#preset=feature-collapse/intermediate', { 'network.activation': 'tanh', 'network.gain': 0.5 }],
  ['feature-collapse', '#preset=feature-collapse/lazy', { 'network.activation': 'tanh', 'network.gain': 2 }],
  ['feature-collapse', '#task.side=12', { 'network.activation': 'tanh', 'network.gain': 0.275, 'task.side': 12 }],
  ['digits', '#preset=digits/paper', { 'training.learning_rate': 0.003 }],
  // The paper's settings under the paper's names, and ours under their own.
  ['two-points', '#preset=two-points/skip@2', { 'network.skip_length': 2 }],
  ['two-points', '#preset=two-points/skip-one-back&network.skip_length=3', { 'network.skip_length': 3 }],
  ['two-points', '#preset=two-points/cnn@2', { 'network.padding': 'valid', 'network.hidden_layers': 12 }],
  ['two-points', '#preset=two-points/dropout@2', { 'network.input_dropout': 0.1, 'observe.layer': 2 }],
  ['two-points', '#preset=two-points/default&network.decoder_gain=1.5&task.targets=centred', { 'network.decoder_gain': 1.5, 'task.targets': 'centred' }],
  ['two-points', '#preset=two-points/default&network.decoder_gain=same', { 'network.decoder_gain': 'same' }],
  ['xor', '#preset=xor/rich@2', { 'network.activation': 'relu' }],
  ['xor', '#preset=xor/lazy-leaky', { 'network.activation': 'leaky_relu', 'network.gain': 2 }],
  ['feature-collapse', '#preset=feature-collapse/rich@2', { 'network.activation': 'leaky_relu', 'network.gain': 0.275 }],
  ['digits', '#preset=digits/paper@2', { 'training.learning_rate': 0.024 }],
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
