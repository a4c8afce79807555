// The command line tool as a user meets it: files in, files and lines out, exit statuses.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { loadTs } from '../web/helpers/load-ts.mjs';

const tool = process.env.REPRISE_CLI ?? fileURLToPath(new URL('../../build/release/core/reprise', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'reprise-cli-'));
after(() => rmSync(folder, { recursive: true }));
const at = (...parts) => join(folder, ...parts);

function reprise(...args) {
  const { status, stdout, stderr } = spawnSync(tool, args.map(String), { encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** Runs a command that has to succeed and say nothing on stderr (a pipe gets no progress bar). */
function succeed(...args) {
  const result = reprise(...args);
  assert.equal(result.stderr, '');
  assert.equal(result.status, 0);
  return result.stdout;
}

/** Runs a command that has to be refused with one line that mentions each of `mentioned`. */
function refuse(mentioned, ...args) {
  const result = reprise(...args);
  assert.equal(result.status, 2, result.stderr);
  assert.equal(result.stdout, '');
  assert.match(result.stderr, /^reprise: [^\n]+\n$/);
  for (const part of mentioned) assert.ok(result.stderr.includes(part), `${part} not in ${result.stderr}`);
}

function parseCsv(text) {
  const [head, ...lines] = text.trimEnd().split('\n');
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i], Number(cell)])));
}

const start = ['--h0', 2e-3, '--y0', 3e-4, '--w0', -0.0117, '--dx2', 1.2, '--dy2', 0.48];
const rates = ['--eta-h', 0.013, '--eta-y', 0.021];
const smallSpec = {
  task: { kind: 'two_points' },
  network: { width: 24, hidden_layers: 4, activation: 'tanh' },
  training: { epochs: 400, learning_rate: 0.05 },
  observe: { layer: 2, every: 4 },
};
writeFileSync(at('small.json'), JSON.stringify(smallSpec));

test('theory prints the trajectory, and fit finds its rates again', () => {
  const csv = succeed('theory', ...start, ...rates, '--until', 1500, '--points', 151);
  const rows = parseCsv(csv);
  assert.equal(csv.split('\n')[0], 't,h,y,w');
  assert.equal(rows.length, 151);
  assert.equal(rows[0].h, 2e-3);
  assert.equal(rows.at(-1).t, 1500);
  writeFileSync(at('theory.csv'), csv);
  const fit = JSON.parse(succeed('fit', at('theory.csv'), '--dx2', 1.2, '--dy2', 0.48));
  assert.ok(Math.abs(fit.eta_h / 0.013 - 1) < 1e-6);
  assert.ok(Math.abs(fit.eta_y / 0.021 - 1) < 1e-6);
  assert.ok(fit.r2_h > 0.999999 && fit.r2_y > 0.999999 && fit.r2_w > 0.999999);

  // The closed form, computed here from its definition.
  const prediction = JSON.parse(
    succeed('predict', '--h0', 2e-3, '--y0', 3e-4, '--dx2', 1.2, '--dy2', 0.48, '--ratio', 0.013 / 0.021),
  );
  const ratio = 0.013 / 0.021;
  const a = 2e-3 - (ratio * 1.2 * 3e-4) / 2e-3;
  const expected = a / 2 + Math.sqrt((a * a) / 4 + ratio * 1.2 * 0.48);
  assert.ok(Math.abs(prediction.final_h - expected) < 1e-12);
  assert.ok(Math.abs(rows.at(-1).h - expected) < 1e-4 * expected);
  assert.ok(Math.abs(fit.final_h - expected) < 1e-6 * expected);
});

test('the theory and a fit take altered equations, by name or by the factors of their terms', () => {
  const start = ['--h0', 0.2, '--y0', 0.05, '--w0', -0.1, '--dx2', 1.2, '--dy2', 0.5, ...rates, '--until', 60, '--points', 7];
  const named = succeed('theory', ...start, '--system', 'drop_second_y');
  assert.equal(succeed('theory', ...start, '--system', '{"y_second": 0}'), named);
  const own = '{"y_second": 0, "h_scale": 2}';
  writeFileSync(at('own.csv'), succeed('theory', ...start, '--system', own));
  const fitted = (system) => JSON.parse(succeed('fit', at('own.csv'), '--dx2', 1.2, '--dy2', 0.5, '--system', system));
  assert.ok(fitted(own).sse < 1e-10 && fitted('paper').sse > 1e-6);
  refuse(['system.y_second', '-11'], 'theory', ...start, '--system', '{"y_second": -11}');
  refuse(['system', '{oops', 'a name'], 'theory', ...start, '--system', '{oops');
});

