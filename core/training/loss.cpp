#include "training/loss.hpp"

#include <algorithm>
#include <cstddef>

#include "numerics/exponential.hpp"

namespace reprise {

namespace {

// The softmax of each point's outputs, shifted by the largest so that nothing overflows.
double cross_entropy(int points, int dimension, const float* outputs, const float* targets,
                     float* gradient) {
  double total = 0.0;
  for (int point = 0; point < points; ++point, outputs += dimension, targets += dimension) {
    const double largest = static_cast<double>(*std::max_element(outputs, outputs + dimension));
    const auto weight = [&](int i) {
      return exponential(static_cast<double>(outputs[i]) - largest);
    };
    double sum = 0.0;
    for (int i = 0; i < dimension; ++i) sum += weight(i);
    total += logarithm(sum);
    for (int i = 0; i < dimension; ++i) {
      const double target = static_cast<double>(targets[i]);
      total -= target * (static_cast<double>(outputs[i]) - largest);
      if (gradient != nullptr) *gradient++ = static_cast<float>((weight(i) / sum - target) / points);
    }
  }
  return total / points;
}

}  // namespace

double batch_loss(Loss loss, int points, int dimension, const float* outputs, const float* targets,
                  float* gradient) {
  if (loss == Loss::kCrossEntropy)
    return cross_entropy(points, dimension, outputs, targets, gradient);
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
