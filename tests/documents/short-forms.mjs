// How each command of the documents is run in seconds: the first row whose pattern fits it says so.
//   run     in the project's root, as a shell line; `$scratch` is a folder to write into
//   tool    in the document's own folder, on a small spec and with the tool `reprise` on the path: what is replaced
//   before  what the document's reader has done by then
//   serves  a command that ends only when told to: it has to print an address, and serve a page there
//   status  the exit status, where it is not 0
//   by      what carries the command out as it stands, in place of this test

/** A sweep or a run of the paper's settings takes minutes; the small spec of commands.test.mjs takes none. */
const small = (command) =>
  command
    .replace(/two-points\/(default|shallow)|xor\/rich/, 'small.json')
    .replace(/seed=1:\d+/, 'seed=1:2')
    .replace(/gain=([\d.]+):([\d.]+):\d+/, 'gain=$1:$2:2');
const quick = () => 'reprise reproduce xor --quick --seeds 1 --out results';

/** XOR on small networks that differ in activation. */
const XOR_SPECS = ['one relu', 'other tanh']
  .map((words) => words.split(' '))
  .map(([name, activation]) => {
    const spec = { task: { kind: 'xor' }, network: { width: 8, hidden_layers: 3, activation }, training: { epochs: 20 }, observe: { every: 10 } };
    return `echo '${JSON.stringify(spec)}' > ${name}.json`;
  })
  .join(' && ');

export const SHORT_FORMS = [
  { pattern: /^\.\/dev help/, run: './dev help' },
  { pattern: /^\.\/dev build/, run: './dev build' },
  { pattern: /^\.\/dev serve/, serves: './dev serve 0' },
  { pattern: /^(\.\/dev preview|npm run dev|npm ci && npm run dev)$/, serves: './dev preview --port 0 --host 127.0.0.1' },
  { pattern: /^\.\/dev new-tutorial/, run: 'mkdir -p "$scratch/tutorials" && ./dev new-tutorial two-moons "$scratch"' },
  { pattern: /^(\.\/dev package|npm run package)$/, run: './dev package --out "$scratch"' },
  { pattern: /^node web\/packages\/package\.mjs/, run: 'node web/packages/package.mjs --out "$scratch"' },
  { pattern: /^\.\/dev bench/, run: './dev bench --smoke' },
  { pattern: /^\.\/dev fuzz/, by: 'nothing: it needs Clang; what it hands out and to whom is part of the native tests (tests/fuzz)' },
  { pattern: /^\.\/dev analyse/, by: 'nothing: it takes minutes, and Clang' },
  { pattern: /^\.\/dev cluster/, by: 'nothing: it needs root and Slurm' },
  { pattern: /^\.\/dev mutate/, by: 'nothing: it builds and runs the tests once for each change' },
  { pattern: /^\.\/dev endure/, run: './dev endure 20 0' },
  { pattern: /^\.\/dev hosts/, by: 'nothing: it needs nginx and Apache' },
  { pattern: /^\.\/dev coverage/, by: 'nothing: it takes minutes, and Clang' },
  { pattern: /^\.\/dev compare/, by: 'nothing: it needs PyTorch; what it keeps is held by tests/core/comparison_test.cpp' },
  { pattern: /^node web\/scripts\/stamp-translation/, by: 'nothing: it writes into translations' },
  { pattern: /^\.\/dev translations/, run: './dev translations' },
  { pattern: /^\.\/dev licences/, run: 'node web/scripts/licences.mjs --check' },
  { pattern: /^\.\/dev digests/, by: 'nothing: it takes minutes; every build of the tests takes its first steps (tests/core/digests_test.cpp)' },
  { pattern: /^\.\/dev browsers/, run: './dev browsers chromium tests/web/shell.test.mjs' },
  { pattern: /^\.\/dev screenshots/, run: './dev screenshots teaching' },
  // Lighthouse is hundreds of packages. Without them its script comes as far as its settings, and refuses this one.
  { pattern: /^(RUNS=1 )?\.\/dev lighthouse/, run: 'RUNS=0 node tests/lighthouse/lighthouse.mjs', status: 2 },
  { pattern: /^\.\/dev format/, by: 'nothing: it rewrites the sources' },
  { pattern: /^\.\/dev test/, by: 'whoever reads this result' },

  // A build without optimisation, of which one file shows that it is set up.
  {
    pattern: /^cmake --preset debug && cmake --build --preset debug && ctest --preset debug$/,
    run:
      'cmake --preset debug && ctest --preset debug -N && ' +
      'cmake --build --preset debug --target core/CMakeFiles/reprise_core.dir/numerics/gemm.cpp.o',
  },
  { pattern: /^cmake --preset wasm && cmake --build --preset wasm$/, run: 'cmake --preset wasm && cmake --build --preset wasm' },
  { pattern: /^ctest --preset release -R Fit$/, run: 'ctest --preset release -R Fit --no-tests=error' },
  {
    pattern: /^REPRISE_ENGINE=firefox node --test/,
    run: 'REPRISE_ENGINE=$(node tests/web/helpers/browsers.mjs | tail -n 1) node --test tests/web/shell.test.mjs',
  },
  { pattern: /^node --test tests\/web\/browser-two-points/, by: './dev test, file: tests/web/browser-two-points.test.mjs' },
  { pattern: /^node --test tests\/documents/, by: './dev test, file: tests/documents/commands.test.mjs' },
  { pattern: /^node web\/build\/tutorials\/labs-list\.mjs$/, by: 'file: tests/web/lab-in-an-hour.test.mjs' },
  { pattern: /^node web\/scripts\/embed-stills\.mjs plateau\/shallow$/, by: 'file: tests/web/lab-in-an-hour.test.mjs' },
  { pattern: /^npm run (build|types)$/, by: './dev build' },
  { pattern: /^npm run test:web$/, by: './dev test' },
  { pattern: /^npm install$/, by: './dev build, by npm ci' },
  { pattern: /^npm install reprise-lab$/, by: 'file: tests/web/packages.test.mjs, from the package as it was made' },

  { pattern: /^reprise align xor\/rich xor\/rich-leaky/, before: XOR_SPECS, tool: () => 'reprise align one.json other.json --seeds 2 --out align' },
  { pattern: /^reprise run my-experiment\.json/, tool: (command) => command },
  { pattern: /^reprise (run|sweep) (?!.*SLURM)/, tool: small },
  {
    pattern: /^reprise merge gains-1 gains-2 gains-3 --out gains$/,
    before: 'for k in 1 2 3; do reprise sweep small.json --over gain=0.8:1.6:2 --over seed=1:2 --shard $k/3 --out gains-$k; done',
    tool: (command) => command,
  },
  { pattern: /^reprise (presets|fit|predict|merge|theory)\b/, tool: (command) => command },
  { pattern: /^reprise reproduce\b/, tool: quick },
  {
    pattern: /^until reprise reproduce --out results --minutes 30; do/,
    tool: (command) => command.replace('reprise reproduce', 'reprise reproduce xor --quick --seeds 1'),
  },
  { pattern: /^(parallel .*reprise sweep|reprise sweep .*SLURM)/, by: 'file: tests/cli/sweeps.test.mjs' },
];
