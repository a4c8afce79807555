// Our side of the browser benchmark: the site's own loader and the module the site serves, stepping one
// experiment without observing it in between.

import { Core } from '../../../web/src/engine/core.ts';
import { compileModule, instantiate } from '../../../web/src/engine/wasm-loader.ts';
import type { Spec } from '../../../web/src/spec/types.ts';

const IMAGE_SIDE = 28;
const CLASSES = 10;

/** Grey noise in the form MNIST's files have; the time of a step does not depend on the pixels. */
function noiseImages(count: number): { images: ArrayBuffer; labels: ArrayBuffer } {
  const images = new DataView(new ArrayBuffer(16 + count * IMAGE_SIDE * IMAGE_SIDE));
  [0x803, count, IMAGE_SIDE, IMAGE_SIDE].forEach((word, i) => images.setUint32(4 * i, word));
  let state = 1;
  for (let i = 16; i < images.byteLength; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    images.setUint8(i, state >>> 24);
  }
  const labels = new DataView(new ArrayBuffer(8 + count));
  [0x801, count].forEach((word, i) => labels.setUint32(4 * i, word));
  for (let i = 0; i < count; i++) labels.setUint8(8 + i, i % CLASSES);
  return { images: images.buffer, labels: labels.buffer };
}

/** A contender: run(steps) trains that many steps and returns milliseconds per step. */
export async function makeOurContender(wasmFolder: string, spec: Spec, imageCount: number) {
  const core = new Core(await instantiate(await compileModule('reprise', wasmFolder)));
  const bytes = imageCount > 0 ? noiseImages(imageCount) : undefined;
  const handle = core.create(spec, bytes?.images, bytes?.labels);
  const noTimeLimit = 1e9;
  return {
    async run(steps: number): Promise<number> {
      const start = performance.now();
      const outcome = core.advance(handle, steps, noTimeLimit);
      const milliseconds = (performance.now() - start) / steps;
      if (outcome !== 0) throw new Error(`training ended: ${core.status(handle).message}`);
      return milliseconds;
    },
    finite: () => core.status(handle).status === 'running',
  };
}