test('fit takes columns in any order, with CRLF, compressed', () => {
  const rows = parseCsv(readFileSync(at('theory.csv'), 'utf8'));
  const text = ['w, y ,extra,t,h', ...rows.map((r) => `${r.w},${r.y},7,${r.t},${r.h}`)].join('\r\n') + '\r\n';
  writeFileSync(at('shuffled.csv.gz'), gzipSync(text));
  const fit = JSON.parse(succeed('fit', at('shuffled.csv.gz'), '--dx2', 1.2, '--dy2', 0.48));
  assert.ok(Math.abs(fit.eta_h / 0.013 - 1) < 1e-6);
});

test('fit takes tables as programs save them', () => {
  const rows = parseCsv(readFileSync(at('theory.csv'), 'utf8'));
  const fit = (text, ...more) => {
    writeFileSync(at('saved.csv'), text);
    return JSON.parse(succeed('fit', at('saved.csv'), '--dx2', 1.2, '--dy2', 0.48, ...more)).eta_h;
  };
  const table = (separator, write, head = ['t', 'h', 'y', 'w']) =>
    [head, ...rows.map(({ t, h, y, w }) => [t, h, y, w].map(write))].map((row) => row.join(separator)).join('\n');
  const comma = (number) => String(number).replace('.', ',');
  const expected = fit(table(',', String));
  const saved = {
    'quoted cells': table(',', (number) => `"${number}"`, ['"t"', '"h"', '"y"', '"w"']),
    'quoted decimal commas': table(',', (number) => `"${comma(number)}"`),
    'a byte order mark': `\ufeff${table(',', String)}`,
    semicolons: table(';', String),
    'semicolons and decimal commas': table(';', comma),
    tabulators: table('\t', comma),
    'a named separator': `sep=;\r\n${table(';', comma)}`,
    'a quote and a line end in a name': table(',', String).replace('t,h', 't,h').replace(/^.*/, (head) => `${head},"a ""note""\nof two lines"`).replaceAll(/^(\d.*)$/gm, '$1,7'),
    'ends of lines of old': table(',', String).replaceAll('\n', '\r'),
  };
  for (const [how, text] of Object.entries(saved)) assert.equal(fit(text), expected, how);
});

test('fit takes the records of a run, whose columns have the names that the lab saves', () => {
  succeed('run', at('small.json'), '--out', at('recorded'));
  const fit = (file, ...more) => JSON.parse(succeed('fit', at('recorded', file), '--dx2', 1, '--dy2', 0.5, ...more));
  assert.deepEqual(fit('records.csv', '--layer', 2), fit('trajectory.csv'));
  assert.notEqual(fit('records.csv', '--layer', 1).eta_h, fit('trajectory.csv').eta_h);
  const told = ['fit', at('recorded', 'records.csv'), '--dx2', 1, '--dy2', 0.5];
  refuse(['column h', 'h_0_1_layer_0', 'h_0_1_layer_3', '--layer'], ...told);
  refuse(['column h', 'missing'], ...told, '--layer', 4);
  refuse(['--layer', 'two'], ...told, '--layer', 'two');
  refuse(['--points', '0-1'], ...told, '--layer', 2, '--points', '0-1');
  const pairs = JSON.stringify({ ...smallSpec, task: { kind: 'xor' } });
  writeFileSync(at('pairs.json'), pairs);
  succeed('run', at('pairs.json'), '--out', at('pairs'));
  const xor = ['fit', at('pairs', 'records.csv'), '--dx2', 1, '--dy2', 1, '--layer', 2];
  refuse(['h_0_2_layer_2', '--points'], ...xor);
  assert.ok(JSON.parse(succeed(...xor, '--points', '0,2')).eta_h > 0);
});

