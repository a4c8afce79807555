// `reprise reproduce`: figures in one folder, made once, with verdicts that follow from the data they come with.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';

const root = new URL('../../', import.meta.url);
const tool = process.env.REPRISE ?? fileURLToPath(new URL('build/release/core/reprise', root));
const folder = mkdtempSync(join(tmpdir(), 'reprise-reproduce-'));
after(() => rmSync(folder, { recursive: true }));
const at = (...parts) => join(folder, ...parts);
const read = (...parts) => readFileSync(at(...parts), 'utf8');
const readJson = (...parts) => JSON.parse(read(...parts));
const { figures } = JSON.parse(readFileSync(new URL('core/experiment/figures.json', root), 'utf8'));
const limits = (name) => figures.find((figure) => figure.name === name).limits;

const validate = new Ajv({ strict: false }).compile(
  JSON.parse(readFileSync(new URL('web/results/figure.schema.json', root), 'utf8')),
);

/** What the site stores of a figure: valid, small, and saying the same as the rest. */
function checkStored(name, summary) {
  const text = read(name, 'figure.json');
  const stored = JSON.parse(text);
  assert.ok(validate(stored), JSON.stringify(validate.errors?.slice(0, 3)));
  assert.ok(text.length < 100_000, `${name}: ${text.length} bytes`);
  assert.deepEqual([stored.figure, stored.verdict, stored.within], [name, summary.verdict, summary.within_band]);
  for (const { label, values } of stored.numbers) assert.equal(values.length, stored.seeds.length, label);
  for (const { kind, labels, values, points, colours, series = [] } of stored.panels) {
    if (kind === 'matrix') assert.equal(values.length, labels.length ** 2);
    if (kind === 'points3d') for (const colour of colours) assert.equal(colour.values.length, points.length);
    for (const { x, y } of series) assert.equal(x.length, y.length);
    assert.equal(new Set(series.map(({ id }) => id)).size, series.length);
  }
  return stored;
}

function reproduce(...args) {
  const result = spawnSync(tool, ['reproduce', ...args, '--out', folder].map(String), { encoding: 'utf8' });
  return { status: result.status, stdout: result.stdout, stderr: result.stderr };
}

/** Makes a figure with one seed of small networks, and checks what every figure comes with. */
function make(name) {
  const result = reproduce(name, '--quick', '--seeds', 1);
  assert.equal(result.stderr, '');
  assert.equal(result.status, 0);
  const summary = readJson(name, 'summary.json');
  assert.deepEqual([summary.seeds, summary.quick], [1, true]);
  assert.match(result.stdout, summary.within_band ? /: within the band/ : /: outside the band/);
  const report = read('report.md');
  const { title, paper, band } = figures.find((figure) => figure.name === name);
  for (const part of [title, paper, band, summary.verdict]) assert.ok(report.includes(part), part);
  for (const [, link] of report.matchAll(/\]\(([^)]+)\)/g)) assert.ok(statSync(at(link)).size > 0, link);
  const svg = read(name, 'figure.svg');
  assert.match(svg, /^<svg [\s\S]*<\/svg>\n$/);
  assert.doesNotMatch(svg, /nan|inf\b/);
  assert.ok(Object.keys(readJson(name, 'specs.json')).length > 0);
  checkStored(name, summary);
  return summary;
}

function parseCsv(text) {
  const [head, ...lines] = text.trimEnd().split('\n');
  const names = head.split(',');
  return lines.map((line) =>
    Object.fromEntries(line.split(',').map((cell, i) => [names[i], cell === '' || isNaN(cell) ? cell : Number(cell)])),
  );
}

test('trajectories: every two-point setting, and a verdict that counts the good ones', () => {
  const summary = make('trajectories');
  const { presets } = JSON.parse(readFileSync(new URL('core/experiment/presets.json', root), 'utf8'));
  const rows = presets.filter(({ name, source }) => name.startsWith('two-points/') && source.startsWith('van Rossem'));
  assert.ok(rows.length >= 19);
  assert.equal(summary.settings.length, rows.length);
  const { r2, settings: needed } = limits('trajectories');
  const fits = parseCsv(read('trajectories', 'fits.csv'));
  let good = 0;
  for (const { setting } of summary.settings) {
    const layers = fits.filter((row) => row.setting === setting);
    assert.ok(layers.length > 0, setting);
    good += layers.some((row) => row.r2_h > r2 && row.r2_y > r2);
  }
  assert.equal(summary.good_settings, good);
  assert.equal(summary.within_band, good >= needed);
  const curves = parseCsv(read('trajectories', 'curves.csv'));
  assert.ok(curves.filter(({ setting }) => setting === 'tanh').length >= 300);
});

