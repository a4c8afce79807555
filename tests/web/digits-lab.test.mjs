// What the digits lab does with what the reader presses: mistakes, pairs, links, refusals, files, keys.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { ask, until } from './helpers/element.mjs';
import { becomes, openSite, problemsOf } from './helpers/site.mjs';

/** A narrow network learns three digits in a few seconds, also on a slow machine. */
const quick =
  '#preset=digits/three-classes&network.width=60&training.learning_rate=0.05&training.epochs=60&seed=2';
/** Nothing to be learnt from it, but all there is to press. */
const tiny =
  '#preset=digits/three-classes&task.train_count=60&task.held_out_count=60&network.width=16&training.epochs=20&training.batch=20';

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

/** By way of which the lab itself is had. */
const element = 'shadowRoot.host';

/** A page with `lab(f)` to ask the lab and `until(f)` to wait for it, still to be visited. */
async function openPage(hash, options) {
  // Not by way of another page: WebKit's inspector stops answering when a page is left whose requests it holds.
  const page = await site.newPage(options);
  page.complaints = () => problemsOf({ page, problems: page.problems });
  page.lab = (question) => ask(page, 'reprise-digits-lab', element, question);
  page.until = (condition) => until(page, 'reprise-digits-lab', element, condition);
  page.press = (name) => page.getByRole('button', { name, exact: true }).click();
  page.visit = () => page.goto(site.url(`digits.html${hash}`));
  return page;
}

async function openLab(hash, options) {
  const page = await openPage(hash, options);
  await page.visit();
  await page.until((l) => l.run.description && l.run.status?.state === 'idle');
  return page;
}

const finished = (l) => l.run.status.state === 'finished';
const idle = (l) => l.run.description && l.run.status?.state === 'idle';

test('learns three digits, shows its mistakes and fits the followed pair', async () => {
  const page = await openLab(quick);
  await page.press('Run');
  await page.until((l) => l.run.status.epoch > 2);
  const progress = page
    .locator('reprise-run-bar p')
    .filter({ hasText: /epochs\/s · about .* left/ });
  await progress.waitFor();
  await page.until(finished);
  const { accuracy, heldOut } = await page.lab((l) => ({
    accuracy: l.run.last('held_out_accuracy'),
    heldOut: l.task.held_out_count,
  }));
  assert.ok(accuracy > 0.85, `${accuracy} of the held-out pictures recognised`);

  // The gallery holds exactly the pictures that the recorded accuracy calls wrong.
  const wrong = Math.round((1 - accuracy) * heldOut);
  await page.until(`(l) => l.run.mistakes.length === ${wrong}`);
  const shown = page.getByRole('button', { name: /^Says \d, is \d/ });
  const count = Math.min(wrong, 18);
  // Those of an earlier record, perhaps more of them, stand there until the gallery is drawn again.
  assert.equal(await becomes(() => shown.count(), (now) => now === count), count);

  // The theory knows only two of the pictures and is not expected to fit well; but it must be there.
  await page.until((l) => l.run.findings !== null);
  const fit = await page.lab((l) => l.run.fitted?.fit ?? null);
  assert.ok(fit.r2_h > 0.5, `r2 of h is ${fit.r2_h}`);
  assert.equal(fit.dy2, 2);
  await page.getByText('The equations know these two pictures and nothing else').waitFor();
  assert.deepEqual(await page.complaints(), []);
});

test('the theory’s constant for the pair is that of the packed pictures', async () => {
  const page = await openLab(tiny);
  await page.press('Run');
  await page.until((l) => l.run.fitted !== null);
  const { dx2, points } = await page.lab((l) => ({
    dx2: l.run.fitted.fit.dx2,
    points: l.spec.observe.points,
  }));
  // Training pictures 1 and 2 are the first 0 and the first 1 of the file, whose order is 0, 1, 2, ….
  assert.deepEqual(points, [0, 1]);
  const file = new URL('../../web/public/data/digits-first-images.bin', import.meta.url);
  const pixels = gunzipSync(readFileSync(file)).subarray(16);
  let sum = 0;
  for (let k = 0; k < 784; ++k) sum += ((pixels[k] - pixels[784 + k]) / 255 / 0.3081) ** 2;
  assert.ok(Math.abs(dx2 - sum) < 1e-6 * sum, `${dx2} is not ${sum}`);
});

