// docs/licences.md is what the installed packages say, and its check sees when it is not.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

const root = new URL('../../', import.meta.url).pathname;
const script = 'web/scripts/licences.mjs';

test('docs/licences.md is current: ./dev licences makes it', () => {
  execFileSync(process.execPath, [script, '--check'], { cwd: root });
});

test('a package of another version, or without a licence, is noticed', () => {
  const copy = mkdtempSync(join(tmpdir(), 'reprise-licences-'));
  try {
    for (const folder of ['docs', 'web/scripts']) mkdirSync(join(copy, folder), { recursive: true });
    for (const file of ['docs/licences.md', script, 'dev']) cpSync(join(root, file), join(copy, file));
    const check = (change) => {
      const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
      change(lock.packages['node_modules/lit']);
      writeFileSync(join(copy, 'package-lock.json'), JSON.stringify(lock));
      return spawnSync(process.execPath, [script, '--check'], { cwd: copy, encoding: 'utf8' });
    };
    assert.equal(check(() => {}).status, 0);
    const other = check((lit) => (lit.version = '9.9.9'));
    assert.equal(other.status, 1);
    assert.match(other.stderr, /\.\/dev licences/);
    assert.match(check((lit) => delete lit.license).stderr, /no licence of lit/);
  } finally {
    rmSync(copy, { recursive: true });
  }
});
