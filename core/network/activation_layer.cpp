#include "network/activation_layer.hpp"

#include "numerics/vector_width.hpp"

namespace reprise {

void ActivationLayer::forward(int points, const float*, const float* in, float* out,
                              Scratch&) const {
  const std::size_t count = static_cast<std::size_t>(points) * static_cast<std::size_t>(outputs());
  kernels().activation_forward(activation_, count, in, out);
}

void ActivationLayer::backward(int points, ParameterSlot, const float* in, const float* out,
                               const float* grad_out, float* grad_in, Scratch&) const {
  if (grad_in == nullptr) return;
  const std::size_t count = static_cast<std::size_t>(points) * static_cast<std::size_t>(outputs());
  kernels().activation_backward(activation_, count, in, out, grad_out, grad_in);
}

}  // namespace reprise
