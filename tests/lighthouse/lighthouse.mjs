// Scores of the built site in Lighthouse: node tests/lighthouse/lighthouse.mjs [PAGE…], after ./dev lighthouse has
// installed it. RUNS visits each (3); SLOWDOWN for a phone slower than Lighthouse's own (4).

import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { loadavg } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { serveFolders } from '../../web/scripts/static-server.mjs';
import { chromiumPath } from '../web/helpers/chromium.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const site = process.env.REPRISE_SITE ?? path.join(root, 'web/dist');
const reports = path.join(root, 'build/lighthouse');
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
/** How many times slower than this machine the phone is taken to be; Lighthouse's own figure fits a middling machine. */
const slowdown = Number(process.env.SLOWDOWN ?? 4);
if (!(slowdown >= 1)) {
  console.error(`SLOWDOWN is ${process.env.SLOWDOWN}; allowed: a number from 1`);
  process.exit(2);
}
const LEAST = 95;
const runs = Number(process.env.RUNS ?? 3);
if (!Number.isInteger(runs) || runs < 1) {
  console.error(`RUNS is ${process.env.RUNS}; allowed: an integer from 1`);
  process.exit(2);
}
const tools = createRequire(path.join(root, '.tools/lighthouse/package.json'));
const load = (name) => import(pathToFileURL(tools.resolve(name)).href);
const { default: lighthouse, desktopConfig } = await load('lighthouse');
const { launch } = await load('chrome-launcher');
const phoneConfig = {
  extends: 'lighthouse:default',
  settings: { throttling: { cpuSlowdownMultiplier: slowdown } },
};
const FORMS = { phone: phoneConfig, desktop: desktopConfig };
const pages = process.argv.slice(2);
if (pages.length === 0) pages.push('index.html', 'two-points.html', 'tutorials/xor.html');

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)];
const percent = (score) => Math.round(100 * (score ?? 0));

/** One visit, with a browser that has seen nothing yet. */
async function visit(url, config) {
  const chrome = await launch({
    chromePath: chromiumPath({ whole: true }),
    chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });
  try {
    const { lhr } = await lighthouse(url, { port: chrome.port, logLevel: 'error' }, config);
    if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
    return lhr;
  } finally {
    await chrome.kill();
  }
}

/** What took points away, heaviest first: name, what it shows, and the places it names. */
function costs(lhr, category) {
  return lhr.categories[category].auditRefs
    .map(({ id, weight }) => ({ ...lhr.audits[id], weight }))
    .filter(({ weight, score }) => weight > 0 && score !== null && score < 0.95)
    .sort((a, b) => b.weight * (1 - b.score) - a.weight * (1 - a.score))
    .map(({ title, displayValue, score, details }) => {
      const places = (details?.items ?? []).map(({ node, source, url }) => node?.selector ?? source?.url ?? url);
      return `${title}: ${displayValue ?? percent(score)} ${places.filter(Boolean).slice(0, 3).join(', ')}`.trim();
    });
}

await mkdir(reports, { recursive: true });
const server = await serveFolders({ '/a/b/': site });
let enough = true;
console.log(`${'page'.padEnd(28)} ${'as'.padEnd(8)} ${CATEGORIES.map((name) => name.padStart(14)).join(' ')}   load`);
try {
  for (const page of pages) {
    for (const [form, config] of Object.entries(FORMS)) {
      const seen = [];
      for (let k = 0; k < runs; k++) seen.push(await visit(`${server.origin}/a/b/${page}`, config));
      const scores = CATEGORIES.map((name) => seen.map((lhr) => percent(lhr.categories[name].score)));
      const middle = seen.find((lhr) => percent(lhr.categories.performance.score) === median(scores[0]));
      const cells = scores.map((values) => {
        const all = new Set(values).size > 1 ? ` (${values.join(' ')})` : '';
        return `${median(values)}${all}`.padStart(14);
      });
      console.log(`${page.padEnd(28)} ${form.padEnd(8)} ${cells.join(' ')}   ${loadavg()[0].toFixed(1)}`);
      for (const name of CATEGORIES) for (const line of costs(middle, name)) console.log(`    ${name}: ${line}`);
      if (scores.some((values) => median(values) < LEAST)) enough = false;
      const file = `${page.replace(/\W+/g, '-').replace(/-html$/, '')}-${form}.json`;
      await writeFile(path.join(reports, file), JSON.stringify(middle, null, 1));
    }
  }
} finally {
  await server.close();
}
if (!enough) console.log(`a score is below ${LEAST}`);
process.exitCode = enough ? 0 : 1;
