// Does a page stay as it was? Many runs in one page, and training for minutes while settings change: memory and speed at the start and
// at the end. Speeds are told and not judged, since they are the machine's; what only ever grows is.
//   endure.mjs [RUNS] [MINUTES]    100 runs and 60 minutes; status 1 where the page's memory, elements or listeners have grown
import { readFileSync } from 'node:fs';
import { openSite } from '../web/helpers/site.mjs';

const [runs = 100, minutes = 60] = process.argv.slice(2).map(Number);
if (!(runs >= 20) || !(minutes >= 0)) throw new Error(`endure ${process.argv.slice(2).join(' ')}; allowed: runs (20 or more) and minutes`);

const site = await openSite();
if (site.engine !== 'chromium') throw new Error('only Chromium tells of its memory');
const page = await site.newPage();
const session = await page.context().newCDPSession(page);

const lab = 'reprise-two-points';
/** What is run again and again to be timed. */
const usual = { 'network.width': 40, 'network.gain': 1, 'network.hidden_layers': 4, 'network.activation': 'tanh', seed: 1 };
const activations = ['tanh', 'leaky_relu', 'relu', 'linear'];
/** As a reader turns them, each run otherwise. */
const turned = (k) => ({
  'network.width': 20 + ((37 * k) % 80),
  'network.gain': 0.5 + (k % 7) / 10,
  'network.hidden_layers': 2 + (k % 5),
  'network.activation': activations[k % 4],
  seed: 1 + k,
});
const inLink = (settings) => Object.entries(settings).map(([path, value]) => `${path}=${value}`).join(' ');

const configure = (settings) => page.evaluate(([tag, text]) => document.querySelector(tag).configure(undefined, text), [lab, inLink(settings)]);
const refusal = () => page.evaluate((tag) => document.querySelector(tag).lab.problem?.message, lab);
const press = (action) => page.evaluate(([tag, what]) => document.querySelector(tag).act(what), [lab, action]);
const status = () => page.evaluate((tag) => document.querySelector(tag).lab.status, lab);
const rest = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Opens the lab, as fast as it goes, and makes the first runs, which load what later ones have. */
async function begin() {
  await page.goto(site.url('two-points.html#preset=two-points/tanh&network.hidden_layers=4&observe.layer=1&training.epochs=1000&observe.every=1'));
  await page.getByRole('button', { name: 'Run', exact: true }).waitFor();
  await page.evaluate((tag) => (document.querySelector(tag).speed = null), lab);
  for (let k = 0; k < 10; k++) await run(turned(k));
}

/** Epochs per second of a run to its end. */
async function run(settings) {
  await configure(settings);
  const refused = await refusal();
  if (refused) throw new Error(refused);
  const begun = performance.now();
  await press('run');
  for (;;) {
    const now = await status();
    if (now?.state === 'finished' || now?.state === 'diverged') return (1000 * now.epoch) / (performance.now() - begun);
    await rest(20);
  }
}

/** Megabytes of the pages' process, in which the workers are too; those shared with others count by their share. */
async function processMegabytes() {
  const { processInfo } = await (await page.context().browser().newBrowserCDPSession()).send('SystemInfo.getProcessInfo');
  const sizes = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => {
    try {
      return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))[1]) / 1024;
    } catch {
      return NaN; // Linux alone tells.
    }
  });
  return Math.max(...sizes);
}

/** What the page holds, once everything unused is gone, and how fast it is at a run that is always the same. */
async function look(title) {
  const speeds = [];
  for (let k = 0; k < 3; k++) speeds.push(await run({ ...usual, seed: 2 + (k % 2) }));
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners: listeners } = await session.send('Memory.getDOMCounters');
  const seen = { heap: usedSize / 1e6, process: await processMegabytes(), nodes, listeners, workers: page.workers().length, speed: Math.max(...speeds) };
  console.log(
    `${title.padEnd(22)} heap ${seen.heap.toFixed(1)} MB, process ${seen.process.toFixed(0)} MB, ${nodes} nodes, ${listeners} listeners, ` +
      `${seen.workers} workers, ${seen.speed.toFixed(0)} epochs per second`,
  );
  return seen;
}

await begin();
const first = await look('after 10 runs');
for (let k = 10; k < runs; k++) await run(turned(k));
const last = await look(`after ${runs} runs`);

/** Trains for a long run's length of time, and changes what may be changed every few seconds. */
async function train() {
  await begin();
  const start = await look('training begins');
  const end = performance.now() + 60_000 * minutes;
  for (let k = 0; performance.now() < end; k++) {
    await configure({ ...turned(k), 'training.epochs': 1_000_000, 'observe.every': 100 });
    await press('run');
    await rest(Math.min(10_000, Math.max(0, end - performance.now())));
    await press('pause');
  }
  await configure({ 'training.epochs': 1000, 'observe.every': 1 });
  return [start, await look(`after ${minutes} minutes`)];
}

const pairs = [[first, last], ...(minutes > 0 ? [await train()] : [])];
await page.context().close();
await site.close();

/** More than by chance: what was drawn last is kept, and so are steps that can be undone. */
const grown = pairs.flatMap(([before, after]) => [
  ...(after.heap > 1.25 * before.heap + 2 ? [`the heap, from ${before.heap.toFixed(1)} to ${after.heap.toFixed(1)} MB`] : []),
  ...(after.nodes > 1.25 * before.nodes + 100 ? [`nodes, from ${before.nodes} to ${after.nodes}`] : []),
  ...(after.listeners > 1.25 * before.listeners + 50 ? [`listeners, from ${before.listeners} to ${after.listeners}`] : []),
  ...(after.workers > before.workers ? [`workers, from ${before.workers} to ${after.workers}`] : []),
]);
console.log(grown.length === 0 ? 'nothing has grown' : `grown: ${grown.join('; ')}`);
process.exitCode = grown.length === 0 ? 0 : 1;
