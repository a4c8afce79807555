#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "numerics/gemm.hpp"
#include "numerics/random.hpp"
#include "numerics/vector_width.hpp"

namespace reprise {

/// A layer's parameters during a backward pass, and what becomes of their gradient.
struct ParameterSlot {
  float* values = nullptr;
  /// Where to write the gradient. If null, the layer takes the SGD step `values -= rate * gradient`
  /// itself, in the same pass over its weights; for small batches that halves the time of a
  /// training step.
  float* gradient = nullptr;
  float rate = 0.0f;
};

/// The SGD step of a layer that had to gather its gradient (`count` floats) first.
inline void take_step(ParameterSlot parameters, const float* gradient, std::size_t count) {
  kernels().combine(count, 1.0f, -parameters.rate, 0.0f, gradient, parameters.values);
}

/// How much of a `Scratch` a layer uses, in floats, without its memory.
struct ScratchSize {
  GemmSize gemm;
  std::array<std::uint64_t, 3> buffer{};

  /// Grows to what both need.
  void cover(const ScratchSize& other) {
    gemm.cover(other.gemm);
    for (std::size_t i = 0; i < buffer.size(); ++i)
      buffer[i] = std::max(buffer[i], other.buffer[i]);
  }
  std::uint64_t floats() const {
    return gemm.left + gemm.right + buffer[0] + buffer[1] + buffer[2];
  }
};

/// What a layer may use during a pass besides its operands.
struct Scratch {
  GemmWorkspace gemm;                        ///< Reused from call to call.
  std::array<std::vector<float>, 3> buffer;  ///< Likewise, for whatever a layer needs in one call.
  float* memory = nullptr;  ///< This layer's own, `memory_size()` floats a point, kept from forward
                            ///< to backward.
  RandomStream* random = nullptr;  ///< Present while training, absent while only looking.

  /// Makes room, so that layers that use no more than this allocate nothing.
  void reserve(const ScratchSize& size) {
    gemm.reserve(size.gemm);
    for (std::size_t i = 0; i < buffer.size(); ++i) {
      grown(static_cast<int>(i), static_cast<std::size_t>(size.buffer[i]));
    }
  }

  /// The first `size` floats of a buffer, grown as needed.
  float* grown(int which, std::size_t size) {
    if (buffer[which].size() < size) buffer[which].resize(size);
    return buffer[which].data();
  }
};

/// One differentiable step of a network, from `inputs()` to `outputs()` numbers for each point.
///
/// A layer holds its shape and nothing else. Activations are row-major, points x width.
class Layer {
 public:
  Layer(int inputs, int outputs) : inputs_(inputs), outputs_(outputs) {}
  virtual ~Layer() = default;

  int inputs() const { return inputs_; }
  int outputs() const { return outputs_; }
  /// The counts are of 64 bits: they are what a network too large is refused by, in a page too.
  virtual std::uint64_t parameter_count() const { return 0; }
  /// How many of the parameters, the first ones, are weights: those that penalties are on. Biases and
  /// the scales of a layer norm are none.
  virtual std::uint64_t weight_count() const { return 0; }
  /// Floats for each point that backward needs from forward, besides the operands.
  virtual std::uint64_t memory_size() const { return 0; }
  /// What a forward pass of at most `points` points uses of its scratch; while training, what the
  /// backward pass uses too.
  virtual ScratchSize scratch_size(int /*points*/, bool /*training*/) const { return {}; }

  /// Multiplications of a forward pass for each point, about; a backward pass takes twice as many.
  virtual std::uint64_t work() const { return parameter_count(); }

  /// Sets the parameters (`parameter_count()` floats) to their initial values.
  virtual void initialise(float* /*parameters*/, double /*gain*/, RandomStream& /*random*/) const {}

  /// Computes `out` (points x outputs) from `in` (points x inputs).
  virtual void forward(int points, const float* parameters, const float* in, float* out,
                       Scratch& scratch) const = 0;

  /// Given the gradient of the loss by `out`, computes the gradient by `in` (unless `grad_in` is
  /// null) and by the parameters. `in` and `out` are those of the forward pass just made. The
  /// gradient by `in` uses the parameters as they were before any step.
  virtual void backward(int points, ParameterSlot parameters, const float* in, const float* out,
                        const float* grad_out, float* grad_in, Scratch& scratch) const = 0;

 private:
  int inputs_;
  int outputs_;
};

}  // namespace reprise
