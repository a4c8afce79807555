#include "network/dropout_layer.hpp"

#include <algorithm>

namespace reprise {

void DropoutLayer::forward(int points, const float*, const float* in, float* out,
                           Scratch& scratch) const {
  const std::size_t count = static_cast<std::size_t>(points) * static_cast<std::size_t>(outputs());
  for (std::size_t i = 0; i < count; ++i) {
    const bool kept = scratch.random == nullptr || scratch.random->uniform() >= rate_;
    scratch.memory[i] = scratch.random == nullptr ? 1.0f : (kept ? kept_ : 0.0f);
    out[i] = in[i] * scratch.memory[i];
  }
}

void DropoutLayer::backward(int points, ParameterSlot, const float*, const float*,
                            const float* grad_out, float* grad_in, Scratch& scratch) const {
  if (grad_in == nullptr) return;
  const std::size_t count = static_cast<std::size_t>(points) * static_cast<std::size_t>(outputs());
  for (std::size_t i = 0; i < count; ++i) grad_in[i] = grad_out[i] * scratch.memory[i];
}

}  // namespace reprise
