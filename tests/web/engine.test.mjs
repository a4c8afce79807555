// The engine under what browsers and servers do to it: wrong types, no SIMD, missing files, traps.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { loadTs } from './helpers/load-ts.mjs';
import { until } from './helpers/element.mjs';
import { openSite, problemsOf } from './helpers/site.mjs';

const link = '#preset=two-points/default&network.width=40&training.epochs=400&seed=2';

let site;
before(async () => (site = await openSite()));
after(() => site?.close());

/** Opens the lab after `prepare(page)`. */
async function openLab(prepare = async () => {}) {
  const page = await site.newPage();
  page.complaints = () => problemsOf({ page, problems: page.problems });
  page.requested = [];
  page.context().on('request', (request) => page.requested.push(request.url()));
  await prepare(page);
  await page.goto(site.url(`two-points.html${link}`));
  page.until = (condition) => until(page, 'reprise-two-points', 'lab', condition);
  page.run = async () => {
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.until((l) => l.status?.state === 'finished');
    return page.evaluate(() =>
      Array.from(document.querySelector('reprise-two-points').lab.records.column('loss')).join(),
    );
  };
  return page;
}

/** Runs code in the worker before its own. */
const inWorker = (page, code) =>
  page.route('**/worker-*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${code};\n${await response.text()}` });
  });

test('starts from the SIMD build where there is SIMD', async () => {
  const page = await openLab();
  await page.run();
  assert.ok(page.requested.some((url) => url.endsWith('wasm/reprise-simd.wasm')));
  assert.ok(!page.requested.some((url) => url.endsWith('reprise-scalar.wasm')));
  assert.deepEqual(await page.complaints(), []);
});

test('without SIMD takes the scalar build, and its numbers are the same', async () => {
  const expected = await (await openLab()).run();
  const page = await openLab((p) => p.addInitScript('WebAssembly.validate = () => false'));
  assert.equal(await page.run(), expected);
  assert.ok(page.requested.some((url) => url.endsWith('wasm/reprise-scalar.wasm')));
});

test('the algebra comes where it is asked for, and a lab that needs it says so where it does not come', async () => {
  const page = await openLab();
  await page.run();
  assert.ok(!page.requested.some((url) => url.includes('algebra')));
  const { page: xor } = await site.open('tutorials/xor.html');
  await xor.route('**/reprise-algebra-*.wasm', (route) => route.fulfill({ status: 404, body: '' }));
  await xor.locator('reprise-xor-lab').first().scrollIntoViewIfNeeded();
  await xor.getByText(/reprise-algebra-simd\.wasm: the server answered 404/).first().waitFor();
  await xor.unroute('**/reprise-algebra-*.wasm');
  await xor.getByRole('button', { name: 'Try again' }).first().click();
  await xor.locator('reprise-xor-lab').first().getByText('Hidden points').first().waitFor();
  await xor.context().close();
});

test('the SIMD probe is a valid module where Node has SIMD', async () => {
  const { supportsSimd } = await loadTs('web/src/engine/wasm-loader.ts');
  assert.equal(supportsSimd(), true);
});

test('a server that gives the wrong type is no obstacle', async () => {
  const page = await openLab((p) =>
    p.route('**/*.wasm', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { 'content-type': 'text/plain' } });
    }),
  );
  await page.run();
  assert.deepEqual(await page.complaints(), []);
});

test('a missing module is reported, and Try again works once it is there', async () => {
  const page = await openLab((p) =>
    p.route('**/*.wasm', (route) => route.fulfill({ status: 404, body: '' })),
  );
  await page.getByRole('alert').getByText('could not be started').waitFor();
  await page.unroute('**/*.wasm');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.until((l) => l.description && !l.failure && l.description.spec.network.width === 40);
  await page.run();
});

test('a browser without WebAssembly gets a sentence and not a blank page', async () => {
  const page = await openLab((p) => p.addInitScript('delete globalThis.WebAssembly'));
  await page.getByRole('alert').getByText('no WebAssembly').waitFor();
});

test('a trap while running is told, and a fresh start runs', async () => {
  const trapOnce = `
    const instantiate = WebAssembly.instantiate;
    let trapped = false;
    WebAssembly.instantiate = async (...given) => {
      const { exports } = await instantiate(...given);
      let calls = 0;
      const reprise_advance = (...numbers) => {
        if (!trapped && ++calls === 3) {
          trapped = true;
          throw new WebAssembly.RuntimeError('unreachable');
        }
        return exports.reprise_advance(...numbers);
      };
      return { exports: { ...exports, reprise_advance } };
    }`;
  const page = await openLab((p) => inWorker(p, trapOnce));
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('alert').getByText('unreachable').waitFor();
  // The new engine has a new worker, in which the trap would come again but for its third call.
  await page.unroute('**/worker-*.js');
  await page.getByRole('button', { name: 'Start over' }).click();
  await page.until((l) => l.description && !l.failure);
  await page.run();
});

test('a trap in a fit is told as well', async () => {
  const page = await openLab((p) =>
    inWorker(
      p,
      `const instantiate = WebAssembly.instantiate;
      WebAssembly.instantiate = async (...given) => {
        const { exports } = await instantiate(...given);
        const reprise_fit = () => { throw new WebAssembly.RuntimeError('fit trapped'); };
        return { exports: { ...exports, reprise_fit } };
      }`,
    ),
  );
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('alert').getByText('fit trapped').waitFor();
});

test('requests can be cancelled, and answers find their askers', async () => {
  const page = await openLab();
  await page.until((l) => l.description);
  const outcome = await page.evaluate(async () => {
    const { engine, spec } = document.querySelector('reprise-two-points').lab;
    const abort = new AbortController();
    const cancelled = engine.validate(spec, { signal: abort.signal }).then(
      () => 'answered',
      (error) => error.name,
    );
    const others = [1.1, 1.2, 1.3].map((gain) =>
      engine.validate({ ...spec, network: { ...spec.network, gain } }),
    );
    abort.abort();
    const gains = (await Promise.all(others)).map((answer) => answer.spec.network.gain);
    const refused = await engine.validate({ task: { kind: 'nonsense' } });
    const wrong = await engine.theory({ h0: -1 }).catch((error) => error.failure.kind);
    return { cancelled: await cancelled, gains, field: refused.problem?.field, wrong };
  });
  assert.deepEqual(outcome, {
    cancelled: 'AbortError',
    gains: [1.1, 1.2, 1.3],
    field: 'task.kind',
    wrong: 'invalid',
  });
});

test('training goes on while the page is busy', async () => {
  const page = await openLab();
  await page.until((l) => l.description);
  const [before, ...meanwhile] = await page.evaluate(async () => {
    const { engine, spec } = document.querySelector('reprise-two-points').lab;
    await engine.create({ ...spec, training: { ...spec.training, epochs: 1_000_000 } });
    const epochs = [];
    let heard;
    const first = new Promise((resolve) => (heard = resolve));
    engine.on('status', ({ state, epoch }) => state === 'running' && heard(epochs.push(epoch)));
    await engine.run();
    await first;
    // Messages of the worker wait in the meantime, and are heard one after the other.
    for (const end = performance.now() + 2000; performance.now() < end;);
    epochs.splice(0, epochs.length, epochs.at(-1));
    await engine.pause();
    return epochs;
  });
  // A worker that waits for the page sends one at most.
  assert.ok(meanwhile.length >= 5, `only ${meanwhile.length} messages`);
  assert.ok(meanwhile.every((epoch, k) => epoch > (k ? meanwhile[k - 1] : before)));
});
