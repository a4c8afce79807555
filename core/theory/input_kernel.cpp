#include "theory/input_kernel.hpp"

#include <algorithm>
#include <cmath>

namespace reprise {
namespace {

using Eigen::Index;

constexpr double kPi = 3.141592653589793;

// Sum of the squared distances of all pairs, up to a factor.
double spread(const Matrix& gram) {
  return gram.trace() - gram.sum() / static_cast<double>(gram.rows());
}

}  // namespace

// By the tangent of half the angle, or of half the rest to pi: at most 1. Its arc is halved three
// times, after which the series needs few terms.
double arc_cosine(double cosine) {
  const double c = std::fabs(cosine);
  double tangent = std::sqrt((1.0 - c) / (1.0 + c));
  for (int halving = 0; halving < 3; ++halving) tangent /= 1.0 + std::sqrt(1.0 + tangent * tangent);
  const double square = tangent * tangent;
  double series = 0.0;
  for (int n = 19; n > 0; n -= 2) series = 1.0 / n - square * series;
  const double angle = 16.0 * tangent * series;
  return cosine < 0.0 ? kPi - angle : angle;
}

Matrix arc_cosine_kernel(const Matrix& gram, int depth, double slope) {
  const double bent = (1.0 - slope) * (1.0 - slope), scale = 2.0 / (1.0 + slope * slope);
  Matrix kernel = gram;
  for (int layer = 0; layer < depth; ++layer) {
    for (Index i = 0; i < gram.rows(); ++i) {
      // Lengths stay, so those of the inputs serve in every layer.
      for (Index j = 0; j < i; ++j) {
        const double lengths = std::sqrt(gram(i, i) * gram(j, j));
        if (!(lengths > 0.0)) continue;
        const double c = std::clamp(kernel(i, j) / lengths, -1.0, 1.0);
        const double angle = arc_cosine(c);
        const double above = (std::sqrt(1.0 - c * c) + (kPi - angle) * c) / (2.0 * kPi);
        kernel(i, j) = kernel(j, i) = scale * lengths * (slope * c + bent * above);
      }
    }
  }
  return kernel;
}

Matrix scaled_to(const Matrix& gram, const Matrix& kernel) {
  const double own = spread(kernel);
  return own > 0.0 ? Matrix(spread(gram) / own * kernel) : kernel;
}

}  // namespace reprise
