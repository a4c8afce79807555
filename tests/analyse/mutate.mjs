// A mutation check: does a test notice when a line of theory, training or observe says something else?
//   mutate.mjs [NUMBER] [SEED]     changes NUMBER places (60), one at a time, in a copy of the sources under build/mutants, chosen
//                                  by SEED (1); tells which changes no test noticed
//   mutate.mjs again               only those that were noticed by nothing the last time, with the tests as they are now
// A place is an operator, a comparison or a number in a line of code. What does not compile is no mutant and is drawn again. What the
// release build does not notice is tried once more under the sanitizers, which see a read beyond an array. A change that means the
// same (equivalent-mutants.mjs says of each why) is shown and not counted.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { equivalents } from './equivalent-mutants.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const copy = path.join(root, 'build/mutants');
const survivors = path.join(copy, 'survivors.json');
const again = process.argv[2] === 'again';
const [wanted = 60, seed = 1] = again ? [Infinity] : process.argv.slice(2).map(Number);
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

const same = (one, other) => one.file === other.file && one.before.trim() === other.before.trim() && one.line.trim() === other.line.trim();

const build = (preset) =>
  spawnSync('cmake', ['--build', '--preset', preset, '--target', 'reprise_tests'], { cwd: copy, encoding: 'utf8' });

/** Whether a test fails. What takes ten times as long as without a change, and a minute, is taken for a loop without an end. */
const usual = {};
function fails(preset, filter) {
  const begun = performance.now();
  const { status } = spawnSync(path.join(copy, 'build', preset, 'tests/reprise_tests'), [`--gtest_filter=${filter}`, '--gtest_brief=1', '--gtest_fail_fast'], {
    stdio: 'ignore',
    timeout: Math.ceil(60_000 + 10 * (usual[preset + filter] ?? 360_000)), // The first, without a change, has an hour.
    env: { ...process.env, ASAN_OPTIONS: 'detect_leaks=0' },
  });
  usual[preset + filter] ??= performance.now() - begun;
  return status !== 0;
}

/** What notices a change, in the order of what it costs: the sanitizers' build last, and without the runs of whole networks. */
const ways = [
  ['release', '-Paper.*'],
  ['release', 'Paper.*'],
  ['sanitize', '-Paper.*'],
];
function noticedBy() {
  for (const [preset, filter] of ways) {
    const made = build(preset);
    if (made.status !== 0) return null;
    if (fails(preset, filter)) return preset;
  }
  return '';
}

/** Only what differs is copied, and is new then: a change that an interrupted run left there is built away. */
function differs(from, to) {
  return !existsSync(to) || statSync(from).isDirectory() || !readFileSync(from).equals(readFileSync(to));
}

mkdirSync(copy, { recursive: true });
for (const name of ['CMakeLists.txt', 'CMakePresets.json', 'cmake', 'core', 'wasm', 'tests', 'web/build']) {
  cpSync(path.join(root, name), path.join(copy, name), { recursive: true, filter: differs });
}
for (const preset of ['release', 'sanitize']) {
  execFileSync('cmake', ['--preset', preset], { cwd: copy, stdio: 'ignore' });
  const first = build(preset);
  if (first.status !== 0) throw new Error(first.stdout);
}
const failing = noticedBy();
if (failing) throw new Error(`the tests fail without any change (${failing})`);

const all = places();
const stale = equivalents.filter((known) => !all.some((place) => same(place, known)));
for (const { file, line } of stale) console.log(`equivalent-mutants.mjs knows a change that cannot be made any more: ${file}: ${line}`);

/** Those left over the last time, where their lines still stand. */
const left = () => JSON.parse(readFileSync(survivors, 'utf8')).flatMap((old) => all.filter((place) => same(place, old)).slice(0, 1));

const told = { release: 'noticed', sanitize: 'noticed by the sanitizers', '': 'SURVIVED' };
const count = { release: 0, sanitize: 0, '': 0 };
let equivalent = 0;
const unnoticed = [];
for (const place of again ? left() : drawn(all)) {
  const { file, at, line, before } = place;
  if (count.release + count.sanitize + count[''] >= wanted) break;
  const say = (what) => console.log(`${what} ${file}:${at + 1}\n   ${before.trim()}\n   ${line.trim()}`);
  const reason = equivalents.find((known) => same(place, known))?.reason;
  if (reason) {
    equivalent += 1;
    say(`means the same (${reason})`);
    continue;
  }
  const target = path.join(copy, file);
  const text = readFileSync(target, 'utf8');
  writeFileSync(target, text.split('\n').with(at, line).join('\n'));
  const way = noticedBy();
  writeFileSync(target, text);
  if (way === null) continue;
  count[way] += 1;
  say(told[way]);
  if (way === '') unnoticed.push({ file, before, line });
  writeFileSync(survivors, `${JSON.stringify(unnoticed, null, 1)}\n`);
}
const tried = count.release + count.sanitize + count[''];
console.log(
  `${tried - count['']} of ${tried} changes noticed (${((100 * (tried - count[''])) / tried).toFixed(0)} %), ${count.sanitize} of them by the sanitizers; ` +
    `${equivalent} more mean the same; of ${all.length} places${again ? '' : `; seed ${seed}`}`,
);
