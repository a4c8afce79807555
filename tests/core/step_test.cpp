// A step of training shown number by number, and a parameter changed by hand: what is shown is what
// the run then does, to the last bit, and a look changes nothing.

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <string>
#include <utility>

#include "experiment/experiment.hpp"

namespace reprise {
namespace {

Spec small() {
  PlaneTask task;
  task.shape = PlaneShape::kXorClouds;
  task.count = 60;
  task.noise = 0.05;
  Spec spec = default_spec(std::move(task));
  spec.network.width = 4;
  spec.network.hidden_layers = 2;
  spec.network.activation = Activation::kTanh;
  spec.training.learning_rate = 0.05;
  spec.training.epochs = 60;
  spec.training.batch = 16;
  spec.observe = {1, 10, {0, 1}};
  return spec;
}

std::vector<std::pair<std::string, Spec>> variants() {
  Spec whole = small(), one = small(), momentum = small(), adam = small(), penalties = small();
  Spec entropy = small(), adam_all = small();
  whole.training.batch = 0;
  one.training.batch = 2;
  momentum.training.momentum = 0.9;
  adam.training.optimizer = adam_all.training.optimizer = Optimizer::kAdam;
  adam_all.training.batch = 0;
  penalties.training.penalties = {0.01, 0.02};
  entropy.training.loss = Loss::kCrossEntropy;
  return {{"minibatches", small()}, {"whole set", whole}, {"two points", one},
          {"momentum", momentum},   {"Adam", adam},       {"Adam, whole set", adam_all},
          {"penalties", penalties}, {"entropy", entropy}};
}

Experiment made(const Spec& spec) {
  auto experiment = Experiment::create(spec);
  EXPECT_TRUE(experiment.ok()) << experiment.error().message();
  return std::move(experiment).value();
}

// Of networks as `small` has them: 2 inputs, 4, 4 and 2 units.
constexpr int kWidths[] = {2, 4, 4, 2}, kParameters = 42;

// A step as Trainer::show_step tells it.
struct Step {
  int points = 0;
  double loss = 0;
  std::vector<float> targets;
  std::vector<std::vector<float>> values, sums, by_value, by_sum;  // By layer, from 0 on.
  std::vector<float> gradient, before, after, mean, next_mean, square, next_square;
};

Step next_step(Experiment& experiment) {
  const auto found = experiment.next_step();
  EXPECT_TRUE(found.ok()) << found.error().message();
  const std::vector<float>& block = found.value();
  EXPECT_EQ(block[0], static_cast<float>(block.size()));
  Step step;
  step.points = static_cast<int>(block[1]);
  step.loss = static_cast<double>(block[2]);
  std::size_t at = 3;
  const auto take = [&](int count) {
    const auto from = block.begin() + static_cast<std::ptrdiff_t>(at);
    at += static_cast<std::size_t>(count);
    return std::vector<float>(from, from + count);
  };
  const auto of = [&](std::size_t layer) { return take(step.points * kWidths[layer]); };
  for (auto* lists : {&step.values, &step.sums, &step.by_value, &step.by_sum}) lists->resize(4);
  step.values[0] = of(0);
  step.targets = of(3);
  for (const std::size_t layer : {1, 2, 3}) {
    step.sums[layer] = of(layer);
    if (layer < 3) step.values[layer] = of(layer);
  }
  for (const std::size_t layer : {3, 2, 1}) {
    if (layer < 3) step.by_value[layer] = of(layer);
    step.by_sum[layer] = of(layer);
  }
  step.gradient = take(kParameters);
  step.before = take(kParameters);
  step.after = take(kParameters);
  const TrainingSpec& training = experiment.spec().training;
  if (training.optimizer == Optimizer::kAdam || training.momentum > 0) {
    step.mean = take(kParameters);
    step.next_mean = take(kParameters);
  }
  if (training.optimizer == Optimizer::kAdam) {
    step.square = take(kParameters);
    step.next_square = take(kParameters);
  }
  EXPECT_EQ(at, block.size());
  return step;
}

TEST(Step, WhatIsShownIsTheRunsNextStepToTheLastBit) {
  for (const auto& [name, spec] : variants()) {
    SCOPED_TRACE(name);
    Experiment shown = made(spec), plain = made(spec);
    for (int step = 0; step < 12; ++step) {
      const Step trace = next_step(shown);
      EXPECT_EQ(trace.before, shown.parameters()) << step;
      shown.advance({1, 0});
      plain.advance({1, 0});
      EXPECT_EQ(trace.after, shown.parameters()) << step;
      EXPECT_NE(trace.before, trace.after) << step;
      EXPECT_EQ(shown.parameters(), plain.parameters()) << step << ": a look changes nothing";
      const Step after = next_step(shown);
      EXPECT_EQ(trace.next_mean, after.mean) << step;
      EXPECT_EQ(trace.next_square, after.square) << step;
    }
    shown.advance({});
    plain.advance({});
    EXPECT_EQ(Matrix(shown.records()), Matrix(plain.records()));
  }
}

TEST(Step, GradientsAreThoseOfTheLossByFiniteDifferences) {
  for (const auto& [name, spec] : variants()) {
    SCOPED_TRACE(name);
    Experiment experiment = made(spec);
    experiment.advance({7, 0});
    const Step trace = next_step(experiment);
    const auto weights = [&](std::size_t k) {
      // Of 2 inputs, 4, 4 and 2 units: the biases come behind the weights of their layer.
      return k < 8 || (k >= 12 && k < 28) || (k >= 32 && k < 40);
    };
    ASSERT_EQ(trace.gradient.size(), 42u);
    for (std::size_t k = 0; k < trace.gradient.size(); ++k) {
      const double value = static_cast<double>(trace.before[k]), reach = 1e-2;
      const auto loss_at = [&](double at) {
        EXPECT_EQ(experiment.set_parameter(static_cast<double>(k), at), std::nullopt);
        return next_step(experiment).loss;
      };
      const double slope = (8 * (loss_at(value + reach) - loss_at(value - reach)) -
                            (loss_at(value + 2 * reach) - loss_at(value - 2 * reach))) /
                           (12 * reach);
      loss_at(value);
      const Penalties& penalties = spec.training.penalties;
      const double penalty =
          weights(k) ? penalties.l2 * value + (value > 0 ? penalties.l1 : -penalties.l1) : 0;
      EXPECT_NEAR(static_cast<double>(trace.gradient[k]), slope + penalty, 1e-5) << k;
    }
    EXPECT_EQ(next_step(experiment).after, trace.after);
  }
}

TEST(Step, ItsNumbersFollowFromOneAnother) {
  for (const auto& [name, spec] : variants()) {
    SCOPED_TRACE(name);
    Experiment experiment = made(spec);
    experiment.advance({5, 0});
    const Step step = next_step(experiment);
    const int trained = static_cast<int>(experiment.train_labels().size());
    EXPECT_EQ(step.points, spec.training.batch == 0 ? trained : spec.training.batch);
    const Penalties& penalties = spec.training.penalties;
    int weights_at = 0;
    for (std::size_t layer = 1; layer < 4; ++layer) {
      const int inputs = kWidths[layer - 1], outputs = kWidths[layer];
      const int bias_at = weights_at + inputs * outputs;
      for (int unit = 0; unit < outputs; ++unit) {
        std::vector<double> slopes(static_cast<std::size_t>(inputs) + 1);
        for (int point = 0; point < step.points; ++point) {
          const auto at = [&](const auto& lists, std::size_t of, int which) {
            return static_cast<double>(
                lists[of][static_cast<std::size_t>(point * kWidths[of] + which)]);
          };
          const auto before = [&](int index) {
            return static_cast<double>(step.before[static_cast<std::size_t>(index)]);
          };
          double sum = before(bias_at + unit);
          const double slope = at(step.by_sum, layer, unit);
          for (int k = 0; k < inputs; ++k) {
            const double in = at(step.values, layer - 1, k);
            sum += before(weights_at + unit * inputs + k) * in;
            slopes[static_cast<std::size_t>(k)] += slope * in;
          }
          slopes.back() += slope;
          EXPECT_NEAR(at(step.sums, layer, unit), sum, 1e-6);
          if (layer == 3) continue;
          const double value = at(step.values, layer, unit);
          EXPECT_NEAR(value, std::tanh(sum), 1e-6);
          double back = 0;
          for (int k = 0; k < kWidths[layer + 1]; ++k) {
            back += before(bias_at + outputs + k * outputs + unit) * at(step.by_sum, layer + 1, k);
          }
          EXPECT_NEAR(at(step.by_value, layer, unit), back, 1e-7);
          EXPECT_NEAR(slope, back * (1 - value * value), 1e-7);
        }
        for (int k = 0; k <= inputs; ++k) {
          const bool bias = k == inputs;
          const auto index =
              static_cast<std::size_t>(bias ? bias_at + unit : weights_at + unit * inputs + k);
          const double weight = static_cast<double>(step.before[index]);
          const double gradient = static_cast<double>(step.gradient[index]);
          const double penalty =
              bias ? 0 : penalties.l2 * weight + (weight > 0 ? 1 : -1) * penalties.l1;
          EXPECT_NEAR(gradient, slopes[static_cast<std::size_t>(k)] + penalty, 1e-6);
          if (step.mean.empty()) {
            EXPECT_NEAR(static_cast<double>(step.after[index]),
                        weight - spec.training.learning_rate * gradient, 1e-7);
          }
        }
      }
      weights_at = bias_at + outputs;
    }
    if (spec.training.loss != Loss::kHalfMse) continue;
    double total = 0;
    for (std::size_t k = 0; k < step.targets.size(); ++k) {
      total += std::pow(static_cast<double>(step.sums[3][k] - step.targets[k]), 2);
    }
    EXPECT_NEAR(step.loss, total / (4.0 * step.points), 1e-6);
  }
}

TEST(Step, IsShownOfSmallNetworksAlone) {
  const auto refused = [](const Spec& spec) {
    Experiment experiment = made(spec);
    const auto found = experiment.next_step();
    return found.ok() ? "" : found.error().field;
  };
  EXPECT_EQ(refused(small()), "");
  Spec wide = small(), deep = small(), residual = small(), dropout = small(), lost = small();
  wide.network.width = 12;
  deep.network.hidden_layers = 7;
  deep.network.width = 2;
  residual.network.kind = NetworkKind::kResidual;
  dropout.network.dropout = 0.1;
  for (const Spec& spec : {wide, deep, residual, dropout}) EXPECT_EQ(refused(spec), "parameters");
  lost.network.gain = 100;
  lost.network.activation = Activation::kLinear;
  lost.training.learning_rate = 1000;
  Experiment experiment = made(lost);
  experiment.advance({});
  ASSERT_EQ(experiment.state(), RunState::kDiverged);
  const std::vector<float> before = experiment.parameters();
  const auto found = experiment.next_step();
  EXPECT_EQ(found.ok() ? "" : found.error().field, "values");
  EXPECT_EQ(std::memcmp(before.data(), experiment.parameters().data(), 4 * before.size()), 0);
}

TEST(Parameter, ChangedByHandTheRunGoesOnFromThere) {
  Experiment changed = made(small()), plain = made(small());
  changed.advance({30, 0});
  plain.advance({30, 0});
  const std::vector<float> before = changed.parameters();
  ASSERT_EQ(changed.set_parameter(13, -1.5), std::nullopt);
  std::vector<float> wanted = before;
  wanted[13] = -1.5f;
  EXPECT_EQ(changed.parameters(), wanted);
  EXPECT_EQ(changed.record_count(), plain.record_count());
  EXPECT_EQ(changed.step(), 30);
  changed.advance({});
  plain.advance({});
  EXPECT_EQ(changed.record_count(), plain.record_count());
  EXPECT_NE(changed.parameters(), plain.parameters());
  changed.reset();
  changed.advance({});
  EXPECT_EQ(changed.parameters(), plain.parameters()) << "a reset begins without it";
}

TEST(Parameter, ErrorsSayWhatIsAllowed) {
  Experiment experiment = made(small());
  const auto refused = [&](double index, double value) {
    const auto error = experiment.set_parameter(index, value);
    return error ? error->message() : "";
  };
  EXPECT_EQ(refused(42, 0), "index is 42; allowed: the number of a parameter, from 0");
  EXPECT_EQ(refused(-1, 0), "index is -1; allowed: the number of a parameter, from 0");
  EXPECT_NE(refused(0.5, 0), "");
  EXPECT_NE(refused(std::nan(""), 0), "");
  EXPECT_NE(refused(0, std::nan("")), "");
  EXPECT_NE(refused(0, 1e39), "");
  EXPECT_EQ(refused(41, 2), "");
}

}  // namespace
}  // namespace reprise