test('one seed gives one curve, and a new seed another', async () => {
  const page = await openLab(tiny);
  const curve = async () => {
    await page.press('Run');
    await page.until(finished);
    return page.lab((l) => Array.from(l.run.column('loss')).join());
  };
  const first = await curve();
  await page.press('Reset');
  await page.until((l) => l.run.status.epoch === 0);
  assert.equal(await curve(), first);
  await page.press('New seed');
  // One after the other, so that seeds which a text speaks of can be gone through.
  await page.until((l) => l.spec.seed === 2 && l.run.status?.epoch === 0);
  assert.notEqual(await curve(), first);
});

test('fewer pictures than a batch are taken all at once, which is said, and more of them bring the batch back', async () => {
  const page = await openLab(`${tiny}&observe.points=6,11`);
  const field = page.getByRole('textbox', { name: 'Training pictures' });
  const give = async (count) => {
    await field.fill(String(count));
    await field.press('Enter');
    await page.until(`(l) => l.run.description && l.run.spec.task.train_count === ${count}`);
    return page.lab(({ run: { spec } }) => [spec.training.batch, spec.observe.points.join()]);
  };
  const note = page.getByText('These are fewer than a batch of 20: every step uses them all.');
  assert.deepEqual(await give(9), ['full', '0,1']);
  await note.waitFor();
  // What else is changed meanwhile makes no difference.
  await page.press('New seed');
  await page.until((l) => l.run.spec?.seed === 2);
  assert.deepEqual(await give(15), ['full', '6,11']);
  assert.deepEqual(await give(60), [20, '6,11']);
  await note.waitFor({ state: 'detached' });
});

test('after a reset nothing is left of the fit', async () => {
  const page = await openLab(tiny);
  await page.press('Run');
  await page.until((l) => l.run.settled);
  await page.press('Reset');
  await page.until((l) => l.run.status.epoch === 0 && l.run.column('t').length === 1 && l.run.fitted === null);

  // Nor of a fit that was still being made.
  await page.lab(({ run: { engine } }) => {
    const fit = engine.fit.bind(engine);
    engine.fit = async (...request) => {
      const made = await fit(...request);
      engine.held = (engine.held ?? 0) + 1;
      await new Promise((done) => setTimeout(done, 1000));
      engine.held--;
      return made;
    };
  });
  await page.press('Run');
  await page.until((l) => l.run.status.state === 'finished' && l.run.engine.held > 0);
  await page.press('Reset');
  await page.until((l) => l.run.status.epoch === 0 && l.run.column('t').length === 1);
  await page.until((l) => l.run.engine.held === 0);
  await page.getByText('The fit appears after the first few records.').waitFor();
  assert.equal(await page.lab((l) => l.run.fitted?.fit ?? null), null);
});

/** A number of times that a lab is found finished while it goes over from a finished run to the next. */
const finishedMeanwhile = async (l) => {
  const soon = () => new Promise((resolve) => setTimeout(resolve));
  await l.start();
  while (!l.finished) await soon();
  let [times, over] = [0, false];
  void l.configure(undefined, 'network.width=200 seed=5').then(() => (over = true));
  for (; !over; await soon()) times += Number(l.finished);
  return times + Number(l.finished);
};

test('while the next run is made, the end of the one before is not taken for its own', async () => {
  const page = await openLab(tiny);
  assert.equal(await page.lab(finishedMeanwhile), 0);
});

