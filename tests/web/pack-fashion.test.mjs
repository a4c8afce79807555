// Packing Fashion-MNIST: from the two files of the set, class by class in turn, and nothing twice.

import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { writeIdx } from '../../web/scripts/pack-digits.mjs';
import { byLabel, packFashion } from '../../web/scripts/pack-fashion.mjs';
import { loadTs } from './helpers/load-ts.mjs';

const count = 620;
// Picture k is of class (3 k) % 10 and says its number in its first two pixels.
const labels = Buffer.from(Array.from({ length: count }, (_, k) => (3 * k) % 10));
const pixels = Buffer.alloc(784 * count);
for (let k = 0; k < count; k++) pixels.set([k >> 8, k & 255], 784 * k);
const images = writeIdx([count, 28, 28], pixels);

test('pictures are dealt out class by class, all of them once, and the list tells the truth', async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'reprise-fashion-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  await writeFile(path.join(folder, 't10k-images-idx3-ubyte.gz'), gzipSync(images));
  await writeFile(path.join(folder, 't10k-labels-idx1-ubyte.gz'), gzipSync(writeIdx([count], labels)));
  const manifest = packFashion(folder, folder);
  assert.equal(packFashion(folder, folder), null, 'packed already');
  assert.deepEqual(JSON.parse(await readFile(path.join(folder, 'fashion.json'))), manifest);

  const { DigitSet } = await loadTs('web/src/pictures/digit-set.ts');
  const seen = new Set();
  for (const part of ['first', 'rest']) {
    const [pictures, names] = await Promise.all(
      ['images', 'labels'].map(async (kind) => {
        const stored = await readFile(path.join(folder, manifest[part][kind].file));
        assert.equal(stored.length, manifest[part][kind].bytes);
        return gunzipSync(stored);
      }),
    );
    const set = DigitSet.fromIdx(pictures, names);
    assert.equal(set.count, manifest[part].count);
    assert.deepEqual(set.countPerClass(), manifest[part].count_per_class);
    for (let k = 0; k < set.count; k++) {
      const [high, low] = set.picture(k);
      const number = 256 * high + low;
      assert.equal(set.labels[k], labels[number]);
      seen.add(number);
      if (part === 'first') assert.equal(set.labels[k], k % 10);
    }
  }
  assert.equal(seen.size, count);
});

test('files that do not belong together are refused', () => {
  assert.throws(() => byLabel(writeIdx([count, 28, 27], pixels), writeIdx([count], labels)), /28 x 28/);
  assert.throws(() => byLabel(images, writeIdx([count - 1], labels.subarray(1))), /620 labels/);
});
