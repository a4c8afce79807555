// Layers and networks: forward against an independent reference, gradients against finite
// differences.

#include "network/architectures.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "noise.hpp"
#include "reference_network.hpp"
#include "training/loss.hpp"
#include "training/trainer.hpp"

namespace reprise {
namespace {

constexpr Activation kActivations[] = {Activation::kLinear,    Activation::kRelu,
                                       Activation::kLeakyRelu, Activation::kTanh,
                                       Activation::kElu,       Activation::kSilu};

using test_support::noise;

struct Case {
  reference::Mlp mlp;
  int points;
  Network network() const {
    return build_mlp({mlp.inputs, mlp.width, mlp.hidden_layers, mlp.outputs, mlp.activation});
  }
};

// Batches on both sides of the switch between the small-batch kernels and the packed product, and
// widths that are no multiple of four.
std::vector<Case> cases() {
  std::vector<Case> all;
  for (const Activation activation : kActivations) {
    for (const int points : {1, 2, 3, 4, 5, 11}) {
      all.push_back({{2, 7, 3, 1, activation}, points});
      all.push_back({{5, 9, 1, 3, activation}, points});
    }
  }
  return all;
}

// Relative size of a difference between two vectors.
double relative_difference(const std::vector<double>& a, const std::vector<double>& b) {
  double difference = 0, size = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    difference += (a[i] - b[i]) * (a[i] - b[i]);
    size += b[i] * b[i];
  }
  return std::sqrt(difference / size);
}

std::string name(const Case& c) {
  return std::string(activation_name(c.mlp.activation)) + ", " + std::to_string(c.points) +
         " points, " + std::to_string(c.mlp.inputs) + "-" + std::to_string(c.mlp.width) + "x" +
         std::to_string(c.mlp.hidden_layers) + "-" + std::to_string(c.mlp.outputs);
}

// Parameters away from zero biases, so that their gradients are tested as well.
std::vector<float> perturbed_parameters(const Network& network) {
  std::vector<float> parameters = network.initialise(1.2, 3);
  const auto shift = noise(parameters.size(), 4);
  for (std::size_t i = 0; i < parameters.size(); ++i) parameters[i] += 0.1f * shift[i];
  return parameters;
}

TEST(Network, EveryHiddenLayerAgreesWithTheReference) {
  for (const Case& c : cases()) {
    const Network network = c.network();
    const auto parameters = perturbed_parameters(network);
    const auto inputs = noise(static_cast<std::size_t>(c.points) * c.mlp.inputs, 5);
    Pass pass(network, c.points);
    const float* outputs = network.forward(parameters, inputs.data(), c.points, pass);
    ASSERT_EQ(network.hidden_layers(), c.mlp.hidden_layers);
    for (int point = 0; point < c.points; ++point) {
      const auto expected = c.mlp.forward({parameters.begin(), parameters.end()},
                                          inputs.data() + point * c.mlp.inputs);
      for (int layer = 0; layer < c.mlp.hidden_layers; ++layer) {
        for (int i = 0; i < c.mlp.width; ++i) {
          ASSERT_NEAR(network.hidden(pass, layer)[point * c.mlp.width + i], expected[layer][i],
                      2e-5)
              << name(c);
        }
      }
      for (int i = 0; i < c.mlp.outputs; ++i) {
        ASSERT_NEAR(outputs[point * c.mlp.outputs + i], expected.back()[i], 2e-5) << name(c);
      }
    }
  }
}

TEST(Network, GradientAgreesWithFiniteDifferences) {
  for (const Case& c : cases()) {
    for (const Loss loss : {Loss::kHalfMse, Loss::kMse}) {
      const Network network = c.network();
      auto parameters = perturbed_parameters(network);
      const auto inputs = noise(static_cast<std::size_t>(c.points) * c.mlp.inputs, 6);
      const auto targets = noise(static_cast<std::size_t>(c.points) * c.mlp.outputs, 7);
      Pass pass(network, c.points);
      const float* outputs = network.forward(parameters, inputs.data(), c.points, pass);
      std::vector<float> slopes(targets.size()), gradient(parameters.size());
      batch_loss(loss, c.points, c.mlp.outputs, outputs, targets.data(), slopes.data());
      const auto before = parameters;
      network.backward(parameters, slopes.data(), 0.0f, gradient.data(), pass);
      EXPECT_EQ(parameters, before) << "asking for the gradient must not move the parameters";
      const auto expected = c.mlp.gradient(loss, {parameters.begin(), parameters.end()}, c.points,
                                           inputs.data(), targets.data());
      EXPECT_LT(relative_difference({gradient.begin(), gradient.end()}, expected), 2e-5) << name(c);
    }
  }
}

TEST(Network, FusedStepEqualsStepAlongTheGradient) {
  for (const Case& c : cases()) {
    const Network network = c.network();
    auto parameters = perturbed_parameters(network);
    const auto before = parameters;
    const auto inputs = noise(static_cast<std::size_t>(c.points) * c.mlp.inputs, 8);
    const auto targets = noise(static_cast<std::size_t>(c.points) * c.mlp.outputs, 9);
    Pass pass(network, c.points);
    const float* outputs = network.forward(parameters, inputs.data(), c.points, pass);
    std::vector<float> slopes(targets.size()), gradient(parameters.size());
    batch_loss(Loss::kMse, c.points, c.mlp.outputs, outputs, targets.data(), slopes.data());
    network.backward(parameters, slopes.data(), 0.0f, gradient.data(), pass);
    network.backward(parameters, slopes.data(), 0.5f, nullptr, pass);
    std::vector<double> moved(parameters.size()), expected(parameters.size());
    for (std::size_t i = 0; i < parameters.size(); ++i) {
      moved[i] = static_cast<double>(parameters[i]) - static_cast<double>(before[i]);
      expected[i] = -0.5 * static_cast<double>(gradient[i]);
    }
    EXPECT_LT(relative_difference(moved, expected), 1e-5) << name(c);
  }
}

TEST(Network, InitialWeightsAreXavierNormalTimesGainAndBiasesZero) {
  const Network network = build_mlp({300, 400, 1, 2, Activation::kTanh});
  const auto parameters = network.initialise(0.7, 5);
  double square = 0;
  for (int i = 0; i < 300 * 400; ++i) {
    square += static_cast<double>(parameters[i]) * static_cast<double>(parameters[i]);
  }
  EXPECT_NEAR(std::sqrt(square / (300 * 400)), 0.7 * std::sqrt(2.0 / 700), 1e-3 * 0.7);
  for (int i = 0; i < 400; ++i) EXPECT_EQ(parameters[300 * 400 + i], 0.0f);
  EXPECT_EQ(network.initialise(0.7, 5), parameters);
  EXPECT_EQ(network.initialise({0.7, 0.7, 0}, 5), parameters);
  EXPECT_NE(network.initialise(0.7, 6), parameters);
}

TEST(Network, NanReachesTheOutputsWhateverTheActivation) {
  for (const Activation activation : kActivations) {
    const Network network = build_mlp({2, 5, 2, 1, activation});
    const auto parameters = network.initialise(1.0, 1);
    const float inputs[] = {std::nanf(""), 1.0f};
    Pass pass(network, 1);
    EXPECT_TRUE(std::isnan(network.forward(parameters, inputs, 1, pass)[0]))
        << activation_name(activation);
  }
}

TEST(Loss, IsTheMeanOverPointsAndOutputs) {
  const float outputs[] = {1, 2, 3, 4, 5, 6}, targets[] = {1, 1, 1, 1, 1, 1};
  float slopes[6];
  EXPECT_DOUBLE_EQ(batch_loss(Loss::kMse, 3, 2, outputs, targets, slopes), 55.0 / 6);
  EXPECT_FLOAT_EQ(slopes[5], 2 * 5.0f / 6);
  EXPECT_DOUBLE_EQ(batch_loss(Loss::kHalfMse, 3, 2, outputs, targets, slopes), 55.0 / 12);
  EXPECT_FLOAT_EQ(slopes[5], 5.0f / 6);
}

TEST(Trainer, MinibatchesVisitEveryPointOnceAnEpochInANewOrder) {
  // A linear network on one-hot inputs: its weight for input p moves only when point p is in the
  // batch.
  const int points = 10;
  const Network network = build_mlp({points, 1, 1, 1, Activation::kLinear});
  std::vector<float> inputs(points * points, 0.0f), targets(points, 1.0f);
  for (int p = 0; p < points; ++p) inputs[p * points + p] = 1.0f;
  Trainer trainer(network, {points, inputs.data(), targets.data()},
                  {Optimizer::kSgd, 0.1, 4, Loss::kMse, 1.0, 2});
  EXPECT_EQ(trainer.steps_per_epoch(), 3);
  std::vector<std::vector<int>> orders;
  for (int epoch = 0; epoch < 3; ++epoch) {
    std::vector<int> seen(points, 0), order;
    for (int step = 0; step < 3; ++step) {
      const auto before = trainer.parameters();
      trainer.step();
      int in_batch = 0;
      for (int p = 0; p < points; ++p) {
        if (trainer.parameters()[p] != before[p]) {
          ++seen[p];
          ++in_batch;
          order.push_back(p);
        }
      }
      EXPECT_EQ(in_batch, step < 2 ? 4 : 2);
    }
    EXPECT_EQ(seen, std::vector<int>(points, 1));
    orders.push_back(order);
  }
  EXPECT_NE(orders[0], orders[1]);
}

TEST(Trainer, ResetRepeatsTheRunBitForBit) {
  const Network network = build_mlp({3, 8, 2, 2, Activation::kTanh});
  const auto inputs = noise(30, 1), targets = noise(20, 2);
  Trainer trainer(network, {10, inputs.data(), targets.data()},
                  {Optimizer::kSgd, 0.05, 3, Loss::kHalfMse, 1.0, 9});
  for (int i = 0; i < 25; ++i) trainer.step();
  const auto first = trainer.parameters();
  trainer.reset();
  EXPECT_EQ(trainer.steps_taken(), 0);
  for (int i = 0; i < 25; ++i) trainer.step();
  EXPECT_EQ(trainer.parameters(), first);
}

}  // namespace
}  // namespace reprise
