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

// Of one-hot targets, and outputs so large that the exponential of one alone would overflow.
TEST(Loss, CrossEntropyAndItsGradientAgreeWithTheDefinition) {
  for (const double shift : {0.0, 800.0, -800.0}) {
    const reference::Mlp mlp{5, 9, 1, 3, Activation::kTanh};
    const Network network = build_mlp({5, 9, 1, 3, Activation::kTanh});
    const auto parameters = perturbed_parameters(network);
    const auto inputs = noise(20, 6);
    const std::vector<float> targets = {1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 0, 0};
    Pass pass(network, 4);
    const float* given = network.forward(parameters, inputs.data(), 4, pass);
    std::vector<float> outputs(given, given + 12), slopes(12), gradient(parameters.size());
    for (float& output : outputs) output += static_cast<float>(shift);
    const double loss = batch_loss(Loss::kCrossEntropy, 4, 3, outputs.data(), targets.data(), slopes.data());
    const std::vector<double> exact(parameters.begin(), parameters.end());
    EXPECT_NEAR(loss, mlp.loss(Loss::kCrossEntropy, exact, 4, inputs.data(), targets.data()),
                shift == 0 ? 1e-6 : 1e-4);
    EXPECT_EQ(batch_loss(Loss::kCrossEntropy, 4, 3, outputs.data(), targets.data(), nullptr), loss);
    auto moved = parameters;
    network.backward(moved, slopes.data(), 0.0f, gradient.data(), pass);
    const auto expected =
        mlp.gradient(Loss::kCrossEntropy, exact, 4, inputs.data(), targets.data());
    EXPECT_LT(relative_difference({gradient.begin(), gradient.end()}, expected),
              shift == 0 ? 2e-5 : 2e-4);
  }
  const float broken[] = {std::nanf(""), 1}, infinite[] = {HUGE_VALF, 1}, targets[] = {1, 0};
  EXPECT_FALSE(std::isfinite(batch_loss(Loss::kCrossEntropy, 1, 2, broken, targets, nullptr)));
  EXPECT_FALSE(std::isfinite(batch_loss(Loss::kCrossEntropy, 1, 2, infinite, targets, nullptr)));
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

// A step of the penalised loss is one against its slope, which central differences know; biases are not penalised.
TEST(Trainer, PenaltiesAddTheirSlopeToTheGradient) {
  const reference::Mlp mlp{3, 6, 2, 2, Activation::kTanh};
  const Network network = build_mlp({3, 6, 2, 2, Activation::kTanh});
  const auto inputs = noise(15, 1), targets = noise(10, 2);
  const double rate = 0.5;
  for (const Penalties penalties : {Penalties{0.03, 0}, Penalties{0, 0.2}, Penalties{0.01, 0.1}}) {
    TrainingOptions options{Optimizer::kSgd, rate, 0, Loss::kMse, 1.0, 4};
    options.penalties = penalties;
    Trainer trainer(network, {5, inputs.data(), targets.data()}, options);
    trainer.step();  // Biases start at nought.
    const std::vector<double> before(trainer.parameters().begin(), trainer.parameters().end());
    const double loss = trainer.step();
    EXPECT_NEAR(loss, mlp.loss(Loss::kMse, before, 5, inputs.data(), targets.data()), 1e-6)
        << "what is reported is the loss alone";
    auto expected = mlp.gradient(Loss::kMse, before, 5, inputs.data(), targets.data());
    std::size_t at = 0;
    for (int layer = 0; layer <= mlp.hidden_layers; ++layer) {
      const int weights = mlp.fan_in(layer) * mlp.fan_out(layer);
      for (int i = 0; i < weights; ++i, ++at) {
        const auto penalty = [&](double w) {
          return penalties.l1 * std::abs(w) + penalties.l2 / 2 * w * w;
        };
        expected[at] += (penalty(before[at] + 1e-5) - penalty(before[at] - 1e-5)) / 2e-5;
      }
      at += static_cast<std::size_t>(mlp.fan_out(layer));
    }
    std::vector<double> slope(before.size());
    for (std::size_t i = 0; i < slope.size(); ++i)
      slope[i] = (before[i] - static_cast<double>(trainer.parameters()[i])) / rate;
    EXPECT_LT(relative_difference(slope, expected), 2e-5) << penalties.l1 << " " << penalties.l2;
  }
}

TEST(Trainer, MomentumKeepsAShareOfTheLastDirection) {
  const Network network = build_mlp({3, 8, 2, 2, Activation::kTanh});
  const auto inputs = noise(30, 1), targets = noise(20, 2);
  TrainingOptions options{Optimizer::kSgd, 0.05, 0, Loss::kHalfMse, 1.0, 9};
  options.momentum = 0.75;
  Trainer trainer(network, {10, inputs.data(), targets.data()}, options);
  Pass pass(network, 10);
  std::vector<float> slopes(20), gradient(trainer.parameters().size());
  std::vector<double> direction(gradient.size(), 0.0), moved(gradient.size());
  for (int step = 0; step < 5; ++step) {
    auto before = trainer.parameters();
    const float* outputs = network.forward(before, inputs.data(), 10, pass);
    batch_loss(Loss::kHalfMse, 10, 2, outputs, targets.data(), slopes.data());
    network.backward(before, slopes.data(), 0.0f, gradient.data(), pass);
    trainer.step();
    for (std::size_t i = 0; i < moved.size(); ++i) {
      direction[i] = 0.75 * direction[i] + static_cast<double>(gradient[i]);
      moved[i] = (static_cast<double>(before[i]) - static_cast<double>(trainer.parameters()[i])) / 0.05;
    }
    EXPECT_LT(relative_difference(moved, direction), 2e-5) << step;
  }
}

// Momentum that decays for ever comes to rest at nought, not among numbers that processors are slow with.
TEST(Trainer, MomentumOfAGradientThatVanishedEndsAtNought) {
  const Network network = build_mlp({1, 1, 1, 1, Activation::kLinear});
  const float input = 1.0f, target = 0.5f;
  TrainingOptions options{Optimizer::kSgd, 0.1, 0, Loss::kHalfMse, 1.0, 1};
  options.momentum = 0.5;
  Trainer trainer(network, {1, &input, &target}, options);
  for (int i = 0; i < 2000; ++i) trainer.step();
  const auto before = trainer.parameters();
  trainer.step();
  EXPECT_EQ(trainer.parameters(), before);
}

TEST(Trainer, PenaltiesCanComeAndGoWhileARunGoesOn) {
  const Network network = build_mlp({3, 8, 2, 2, Activation::kTanh});
  const auto inputs = noise(30, 1), targets = noise(20, 2);
  const TrainingData data{10, inputs.data(), targets.data()};
  TrainingOptions options{Optimizer::kSgd, 0.05, 3, Loss::kHalfMse, 1.0, 9};
  Trainer plain(network, data, options), changed(network, data, options);
  const auto size = [](const Trainer& trainer) {
    double square = 0;
    for (const float w : trainer.parameters()) square += static_cast<double>(w) * static_cast<double>(w);
    return square;
  };
  for (int i = 0; i < 50; ++i) plain.step(), changed.step();
  EXPECT_EQ(plain.parameters(), changed.parameters());
  changed.replace(data, 0.05, {0, 0.5});
  for (int i = 0; i < 50; ++i) plain.step(), changed.step();
  EXPECT_LT(size(changed), 0.5 * size(plain));
  const double small = size(changed);
  changed.replace(data, 0.05, {});
  for (int i = 0; i < 500; ++i) changed.step();
  EXPECT_GT(size(changed), 1.2 * small);
  // From the start it is the run without.
  changed.reset();
  plain.reset();
  for (int i = 0; i < 30; ++i) plain.step(), changed.step();
  EXPECT_EQ(plain.parameters(), changed.parameters());
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
