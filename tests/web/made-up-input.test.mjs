// Whatever comes in from outside, the page's readers take it or refuse it in words of bounded length: links, files of points and of
// results, messages, kept answers, typed numbers. As ./dev fuzz does with core's; REPRISE_RUNS=1000000 tries harder than ./dev test.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadTs } from './helpers/load-ts.mjs';

const { specFromHash, hashFromSpec } = await loadTs('web/src/spec/url.ts');
const { presets } = await loadTs('web/src/spec/presets.ts');
const { fieldPaths } = await loadTs('web/src/spec/paths.ts');
const { readPoints, PointsError } = await loadTs('web/src/labs/plane/files.ts');
const { parseResult, ResultProblem } = await loadTs('web/src/labs/frame/result-file.ts');
const { parseMessage, fromFrame, askedHeight, largestHeight, smallestHeight } = await loadTs('web/src/embed/protocol.ts');
const { isAnswer } = await loadTs('web/src/tutorial/answers.ts');
const { readNumber } = await loadTs('web/src/shell/read-number.ts');
const { parseIdx, writeIdx } = await loadTs('web/src/pictures/idx.ts');

// The same inputs each time, so that a change is at fault where it fails; others where more are asked for.
const { REPRISE_RUNS: asked } = process.env;
const options = asked ? { numRuns: Number(asked) } : { numRuns: 1000, seed: 1 };
const holds = (arbitrary, property) => fc.assert(fc.property(arbitrary, property), options);

const paths = [...new Set(presets.flatMap(({ spec }) => fieldPaths(spec)))];
const names = presets.map(({ name }) => name);
/** Texts of which some are what a reader looks for. */
const texts = (...words) => fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...words));
const values = texts('1', '-0', '1e999', 'NaN', '0x10', '1,000', '', '%', '%E0%A4%A', 'tanh', '1,2,3', '__proto__', 'full');

/** Refused means: by an error of the kind meant for readers, not too long to be read. */
function refusedInWords(kind, read) {
  try {
    return read();
  } catch (error) {
    assert.ok(error instanceof kind, error);
    assert.ok(error.message.length > 10 && error.message.length < 600, error.message);
    return null;
  }
}

test('any link names a preset, fields of it, and what it could not take; what it says comes back from it', () => {
  const key = texts('preset', '__proto__', 'constructor', 'lab', 'network', 'seed', 'version', 'task.kind', ...paths);
  const pair = fc.tuple(key, fc.oneof(values, fc.constantFrom(...names)));
  const link = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(pair, { maxLength: 8 }).map((pairs) => `#${pairs.map(([name, value]) => `${name}=${value}`).join('&')}`),
  );
  holds(link, (hash) => {
    const state = specFromHash(hash, presets);
    assert.ok(presets.includes(state.preset));
    assert.equal(Object.getPrototypeOf(state.spec), Object.prototype);
    assert.equal(state.spec.task.kind, state.preset.spec.task.kind);
    const own = fieldPaths(state.spec);
    for (const path of own) assert.ok(paths.includes(path), path);
    const again = specFromHash(hashFromSpec(state.spec, state.preset, state.extras), presets);
    assert.equal(again.preset, state.preset);
  });
  assert.equal({}.polluted, undefined);
});

test('a link of a megabyte is read in passes over it, however it is made up', { timeout: 120_000 }, () => {
  for (const long of [`%${'25'.repeat(500_000)}`, `${' '.repeat(1_000_000)}x`, `#seed=${'.'.repeat(1_000_000)}1`, '&amp;'.repeat(200_000), `#${'a=1&'.repeat(250_000)}`]) {
    assert.ok(specFromHash(long, presets).preset);
  }
});

