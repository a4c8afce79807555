// A worksheet as a SCORM module, packed in the page: what is in it, and what it reports.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { unzipSync } from 'fflate';
import { serveFolders } from '../../web/scripts/static-server.mjs';
import { patient } from './helpers/browsers.mjs';
import { becomes, openSite, problemsOf } from './helpers/site.mjs';
import { makeScormApi } from './helpers/scorm-lms.mjs';
import { openComposer, worksheet } from './helpers/worksheet.mjs';

let site;
before(async () => {
  site = await openSite();
});
after(() => site?.close());

test('the module reports a worksheet to a learning management system, with its own files alone', { timeout: patient(180_000) }, async () => {
  const { opened, page, composer } = await openComposer(site);
  const file = { name: 'week.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(worksheet())) };
  await composer.locator('input[type=file]').setInputFiles(file);
  await composer.getByText('Opened: Week 3: XOR.').waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), composer.getByRole('button', { name: 'Save as a SCORM 1.2 module' }).click()]);
  await composer.getByText(/The module has \d/).waitFor();
  assert.deepEqual(await problemsOf(opened), []);
  const files = unzipSync(new Uint8Array(readFileSync(await download.path())));
  await page.context().close();

  const text = (name) => Buffer.from(files[name]).toString();
  const manifest = text('imsmanifest.xml');
  assert.match(manifest, /<schemaversion>1\.2<\/schemaversion>/);
  assert.match(manifest, /<title>Week 3: XOR<\/title>/);
  const listed = [...manifest.matchAll(/<file href="([^"]+)"/g)].map(([, name]) => name).sort();
  assert.deepEqual(listed, Object.keys(files).filter((name) => name !== 'imsmanifest.xml').sort());
  assert.deepEqual(JSON.parse(text('worksheet.json')), worksheet());
  assert.ok(!listed.some((name) => name.startsWith('data/')), 'pictures of digits in a module on XOR');

  const folder = mkdtempSync(join(tmpdir(), 'reprise-worksheet-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, 'module', name)), { recursive: true });
    writeFileSync(join(folder, 'module', name), content);
  }
  writeFileSync(join(folder, 'lms.html'), `<!doctype html><title>LMS</title><script>
    ${makeScormApi}
    window.lms = makeScormApi({}, true);
    window.API = window.lms.api;
  </script><iframe width="1000" height="800" src="module/sheet.html"></iframe>`);
  const server = await serveFolders({ '/': folder });
  try {
    const lms = await site.newPage();
    const missing = [];
    lms.on('response', (response) => response.status() >= 400 && !response.url().endsWith('favicon.ico') && missing.push(response.url()));
    await lms.goto(`${server.origin}/lms.html`);
    await lms.waitForFunction(() => globalThis.lms.data['cmi.core.lesson_status'] === 'incomplete');
    const inside = lms.frame({ url: /sheet\.html/ });
    assert.equal(await inside.locator('.site-header').count(), 0);
    await inside.locator('#question-groups').getByLabel('Two').check();
    await inside.locator('#question-groups').getByRole('button', { name: 'That is my prediction: run it' }).click();
    await inside.locator('reprise-xor-lab').evaluate((lab) => lab.chooseSpeed(null));
    // The run that judges the question, with its four groups, does the exercise as well; either may be reported first.
    const reported = () => lms.evaluate(() => Object.fromEntries(globalThis.lms.interactions.map(({ id, result }) => [id, result])));
    const results = { 'question-groups': 'wrong', 'exercise-four': 'correct' };
    assert.deepEqual(await becomes(reported, (now) => Object.keys(results).every((id) => now[id]), 60), results);
    assert.equal(await lms.evaluate(() => globalThis.lms.data['cmi.core.score.raw']), '40');
    assert.deepEqual(await lms.evaluate(() => globalThis.lms.faults), []);
    assert.deepEqual(missing, []);
    await lms.context().close();
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
