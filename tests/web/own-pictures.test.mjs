// The reader's own pictures and Fashion-MNIST: what the lab reads, and what a run on it looks like, in Node and in
// the browser on real files.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { deflateSync, gunzipSync, gzipSync } from 'node:zlib';
import { loadCore } from './helpers/core.mjs';
import { loadTs } from './helpers/load-ts.mjs';
import { ask, until } from './helpers/element.mjs';
import { openSite, problemsOf } from './helpers/site.mjs';

const { DigitSet } = await loadTs('web/src/pictures/digit-set.ts');
const lab = 'reprise-digits-lab';
/** By way of which the lab itself is had. */
const element = 'shadowRoot.host';

/** A CIFAR-10 file of made-up photographs: class c is bright in channel c % 3, with a slope along the rows. */
function cifar(count, classes) {
  const bytes = new Uint8Array(3073 * count);
  for (let k = 0; k < count; k++) {
    const label = k % classes;
    bytes[3073 * k] = label;
    for (let c = 0; c < 3; c++) {
      for (let p = 0; p < 1024; p++) {
        const bright = c === label % 3 ? 120 : 30;
        bytes[3073 * k + 1 + 1024 * c + p] = bright + (p >> 5) + ((7 * k + 3 * p) % 40);
      }
    }
  }
  return bytes;
}

test('a CIFAR-10 file becomes colour pictures that the core reads back the same', async () => {
  const bytes = cifar(6, 2);
  const set = DigitSet.fromCifar10(bytes);
  assert.deepEqual([set.count, set.height, set.width, set.channels], [6, 32, 32, 3]);
  assert.deepEqual([...set.labels], [0, 1, 0, 1, 0, 1]);
  const second = set.picture(1);
  for (const [pixel, channel] of [[0, 0], [5, 1], [1023, 2]]) {
    assert.equal(second[3 * pixel + channel], bytes[3073 + 1 + 1024 * channel + pixel]);
  }
  assert.throws(() => DigitSet.fromCifar10(bytes.subarray(1)), /multiple of 3073/);
  assert.throws(() => DigitSet.fromCifar10(Uint8Array.from(bytes, (v, k) => (k ? v : 10))), /label 10/);

  const { images, labels } = set.toIdx();
  const again = DigitSet.fromIdx(new Uint8Array(images), new Uint8Array(labels));
  assert.deepEqual(again.pixels, set.pixels);
  assert.equal(again.channels, 3);
  const core = await loadCore('simd');
  const spec = {
    task: { kind: 'images', source: 'cifar10', classes: [0, 1], train_count: 4, held_out_count: 2 },
    network: { width: 8 },
    training: { epochs: 5 },
    observe: { every: 5 },
  };
  const run = (...data) => {
    const handle = core.create(spec, ...data);
    while (core.advance(handle, 100, 1e9) === 0);
    return core.records(handle, 0, core.describe(handle).columns.length).slice();
  };
  // The page hands over IDX; the command line gives the core the file itself.
  assert.deepEqual(run(images, labels), run(bytes.buffer));
  const wrong = { ...spec, task: { ...spec.task, source: 'mnist' } };
  assert.throws(() => core.create(wrong, images, labels), /28 x 28/);
});

test('the class of a picture is its folder, or the beginning of its name', async () => {
  const { classOf, orderOf } = await loadTs('web/src/labs/digits/picture-files.ts');
  assert.equal(classOf('pictures/cat/1.png', '1.png'), 'cat');
  assert.equal(classOf('pictures/all/cat/1.png', '1.png'), 'cat');
  assert.equal(classOf('pictures/cat-1.png', 'cat-1.png'), 'cat');
  assert.equal(classOf('', 'dog 12.png'), 'dog');
  assert.equal(classOf('', 'dog12.png'), 'dog');
  assert.equal(classOf('', '7_0001.png'), '7');
  assert.equal(classOf('', '0001.png'), '');
  assert.deepEqual(orderOf(['10', '2', '2', '1']), ['1', '2', '10']);
});

