#pragma once

#include "network/activation.hpp"
#include "network/layer.hpp"

namespace reprise {

/// Applies a nonlinearity to every number.
class ActivationLayer final : public Layer {
 public:
  ActivationLayer(int width, Activation activation)
      : Layer(width, width), activation_(activation) {}

  void forward(int points, const float* parameters, const float* in, float* out,
               Scratch& scratch) const override;
  void backward(int points, ParameterSlot parameters, const float* in, const float* out,
                const float* grad_out, float* grad_in, Scratch& scratch) const override;

 private:
  Activation activation_;
};

}  // namespace reprise
