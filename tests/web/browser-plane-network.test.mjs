// The plane lab's picture of a network: its weights as lines, one of them changed by hand, and a step of training number by number.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openPlane } from './helpers/plane.mjs';
import { becomes, openSite, problemsOf } from './helpers/site.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

const open = (address, options) => openPlane(site, address, options);
const SMALL = 'plane.html#preset=plane/xor-clouds&network.hidden_layers=2&network.width=4';

/** The colours about the middle of a weight's line, and where that is on the canvas. */
const line = (index) => `(() => {
  const element = lab.renderRoot.querySelector('reprise-network-weights');
  const canvas = element.renderRoot.querySelector('canvas');
  const { spots } = element.layout;
  const [before, here] = [0, 1].map((k) => element.widths[k]);
  const [to, from] = [Math.floor(${index} / before), ${index} % before];
  const [a, b] = [spots[0][from], spots[1][to]];
  const ratio = canvas.width / canvas.clientWidth;
  // Near the beginning, where the lines of one unit have parted and few cross.
  const [x, y] = [a.x + 0.3 * (b.x - a.x), a.y + 0.3 * (b.y - a.y)];
  const pixels = canvas.getContext('2d').getImageData(Math.round(x * ratio), Math.round((y - 12) * ratio), 1, Math.round(24 * ratio));
  let inked = 0;
  for (let k = 3; k < pixels.data.length; k += 4) inked += pixels.data[k] / 255 / ratio;
  return { x, y, inked };
})()`;

test('weights are lines whose thickness follows them; one is chosen by pointer, and changed while the network learns', async () => {
  const opened = await open(`${SMALL}&training.epochs=1000000`);
  const { page, lab, holds, ask } = opened;
  const network = lab.locator('reprise-network-weights');
  await network.locator('canvas').waitFor();
  await holds(`lab.renderRoot.querySelector('reprise-network-weights')?.layout`);
  assert.match(await network.locator('canvas').getAttribute('aria-label'), /^A network of 12 units .* with 42 weights and biases\. Weight from input x to unit 1 of hidden layer 1: /);
  // By pointer.
  const middle = await ask(line(5));
  await network.locator('canvas').click({ position: middle });
  await holds(`lab.renderRoot.querySelector('reprise-network-weights').chosen === 5`);
  await network.getByText(/Weight from input y to unit 3 of hidden layer 1: /).waitFor();
  // At rest the value goes into the network at once, and the line grows thick, the thickest of all.
  const value = network.locator('.value input[type=text]');
  await value.fill('-6.5');
  await value.press('Enter');
  await holds('lab.run.looks.at(-1).weights[5] === -6.5');
  assert.ok(await becomes(() => ask(line(5)), ({ inked }) => inked > middle.inked + 1.5, 30), 'the line is thicker');
  await network.getByText('up to 6.5 here').waitFor();
  await network.getByText('is now −6.5; the network goes on from there.').waitFor();
  assert.deepEqual(await ask('lab.run.byHand'), [{ epoch: 0, field: 'parameters[5]' }]);
  await lab.getByRole('button', { name: 'Run' }).click();
  await holds('lab.run.epoch > 20 && lab.run.running');
  const generation = await ask('lab.run.generation');
  // By keyboard, from the lists, and by slider while it runs.
  await network.locator('.into select').selectOption({ label: 'the outputs' });
  await network.locator('.to select').selectOption({ label: 'output B' });
  await network.locator('.from select').selectOption({ label: 'its bias' });
  await holds(`lab.renderRoot.querySelector('reprise-network-weights').chosen === 41`);
  const slider = network.locator('.value input[type=range]');
  await slider.focus();
  await slider.press('Home');
  await holds(`lab.run.byHand.at(-1).field === 'parameters[41]' && lab.run.byHand.at(-1).epoch > 20`);
  assert.equal(await ask('lab.run.generation'), generation, 'no other run');
  await holds('lab.run.running');
  await lab.locator('.by-hand', { hasText: /a weight at epoch 0, .*a weight at epoch \d+; the network went on from where it was/ }).waitFor();
  await lab.getByRole('button', { name: 'Pause' }).click();
  await holds('!lab.run.running && lab.run.looks.at(-1).epoch === lab.run.epoch');
  // Scrubbed back, the picture shows what was.
  await lab.getByRole('slider', { name: 'epoch shown' }).fill('0');
  await network.getByText(/Shown is epoch 0/).waitFor();
  await holds(`lab.renderRoot.querySelector('reprise-network-weights').weights === lab.run.looks[0].weights`);
  assert.notDeepEqual(await ask('[...lab.run.looks[0].weights]'), await ask('[...lab.run.looks.at(-1).weights]'));
  await network.locator('.value input[type=text]').fill('x');
  await network.locator('.value input[type=text]').press('Enter');
  await network.getByText('The value is “x”; allowed: a number from −1000 to 1000.').waitFor();
  // Nobody is to believe that the link gives this run.
  const { byHand } = await ask('({ byHand: lab.result().byHand })');
  assert.equal(byHand.at(-1).field, 'parameters[41]');
  await lab.locator('reprise-lab-tools').getByRole('button', { name: 'More' }).click();
  await lab.locator('reprise-lab-tools').getByRole('button', { name: 'Share and embed' }).click();
  await page.getByText('This run was changed by hand while it went on.').waitFor();
  assert.equal(await page.getByText('The same link always gives the same numbers').count(), 0);
  await page.keyboard.press('Escape');
  await lab.getByRole('button', { name: 'Reset', exact: true }).click();
  await holds('lab.run.byHand.length === 0 && lab.run.looks.at(-1)?.weights[5] !== -6.5');
  await lab.locator('.by-hand').waitFor({ state: 'detached' });
  assert.deepEqual(await problemsOf(opened), []);
  await page.context().close();
});

