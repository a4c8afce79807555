// The built site on real hosts: starts Debian's nginx and Apache with what docs/hosting.md tells their owners to write, and finds the
// headers it promises, a lab that trains, and the lab in a frame and as an element on a page of another origin.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveFolders } from '../../web/scripts/static-server.mjs';
import { launchBrowser } from '../web/helpers/browsers.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const site = path.join(root, 'web/dist');
const text = readFileSync(path.join(root, 'docs/hosting.md'), 'utf8');
const block = (language) => new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\``, 'm').exec(text)[1];

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const hosts = {
  nginx: (folder, port) => {
    const own = block('nginx').replace('/var/www/reprise', site).replace('8090', `127.0.0.1:${port}`);
    const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`);
    return [
      ['/usr/sbin/nginx', '-e', `${folder}/error.log`, '-c', `${folder}/conf`],
      `daemon off; pid ${folder}/pid; error_log ${folder}/error.log; events {}\nhttp { include /etc/nginx/mime.types; access_log off;
        ${paths.join(' ')}\n${own} }`,
    ];
  },
  apache: (folder, port) => {
    const modules = ['mpm_event', 'authz_core', 'mime', 'dir', 'headers', 'filter', 'deflate', 'setenvif'];
    const loaded = modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n');
    return [
      ['/usr/sbin/apache2', '-X', '-f', `${folder}/conf`],
      `${loaded}\nServerRoot ${folder}\nServerName localhost\nPidFile ${folder}/pid\nErrorLog ${folder}/error.log\nTypesConfig /etc/mime.types
        Listen 127.0.0.1:${port}\nDocumentRoot ${site}\nDirectoryIndex index.html\n<Directory ${site}>\nRequire all granted\n${block('apache')}\n</Directory>\n`,
    ];
  },
};

async function answers(address, ended) {
  for (;;) {
    try {
      return await fetch(address);
    } catch {
      if (ended()) throw new Error('the host ended before it answered');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function headers(origin) {
  const of = async (name) => {
    const response = await fetch(`${origin}/${name}`, { headers: { 'Accept-Encoding': 'gzip' } });
    assert.equal(response.status, 200, name);
    return Object.fromEntries(response.headers);
  };
  const asset = /assets\/[\w.-]+\.js/.exec(readFileSync(path.join(site, 'index.html'), 'utf8'))[0];
  const kept = await of(asset);
  assert.match(kept['cache-control'], /immutable/);
  assert.equal(kept['content-encoding'], 'gzip');
  for (const name of ['index.html', 'sw.js', 'wasm/reprise-simd.wasm', 'embed/reprise.mjs', 'tutorials/xor.html']) {
    const got = await of(name);
    assert.equal(got['cache-control'], 'no-cache', name);
    assert.equal(got['content-encoding'], 'gzip', name);
    assert.equal(got['x-content-type-options'], 'nosniff', name);
    assert.equal(got['x-frame-options'], undefined, name);
  }
  assert.equal((await of('wasm/reprise-simd.wasm'))['content-type'], 'application/wasm');
  assert.match((await of('embed/reprise.mjs'))['content-type'], /javascript/);
  for (const name of [asset, 'embed/reprise.mjs', 'wasm/reprise-simd.wasm']) {
    assert.equal((await of(name))['access-control-allow-origin'], '*', name);
  }
}

/** A page of another origin with the lab twice: in a frame without an origin, and as an element. */
const course = (origin) => `<!doctype html><title>A course</title>
<script>const told = []; addEventListener('message', ({ data }) => told.push(data)); addEventListener('reprise', ({ detail }) => told.push(detail), true)</script>
<iframe sandbox="allow-scripts" width="800" height="700" src="${origin}/embed.html#lab=two-points&preset=two-points/shallow&autorun=1&training.epochs=20"></iframe>
<script type="module" src="${origin}/embed/reprise.mjs"></script>
<reprise-lab preset="two-points/shallow" set="training.epochs=20" autorun></reprise-lab>`;

const browser = await launchBrowser();
const scratch = mkdtempSync(path.join(tmpdir(), 'reprise-hosts-'));
try {
  for (const [name, made] of Object.entries(hosts)) {
    const folder = path.join(scratch, name);
    mkdirSync(folder);
    const port = await freePort();
    const [[command, ...options], conf] = made(folder, port);
    writeFileSync(path.join(folder, 'conf'), conf);
    const host = spawn(command, options, { stdio: 'inherit' });
    const origin = `http://127.0.0.1:${port}`;
    try {
      await answers(origin, () => host.exitCode !== null);
      await headers(origin);

      const page = await browser.newPage();
      const problems = [];
      page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
      page.on('pageerror', (error) => problems.push(error.message));
      await page.goto(`${origin}/two-points.html#preset=two-points/shallow&training.epochs=40`);
      await page.getByRole('button', { name: 'Run', exact: true }).click();
      await page.getByText('40 / 40').or(page.getByText('epoch 40')).first().waitFor();

      writeFileSync(path.join(folder, 'index.html'), course(origin));
      const other = await serveFolders({ '/': folder });
      await page.goto(`${other.origin}/`);
      await page.waitForFunction(() => told.filter(({ type }) => type === 'finished').length === 2, null, { timeout: 60_000 });
      await other.close();
      assert.deepEqual(problems, []);
      await page.close();
      console.log(`${name}: headers as promised; the lab trains, and so it does in a frame and as an element on another origin`);
    } finally {
      host.kill();
    }
  }
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true });
}
