// One training step of the two networks that the browser benchmark times as well, at every width of
// vectors that the machine has, and the two limits they are held against: the bare kernel of
// products, and the passes over memory. And the fit of two rates, for which others need longer.

#include <benchmark/benchmark.h>

#include <cstdint>
#include <fstream>
#include <nlohmann/json.hpp>
#include <vector>

#include "network/architectures.hpp"
#include "numerics/gemm.hpp"
#include "numerics/random.hpp"
#include "numerics/vector_width.hpp"
#include "theory/fit.hpp"
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

void use_width(benchmark::State& state) {
  if (!reprise::use_lanes(static_cast<int>(state.range(0)))) {
    state.SkipWithError("this machine has no such vectors");
  }
}

void DigitsStep(benchmark::State& state) {
  use_width(state);
  run_steps(state, build_mlp({784, 200, 4, 10, Activation::kLeakyRelu}), 1024, 64);
}

void TwoPointsStep(benchmark::State& state) {
  use_width(state);
  run_steps(state, build_mlp({1, 500, 20, 1, Activation::kLeakyRelu}), 2, 2);
}

/// As many multiplications and additions as `DigitsStep` takes for its products, all on operands
/// that lie in the first-level cache and are packed once for many uses: the bare kernel's peak.
void DigitsLimit(benchmark::State& state) {
  use_width(state);
  constexpr int kSide = 192, kDepth = 256;
  constexpr double kStep = 64.0 * (2 * 784 * 200 + 3 * 3 * 200 * 200 + 3 * 200 * 10);
  std::vector<float> a(kSide * kDepth, 0.5f), b(kDepth * kSide, 0.25f), c(kSide * kSide);
  reprise::GemmWorkspace workspace;
  for (auto _ : state) {
    reprise::gemm(reprise::GemmMode::kAssign, 1.0f, kSide, kSide, kDepth,
                  reprise::row_major(a.data(), kDepth), reprise::row_major(b.data(), kSide),
                  c.data(), kSide, workspace);
    benchmark::DoNotOptimize(c.data());
    benchmark::ClobberMemory();
  }
  // Reported as the time of a step that did nothing else.
  state.counters["steps"] =
      benchmark::Counter(static_cast<double>(state.iterations()) * kSide * kSide * kDepth / kStep,
                         benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

/// The passes over memory that `TwoPointsStep` cannot do without: one that reads all weights, one
/// that reads and writes them.
void TwoPointsLimit(benchmark::State& state) {
  std::vector<std::uint32_t> words(19 * 500 * 500 + 20 * 500, 1);
  for (auto _ : state) {
    std::uint32_t total = 0;
    for (const std::uint32_t word : words) total ^= word;
    benchmark::DoNotOptimize(total);
    for (std::uint32_t& word : words) word += total;
    benchmark::ClobberMemory();
  }
}

/// The first of the fits that tests/compare keeps; tests/bench/others.py fits the same by SciPy.
void FitRates(benchmark::State& state) {
  const auto fit = nlohmann::json::parse(std::ifstream(REPRISE_REFERENCES))["fit"][0];
  reprise::Measurement measured;
  measured.t = fit["times"].get<std::vector<double>>();
  const auto rows = fit["rows"].get<std::vector<double>>();
  for (std::size_t i = 0; i < rows.size(); i += 3) {
    measured.h.push_back(rows[i]);
    measured.y.push_back(rows[i + 1]);
    measured.w.push_back(rows[i + 2]);
  }
  const reprise::Constants constants{fit["dx2"], fit["dy2"]};
  for (auto _ : state) {
    const auto found = reprise::fit_rates(measured, constants);
    if (!found.ok()) return state.SkipWithError("the fit was refused");
    benchmark::DoNotOptimize(found.value().rates);
  }
}

BENCHMARK(DigitsStep)->Unit(benchmark::kMillisecond)->Arg(4)->Arg(8)->Arg(16);
BENCHMARK(DigitsLimit)->Unit(benchmark::kMillisecond)->Arg(4)->Arg(8)->Arg(16);
BENCHMARK(TwoPointsStep)->Unit(benchmark::kMillisecond)->Arg(4)->Arg(8)->Arg(16);
BENCHMARK(TwoPointsLimit)->Unit(benchmark::kMillisecond);
BENCHMARK(FitRates)->Unit(benchmark::kMillisecond);

}  // namespace
