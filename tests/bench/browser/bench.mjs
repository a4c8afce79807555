// Times training steps in Chromium, ours beside TensorFlow.js's WebAssembly backend, and natively:
//   node tests/bench/browser/bench.mjs [--rounds N] [--smoke]
// Needs the wasm modules in web/public/wasm; native times appear if build/release holds the benchmark. --smoke takes
// everything once and as short as can be: it shows that the benchmark runs, and its times mean little.

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

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../../..');
const MANY_EPOCHS = 1_000_000;
const WIDTHS = [4, 8, 16]; // Floats in a vector; which of them there are depends on the processor.
const FORM_NAMES = {
  automatic: 'its optimizer',
  byHand: 'backward pass by hand',
  layersModel: 'its layers model',
};

const { values: options } = parseArgs({
  options: { rounds: { type: 'string' }, smoke: { type: 'boolean', default: false } },
});
const rounds = Number(options.rounds ?? (options.smoke ? 1 : 7));
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error(`--rounds is ${options.rounds}; allowed: an integer from 1`);
  process.exit(2);
}
const sliceMilliseconds = options.smoke ? 1 : 500;
const nativeRuns = options.smoke ? { repetitions: 2, seconds: 0.001 } : { repetitions: 5, seconds: 0.4 };

// Observing is kept out of the measurement: the first record is made before it, the next a million
// epochs on. Learning rates are small enough for any number of steps to stay finite.
const problems = [
  {
    name: 'digits: 784-200x4-10, batch 64',
    native: 'Digits',
    limit: "the bare kernel's time",
    sizes: [784, 200, 200, 200, 200, 10],
    batch: 64,
    batches: 16,
    learningRate: 0.001,
    imageCount: 1124,
    spec: {
      version: 1,
      task: {
        kind: 'images',
        source: 'mnist',
        classes: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
        train_count: 1024,
        held_out_count: 100,
      },
      network: { kind: 'mlp', width: 200, hidden_layers: 4, activation: 'leaky_relu', gain: 1 },
      training: {
        optimizer: 'sgd',
        learning_rate: 0.001,
        batch: 64,
        epochs: MANY_EPOCHS,
        loss: 'half_mse',
      },
      observe: { layer: 2, every: MANY_EPOCHS, points: [0, 1] },
      seed: 1,
    },
  },
  {
    name: 'two points: 20 layers x 500, batch 2',
    native: 'TwoPoints',
    limit: 'the passes over memory',
    sizes: [1, ...Array(20).fill(500), 1],
    batch: 2,
    batches: 1,
    learningRate: 0.001,
    imageCount: 0,
    spec: {
      version: 1,
      task: { kind: 'two_points', dx2: 1, dy2: 0.5 },
      network: { kind: 'mlp', width: 500, hidden_layers: 20, activation: 'leaky_relu', gain: 1 },
      training: {
        optimizer: 'sgd',
        learning_rate: 0.001,
        batch: 'full',
        epochs: MANY_EPOCHS,
        loss: 'half_mse',
      },
      observe: { layer: 10, every: MANY_EPOCHS },
      seed: 1,
    },
  },
];

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

/** Milliseconds per step of each native benchmark: the median of its repetitions. */
function nativeTimes() {
  const program = path.join(root, 'build/release/tests/bench/reprise_bench');
  if (!existsSync(program)) return {};
  const report = execFileSync(
    program,
    [
      '--benchmark_filter=Step|Limit',
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
    times[run.run_name] = run.steps ? run.steps * 1e3 : run.real_time * toMilliseconds;
  }
  return times;
}

const bundled = await mkdtemp(path.join(tmpdir(), 'reprise-bench-'));
let server;
let browser;
try {
  await bundleOurs(bundled);
  server = await serveFolders({
    '/': here,
    '/ours/': bundled,
    '/wasm/': path.join(root, 'web/public/wasm'),
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
  const natively = nativeTimes();
  for (const problem of problems) {
    const result = await page.evaluate(
      ([p, settings]) => window.bench.compare(p, settings),
      [problem, { rounds, sliceMilliseconds }],
    );
    console.log(`\n${problem.name}  (ms per training step, median of ${rounds} rounds)`);
    const row = (label, number, note = '') =>
      console.log(`  ${label.padEnd(38)}${number.toFixed(3).padStart(9)}  ${note}`.trimEnd());
    const [ours, ...forms] = result;
    row('Reprise in the page', ours.milliseconds);
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
      const limit = natively[`${problem.native}Limit/${lanes}`] ?? natively[`${problem.native}Limit`];
      row(`  ${problem.limit}`, limit, `${(time / limit).toFixed(2)} times as long`);
    }
  }
} finally {
  await browser?.close();
  await server?.close();
  await rm(bundled, { recursive: true, force: true });
}
