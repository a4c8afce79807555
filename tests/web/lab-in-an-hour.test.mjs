// The lab that HACKING.md builds, from the very text: its files go into a copy of the site, which is checked, built and opened.
// A lab must stay five files and a chart three: that growth is cheap is what the frame of the labs is for.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { blocksUnder, follow, patched } from './helpers/guide.mjs';
import { hostPage, servePages } from './helpers/hosts.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const guide = readFileSync(path.join(root, 'HACKING.md'), 'utf8');
const whole = blocksUnder(guide, '## A lab in an hour');
const [lab, use] = [whole.filter(({ file }) => file.startsWith('web/')), whole.filter(({ file }) => !file.startsWith('web/'))];
const chart = blocksUnder(guide, '### A chart');
const embedding = blocksUnder(guide, '### On pages of others');

const copy = mkdtempSync(path.join(tmpdir(), 'reprise-guide-'));
const open = [];
after(async () => {
  for (const one of open) await one.close();
  rmSync(copy, { recursive: true });
});

/** Runs a program of Node.js in the copy. A reporter of the tests that run this is none of its own. */
async function run(...given) {
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const options = { cwd: copy, env: { ...env, NODE_ENV: 'production', REPRISE_SITE: path.join(copy, 'web/dist') } };
  try {
    return (await promisify(execFile)(process.execPath, given, options)).stdout;
  } catch (error) {
    assert.fail(`node ${given.join(' ')}:\n${error.stdout}${error.stderr}`);
  }
}
const vite = () => run('node_modules/vite/bin/vite.js', 'build', '--config', 'web/vite.config.ts', '--logLevel', 'error');
const check = () => run('node_modules/typescript/bin/tsc', '--noEmit');

let openSite;
before(async () => {
  const parts = ['web', 'tutorials', 'core/experiment', 'tests/web/helpers', 'package.json', 'tsconfig.json', 'HACKING.md'];
  const made = path.join(root, 'web/dist');
  for (const part of parts) {
    cpSync(path.join(root, part), path.join(copy, part), { recursive: true, filter: (from) => from !== made });
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  mkdirSync(path.join(copy, 'build'), { recursive: true });
  follow(lab, copy);
  follow(use, copy);
  process.env.REPRISE_SITE = path.join(copy, 'web/dist');
  ({ openSite } = await import('./helpers/site.mjs'));
});

const filesOf = (blocks) => new Set(blocks.map(({ file }) => file));

test('a lab is five files, a chart three, and the guide has every step', () => {
  assert.equal(filesOf(lab).size, 5);
  assert.deepEqual([...filesOf(use)], ['tutorials/plateau.md', 'tests/web/plateau-lab.test.mjs']);
  assert.equal(filesOf(chart).size, 3);
  for (const file of filesOf(chart)) assert.ok(filesOf(lab).has(file), `${file} is new with a chart`);
  assert.equal(filesOf(embedding).size, 2);
});

test('the lab as it stands in the guide compiles, builds, and does for a reader what its own test says', async () => {
  await check();
  await run('web/build/tutorials/labs-list.mjs');
  assert.match(readFileSync(path.join(copy, 'tutorials/README.md'), 'utf8'), /\| plateau \| epoch at which the loss is a hundredth of the first \| from 0 \|/);
  await vite();
  assert.match(await run('--test', 'tests/web/plateau-lab.test.mjs'), /pass 1\b/);
});

test('so it does with a chart more and on the page of another', async () => {
  follow(chart, copy);
  follow(embedding, copy);
  await run('web/scripts/embed-stills.mjs', 'plateau/shallow');
  await check();
  await vite();
  await run('web/build/embed/build.mjs');
  const site = await openSite();
  open.push(site);
  const { page } = await site.open('tutorials/plateau.html');
  await page.locator('#play canvas').nth(1).waitFor();
  await page.locator('#play').evaluate((lab) => lab.start());
  await page.waitForFunction(() => document.querySelector('#play').finished);
  await page.locator('#play').getByRole('img', { name: /Distance of the hidden points, from \S+ to/ }).waitFor();

  const pages = {};
  const host = await servePages(pages);
  open.push(host);
  pages['/host'] = {
    html: hostPage(`<script src="${site.base}embed/reprise.js"></script>
      <reprise-lab preset="plateau/shallow" set="training.epochs=1000" controls="distance gain"></reprise-lab>`),
  };
  const other = await site.newPage();
  await other.goto(`${host.origin}/host`);
  const guest = other.locator('reprise-plateau-lab');
  await guest.getByRole('button', { name: 'Run', exact: true }).click();
  await other.waitForFunction(() => document.querySelector('reprise-lab').lab.report().state === 'finished');
  assert.equal(await guest.locator('canvas').count(), 1, 'only what was asked for');
  assert.ok((await guest.evaluate((lab) => lab.measure('plateau'))) > 500);
  // Where none can run, the stored figure stands.
  assert.match(readFileSync(path.join(copy, 'web/dist/embed/stills/plateau-shallow.svg'), 'utf8'), /Training loss/);
});

test('a change in the guide that no longer fits its file is an error that says where', () => {
  assert.equal(patched('a\nb\nc\n', ' a\n-b\n+d\n', 'x'), 'a\nd\nc\n');
  assert.equal(patched('a\nb\nc\n', '-a\n+1\n@@\n-c\n+3\n', 'x'), '1\nb\n3\n');
  assert.throws(() => patched('a\n', ' b\n+c\n', 'x.ts'), /x\.ts: these lines stand there 0 times/);
  assert.throws(() => patched('a\na\n', ' a\n+c\n', 'x.ts'), /2 times/);
});
