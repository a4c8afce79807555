// What every lab can do beside training, apart from how it looks: the history of settings, and runs as files.

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { loadTs } from './helpers/load-ts.mjs';

let history;
let files;
let RecordTable;
before(async () => {
  history = await loadTs('web/src/labs/frame/history.ts');
  files = await loadTs('web/src/labs/frame/result-file.ts');
  ({ RecordTable } = await loadTs('web/src/engine/records.ts'));
});

const hash = (gain, seed = 1) => `#preset=two-points/default&network.gain=${gain}&seed=${seed}`;

test('undo and redo walk through the settings there were', () => {
  const past = new history.SettingsHistory();
  for (const [k, gain] of [1, 2, 3].entries()) past.note(hash(gain), 5000 * k);
  assert.equal(past.undo(), hash(2));
  assert.equal(past.undo(), hash(1));
  assert.equal(past.undo(), null);
  assert.equal(past.redo(), hash(2));
  assert.equal(past.note(hash(2), 20000), false, 'the same again is no step');
  assert.equal(past.canRedo, true);
  past.note(hash(9), 30000);
  assert.equal(past.canRedo, false, 'a new change forgets what was undone');
  assert.equal(past.undo(), hash(2));
});

test('the notches of one slider are one step, those of two are two', () => {
  const past = new history.SettingsHistory();
  past.note(hash(1), 0);
  for (let k = 1; k <= 20; k++) past.note(hash(1 + k), 5000 + 100 * k);
  past.note(hash(21, 2), 7100);
  assert.equal(past.undo(), hash(21));
  assert.equal(past.undo(), hash(1));
  assert.equal(past.canUndo, false);
});

function run() {
  const records = new RecordTable(['t', 'loss', 'y_0_1']);
  // Numbers that a careless format would change, and one that is none.
  records.append(0, Float64Array.of(0, 1 / 3, 5e-324, 10, 0.1 + 0.2, NaN, 20, 1e-8, 1.7976931348623157e308));
  return { spec: { version: 1, seed: 4 }, hash: '#preset=x', state: 'paused', epoch: 20, records, fit: { sse: 0.1 } };
}

test('a run survives its file to the last bit', () => {
  const saved = run();
  const read = files.parseResult(files.resultJson(saved));
  assert.ok(files.sameRecords(read.records, saved.records));
  assert.deepEqual({ ...read, records: null }, { ...saved, records: null });
  const byHand = [{ epoch: 12.5, field: 'parameters[3]' }];
  assert.deepEqual(files.parseResult(files.resultJson({ ...saved, byHand })).byHand, byHand);
  assert.equal(read.records.length, 3);
  const copy = saved.records.copy();
  saved.records.append(3, Float64Array.of(30, 1, 1));
  assert.equal(copy.length, 3);
  saved.records.append(0, Float64Array.of(0, 1 / 3 + 1e-16, 5e-324));
  assert.equal(files.sameRecords(copy, saved.records), false, 'one bit is told apart');
});

test('a faulty file is refused, with the field, what it holds and what it may hold', () => {
  const good = JSON.parse(files.resultJson(run()));
  const faults = [
    ['{"format": "repr', /^the file is no JSON .*; allowed: a result saved by a lab$/],
    [[], /^the file is \[\]; allowed/],
    [{ ...good, format: 'other' }, /^format is "other"; allowed: "reprise-result"$/],
    [{ ...good, format: undefined }, /^format is missing/],
    [{ ...good, version: 2 }, /^version is 2; allowed: 1$/],
    [{ ...good, spec: null }, /^spec is null; allowed/],
    [{ ...good, columns: ['t', 'y_0_1'] }, /^columns is .*; allowed: names with "loss" among them$/],
    [{ ...good, columns: ['t', 'loss', ...Array(1_000_000).keys()].map(String) }, /^columns.length is 1000002; allowed: at most 1000$/],
    [{ ...good, columns: ['t', 'loss', 'loss'] }, /each name once/],
    [{ ...good, records: [] }, /^records is \[\]; allowed: at least one record$/],
    [{ ...good, records: [[0, 1]] }, /^records\[0\]\.length is 2; allowed: 3/],
    [{ ...good, records: [[0, 1, 'x']] }, /^records\[0\], y_0_1 is "x"; allowed: a number/],
    [{ ...good, epoch: -1 }, /^epoch is -1; allowed: a number from 0$/],
    [{ ...good, fit: 3 }, /^fit is 3; allowed: a fit, or null$/],
    [{ ...good, changed_by_hand: [{ epoch: '2', field: 'task.points' }] }, /^changed_by_hand is .*; allowed: a list of changes/],
    [{ ...good, changed_by_hand: 'yes' }, /^changed_by_hand is "yes"; allowed: a list of changes/],
  ];
  for (const [file, message] of faults) {
    const text = typeof file === 'string' ? file : JSON.stringify(file);
    assert.throws(() => files.parseResult(text), { name: 'ResultProblem', message });
  }
});
