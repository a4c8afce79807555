// What no training step in this page can go below, measured as the steps are: tests/bench/limits.cpp.

/** Multiplications of a perceptron's step: forward, by the inputs of all layers but the first, and by the weights. */
const multiplications = ({ sizes, batch }) => {
  const layers = sizes.slice(1).map((outputs, i) => sizes[i] * outputs);
  return batch * (3 * layers.reduce((sum, each) => sum + each, 0) - layers[0]);
};

/** By name, contenders that do nothing but what a step cannot do without: run(steps) gives milliseconds per step. */
export async function makeLimits(address) {
  const nothing = () => 0;
  const imports = { env: new Proxy({}, { get: () => nothing }), wasi_snapshot_preview1: new Proxy({}, { get: () => nothing }) };
  const { instance } = await WebAssembly.instantiate(await (await fetch(address)).arrayBuffer(), imports);
  const { _initialize, bare_products: products, memory_passes: passes } = instance.exports;
  _initialize?.();
  const timed = (work) => ({
    run(steps) {
      const start = performance.now();
      work(steps);
      return (performance.now() - start) / steps;
    },
  });
  return {
    products: (problem) => timed((steps) => products(Math.ceil((steps * multiplications(problem)) / products(1)))),
    passes: () => timed((steps) => passes(steps)),
  };
}
