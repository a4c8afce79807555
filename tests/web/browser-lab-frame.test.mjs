// What the frame promises of every lab that stands on it, on the built site: refused links, lost engines, workers.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { until } from './helpers/element.mjs';
import { openSite, problemsOf } from './helpers/site.mjs';

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

/** Labs on the frame, and where each stands with a state of its own; a refusal that it shows beside no control. */
const width = ['network.width', '0'];
const labs = [
  { tag: 'reprise-xor-lab', id: 'edge', page: 'tutorials/xor.html', preset: 'xor/rich', refused: width },
  { tag: 'reprise-altered-lab', id: 'broken', page: 'tutorials/two-points.html', preset: 'two-points/shallow', refused: width },
  { tag: 'reprise-collapse-lab', page: 'feature-collapse.html', preset: 'feature-collapse/intermediate-tanh&task.side=10', refused: width },
  { tag: 'reprise-plane-lab', page: 'plane.html', preset: 'plane/xor-clouds', refused: width },
  { tag: 'reprise-networks-lab', page: 'two-networks.html', preset: 'networks/rich', refused: width },
  { tag: 'reprise-digits-lab', page: 'digits.html', preset: 'digits/three-classes', refused: ['training.loss', 'huber'] },
  { tag: 'reprise-two-point-lab', id: 'hand', page: 'tutorials/two-points.html', preset: 'two-points/shallow', refused: width },
  // Here the reason stands beside the control, and what failed is said in the page's own words.
  {
    tag: 'reprise-two-points',
    page: 'two-points.html',
    preset: 'two-points/default',
    refused: width,
    reason: '0 cannot be used',
    again: 'Start over',
  },
];

for (const { tag, id, page: address, preset, refused, reason = refused[0], again = 'Try again' } of labs) {
  const selector = id ? `${tag}#${id}` : tag;
  async function open(hash, prepare = async () => {}) {
    const page = await site.newPage();
    await prepare(page);
    await page.goto(site.url(`${address}#preset=${preset}&${hash}${id ? `&lab=${id}` : ''}`));
    await page.locator(selector).scrollIntoViewIfNeeded();
    return { page, lab: page.locator(selector), is: (condition) => until(page, selector, 'lab', condition) };
  }

  test(`${tag}: a link that is refused leaves the preset to run, and says what was refused and what is not known`, async () => {
    const { page, lab, is } = await open(`${refused.join('=')}&network.colour=red`);
    await is(`(run) => run.problem?.field === '${refused[0]}' && run.length === 1`);
    await lab.getByText(reason).first().waitFor();
    // To try the same again would be refused again.
    assert.equal(await lab.getByRole('button', { name: /Try again|Start over/ }).count(), 0);
    await lab.getByText('network.colour').waitFor();
    await lab.getByRole('button', { name: 'Run', exact: true }).click();
    await is((run) => run.epoch > 0);
    await lab.getByRole('button', { name: 'New seed' }).click();
    await is((run) => run.problem === null && run.spec.seed === 2);
    assert.deepEqual(await problemsOf({ page, problems: page.problems }), []);
  });

  test(`${tag}: a trap while it runs ends the run, and ${again} makes it anew`, async () => {
    const trap = `
      const instantiate = WebAssembly.instantiate;
      WebAssembly.instantiate = async (...given) => {
        const { exports } = await instantiate(...given);
        let calls = 0;
        const reprise_advance = (...numbers) => {
          if (++calls === 3) throw new WebAssembly.RuntimeError('unreachable');
          return exports.reprise_advance(...numbers);
        };
        return { exports: { ...exports, reprise_advance } };
      }`;
    const { page, lab, is } = await open('seed=3&network.width=100', (fresh) =>
      fresh.route('**/worker-*.js', async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: `${trap};\n${await response.text()}` });
      }),
    );
    await is((run) => run.length === 1);
    await lab.getByRole('button', { name: 'Run', exact: true }).click();
    await lab.getByRole('alert').getByText('unreachable').waitFor();
    await lab.getByRole('button', { name: 'Run', exact: true }).waitFor();
    assert.equal(await lab.getByRole('button', { name: 'Pause' }).count(), 0);
    await lab.getByRole('button', { name: again }).click();
    await is((run) => run.failure === null && run.status?.state === 'idle' && run.spec.seed === 3);
    assert.equal(await lab.getByRole('alert').count(), 0);
    await page.close();
  });
}

test('of two settings asked for at once the later one counts, though the earlier one is refused', async () => {
  const page = await site.newPage();
  await page.goto(site.url('two-points.html'));
  const is = (condition) => until(page, 'reprise-two-points', 'lab', condition);
  await is((run) => run.length === 1);
  await page.evaluate(() => {
    const lab = document.querySelector('reprise-two-points');
    return Promise.all(['0', '60'].map((width) => lab.openLink(`#preset=two-points/default&network.width=${width}`)));
  });
  await is((run) => run.problem === null && run.description.spec.network.width === 60);
  await page.close();
});

test('a lab that was seen and never run gives its worker back once it is out of view, and has it again when it is used', async () => {
  const page = await site.newPage();
  await page.clock.install();
  await page.goto(site.url('tutorials/xor.html'));
  const lab = page.locator('reprise-xor-lab#edge');
  await lab.scrollIntoViewIfNeeded();
  await until(page, 'reprise-xor-lab#edge', 'lab', (run) => run?.status?.state === 'idle');
  const workers = page.workers().length;
  await page.evaluate(() => scrollTo(0, 0));
  for (let k = 0; k < 50 && page.workers().length >= workers; k++) {
    await page.clock.runFor(5000);
    await page.waitForTimeout(50);
  }
  assert.ok(page.workers().length < workers, `${page.workers().length} workers`);
  assert.ok(await lab.evaluate((one) => one.run.length === 1), 'what it shows stays');
  await page.close();
});
