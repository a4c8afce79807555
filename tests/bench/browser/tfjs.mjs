// The same training steps in TensorFlow.js, on its WebAssembly backend, in the forms a user of it would write.
// Every form has the same network, loss (half the mean squared error), batch and learning rate. The
// batches are put into tensors once, before the clock starts.

/* global tf */

const LEAKY_SLOPE = 0.01;

/** One thread and SIMD, as for our own module: a page without cross-origin isolation has no threads. */
export async function startTensorFlow(wasmFolder) {
  tf.wasm.setWasmPaths(wasmFolder);
  tf.wasm.setThreadsCount(1);
  await tf.setBackend('wasm');
  await tf.ready();
  return {
    version: tf.version_core,
    backend: tf.getBackend(),
    simd: await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT'),
  };
}

function makeVariables(sizes) {
  const weights = [];
  const biases = [];
  for (let l = 0; l + 1 < sizes.length; l++) {
    const std = Math.sqrt(2 / (sizes[l] + sizes[l + 1]));
    weights.push(tf.variable(tf.randomNormal([sizes[l], sizes[l + 1]], 0, std, 'float32', 1 + l)));
    biases.push(tf.variable(tf.zeros([sizes[l + 1]])));
  }
  return { weights, biases };
}

function makeBatches({ sizes, batch, batches }) {
  const outputs = sizes.at(-1);
  const oneHot = new Float32Array(batch * outputs);
  for (let row = 0; row < batch; row++) oneHot[row * outputs + (row % outputs)] = 1;
  return Array.from({ length: batches }, (_, i) => ({
    // The range of a standardised MNIST pixel.
    x: tf.randomUniform([batch, sizes[0]], -0.42, 2.82, 'float32', 100 + i),
    y: tf.tensor2d(oneHot, [batch, outputs]),
  }));
}

/** Automatic differentiation with the library's own optimizer. */
function automatic(problem) {
  const { weights, biases } = makeVariables(problem.sizes);
  const optimizer = tf.train.sgd(problem.learningRate);
  const last = weights.length - 1;
  const forward = (x) => {
    let a = x;
    for (let l = 0; l <= last; l++) {
      a = tf.add(tf.matMul(a, weights[l]), biases[l]);
      if (l < last) a = tf.leakyRelu(a, LEAKY_SLOPE);
    }
    return a;
  };
  return {
    variables: [...weights, ...biases],
    step: ({ x, y }) => {
      optimizer.minimize(() => tf.mul(0.5, tf.mean(tf.square(tf.sub(forward(x), y)))));
    },
    sync: () => biases[last].dataSync(),
  };
}

/**
 * Backward pass and update written out by hand, with fused forward kernels. Transposing before each
 * product keeps off the slow path that the library's product of transposed operands takes.
 */
function byHand(problem) {
  const { weights, biases } = makeVariables(problem.sizes);
  const last = weights.length - 1;
  const { batch, sizes, learningRate } = problem;
  const rate = tf.scalar(learningRate);
  const outputScale = tf.scalar(1 / (batch * sizes.at(-1)));
  const slope = tf.scalar(LEAKY_SLOPE);
  const one = tf.scalar(1);
  const zero = tf.scalar(0);
  return {
    variables: [...weights, ...biases],
    step: ({ x, y }) =>
      tf.tidy(() => {
        const inputs = [x];
        for (let l = 0; l <= last; l++) {
          inputs.push(
            tf.fused.matMul({
              a: inputs[l],
              b: weights[l],
              bias: biases[l],
              activation: l < last ? 'leakyrelu' : 'linear',
              leakyreluAlpha: LEAKY_SLOPE,
            }),
          );
        }
        let delta = tf.mul(tf.sub(inputs[last + 1], y), outputScale);
        for (let l = last; l >= 0; l--) {
          const weightGradient = tf.matMul(tf.transpose(inputs[l]), delta);
          const biasGradient = tf.sum(delta, 0);
          if (l > 0) {
            const back = tf.matMul(delta, tf.transpose(weights[l]));
            delta = tf.mul(back, tf.where(tf.greater(inputs[l], zero), one, slope));
          }
          weights[l].assign(tf.sub(weights[l], tf.mul(weightGradient, rate)));
          biases[l].assign(tf.sub(biases[l], tf.mul(biasGradient, rate)));
        }
      }),
    sync: () => biases[last].dataSync(),
  };
}

/** The layers API, as its tutorials train: compile once, then trainOnBatch. */
function layersModel(problem) {
  const model = tf.sequential();
  const { sizes, learningRate } = problem;
  for (let l = 1; l < sizes.length; l++) {
    model.add(
      tf.layers.dense({
        units: sizes[l],
        ...(l === 1 ? { inputShape: [sizes[0]] } : {}),
        kernelInitializer: 'glorotNormal',
      }),
    );
    if (l + 1 < sizes.length) model.add(tf.layers.leakyReLU({ alpha: LEAKY_SLOPE }));
  }
  model.compile({
    optimizer: tf.train.sgd(learningRate),
    loss: (target, output) => tf.mul(0.5, tf.mean(tf.square(tf.sub(output, target)))),
  });
  return {
    variables: model.trainableWeights.map((weight) => weight.val),
    step: async ({ x, y }) => {
      await model.trainOnBatch(x, y);
    },
    sync: () => {},
  };
}

export const FORMS = {
  automatic,
  byHand,
  layersModel,
};

/** A contender: run(steps) trains that many steps and returns milliseconds per step. */
export function makeTensorFlowContender(problem, form) {
  const batches = makeBatches(problem);
  const trainer = FORMS[form](problem);
  let next = 0;
  return {
    async run(steps) {
      const start = performance.now();
      for (let s = 0; s < steps; s++) {
        const waits = trainer.step(batches[next++ % batches.length]);
        if (waits) await waits;
      }
      trainer.sync();
      return (performance.now() - start) / steps;
    },
    finite: () => trainer.variables.every((v) => v.dataSync().every(Number.isFinite)),
    dispose: () => {
      tf.dispose(trainer.variables);
      tf.dispose(batches);
    },
  };
}
