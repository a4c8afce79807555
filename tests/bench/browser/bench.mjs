// Times training steps in Chromium, ours beside TensorFlow.js's WebAssembly backend, and natively:
//   node tests/bench/browser/bench.mjs [--rounds N] [--smoke] [--labs]
// Needs the wasm modules in web/public/wasm; native times appear if build/release holds the benchmark. --smoke takes
// everything once and as short as can be: it shows that the benchmark runs, and its times mean little. --labs measures
// the labs alone.

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { serveFolders } from '../../../web/scripts/static-server.mjs';
import { launchChromium } from '../../web/helpers/chromium.mjs';
import { measureLabs } from './labs.mjs';
import { problems } from './problems.mjs';
import { seedsOnCores } from './seeds.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../../..');
const WIDTHS = [4, 8, 16]; // Floats in a vector; which of them there are depends on the processor.
const LIMIT_NAMES = { products: "the bare kernel's time", passes: 'the passes over memory' };
const FORM_NAMES = {
  automatic: 'its optimizer',
  byHand: 'backward pass by hand',
  layersModel: 'its layers model',
};

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string' },
    smoke: { type: 'boolean', default: false },
    labs: { type: 'boolean', default: false },
  },
});
const rounds = Number(options.rounds ?? (options.smoke ? 1 : 7));
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error(`--rounds is ${options.rounds}; allowed: an integer from 1`);
  process.exit(2);
}
const sliceMilliseconds = options.smoke ? 1 : 500;
const labRuns = options.smoke ? { rounds: 1, milliseconds: 50 } : { rounds: 3, milliseconds: 4000 };
const seedRuns = options.smoke ? { rounds: 1, epochs: 20 } : { rounds: 3, epochs: 2000 };
const nativeRuns = options.smoke ? { repetitions: 2, seconds: 0.001 } : { repetitions: 5, seconds: 0.4 };

async function bundleOurs(folder) {
  await build({
    configFile: false,
    root: here,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
      lib: { entry: path.join(here, 'ours.ts'), formats: ['es'], fileName: () => 'ours.js' },
    },
  });
}