test('a table that would be misread is refused with its line', () => {
  const refused = (mentioned, text) => {
    writeFileSync(at('odd.csv'), text);
    refuse(mentioned, 'fit', at('odd.csv'), '--dx2', 1, '--dy2', 1);
  };
  refused(['line 3', '5 cells', '4'], 't,h,y,w\n0,1,1,1\n1,0,5,1,1\n');
  refused(['line 4', '3 cells'], 't,h,y,w\n0,1,1,1\n\n1,1,1\n');
  refused(['line 2', 'never closed'], 't,h,y,w\n0,"1,1,1\n');
  refused(['line 2', 'after a quoted cell'], 't,h,y,w\n0,"1"1,1,1\n');
  refused(['line 3', 'column h', "'1,000'", 'one meaning'], 't,h,y,w\n0,1,1,1\n1,"1,000",2,1\n');
  refused(['line 2', 'column y', "'1,5'"], 't;h;y;w\n0;1.5;1,5;1,5.5\n');
  refused(['column h', 'given twice'], 't,h,y,w,h\n0,1,1,1,2\n');
  refused(['line 2', 'column h', "'0x10'"], 't,h,y,w\n0,0x10,1,1\n');
  refused(['line 2', 'column h', "''"], 't,h,y,w\n0,,1,1\n');
  refused(['UTF-8'], Buffer.from('t,h,y,w\n0,1,1,1\n', 'utf16le'));
  refused(['empty'], '\n\n');
});

test('a fit whose rates would be no numbers is refused', () => {
  const rows = parseCsv(readFileSync(at('theory.csv'), 'utf8'));
  writeFileSync(at('instant.csv'), `t,h,y,w\n${rows.map(({ t, h, y, w }) => [t * 1e-310, h, y, w].join()).join('\n')}\n`);
  refuse(['rows', 'long in time', '1e-50'], 'fit', at('instant.csv'), '--dx2', 1.2, '--dy2', 0.48);
});

test('whatever bytes come in, the end is one line of bounded length', () => {
  const limited = (mentioned, ...args) => {
    // Within 1 GB of memory: what is read or unpacked is bounded.
    const line = ['ulimit -v 1500000; exec "$0" "$@"', tool, ...args.map(String)];
    const { status, stderr } = spawnSync('bash', ['-c', ...line], { encoding: 'utf8' });
    assert.equal(status, 2, `${args}: ${stderr.slice(0, 300)}`);
    assert.match(stderr, /^reprise: [^\n]+\n$/);
    assert.ok(stderr.length < 6000, `${stderr.length} characters`);
    for (const part of mentioned) assert.ok(stderr.includes(part), `${part} not in ${stderr.slice(0, 300)}`);
  };
  // A shell makes the bytes: as an argument, Node.js would write U+FFFD.
  const bytes = (...args) => spawnSync('bash', ['-c', `exec '${tool}' ${args.join(' ')}`], { encoding: 'utf8' });
  for (const args of [
    ['theory', ...start, ...rates, '--until', 9, '--system', "$'\\xff'"],
    ['theory', ...start, ...rates, '--until', 9, '--system', "$'\\xed\\xa0\\x80'"],
    ['fit', at('theory.csv'), '--dx2', 1, '--dy2', 1, '--loss', "$'\\xff'"],
    ['sweep', at('small.json'), '--over', "$'activation=\\xff'", '--out', at('x')],
    ['run', "$'\\xff'", '--out', at('x')],
    ["$'\\xff'"],
    ['run', at('small.json'), '--out', at('x'), "$'--\\xff'"],
  ]) {
    const { status, stderr } = bytes(...args);
    assert.equal(status, 2, `${args}: ${stderr}`);
    assert.match(stderr, /^reprise: [^\n]+\n$/, String(args));
  }
  limited(['two-points/default'], 'run', 'a'.repeat(5000), '--out', at('x'));
  symlinkSync('self.json', at('self.json'));
  limited(['self.json'], 'run', at('self.json'), '--out', at('x'));
  limited(['/dev/zero', '1000000'], 'run', '/dev/zero', '--out', at('x'));
  limited(['/dev/zero', 'bytes'], 'fit', '/dev/zero', '--dx2', 1, '--dy2', 1);
  writeFileSync(at('bomb.gz'), spawnSync('bash', ['-c', 'head -c 3000000000 /dev/zero | gzip -1'], { maxBuffer: 1e8 }).stdout);
  limited(['bomb.gz', 'bytes'], 'fit', at('bomb.gz'), '--dx2', 1, '--dy2', 1);
  limited(['bomb.gz', 'bytes'], 'run', at('bomb.gz'), '--out', at('x'));
  limited(['bomb.gz'], 'run', 'digits/two-classes', '--images', at('bomb.gz'), '--labels', at('bomb.gz'), '--out', at('x'));
  writeFileSync(at('tabs.json'), `{"task": "${'\t'.repeat(900000)}"}`);
  limited(['JSON'], 'run', at('tabs.json'), '--out', at('x'));
  writeFileSync(at('long.csv'), `t,h,y,w\n0,${'x'.repeat(1e6)},1,1\n`);
  limited(['line 2', 'column h'], 'fit', at('long.csv'), '--dx2', 1, '--dy2', 1);
});

