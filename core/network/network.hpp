#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "network/layer.hpp"

namespace reprise {

class Network;

/// What a pass is for, which decides what it keeps.
enum class PassKind {
  kTraining,    ///< Forward and backward: every layer's output, and the gradients under way.
  kEvaluation,  ///< Forward only: the outputs of the hidden layers and of the last.
};

/// How a pass lays out what it keeps; numbers of floats. A `Pass` holds this and next to nothing
/// else, so that a limit of memory can be asked about before anything is allocated.
struct PassLayout {
  std::vector<int> output_of;            ///< Which buffer each node writes its output to.
  std::vector<std::uint64_t> outputs;    ///< Size of each of these buffers.
  std::vector<int> gradient_of;          ///< Likewise for the gradient by each node's output.
  std::vector<std::uint64_t> gradients;  ///< None in an evaluation.
  std::vector<std::uint64_t> memories;   ///< Each node's memory; one for all in an evaluation.
  ScratchSize scratch;

  std::uint64_t bytes() const;
};

/// The activations and gradients of one batch on its way through a network.
class Pass {
 public:
  /// Room for `capacity` points, all of it allocated here.
  Pass(const Network& network, int capacity, PassKind kind = PassKind::kTraining);

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
  std::vector<int> output_of_, gradient_of_;  // Which buffer belongs to a node.
  std::vector<std::vector<float>> outputs_,
      gradients_;                             // Capacity x the most outputs of its nodes.
  std::vector<std::vector<float>> memories_;  // Capacity x a layer's memory_size().
  Scratch scratch_;

  const float* output(std::size_t node) const {
    return outputs_[static_cast<std::size_t>(output_of_[node])].data();
  }
  float* output(std::size_t node) {
    return outputs_[static_cast<std::size_t>(output_of_[node])].data();
  }
  float* gradient(std::size_t node) {
    return gradients_[static_cast<std::size_t>(gradient_of_[node])].data();
  }
  float* memory(std::size_t node) { return memories_[memories_.size() == 1 ? 0 : node].data(); }
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
  std::uint64_t parameter_count() const { return parameter_count_; }

  /// How a `Pass` for `capacity` points is laid out.
  PassLayout layout(int capacity, PassKind kind) const;

  /// New parameters, `parameter_count()` floats, set by every layer's initialiser. The same seed
  /// draws the same numbers whatever the gains, which only scale them.
  std::vector<float> initialise(const Gains& gains, std::uint64_t seed) const;

  /// Sends `points` inputs (points x inputs(), row-major) through; the caller keeps them alive
  /// until the backward pass is done. Returns the outputs, points x outputs().
  const float* forward(const std::vector<float>& parameters, const float* inputs, int points,
                       Pass& pass) const;

  /// The same in parts, so that a caller can stop in between: `begin`, then `forward_part` for
  /// every part from 0 to `parts() - 1`.
  void begin(const float* inputs, int points, Pass& pass) const;
  int parts() const { return static_cast<int>(nodes_.size()); }
  void forward_part(int part, const std::vector<float>& parameters, Pass& pass) const;
  /// What the last part gave.
  const float* outputs(const Pass& pass) const { return pass.output(nodes_.size() - 1); }

  /// Multiplications of a forward pass for each point, about.
  std::uint64_t work() const;

  /// Back-propagates the gradient of the loss by the outputs of the forward pass just made.
  /// With `gradient` null it takes an SGD step of size `rate` on the parameters, layer by layer;
  /// else it writes the gradient (`parameter_count()` floats) there and leaves the parameters
  /// alone. The pass is one for training.
  void backward(std::vector<float>& parameters, const float* grad_outputs, float rate,
                float* gradient, Pass& pass) const;

  /// The same in parts, from `parts() - 1` down to 0.
  void backward_part(int part, std::vector<float>& parameters, const float* grad_outputs,
                     float rate, float* gradient, Pass& pass) const;

  /// How many parameters a part has.
  std::uint64_t part_parameters(int part) const;
  /// The same part of a backward pass that leaves the parameters alone and writes the gradient by the
  /// part's own, `part_parameters(part)` floats.
  void part_gradient(int part, const std::vector<float>& parameters, const float* grad_outputs,
                     float* gradient, Pass& pass) const;

  /// Numbers that a part gives for each point.
  int width(int part) const { return nodes_[part].width; }
  /// What a part of the forward pass just made gave; of an evaluation only where it is a hidden layer's
  /// or the last.
  const float* output(const Pass& pass, int part) const {
    return pass.output(static_cast<std::size_t>(part));
  }
  /// The gradient by that, right after the backward turn of the part behind it: later turns write
  /// theirs in its place. By what the last part gave it is the caller's.
  const float* gradient(Pass& pass, int part) const {
    return pass.gradient(static_cast<std::size_t>(part));
  }

  /// Adds the gradient of the penalties l1 sum |w| + l2 / 2 sum w^2 over all weights w (biases and the
  /// scales of layer norms are none) to `gradient`. Where w is 0, that of |w| counts as 0.
  void add_penalty_gradient(float l1, float l2, const std::vector<float>& parameters,
                            float* gradient) const;

  /// Activations of a hidden layer (counted from 0) after its nonlinearity: points x
  /// hidden_width(layer).
  const float* hidden(const Pass& pass, int layer) const {
    return pass.output(static_cast<std::size_t>(hidden_[layer]));
  }

 private:
  std::vector<int> assign_outputs(PassKind kind) const;
  std::vector<int> assign_gradients() const;
  void backward_node(std::size_t node, ParameterSlot slot, const float* grad_outputs,
                     Pass& pass) const;

  // A layer, or (with `layer` empty) the sum of the node before and the node `skip_from`.
  struct Node {
    std::unique_ptr<Layer> layer;
    int skip_from = -1;
    int width = 0;
    std::uint64_t parameters_at = 0;
  };

  int inputs_;
  std::vector<Node> nodes_;
  std::vector<int> hidden_;  // Which nodes' outputs are the hidden layers.
  std::uint64_t parameter_count_ = 0;
};

}  // namespace reprise
