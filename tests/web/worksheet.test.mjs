// Worksheets as documents: what is read and what is refused, by name; the link and back; the schema says the same.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { Ajv } from 'ajv';
import { loadTs } from './helpers/load-ts.mjs';
import { worksheet } from './helpers/worksheet.mjs';

let read;
let link;
let labs;
const schema = JSON.parse(readFileSync(new URL('../../web/public/worksheet.schema.json', import.meta.url), 'utf8'));
const fits = new Ajv({ strict: false }).compile(schema);

before(async () => {
  read = await loadTs('web/src/worksheet/read.ts');
  link = await loadTs('web/src/worksheet/link.ts');
  labs = await loadTs('web/src/worksheet/labs.ts');
});

/** The worksheet with one place changed; undefined takes the field away. */
function changed(path, value) {
  const sheet = worksheet();
  const keys = path.split('.');
  const last = keys.pop();
  const place = keys.reduce((node, key) => node[key], sheet);
  if (value === undefined) delete place[last];
  else place[last] = value;
  return sheet;
}

test('a worksheet with every kind of block is read as it is, and the schema agrees', () => {
  const sheet = worksheet();
  assert.deepEqual(read.readWorksheet(sheet), { worksheet: sheet, faults: null });
  assert.ok(fits(sheet), JSON.stringify(fits.errors));
  assert.deepEqual(schema.definitions.block.oneOf[1].properties.lab.enum, labs.labs.map(({ kind }) => kind));
});

