// A lab's state must survive becoming a link and back, whatever it is.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadTs } from './helpers/load-ts.mjs';

const { hashFromSpec, specFromHash } = await loadTs('web/src/spec/url.ts');
const { presets, findPreset, linkName } = await loadTs('web/src/spec/presets.ts');
const { fieldPaths, getField, withField } = await loadTs('web/src/spec/paths.ts');

test('an unchanged preset is its name alone', () => {
  for (const preset of presets) {
    assert.equal(hashFromSpec(preset.spec, preset), `#preset=${linkName(preset)}`);
  }
});

test('changing any one field survives the round trip and names only that field', () => {
  // Changing the kind of network changes what fields there are; see below.
  const fixed = ['version', 'task.kind', 'network.kind'];
  const byLayer = { 'network.widths': [7], 'network.activations': ['tanh', 'relu'] };
  const other = (value, path) => {
    if (byLayer[path]) return byLayer[path];
    if (Array.isArray(value)) return [...value].reverse();
    if (typeof value === 'number') return value * 1.7 + 3e-7;
    return 'tanh';
  };
  for (const preset of presets) {
    for (const path of fieldPaths(preset.spec).filter((p) => !fixed.includes(p))) {
      const value = other(getField(preset.spec, path), path);
      const spec = withField(preset.spec, path, value);
      const hash = hashFromSpec(spec, preset);
      const back = specFromHash(hash, presets);
      assert.equal(back.preset.name, preset.name);
      assert.deepEqual(back.spec, spec, hash);
      assert.deepEqual(back.unknown, []);
      const same = JSON.stringify(value) === JSON.stringify(getField(preset.spec, path));
      assert.equal(hash.split('&').length, same ? 1 : 2);
    }
  }
});

test('every preset can be written as a difference from any other of its kind', () => {
  const two = presets.filter(({ name }) => name.startsWith('two-points/'));
  assert.ok(two.length >= 5);
  for (const from of two) {
    for (const to of two) {
      const back = specFromHash(hashFromSpec(to.spec, from), presets);
      assert.deepEqual(back.spec, to.spec);
    }
  }
});

test('a name that another preset has taken over is told from the new by its version', () => {
  const { preset } = specFromHash('#preset=xor/rich', presets);
  assert.equal(preset.name, 'xor/rich-leaky');
  assert.equal(hashFromSpec(preset.spec, preset), '#preset=xor/rich-leaky', 'written by its own name');
  const paper = findPreset('xor/rich');
  assert.equal(hashFromSpec(paper.spec, paper), '#preset=xor/rich@2');
  assert.equal(specFromHash('#preset=xor/rich@2', presets).preset, paper);
  assert.deepEqual(specFromHash('#preset=xor/rich-leaky@2', presets).unknown, ['xor/rich-leaky@2']);
});

test('reads the documented form', () => {
  const state = specFromHash('#preset=two-points/default&network.gain=1.2&seed=3', presets);
  assert.equal(state.spec.network.gain, 1.2);
  assert.equal(state.spec.seed, 3);
  assert.equal(state.spec.network.width, findPreset('two-points/default').spec.network.width);
});

test('layers have units and activations of their own, or all the same', () => {
  const read = (rest) => specFromHash(`#preset=plane/own&${rest}`, presets).spec.network;
  const { widths, activations } = read('network.widths=8,1,3&network.activations=relu,tanh,silu');
  assert.deepEqual([widths, activations], [[8, 1, 3], ['relu', 'tanh', 'silu']]);
  assert.deepEqual(read('network.widths=8').widths, [8]);
  assert.equal(read('network.widths=same').widths, 'same');
});

test('the kind of network decides which fields a link may name, whatever their order', () => {
  const read = (rest) => specFromHash(`#preset=two-points/default&${rest}`, presets);
  const convolutional = read('network.channels=10&network.kind=convolutional');
  assert.deepEqual(convolutional.unknown, []);
  assert.equal(convolutional.spec.network.channels, 10);
  assert.equal(convolutional.spec.network.kernel, 11);
  assert.deepEqual(read('network.channels=10').unknown, ['network.channels']);
  const residual = specFromHash('#preset=two-points/cnn&network.kind=residual', presets);
  assert.deepEqual(residual.unknown, []);
  assert.equal(residual.spec.network.channels, undefined);
  assert.equal(read('network.dropout=0.2').spec.network.dropout, 0.2);
  assert.equal(read('training.optimizer=adam').spec.training.optimizer, 'adam');
});

test('keeps what is shown apart from what is run', () => {
  const state = specFromHash('#preset=two-points/default&lab=edge', presets);
  assert.deepEqual(state.extras, { lab: 'edge' });
  assert.deepEqual(state.unknown, []);
  assert.equal(hashFromSpec(state.spec, state.preset, state.extras), '#preset=two-points/default&lab=edge');
});

test('names unknown fields and presets, and does not apply them', () => {
  const state = specFromHash(
    '#preset=two-points/nonsense&network.gian=2&task.kind=xor&__proto__.polluted=1',
    presets,
  );
  assert.equal(state.preset, presets[0]);
  assert.deepEqual(state.spec, presets[0].spec);
  assert.deepEqual(state.unknown, [
    'two-points/nonsense',
    'network.gian',
    'task.kind',
    '__proto__.polluted',
  ]);
  assert.equal({}.polluted, undefined);
});

test('leaves a value that does not fit for the validator to refuse', () => {
  const state = specFromHash('#preset=two-points/default&network.width=many', presets);
  assert.equal(state.spec.network.width, 'many');
});

test('a link damaged on its way still means what it meant', () => {
  const link = '#preset=two-points/shallow&network.gain=1.2&training.learning_rate=1e%2B0&seed=3';
  const meant = specFromHash(link, presets);
  assert.equal(meant.spec.training.learning_rate, 1);
  const damaged = {
    'escaped as HTML': link.replaceAll('&', '&amp;'),
    'escaped as HTML twice': link.replaceAll('&', '&amp;amp;'),
    'its # escaped': link.replace('#', '#%23'),
    'escaped as a whole': `#${encodeURIComponent(link.slice(1))}`,
    'escaped as a whole, with its #': `#${encodeURIComponent(link)}`,
    'escaped twice': `#${encodeURIComponent(encodeURIComponent(link))}`,
    'an escaped & alone': link.replaceAll('&', '%26'),
    'a query': link.replace('#', '?'),
    'other case': link.toUpperCase(),
    'the end of a sentence': `${link}).`,
    'spaces at its breaks': link.replaceAll('&', '%20&%0A'),
  };
  for (const [how, text] of Object.entries(damaged)) {
    const read = specFromHash(text, presets);
    assert.equal(read.preset, meant.preset, how);
    assert.deepEqual(read.spec, meant.spec, how);
    assert.deepEqual(read.unknown, [], how);
  }
});

test('every key that means nothing is named, with a dot or without', () => {
  const { unknown, extras, preset } = specFromHash('#preset=two-points/shallow&sead=3&gain=2&task.kind=two_points&100%', presets);
  assert.deepEqual(unknown, ['sead', 'gain', '100%']);
  assert.deepEqual(extras, {});
  assert.equal(preset.name, 'two-points/shallow');
});

test('an empty link is the first preset', () => {
  for (const hash of ['', '#']) {
    const state = specFromHash(hash, presets);
    assert.equal(state.preset, presets[0]);
    assert.deepEqual(state.spec, presets[0].spec);
  }
});
