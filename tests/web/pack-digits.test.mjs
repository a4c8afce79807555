// The packed digits are the digits of the npm package: nothing lost, nothing reordered.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gunzipSync } from 'node:zlib';

import {
  CLASSES,
  FIRST_SET_LIMIT,
  PIXELS,
  SIDE,
  firstSet,
  packDigits,
  pixelFromFraction,
  roundRobin,
  writeIdx,
} from '../../web/scripts/pack-digits.mjs';

const require = createRequire(import.meta.url);
const source = join(dirname(require.resolve('mnist/package.json')), 'src', 'digits');

/** Independent reading of an IDX file: sizes and the bytes after them. */
function readIdx(bytes) {
  assert.deepEqual([...bytes.subarray(0, 3)], [0, 0, 8], 'unsigned bytes');
  const dimensions = bytes[3];
  const sizes = Array.from({ length: dimensions }, (_, k) => bytes.readUInt32BE(4 + 4 * k));
  const data = bytes.subarray(4 + 4 * dimensions);
  assert.equal(
    data.length,
    sizes.reduce((product, size) => product * size, 1),
  );
  return { sizes, data };
}

describe('pixels', () => {
  it('come back exactly from their rounded fractions', () => {
    for (let pixel = 0; pixel <= 255; ++pixel) {
      const stored = Number((pixel / 255).toFixed(3));
      assert.equal(pixelFromFraction(stored), pixel);
    }
  });

  it('refuse what is no rounded multiple of 1/255', () => {
    for (const wrong of [0.001, 0.5, -0.004, 1.004, NaN, '']) {
      assert.throws(() => pixelFromFraction(wrong), /not a multiple/, String(wrong));
    }
  });
});

describe('order', () => {
  it('goes round the classes and skips one that has run out', () => {
    const byClass = [['a0', 'a1'], ['b0'], ['c0', 'c1', 'c2']];
    const order = roundRobin(byClass).map(({ image }) => image);
    assert.deepEqual(order, ['a0', 'b0', 'c0', 'a1', 'c1', 'c2']);
  });
});

describe('IDX', () => {
  it('starts with the magic number of unsigned-byte images', () => {
    const file = writeIdx([1, 2, 2], Buffer.from([9, 8, 7, 6]));
    assert.equal(file.toString('hex'), '00000803' + '000000010000000200000002' + '09080706');
  });
});

describe('first set', () => {
  it('takes whole rounds and keeps within the limit', () => {
    // Noise does not compress, so a limit of 120,000 bytes holds about 150 such images.
    let state = 1;
    const noise = () => (state = (state * 48271) % 2147483647) & 255;
    const image = () => Uint8Array.from({ length: PIXELS }, noise);
    const byClass = [0, 1].map(() => Array.from({ length: 200 }, image));
    const { count, set } = firstSet(byClass, 120_000);
    assert.ok(set.images.length + set.labels.length <= 120_000);
    assert.equal(count, 150);
    assert.throws(() => firstSet(byClass, 1000), /not even/);
  });
});

describe('packed files', () => {
  let target;
  let manifest;
  const original = [];
  const unpack = (name) => readIdx(gunzipSync(readFileSync(join(target, name))));

  before(() => {
    target = mkdtempSync(join(tmpdir(), 'reprise-digits-'));
    for (let label = 0; label < CLASSES; ++label) {
      const text = readFileSync(join(source, `${label}.json`), 'utf8');
      original.push(Uint8Array.from(JSON.parse(text).data, (value) => Math.round(value * 255)));
    }
    manifest = packDigits(source, target);
  });
  after(() => rmSync(target, { recursive: true, force: true }));

  it('hold 10,000 digits, the first set at most 1 MB and equally many of each', () => {
    const { first, rest } = manifest;
    assert.equal(first.count + rest.count, 10_000);
    assert.ok(first.images.bytes + first.labels.bytes <= FIRST_SET_LIMIT);
    assert.ok(first.count >= 5000, `${first.count}`);
    assert.ok(first.count_per_class.every((count) => count === first.count / CLASSES));
    for (const set of [first, rest]) {
      for (const part of [set.images, set.labels]) {
        const packed = readFileSync(join(target, part.file));
        assert.equal(packed.length, part.bytes);
        assert.equal(gunzipSync(packed).length, part.unpacked_bytes);
        assert.deepEqual([...packed.subarray(0, 2)], [0x1f, 0x8b]);
        assert.deepEqual([...packed.subarray(4, 8)], [0, 0, 0, 0], 'no time stamp');
      }
    }
    assert.deepEqual(JSON.parse(readFileSync(join(target, 'digits.json'), 'utf8')), manifest);
  });

  it('hold every digit of the package once, in its order within its class', () => {
    const next = new Array(CLASSES).fill(0);
    for (const name of ['first', 'rest']) {
      const images = unpack(`digits-${name}-images.bin`);
      const labels = unpack(`digits-${name}-labels.bin`);
      assert.deepEqual(images.sizes, [manifest[name].count, SIDE, SIDE]);
      assert.deepEqual(labels.sizes, [manifest[name].count]);
      labels.data.forEach((label, k) => {
        const start = next[label]++ * PIXELS;
        const expected = original[label].subarray(start, start + PIXELS);
        const image = images.data.subarray(k * PIXELS, (k + 1) * PIXELS);
        assert.ok(Buffer.compare(image, expected) === 0, `digit ${k} of the ${name} set`);
      });
    }
    next.forEach((count, label) => assert.equal(count * PIXELS, original[label].length));
  });

  it('are left alone while newer than their inputs, and packed again alike when not', () => {
    assert.equal(packDigits(source, target), null);
    const path = join(target, 'digits-first-images.bin');
    const before = readFileSync(path);
    writeFileSync(path, 'spoilt');
    utimesSync(path, 0, 0);
    assert.deepEqual(packDigits(source, target), manifest);
    assert.equal(Buffer.compare(readFileSync(path), before), 0);
    assert.ok(statSync(path).mtimeMs > 0);
  });
});
