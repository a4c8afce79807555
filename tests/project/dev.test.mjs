// `./dev` itself, on stand-ins for every tool it calls: what it adds up, and that nothing broken looks green.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const dev = fileURLToPath(new URL('../../dev', import.meta.url));
const folders = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** A folder with a copy of ./dev and stand-ins (name to shell lines); runs a command of it there. */
function runDev(args, standIns = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'reprise-dev-'));
  folders.push(folder);
  const bin = path.join(folder, 'bin');
  for (const name of ['bin', 'web', 'tutorials', 'core/experiment', 'tests/cli', 'tests/project', 'tests/generators', 'tests/web']) {
    mkdirSync(path.join(folder, name), { recursive: true });
  }
  for (const name of ['package-lock.json', 'tsconfig.json', 'tests/generators/package.json', 'tests/generators/package-lock.json']) {
    writeFileSync(path.join(folder, name), '{}');
  }
  writeFileSync(path.join(folder, 'tests/web/pages.test.mjs'), '// openSite');
  copyFileSync(dev, path.join(folder, 'dev'));
  const calls = path.join(folder, 'calls');
  const quiet = ['g++', 'cmake', 'ninja', 'emcc', 'npm', 'node', 'ctest', 'sudo', 'apt-get', 'clang-format', 'parallel', 'shellcheck'];
  const lines = { npm: 'mkdir -p node_modules', ...standIns };
  for (const name of new Set([...quiet, ...Object.keys(lines)])) {
    const file = path.join(bin, name);
    writeFileSync(file, `#!/bin/sh\necho ${name} "$@" >>${calls}\n${lines[name] ?? ''}\n`);
    chmodSync(file, 0o755);
  }
  const result = spawnSync('sh', [path.join(folder, 'dev'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${bin}:/usr/bin:/bin` },
  });
  return { ...result, folder };
}

const ctest = (failed, all, status) =>
  `echo '${100 - failed}% tests passed, ${failed} tests failed out of ${all}'; exit ${status}`;
/** Node's stand-in tells test runs (which it counts) from the rest. */
const node = (counts, status = 0) =>
  `case "$*" in *--test*) printf '# pass ${counts.pass}\\n# fail ${counts.fail}\\n'; exit ${status} ;;
   *reprise_tests*) echo '[  PASSED  ] 7 tests.' ;; esac`;
const lastLine = ({ stdout }) => stdout.trim().split('\n').at(-1);

test('help names every command, and an unknown command fails', () => {
  const help = runDev(['help']);
  assert.equal(help.status, 0);
  for (const name of [
    'serve',
    'preview',
    'new-tutorial',
    'build',
    'test',
    'browsers',
    'fuzz',
    'compare',
    'digests',
    'licences',
    'bench',
    'format',
    'lighthouse',
    'screenshots',
    'help',
  ]) {
    assert.match(help.stdout, new RegExp(`^\\./dev ${name}\\b`, 'm'));
  }
  const unknown = runDev(['tset']);
  assert.notEqual(unknown.status, 0);
  assert.match(unknown.stderr, /no such command: tset/);
});

test('adds up every runner, and succeeds if all do', () => {
  const run = runDev(['test'], { ctest: ctest(0, 30, 0), node: node({ pass: 5, fail: 0 }) });
  // ctest twice, Node's runner three times, the WebAssembly program twice.
  assert.equal(lastLine(run), `${2 * 30 + 3 * 5 + 2 * 7} passed, 0 failed`);
  assert.equal(run.status, 0, run.stdout + run.stderr);
});

test('counts failures of each runner, and fails', () => {
  const native = runDev(['test'], { ctest: ctest(3, 30, 8), node: node({ pass: 5, fail: 0 }) });
  assert.equal(lastLine(native), `${2 * 27 + 3 * 5 + 2 * 7} passed, 6 failed`);
  assert.notEqual(native.status, 0);
  const site = runDev(['test'], { ctest: ctest(0, 30, 0), node: node({ pass: 4, fail: 1 }, 1) });
  assert.equal(lastLine(site), `${2 * 30 + 3 * 4 + 2 * 7} passed, 3 failed`);
  assert.notEqual(site.status, 0);
});

test('counts a failed native test once, though CTest shows what it printed', () => {
  const printed = `printf '%s\\n' '[ RUN      ] Gemm.Adds' '[  FAILED  ] Gemm.Adds (0 ms)' '[  PASSED  ] 0 tests.' \\
    '[  FAILED  ] 1 test, listed below:' '[  FAILED  ] Gemm.Adds' ' 1 FAILED TEST'`;
  const run = runDev(['test'], { ctest: `${printed}; ${ctest(1, 30, 8)}`, node: node({ pass: 5, fail: 0 }) });
  assert.equal(lastLine(run), `${2 * 29 + 3 * 5 + 2 * 7} passed, 2 failed`);
  assert.notEqual(run.status, 0);
});

test('browser tests run once in each engine named, and are added up', () => {
  const engines = 'case "$*" in *--test*) echo "ran in $REPRISE_ENGINE" >>engines ;; esac';
  const run = runDev(['browsers', 'firefox', 'webkit'], { node: `${engines}\n${node({ pass: 5, fail: 1 }, 1)}` });
  assert.equal(readFileSync(path.join(run.folder, 'engines'), 'utf8'), 'ran in firefox\nran in webkit\n');
  assert.match(run.stdout, /browser tests in firefox +FAILED/);
  assert.equal(lastLine(run), '10 passed, 2 failed');
  assert.notEqual(run.status, 0);
});

test('browser tests of the files named run alone', () => {
  const files = 'case "$*" in *--test*) echo "$*" >>ran ;; esac';
  const run = runDev(['browsers', 'firefox', 'tests/web/pages.test.mjs'], { node: `${files}\n${node({ pass: 1, fail: 0 })}` });
  assert.match(readFileSync(path.join(run.folder, 'ran'), 'utf8'), /^--test --test-concurrency=\d+ tests\/web\/pages\.test\.mjs\n$/);
  assert.equal(lastLine(run), '1 passed, 0 failed');
  assert.equal(run.status, 0);
});

test('lines of stages that run side by side stay whole, and each is there once', () => {
  const run = runDev(['test'], { ctest: ctest(0, 30, 0), node: node({ pass: 5, fail: 0 }) });
  // What a system lacks is named before anything runs.
  const lines = run.stdout.trim().split('\n').slice(0, -1).filter((line) => !/^(Installing|Not found)/.test(line));
  for (const line of lines) assert.match(line, /^(.{34} (ok|FAILED) +\d+ s| {34} \d+ passed, \d+ failed)$/);
  const stages = lines.filter((line) => / s$/.test(line)).map((line) => line.slice(0, 34).trim());
  for (const name of ['native release build', 'native tests', 'tests under sanitizers', 'site', 'site and browser tests', 'commands of the documents']) {
    assert.equal(stages.filter((stage) => stage === name).length, 1, `${name} in ${stages}`);
  }
});

test('commands of the documents run when all that they could build is built', () => {
  const ended = (name, words, after) => `case "$*" in *'${words}'*) ${after}; sleep 2; echo "${name} ended" >>calls ;; esac`;
  const run = runDev(['test'], {
    // The site takes longer than all that comes before the documents beside it.
    npm: `mkdir -p node_modules\n${ended('site', '--silent build', 'until grep -q tests/cli calls; do sleep 0.1; done')}`,
    cmake: ended('sanitizers', '--build --preset sanitize', ':'),
    ctest: ctest(0, 30, 0),
    node: node({ pass: 5, fail: 0 }),
  });
  const calls = readFileSync(path.join(run.folder, 'calls'), 'utf8').split('\n');
  const documents = calls.findIndex((call) => /^node --test tests\/documents/.test(call));
  for (const before of ['site ended', 'sanitizers ended']) {
    assert.ok(calls.includes(before), calls.join('\n'));
    assert.ok(calls.indexOf(before) < documents, `${before} in ${calls.join('\n')}`);
  }
});

test('a build that fails, and a runner that crashes, count as failures', () => {
  const build = runDev(['test'], {
    cmake: 'case "$*" in *--build*sanitize*) exit 1 ;; esac',
    ctest: ctest(0, 30, 0),
    node: node({ pass: 5, fail: 0 }),
  });
  assert.match(lastLine(build), / passed, 1 failed$/);
  assert.notEqual(build.status, 0);
  const crash = runDev(['test'], { ctest: 'exit 139', node: node({ pass: 5, fail: 0 }) });
  assert.match(lastLine(crash), / passed, 2 failed$/);
  assert.notEqual(crash.status, 0);
});

test('a build stops at its first failure', () => {
  const run = runDev(['build'], { cmake: 'exit 1', node: node({ pass: 0, fail: 0 }) });
  assert.notEqual(run.status, 0);
  assert.match(run.stdout, /FAILED/);
  assert.doesNotMatch(run.stdout, /command line tool/);
});

test('installs the npm packages once, until the lock changes', () => {
  const first = runDev(['build'], { node: node({ pass: 0, fail: 0 }) });
  assert.equal(first.status, 0, first.stdout + first.stderr);
  const calls = () =>
    execFileSync('grep', ['-c', '^npm ci', path.join(first.folder, 'calls')], { encoding: 'utf8' });
  assert.equal(calls().trim(), '1');
  const again = () =>
    spawnSync('sh', ['dev', 'build'], {
      cwd: first.folder,
      env: { ...process.env, PATH: `${path.join(first.folder, 'bin')}:/usr/bin:/bin` },
    });
  again();
  assert.equal(calls().trim(), '1');
  writeFileSync(path.join(first.folder, 'package-lock.json'), '{ "changed": true }');
  again();
  assert.equal(calls().trim(), '2');
});

test('is a script that a plain POSIX shell can read', () => {
  execFileSync('sh', ['-n', dev]);
});

const shellcheck = spawnSync('shellcheck', ['--version']).error === undefined;
test('shellcheck finds nothing in it', { skip: shellcheck ? false : 'this system has no shellcheck' }, () => {
  execFileSync('shellcheck', [dev], { encoding: 'utf8' });
});
