// The layers and connections beyond the plain perceptron: each against plain loops written from its
// definition, and its gradient against differences of the loss.

#include "network/architectures.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "network/activation_layer.hpp"
#include "network/attention.hpp"
#include "network/convolution.hpp"
#include "network/dense.hpp"
#include "network/dropout_layer.hpp"
#include "network/layer_norm.hpp"
#include "noise.hpp"
#include "training/loss.hpp"
#include "training/trainer.hpp"

namespace reprise {
namespace {

using test_support::noise;

// Compares the gradient with differences of the loss along the gradient itself and along random
// directions, block by block, so that a mistake in a small layer is not hidden by a large one.
void expect_right_gradient(const Network& network, int points, const char* what) {
  auto parameters = network.initialise(1.0, 3);
  const auto shift = noise(parameters.size(), 4);
  for (std::size_t i = 0; i < parameters.size(); ++i) parameters[i] += 0.1f * shift[i];
  const auto inputs = noise(static_cast<std::size_t>(points) * network.inputs(), 5);
  const auto targets = noise(static_cast<std::size_t>(points) * network.outputs(), 6);
  Pass pass(network, points);
  const auto loss_at = [&](const std::vector<float>& at) {
    const float* outputs = network.forward(at, inputs.data(), points, pass);
    return batch_loss(Loss::kMse, points, network.outputs(), outputs, targets.data(), nullptr);
  };
  const float* outputs = network.forward(parameters, inputs.data(), points, pass);
  std::vector<float> slopes(targets.size()), gradient(parameters.size());
  batch_loss(Loss::kMse, points, network.outputs(), outputs, targets.data(), slopes.data());
  network.backward(parameters, slopes.data(), 0.0f, gradient.data(), pass);

  const std::size_t block = (parameters.size() + 11) / 12;
  for (std::size_t from = 0; from < parameters.size(); from += block) {
    const std::size_t to = std::min(parameters.size(), from + block);
    for (int direction = 0; direction < 4; ++direction) {
      const auto random = noise(parameters.size(), 10 + direction);
      const auto& along = direction == 0 ? gradient : random;
      double length = 0, expected = 0, gradient_size = 0;
      for (std::size_t i = from; i < to; ++i)
        length += static_cast<double>(along[i]) * static_cast<double>(along[i]);
      length = std::sqrt(length);
      ASSERT_GT(length, 0) << what << ": a block of parameters without any gradient, at " << from;
      const double step = 3e-3;
      auto above = parameters, below = parameters;
      for (std::size_t i = from; i < to; ++i) {
        const double move = step * static_cast<double>(along[i]) / length;
        above[i] = static_cast<float>(static_cast<double>(parameters[i]) + move);
        below[i] = static_cast<float>(static_cast<double>(parameters[i]) - move);
        expected += static_cast<double>(gradient[i]) * static_cast<double>(along[i]) / length;
        gradient_size += static_cast<double>(gradient[i]) * static_cast<double>(gradient[i]);
      }
      const double measured = (loss_at(above) - loss_at(below)) / (2 * step);
      EXPECT_NEAR(measured, expected, 4e-3 * std::sqrt(gradient_size) + 2e-4)
          << what << ", parameters " << from << " to " << to << ", direction " << direction;
    }
  }
}

TEST(Architectures, LayersHaveTheUnitsAndActivationsOfTheirOwn) {
  DenseShape shape = {2, 5, 3, 1, Activation::kTanh};
  shape.widths = {4, 1, 7};
  shape.activations = {Activation::kRelu, Activation::kTanh, Activation::kLinear};
  const Network network = build_mlp(shape);
  for (int layer = 0; layer < 3; ++layer) EXPECT_EQ(network.hidden_width(layer), shape.widths[layer]);
  EXPECT_EQ(network.parameter_count(), 2u * 4 + 4 + 4 + 1 + 7 + 7 + 7 + 1);
  // All the same says what the common field says.
  DenseShape common = {2, 5, 3, 1, Activation::kSilu}, spelled = common;
  spelled.widths = {5, 5, 5};
  spelled.activations = {Activation::kSilu, Activation::kSilu, Activation::kSilu};
  const Network one = build_mlp(common), other = build_mlp(spelled);
  const auto parameters = one.initialise(1.0, 3);
  EXPECT_EQ(parameters, other.initialise(1.0, 3));
  const float input[] = {0.3f, -0.7f};
  Pass pass(one, 1), same(other, 1);
  EXPECT_EQ(*one.forward(parameters, input, 1, pass), *other.forward(parameters, input, 1, same));
  // ReLU after the first layer alone.
  Pass looked(network, 1);
  auto weights = network.initialise(1.0, 3);
  for (std::size_t i = 0; i < 8; ++i) weights[i] = -1.0f;
  const float positive[] = {1, 1};
  network.forward(weights, positive, 1, looked);
  for (int unit = 0; unit < 4; ++unit) EXPECT_EQ(network.hidden(looked, 0)[unit], 0.0f);
}

TEST(Architectures, GradientsAgreeWithDifferencesOfTheLoss) {
  for (const int points : {1, 2, 4, 7}) {
    expect_right_gradient(build_mlp({3, 9, 3, 2, Activation::kTanh}), points, "perceptron");
    expect_right_gradient(build_residual({3, 9, 4, 2, Activation::kTanh}), points, "residual");
    expect_right_gradient(build_residual({3, 8, 3, 1, Activation::kSilu}), points,
                          "residual, SiLU");
    expect_right_gradient(build_convolutional({3, 24, 3, 2, Activation::kTanh}, 3, 5), points,
                          "convolutional");
    expect_right_gradient(build_convolutional({1, 20, 2, 1, Activation::kElu}, 4, 11), points,
                          "kernel longer than the grid");
    expect_right_gradient(build_residual({3, 9, 5, 2, Activation::kTanh}, 2), points,
                          "residual, two layers back");
    expect_right_gradient(build_unpadded_convolutional({3, 17, 4, 2, Activation::kTanh}, 3, 5),
                          points, "convolutional, unpadded");
    expect_right_gradient(build_unpadded_convolutional({1, 15, 3, 1, Activation::kElu}, 4, 7),
                          points, "convolutional, unpadded to three places");
  }
}

TEST(Architectures, AttentionHasRightGradients) {
  for (const int points : {1, 3, 5}) {
    expect_right_gradient(build_attention({6, 24, 2, 2, Activation::kTanh}, 3, 1), points,
                          "one head");
    expect_right_gradient(build_attention({6, 24, 2, 2, Activation::kSilu}, 3, 4), points,
                          "four heads");
    expect_right_gradient(build_attention({1, 20, 2, 1, Activation::kTanh}, 5, 2), points,
                          "tokens from a dense layer");
  }
  expect_right_gradient(
      build_picture_convolutional({24, 0, 2, 2, Activation::kTanh}, 4, 6, 1, 3, 3), 3, "picture");
}

TEST(Attention, AgreesWithTheDefinition) {
  const int tokens = 3, width = 4, heads = 2, size = width / heads;
  const AttentionLayer layer(tokens, width, heads);
  const auto in = noise(layer.inputs(), 1);
  std::vector<float> out(layer.outputs()), memory(layer.memory_size());
  Scratch scratch;
  scratch.memory = memory.data();
  layer.forward(1, nullptr, in.data(), out.data(), scratch);
  const auto part = [&](int token, int which, int i) {
    return static_cast<double>(in[(token * 3 + which) * width + i]);
  };
  for (int head = 0; head < heads; ++head) {
    for (int token = 0; token < tokens; ++token) {
      double weights[tokens], total = 0;
      for (int other = 0; other < tokens; ++other) {
        double score = 0;
        for (int i = head * size; i < (head + 1) * size; ++i)
          score += part(token, 0, i) * part(other, 1, i);
        total += weights[other] = std::exp(score / std::sqrt(static_cast<double>(size)));
      }
      for (int i = head * size; i < (head + 1) * size; ++i) {
        double expected = 0;
        for (int other = 0; other < tokens; ++other)
          expected += weights[other] / total * part(other, 2, i);
        EXPECT_NEAR(out[token * width + i], expected, 1e-6);
      }
    }
  }
}

TEST(Attention, SharesItsParametersAmongTokens) {
  // With tokens cut from the input, swapping two of them swaps their hidden states and nothing
  // else.
  const Network network = build_attention({6, 12, 2, 1, Activation::kTanh}, 3, 2);
  const auto parameters = network.initialise(1.0, 1);
  const std::vector<float> input = noise(6, 2);
  const std::vector<float> swapped = {input[4], input[5], input[2], input[3], input[0], input[1]};
  Pass pass(network, 1), pass_swapped(network, 1);
  network.forward(parameters, input.data(), 1, pass);
  network.forward(parameters, swapped.data(), 1, pass_swapped);
  for (int token = 0; token < 3; ++token) {
    for (int i = 0; i < 4; ++i) {
      EXPECT_NEAR(network.hidden(pass, 1)[token * 4 + i],
                  network.hidden(pass_swapped, 1)[(2 - token) * 4 + i], 1e-6);
    }
  }
}

TEST(LayerNorm, GivesMeanZeroAndVarianceOne) {
  const int width = 50;
  const LayerNormLayer layer(width);
  RandomStream random(1, RandomPurpose::kWeights);
  std::vector<float> parameters(layer.parameter_count()), out(width), memory(2);
  layer.initialise(parameters.data(), 1.0, random);
  auto in = noise(width, 2);
  for (float& value : in) value = 3.0f * value + 7.0f;
  Scratch scratch;
  scratch.memory = memory.data();
  layer.forward(1, parameters.data(), in.data(), out.data(), scratch);
  double mean = 0, square = 0;
  for (const float value : out) {
    mean += static_cast<double>(value) / width;
    square += static_cast<double>(value) * static_cast<double>(value) / width;
  }
  EXPECT_NEAR(mean, 0, 1e-6);
  EXPECT_NEAR(square, 1, 1e-4);
}

TEST(Architectures, TwoDimensionalConvolutionsHaveRightGradients) {
  Network network(5 * 4 * 2);
  network.add(std::make_unique<ConvolutionLayer>(ConvolutionShape{5, 4, 2, 3, 3, 5}));
  network.add(std::make_unique<ActivationLayer>(network.outputs_so_far(), Activation::kTanh));
  network.add(std::make_unique<ConvolutionLayer>(ConvolutionShape{5, 4, 3, 2, 5, 3}));
  network.add(std::make_unique<ActivationLayer>(network.outputs_so_far(), Activation::kTanh));
  network.add(std::make_unique<DenseLayer>(network.outputs_so_far(), 2));
  expect_right_gradient(network, 3, "two-dimensional convolution");
}

class Convolution : public testing::TestWithParam<bool> {};

TEST_P(Convolution, AgreesWithTheDefinition) {
  const ConvolutionShape s{4, 6, 2, 3, 3, 5, GetParam()};
  const ConvolutionLayer layer(s);
  EXPECT_EQ(layer.outputs(), GetParam() ? 4 * 6 * 3 : 2 * 2 * 3);
  const auto parameters = noise(layer.parameter_count(), 1);
  const int points = 2;
  const auto in = noise(static_cast<std::size_t>(points) * layer.inputs(), 2);
  std::vector<float> out(static_cast<std::size_t>(points) * layer.outputs());
  Scratch scratch;
  layer.forward(points, parameters.data(), in.data(), out.data(), scratch);
  const float* bias = parameters.data() + 3 * 3 * 5 * 2;
  for (int p = 0; p < points; ++p) {
    for (int y = 0; y < s.out_height(); ++y) {
      for (int x = 0; x < s.out_width(); ++x) {
        for (int c = 0; c < s.out_channels; ++c) {
          double expected = static_cast<double>(bias[c]);
          for (int ky = 0; ky < 3; ++ky) {
            for (int kx = 0; kx < 5; ++kx) {
              const int from_y = y + ky - s.border_y(), from_x = x + kx - s.border_x();
              if (from_y < 0 || from_y >= s.height || from_x < 0 || from_x >= s.width) continue;
              for (int i = 0; i < s.in_channels; ++i) {
                expected += static_cast<double>(parameters[((c * 3 + ky) * 5 + kx) * 2 + i]) *
                            static_cast<double>(
                                in[p * layer.inputs() + (from_y * s.width + from_x) * 2 + i]);
              }
            }
          }
          ASSERT_NEAR(out[p * layer.outputs() + (y * s.out_width() + x) * s.out_channels + c],
                      expected, 2e-5);
        }
      }
    }
  }
}

TEST_P(Convolution, FusedStepEqualsStepAlongTheGradient) {
  const DenseShape shape{2, 24, 3, 1, Activation::kTanh};
  const Network network =
      GetParam() ? build_convolutional(shape, 4, 3) : build_unpadded_convolutional(shape, 4, 3);
  auto parameters = network.initialise(1.0, 1);
  const auto before = parameters;
  const auto inputs = noise(6, 2), slopes = noise(3, 3);
  Pass pass(network, 3);
  network.forward(parameters, inputs.data(), 3, pass);
  std::vector<float> gradient(parameters.size());
  network.backward(parameters, slopes.data(), 0.0f, gradient.data(), pass);
  network.backward(parameters, slopes.data(), 0.5f, nullptr, pass);
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    ASSERT_NEAR(parameters[i], before[i] - 0.5f * gradient[i], 1e-5f);
  }
}

INSTANTIATE_TEST_SUITE_P(PaddedOrNot, Convolution, testing::Bool());

TEST(Convolution, WithoutPaddingHasThePapersPlacesAndChannels) {
  const Network network =
      build_unpadded_convolutional({1, 500, 12, 1, Activation::kLeakyRelu}, 20, 11);
  EXPECT_EQ(network.hidden_width(0), 500);
  EXPECT_EQ(network.hidden_width(1), 490 * 20);
  EXPECT_EQ(network.hidden_width(5), 450 * 20);
  EXPECT_EQ(network.hidden_width(10), 400 * 20);
  EXPECT_EQ(network.hidden_width(11), 390);
  EXPECT_EQ(network.parameter_count(),
            2u * 500 + (11 + 1) * 20 + 9 * (20 * 11 + 1) * 20 + (20 * 11 + 1) + 391);
}

class Residual : public testing::TestWithParam<int> {};

TEST_P(Residual, AddsTheHiddenLayerThatFarBeforeWhereThereIsOne) {
  const int width = 5, length = GetParam();
  const Network network = build_residual({2, width, 4, 1, Activation::kTanh}, length);
  const auto parameters = network.initialise(1.0, 1);
  const auto input = noise(2, 2);
  Pass pass(network, 1);
  network.forward(parameters, input.data(), 1, pass);
  std::vector<double> before(input.begin(), input.end());
  std::vector<std::vector<double>> layers;
  const float* weights = parameters.data();
  for (int layer = 0; layer < 4; ++layer) {
    std::vector<double> hidden(width);
    for (int i = 0; i < width; ++i) {
      double sum = 0;
      for (std::size_t j = 0; j < before.size(); ++j) {
        sum += static_cast<double>(
                   weights[i * static_cast<int>(before.size()) + static_cast<int>(j)]) *
               before[j];
      }
      hidden[i] = std::tanh(sum) + (layer < length ? 0.0 : layers[layer - length][i]);
      ASSERT_NEAR(network.hidden(pass, layer)[i], hidden[i], 1e-5) << "layer " << layer;
    }
    weights += width * before.size() + width;
    before = hidden;
    layers.push_back(hidden);
  }
}

INSTANTIATE_TEST_SUITE_P(OneOrTwoLayersBack, Residual, testing::Values(1, 2));

TEST(Dropout, OfInputsZeroesTheStatedShareOfThemInTrainingAlone) {
  const int inputs = 4000;
  DenseShape shape{inputs, 1, 1, 1, Activation::kLinear};
  shape.input_dropout = 0.2;
  const Network network = build_mlp(shape);
  std::vector<float> parameters(network.parameter_count(), 0.0f);
  std::fill_n(parameters.begin(), inputs, 1.0f);  // The hidden unit is the sum of the inputs.
  const std::vector<float> ones(inputs, 1.0f);
  Pass looking(network, 1), training(network, 1);
  RandomStream random(1, RandomPurpose::kDropout);
  training.train_with(&random);
  network.forward(parameters, ones.data(), 1, looking);
  EXPECT_EQ(network.hidden(looking, 0)[0], static_cast<float>(inputs));
  network.forward(parameters, ones.data(), 1, training);
  const double kept = static_cast<double>(network.hidden(training, 0)[0]) * 0.8 / inputs;
  EXPECT_NEAR(kept, 0.8, 0.03);
  EXPECT_NE(kept, 1.0);

  // The gradient by the first layer's weights is zero where the input was dropped.
  std::vector<float> gradient(parameters.size());
  parameters[inputs + 1] = 1.0f;  // Of the output.
  const float slope = 1.0f;
  network.backward(parameters, &slope, 0.0f, gradient.data(), training);
  int dropped = 0;
  for (int i = 0; i < inputs; ++i) dropped += gradient[i] == 0.0f;
  EXPECT_NEAR(dropped / static_cast<double>(inputs), 1.0 - kept, 1e-6);
}

TEST(Dropout, ChangesNothingWhileLooking) {
  const Network with = build_mlp({2, 10, 2, 1, Activation::kTanh, 0.4});
  const Network without = build_mlp({2, 10, 2, 1, Activation::kTanh});
  const auto parameters = with.initialise(1.0, 1);
  EXPECT_EQ(parameters, without.initialise(1.0, 1));
  const auto inputs = noise(6, 2);
  Pass pass_with(with, 3), pass_without(without, 3);
  const float* a = with.forward(parameters, inputs.data(), 3, pass_with);
  const float* b = without.forward(parameters, inputs.data(), 3, pass_without);
  for (int i = 0; i < 3; ++i) EXPECT_EQ(a[i], b[i]);
}

TEST(Dropout, DropsTheStatedShareKeepsTheMeanAndTheGradientFollowsTheMask) {
  const int width = 20000;
  const double rate = 0.3;
  const DropoutLayer layer(width, rate);
  const std::vector<float> in(width, 1.0f), grad_out(width, 2.0f);
  std::vector<float> out(width), grad_in(width), memory(width);
  RandomStream random(1, RandomPurpose::kDropout);
  Scratch scratch;
  scratch.random = &random;
  scratch.memory = memory.data();
  layer.forward(1, nullptr, in.data(), out.data(), scratch);
  layer.backward(1, {}, in.data(), out.data(), grad_out.data(), grad_in.data(), scratch);
  int dropped = 0;
  for (int i = 0; i < width; ++i) {
    dropped += out[i] == 0.0f;
    ASSERT_EQ(grad_in[i], 2.0f * out[i]);
  }
  EXPECT_NEAR(dropped / static_cast<double>(width), rate, 0.015);
  EXPECT_NEAR(std::accumulate(out.begin(), out.end(), 0.0) / width, 1.0, 0.025);
}

TEST(Trainer, AdamFollowsItsDefinition) {
  const Network network = build_mlp({3, 4, 1, 2, Activation::kTanh});
  const int points = 5;
  const auto inputs = noise(15, 1), targets = noise(10, 2);
  Trainer trainer(network, {points, inputs.data(), targets.data()},
                  {Optimizer::kAdam, 0.01, 0, Loss::kHalfMse, 1.0, 7});
  auto parameters = trainer.parameters();
  std::vector<double> mean(parameters.size(), 0.0), square(parameters.size(), 0.0);
  Pass pass(network, points);
  for (int step = 1; step <= 20; ++step) {
    const float* outputs = network.forward(parameters, inputs.data(), points, pass);
    std::vector<float> slopes(10), gradient(parameters.size());
    batch_loss(Loss::kHalfMse, points, 2, outputs, targets.data(), slopes.data());
    network.backward(parameters, slopes.data(), 0.0f, gradient.data(), pass);
    for (std::size_t i = 0; i < parameters.size(); ++i) {
      const double g = static_cast<double>(gradient[i]);
      mean[i] = 0.9 * mean[i] + 0.1 * g;
      square[i] = 0.999 * square[i] + 0.001 * g * g;
      const double corrected = mean[i] / (1 - std::pow(0.9, step));
      const double scale = std::sqrt(square[i] / (1 - std::pow(0.999, step))) + 1e-8;
      parameters[i] =
          static_cast<float>(static_cast<double>(parameters[i]) - 0.01 * corrected / scale);
    }
    trainer.step();
    for (std::size_t i = 0; i < parameters.size(); ++i) {
      ASSERT_NEAR(trainer.parameters()[i], parameters[i], 2e-5) << "step " << step;
    }
  }
}

TEST(Trainer, DropoutRepeatsWithTheSeed) {
  const Network network = build_mlp({3, 16, 2, 2, Activation::kTanh, 0.2});
  const auto inputs = noise(15, 1), targets = noise(10, 2);
  Trainer trainer(network, {5, inputs.data(), targets.data()},
                  {Optimizer::kSgd, 0.05, 0, Loss::kHalfMse, 1.0, 7});
  for (int i = 0; i < 10; ++i) trainer.step();
  const auto first = trainer.parameters();
  trainer.reset();
  for (int i = 0; i < 10; ++i) trainer.step();
  EXPECT_EQ(trainer.parameters(), first);
}

}  // namespace
}  // namespace reprise
