// Runs inside Chromium: both contenders in one page, in turns, so that whatever else the machine does
// falls on both alike.

import { makeOurContender } from './ours/ours.js';
import { makeLimits } from './limits.mjs';
import { FORMS, makeTensorFlowContender, startTensorFlow } from './tfjs.mjs';

const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** As many steps as fill about the given time, measured after a first warm run: browsers' clocks are coarse. */
async function stepsFor(contender, milliseconds) {
  await contender.run(2);
  for (let steps = 3; ; steps *= 4) {
    const each = await contender.run(steps);
    if (steps * each >= 1) return Math.max(3, Math.round(milliseconds / each));
  }
}

/** The limit and every form of TensorFlow.js beside ours, each in every round; ratios are medians over the rounds. */
async function compare(problem, { rounds, sliceMilliseconds }) {
  const wasmFolder = new URL('/wasm/', location.href).href;
  const contenders = {
    ours: await makeOurContender(wasmFolder, problem.spec, problem.imageCount),
    ...(problem.limit && { limit: (await makeLimits('/limits/reprise_limits.wasm'))[problem.limit](problem) }),
    ...Object.fromEntries(
      Object.keys(FORMS).map((form) => [form, makeTensorFlowContender(problem, form)]),
    ),
  };
  const names = Object.keys(contenders);
  const steps = {};
  for (const name of names) steps[name] = await stepsFor(contenders[name], sliceMilliseconds);
  const times = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) times[name].push(await contenders[name].run(steps[name]));
  }
  for (const name of names) {
    if (contenders[name].finite?.() === false) throw new Error(`${problem.name}: ${name} diverged`);
    contenders[name].dispose?.();
  }
  return names.map((name) => ({
    name,
    milliseconds: median(times[name]),
    ratio: median(times[name].map((time, round) => time / times.ours[round])),
  }));
}

/** Milliseconds a training step of a spec takes by itself. */
async function stepTime(spec, milliseconds) {
  const { task } = spec;
  // Noise has the ten labels in turns, and a task takes those of its classes.
  const images = task.kind === 'images' ? (task.train_count + task.held_out_count) * Math.ceil(10 / task.classes.length) : 0;
  const ours = await makeOurContender(new URL('/wasm/', location.href).href, spec, images);
  return ours.run(await stepsFor(ours, milliseconds));
}

window.bench = { compare, stepTime, startTensorFlow };
