#include "training/loss.hpp"

#include <cstddef>

namespace reprise {

double batch_loss(Loss loss, int points, int dimension, const float* outputs, const float* targets,
                  float* gradient) {
  const std::size_t count = static_cast<std::size_t>(points) * static_cast<std::size_t>(dimension);
  const double weight = (loss == Loss::kHalfMse ? 0.5 : 1.0) / static_cast<double>(count);
  const float slope = static_cast<float>(2.0 * weight);
  double total = 0.0;
  for (std::size_t i = 0; i < count; ++i) {
    const float difference = outputs[i] - targets[i];
    total += static_cast<double>(difference) * static_cast<double>(difference);
    if (gradient != nullptr) gradient[i] = slope * difference;
  }
  return weight * total;
}

}  // namespace reprise
