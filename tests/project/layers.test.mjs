// Who may include whom: the order of the rooms that the design rests on, read off the sources.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Folder under the root, to the rooms of core it may include besides itself. */
const MAY_INCLUDE = {
  'core/numerics': [],
  'core/network': ['numerics'],
  'core/training': ['numerics', 'network'],
  'core/data': ['numerics'],
  'core/observe': ['numerics', 'network', 'training'],
  // The theory knows nothing of the networks it is compared with; they meet in experiment.
  'core/theory': ['numerics'],
  'core/experiment': ['numerics', 'network', 'training', 'data', 'observe', 'theory'],
  // The program and the web enter by one door; they may hold values that pass through it. The
  // paper's figures hold them against the theory as well.
  'core/host': ['numerics'],
  'core/reproduce': ['experiment', 'theory', 'data', 'numerics', 'host'],
  'core/cli': ['experiment', 'data', 'numerics', 'host', 'reproduce'],
  wasm: ['experiment', 'data', 'numerics'],
};
const ROOMS = Object.keys(MAY_INCLUDE).map((folder) => path.basename(folder));

const sources = (folder, pattern) =>
  readdirSync(path.join(root, folder), { recursive: true })
    .filter((name) => pattern.test(name))
    .map((name) => ({ name: path.join(folder, name), text: readFileSync(path.join(root, folder, name), 'utf8') }));

for (const [folder, allowed] of Object.entries(MAY_INCLUDE)) {
  test(`${folder} includes only what lies below it`, () => {
    const files = sources(folder, /\.[ch]pp$/);
    assert.ok(files.length > 0);
    const own = path.basename(folder);
    for (const { name, text } of files) {
      for (const [, room] of text.matchAll(/^#include "([a-z_]+)\//gm)) {
        assert.ok(room === own || allowed.includes(room), `${name} includes ${room}/`);
      }
    }
  });
}

test('every room of core has its place in the order', () => {
  const folders = readdirSync(path.join(root, 'core'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  assert.deepEqual(folders.filter((name) => !ROOMS.includes(name)), []);
});

/** The rooms of the command line tool, which the library and the module of the web are built without. */
const TOOL = ['core/host', 'core/reproduce', 'core/cli'];

test('core neither throws nor reads or writes files', () => {
  for (const folder of Object.keys(MAY_INCLUDE).filter((name) => !TOOL.includes(name))) {
    for (const { name, text } of sources(folder, /\.[ch]pp$/)) {
      const code = text.replace(/\/\/.*$/gm, '').replace(/"(?:[^"\\\n]|\\.)*"/g, '""');
      assert.doesNotMatch(code, /\bthrow\b|\btry\s*\{/, `${name} throws or catches`);
      assert.doesNotMatch(text, /#include <(fstream|iostream|filesystem)>/, name);
    }
  }
});

test('only the worker runs the WebAssembly module; a page at most compiles it, once for all its labs', () => {
  const runs = [];
  for (const { name, text } of sources('web/src', /\.ts$/)) {
    if (name === path.join('web/src/engine/wasm-loader.ts')) continue;
    if (/\binstantiate\b|WebAssembly\.(instantiate|Instance)\b/.test(text)) runs.push(name);
    if (/import (?!type)[^;]*wasm-loader/.test(text)) assert.match(name, /(start-)?worker\.ts$/, name);
  }
  assert.deepEqual(runs, [path.join('web/src/engine/worker.ts')]);
});

// The labs of the page: a frame that knows none of them, and labs that know only it.

const LABS = 'web/src/labs';
/** Labs whose files refer to one another in a circle: none may be added. */
const IN_A_CIRCLE = [];

/** The files that a file of the labs imports, types too, as paths under the root. */
function importsOf({ name, text }) {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  return [...code.matchAll(/(?:from|import|import\()\s*'(\.[^']+)'/g)].map(([, to]) =>
    path.posix.normalize(path.posix.join(path.posix.dirname(name), to)),
  );
}
const labFiles = () => sources(LABS, /\.(ts|mjs)$/).map((file) => ({ ...file, imports: importsOf(file) }));
const roomOf = (file) => (file.startsWith(`${LABS}/`) ? path.posix.dirname(file.slice(LABS.length + 1)).split('/')[0] : null);

test('the frame knows no lab, and a lab knows no other', () => {
  const taken = {};
  for (const { name, imports } of labFiles()) {
    const own = roomOf(name);
    // The list of all declarations.
    if (own === '.') continue;
    for (const to of imports) {
      const room = roomOf(to);
      if (room === null || room === own || room === 'frame') continue;
      assert.notEqual(own, 'frame', `${name} imports ${to}`);
      (taken[own] ??= new Set()).add(room);
    }
  }
  const found = Object.fromEntries(Object.entries(taken).map(([room, from]) => [room, [...from].sort()]));
  assert.deepEqual(found, {});
});

// The share dialog is fetched when it is asked for, as help is.
test('labs know nothing of the pages, chapters and embeddings around them', () => {
  for (const { name, imports } of labFiles()) {
    for (const to of imports) {
      assert.doesNotMatch(to, /^web\/src\/(pages|tutorial|embed|gallery|scorm)\//, `${name} imports ${to}`);
    }
  }
});

test('no files of the labs refer to one another in a circle', () => {
  const next = new Map(labFiles().map(({ name, imports }) => [name, imports.filter((to) => to.startsWith(LABS))]));
  const circles = new Set();
  const state = new Map();
  const visit = (name, trail) => {
    if (state.get(name) === 'done') return;
    if (state.get(name) === 'open') {
      circles.add(trail.slice(trail.indexOf(name)).join(' > '));
      return;
    }
    state.set(name, 'open');
    for (const to of next.get(name) ?? []) visit(to, [...trail, name]);
    state.set(name, 'done');
  };
  for (const name of next.keys()) visit(name, []);
  const others = [...circles].filter((circle) => !IN_A_CIRCLE.includes(roomOf(circle.split(' > ')[0])));
  assert.deepEqual(others, []);
  const known = [...circles].map((circle) => roomOf(circle.split(' > ')[0]));
  assert.deepEqual(IN_A_CIRCLE.filter((room) => !known.includes(room)), [], 'mended: take it off the list');
});
