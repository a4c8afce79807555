#pragma once

#include <vector>

#include "network/activation.hpp"
#include "network/network.hpp"

namespace reprise {

/// What the fully connected architectures share.
struct DenseShape {
  int inputs = 1;
  int width = 500;  ///< Units in each hidden layer.
  int hidden_layers = 20;
  int outputs = 1;
  Activation activation = Activation::kLeakyRelu;
  double dropout =
      0.0;  ///< Share of each hidden layer's units set to zero in training; 0 to below 1.
  double input_dropout = 0.0;  ///< The same of the inputs.
  /// Of each hidden layer by itself: units (of a multilayer perceptron alone) and activation. Empty
  /// where all have the same.
  std::vector<int> widths = {};
  std::vector<Activation> activations = {};

  int width_of(int layer) const {
    return widths.empty() ? width : widths[static_cast<std::size_t>(layer)];
  }
  Activation activation_of(int layer) const {
    return activations.empty() ? activation : activations[static_cast<std::size_t>(layer)];
  }
};

/// A multilayer perceptron: dense hidden layers with an activation each, and a linear output layer.
/// The hidden layers are read after the nonlinearity (and, in training, after dropout).
Network build_mlp(const DenseShape& shape);

/// The same with skip connections: each hidden layer adds the one `skip_length` layers before, if
/// there is one. (The paper's networks have 2.)
Network build_residual(const DenseShape& shape, int skip_length = 1);

/// A one-dimensional convolutional network between two dense layers. The first dense layer maps the
/// input to `channels` numbers at each of width / channels places; each further hidden layer is a
/// convolution of that grid; a dense layer reads it out. So every hidden layer has `width` units,
/// as in the paper's other networks. `channels` divides `width`, and `kernel` is odd.
Network build_convolutional(const DenseShape& shape, int channels, int kernel);

/// The paper's convolutional network, without padding. The first dense layer maps the input to one
/// number at each of `width` places; the next hidden layers are convolutions of `channels` numbers
/// a place, but for the last, which has one; a dense layer reads it out. Each convolution loses
/// kernel - 1 places, and the last has at least one left.
Network build_unpadded_convolutional(const DenseShape& shape, int channels, int kernel);

/// Self-attention blocks on tokens. The input becomes `tokens` tokens of width / tokens numbers:
/// cut into equal parts (rows of a picture, say) that one dense layer maps to that size if its
/// length allows, else by a dense layer on the whole. Each hidden layer is a block, read after its
/// last skip connection: x = x + attention(norm(x)), then x = x + W2 activation(W1 norm(x)) for
/// each token. A dense layer reads all tokens out. `tokens` divides `width`, and `heads` divides
/// width / tokens.
Network build_attention(const DenseShape& shape, int tokens, int heads);

/// A convolutional network for pictures of `height` x `width` places with `in_channels` numbers
/// each: every hidden layer is a convolution (`kernel` x `kernel` places, `channels` numbers) with
/// an activation, and a dense layer reads it out. `shape.width` is not used.
Network build_picture_convolutional(const DenseShape& shape, int height, int width, int in_channels,
                                    int channels, int kernel);

}  // namespace reprise