test('pause, step and reset do what they say', async () => {
  const page = await openLab(tiny);
  await page.locator('reprise-run-bar select').selectOption('3');
  await page.press('Run');
  await page.until((l) => l.run.status.epoch >= 1);
  await page.press('Pause');
  await page.until((l) => l.run.status.state === 'paused');
  const epoch = await page.lab((l) => l.run.status.epoch);
  await page.press('Step');
  // A pause may fall between two steps of an epoch.
  await page.until(`(l) => Math.abs(l.run.status.epoch - ${epoch + 1}) < 1e-9`);
  await page.press('Reset');
  await page.until((l) => l.run.status.epoch === 0 && l.run.column('t').length === 1);
});

test('choosing classes and a pair starts over, and the link says so', async () => {
  const page = await openLab(tiny);
  await page.press('Digit 7');
  await page.until((l) => l.run.description && l.run.spec.task.classes.length === 4);
  // Chosen just now or from the start, a class's picture has the same ink: that of a pressed button's words once
  // stayed, or never came, as pictures do not follow a colour that changes.
  const ink = (digit) =>
    page.getByRole('button', { name: `Digit ${digit}`, exact: true }).evaluate((button) => {
      const canvas = button.querySelector('canvas');
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      const opaque = data.findIndex((value, k) => k % 4 === 3 && value === 255);
      return [...data.subarray(opaque - 3, opaque)].join();
    });
  const first = await ink(0);
  assert.match(first, /^\d+,\d+,\d+$/);
  for (const digit of [7, 8]) assert.equal(await ink(digit), first, `digit ${digit}`);
  await page.press('Choose two others');
  await page.press('7, training picture 4');
  await page.until((l) => l.run.description && l.run.spec.observe.points.join() === '1,3');
  assert.equal(await page.lab((l) => l.run.status?.epoch ?? 0), 0);
  assert.match(page.url(), /task\.classes=0,1,2,7/);
  assert.match(page.url(), /observe\.points=1,3/);

  const copy = await openLab(new URL(page.url()).hash);
  const spec = (l) => JSON.stringify(l.run.spec);
  assert.equal(await copy.lab(spec), await page.lab(spec));

  // Two classes are the least there is to tell apart.
  for (const digit of [0, 1, 2]) await copy.press(`Digit ${digit}`);
  await copy.until((l) => l.run.description && l.run.spec.task.classes.join() === '2,7');
  assert.equal(
    await copy.getByRole('button', { name: 'Digit 2', exact: true }).getAttribute('aria-pressed'),
    'true',
  );
});

test('another hidden layer is looked at without new training', async () => {
  const page = await openLab(tiny);
  await page.press('Run');
  await page.until((l) => l.run.status.state === 'finished' && l.run.fitted !== null);
  const before = await page.lab((l) => [l.run.fitted.fit.eta_h, l.run.trajectory().h.at(-1)]);
  const field = page.getByRole('textbox', { name: 'Observed hidden layer' });
  // Readers count from 1, the spec from 0.
  await field.fill('1');
  await field.press('Enter');
  await page.until((l) => l.run.spec.observe.layer === 0 && l.run.fitted !== null);
  assert.equal(await page.lab((l) => l.run.status.state), 'finished');
  const after = await page.lab((l) => [l.run.fitted.fit.eta_h, l.run.trajectory().h.at(-1)]);
  assert.notDeepEqual(after, before);
  await field.fill('0');
  await field.press('Enter');
  await page.getByText('0 cannot be used; allowed: a whole number from 1 to').waitFor();
  assert.equal(await page.lab((l) => l.run.spec.observe.layer), 0);
});

