// From where clouds are looked at: their widest plane, without wavering, and as large as the canvas takes.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadTs } from './helpers/load-ts.mjs';

const front = await loadTs('web/src/chart/cloud-front.ts');
const { FrameSeries } = await loadTs('web/src/chart/cloud-frames.ts');

const near = (a, b, within = 1e-9) => assert.ok(Math.abs(a - b) <= within, `${a} is not ${b}`);
const turn = ([x, y, z], [a, b]) => {
  const [p, q, r] = [Math.cos(a) * x - Math.sin(a) * y, Math.sin(a) * x + Math.cos(a) * y, z];
  return [p, Math.cos(b) * q - Math.sin(b) * r, Math.sin(b) * q + Math.cos(b) * r];
};
/** A flat box of points, three units long, one high, a tenth deep, turned by two angles. */
const box = (angles) =>
  Float64Array.from([-3, 3].flatMap((x) => [-1, 1].flatMap((y) => [-0.1, 0.1].flatMap((z) => turn([x, y, z], angles)))));

test('its longest side comes to lie across, its flattest towards the reader', () => {
  for (const angles of [[0, 1.5], [1.2, 0.7], [-2, 3]]) {
    const seen = front.seenFrom(box(angles), front.widest(box(angles), front.givenAxes()));
    for (let p = 0; p < seen.length; p += 3) {
      near(Math.abs(seen[p]), 3);
      near(Math.abs(seen[p + 1]), 1);
      near(Math.abs(seen[p + 2]), 0.1);
    }
  }
});

test('it stays as it is where it is seen about as well, and never flips', () => {
  const axes = front.widest(box([1.2, 0.7]), front.givenAxes());
  assert.equal(front.widest(box([1.25, 0.72]), axes), axes);
  // Turned half around it is the same box: the axes keep their ways.
  const turned = front.widest(box([1.2 + Math.PI / 2, 0.7]), axes);
  for (let row = 0; row < 3; row++) {
    const along = [0, 1, 2].reduce((sum, k) => sum + axes[3 * row + k] * turned[3 * row + k], 0);
    assert.ok(along > -1e-9);
  }
  assert.equal(front.widest(new Float64Array(9), axes), axes, 'one heap');
});

test('on its way it stays a turn', () => {
  const to = front.widest(box([1.2, 0.7]), front.givenAxes());
  for (const part of [0, 0.3, 0.9, 1]) {
    const axes = front.between(front.givenAxes(), to, part);
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++) {
        near([0, 1, 2].reduce((sum, k) => sum + axes[3 * i + k] * axes[3 * j + k], 0), i === j ? 1 : 0);
      }
    }
  }
  front.between(front.givenAxes(), to, 1).forEach((value, k) => near(value, to[k]));
});

test('its extent holds whichever way it is turned', () => {
  const { across, up } = front.extent(box([0, 0]), 0.3);
  near(across, Math.hypot(3, 0.1));
  near(up, Math.cos(0.3) + Math.sin(0.3) * across);
  assert.deepEqual(front.extent(Float64Array.of(3, 4, 0), 0), { across: 3, up: 4 });
});

test('pictures are kept now and then, and one of the very end', () => {
  const frames = new FrameSeries();
  const at = (epoch, over = false) => frames.due({ epoch, epochs: 240 }, over);
  assert.ok(at(0));
  frames.add([{ epoch: 0 }, { epoch: 0 }]);
  assert.deepEqual([at(1.9), at(2), at(0, true), at(0.1, true)], [false, true, false, true]);
  assert.equal(frames.of(1).length, 1);
  assert.equal(frames.of(7).length, 0);
  frames.clear();
  assert.ok(at(0));
});