test('of wide layers the strongest weights are drawn, and how many are not is said', async () => {
  const opened = await open('plane.html#preset=plane/moons&network.hidden_layers=3&network.width=60', { viewport: { width: 390, height: 800 } });
  const { page, lab, holds, ask } = opened;
  const network = lab.locator('reprise-network-weights');
  // 2 x 60, 60 x 60 twice and 60 x 2, of which 150 each at most.
  await network.getByText('Drawn are the 540 strongest between their layers; 6900 weaker ones are not').waitFor();
  const least = await ask(`(() => {
    const { shown, weights } = lab.renderRoot.querySelector('reprise-network-weights');
    const drawn = new Set(shown.drawn);
    const size = (k) => Math.abs(weights[k]);
    const between = Array.from({ length: 3600 }, (_, k) => 180 + k);
    return [Math.min(...between.filter((k) => drawn.has(k)).map(size)), Math.max(...between.filter((k) => !drawn.has(k)).map(size))];
  })()`);
  assert.ok(least[0] >= least[1], String(least));
  // One that is not drawn can be chosen all the same.
  await network.locator('.into select').selectOption({ label: 'hidden layer 2' });
  await network.locator('.to select').selectOption('59');
  await network.locator('.from select').selectOption('59');
  await holds(`lab.renderRoot.querySelector('reprise-network-weights').chosen === 180 + 3599`);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  assert.deepEqual(await problemsOf(opened), []);
  await page.context().close();
});

