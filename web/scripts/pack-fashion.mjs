// Packs 10,000 pictures of Fashion-MNIST for the site, from the Debian package dataset-fashion-mnist.
//
// In:  /usr/share/datasets/fashion-mnist/t10k-{images-idx3,labels-idx1}-ubyte.gz, or a folder given as argument
// Out: web/public/data/fashion-{first,rest}-{images,labels}.bin and fashion.json, as of pack-digits.mjs
//
// Where the package is missing, the site is built without these pictures, and says so when asked for them.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { CLASSES, isPacked, packClasses, PIXELS, SIDE } from './pack-digits.mjs';

const FOLDER = '/usr/share/datasets/fashion-mnist';
const IMAGES = 't10k-images-idx3-ubyte.gz';
const LABELS = 't10k-labels-idx1-ubyte.gz';

const SOURCE = {
  name: 'Fashion-MNIST',
  authors: 'Han Xiao, Kashif Rasul and Roland Vollgraf (Zalando Research)',
  packed_from: 'Debian package dataset-fashion-mnist (MIT), the 10,000 pictures of its test set',
  note: 'Fashion-MNIST is a set of pictures of clothes, made to have the form of MNIST.',
};

/** The pictures of each label, in file order, from two IDX files. Throws if they do not belong together. */
export function byLabel(images, labels) {
  const count = images.readUInt32BE(4);
  const shaped = images.readUInt32BE(0) === 0x803 && images.readUInt32BE(8) === SIDE;
  if (!shaped || images.readUInt32BE(12) !== SIDE || images.length !== 16 + count * PIXELS) {
    throw new Error(`${IMAGES} holds no pictures of ${SIDE} x ${SIDE}`);
  }
  if (labels.readUInt32BE(0) !== 0x801 || labels.length !== 8 + count) {
    throw new Error(`${LABELS} does not hold ${count} labels`);
  }
  const classes = Array.from({ length: CLASSES }, () => []);
  for (let k = 0; k < count; ++k) {
    classes[labels[8 + k]].push(images.subarray(16 + k * PIXELS, 16 + (k + 1) * PIXELS));
  }
  return classes;
}

/** Returns the manifest, or null when everything in `target` is newer than its inputs. */
export function packFashion(folder, target, { force = false } = {}) {
  const inputs = [IMAGES, LABELS].map((name) => join(folder, name));
  if (!force && isPacked(target, 'fashion', [...inputs, fileURLToPath(import.meta.url)])) return null;
  const [images, labels] = inputs.map((path) => gunzipSync(readFileSync(path)));
  return packClasses(byLabel(images, labels), target, 'fashion', SOURCE);
}

function main() {
  const folder = process.argv.slice(2).find((given) => !given.startsWith('--')) ?? FOLDER;
  if (!existsSync(join(folder, IMAGES))) {
    console.log(`fashion: ${folder} is missing (Debian package dataset-fashion-mnist); left out`);
    return;
  }
  const here = dirname(fileURLToPath(import.meta.url));
  const target = resolve(here, '..', 'public', 'data');
  const manifest = packFashion(folder, target, { force: process.argv.includes('--force') });
  if (!manifest) {
    console.log('fashion: already packed');
    return;
  }
  for (const part of ['first', 'rest']) {
    const { count, images, labels } = manifest[part];
    console.log(`fashion: ${part} set ${count} pictures, ${images.bytes + labels.bytes} bytes`);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) main();
