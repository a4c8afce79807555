#pragma once

#include "network/layer.hpp"

namespace reprise {

/// A fully connected layer, out = W in + b. Parameters: W (outputs x inputs, row-major), then b.
class DenseLayer final : public Layer {
 public:
  DenseLayer(int inputs, int outputs) : Layer(inputs, outputs) {}

  std::uint64_t parameter_count() const override;
  std::uint64_t weight_count() const override;
  ScratchSize scratch_size(int points, bool training) const override;
  /// Weights Xavier-normal with standard deviation gain * sqrt(2 / (inputs + outputs)), biases
  /// zero.
  void initialise(float* parameters, double gain, RandomStream& random) const override;
  void forward(int points, const float* parameters, const float* in, float* out,
               Scratch& scratch) const override;
  void backward(int points, ParameterSlot parameters, const float* in, const float* out,
                const float* grad_out, float* grad_in, Scratch& scratch) const override;
};

}  // namespace reprise
