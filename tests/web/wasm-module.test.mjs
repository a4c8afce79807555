// What the WebAssembly modules ask of their surroundings: a clock and a way out, and nothing that would
// need generated glue, a file system or another origin.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { loadAlgebra, loadCore, moduleBytes } from './helpers/core.mjs';

const ALLOWED_IMPORTS = new Set([
  'env.emscripten_notify_memory_growth',
  'wasi_snapshot_preview1.clock_time_get',
  'wasi_snapshot_preview1.environ_get',
  'wasi_snapshot_preview1.environ_sizes_get',
  'wasi_snapshot_preview1.fd_close',
  'wasi_snapshot_preview1.fd_seek',
  'wasi_snapshot_preview1.fd_write',
  'wasi_snapshot_preview1.proc_exit',
]);
const VECTOR_TYPE = 0x7b;
const CODE_SECTION = 10;
/** Every page that trains loads the first, those that need it the second too. */
const COMPRESSED_LIMIT = { main: 130_000, algebra: 35_000 };

/** Whether a module's code declares any local of the four-lane type. */
function declaresVectors(bytes) {
  let at = 8;
  const unsigned = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < bytes.length) {
    const section = bytes[at++];
    const size = unsigned();
    const next = at + size;
    if (section === CODE_SECTION) {
      for (let functions = unsigned(); functions > 0; functions--) {
        const bodySize = unsigned();
        const body = at + bodySize;
        for (let groups = unsigned(); groups > 0; groups--) {
          unsigned();
          if (bytes[at++] === VECTOR_TYPE) return true;
        }
        at = body;
      }
    }
    at = next;
  }
  return false;
}

for (const name of ['simd', 'scalar', 'algebra-simd', 'algebra-scalar']) {
  test(`${name}: imports nothing beyond a clock, an exit and unused WASI calls`, async () => {
    const module = await WebAssembly.compile(await moduleBytes(name));
    const imports = WebAssembly.Module.imports(module).map((i) => `${i.module}.${i.name}`);
    assert.deepEqual(
      imports.filter((name) => !ALLOWED_IMPORTS.has(name)),
      [],
    );
  });

  const limit = COMPRESSED_LIMIT[name.startsWith('algebra') ? 'algebra' : 'main'];
  test(`${name}: weighs at most ${limit / 1000} kB compressed`, async () => {
    const size = gzipSync(await moduleBytes(name), { level: 9 }).length;
    assert.ok(size <= limit, `${size} bytes`);
  });
}

for (const kind of ['simd', 'scalar']) {
  test(`${kind}: judges specs through the site's own loader`, async () => {
    const core = await loadCore(kind);
    const task = { kind: 'two_points' };
    assert.equal(core.validate({ task }).spec.network.width, 500);
    assert.equal(core.validate({ task, network: { width: 0 } }).problem.field, 'network.width');
  });
}

test('errors quote what JSON escapes, and say bytes as people read them', async () => {
  for (const kind of ['simd', 'scalar']) {
    const core = await loadCore(kind);
    assert.equal(core.validate({ task: { kind: 'xor', 'a\u0001\u001f': 1 } }).problem.field, 'task.a\\u0001\\u001f');
    const { allowed } = core.validate({ task: { kind: 'xor' }, network: { width: 4096, hidden_layers: 60 } }).problem;
    assert.match(allowed, /1\.5 GB of memory \(this takes \d\.\d+ GB\)$/);
  }
});

test('numbers are read as JavaScript reads them, to the last bit', async () => {
  const numbers = [0.1 + 0.2, 1 / 3, 2 ** -40 / 3, 0.07, 1.0000000000000002, 123e-5, 0.30000000000000004];
  for (const kind of ['simd', 'scalar']) {
    const core = await loadCore(kind);
    for (const learning_rate of numbers) {
      const { spec } = core.validate({ task: { kind: 'xor' }, training: { learning_rate } });
      assert.equal(spec.training.learning_rate, learning_rate);
    }
  }
});