test('merge refuses files that are none of a run', () => {
  mkdirSync(at('foreign', 'runs'), { recursive: true });
  for (const content of ['{"run": "x", "settings": {}, "summary": {}}', '{"run": 1, "summary": {}}', '{"run": 1, "settings": 2, "summary": {}}', '[]', 'x']) {
    writeFileSync(at('foreign', 'runs', 'a.json'), content);
    refuse(['a.json', 'one run'], 'merge', at('foreign'), '--out', at('gathered'));
  }
});

test('run writes its spec, records and summary; the spec repeats the run', () => {
  succeed('run', at('small.json'), '--out', at('first'));
  const spec = JSON.parse(readFileSync(at('first', 'spec.json'), 'utf8'));
  assert.equal(spec.network.gain, 1);
  assert.equal(spec.training.loss, 'half_mse');
  const rows = parseCsv(readFileSync(at('first', 'trajectory.csv'), 'utf8'));
  assert.deepEqual(Object.keys(rows[0]).slice(0, 5), ['t', 'h', 'y', 'w', 'loss']);
  assert.equal(rows.length, 101);
  assert.ok(rows.at(-1).loss < 1e-3 * rows[0].loss);
  const summary = JSON.parse(readFileSync(at('first', 'summary.json'), 'utf8'));
  assert.equal(summary.status, 'finished');
  assert.ok(summary.fit.r2_h > 0.85 && summary.fit.r2_y > 0.85);
  // The fit in the summary is the fit of the file.
  const fit = JSON.parse(succeed('fit', at('first', 'trajectory.csv'), '--dx2', 1, '--dy2', 0.5));
  assert.equal(fit.eta_h, summary.fit.eta_h);

  succeed('run', at('first', 'spec.json'), '--out', at('second'));
  for (const name of ['spec.json', 'trajectory.csv', 'records.csv']) {
    assert.deepEqual(readFileSync(at('second', name)), readFileSync(at('first', name)), name);
  }
});

test('a run that diverges says so, keeps its records and exits with 1', () => {
  const spec = { ...smallSpec, network: { ...smallSpec.network, activation: 'relu' }, training: { epochs: 50, learning_rate: 900 } };
  writeFileSync(at('wild.json'), JSON.stringify({ ...spec, observe: { layer: 2, every: 1 } }));
  const result = reprise('run', at('wild.json'), '--out', at('wild'));
  assert.equal(result.status, 1);
  assert.match(result.stderr, /diverged.*learning_rate/);
  assert.equal(JSON.parse(readFileSync(at('wild', 'summary.json'), 'utf8')).status, 'diverged');
});

test('a run whose initial weights overflow diverges at epoch 0, and is a row of a sweep that says so', () => {
  const spec = { task: { kind: 'two_points' }, network: { width: 50, hidden_layers: 40, gain: 100 }, training: { epochs: 30 } };
  writeFileSync(at('overflow.json'), JSON.stringify(spec));
  const result = reprise('run', at('overflow.json'), '--out', at('overflow'));
  assert.equal(result.status, 1, result.stderr);
  assert.match(result.stderr, /^reprise: [^\n]*diverged at epoch 0[^\n]*network\.gain[^\n]*\n$/);
  const summary = JSON.parse(readFileSync(at('overflow', 'summary.json'), 'utf8'));
  assert.deepEqual([summary.status, summary.records, summary.last.loss], ['diverged', 0, null]);
  assert.equal(readFileSync(at('overflow', 'trajectory.csv'), 'utf8'), 't,h,y,w,loss,mean\n');

  succeed('sweep', at('overflow.json'), '--over', 'gain=1,100', '--out', at('gains'));
  const [head, ordinary, overflowed] = readFileSync(at('gains', 'results.csv'), 'utf8').split('\n');
  assert.match(head, /status/);
  assert.match(ordinary, /"finished"/);
  assert.match(overflowed, /"diverged"/);
});