/** Milliseconds of the processor per step of each native benchmark: the median of its repetitions. */
function nativeTimes() {
  const program = path.join(root, 'build/release/tests/bench/reprise_bench');
  if (!existsSync(program)) return {};
  const report = execFileSync(
    program,
    [
      '--benchmark_filter=Step|Limit|FitRates',
      `--benchmark_repetitions=${nativeRuns.repetitions}`,
      `--benchmark_min_time=${nativeRuns.seconds}`,
      '--benchmark_report_aggregates_only=true',
      '--benchmark_format=json',
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const times = {};
  for (const run of JSON.parse(report).benchmarks) {
    const toMilliseconds = { ns: 1e-6, us: 1e-3, ms: 1, s: 1e3 }[run.time_unit];
    if (run.aggregate_name !== 'median' || run.error_occurred) continue;
    // A limit that stands for a step says itself how long, in seconds.
    times[run.run_name] = run.steps ? run.steps * 1e3 : run.cpu_time * toMilliseconds;
  }
  return times;
}

/** Others' times for the same work, by the benchmark's name: { milliseconds, by }, or { missing } where one is not installed. */
function othersTimes() {
  // The one that Debian's packages are for.
  const python = ['/usr/bin/python3'].find(existsSync) ?? 'python3';
  const references = path.join(root, 'tests/compare/references.json');
  const others = [path.join(here, '../others.py'), references, String(sliceMilliseconds)];
  try {
    const lines = execFileSync(python, others, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim().split('\n');
    return Object.fromEntries(lines.map((line) => JSON.parse(line)).map((row) => [row.name, row]));
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return {};
  }
}

const bundled = await mkdtemp(path.join(tmpdir(), 'reprise-bench-'));
let server;
let site;
let browser;
try {
  await bundleOurs(bundled);
  server = await serveFolders({
    '/': here,
    '/ours/': bundled,
    '/wasm/': path.join(root, 'web/public/wasm'),
    '/limits/': path.join(root, 'build/wasm/tests/bench'),
    '/tfjs/': path.join(root, 'node_modules/@tensorflow'),
  });
  browser = await launchChromium({ whole: true });
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(`page: ${error.message}`));
  await page.goto(`${server.origin}/page.html`);
  await page.waitForFunction(() => window.bench !== undefined);
  const theirs = await page.evaluate(() =>
    window.bench.startTensorFlow('/tfjs/tfjs-backend-wasm/dist/'),
  );
  console.log(
    `Chromium ${browser.version()}, one thread; TensorFlow.js ${theirs.version}, ` +
      `${theirs.backend} backend, SIMD ${theirs.simd ? 'on' : 'off'}.`,
  );
  const natively = options.labs ? {} : nativeTimes();
  const others = options.labs ? {} : othersTimes();
  const row = (label, number, note = '') =>
    console.log(`  ${label.padEnd(38)}${number.toFixed(3).padStart(9)}  ${note}`.trimEnd());
  /** Another's time beside the least of ours, or what is not installed for it. */
  const rowOfOther = (name, ours) => {
    const { milliseconds, by, missing = 'python3' } = others[name] ?? {};
    if (milliseconds === undefined) console.log(`  left out: ${missing} is not installed`);
    else row(by, milliseconds, `${(milliseconds / ours).toFixed(1)} times as long`);
  };
  for (const problem of options.labs ? [] : problems) {
    const result = await page.evaluate(
      ([p, settings]) => window.bench.compare(p, settings),
      [problem, { rounds, sliceMilliseconds }],
    );
    console.log(`\n${problem.name}  (ms per training step, median of ${rounds} rounds)`);
    const [ours, limit, ...forms] = result;
    const limitName = `  ${LIMIT_NAMES[problem.limit]}`;
    row('Reprise in the page', ours.milliseconds);
    row(limitName, limit.milliseconds, `${(1 / limit.ratio).toFixed(2)} times as long`);
    for (const { name, milliseconds, ratio } of forms) {
      row(`TensorFlow.js, ${FORM_NAMES[name]}`, milliseconds, `${ratio.toFixed(1)} times as long`);
    }
    for (const lanes of WIDTHS) {
      const time = natively[`${problem.native}Step/${lanes}`];
      if (time === undefined) continue;
      row(
        `Reprise natively, ${lanes} lanes`,
        time,
        `page / native: ${(ours.milliseconds / time).toFixed(2)}`,
      );
      const least = natively[`${problem.native}Limit/${lanes}`] ?? natively[`${problem.native}Limit`];
      row(limitName, least, `${(time / least).toFixed(2)} times as long`);
    }
    if (!problem.native) continue;
    const fastest = Math.min(...WIDTHS.map((lanes) => natively[`${problem.native}Step/${lanes}`] ?? Infinity));
    if (fastest < Infinity) rowOfOther(`${problem.native}Step`, fastest);
  }
  if (!options.labs) {
    console.log("\nconvolution: left out, for TensorFlow.js's WebAssembly backend has no gradient by filters");
    console.log('attention: left out, for it has not been written in TensorFlow.js here');
  }
  if (natively.FitRates) {
    console.log('\nfit of two rates to 25 rows  (ms of the processor)');
    row('Reprise natively', natively.FitRates);
    rowOfOther('FitRates', natively.FitRates);
  }
  const seeds = options.labs ? null : await seedsOnCores(root, seedRuns);
  if (seeds) {
    console.log('\neight seeds of two-points/shallow  (s, the least of the rounds)');
    row('one at a time', seeds.alone);
    row(`${seeds.cores} at a time`, seeds.together, `${seeds.share.toFixed(2)} of ${seeds.cores} cores put to use`);
  }
  site = await serveFolders({ '/': path.join(root, 'web/dist') });
  console.log(
    `\nlabs at full speed, curves in view  (ms per epoch; how many times as long as its steps by themselves, and as these ` +
      `with its records; median of ${labRuns.rounds} rounds)`,
  );
  for (const lab of await measureLabs(browser, site.origin, page, labRuns)) {
    const { name, together, perEpoch, alone, recorded, frames, longest, tasks } = lab;
    const times = together ? '' : `${perEpoch.toFixed(3).padStart(9)}  ${alone.toFixed(2)}, ${recorded.toFixed(2)}`;
    const thread = `${frames.toFixed(1)} frames a second, longest task ${longest.toFixed(0)} ms (${tasks} over 50)`;
    console.log(`  ${name.padEnd(18)}${times.padEnd(25)}${thread}`);
  }
} finally {
  await browser?.close();
  await server?.close();
  await site?.close();
  await rm(bundled, { recursive: true, force: true });
}