test('the headers, what the modules export and what the loader declares are the same functions', async () => {
  const read = (path) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');
  const namesIn = (text, pattern) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name))].sort();
  const declaredIn = async (name) => {
    const header = await read(`wasm/${name}.h`);
    const code = header.replace(/\/\*[\s\S]*?\*\//g, '').replace(/REPRISE_EXPORT\(\w+\)/g, '');
    const declared = namesIn(code, /\b(reprise_\w+)\(/g);
    assert.ok(declared.length > 2);
    assert.deepEqual(namesIn(header, /REPRISE_EXPORT\((reprise_\w+)\)/g), declared);
    // Each has its comment right above.
    for (const name of declared) {
      const before = header.slice(0, header.indexOf(`REPRISE_EXPORT(${name})`)).trimEnd();
      assert.ok(before.endsWith('*/'), `${name} has no comment`);
    }
    return declared;
  };
  const memory = await declaredIn('reprise_memory');
  const main = [...memory, ...(await declaredIn('reprise'))].sort();
  const algebra = [...memory, ...(await declaredIn('reprise_algebra'))].sort();
  for (const kind of ['simd', 'scalar']) {
    for (const [name, declared] of [[kind, main], [`algebra-${kind}`, algebra]]) {
      const module = await WebAssembly.compile(await moduleBytes(name));
      const exported = WebAssembly.Module.exports(module).map(({ name }) => name);
      assert.deepEqual(exported.filter((name) => name.startsWith('reprise_')).sort(), declared, name);
    }
  }
  const loader = await read('web/src/engine/wasm-loader.ts');
  for (const [type, declared] of Object.entries({
    MemoryExports: memory,
    CoreExports: main.filter((name) => !memory.includes(name)),
    AlgebraExports: algebra.filter((name) => !memory.includes(name)),
  })) {
    const [, body] = new RegExp(`interface ${type} [^{]*\\{([\\s\\S]*?)\\n\\}`).exec(loader);
    assert.deepEqual(namesIn(body, /\b(reprise_\w+)\(/g), declared, type);
  }
});

test('the headers are C, for whoever calls the modules from it', (t) => {
  for (const name of ['reprise', 'reprise_algebra', 'reprise_memory']) {
    const path = fileURLToPath(new URL(`../../wasm/${name}.h`, import.meta.url));
    const { status, stderr, error } = spawnSync('cc', ['-std=c99', '-Wall', '-Werror', '-fsyntax-only', '-x', 'c', path]);
    if (error) return t.skip('no C compiler');
    assert.equal(status, 0, String(stderr));
  }
});

const small = (seed) => ({
  task: { kind: 'plane', shape: 'moons', count: 30 },
  network: { width: 10, hidden_layers: 2 },
  training: { epochs: 5 },
  seed,
});

test('activations go from the main module to the algebra, which tells how alike they are, in both builds alike', async () => {
  const all = await Promise.all(
    ['simd', 'scalar'].map(async (kind) => {
      const [core, algebra] = [await loadCore(kind), await loadAlgebra(kind)];
      const looks = [1, 2].map((seed) => {
        const handle = core.create(small(seed));
        core.advance(handle, Infinity, Infinity);
        return core.activations(handle, { points: 12 });
      });
      const blocks = looks.map(({ block }) => block);
      assert.deepEqual(looks[0].widths, [2, 10, 10, 2]);
      assert.equal(looks[0].points.length, 12);
      assert.equal(blocks[0].length, 2 + 24 + 4 + 12 * 24);
      const alignments = algebra.alignment({ blocks, pairs: [[0, 1], [1, 1]] });
      assert.deepEqual([alignments[0].rows, alignments[0].columns], [4, 4]);
      assert.ok(Math.abs(alignments[0].cka[0] - 1) < 1e-12, 'both see the same inputs');
      assert.ok(Math.abs(alignments[1].procrustes[5]) < 1e-6, 'a layer is like itself');
      assert.ok(alignments[0].cka[5] < 0.999);
      const overlay = algebra.overlay({ blocks, layers: [1, 1], dimensions: 2 });
      assert.ok(Math.abs(overlay.procrustes - alignments[0].procrustes[5]) < 1e-6);
      assert.deepEqual([overlay.first.length, overlay.second.length], [24, 24]);
      assert.throws(() => algebra.overlay({ blocks, layers: [1, 9] }), (error) => error.problem.field === 'layers');
      assert.throws(() => core.activations(99, {}), (error) => error.problem.field === 'handle');
      assert.throws(() => core.activations(1, { points: 2 }), (error) => error.problem.field === 'points');
      return { blocks, alignments, overlay };
    }),
  );
  assert.deepEqual(all[1], all[0]);
});

test('a hidden layer goes from the main module to the algebra, which makes it a picture, in both builds alike', async () => {
  const side = 6;
  const pixels = Uint8Array.from({ length: 40 * side * side }, (_, k) => (k * 7919 + (k % 4) * 50 * Math.floor(k / 36)) % 256);
  const head = [0, 0, 8, 3, 0, 0, 0, 40, 0, 0, 0, side, 0, 0, 0, side];
  const images = Uint8Array.from([...head, ...pixels]).buffer;
  const labels = Uint8Array.from([0, 0, 8, 1, 0, 0, 0, 40, ...Array.from({ length: 40 }, (_, k) => k % 2)]).buffer;
  const spec = {
    task: { kind: 'images', source: 'custom', classes: [0, 1], train_count: 30, held_out_count: 10 },
    network: { width: 12, hidden_layers: 2 },
    training: { epochs: 3, batch: 'full' },
  };
  const all = await Promise.all(
    ['simd', 'scalar'].map(async (kind) => {
      const [core, algebra] = [await loadCore(kind), await loadAlgebra(kind)];
      const handle = core.create(spec, images, labels);
      const first = core.layer(handle, 1, 20);
      assert.deepEqual([...first.subarray(0, 8)], [20, 12, 2, 2, 0, 1, 0, 1]);
      assert.equal(first.length, 4 + 20 + 22 * 12);
      core.advance(handle, Infinity, Infinity);
      const layers = [0, 1].map((layer) => core.layer(handle, layer, 20));
      assert.equal(layers[0].length, 4 + 20 + 20 * 12, 'no weights read another layer out');
      const before = algebra.cloud(first, 0);
      const clouds = layers.map((layer) => algebra.cloud(layer, 3, before));
      assert.ok(Number.isNaN(clouds[0].agreement) && Math.abs(clouds[1].agreement) <= 1);
      for (const { points, solid, flat, neighbours, spread } of clouds) {
        assert.deepEqual([points, solid.length, flat.length, neighbours.length], [20, 60, 40, 60]);
        assert.ok(spread > 0);
        assert.ok([...neighbours].every((other, k) => other < 20 && other !== Math.floor(k / 3)));
      }
      assert.throws(() => core.layer(99, 0, 20), (error) => error.problem.field === 'handle');
      assert.throws(() => core.layer(handle, 2, 20), (error) => error.problem.field === 'layer');
      assert.throws(() => core.layer(handle, 0, 31), (error) => error.problem.field === 'points');
      assert.throws(() => algebra.cloud(layers[0], 20), (error) => error.problem.field === 'neighbours');
      assert.throws(() => algebra.cloud(layers[0].subarray(1), 0), (error) => error.problem.field === 'layer');
      return { layers, clouds };
    }),
  );
  assert.deepEqual(all[1], all[0]);
});

test('targets given to other points are learnt from the same initial weights', async () => {
  const core = await loadCore('simd');
  const [own, other] = [core.create(small(1)), core.create(small(1))];
  core.advance(other, Infinity, Infinity);
  core.shuffleTargets(other);
  core.shuffleTargets(99);
  assert.equal(core.status(other).epoch, 0);
  assert.deepEqual(core.activations(other, {}).block, core.activations(own, {}).block);
  for (const handle of [own, other]) core.advance(handle, Infinity, Infinity);
  assert.notDeepEqual(core.activations(other, {}).block, core.activations(own, {}).block);
});

test('a network too large for a page is refused before anything is allocated, with the field and what would do', async () => {
  const core = await loadCore('simd');
  const memory = () => core.wasm.memory.buffer.byteLength;
  const before = memory();
  const spec = { task: { kind: 'xor' }, network: { width: 4096, hidden_layers: 60 } };
  const { field, allowed } = core.validate(spec).problem;
  assert.equal(field, 'network.width');
  assert.match(allowed, /^at most \d+ .*1\.5 GB of memory/);
  assert.throws(() => core.create(spec), { message: /network\.width is 4096/ });
  // 2.2 GB before evaluations were counted.
  const many = { kind: 'attention', width: 2048, tokens: 256, hidden_layers: 20 };
  const judged = core.validate({ task: { kind: 'feature_collapse', side: 50 }, network: many, training: { batch: 1 } });
  assert.ok(judged.spec, judged.problem?.message);
  assert.equal(memory(), before);
});

test('initial weights too large for numbers: no record, and the status says why', async () => {
  const core = await loadCore('simd');
  const handle = core.create({ task: { kind: 'two_points' }, network: { width: 50, hidden_layers: 40, gain: 100 } });
  assert.equal(core.recordCount(handle), 0);
  const { status, message } = core.status(handle);
  assert.equal(status, 'diverged');
  assert.match(message, /network\.gain/);
  assert.equal(core.advance(handle, Infinity, Infinity), 2);
  assert.ok(core.describe(handle).memory > 0);
  core.destroy(handle);
});

test('only the SIMD build uses four-lane values', async () => {
  assert.equal(declaresVectors(await moduleBytes('simd')), true);
  for (const name of ['scalar', 'algebra-scalar']) assert.equal(declaresVectors(await moduleBytes(name)), false);
});
