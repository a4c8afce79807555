#pragma once

#include <cstdint>
#include <memory>
#include <vector>

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

  /// Makes this a training pass, in which dropout drops numbers drawn from `random` (the caller's,
  /// which stays).
  void train_with(RandomStream* random) { scratch_.random = random; }

 private:
  friend class Network;
  int capacity_;
  int points_ = 0;
  const float* inputs_ = nullptr;
  std::vector<std::vector<float>> values_;     // One for each layer: capacity x outputs.
  std::vector<std::vector<float>> memories_;   // Likewise: capacity x the layer's memory_size().
  std::vector<std::vector<float>> gradients_;  // Like values_; made on the first backward pass.
  Scratch scratch_;
};

/// Factors on the initial weights. A number alone is that of every layer.
struct Gains {
  Gains(double every_layer)
      : encoder(every_layer), decoder(every_layer) {}  // NOLINT: a number is
                                                       // meant to do.
  /// One for the layers up to hidden layer `encoder_end` and another for those after it.
  Gains(double encoder_gain, double decoder_gain, int encoder_end_layer)
      : encoder(encoder_gain), decoder(decoder_gain), encoder_end(encoder_end_layer) {}

  double encoder;
  double decoder;
  int encoder_end = 0;
};

/// Layers one after another, some with a skip connection that adds an earlier layer's output. The
/// description is constant; parameters and activations are the caller's.
class Network {
 public:
  /// An empty network for points of `inputs` numbers. See architectures.hpp for whole ones.
  explicit Network(int inputs) : inputs_(inputs) {}

  /// Appends a layer, which takes `outputs_so_far()` inputs.
  void add(std::unique_ptr<Layer> layer);
  /// Adds the output of layer number `from` (as returned by `last_layer()`, of equal width) to the
  /// last layer's.
  void add_skip(int from);
  /// Declares the output of the last layer to be the next hidden layer.
  void mark_hidden() { hidden_.push_back(last_layer()); }
  int last_layer() const { return static_cast<int>(nodes_.size()) - 1; }
  int outputs_so_far() const { return nodes_.empty() ? inputs_ : nodes_.back().width; }

  int inputs() const { return inputs_; }
  int outputs() const { return outputs_so_far(); }
  int hidden_layers() const { return static_cast<int>(hidden_.size()); }
  int hidden_width(int layer) const { return nodes_[hidden_[layer]].width; }
  std::size_t parameter_count() const { return parameter_count_; }

  /// New parameters, `parameter_count()` floats, set by every layer's initialiser. The same seed
  /// draws the same numbers whatever the gains, which only scale them.
  std::vector<float> initialise(const Gains& gains, std::uint64_t seed) const;

  /// Sends `points` inputs (points x inputs(), row-major) through; the caller keeps them alive
  /// until the backward pass is done. Returns the outputs, points x outputs().
  const float* forward(const std::vector<float>& parameters, const float* inputs, int points,
                       Pass& pass) const;

  /// Back-propagates the gradient of the loss by the outputs of the forward pass just made.
  /// With `gradient` null it takes an SGD step of size `rate` on the parameters, layer by layer;
  /// else it writes the gradient (`parameter_count()` floats) there and leaves the parameters
  /// alone.
  void backward(std::vector<float>& parameters, const float* grad_outputs, float rate,
                float* gradient, Pass& pass) const;

  /// Activations of a hidden layer (counted from 0) after its nonlinearity: points x
  /// hidden_width(layer).
  const float* hidden(const Pass& pass, int layer) const {
    return pass.values_[hidden_[layer]].data();
  }

 private:
  friend class Pass;
  // A layer, or (with `layer` empty) the sum of the node before and the node `skip_from`.
  struct Node {
    std::unique_ptr<Layer> layer;
    int skip_from = -1;
    int width = 0;
    std::size_t parameters_at = 0;
  };

  int inputs_;
  std::vector<Node> nodes_;
  std::vector<int> hidden_;  // Which nodes' outputs are the hidden layers.
  std::size_t parameter_count_ = 0;
};

}  // namespace reprise