/** A PNG of RGB pixels. */
function png(width, height, pixel) {
  const rows = [];
  for (let y = 0; y < height; y++) {
    rows.push(0);
    for (let x = 0; x < width; x++) rows.push(...pixel(x, y));
  }
  const chunk = (name, data) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length);
    ends.writeUInt32BE(checksum(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** CRC-32, which Node.js 20 lacks. */
function checksum(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

let site;
let folder;
before(async () => {
  site = await openSite();
  folder = await mkdtemp(path.join(tmpdir(), 'reprise-own-'));
});
after(async () => {
  await site?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

async function openLab(link = '') {
  const opened = await site.open(`digits.html${link}`);
  await until(opened.page, lab, element, (l) => l.run.description);
  return opened;
}

/** Gives files to the lab and waits until it trains on them, with few epochs. */
async function give(page, input, files) {
  await page.locator(`${lab} reprise-own-pictures #${input}`).setInputFiles(files);
}

async function trained(page) {
  await page.evaluate(() => document.querySelector('reprise-digits-lab').changeField('training.epochs', 30));
  await until(page, lab, element, (l) => l.run.description && l.run.spec.training.epochs === 30);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await until(page, lab, element, (l) => l.run.settled);
}

test('clothes come with the site: the run, the gallery and the names follow', { skip: !existsSync(new URL('../../web/dist/data/fashion.json', import.meta.url)) }, async () => {
  const opened = await openLab('#preset=fashion/trajectories&training.epochs=80');
  const { page } = opened;
  await until(page, lab, element, (l) => l.run.description && l.spec.task.source === 'fashion_mnist');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await until(page, lab, element, (l) => l.run.settled);
  const accuracy = await ask(page, lab, element, (l) => l.run.last('held_out_accuracy'));
  assert.ok(accuracy > 0.85, `${accuracy}`);
  await page.getByRole('button', { name: 'Ankle boot', exact: true }).waitFor();
  const mistake = page.locator(`${lab} reprise-mistake-gallery li button`).first();
  assert.match(await mistake.getAttribute('aria-label'), /Says (T-shirt|Trousers), is (T-shirt|Trousers)/);
  assert.deepEqual(await problemsOf(opened), []);
});

test('a CIFAR-10 file can be opened, gzipped or not, and is shown in colour', async () => {
  const file = path.join(folder, 'data_batch_1.bin.gz');
  await writeFile(file, gzipSync(cifar(120, 3)));
  const opened = await openLab();
  const { page } = opened;
  await give(page, 'files', file);
  await until(page, lab, element, (l) => l.run.description && l.spec.task.source === 'cifar10');
  assert.deepEqual(await ask(page, lab, element, (l) => l.spec.task.classes), [0, 1, 2]);
  await page.getByRole('button', { name: 'Aeroplane', exact: true }).waitFor();
  // A network that has not learnt is named.
  const look = page.getByRole('button', { name: /Look at the first \d+ training pictures/ });
  await look.click();
  await page.locator('reprise-digits-structure .unlearnt').waitFor();
  await trained(page);
  const coloured = await page.evaluate(() => {
    const choice = document.querySelector('reprise-digits-lab').shadowRoot.querySelector('reprise-class-choice');
    const canvas = choice.shadowRoot.querySelector('reprise-digit canvas');
    return [canvas.width, ...canvas.getContext('2d').getImageData(0, 0, 1, 1).data];
  });
  const first = cifar(1, 3);
  assert.deepEqual(coloured, [32, first[1], first[1025], first[2049], 255]);

  // Many pictures at once, of one's own too: what the table says is the correlation of what the matrices hold.
  await look.click();
  await until(page, lab, element, (l) => l.run.arrangement?.epoch === 30);
  const cell = page.locator('reprise-digits-structure tr[data-kind="predicted"] td.number');
  await cell.first().waitFor();
  const [all, across] = (await cell.allInnerTexts()).map(Number);
  const shown = await ask(page, lab, element, ({ run: { arrangement } }) => {
    const { labels, measured, predicted } = arrangement.structure;
    const { epoch, accuracy } = arrangement;
    return { labels, measured: [...measured], predicted: [...predicted], epoch, accuracy };
  });
  assert.equal(shown.epoch, 30);
  assert.deepEqual(shown.labels, [...shown.labels].sort());
  const expected = (of) => {
    const pairs = shown.labels.flatMap((a, i) =>
      shown.labels.flatMap((b, j) => (j > i && of(a, b) ? [i * shown.labels.length + j] : [])),
    );
    return correlation(pairs.map((k) => shown.measured[k]), pairs.map((k) => shown.predicted[k]));
  };
  const { correlation } = await loadTs('web/src/shell/correlation.ts');
  assert.ok(Math.abs(all - expected(() => true)) < 0.006, `${all} ${expected(() => true)}`);
  assert.ok(Math.abs(across - expected((a, b) => a !== b)) < 0.006);
  assert.equal(await page.locator('reprise-digits-structure .unlearnt').count(), Number(shown.accuracy < 0.8));
  // Beside it what needs no theory: whether two are of one class, which tells pairs of two classes nothing, and chance.
  const told = (kind) => page.locator(`reprise-digits-structure tr[data-kind="${kind}"] td.number`).allInnerTexts();
  shown.predicted = shown.labels.flatMap((a) => shown.labels.map((b) => Number(a !== b)));
  const [classes, none] = await told('sameClass');
  assert.ok(Math.abs(Number(classes) - expected(() => true)) < 0.006, classes);
  assert.equal(none, '–');
  const chance = (await told('chance')).map(Number);
  assert.ok(chance.every((value) => value > 0 && value < 0.5), `${chance}`);
  assert.deepEqual(await problemsOf(opened), []);
});

test('a folder of pictures can be opened: the folders are the classes', async (t) => {
  const missing = site.lacks('open folders');
  if (missing) return t.skip(missing);
  const root = path.join(folder, 'shapes');
  for (const [name, tint] of [['lines', [250, 40, 40]], ['dots', [40, 40, 250]]]) {
    await mkdir(path.join(root, name), { recursive: true });
    for (let k = 0; k < 15; k++) {
      const there = (x, y) => (name === 'lines' ? y % 4 === k % 4 : (x + y + k) % 4 === 0);
      const bytes = png(20, 12, (x, y) => (there(x, y) ? tint : [0, 0, 0]));
      await writeFile(path.join(root, name, `${k}.png`), bytes);
    }
  }
  const opened = await openLab();
  const { page } = opened;
  await give(page, 'folder', root);
  await until(page, lab, element, (l) => l.run.description && l.spec.task.source === 'custom');
  const own = await ask(page, lab, element, (l) => [l.sets.own.count, l.sets.own.width, l.sets.own.height, l.sets.own.channels, l.sets.own.names]);
  assert.deepEqual(own, [30, 20, 12, 3, ['dots', 'lines']]);
  await page.getByRole('button', { name: 'lines', exact: true }).waitFor();
  await trained(page);
  assert.ok((await ask(page, lab, element, (l) => l.run.last('train_accuracy'))) > 0.9);
  assert.deepEqual(await problemsOf(opened), []);
});

/** Numbers from 0 to 255 that look like chance. */
const scattered = (k) => {
  let mixed = Math.imul(k ^ (k >>> 15) ^ 0x5bd1e995, 2246822519);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 3266489917);
  return (mixed ^ (mixed >>> 16)) & 255;
};

/** Drops files or folders of the machine onto an element, as a reader's hand does. */
async function drop(page, target, paths) {
  await target.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await target.boundingBox();
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop']) {
    await session.send('Input.dispatchDragEvent', { type, x: x + width / 2, y: y + height / 2, data });
  }
}

test('folders that are dropped are read as those that are chosen, and pictures that are blank or nearly the same are named', async (t) => {
  const missing = site.lacks('devtools protocol');
  if (missing) return t.skip(missing);
  const root = path.join(folder, 'dropped');
  const shade = (k) => (x, y) => [0, 1, 2].map((channel) => scattered(192 * k + 24 * y + 3 * x + channel));
  for (const name of ['warm', 'cold']) {
    await mkdir(path.join(root, name, 'inside'), { recursive: true });
    // So many that a browser gives them in several parts.
    for (let k = 0; k < 120; k++) {
      const pixel = shade(name === 'warm' ? 2 * k : 2 * k + 1);
      await writeFile(path.join(root, name, ...(k % 2 ? ['inside', '..'] : []), `${k}.png`), png(8, 8, pixel));
    }
  }
  await writeFile(path.join(root, 'warm', '.DS_Store'), 'hidden');
  await writeFile(path.join(root, 'warm', '7.png'), png(8, 8, () => [90, 90, 90]));
  // One value of one picture is a little off what another class has.
  await writeFile(path.join(root, 'cold', '9.png'), png(8, 8, (x, y) => shade(6)(x, y).map((value) => (x + y > 0 ? value : value < 128 ? value + 20 : value - 20))));
  const opened = await openLab();
  const { page } = opened;
  const target = page.locator(`${lab} reprise-own-pictures .drop`);
  const own = () => ask(page, lab, element, (l) => [l.sets.own?.count, l.sets.own?.width, l.sets.own?.names]);
  for (const paths of [[root], ['warm', 'cold'].map((name) => path.join(root, name))]) {
    // It is closed again with the site's pictures.
    await page.getByText('Your own pictures', { exact: true }).click();
    await drop(page, target, paths);
    await until(page, lab, element, (l) => l.isOwn && l.run.description && l.spec.task.source === 'custom');
    assert.deepEqual(await own(), [240, 8, ['cold', 'warm']]);
    const notice = await page.locator(`${lab} reprise-own-pictures .notice`).innerText();
    assert.match(notice, /^1 of 240 pictures is blank, one value all over \(the first is picture \d+\)/);
    assert.match(notice, /1 picture is nearly the same as an earlier one \(.*, 1 of them with another class/);
    await page.getByRole('button', { name: 'Back to the site’s pictures' }).click();
    await until(page, lab, element, (l) => !l.isOwn);
    // The lab is drawn so a frame later.
    await page.locator(`${lab} option[value=custom]`).waitFor({ state: 'detached' });
  }
  assert.deepEqual(await problemsOf(opened), []);
});

test('pictures that are nearly the same are found in any order, and digits are not taken for one another', async () => {
  const { notablePictures } = await loadTs('web/src/labs/digits/notable-pictures.ts');
  const pixels = Uint8Array.from({ length: 5 * 64 }, (_, k) => scattered(k));
  const one = Uint8Array.from([...pixels.subarray(0, 64)].map((value, k) => (k % 2 ? value : Math.max(0, value - 3))));
  pixels.set(one, 3 * 64);
  pixels.fill(7, 2 * 64, 3 * 64);
  const set = DigitSet.fromPictures({ height: 8, width: 8, channels: 1, pixels, labels: Uint8Array.of(0, 1, 0, 1, 0) });
  assert.deepEqual(notablePictures(set), { blank: [2], twins: [[0, 3]] });
  pixels.set(one.map((value) => (value < 240 ? value + 14 : value - 14)), 3 * 64);
  assert.deepEqual(notablePictures(set).twins, []);
  const packed = (kind) => gunzipSync(readFileSync(new URL(`../../web/public/data/digits-first-${kind}.bin`, import.meta.url)));
  const digits = DigitSet.fromIdx(packed('images'), packed('labels'));
  assert.deepEqual(notablePictures(digits), { blank: [], twins: [] });
});

test('what is packed to far more than fits, or all alike, is refused in time; without a way to unpack that is named', async () => {
  const opened = await openLab();
  const { page } = opened;
  const alert = page.locator(`${lab} reprise-own-pictures [role=alert]`);
  await writeFile(path.join(folder, 'bomb.gz'), gzipSync(Buffer.alloc(250e6), { level: 9 }));
  await give(page, 'files', path.join(folder, 'bomb.gz'));
  await alert.filter({ hasText: /bomb\.gz: unpacked, larger than the 200,000,000 bytes that fit/ }).waitFor();
  for (const name of ['cat', 'dog']) {
    for (let k = 0; k < 3; k++) await writeFile(path.join(folder, `${name}-alike-${k}.png`), png(4, 4, () => [0, 0, 0]));
  }
  await give(page, 'files', ['cat', 'dog'].flatMap((name) => [0, 1, 2].map((k) => path.join(folder, `${name}-alike-${k}.png`))));
  await alert.filter({ hasText: /all pictures are the same/ }).waitFor();
  assert.equal(await ask(page, lab, element, (l) => l.spec.task.source), 'mnist', 'the run is as it was');
  assert.deepEqual(await problemsOf(opened), []);
  await page.evaluate(() => delete globalThis.DecompressionStream);
  await writeFile(path.join(folder, 'small.gz'), gzipSync(Buffer.alloc(100)));
  await give(page, 'files', path.join(folder, 'small.gz'));
  await alert.filter({ hasText: /small\.gz: packed by gzip, and this browser cannot unpack that/ }).waitFor();
  await page.context().close();
});

test('a gzip of several members, padded with zeros, is read whole, as the command line does; a damaged one is refused', async () => {
  const opened = await openLab();
  const { page } = opened;
  const records = cifar(120, 3);
  // Ends in zeros of its own: its size is 368,760 bytes, below 2^24.
  const members = [records.subarray(0, 1000), Buffer.alloc(0), records.subarray(1000)].map((part) => gzipSync(part));
  const whole = path.join(folder, 'members.bin.gz');
  await writeFile(whole, Buffer.concat([...members, Buffer.alloc(512)]));
  await give(page, 'files', whole);
  await until(page, lab, element, (l) => l.run.description && l.spec.task.source === 'cifar10');
  const { train_count: trained, held_out_count: heldOut } = await ask(page, lab, element, (l) => l.spec.task);
  assert.equal(trained + heldOut, 120, 'every picture');
  const damaged = Buffer.concat([...members, Buffer.alloc(512)]);
  damaged[damaged.length - 600] ^= 1;
  await writeFile(path.join(folder, 'bad.gz'), damaged);
  await give(page, 'files', path.join(folder, 'bad.gz'));
  await page.locator(`${lab} reprise-own-pictures [role=alert]`).filter({ hasText: /bad\.gz: cut off or damaged/ }).waitFor();
  assert.deepEqual(await problemsOf(opened), []);
  await page.context().close();
});

test('files that do not go together are refused in words', async () => {
  const opened = await openLab();
  const { page } = opened;
  const at = (name) => path.join(folder, name);
  await writeFile(at('cat-1.png'), png(4, 4, () => [9, 9, 9]));
  await writeFile(at('dog-1.png'), png(5, 4, () => [9, 9, 9]));
  await writeFile(at('1.png'), png(4, 4, () => [9, 9, 9]));
  await writeFile(at('bird-1.png'), Buffer.from('no picture'));
  await writeFile(at('notes.txt'), 'words');
  const alert = page.locator(`${lab} reprise-own-pictures [role=alert]`);
  for (const [files, words] of [
    [['cat-1.png', 'dog-1.png'], /the same size: cat-1.png has 4 × 4 pixels, dog-1.png has 5 × 4/],
    [['cat-1.png'], /1 class \(cat\); from 2 to 10/],
    [['cat-1.png', '1.png'], /1\.png has no class/],
    [['bird-1.png', 'cat-1.png'], /bird-1.png is not a picture/],
    [['notes.txt'], /two IDX files together/],
  ]) {
    await give(page, 'files', files.map(at));
    await alert.filter({ hasText: words }).waitFor();
  }
  assert.equal(await ask(page, lab, element, (l) => l.spec.task.source), 'mnist', 'the run is as it was');
  assert.deepEqual(await problemsOf(opened), []);
});