test('a collapse index that is undefined is an empty cell, is said, and ends no run', () => {
  const spec = {
    task: { kind: 'feature_collapse', side: 10 },
    network: { width: 8, hidden_layers: 6, activation: 'relu' },
    training: { epochs: 40 },
    seed: 3,
  };
  writeFileSync(at('dead.json'), JSON.stringify(spec));
  const result = reprise('run', at('dead.json'), '--out', at('dead'));
  assert.equal(result.status, 0, result.stderr);
  assert.match(result.stderr, /^reprise: [^\n]*collapse_layer_5[^\n]*\n$/);
  const [head, ...rows] = readFileSync(at('dead', 'records.csv'), 'utf8').trimEnd().split('\n');
  const place = head.split(',').indexOf('collapse_layer_5');
  assert.ok(Number(rows[0].split(',')[place]) > 0);
  assert.equal(rows.at(-1).split(',')[place], '');
  const summary = JSON.parse(readFileSync(at('dead', 'summary.json'), 'utf8'));
  assert.equal(summary.status, 'finished');
  assert.match(summary.undefined, /collapse_layer_5/);
});

test('presets are listed with their names, and in full as JSON', () => {
  const listed = succeed('presets');
  const { presets } = JSON.parse(succeed('presets', '--json'));
  assert.ok(presets.length >= 20);
  for (const { name } of presets) assert.ok(listed.includes(name));
});

test('bad input is refused in one line that names it, with exit status 2', () => {
  refuse(['--h0', 'abc', 'a number'], 'theory', '--h0', 'abc');
  refuse(['--dy2', 'missing'], 'predict', '--h0', 1, '--y0', 0, '--dx2', 1);
  refuse(['h0', '-1'], 'theory', '--h0', -1, '--y0', 0, '--w0', 0, '--dx2', 1, '--dy2', 1, ...rates, '--until', 9);
  refuse(['w0', '5'], 'theory', '--h0', 1, '--y0', 0.1, '--w0', 5, '--dx2', 1, '--dy2', 1, ...rates, '--until', 9);
  refuse(['points', '1'], 'theory', ...start, ...rates, '--until', 9, '--points', 1);
  refuse(['system', 'wrong', 'double_h'], 'theory', ...start, ...rates, '--until', 9, '--system', 'wrong');
  refuse(['ratio', '0'], 'predict', '--h0', 1, '--y0', 0, '--dx2', 1, '--dy2', 1, '--ratio', 0);
  refuse(['nowhere.csv'], 'fit', at('nowhere.csv'), '--dx2', 1, '--dy2', 1);
  writeFileSync(at('short.csv'), 't,h,y\n0,1,1\n');
  refuse(['column w', 'missing'], 'fit', at('short.csv'), '--dx2', 1, '--dy2', 1);
  writeFileSync(at('words.csv'), 't,h,y,w\n0,1,1,1\n1,2,x,1\n');
  refuse(['line 3', 'column y', "'x'"], 'fit', at('words.csv'), '--dx2', 1, '--dy2', 1);
  refuse(['two-points/defualt', 'two-points/default'], 'run', 'two-points/defualt', '--out', at('x'));
  writeFileSync(at('typo.json'), JSON.stringify({ ...smallSpec, network: { wdth: 3 } }));
  refuse(['network.wdth', 'width'], 'run', at('typo.json'), '--out', at('x'));
  writeFileSync(at('broken.json'), '{"task": ');
  refuse(['JSON'], 'run', at('broken.json'), '--out', at('x'));
  refuse(['--images'], 'run', 'digits/two-classes', '--out', at('x'));
  refuse(['--out'], 'run', at('small.json'), '--out', '/dev/null/x');
  refuse(['unheard'], 'unheard');
});