test('the rest of the digits is fetched only when asked for', async () => {
  const page = await openPage('#preset=digits/paper&network.width=8&training.epochs=2');
  const fetched = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.visit();
  await page.until((l) => l.source.state === 'ready' && l.needsMore);
  assert.ok(fetched.some((url) => url.endsWith('digits-first-images.bin')));
  assert.ok(!fetched.some((url) => url.includes('digits-rest')));
  await page.press('Run');
  await page.until((l) => l.run.status?.state === 'finished');
  assert.ok(fetched.some((url) => url.endsWith('digits-rest-images.bin')));
  assert.equal(await page.lab((l) => l.run.subset.train.length), 7500);
  assert.deepEqual(await page.complaints(), []);
});

test('a failed download is told, and can be tried again', async () => {
  const page = await openPage(tiny);
  await page.route('**/digits-first-images.bin', (route) => route.abort());
  await page.visit();
  const notice = page.getByRole('alert').filter({ hasText: 'could not be loaded' });
  await notice.waitFor();
  assert.match(await notice.innerText(), /digits-first-images\.bin/);
  await page.unroute('**/digits-first-images.bin');
  await page.press('Try again');
  await page.until(idle);
});

test('a refused value is explained beside its control, and the run goes on', async () => {
  const page = await openLab(tiny);
  await page.locator('reprise-run-bar select').selectOption('1');
  await page.press('Run');
  await page.until((l) => l.run.running);
  const field = page.getByRole('textbox', { name: 'Training pictures' });
  await field.fill('2');
  await field.press('Enter');
  await page.until((l) => l.run.problem?.field === 'task.train_count');
  const message = page.locator('reprise-field').filter({ has: field }).locator('.error');
  // What the field calls it, and how many there are here.
  await message.filter({ hasText: /^2 cannot be used; allowed: a whole number from 3 to \d,\d{3}\.$/ }).waitFor();
  assert.equal(await page.lab((l) => l.run.running && l.spec.task.train_count), 60);
  await field.fill('abc');
  await field.press('Enter');
  await message.filter({ hasText: /^"abc" cannot be used; allowed: a whole number from 3 to/ }).waitFor();
  assert.equal(await page.lab((l) => l.run.running && l.spec.task.train_count), 60);

  // More than all there are: fetched first, then refused with the number there is.
  await field.fill('40000');
  await field.press('Enter');
  await page.until((l) => l.needsMore);
  await page
    .getByRole('button', { name: /^Load all/ })
    .first()
    .click();
  await page.until((l) => l.source.complete && l.run.problem?.field === 'task.train_count');
  await message.filter({ hasText: /^40000 cannot be used; allowed: a whole number from 3 to/ }).waitFor();
});

test('one’s own files are taken, and faulty ones refused in the words of the core', async () => {
  const page = await openLab(tiny);
  const file = (kind) => {
    const url = new URL(`../../web/public/data/digits-rest-${kind}.bin`, import.meta.url);
    return readFileSync(url);
  };
  const upload = (images, labels) =>
    page.locator('reprise-own-pictures #files').setInputFiles([
      // The wrong way round: which is which is told by what they hold.
      { name: 'one', mimeType: 'application/octet-stream', buffer: labels },
      { name: 'two', mimeType: 'application/octet-stream', buffer: images },
    ]);
  await upload(gunzipSync(file('images')).subarray(0, 5000), file('labels'));
  await page.until((l) => l.ownProblem !== '');
  assert.match(await page.lab((l) => l.ownProblem), /images\.size is 5000 bytes; allowed/);
  assert.equal(await page.lab((l) => l.isOwn), false);

  await upload(file('images'), file('labels'));
  await page.until((l) => l.isOwn && l.run.description && l.run.spec.task.source === 'custom');
  assert.equal(await page.lab((l) => l.sets.own.count), 4000);
  await page.press('Step');
  await page.until((l) => l.run.status?.epoch >= 1);
  await page.press('Back to the site’s pictures');
  await page.until((l) => !l.isOwn && l.run.description && l.run.spec.task.source === 'mnist');
  assert.deepEqual(await page.complaints(), []);
});

