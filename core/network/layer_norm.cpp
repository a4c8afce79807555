#include "network/layer_norm.hpp"

#include <algorithm>
#include <cmath>

namespace reprise {

void LayerNormLayer::initialise(float* parameters, double, RandomStream&) const {
  std::fill_n(parameters, outputs(), 1.0f);
  std::fill_n(parameters + outputs(), outputs(), 0.0f);
}

void LayerNormLayer::forward(int points, const float* parameters, const float* in, float* out,
                             Scratch& scratch) const {
  const int width = outputs();
  const float* scale = parameters;
  const float* shift = parameters + width;
  for (int point = 0; point < points; ++point, in += width, out += width) {
    float sum = 0.0f, square = 0.0f;
    for (int i = 0; i < width; ++i) sum += in[i];
    const float mean = sum / static_cast<float>(width);
    for (int i = 0; i < width; ++i) square += (in[i] - mean) * (in[i] - mean);
    const float sharpness = 1.0f / std::sqrt(square / static_cast<float>(width) + 1e-5f);
    for (int i = 0; i < width; ++i) out[i] = scale[i] * ((in[i] - mean) * sharpness) + shift[i];
    scratch.memory[2 * point] = mean;
    scratch.memory[2 * point + 1] = sharpness;
  }
}

void LayerNormLayer::backward(int points, ParameterSlot parameters, const float* in, const float*,
                              const float* grad_out, float* grad_in, Scratch& scratch) const {
  const int width = outputs();
  const float* scale = parameters.values;
  float* gradient =
      parameters.gradient == nullptr ? scratch.grown(0, parameter_count()) : parameters.gradient;
  std::fill_n(gradient, parameter_count(), 0.0f);
  for (int point = 0; point < points; ++point) {
    const float* x = in + static_cast<std::ptrdiff_t>(point) * width;
    const float* slope = grad_out + static_cast<std::ptrdiff_t>(point) * width;
    const float mean = scratch.memory[2 * point], sharpness = scratch.memory[2 * point + 1];
    // With n the normalised numbers and g their gradient, the gradient by the input is
    // sharpness (g - mean(g) - n mean(g n)): what is left of g once shifts and stretches are taken
    // out.
    float sum = 0.0f, along = 0.0f;
    for (int i = 0; i < width; ++i) {
      const float n = (x[i] - mean) * sharpness, g = slope[i] * scale[i];
      sum += g;
      along += g * n;
      gradient[i] += slope[i] * n;
      gradient[width + i] += slope[i];
    }
    if (grad_in == nullptr) continue;
    const float mean_gradient = sum / static_cast<float>(width),
                mean_along = along / static_cast<float>(width);
    float* to = grad_in + static_cast<std::ptrdiff_t>(point) * width;
    for (int i = 0; i < width; ++i) {
      const float n = (x[i] - mean) * sharpness;
      to[i] = sharpness * (slope[i] * scale[i] - mean_gradient - n * mean_along);
    }
  }
  if (parameters.gradient == nullptr) take_step(parameters, gradient, parameter_count());
}

}  // namespace reprise
