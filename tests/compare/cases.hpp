#pragma once

// Small networks and trainings that PyTorch repeats: what to build, and the points. The tests train
// them; the program of cases.cpp prints what PyTorch needs to know of them.

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "network/architectures.hpp"
#include "training/trainer.hpp"

namespace reprise::compare {

struct Case {
  std::string name, kind;
  DenseShape shape;
  int channels = 1, kernel = 1, tokens = 1, heads = 1, skip_length = 1;
  int height = 0, picture_width = 0;  ///< Of the inputs, if they are pictures.
  TrainingOptions options;
  int points = 5, steps = 20;
  /// By how much of their size core's single precision may part from double after these steps.
  double share = 3e-5;

  Network build() const {
    if (kind == "mlp") return build_mlp(shape);
    if (kind == "residual") return build_residual(shape, skip_length);
    if (kind == "convolutional") return build_convolutional(shape, channels, kernel);
    if (kind == "unpadded_convolutional")
      return build_unpadded_convolutional(shape, channels, kernel);
    if (kind == "picture_convolutional")
      return build_picture_convolutional(shape, height, picture_width, 1, channels, kernel);
    return build_attention(shape, tokens, heads);
  }

  /// Numbers without a pattern that matters, from -1 to 1: of inputs (phase 0) or targets (1).
  std::vector<float> numbers(int width, int phase) const {
    std::vector<float> all;
    for (int i = 0; i < points * width; ++i)
      all.push_back(static_cast<float>(std::sin(1.7 * (i + 1) * (i + 2) + 0.9 * phase)));
    return all;
  }

  /// Of the outputs; one-hot where the loss asks for classes.
  std::vector<float> targets() const {
    std::vector<float> all = numbers(shape.outputs, 1);
    if (options.loss != Loss::kCrossEntropy) return all;
    std::fill(all.begin(), all.end(), 0.0f);
    for (int point = 0; point < points; ++point)
      all[static_cast<std::size_t>(point * shape.outputs + point % shape.outputs)] = 1.0f;
    return all;
  }
};

inline std::vector<Case> cases() {
  std::vector<Case> all;
  const auto add = [&](std::string name, std::string kind, Activation activation,
                       Optimizer optimizer, double rate) -> Case& {
    Case made;
    made.name = std::move(name);
    made.kind = std::move(kind);
    made.shape = {3, 12, 3, 2, activation};
    made.options.optimizer = optimizer;
    made.options.learning_rate = rate;
    return all.emplace_back(made);
  };
  constexpr auto sgd = Optimizer::kSgd, adam = Optimizer::kAdam;
  const char* names[] = {"linear", "relu", "leaky_relu", "tanh", "elu", "silu"};
  for (int i = 0; i < 6; ++i)
    add(std::string("mlp ") + names[i], "mlp", static_cast<Activation>(i), sgd, 0.1);
  add("mlp, mse", "mlp", Activation::kTanh, sgd, 0.05).options.loss = Loss::kMse;
  add("mlp, gain 1.7", "mlp", Activation::kSilu, sgd, 0.05).options.gains = 1.7;
  add("mlp, Adam", "mlp", Activation::kTanh, adam, 0.003);
  add("residual", "residual", Activation::kElu, sgd, 0.05).skip_length = 2;
  add("residual, Adam", "residual", Activation::kSilu, adam, 0.003);
  Case& padded = add("convolution", "convolutional", Activation::kTanh, sgd, 0.1);
  padded.channels = 3, padded.kernel = 3;
  Case& inside =
      add("convolution without padding", "unpadded_convolutional", Activation::kTanh, sgd, 0.1);
  inside.channels = 3, inside.kernel = 3;
  Case& pictures =
      add("convolution of pictures", "picture_convolutional", Activation::kElu, sgd, 0.05);
  pictures.shape.inputs = 20, pictures.height = 4, pictures.picture_width = 5;
  pictures.channels = 3, pictures.kernel = 3;
  Case& attention = add("attention", "attention", Activation::kSilu, sgd, 0.05);
  attention.tokens = 3, attention.heads = 2;
  Case& whole = add("attention, Adam", "attention", Activation::kTanh, adam, 0.003);
  whole.shape.inputs = 4, whole.tokens = 3, whole.heads = 1;
  // Some gradients here are zero but for rounding (a key's bias changes no attention), and Adam
  // makes steps of them all the same. PyTorch in single precision parts from itself in double as
  // well, 50 times as far as without Adam.
  whole.share = 5e-4;
  TrainingOptions& heavy = add("mlp, momentum", "mlp", Activation::kTanh, sgd, 0.05).options;
  heavy.momentum = 0.9;
  TrainingOptions& small = add("mlp, L1 and L2", "mlp", Activation::kTanh, sgd, 0.1).options;
  small.penalties = {0.003, 0.02};
  Case& all_three =
      add("convolution, momentum, L1 and L2", "convolutional", Activation::kElu, sgd, 0.05);
  all_three.channels = 3, all_three.kernel = 3;
  all_three.options.momentum = 0.8;
  all_three.options.penalties = {0.002, 0.01};
  add("mlp, Adam, L2", "mlp", Activation::kTanh, adam, 0.003).options.penalties.l2 = 0.05;
  Case& blocks = add("attention, L2", "attention", Activation::kSilu, sgd, 0.05);
  blocks.tokens = 3, blocks.heads = 2;
  blocks.options.penalties.l2 = 0.01;
  add("mlp, cross-entropy", "mlp", Activation::kTanh, sgd, 0.1).options.loss = Loss::kCrossEntropy;
  add("mlp, units and activation by layer", "mlp", Activation::kTanh, sgd, 0.1).shape = {
      3,   12,  3,          2,
      Activation::kTanh, 0.0, 0.0, {9, 2, 6}, {Activation::kRelu, Activation::kTanh, Activation::kSilu}};
  add("residual, activation by layer", "residual", Activation::kElu, sgd, 0.05).shape.activations = {
      Activation::kTanh, Activation::kElu, Activation::kLinear};
  return all;
}

/// A network whose dropout is small enough that every choice of dropped units can be tried.
inline Case dropout_case() {
  Case made;
  made.name = "dropout";
  made.kind = "mlp";
  made.shape = {3, 4, 2, 2, Activation::kTanh};
  made.shape.dropout = 0.25;
  return made;
}

}  // namespace reprise::compare
