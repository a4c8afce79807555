// The packages: the site as a zip, a chapter inside a learning management system, and the labs from npm in a page
// built with Vite.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { build } from 'vite';
import { serveFolders } from '../../web/scripts/static-server.mjs';
import { filesBelow } from '../../web/packages/zip.mjs';
import { launchBrowser } from './helpers/browsers.mjs';
import { loadTs } from './helpers/load-ts.mjs';
import { makeScormApi } from './helpers/scorm-lms.mjs';

const project = fileURLToPath(new URL('../../', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'reprise-packages-'));
const out = join(scratch, 'packages');
const served = join(scratch, 'served');
let browser;
let server;

before(async () => {
  execFileSync('node', [join(project, 'web/packages/package.mjs'), '--out', out]);
  mkdirSync(served);
  server = await serveFolders({ '/': served });
  browser = await launchBrowser();
});
after(async () => {
  await browser?.close();
  await server?.close();
  rmSync(scratch, { recursive: true, force: true });
});

const find = (pattern) => {
  const name = readdirSync(out).find((file) => pattern.test(file));
  assert.ok(name, `no package like ${pattern}`);
  return join(out, name);
};

/** Unpacks a zip to be served at /NAME/; gives its files. */
function unpack(zip, name) {
  const files = unzipSync(new Uint8Array(readFileSync(zip)));
  for (const [path, content] of Object.entries(files)) {
    const file = join(served, name, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return files;
}

/** A page that keeps what it complains of. */
async function openPage(address, setUp) {
  const page = await (await browser.newContext()).newPage();
  const problems = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    // Pages of the test's own name no icon, and the browser looks for one all the same.
    if (message.location().url.endsWith('favicon.ico')) return;
    if (['error', 'warning'].includes(message.type())) problems.push(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !response.url().endsWith('favicon.ico')) {
      problems.push(`${response.status()} ${response.url()}`);
    }
  });
  await setUp?.(page);
  await page.goto(`${server.origin}/${address}`);
  return { page, problems };
}

test('the zip of the site holds the site as it was built', () => {
  const files = unpack(find(/^reprise-site-.*\.zip$/), 'site');
  const dist = join(project, 'web/dist');
  const names = filesBelow(dist);
  assert.deepEqual(Object.keys(files).sort(), names.map((name) => `reprise/${name}`).sort());
  assert.deepEqual(Buffer.from(files['reprise/embed.html']), readFileSync(join(dist, 'embed.html')));
});

test('the package of a chapter names exactly the files it holds, and begins with the chapter', async () => {
  const files = unpack(find(/^reprise-scorm-xor-\d.*\.zip$/), 'scorm');
  const manifest = Buffer.from(files['imsmanifest.xml']).toString();
  const listed = [...manifest.matchAll(/<file href="([^"]+)"/g)].map(([, href]) => href);
  assert.deepEqual([...listed, 'imsmanifest.xml'].sort(), Object.keys(files).sort());
  assert.match(manifest, /<schemaversion>1\.2<\/schemaversion>/);
  assert.match(manifest, /adlcp:scormtype="sco" href="tutorials\/xor\.html"/);
  assert.match(manifest, /<title>XOR: structure from data<\/title>/);
  // Well formed, as a reader of XML sees it.
  const { page } = await openPage('scorm/tutorials/xor.html');
  const root = await page.evaluate(
    (xml) => new DOMParser().parseFromString(xml, 'application/xml').documentElement.nodeName,
    manifest,
  );
  assert.equal(root, 'manifest');
  await page.context().close();
});

