// ./dev new-tutorial: what it writes compiles as it stands, uses every directive, and replaces nothing.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { DIRECTIVES } from '../../web/build/tutorials/directives.mjs';
import { compileAll } from '../../web/build/tutorials/plugin.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'reprise-tutorial-'));
after(() => rmSync(folder, { recursive: true }));
mkdirSync(path.join(folder, 'tutorials'));
mkdirSync(path.join(folder, 'core/experiment'), { recursive: true });
for (const file of [
  'tutorials/glossary.yaml',
  'core/experiment/presets.json',
  'core/experiment/spec.schema.json',
]) {
  cpSync(path.join(root, file), path.join(folder, file));
}

const begin = (name) =>
  spawnSync(process.execPath, [path.join(root, 'web/scripts/new-tutorial.mjs'), name, folder], {
    encoding: 'utf8',
  });
const written = (name) => path.join(folder, 'tutorials', `${name}.md`);
const compile = () => compileAll({ project: folder, pages: ['two-points.html'] });

test('a new tutorial compiles as it is written, with one of each directive', () => {
  const result = begin('two-moons');
  assert.equal(result.status, 0, result.stderr);
  assert.match(result.stdout, /\.\/dev preview/);
  const source = readFileSync(written('two-moons'), 'utf8');
  for (const name of Object.keys(DIRECTIVES)) {
    assert.match(source, new RegExp(`^::: ${name}\\b`, 'm'), name);
  }
  const [tutorial] = compile();
  assert.equal(tutorial.path, 'tutorials/two-moons.html');
  assert.equal(tutorial.head.title, 'Two moons');
});

test('an existing tutorial is not touched', () => {
  writeFileSync(written('mine'), 'my words');
  const result = begin('mine');
  assert.equal(result.status, 2);
  assert.match(result.stderr, /tutorials\/mine\.md is there already/);
  assert.equal(readFileSync(written('mine'), 'utf8'), 'my words');
  rmSync(written('mine'));
});

for (const name of ['', 'Two moons', '../evil', 'index']) {
  test(`the name "${name}" is refused, saying what is allowed`, () => {
    const result = begin(name);
    assert.equal(result.status, 2);
    assert.match(result.stderr, /the name is "/);
  });
}

test('a fault put into it is told with file and line', () => {
  begin('faulty');
  const source = readFileSync(written('faulty'), 'utf8').replace('[[gain]]', '[[gian]]');
  writeFileSync(written('faulty'), source);
  const line = source.split('\n').findIndex((text) => text.includes('[[gian]]')) + 1;
  assert.throws(compile, new RegExp(`tutorials/faulty\\.md:${line}: unknown glossary term "gian"`));
  rmSync(written('faulty'));
});
