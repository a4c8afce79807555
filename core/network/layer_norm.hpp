#pragma once

#include "network/layer.hpp"

namespace reprise {

/// Shifts and scales the numbers of a point to mean 0 and variance 1, then by a learnt scale and
/// shift for each: out = scale (in - mean) / sqrt(variance + 1e-5) + shift (Ba, Kiros and Hinton,
/// "Layer Normalization"). Parameters: scales (initially 1), then shifts (initially 0).
class LayerNormLayer final : public Layer {
 public:
  explicit LayerNormLayer(int width) : Layer(width, width) {}

  std::uint64_t parameter_count() const override {
    return 2 * static_cast<std::uint64_t>(outputs());
  }
  std::uint64_t memory_size() const override {
    return 2;
  }  // Mean, and one over the standard deviation.
  ScratchSize scratch_size(int /*points*/, bool training) const override {
    ScratchSize size;
    if (training) size.buffer[0] = parameter_count();
    return size;
  }
  void initialise(float* parameters, double gain, RandomStream& random) const override;
  void forward(int points, const float* parameters, const float* in, float* out,
               Scratch& scratch) const override;
  void backward(int points, ParameterSlot parameters, const float* in, const float* out,
                const float* grad_out, float* grad_in, Scratch& scratch) const override;
};

}  // namespace reprise