test('a chapter reports its answers, completion and score, and takes its answers up again elsewhere', async () => {
  const host = `<!doctype html><title>LMS</title><script>
    ${makeScormApi}
    window.lms = makeScormApi(JSON.parse(sessionStorage.stored ?? '{}'), true);
    window.API = window.lms.api;
  </script><iframe width="1000" height="800" src="scorm/tutorials/xor.html"></iframe>`;
  // Real systems nest their frames.
  writeFileSync(join(served, 'lms.html'), host);
  const { page, problems } = await openPage('lms.html');
  const chapter = page.frame({ url: /xor\.html/ });
  const value = (element) => page.evaluate((name) => lms.data[name], element);
  const waitFor = (condition) => page.waitForFunction(condition, null, { timeout: 60_000 });
  await waitFor(() => lms.data['cmi.core.lesson_status'] === 'incomplete');
  assert.equal(await value('cmi.core.score.raw'), '0');
  assert.equal(await chapter.locator('.site-header').count(), 0);

  // A prediction by the reader's hand, run to its outcome.
  const question = chapter.locator('reprise-predict#lazy-groups');
  await question.scrollIntoViewIfNeeded();
  await question.locator('input[type=radio]').first().check();
  await question.getByRole('button', { name: /Commit|predict/i }).first().click();
  await chapter.evaluate(() => {
    const lab = document.querySelector('reprise-xor-lab#lazy');
    return lab.chooseSpeed(null);
  });
  await waitFor(() => lms.interactions.length === 1 && lms.interactions[0].result);
  const [interaction] = await page.evaluate(() => lms.interactions);
  assert.equal(interaction.id, 'lazy-groups');
  assert.match(interaction.result, /^(correct|wrong)$/);
  const items = await chapter.evaluate(
    () => document.querySelectorAll('reprise-predict[id], reprise-checkpoint[id]').length,
  );
  assert.equal(await value('cmi.core.score.raw'), String(Math.round(100 / items)));

  const panel = chapter.locator('reprise-answers');
  const reported = '1 answer is kept in this browser and reported to your learning management system.';
  assert.equal(await panel.locator('p').innerText(), reported);

  // The browser puts the page aside and takes it up again as it was: a new session, in which answers are reported.
  const pass = (kind) => chapter.evaluate((type) => dispatchEvent(new PageTransitionEvent(type, { persisted: true })), kind);
  await pass('pagehide');
  assert.equal(await page.evaluate(() => lms.state()), 'finished');
  assert.equal(await panel.locator('p').innerText(), '1 answer is kept in this browser and passed on to the page around this one.');
  await pass('pageshow');
  assert.equal(await page.evaluate(() => lms.state()), 'running');
  assert.equal(await panel.locator('p').innerText(), reported);
  assert.equal(await page.evaluate(() => lms.interactions.length), 1, 'nothing is reported twice');
  const next = chapter.locator('reprise-predict:not(#lazy-groups)').filter({ has: chapter.locator('input[type=radio]') }).first();
  await next.scrollIntoViewIfNeeded();
  await next.locator('input[type=radio]').first().check();
  await next.getByRole('button', { name: /Commit|predict/i }).first().click();
  const id = await next.getAttribute('id');
  await page.waitForFunction((name) => lms.data['cmi.suspend_data'].includes(name), id);

  // The reader leaves, and comes back on a machine that knows nothing.
  await chapter.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')));
  assert.equal(await page.evaluate(() => lms.state()), 'finished');
  assert.equal(await value('cmi.core.exit'), 'suspend');
  assert.match(await value('cmi.core.session_time'), /^\d{4}:\d\d:\d\d\.\d\d$/);
  assert.deepEqual(await page.evaluate(() => lms.faults), []);
  const kept = await page.evaluate(() => {
    const { 'cmi.suspend_data': data, 'cmi.core.lesson_status': status } = lms.data;
    return { 'cmi.suspend_data': data, 'cmi.core.lesson_status': status };
  });
  assert.deepEqual(problems, []);
  await page.context().close();

  const again = await openPage('lms.html', (p) =>
    p.addInitScript((stored) => {
      if (parent === self) sessionStorage.stored = stored;
    }, JSON.stringify(kept)),
  );
  const later = again.page.frame({ url: /xor\.html/ });
  await later.locator('reprise-predict#lazy-groups input:checked').waitFor({ state: 'attached' });
  await later.locator('reprise-predict#lazy-groups').getByRole('button', { name: /change/i }).waitFor();

  // With every question and exercise done, the chapter is complete.
  await later.evaluate(() => {
    for (const { id } of document.querySelectorAll('reprise-predict[id], reprise-checkpoint[id]')) {
      const stored = JSON.parse(localStorage.getItem('reprise-answers-xor') ?? '{}');
      stored[id] ??= { kind: 'checkpoint', value: null, outcome: [1], at: new Date().toISOString() };
      localStorage.setItem('reprise-answers-xor', JSON.stringify(stored));
    }
  });
  await again.page.reload();
  await again.page.waitForFunction(() => window.lms?.data['cmi.core.lesson_status'] === 'completed');
  assert.equal(await again.page.evaluate(() => lms.data['cmi.core.score.raw']), '100');
  assert.deepEqual(await again.page.evaluate(() => lms.faults), []);
  await again.page.context().close();
});

test('a chapter out of its system is read as any page, and says that nothing is reported', async () => {
  const { page, problems } = await openPage('scorm/tutorials/xor.html');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => customElements.get('reprise-predict'));
  await page.waitForTimeout(500);
  assert.deepEqual(problems, ['SCORM: no learning management system is around this page; nothing is reported.']);
  await page.context().close();
});

test('the system in the test refuses what the specification refuses, with its codes', () => {
  const { api } = makeScormApi();
  const code = (call) => (call(), api.LMSGetLastError());
  assert.equal(code(() => api.LMSSetValue('cmi.core.score.raw', '1')), '301');
  assert.equal(code(() => api.LMSInitialize('x')), '201');
  assert.equal(api.LMSInitialize(''), 'true');
  assert.equal(code(() => api.LMSInitialize('')), '101');
  assert.equal(code(() => api.LMSSetValue('cmi.core.student_id', 'me')), '403');
  assert.equal(code(() => api.LMSGetValue('cmi.core.exit')), '404');
  assert.equal(code(() => api.LMSSetValue('cmi.core._children', 'x')), '402');
  assert.equal(code(() => api.LMSGetValue('cmi.core.exit._children')), '202');
  assert.equal(code(() => api.LMSGetValue('cmi.core._count')), '203');
  assert.equal(code(() => api.LMSSetValue('cmi.core.lesson_status', 'done')), '405');
  assert.equal(code(() => api.LMSSetValue('cmi.core.score.raw', '101')), '405');
  assert.equal(code(() => api.LMSSetValue('cmi.suspend_data', 'x'.repeat(4097))), '405');
  assert.equal(code(() => api.LMSSetValue('cmi.interactions.1.id', 'a')), '201');
  assert.equal(code(() => api.LMSSetValue('cmi.interactions.0.id', 'a b')), '405');
  assert.equal(code(() => api.LMSSetValue('cmi.interactions.0.id', 'a')), '0');
  assert.equal(api.LMSFinish(''), 'true');
  assert.equal(code(() => api.LMSCommit('')), '301');
});

