// Changing the architecture in the two-point lab must leave a spec that the core accepts.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import Ajv from 'ajv';
import { loadTs } from './helpers/load-ts.mjs';

const { applySetting } = await loadTs('web/src/labs/two-points/changes.ts');
const { settingPaths, settingChoices } = await loadTs('web/src/labs/two-points/settings.ts');
const { findPreset, presetsOf } = await loadTs('web/src/spec/presets.ts');
const { getField } = await loadTs('web/src/spec/paths.ts');

const schema = new URL('../../core/experiment/spec.schema.json', import.meta.url);
const accepts = new Ajv().compile(JSON.parse(readFileSync(schema, 'utf8')));
const kinds = ['mlp', 'residual', 'convolutional', 'attention'];

test('any preset can be given any kind of network', () => {
  for (const { name, spec } of presetsOf('two-points')) {
    for (const kind of kinds) {
      const { network } = applySetting(spec, 'network.kind', kind);
      assert.ok(accepts({ ...spec, network }), `${name} as ${kind}`);
      assert.equal(network.kind, kind);
      assert.equal('channels' in network, kind === 'convolutional');
      if (network.channels) assert.equal(network.width % network.channels, 0, name);
      assert.equal(network.width, spec.network.width);
    }
  }
});

test('going to convolutions and back changes nothing', () => {
  const { spec } = findPreset('two-points/default');
  const there = applySetting(spec, 'network.kind', 'convolutional');
  assert.deepEqual([there.network.channels, there.network.kernel], [20, 11]);
  assert.deepEqual(applySetting(there, 'network.kind', 'mlp'), spec);
});

test('the width of a convolutional network stays a multiple of its channels', () => {
  const { spec } = findPreset('two-points/cnn-padded');
  const widths = [487, 3, 1000].map((width) => applySetting(spec, 'network.width', width).network.width);
  assert.deepEqual(widths, [480, 20, 1000]);
  assert.equal(applySetting(spec, 'network.width', -3).network.width, -3, 'left for the core to refuse');
  // Without padding the width counts places, and any number of them will do.
  const places = findPreset('two-points/cnn').spec;
  assert.equal(applySetting(places, 'network.width', 487).network.width, 487);
  const plain = findPreset('two-points/default').spec;
  assert.equal(applySetting(plain, 'network.width', 487).network.width, 487);
});

test('the dial of encoder against decoder keeps the product of the gains, and finds back to one gain', async () => {
  const { withBalance, sameRun } = await loadTs('web/src/labs/two-points/changes.ts');
  const { spec } = findPreset('two-points/shallow');
  // Two sets of weights before the layer, one after it.
  const ends = [0.1, 2].map((gain) => withBalance(spec, gain));
  assert.deepEqual(ends.map(({ network }) => [network.gain, network.decoder_gain]), [[0.1, 4.287], [2, 0.01072]]);
  for (const end of ends) {
    assert.ok(accepts(end));
    assert.deepEqual(withBalance(end, 0.35), spec);
    // Which weights are the decoder's depends on the layer, so another layer is another run.
    assert.equal(sameRun(end, { ...end, observe: { ...end.observe, layer: 0 } }), false);
  }
  assert.ok(sameRun(spec, { ...spec, observe: { ...spec.observe, layer: 0 } }));
  assert.equal(applySetting(ends[0], 'network.decoder_gain', 0.1).network.decoder_gain, 'same');
});

/** Kinds of the fields that not every network has. */
const ofKind = { channels: 'convolutional', kernel: 'convolutional', padding: 'convolutional', skip_length: 'residual', tokens: 'attention', heads: 'attention' };

test('every control has a field to show, and choices that the schema has', () => {
  for (const { spec } of presetsOf('two-points')) {
    for (const path of settingPaths) {
      const value = getField(spec, path);
      const kind = ofKind[path.split('.').at(-1)];
      assert.equal(value !== undefined, kind === undefined || kind === spec.network.kind, path);
      if (value === undefined) continue;
      for (const choice of Object.keys(settingChoices[path] ?? {})) {
        const changed = applySetting(spec, path, choice);
        assert.ok(accepts(changed), `${path}: ${choice}`);
      }
    }
  }
});

test('pictures can be given convolutions of pictures, and back', async () => {
  const { withNetworkKind } = await loadTs('web/src/spec/network-kind.ts');
  const { spec } = findPreset('digits/three-classes');
  for (const kind of [...kinds, 'picture_convolutional']) {
    const changed = withNetworkKind(spec, kind);
    if (kind !== 'convolutional' && kind !== 'attention') assert.ok(accepts(changed), kind);
    assert.deepEqual(withNetworkKind(changed, 'mlp'), spec, kind);
  }
  const pictures = withNetworkKind(spec, 'picture_convolutional').network;
  assert.deepEqual([pictures.channels, pictures.kernel, 'width' in pictures], [8, 3, false]);
});
