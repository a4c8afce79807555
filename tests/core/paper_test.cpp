// Published figures (arXiv 2402.09142), each within a band stated here and over more than one seed.
// These train the paper's networks in full and take tens of seconds.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "experiment/experiment.hpp"
#include "experiment/presets.hpp"
#include "theory/fit.hpp"

namespace reprise {
namespace {

// The theory fitted at every hidden layer of one finished two-point run.
std::vector<Fit> fit_every_layer(const Experiment& experiment) {
  const auto& task = std::get<TwoPointsTask>(experiment.spec().task);
  const auto names = column_names(experiment.columns());
  const auto column = [&](const std::string& name) {
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
  };
  std::vector<Fit> fits;
  for (int layer = 0; layer < experiment.spec().network.hidden_layers; ++layer) {
    Measurement measured;
    for (std::size_t i = 0; i < experiment.record_count(); ++i) {
      const auto record = experiment.records(i).row(0);
      measured.t.push_back(record(0));
      measured.h.push_back(record(column("h_0_1_layer_" + std::to_string(layer))));
      measured.y.push_back(record(column("y_0_1")));
      measured.w.push_back(record(column("w_0_1")));
    }
    fits.push_back(fit_rates(measured, {task.dx2, task.dy2}).value());
  }
  return fits;
}

std::vector<Fit> train_and_fit(const std::string& preset, std::uint64_t seed) {
  Spec spec = find_preset(preset).value();
  spec.seed = seed;
  auto experiment = Experiment::create(spec).value();
  EXPECT_EQ(experiment.advance({}), RunState::kFinished);
  return fit_every_layer(experiment);
}

TEST(Paper, DefaultNetworkFollowsTheTheoryFromTheMiddleOn) {
  for (const std::uint64_t seed : {1, 2}) {
    const std::vector<Fit> fits = train_and_fit("two-points/default", seed);
    // Records are ten epochs apart, so the paper's sum over all epochs is ten times ours. Its own
    // values at layer 10 lie between 4.6e-4 and 0.9 from seed to seed; the band leaves a factor of
    // three.
    const double loss = 10 * fits[10].sse;
    EXPECT_GT(loss, 1.5e-4) << "seed " << seed;
    EXPECT_LT(loss, 2.7) << "seed " << seed;
    EXPECT_GT(fits[10].r2_h, 0.95) << "seed " << seed;
    EXPECT_GT(fits[10].r2_y, 0.95) << "seed " << seed;
    EXPECT_GT(fits[10].r2_w, 0.7) << "seed " << seed;

    // By layer: poor in the first (published: 22.1), best a little past the middle.
    EXPECT_GT(10 * fits[0].sse, 10) << "seed " << seed;
    EXPECT_LT(10 * fits[0].sse, 50) << "seed " << seed;
    const auto best = std::min_element(fits.begin(), fits.end(),
                                       [](const Fit& a, const Fit& b) { return a.sse < b.sse; });
    EXPECT_GE(best - fits.begin(), 9) << "seed " << seed;
    EXPECT_LE(best - fits.begin(), 17) << "seed " << seed;
  }
}

TEST(Paper, ShallowNetworkFollowsTheTheory) {
  for (const std::uint64_t seed : {1, 2, 3}) {
    const Fit fit = train_and_fit("two-points/shallow", seed)[1];
    EXPECT_GT(fit.r2_h, 0.9) << "seed " << seed;
    EXPECT_GT(fit.r2_y, 0.9) << "seed " << seed;
  }
}

}  // namespace
}  // namespace reprise
