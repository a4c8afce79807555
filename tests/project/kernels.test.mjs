// The kernels of training are compiled for several kinds of processor and meet in one program. What that
// takes is read off the object files of the release build; on other processors there are none to read.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const object = (lanes) =>
  path.join(
    root,
    `build/release/core/CMakeFiles/reprise_kernels_${lanes}.dir/numerics/kernels/kernels.cpp.o`,
  );
const run = (program, ...args) =>
  execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 });

for (const lanes of [4, 8, 16]) {
  const skip = !existsSync(object(lanes)) && 'no such kernels were built';

  test(`kernels of ${lanes} lanes bring along no function that others might be given`, { skip }, () => {
    // Of an inline function the linker keeps one copy, which must not be one of wide instructions.
    const shared = run('nm', '--defined-only', '--extern-only', object(lanes))
      .trim()
      .split('\n')
      .map((line) => line.split(' ').at(-1));
    assert.ok(shared.length > 0);
    const own = `lanes${lanes}`;
    for (const name of shared) {
      assert.ok(name.startsWith(`_ZN7reprise${own.length}${own}`), `${name} is not of these kernels alone`);
    }
  });

  test(`kernels of ${lanes} lanes never fuse a multiply and an add`, { skip }, () => {
    const code = run('objdump', '-d', '--no-show-raw-insn', object(lanes));
    assert.match(code, /mulps/, 'this is the code that multiplies');
    assert.doesNotMatch(code, /\bvfn?m(add|sub)/);
  });
}