test('depth: the layer of least misfit is found in the table of layers', () => {
  const summary = make('depth');
  const layers = parseCsv(read('depth', 'layers.csv'));
  assert.equal(layers.length, 20);
  const least = layers.reduce((best, row) => (row.misfit < best.misfit ? row : best));
  assert.equal(summary.best_layer, least.layer);
  const early = Math.min(...layers.slice(0, 5).map(({ misfit }) => misfit)) / least.misfit;
  assert.ok(Math.abs(summary.early_factor / early - 1) < 1e-12);
  assert.equal(summary.within_band, least.layer >= 10 && least.layer <= 16 && early >= 10);
  // The network is the trajectories' own, so the fits are too.
  const fits = parseCsv(read('trajectories', 'fits.csv')).filter(({ setting }) => setting === 'default');
  layers.forEach((row, i) => assert.equal(row.eta_h, fits[i].eta_h));
});

test('altered: no altered system fits as well as the theory, and the verdict counts the clear ones', () => {
  const summary = make('altered');
  const ratios = Object.values(summary.ratios);
  assert.equal(ratios.length, 4);
  for (const ratio of ratios) assert.ok(ratio > 1);
  assert.equal(summary.within_band, ratios.every((ratio) => ratio >= limits('altered').factor));
});

function pearson(a, b) {
  const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [ma, mb] = [mean(a), mean(b)];
  const sum = (f) => a.reduce((total, _, i) => total + f(a[i] - ma, b[i] - mb), 0);
  return sum((x, y) => x * y) / Math.sqrt(sum((x) => x * x) * sum((_, y) => y * y));
}

/** Where two points end: the closed form, from its definition. */
function finalDistance(h0, y0, dx2, dy2, ratio) {
  const a = h0 - (ratio * dx2 * y0) / h0;
  return a / 2 + Math.sqrt((a * a) / 4 + ratio * dx2 * dy2);
}

test('xor: in the rich setting points with one target merge, and the correlation is that of the table', () => {
  const summary = make('xor');
  const rows = parseCsv(read('xor', 'distances.csv'));
  assert.equal(rows.length, 4 * 6);
  for (const [setting, { correlation }] of Object.entries(summary.settings)) {
    const pairs = rows.filter((row) => row.setting === setting);
    const again = pearson(pairs.map((row) => row.h_predicted), pairs.map((row) => row.h_final));
    assert.ok(Math.abs(again - correlation) < 1e-9, setting);
  }
  const rich = Object.fromEntries(rows.filter((row) => row.setting === 'rich').map((row) => [row.points, row]));
  assert.ok(rich['01-10'].h_final < 0.1 * rich['00-01'].h_final);
  assert.ok(rich['01-10'].h_predicted < 0.1 * rich['00-01'].h_predicted);
  assert.equal(summary.within_band, summary.settings.rich.correlation > limits('xor').correlation);
});

test('final-structure: the grid is predicted by the closed form with one ratio', () => {
  const summary = make('final-structure');
  const rows = parseCsv(read('final-structure', 'grid.csv'));
  assert.equal(rows.length, 25);
  for (const { dx, dy, h0, y0, h_predicted } of rows) {
    const again = finalDistance(h0, y0, dx ** 2, dy ** 2, summary.ratio);
    assert.ok(Math.abs(h_predicted - again) <= 1e-9 + 1e-9 * again);
  }
  const again = pearson(rows.map((row) => row.h_predicted), rows.map((row) => row.h_final));
  assert.ok(Math.abs(again - summary.correlation) < 1e-9);
  assert.equal(summary.within_band, again > limits('final-structure').correlation);
});

test('rich-to-lazy: small weights end far from where they began, large ones near it', () => {
  const summary = make('rich-to-lazy');
  assert.deepEqual(summary.gains.map(({ gain }) => gain).sort(), [0.9, 1, 1.1, 1.2, 1.3, 1.4, 1.6]);
  const moved = (gain) => {
    const row = summary.gains.find((one) => one.gain === gain);
    return row.final / row.initial;
  };
  assert.ok(moved(0.9) > 10 && moved(1.6) < 2 && moved(1.6) > 0.5);
  const { factor } = limits('rich-to-lazy');
  const good = summary.gains.every(({ quotient }) => quotient <= factor && quotient >= 1 / factor);
  assert.equal(summary.within_band, good);
});

test('what is there is kept: only the missing run is made again, with the same numbers', () => {
  const files = readdirSync(at('runs'));
  assert.ok(files.every((name) => name.endsWith('.json')));
  const made = (name) => statSync(at('runs', name)).mtimeMs;
  const before = new Map(files.map((name) => [name, made(name)]));
  const missing = 'two-points-shallow-seed-1.json';
  const content = read('runs', missing);
  const fits = read('trajectories', 'fits.csv');
  rmSync(at('runs', missing));
  make('trajectories');
  assert.equal(read('runs', missing), content);
  assert.equal(read('trajectories', 'fits.csv'), fits);
  for (const name of files) if (name !== missing) assert.equal(made(name), before.get(name), name);
});

test('an unknown figure is refused with the names there are', () => {
  const result = reproduce('trajectory');
  assert.equal(result.status, 2);
  assert.match(result.stderr, /^reprise: NAME is trajectory; allowed: one of trajectories[^\n]*\n$/);
  assert.equal(reproduce('--seeds', 0).status, 2);
});
