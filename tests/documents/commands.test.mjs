// Every command that a document shows or `./dev help` lists does something: see README.md.

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { SHORT_FORMS } from './short-forms.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const scratch = mkdtempSync(path.join(tmpdir(), 'reprise-documents-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

const NOT_OURS = new Set(['node_modules', 'build', 'dist', 'public', '.tools', '.git']);
const PROGRAMS = '\\./dev|reprise|cmake|ctest|npm|npx|node|parallel|until';

/** Every document, as a path from the root: READMEs, HACKING, docs/ and the pages written for readers. */
function documents(folder = '') {
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !NOT_OURS.has(name))
    .flatMap((entry) => {
      const name = path.posix.join(folder, entry.name);
      if (entry.isDirectory()) return documents(name);
      return name.endsWith('.md') ? [name] : [];
    });
}

/** The commands of a document, in its order, each once. */
function commandsOf(document) {
  // A command may go on in the next line.
  const lines = readFileSync(path.join(root, document), 'utf8').replace(/ *\\\n\s*/g, ' ').split('\n');
  const found = lines.flatMap((line) => {
    const block = line.match(new RegExp(`^ {4}((?:[A-Z]+=\\S+ )?(?:${PROGRAMS})\\b.*)$`));
    // What a command does stands behind it, after a sign or a gap.
    if (block) return [block[1].replace(/\s+# .*$/, '').replace(/\s{2,}\S.*$/, '')];
    return [...line.matchAll(/`((?:[A-Z_]+=\S+ )?(?:\.\/dev|npm run|node) [^`]+)`/g)]
      .map(([, command]) => command)
      .filter((command) => !command.includes('…'));
  });
  return [...new Set(found)];
}

const helped = () =>
  [...readFileSync(path.join(root, 'dev'), 'utf8').matchAll(/^(\.\/dev [a-z-]+)/gm)].map(([, command]) => command);

const sources = new Map([['dev', helped()], ...documents().map((document) => [document, commandsOf(document)])]);
const formOf = (command) => SHORT_FORMS.find(({ pattern }) => pattern.test(command));

/** Runs a shell line to its end; the tools of the tests before this one may have left marks in the environment. */
function sh(line, { cwd = root, status = 0 } = {}) {
  const { NODE_TEST_CONTEXT, ...env } = process.env;
  const PATH = `${path.join(root, 'build/release/core')}:${process.env.PATH}`;
  const result = spawnSync('sh', ['-eu', '-c', line], { cwd, encoding: 'utf8', env: { ...env, PATH, scratch } });
  assert.equal(result.status, status, `${line}\n${result.stdout}\n${result.stderr}`);
}

/** Starts what serves, opens a page of it and stops it, with all that it started. */
async function serve(line) {
  const server = spawn('sh', ['-c', `exec ${line}`], { cwd: root, detached: true });
  const ended = new Promise((resolve) => server.once('close', resolve));
  try {
    let said = '';
    const address = await new Promise((resolve, reject) => {
      const hear = (text) => {
        said += text;
        // Vite dresses its address in colours.
        const found = said.replace(/\u001b\[[\d;]*m/g, '').match(/http:\/\/[\w.]+:\d+\//);
        if (found) resolve(found[0]);
      };
      for (const stream of [server.stdout, server.stderr]) stream.setEncoding('utf8').on('data', hear);
      ended.then(() => reject(new Error(`${line} ended without an address:\n${said}`)));
    });
    for (const page of ['', 'two-points.html', 'tutorials/xor.html']) {
      const response = await fetch(`${address}${page}`);
      assert.equal(response.status, 200, `${address}${page}`);
      assert.match(await response.text(), /<title>[^<]*Reprise/);
    }
  } finally {
    if (server.exitCode === null) process.kill(-server.pid, 'SIGTERM');
    await ended;
  }
}

/** The folder where a document's commands of the tool are run one after another, as its reader would. */
function workplace(document) {
  const folder = path.join(scratch, document.replaceAll('/', '-'));
  if (existsSync(folder)) return folder;
  mkdirSync(folder);
  const network = { width: 8, hidden_layers: 3 };
  const spec = { task: { kind: 'two_points' }, network, training: { epochs: 60 }, observe: { every: 10 } };
  writeFileSync(path.join(folder, 'small.json'), JSON.stringify(spec));
  // A spec that the document shows is the reader's experiment, but for its length.
  const shown = readFileSync(path.join(root, document), 'utf8').match(/(?:^ {4}[{ ].*\n)*^ {4}.*"seed": \d+ \}$/m);
  if (shown) {
    const experiment = JSON.parse(shown[0]);
    experiment.training.epochs = 20;
    writeFileSync(path.join(folder, 'my-experiment.json'), JSON.stringify(experiment));
  }
  return folder;
}

test('every command has a short form, and every short form a command', () => {
  const all = [...sources.values()].flat();
  assert.ok(all.length > 40, `${all.length} commands`);
  for (const [document, commands] of sources) {
    for (const command of commands) {
      assert.ok(formOf(command), `${document}: nothing runs "${command}": give it a row in tests/documents/short-forms.mjs`);
    }
  }
  for (const form of SHORT_FORMS) {
    assert.ok(all.some((command) => formOf(command) === form), `no document has a command like ${form.pattern}`);
    const file = form.by?.match(/file: (\S+?),?( |$)/)?.[1];
    if (file) assert.ok(existsSync(path.join(root, file)), file);
  }
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  for (const [, name] of all.join('\n').matchAll(/npm run ([\w:]+)/g)) assert.ok(scripts[name], `package.json has no script ${name}`);
});

const done = new Set();
for (const [document, commands] of sources) {
  for (const command of commands) {
    const form = formOf(command);
    if (!form || form.by) continue;
    const line = form.tool?.(command) ?? form.run ?? form.serves;
    // Many documents name the same command of ./dev, and many commands have one short form.
    const key = form.tool ? `${document}: ${line}` : line;
    if (done.has(key)) continue;
    done.add(key);
    test(`${document}: ${command}`, async () => {
      if (form.serves) return serve(line);
      if (!form.tool) return sh(line, { status: form.status });
      const cwd = workplace(document);
      if (form.before) sh(form.before, { cwd });
      sh(line, { cwd });
    });
  }
}
