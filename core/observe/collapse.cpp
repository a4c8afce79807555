#include "observe/collapse.hpp"

namespace reprise {
namespace {

// Sum of squared distances from their mean, of `side` points that begin at number `first`, `step`
// apart. The mean squared distance of all their pairs is proportional to it.
double spread(const FloatMatrixRef& values, int side, Eigen::Index first, Eigen::Index step) {
  const Eigen::Map<const FloatMatrix, 0, Eigen::OuterStride<>> line(
      values.row(first).data(), side, values.cols(), Eigen::OuterStride<>(step * values.cols()));
  double total = 0;
  for (Eigen::Index unit = 0; unit < line.cols(); ++unit) {
    const auto activations = line.col(unit).cast<double>();
    total += (activations.array() - activations.mean()).square().sum();
  }
  return total;
}

}  // namespace

std::optional<double> collapse_index(const FloatMatrixRef& values, int side) {
  double relevant = 0, irrelevant = 0;
  for (int context = 0; context < 2; ++context) {
    const int from = context * side * side;
    double along_x = 0, along_y = 0;
    for (int line = 0; line < side; ++line) {
      along_x += spread(values, side, from + line * side, 1);
      along_y += spread(values, side, from + line, side);
    }
    relevant += context == 0 ? along_x : along_y;
    irrelevant += context == 0 ? along_y : along_x;
  }
  if (relevant == 0) return std::nullopt;
  return irrelevant / relevant;
}

}  // namespace reprise
