// Runs inside Chromium: both contenders in one page, in turns, so that whatever else the machine does
// falls on both alike.

import { makeOurContender } from './ours/ours.js';
import { FORMS, makeTensorFlowContender, startTensorFlow } from './tfjs.mjs';

const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** As many steps as fill about the given time, measured after a first warm run. */
async function stepsFor(contender, milliseconds) {
  await contender.run(2);
  const each = await contender.run(3);
  return Math.max(3, Math.round(milliseconds / each));
}

/** The quickest of TensorFlow.js's forms on this problem, by the median of three short turns each. */
async function quickestForm(problem, sliceMilliseconds) {
  const medians = {};
  for (const form of Object.keys(FORMS)) {
    const contender = makeTensorFlowContender(problem, form);
    const steps = await stepsFor(contender, sliceMilliseconds / 2);
    const times = [];
    for (let turn = 0; turn < 3; turn++) times.push(await contender.run(steps));
    medians[form] = median(times);
    contender.dispose();
  }
  const form = Object.keys(medians).sort((a, b) => medians[a] - medians[b])[0];
  return { form, medians };
}

async function compare(problem, { rounds, sliceMilliseconds }) {
  const { form, medians } = await quickestForm(problem, sliceMilliseconds);
  const wasmFolder = new URL('/wasm/', location.href).href;
  const ours = await makeOurContender(wasmFolder, problem.spec, problem.imageCount);
  const theirs = makeTensorFlowContender(problem, form);
  const ourSteps = await stepsFor(ours, sliceMilliseconds);
  const theirSteps = await stepsFor(theirs, sliceMilliseconds);
  const ourTimes = [];
  const theirTimes = [];
  for (let round = 0; round < rounds; round++) {
    ourTimes.push(await ours.run(ourSteps));
    theirTimes.push(await theirs.run(theirSteps));
  }
  if (!ours.finite() || !theirs.finite()) throw new Error(`${problem.name}: training diverged`);
  theirs.dispose();
  return {
    ours: median(ourTimes),
    theirs: median(theirTimes),
    ratio: median(ourTimes.map((time, round) => theirTimes[round] / time)),
    form,
    forms: medians,
  };
}

window.bench = { compare, startTensorFlow };
