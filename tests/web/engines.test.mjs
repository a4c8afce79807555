// What must hold in every engine: the labs train, a question is answered, storage and offline use work, nothing is
// complained of, and the numbers are the same to the last bit.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { writeWorker } from '../../web/build/offline/build.mjs';
import { serveFolders } from '../../web/scripts/static-server.mjs';
import { engineNames, enginePath, launchBrowser } from './helpers/browsers.mjs';
import { SUB_PATH } from './helpers/site.mjs';

const built = process.env.REPRISE_SITE ?? fileURLToPath(new URL('../../web/dist', import.meta.url));
const probe = fileURLToPath(new URL('helpers/probe.js', import.meta.url));

let folder;
before(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'reprise-engines-'));
  cpSync(built, folder, { recursive: true });
  cpSync(probe, path.join(folder, 'probe.js'));
  for (const name of readdirSync(folder, { recursive: true }).filter((one) => one.endsWith('.html'))) {
    const file = path.join(folder, name);
    const up = '../'.repeat(name.split(path.sep).length - 1);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/<script/, `<script src="${up}probe.js"></script><script`));
  }
  writeWorker(folder);
});
after(() => rmSync(folder, { recursive: true }));

/** Asks until the answer is yes. The question runs in the page. */
async function until(page, question, argument, seconds = 100) {
  let last = '';
  for (const end = Date.now() + 1000 * seconds; Date.now() < end;) {
    try {
      if (await page.evaluate(question, argument)) return;
    } catch (error) {
      // Between two pages there is nobody to ask.
      last = error.message;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`waited in vain for ${question} ${last}`);
}

const problems = (page) => page.evaluate(() => globalThis.problems);

const ready = (page, lab) =>
  until(
    page,
    (selector) => {
      const bar = document.querySelector(selector)?.shadowRoot?.querySelector('reprise-run-bar');
      return bar?.shadowRoot?.querySelector('button.main')?.disabled === false;
    },
    lab,
  );
const finished = (page, lab) =>
  until(page, (selector) => document.querySelector(selector).report().state === 'finished', lab);

/** A digest of all records of a finished run, down to their bits, and how many there are. */
const digest = (page, lab) =>
  page.evaluate(async (selector) => {
    const { records } = document.querySelector(selector).result();
    const columns = records.columns.map((name) => records.column(name));
    const all = new Float64Array(columns.length * records.length);
    columns.forEach((column, c) => all.set(column, c * records.length));
    const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', all));
    return `${all.length} ${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
  }, lab);

/** What each engine computed, to be compared at the end. */
const digests = {};

for (const name of engineNames) {
  const missing = enginePath(name) ? false : `this system has no browser of the engine ${name}`;
  test(`${name}`, { skip: missing, timeout: 240_000 }, async (t) => {
    const server = await serveFolders({ [SUB_PATH]: folder });
    const url = (page) => `${server.origin}${SUB_PATH}${page}`;
    let browser;
    try {
      digests[name] = {};
      browser = await launchBrowser(name);
      const page = await (await browser.newContext()).newPage();

      await t.test('trains two points, and the theory fits', async () => {
        const lab = 'reprise-two-points';
        await page.goto(url('two-points.html#preset=two-points/shallow&network.width=60&training.epochs=1500'));
        await ready(page, lab);
        await page.keyboard.press('r');
        await finished(page, lab);
        await until(page, (selector) => document.querySelector(selector).report().theory.r2_h > 0.9, lab);
        // What is reported may be a frame ahead of what is drawn.
        const drawn = (selector) =>
          /The theory describes this run/.test(document.querySelector(selector).shadowRoot.querySelector('section.fit')?.textContent);
        await until(page, drawn, lab);
        digests[name]['two points'] = await digest(page, lab);
        assert.deepEqual(await problems(page), []);
      });

      await t.test('a question of the XOR tutorial is predicted, run and judged; the answer is kept', async () => {
        await page.goto(url('tutorials/xor.html'));
        await until(page, () => customElements.get('reprise-xor-lab') && document.querySelector('#shallow-groups')?.shadowRoot ? true : false);
        await page.evaluate(() => {
          document.querySelector('#shallow').speed = null;
          const question = document.querySelector('#shallow-groups');
          question.scrollIntoView();
          const choices = [...question.querySelectorAll('input'), ...question.shadowRoot.querySelectorAll('input')];
          const wanted = choices.find((input) => /Three groups/.test(input.closest('label').textContent));
          wanted.click();
        });
        await page.evaluate(() => {
          const { shadowRoot } = document.querySelector('#shallow-groups');
          [...shadowRoot.querySelectorAll('button')].find((one) => /run it/.test(one.textContent)).click();
        });
        const judged = () => /As you predicted: Three groups/.test(document.querySelector('#shallow-groups')?.shadowRoot?.textContent);
        await until(page, judged);
        digests[name].xor = await digest(page, '#shallow');
        assert.deepEqual(await problems(page), []);
        await page.goto(url('tutorials/xor.html?again'));
        await until(page, judged);
      });

      await t.test('recognises more than 85 % of the digits of three classes', async () => {
        const lab = 'reprise-digits-lab';
        await page.goto(url('digits.html#preset=digits/three-classes&network.width=60&training.learning_rate=0.05&training.epochs=60&seed=2'));
        await ready(page, lab);
        await page.keyboard.press('r');
        await finished(page, lab);
        const accuracy = await page.evaluate(
          (selector) => document.querySelector(selector).report().last.held_out_accuracy,
          lab,
        );
        assert.ok(accuracy > 0.85 && accuracy <= 1, `${accuracy}`);
        digests[name].digits = await digest(page, lab);
        assert.deepEqual(await problems(page), []);
      });

      await t.test('works without a network after the visit', async (offline) => {
        const refused = await page.evaluate(() => {
          if (!('serviceWorker' in navigator)) return 'no service workers here';
          return navigator.serviceWorker.ready.then(() => '');
        });
        if (refused) return offline.skip(refused);
        await server.close();
        await page.goto(url('two-points.html#preset=two-points/shallow&network.width=40&training.epochs=300'));
        await ready(page, 'reprise-two-points');
        await page.keyboard.press('r');
        await finished(page, 'reprise-two-points');
        assert.deepEqual(await problems(page), []);
      });
    } finally {
      await browser?.close();
      await server.close().catch(() => {});
    }
  });
}

test('all engines computed the same records, bit for bit', (t) => {
  const [one, ...others] = Object.entries(digests);
  if (others.length === 0) return t.skip('only one engine is here');
  assert.deepEqual(Object.keys(one[1]).sort(), ['digits', 'two points', 'xor']);
  for (const [name, digest] of others) assert.deepEqual(digest, one[1], `${name} and ${one[0]}`);
});
