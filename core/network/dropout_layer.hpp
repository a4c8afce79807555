#pragma once

#include "network/layer.hpp"

namespace reprise {

/// Sets each number to zero with probability `rate` while training, and divides the others by 1 -
/// rate, so that the mean stays. While only looking (a pass without a random stream) it changes
/// nothing.
class DropoutLayer final : public Layer {
 public:
  DropoutLayer(int width, double rate)
      : Layer(width, width), rate_(rate), kept_(static_cast<float>(1.0 / (1.0 - rate))) {}

  std::uint64_t memory_size() const override { return static_cast<std::uint64_t>(outputs()); }
  void forward(int points, const float* parameters, const float* in, float* out,
               Scratch& scratch) const override;
  void backward(int points, ParameterSlot parameters, const float* in, const float* out,
                const float* grad_out, float* grad_in, Scratch& scratch) const override;

 private:
  double rate_;
  float kept_;
};

}  // namespace reprise
