// What the WebAssembly modules ask of their surroundings: a clock and a way out, and nothing that would
// need generated glue, a file system or another origin.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { loadCore, moduleBytes } from './helpers/core.mjs';

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
const COMPRESSED_LIMIT = 130_000;

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

for (const kind of ['simd', 'scalar']) {
  test(`${kind}: imports nothing beyond a clock, an exit and unused WASI calls`, async () => {
    const module = await WebAssembly.compile(await moduleBytes(kind));
    const imports = WebAssembly.Module.imports(module).map((i) => `${i.module}.${i.name}`);
    assert.deepEqual(
      imports.filter((name) => !ALLOWED_IMPORTS.has(name)),
      [],
    );
  });

  test(`${kind}: weighs at most ${COMPRESSED_LIMIT / 1000} kB compressed`, async () => {
    const size = gzipSync(await moduleBytes(kind), { level: 9 }).length;
    assert.ok(size <= COMPRESSED_LIMIT, `${size} bytes`);
  });

  test(`${kind}: judges specs through the site's own loader`, async () => {
    const core = await loadCore(kind);
    const task = { kind: 'two_points' };
    assert.equal(core.validate({ task }).spec.network.width, 500);
    assert.equal(core.validate({ task, network: { width: 0 } }).problem.field, 'network.width');
  });
}

test('only the SIMD build uses four-lane values', async () => {
  assert.equal(declaresVectors(await moduleBytes('simd')), true);
  assert.equal(declaresVectors(await moduleBytes('scalar')), false);
});
