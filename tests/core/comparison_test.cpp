// Core's numbers beside those of PyTorch, SciPy and NumPy, as tests/compare/references.json keeps
// them
// (./dev compare makes them again).

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "../compare/cases.hpp"
#include "numerics/random.hpp"
#include "observe/embedding.hpp"
#include "theory/fit.hpp"
#include "theory/integrate.hpp"

namespace reprise {
namespace {

using nlohmann::json;
using Numbers = std::vector<double>;

const json& references() {
  static const json kept = [] {
    std::ifstream file(std::string(REPRISE_SOURCE_DIR) + "/tests/compare/references.json");
    return json::parse(file, nullptr, false);
  }();
  return kept;
}

Numbers sums(const float* values, std::size_t count) {
  Numbers both(2);
  for (std::size_t i = 0; i < count; ++i) {
    both[0] += static_cast<double>(values[i]);
    both[1] += static_cast<double>(values[i]) * static_cast<double>(values[i]);
  }
  return both;
}

// Core trains in single precision: seven digits a number, and what steps and sums make of them.
void expect_close(const Numbers& found, const json& kept, double share, const std::string& what) {
  const Numbers expected = kept.get<Numbers>();
  ASSERT_EQ(found.size(), expected.size()) << what;
  double largest = 1e-2;
  for (const double value : expected) largest = std::max(largest, std::abs(value));
  for (std::size_t i = 0; i < found.size(); ++i)
    EXPECT_NEAR(found[i], expected[i], share * largest) << what << " " << i;
}

TEST(Comparison, TrainsAsPyTorch) {
  const auto all = compare::cases();
  const json& kept = references()["training"];
  ASSERT_EQ(kept.size(), all.size());
  for (std::size_t k = 0; k < all.size(); ++k) {
    const compare::Case& given = all[k];
    const json& expected = kept[k];
    ASSERT_EQ(expected["name"], given.name);
    SCOPED_TRACE(given.name);
    const Network network = given.build();
    const auto inputs = given.numbers(given.shape.inputs, 0);
    const auto targets = given.targets();
    Trainer trainer(network, {given.points, inputs.data(), targets.data()}, given.options);
    const std::size_t parameters = trainer.parameters().size();
    expect_close(sums(trainer.parameters().data(), parameters), expected["initial"], 1e-10,
                 "initial weights; if they are meant to change: ./dev compare --keep");
    Numbers losses;
    for (int step = 0; step < given.steps; ++step) losses.push_back(trainer.step());
    expect_close(losses, expected["losses"], given.share, "loss of step");
    Pass pass(network, given.points, PassKind::kEvaluation);
    const float* outputs = network.forward(trainer.parameters(), inputs.data(), given.points, pass);
    expect_close(Numbers(outputs, outputs + given.points * network.outputs()), expected["outputs"],
                 given.share, "output");
    expect_close(sums(trainer.parameters().data(), parameters), expected["parameters"], given.share,
                 "parameters' sum and sum of squares");
    for (int layer = 0; layer < network.hidden_layers(); ++layer) {
      const auto count = static_cast<std::size_t>(given.points) *
                         static_cast<std::size_t>(network.hidden_width(layer));
      expect_close(sums(network.hidden(pass, layer), count), expected["hidden"][layer], given.share,
                   "hidden layer's sum and sum of squares");
    }
  }
}

TEST(Comparison, DropsOutAsPyTorchExpects) {
  const compare::Case given = compare::dropout_case();
  const Network network = given.build();
  const auto inputs = given.numbers(given.shape.inputs, 0);
  const auto parameters = network.initialise(given.options.gains, given.options.seed);
  Pass pass(network, given.points);
  RandomStream random(7, RandomPurpose::kDropout);
  pass.train_with(&random);
  const auto count = static_cast<std::size_t>(given.points * network.outputs());
  constexpr int draws = 40000;
  Numbers mean(count), square(count);
  for (int draw = 0; draw < draws; ++draw) {
    const float* outputs = network.forward(parameters, inputs.data(), given.points, pass);
    for (std::size_t i = 0; i < count; ++i) {
      const double output = static_cast<double>(outputs[i]);
      mean[i] += output / draws;
      square[i] += output * output / draws;
    }
  }
  const json& expected = references()["dropout"];
  const Numbers means = expected["mean"], squares = expected["square"];
  ASSERT_EQ(means.size(), count);
  for (std::size_t i = 0; i < count; ++i) {
    // Five standard errors of a mean over the draws; the seed is fixed.
    const double deviation = std::sqrt(squares[i] - means[i] * means[i]);
    EXPECT_NEAR(mean[i], means[i], 5 * deviation / std::sqrt(draws)) << i;
    EXPECT_NEAR(square[i], squares[i], 0.03 * squares[i]) << i;
  }
}

TEST(Comparison, IntegratesAsSciPy) {
  for (const json& kept : references()["integration"]) {
    SCOPED_TRACE(kept["system"].dump() + kept["start"].dump());
    const Numbers start = kept["start"];
    const auto found = integrate(find_system(kept["system"].get<std::string>()).value(),
                                 {kept["dx2"], kept["dy2"]}, {kept["eta_h"], kept["eta_y"]},
                                 {start[0], start[1], start[2]}, kept["times"].get<Numbers>());
    ASSERT_TRUE(found.ok() && found.value().complete());
    Numbers states;
    for (const State& state : found.value().states)
      states.insert(states.end(), {state.h, state.y, state.w});
    expect_close(states, kept["states"], 1e-6, "state");
  }
}

TEST(Comparison, FitsAsSciPy) {
  for (const json& kept : references()["fit"]) {
    Measurement measurement;
    measurement.t = kept["times"].get<Numbers>();
    const Numbers rows = kept["rows"];
    for (std::size_t i = 0; i < rows.size(); i += 3) {
      measurement.h.push_back(rows[i]);
      measurement.y.push_back(rows[i + 1]);
      measurement.w.push_back(rows[i + 2]);
    }
    const auto fit = fit_rates(measurement, {kept["dx2"], kept["dy2"]});
    ASSERT_TRUE(fit.ok()) << fit.error().message();
    const auto near = [&](double found, const char* name, double share) {
      EXPECT_NEAR(found, kept[name].get<double>(), share * kept[name].get<double>()) << name;
    };
    near(fit.value().rates.eta_h, "eta_h", 1e-4);
    near(fit.value().rates.eta_y, "eta_y", 1e-4);
    near(fit.value().sse, "sse", 1e-6);
  }
}

TEST(Comparison, FindsComponentsAsNumPy) {
  const json& kept = references()["components"];
  const std::vector<float> values = kept["values"];
  const auto found = principal_components(
      FloatMatrixMap(values.data(), kept["points"].get<int>(), kept["width"].get<int>()), 3);
  ASSERT_TRUE(found.ok());
  Numbers coordinates;
  for (Eigen::Index point = 0; point < found.value().coordinates.rows(); ++point)
    for (Eigen::Index axis = 0; axis < 3; ++axis)
      coordinates.push_back(found.value().coordinates(point, axis));
  expect_close(coordinates, kept["coordinates"], 1e-10, "coordinate");
  expect_close(found.value().shares, kept["shares"], 1e-10, "share");
}

}  // namespace
}  // namespace reprise
