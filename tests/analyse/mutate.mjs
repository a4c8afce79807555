// A mutation check: does a test notice when a line of theory, training or observe says something else?
//   mutate.mjs [NUMBER] [SEED]     changes NUMBER places (60), one at a time, in a copy of the sources under build/mutants, chosen
//                                  by SEED (1); tells which changes no test noticed
// A place is an operator, a comparison or a number in a line of code. What does not compile is no mutant and is drawn again.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const copy = path.join(root, 'build/mutants');
const [wanted = 60, seed = 1] = process.argv.slice(2).map(Number);
const rooms = ['theory', 'training', 'observe'];

/** What stands there, and what is put in its place. Spaces keep pointers, references, templates and signs out. */
const changes = [
  [/ \+ /g, ' - '],
  [/ - /g, ' + '],
  [/ \* /g, ' / '],
  [/ \/ /g, ' * '],
  [/ \+= /g, ' -= '],
  [/ -= /g, ' += '],
  [/ < /g, ' <= '],
  [/ <= /g, ' < '],
  [/ > /g, ' >= '],
  [/ >= /g, ' > '],
  [/ == /g, ' != '],
  [/ != /g, ' == '],
  [/ && /g, ' || '],
  [/ \|\| /g, ' && '],
  [/(?<=[ (-])\d+\.\d+(?=[ ;,)])/g, (number) => `(1.5 * ${number} + 0.25)`],
  [/(?<=[ (])\d+(?=[ ;,)])/g, (number) => `(${number} + 1)`],
  [/(?<=return )true/g, 'false'],
  [/(?<=return )false/g, 'true'],
];

/** Lines of code alone: what a comment says, a static assertion and an include change nothing that runs. */
const isCode = (line) => !/^\s*(\/\/|#|static_assert|template|using|namespace)/.test(line);

function places() {
  const found = [];
  for (const room of rooms) {
    for (const name of readdirSync(path.join(root, 'core', room)).filter((file) => /\.[ch]pp$/.test(file))) {
      const file = path.join('core', room, name);
      readFileSync(path.join(root, file), 'utf8').split('\n').forEach((line, at) => {
        const code = line.replace(/\/\/.*/, '').replace(/"[^"]*"/g, (text) => '_'.repeat(text.length));
        if (!isCode(line)) return;
        for (const [pattern, put] of changes) {
          for (const { 0: old, index } of code.matchAll(pattern)) {
            const to = typeof put === 'function' ? put(old) : put;
            found.push({ file, at, line: line.slice(0, index) + to + line.slice(index + old.length), before: line });
          }
        }
      });
    }
  }
  return found;
}

/** Shuffled by a generator of a few lines, so that a seed names the same places on every machine. */
function drawn(list) {
  let state = seed;
  const below = (n) => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) % n;
  const rest = [...list];
  return list.map(() => rest.splice(below(rest.length), 1)[0]);
}

const tests = path.join(copy, 'build/release/tests/reprise_tests');
const build = () =>
  spawnSync('cmake', ['--build', '--preset', 'release', '--target', 'reprise_tests'], { cwd: copy, encoding: 'utf8' });
/** Those that train whole networks last, where nothing else has noticed. A change may make a loop endless. */
const noticed = () =>
  ['-Paper.*', 'Paper.*'].some((filter) => {
    const options = [`--gtest_filter=${filter}`, '--gtest_brief=1', '--gtest_fail_fast'];
    return spawnSync(tests, options, { stdio: 'ignore', timeout: 600_000 }).status !== 0;
  });

mkdirSync(copy, { recursive: true });
for (const name of ['CMakeLists.txt', 'CMakePresets.json', 'cmake', 'core', 'wasm', 'tests', 'web/build']) {
  cpSync(path.join(root, name), path.join(copy, name), { recursive: true, preserveTimestamps: true });
}
execFileSync('cmake', ['--preset', 'release'], { cwd: copy, stdio: 'ignore' });
const first = build();
if (first.status !== 0) throw new Error(first.stdout);
if (noticed()) throw new Error('the tests fail without any change');

const all = places();
let tried = 0;
let killed = 0;
for (const { file, at, line, before } of drawn(all)) {
  if (tried === wanted) break;
  const target = path.join(copy, file);
  const text = readFileSync(target, 'utf8');
  writeFileSync(target, text.split('\n').with(at, line).join('\n'));
  if (build().status === 0) {
    tried += 1;
    const found = noticed();
    killed += found ? 1 : 0;
    console.log(`${found ? 'noticed ' : 'SURVIVED'} ${file}:${at + 1}\n   ${before.trim()}\n   ${line.trim()}`);
  }
  writeFileSync(target, text);
}
console.log(`${killed} of ${tried} changes noticed (${((100 * killed) / tried).toFixed(0)} %), of ${all.length} places; seed ${seed}`);