test('a file of points is a list of points, or refused', () => {
  const cell = fc.oneof(fc.double(), fc.constantFrom(null, 'a', '', '1e5', true, {}, [], '"', ';'), fc.string({ unit: 'binary' }));
  const rows = fc.array(fc.record({ x: cell, y: cell, label: cell }, { requiredKeys: [] }), { maxLength: 12 });
  const table = fc.array(fc.array(cell, { maxLength: 4 }).map((cells) => cells.join(',')), { maxLength: 12 });
  const json = fc.oneof(rows, fc.array(fc.array(cell, { maxLength: 4 })), fc.jsonValue()).map((value) => JSON.stringify(value));
  const file = fc.oneof(json, table.map((lines) => ['x,y,label', ...lines].join('\n')), fc.string({ unit: 'binary' }));
  holds(file, (text) => {
    const read = refusedInWords(PointsError, () => readPoints(text));
    if (!read) return;
    assert.ok(read.points.length > 0 && read.points.length % 3 === 0 && read.points.every(Number.isFinite));
    if (read.classes > 0) assert.ok(read.points.every((value, k) => k % 3 !== 2 || (Number.isInteger(value) && value >= 0 && value < read.classes)));
  });
});

test('a file of results is a table with a loss, or refused', () => {
  const whole = {
    format: 'reprise-result', version: 1, spec: {}, link: '', state: 'finished', epoch: 1, fit: null,
    columns: ['t', 'loss'], records: [[0, 1], [1, null]],
  };
  const field = fc.constantFrom(...Object.keys(whole));
  const file = fc.oneof(
    fc.tuple(field, fc.jsonValue()).map(([name, value]) => JSON.stringify({ ...whole, [name]: value })),
    fc.tuple(fc.nat(400), fc.string({ unit: 'binary', maxLength: 3 })).map(([at, put]) => {
      const text = JSON.stringify(whole);
      return text.slice(0, at % text.length) + put + text.slice((at % text.length) + put.length);
    }),
    fc.json(),
    fc.string({ unit: 'binary' }),
  );
  holds(file, (text) => {
    const run = refusedInWords(ResultProblem, () => parseResult(text));
    if (run) assert.ok(run.records.length > 0 && run.records.column('loss').length === run.records.length);
  });
});

test('a message is a command, a short refusal, or not for us', () => {
  const part = fc.oneof(fc.jsonValue(), fc.constantFrom('run', 'set', 'resized', 1, 'ready'));
  const message = fc.oneof(
    fc.anything({ withBigInt: true, withDate: true, withMap: true, withTypedArray: true }),
    fc.record({ reprise: fc.oneof(fc.constant(1), part), type: part, fields: part, height: part }, { requiredKeys: ['reprise'] }),
  );
  holds(message, (data) => {
    const received = parseMessage(data);
    if (received && 'refusal' in received) {
      const { field, value, allowed } = received.refusal;
      assert.ok(value.length <= 100 && allowed.length < 200 && typeof field === 'string');
    }
    const from = fromFrame(data);
    const height = from && askedHeight(from);
    if (height !== null) assert.ok(height >= smallestHeight && height <= largestHeight);
  });
});

test('of what was kept an answer is one, or none', () => {
  const kinds = texts('choice', 'number', 'draw', 'matrix', 'checkpoint', 'skipped', 'constructor', '__proto__');
  const kept = fc.oneof(fc.jsonValue(), fc.record({ kind: kinds, value: fc.jsonValue(), outcome: fc.jsonValue(), at: fc.jsonValue() }));
  holds(kept, (value) => {
    if (isAnswer(value)) assert.ok(typeof value.at === 'string' && typeof value.kind === 'string');
  });
});

test('a typed number is one number in all its signs, or none', () => {
  holds(fc.tuple(texts('1,000', '1.000,5', '3 × 10⁻³', '−2', '1e-3', '1e', '10^2'), fc.constantFrom(',', '.', ' ')), ([text, thousands]) => {
    assert.equal(typeof readNumber(text, thousands), 'number');
  });
  holds(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
    assert.ok(readNumber(String(number), ',') === number, String(number)); // -0 is written 0
  });
});

test('bytes are a picture file whose parts fit, or none', () => {
  holds(fc.oneof(fc.uint8Array(), fc.tuple(fc.nat(4), fc.uint8Array()).map(([n, rest]) => new Uint8Array([0, 0, 8, n, ...rest]))), (bytes) => {
    const file = refusedInWords(Error, () => parseIdx(bytes));
    if (file) assert.deepEqual(writeIdx(file.sizes, file.data), new Uint8Array(bytes));
  });
});