/** A number as the page writes it. */
function read(text) {
  const [mantissa, exponent = ''] = text.replaceAll('−', '-').replaceAll(/\s/g, '').split('×10');
  const power = [...exponent].map((sign) => (sign === '⁻' ? '-' : '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(sign))).join('');
  return Number(mantissa.replaceAll(',', '')) * 10 ** Number(power);
}

const near = (found, wanted, what) =>
  assert.ok(Math.abs(found - wanted) <= 2e-3 * Math.max(1e-3, Math.abs(wanted), Math.abs(found)), `${what}: ${found}, not ${wanted}`);

test('one step, slowly: the numbers shown follow from one another, and the network then takes just this step', async () => {
  const opened = await open('plane.html#preset=plane/xor-corners&training.batch=16&training.l2=0.01');
  const { page, lab, holds, ask } = opened;
  const part = lab.locator('reprise-step-part');
  await part.getByText(/This network has 3 hidden layers and 626 weights and biases\. A step is shown of at most 6 hidden layers and 160/).waitFor();
  await part.getByRole('button', { name: 'Make it small' }).click();
  await holds(`lab.run.description?.hidden_widths.join() === '4,4'`);
  await page.evaluate(() => document.querySelector('reprise-plane-lab').run.step(7));
  await holds('lab.run.epoch === 7 && lab.run.looks.at(-1).epoch === 7');
  const weights = await ask('[...lab.run.looks.at(-1).weights]');
  await part.getByRole('button', { name: 'Show the next step' }).click();
  const player = part.locator('reprise-step-player');
  await player.locator('.said').waitFor();
  const step = await ask(`(({ step }) => ({ points: step.points, loss: step.loss }))(lab.renderRoot.querySelector('reprise-step-part'))`);
  assert.equal(step.points, 16);
  /** What the present station shows: its numbers line by line, and the text below. */
  const station = () =>
    player.evaluate((element) => ({
      ...element.stations[element.at],
      said: element.renderRoot.querySelector('.said').textContent,
      lines: [...element.renderRoot.querySelectorAll('.equation mtr')].map((row) => [...row.querySelectorAll('mn')].map((one) => one.textContent)),
      rows: [...element.renderRoot.querySelectorAll('.weights tbody tr')].map((row) => [...row.querySelectorAll('td')].map((one) => one.textContent)),
    }));
  const sum = (products) => products.reduce((total, [a, b]) => total + a * b, 0);
  const pairs = (list) => Array.from({ length: list.length / 2 }, (_, k) => [list[2 * k], list[2 * k + 1]]);
  const values = { 0: (await station(), await player.locator('.unit[data-layer="0"] .number').allTextContents()).map(read) };
  const [sums, slopes, changed] = [{}, {}, new Map()];
  const widths = [2, 4, 4, 2];
  const begin = [0, 0, 12, 32];
  const index = (layer, to, from) => begin[layer] + (from < 0 ? widths[layer] * widths[layer - 1] + to : to * widths[layer - 1] + from);
  const phases = [];
  for (;;) {
    const { phase, layer, unit, said, lines, rows } = await station();
    phases.push(phase);
    const numbers = lines.map((line) => line.map(read));
    if (phase === 'forward') {
      const [bias, ...rest] = numbers[1];
      const result = rest.pop();
      pairs(rest).forEach(([w, a], from) => {
        near(w, weights[index(layer, unit, from)], 'weight');
        near(a, values[layer - 1][from], 'value that comes in');
      });
      near(bias, weights[index(layer, unit, -1)], 'bias');
      assert.ok(Math.abs(result - bias - sum(pairs(rest))) < 2e-3, `sum ${result}`);
      (sums[layer] ??= [])[unit] = result;
      const value = layer < 3 ? numbers[2].at(-1) : result;
      if (layer < 3) near(value, Math.tanh(result), 'activation');
      (values[layer] ??= [])[unit] = value;
    } else if (phase === 'loss') {
      near(numbers[1].at(-1), step.loss, 'loss of the batch');
      const chosen = await player.evaluate(({ step, point }) => [...step.targets.slice(2 * point, 2 * point + 2)]);
      const own = chosen.reduce((total, target, k) => total + (values[3][k] - target) ** 2, 0) / 4;
      near(numbers[0].at(-1), own, 'loss of the point');
      values.target = chosen;
    } else if (phase === 'backward') {
      const found = numbers.at(-1).at(-1);
      const wanted =
        layer === 3
          ? (values[3][unit] - values.target[unit]) / 32
          : sum(slopes[layer + 1].map((slope, to) => [weights[index(layer + 1, to, unit)], slope])) * (1 - values[layer][unit] ** 2);
      assert.ok(Math.abs(found - wanted) < 2e-3 * Math.max(Math.abs(wanted), 1e-2), `slope of ${layer}.${unit}: ${found}, not ${wanted}`);
      (slopes[layer] ??= [])[unit] = found;
    } else if (phase === 'update') {
      rows.forEach((row, k) => {
        const from = k < rows.length - 1 ? k : -1;
        const [old, own, others, penalty, gradient, after] = row.map(read);
        near(old, weights[index(layer, unit, from)], 'before');
        near(own, slopes[layer][unit] * (from < 0 ? 1 : values[layer - 1][from]), 'own part');
        near(penalty, from < 0 ? 0 : 0.01 * old, 'penalty');
        assert.ok(Math.abs(own + others + penalty - gradient) < 1e-4, 'parts of the slope');
        changed.set(index(layer, unit, from), after);
      });
      const rate = await ask('lab.run.spec.training.learning_rate');
      const [, last] = numbers;
      assert.ok(Math.abs(last[0] - last[1] * last[2] - last[3]) < 1e-3 && Math.abs(last[1] - rate) < 1e-6, last.join());
    }
    assert.ok(said.length > 10);
    if (await player.locator('.next').isDisabled()) break;
    await player.locator('.next').click();
  }
  assert.deepEqual([...new Set(phases)], ['inputs', 'forward', 'loss', 'backward', 'update']);
  assert.equal(phases.length, 1 + 10 + 1 + 10 + 10);
  assert.equal(changed.size, weights.length, 'every weight and bias has its turn');
  // The network then does what was shown.
  await part.getByRole('button', { name: 'Take this step' }).click();
  await holds('lab.run.epoch > 7 && lab.run.looks.at(-1).epoch === lab.run.epoch');
  const after = await ask('[...lab.run.looks.at(-1).weights]');
  for (const [at, value] of changed) near(value, after[at], `weight ${at} after the step`);
  assert.ok(after.some((value, k) => Math.abs(value - weights[k]) > 1e-4), 'it moved');
  // A weight changed by hand makes another step of it, and the part says so.
  await page.evaluate(() => document.querySelector('reprise-plane-lab').run.changeWeight(0, 1.5));
  await part.getByText('The network has changed since.').waitFor();
  await part.getByRole('button', { name: 'Show the step that comes next now' }).click();
  await holds(`lab.renderRoot.querySelector('reprise-step-part').step.before[0] === 1.5`);
  assert.deepEqual(await problemsOf(opened), []);
  await page.context().close();
});

test('the step goes by keyboard and by itself, and a unit under the pointer or with the focus shows its own equation', async () => {
  const opened = await open(SMALL, { viewport: { width: 390, height: 800 } });
  const { page, lab } = opened;
  const part = lab.locator('reprise-step-part');
  await part.getByRole('button', { name: 'Show the next step' }).click();
  const player = part.locator('reprise-step-player');
  const at = () => player.evaluate((element) => element.at);
  await player.locator('.next').focus();
  for (let k = 0; k < 3; k++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  assert.equal(await at(), 2);
  assert.match(await player.locator('.said').textContent(), /^Forward: unit 2 of hidden layer 1 adds/);
  const equation = () => player.locator('.equation').textContent();
  const own = await equation();
  const other = player.locator('.unit[data-layer="2"][data-unit="3"]');
  await other.hover();
  await becomes(equation, (text) => text !== own, 30);
  assert.match(await player.locator('.said').textContent(), /^Forward: unit 4 of hidden layer 2 adds/);
  assert.equal(await at(), 2, 'a look does not move the step');
  await page.mouse.move(0, 0);
  await becomes(equation, (text) => text === own, 30);
  // With the focus, as by Tab.
  await player.locator('.unit[data-layer="1"][data-unit="1"]').focus();
  await page.keyboard.press('Tab');
  await becomes(() => player.locator('.said').textContent(), (text) => /unit 3 of hidden layer 1/.test(text), 30);
  await page.keyboard.press('Enter');
  assert.equal(await at(), 3);
  // By itself, until it is stopped.
  await player.getByRole('button', { name: 'Play' }).click();
  assert.ok(await becomes(at, (now) => now >= 5, 60), 'it goes on');
  await player.getByRole('button', { name: 'Pause' }).click();
  const stopped = await at();
  await page.waitForTimeout(2500);
  assert.equal(await at(), stopped);
  await player.getByRole('slider', { name: 'where the step is' }).fill('31');
  assert.ok(await player.locator('.next').isDisabled());
  assert.match(await player.locator('.said').textContent(), /^Update: every weight into unit 4 of hidden layer 1/);
  await player.getByRole('button', { name: /Filled in for the weight from bias/ }).click();
  await becomes(equation, (text) => text.includes('b←b'), 30);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  assert.deepEqual(await problemsOf(opened), []);
  await page.context().close();
});
