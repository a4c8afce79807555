// One training step of the two networks that the browser benchmark times as well.

#include <benchmark/benchmark.h>

#include <cstdint>
#include <vector>

#include "network/architectures.hpp"
#include "numerics/random.hpp"
#include "training/trainer.hpp"

namespace {

using reprise::Activation;
using reprise::build_mlp;
using reprise::Network;

/// Steps on noise: the time of a step does not depend on the values, as long as they stay finite.
void run_steps(benchmark::State& state, const Network& network, int points, int batch) {
  std::vector<float> inputs(static_cast<std::size_t>(points) * network.inputs());
  std::vector<float> targets(static_cast<std::size_t>(points) * network.outputs());
  reprise::RandomStream random(1, reprise::RandomPurpose::kNoise);
  random.fill_normal(inputs.data(), inputs.size(), 1.0);
  random.fill_normal(targets.data(), targets.size(), 0.3);

  reprise::TrainingOptions options;
  options.learning_rate = 0.001;
  options.batch = batch;
  reprise::Trainer trainer(network, {points, inputs.data(), targets.data()}, options);
  for (auto _ : state) benchmark::DoNotOptimize(trainer.step());
}

void DigitsStep(benchmark::State& state) {
  run_steps(state, build_mlp({784, 200, 4, 10, Activation::kLeakyRelu}), 1024, 64);
}
BENCHMARK(DigitsStep)->Unit(benchmark::kMillisecond);

void TwoPointsStep(benchmark::State& state) {
  run_steps(state, build_mlp({1, 500, 20, 1, Activation::kLeakyRelu}), 2, 2);
}
BENCHMARK(TwoPointsStep)->Unit(benchmark::kMillisecond);

}  // namespace
