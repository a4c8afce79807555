#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "network/activation.hpp"
#include "network/layer.hpp"

namespace reprise {

class Network;

/// The activations and gradients of one batch on its way through a network.
class Pass {
 public:
  /// Room for `capacity` points.
  Pass(const Network& network, int capacity);

  int capacity() const { return capacity_; }
  int points() const { return points_; }

 private:
  friend class Network;
  int capacity_;
  int points_ = 0;
  const float* inputs_ = nullptr;
  std::vector<std::vector<float>> values_;     // One for each layer: capacity x outputs.
  std::vector<std::vector<float>> gradients_;  // Likewise; made on the first backward pass.
  Scratch scratch_;
};

/// A chain of layers. The description is constant; parameters and activations are the caller's.
class Network {
 public:
  /// A multilayer perceptron: `hidden_layers` dense layers of `width` with an activation each, and a
  /// linear output layer.
  static Network mlp(int inputs, int width, int hidden_layers, int outputs, Activation activation);

  int inputs() const { return layers_.front()->inputs(); }
  int outputs() const { return layers_.back()->outputs(); }
  int hidden_layers() const { return static_cast<int>(hidden_.size()); }
  int hidden_width(int layer) const { return layers_[hidden_[layer]]->outputs(); }
  std::size_t parameter_count() const { return parameter_count_; }

  /// New parameters, `parameter_count()` floats, set by every layer's initialiser.
  std::vector<float> initialise(double gain, std::uint64_t seed) const;

  /// Sends `points` inputs (points x inputs(), row-major) through; the caller keeps them alive until the
  /// backward pass is done. Returns the outputs, points x outputs().
  const float* forward(const std::vector<float>& parameters, const float* inputs, int points,
                       Pass& pass) const;

  /// Back-propagates the gradient of the loss by the outputs of the forward pass just made.
  /// With `gradient` null it takes an SGD step of size `rate` on the parameters, layer by layer; else it
  /// writes the gradient (`parameter_count()` floats) there and leaves the parameters alone.
  void backward(std::vector<float>& parameters, const float* grad_outputs, float rate, float* gradient,
                Pass& pass) const;

  /// Activations of a hidden layer (counted from 0) after its nonlinearity: points x hidden_width(layer).
  const float* hidden(const Pass& pass, int layer) const {
    return pass.values_[hidden_[layer]].data();
  }

 private:
  friend class Pass;
  void add(std::unique_ptr<Layer> layer);

  std::vector<std::unique_ptr<Layer>> layers_;
  std::vector<std::size_t> offsets_;  // Where each layer's parameters begin.
  std::vector<int> hidden_;           // Which layers' outputs are the hidden layers.
  std::size_t parameter_count_ = 0;
};

}  // namespace reprise