/** What is malformed: the place, the value, and what the message must say. */
const malformed = [
  ['kind', 'worksheet', /^kind: "worksheet" is no worksheet; allowed: "reprise-worksheet"$/],
  ['version', 2, /^version: 2 is not allowed; allowed: 1$/],
  ['id', 'A b', /^id: "A b" is not allowed/],
  ['title', '', /^title: "" is not allowed; allowed: text of 1 to 300 characters$/],
  ['title', undefined, /^title is missing/],
  ['language', 'English', /^language: "English"/],
  ['blocks', {}, /^blocks: \{\} is not allowed; allowed: a list of 0 to 60 entries$/],
  ['colour', 'red', /^colour is no field here; allowed: kind, version, id, title, language, blocks$/],
  ['blocks.0', 'text', /^blocks\[0\]: "text" is not allowed/],
  ['blocks.0.kind', 'html', /^blocks\[0\]\.kind: "html" is not allowed; allowed: text, lab, choice/],
  ['blocks.0.text', 7, /^blocks\[0\]\.text: 7 is not allowed/],
  ['blocks.0.text', 'x'.repeat(20_001), /^blocks\[0\]\.text: "x+….*at most 20[ ,.\u202f]?000 characters/],
  ['blocks.1.answers', [{ value: 1, text: 'one' }], /^blocks\[1\]\.answers: .*a list of 2 to 8 entries/],
  ['blocks.1.answers.0.value', '4', /^blocks\[1\]\.answers\[0\]\.value: "4" is not allowed; allowed: a number$/],
  ['blocks.1.answers.0.right', true, /^blocks\[1\]\.answers\[0\]\.right is no field here; allowed: value, text, feedback$/],
  ['blocks.1.text', '  ', /^blocks\[1\]\.text/],
  ['blocks.2.id', 'main', /^blocks\[2\]\.id: "main" is not allowed/],
  ['blocks.2.lab', 'pong', /^blocks\[2\]\.lab: "pong" is not allowed; allowed: two-points, xor/],
  ['blocks.2.link', '', /^blocks\[2\]\.link: ""/],
  ['blocks.3.for', 'lab-rich', /^blocks\[3\]\.for/],
  ['blocks.4.tolerance', 0, /^blocks\[4\]\.tolerance: 0 is not allowed; allowed: a number above 0$/],
  ['blocks.5.top', -1, /^blocks\[5\]\.top: -1/],
  ['blocks.7.needs', [], /^blocks\[7\]\.needs: \[\] is not allowed; allowed: a list of 1 to 6 entries$/],
  ['blocks.7.needs.0.relation', '==', /^blocks\[7\]\.needs\[0\]\.relation: "==" is not allowed; allowed: <, <=, =, >=, >$/],
];

for (const [place, value, message] of malformed) {
  test(`refused by name: ${place} = ${JSON.stringify(value)?.slice(0, 40)}`, () => {
    const sheet = changed(place, value);
    const { worksheet: none, faults } = read.readWorksheet(sheet);
    assert.equal(none, null);
    assert.ok(faults.some((fault) => message.test(fault)), faults.join('\n'));
    assert.ok(!fits(sheet), 'the schema lets it pass');
  });
}

/** What is well formed and refers to nothing: the schema cannot know. */
const dangling = [
  ['blocks.1.lab', 'lab-none', /^blocks\[1\]\.lab: "lab-none" is not allowed; allowed: lab-rich$/],
  ['blocks.1.measure', 'loss', /^blocks\[1\]\.measure: "loss" is not allowed; allowed: clusters/],
  ['blocks.1.answers.1.value', 4, /^blocks\[1\]\.answers\[1\]\.value: 4 .*no other answer has/],
  ['blocks.2.after', 'question-none', /^blocks\[2\]\.after/],
  ['blocks.2.show', ['plane', 'clock'], /^blocks\[2\]\.show\[1\]: "clock" is not allowed; allowed: plane, units/],
  ['blocks.2.link', '#preset=digits/default', /^blocks\[2\]\.link: .*a link with preset=… of the lab xor$/],
  ['blocks.2.link', '#preset=xor/rich@2&network.gian=2', /^blocks\[2\]\.link: .*a link without network\.gian/],
  ['blocks.2.link', '#preset=xor/rich@2&theme=dark', /^blocks\[2\]\.link: .*a link without theme/],
  ['blocks.4.id', 'question-groups', /^blocks\[4\]\.id: .*no other block has$/],
  ['blocks.4.link', '#preset=xor/rich@2&network.kind=convolutional', /^blocks\[4\]\.link/],
  ['blocks.6.lab', 'lab-other', /^blocks\[6\]\.lab/],
  ['blocks.7.needs.0.measure', 'speed', /^blocks\[7\]\.needs\[0\]\.measure: "speed" is not allowed; allowed: clusters, loss/],
  ['blocks.3.for', 'question-none', /^blocks\[3\]\.for: .*allowed: question-groups, question-loss, question-curve, question-matrix$/],
];

for (const [place, value, message] of dangling) {
  test(`refers to nothing: ${place} = ${JSON.stringify(value)}`, () => {
    const { worksheet: none, faults } = read.readWorksheet(changed(place, value));
    assert.equal(none, null);
    assert.equal(faults.length, 1, faults.join('\n'));
    assert.match(faults[0], message);
  });
}

test('every fault is told at once', () => {
  const sheet = { ...changed('title', 7), id: '' };
  sheet.blocks[4].tolerance = 'much';
  assert.equal(read.readWorksheet(sheet).faults.length, 3);
});

test('what is no JSON, or no object, is refused', () => {
  assert.match(read.parseWorksheet('{').faults[0], /^it is no JSON: /);
  for (const text of ['null', '[]', '7', '"x"']) assert.match(read.parseWorksheet(text).faults[0], /is no worksheet/);
});

test('a link holds the whole worksheet, compressed or plain, also after what mail does to it', async () => {
  const sheet = worksheet();
  sheet.blocks[0].text += '\n\nGrüße, 你好, 🙂 %23 & = #';
  const packed = await link.toFragment(sheet);
  assert.match(packed, /^#w=1[A-Za-z0-9_-]+$/);
  assert.deepEqual((await link.fromFragment(packed)).worksheet, sheet);
  assert.deepEqual((await link.fromFragment(`${packed.replace('=', '%3D')}`)).worksheet, sheet);
  const { CompressionStream } = globalThis;
  try {
    globalThis.CompressionStream = undefined;
    const plain = await link.toFragment(sheet);
    assert.match(plain, /^#w=0/);
    assert.ok(plain.length > packed.length);
    assert.deepEqual((await link.fromFragment(plain)).worksheet, sheet);
  } finally {
    globalThis.CompressionStream = CompressionStream;
  }
});

test('a link that is cut or altered is refused, never half read', async () => {
  const whole = await link.toFragment(worksheet());
  assert.equal(await link.fromFragment('#preset=xor/rich'), null);
  assert.equal(await link.fromFragment(''), null);
  for (const bad of [whole.slice(0, 200), whole.slice(0, -1), '#w=1', '#w=0', '#w=1AAAA', '#w=0!!', `#w=0${btoa('{"kind":1}')}`]) {
    const { worksheet: none, faults } = await link.fromFragment(bad);
    assert.equal(none, null, bad);
    assert.equal(faults.length, 1, bad);
  }
});

test('a short link does not unfold to more than a worksheet can be', async () => {
  const sheet = worksheet();
  sheet.blocks[0].text = 'x'.repeat(5_000_000);
  const bomb = await link.toFragment(sheet);
  assert.ok(bomb.length < 20_000);
  assert.match((await link.fromFragment(bomb)).faults[0], /has more than the 500.000 bytes allowed/);
});

test('a link taken from a lab is kept as settings; of what only its page was asked for nothing is', () => {
  const xor = labs.labNamed('xor');
  const read = labs.settingsOf(xor, 'https://example.edu/tutorials/xor.html#preset=xor/rich@2&network.gain=1.2&lab=edge&theme=dark', true);
  assert.equal(read.link, '#preset=xor/rich@2&network.gain=1.2');
  assert.equal(read.set, 'network.gain=1.2');
  assert.deepEqual(labs.settingsOf(xor, '#preset=xor/rich@2&nothing=1', true), { unknown: ['nothing'] });
  const networks = labs.labNamed('networks');
  const [preset] = labs.presetsFor(networks);
  const withOthers = `#preset=${preset.name}&networks=seed:7`;
  assert.equal(labs.settingsOf(networks, withOthers).link, withOthers);
});