test('a sweep in shards, merged, equals the sweep in one piece, and is not made twice', () => {
  const over = ['--over', 'gain=0.8:1.2:3', '--over', 'seed=1:4'];
  writeFileSync(at('tiny.json'), JSON.stringify({ ...smallSpec, training: { epochs: 60, learning_rate: 0.05 } }));
  const first = succeed('sweep', at('tiny.json'), ...over, '--out', at('whole'));
  assert.match(first, /12 new, 0 kept/);
  for (const k of [1, 2, 3]) {
    succeed('sweep', at('tiny.json'), ...over, '--out', at(`shard${k}`), '--shard', `${k}/3`);
  }
  succeed('merge', at('shard1'), at('shard2'), at('shard3'), '--out', at('merged'));
  const whole = readFileSync(at('whole', 'results.csv'), 'utf8');
  assert.equal(readFileSync(at('merged', 'results.csv'), 'utf8'), whole);
  assert.equal(whole.trimEnd().split('\n').length, 13);

  rmSync(at('whole', 'runs', 'run-000005.json'));
  assert.match(succeed('sweep', at('tiny.json'), ...over, '--out', at('whole')), /1 new, 11 kept/);
  assert.equal(readFileSync(at('whole', 'results.csv'), 'utf8'), whole);
  // Runs of other settings in the same folder are made again.
  assert.match(
    succeed('sweep', at('small.json'), ...over, '--out', at('whole')),
    /12 new, 0 kept/,
  );
});

test('records have the columns that the site asks for by name', async () => {
  const { columnNames } = await loadTs('web/src/engine/records.ts');
  const spec = { task: { kind: 'xor' }, network: { width: 4, hidden_layers: 2 }, training: { epochs: 2 } };
  writeFileSync(at('xor.json'), JSON.stringify(spec));
  succeed('run', at('xor.json'), '--out', at('xor'));
  const names = ['t', 'loss'];
  for (const [i, j] of [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]]) {
    names.push(columnNames.y(i, j), columnNames.w(i, j), columnNames.mean(i, j));
    for (const layer of [0, 1]) names.push(columnNames.h(i, j, layer));
  }
  assert.equal(readFileSync(at('xor', 'records.csv'), 'utf8').split('\n')[0], names.join(','));
});

test('a loss that is missing in some rows is refused, and not left out in silence', () => {
  const decay = (t, rate) => Math.exp(-rate * t);
  const rows = ['t,h,y,w,loss'];
  for (let t = 0; t < 40; t++) rows.push([t, 0.1 + 0.5 * (1 - decay(t, 0.2)), 0.5 - 0.4 * decay(t, 0.2), -0.2 * decay(t, 0.2), decay(t, 0.1)].join(','));
  writeFileSync(at('loss.csv'), rows.join('\n'));
  const write = (name, change) => writeFileSync(at(name), rows.map(change).join('\n') + '\n');
  const fit = (name) => ['fit', at(name), '--dx2', 1, '--dy2', 0.5];
  assert.ok('eta_m' in JSON.parse(succeed(...fit('loss.csv'))));
  write('hole.csv', (row, i) => (i === 8 ? row.replace(/[^,]+$/, 'nan') : row));
  refuse(['rows[7].loss', 'nan'], ...fit('hole.csv'));
  // In no row: it was not measured.
  write('none.csv', (row, i) => (i > 0 ? row.replace(/[^,]+$/, 'nan') : row));
  assert.ok(!('eta_m' in JSON.parse(succeed(...fit('none.csv')))));
});

test('a sweep is checked as a whole before its first run', () => {
  // 65,536 to the fourth is 0 in 64 bits.
  const many = ['seed', 'epochs', 'every', 'width'].flatMap((name) => ['--over', `${name}=1:65536`]);
  refuse(['--over', 'network.width (65536)', '1000000'], 'sweep', at('small.json'), ...many, '--out', at('none'));
  refuse(['network.width', '0'], 'sweep', at('small.json'), '--over', 'width=0,20', '--out', at('none'));
  refuse(['--over', 'wid'], 'sweep', at('small.json'), '--over', 'wid=1:2', '--out', at('none'));
  refuse(['--over', 'gain=1:2:1'], 'sweep', at('small.json'), '--over', 'gain=1:2:1', '--out', at('none'));
  // Beyond 2^53 a number and the next are one, and counting from one to the other never ended.
  for (const axis of ['seed=1e300:1e300', 'seed=9007199254740993:9007199254740994', 'seed=-1e300:-1e300']) {
    refuse(['--over', axis], 'sweep', at('small.json'), '--over', axis, '--out', at('none'));
  }
  refuse(['--shard', '4/3'], 'sweep', at('small.json'), '--over', 'seed=1:2', '--shard', '4/3', '--out', at('none'));
});
