#pragma once

#include <cstddef>
#include <vector>

#include "numerics/gemm.hpp"
#include "numerics/random.hpp"

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
  for (std::size_t i = 0; i < count; ++i) parameters.values[i] -= parameters.rate * gradient[i];
}

/// What a layer may use during a pass besides its operands.
struct Scratch {
  GemmWorkspace gemm;            ///< Reused from call to call.
  std::vector<float> buffer[3];  ///< Likewise, for whatever a layer needs within one call.
  float* memory = nullptr;  ///< This layer's own, `memory_size()` floats a point, kept from forward
                            ///< to backward.
  RandomStream* random = nullptr;  ///< Present while training, absent while only looking.

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
  virtual std::size_t parameter_count() const { return 0; }
  /// Floats for each point that backward needs from forward, besides the operands.
  virtual std::size_t memory_size() const { return 0; }

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