test('answers fit into what a system keeps, the newest first, and come back as they were', async () => {
  const { pack, unpack: read, suspendLimit } = await loadTs('web/src/scorm/progress.ts');
  const { timespan } = await loadTs('web/src/scorm/api.ts');
  const at = (k) => new Date(Date.UTC(2026, 0, 1, 0, k)).toISOString();
  const few = new Map([
    ['a', { kind: 'choice', value: '2', outcome: 2, at: at(0) }],
    ['b', { kind: 'skipped', value: null, at: at(1) }],
    ['c', { kind: 'matrix', value: [0.1, 0.25], outcome: [1, 2], at: at(2) }],
  ]);
  assert.deepEqual([...read(pack(few))].sort(), [...few]);
  const curve = Array.from({ length: 60 }, (_, k) => Math.sin(k));
  const many = new Map(
    Array.from({ length: 40 }, (_, k) => [`q${k}`, { kind: 'draw', value: curve, outcome: curve, at: at(k) }]),
  );
  const text = pack(many);
  assert.ok(text.length <= suspendLimit);
  const kept = [...read(text).keys()];
  assert.ok(kept.length > 3);
  assert.deepEqual(kept, Array.from({ length: kept.length }, (_, k) => `q${39 - k}`));
  for (const junk of ['', 'no JSON', '[]', '{"a":7}', 'null']) assert.equal(read(junk).size, 0, junk);
  assert.equal(timespan(0), '0000:00:00.00');
  assert.equal(timespan(3_599_999), '0000:59:59.99');
  assert.equal(timespan(1e12), '9999:46:40.00');
});

test('the npm package, installed into a fresh page, builds with Vite, type-checks and runs', async () => {
  const app = join(scratch, 'app');
  mkdirSync(join(app, 'src'), { recursive: true });
  writeFileSync(join(app, 'package.json'), '{ "name": "app", "private": true, "type": "module" }');
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', find(/\.tgz$/)], {
    cwd: app,
    stdio: 'pipe',
  });
  writeFileSync(
    join(app, 'index.html'),
    '<!doctype html><title>App</title><main></main><script type="module" src="/src/main.ts"></script>',
  );
  writeFileSync(
    join(app, 'src/main.ts'),
    `import widget, { presets, type LabMessage } from 'reprise-lab';
    const lab = document.createElement('reprise-lab');
    lab.preset = 'xor-rich';
    lab.set = 'network.width=30 network.hidden_layers=4 observe.layer=2 training.epochs=200';
    lab.controls = 'loss';
    const heard: LabMessage[] = [];
    lab.addEventListener('reprise', (event) => {
      heard.push(event.detail);
      if (event.detail.type === 'ready') void lab.run();
    });
    document.querySelector('main')!.append(lab);
    const model = new Map<string, unknown>([['preset', 'two-points/default'], ['controls', 'loss'], ['set', lab.set]]);
    const el = document.body.appendChild(document.createElement('section'));
    const stop = widget.render({ model: { get: (name) => model.get(name) }, el });
    Object.assign(globalThis, { heard, presets, stop });`,
  );
  // The compiler and its libraries are the project's.
  symlinkSync(join(project, 'node_modules/typescript'), join(app, 'node_modules/typescript'));
  const check = ['--noEmit', '--strict', '--moduleResolution', 'bundler', '--module', 'esnext', '--target', 'es2022', '--lib', 'es2022,dom', '--types', '', 'src/main.ts'];
  execFileSync('node', [join(project, 'node_modules/typescript/bin/tsc'), ...check], { cwd: app, stdio: 'pipe' });
  await build({ root: app, base: './', configFile: false, logLevel: 'silent', build: { outDir: join(served, 'app'), emptyOutDir: true } });
  const { page, problems } = await openPage('app/index.html');
  await page.waitForFunction(() => globalThis.heard?.some(({ type }) => type === 'finished'));
  await page.locator('section reprise-lab').getByText('Loss', { exact: true }).waitFor();
  assert.ok((await page.evaluate(() => presets.map(({ name }) => name))).includes('xor/lazy@2'));
  await page.evaluate(() => stop());
  assert.equal(await page.locator('section reprise-lab').count(), 0);
  assert.deepEqual(problems, []);
  await page.context().close();
});
