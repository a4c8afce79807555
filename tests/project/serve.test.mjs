// The server of ./dev serve: the site's own files, to be read, and nothing else.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { serveFolders } from '../../web/scripts/static-server.mjs';

const folder = mkdtempSync(join(tmpdir(), 'reprise-serve-'));
let server;
before(async () => {
  mkdirSync(join(folder, 'site', 'within'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'site', 'index.html'), '<title>Here</title>');
  writeFileSync(join(folder, 'site', 'within', 'a.txt'), 'within');
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'site', 'link.txt'));
  symlinkSync(folder, join(folder, 'site', 'out'));
  symlinkSync(join(folder, 'site', 'within'), join(folder, 'site', 'inner'));
  symlinkSync(join(folder, 'site'), join(folder, 'linked'));
  server = await serveFolders({ '/': join(folder, 'site'), '/linked/': join(folder, 'linked') });
});
after(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** By hand: fetch would tidy the path up. */
const ask = (path, method = 'GET') =>
  new Promise((resolve, reject) => {
    const asked = request({ port: server.port, host: '127.0.0.1', path, method }, (answer) => {
      let text = '';
      answer.on('data', (part) => (text += part));
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, text }));
    });
    asked.on('error', reject);
    asked.end();
  });

test('gives the files of the site, also where the site itself is a link', async () => {
  for (const path of ['/', '/index.html', '/linked/index.html']) assert.match((await ask(path)).text, /Here/, path);
  assert.equal((await ask('/inner/a.txt')).text, 'within');
});

test('follows no link out of the site, and no path', async () => {
  for (const path of ['/link.txt', '/out/secret.txt', '/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/linked/link.txt']) {
    const { status, text } = await ask(path);
    assert.ok(status === 404 || status === 400, `${path}: ${status}`);
    assert.doesNotMatch(text, /^secret/);
  }
});

test('answers only who wants to read, and says what types are', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
    const { status, headers } = await ask('/index.html', method);
    assert.equal(status, 405, method);
    assert.equal(headers.allow, 'GET, HEAD');
  }
  const { status, headers, text } = await ask('/index.html', 'HEAD');
  assert.deepEqual([status, text], [200, '']);
  assert.equal(headers['x-content-type-options'], 'nosniff');
  assert.equal(headers['referrer-policy'], 'no-referrer');
});