test('a set that cannot be used changes nothing, and the refusal names the file, the place and what is allowed', async () => {
  const page = await openLab(`${tiny}&training.epochs=1000`);
  await page.locator('reprise-run-bar select').selectOption('1');
  await page.press('Run');
  await page.until((l) => l.run.running && l.run.epoch > 0);
  const file = (kind) => gunzipSync(readFileSync(new URL(`../../web/public/data/digits-rest-${kind}.bin`, import.meta.url)));
  const upload = (labels) =>
    page.locator('reprise-own-pictures #files').setInputFiles([
      { name: 'letters-images', mimeType: 'application/octet-stream', buffer: file('images') },
      { name: 'letters-labels', mimeType: 'application/octet-stream', buffer: Buffer.from(labels) },
    ]);
  const changed = (change) => file('labels').map((label, k) => (k < 8 ? label : change(label, k)));
  const address = page.url();
  const shown = () =>
    page.lab((l) => {
      const { draft, spec, running, problem } = l.run;
      const classes = l.shadowRoot.querySelector('reprise-class-choice');
      return [draft === spec, spec.task, running, problem, l.sets.own?.count ?? null, classes.chosen, classes.names];
    });
  const before = await shown();
  const alert = page.locator('reprise-own-pictures [role=alert]');
  for (const [labels, words] of [
    [changed((label, k) => (k === 57 ? 10 : label)), /^letters-labels: picture 50 has the label 10; allowed: 0 to 9\.$/],
    [changed(() => 3).fill(3, 8), /^letters-labels: all labels are 3; from 2 to 10 classes are needed\.$/],
    [changed((label, k) => (k === 8 ? 9 : label % 9)), /^letters-labels: there is 1 picture of class 9; at least 2/],
    [file('labels').subarray(0, 500), /^letters-labels: labels\.size is 500 bytes; allowed/],
  ]) {
    await upload(labels);
    await alert.filter({ hasText: words }).waitFor();
    assert.deepEqual(await shown(), before);
    assert.equal(page.url(), address);
  }

  // Nor is anything changed of a set that is in use.
  await upload(file('labels'));
  await page.until((l) => l.isOwn && l.run.description && l.run.spec.task.source === 'custom');
  await upload(changed((label, k) => (k === 57 ? 10 : label)));
  await alert.filter({ hasText: /the label 10/ }).waitFor();
  assert.deepEqual(await page.lab((l) => [l.isOwn, l.sets.own.count, l.run.set === l.sets.own]), [true, 4000, true]);
  assert.deepEqual(await page.complaints(), []);
});

test('works from the keyboard: toggles, details of a mistake, and back where one was', async () => {
  const page = await openLab(tiny);
  await page.getByRole('button', { name: 'Digit 7', exact: true }).focus();
  await page.keyboard.press('Space');
  await page.until((l) => l.run.description && l.run.spec.task.classes.length === 4);

  // The mistakes of the choice before are shown until those of this one are known.
  await page.getByRole('button', { name: /^Says (7, is \d|\d, is 7)/ }).first().waitFor();
  const mistake = page.getByRole('button', { name: /^Says \d, is \d/ }).first();
  const name = await mistake.getAttribute('aria-label');
  await mistake.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  const title = () => dialog.getByRole('heading').innerText();
  const first = await title();
  assert.ok(name.endsWith(first), `${name} opens ${first}`);
  await page.keyboard.press('ArrowRight');
  assert.notEqual(await becomes(title, (now) => now !== first), first);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  assert.equal(await mistake.evaluate((el) => el.getRootNode().activeElement === el), true);
});

test('fits a phone, without sideways scrolling', async () => {
  const page = await openLab(tiny, { viewport: { width: 390, height: 844 } });
  await page.press('Choose two others');
  const width = await page.evaluate(`document.documentElement.scrollWidth`);
  assert.ok(width <= 390, `the page is ${width} wide`);
});
