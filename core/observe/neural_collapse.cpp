#include "observe/neural_collapse.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace reprise {
namespace {

using Eigen::Index;

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

// The mean over all pairs of rows of |cos + 1 / (rows - 1)|.
double angles_beside_simplex(const Matrix& means) {
  const Index classes = means.rows();
  double sum = 0;
  for (Index i = 0; i < classes; ++i) {
    for (Index j = 0; j < i; ++j) {
      // 0 / 0 where a mean has no direction.
      const double cosine =
          means.row(i).dot(means.row(j)) / (means.row(i).norm() * means.row(j).norm());
      sum += std::fabs(cosine + 1.0 / static_cast<double>(classes - 1));
    }
  }
  return sum / static_cast<double>(classes * (classes - 1) / 2);
}

}  // namespace

NeuralCollapse neural_collapse(const FloatMatrixRef& values, const std::vector<int>& labels,
                               int classes, const FloatMatrixRef& weights) {
  Matrix means = Matrix::Zero(classes, values.cols());
  Vector counts = Vector::Zero(classes);
  for (Index point = 0; point < values.rows(); ++point) {
    const int label = labels[static_cast<std::size_t>(point)];
    means.row(label) += values.row(point).cast<double>();
    counts[label] += 1;
  }
  if (counts.minCoeff() < 1) return {kUndefined, kUndefined, kUndefined};
  for (Index label = 0; label < classes; ++label) means.row(label) /= counts[label];
  double within = 0;
  for (Index point = 0; point < values.rows(); ++point) {
    const int label = labels[static_cast<std::size_t>(point)];
    within += (values.row(point).cast<double>() - means.row(label)).squaredNorm();
  }
  within /= static_cast<double>(values.rows());
  means.rowwise() -= means.colwise().mean().eval();
  const double between = means.squaredNorm() / static_cast<double>(classes);
  NeuralCollapse found;
  found.spread = between > 0 ? within / between : kUndefined;
  found.angles = angles_beside_simplex(means);
  const Matrix last = weights.cast<double>();
  const double lengths = means.norm() * last.norm();
  found.agreement =
      last.rows() == classes && lengths > 0 ? means.cwiseProduct(last).sum() / lengths : kUndefined;
  return found;
}

std::vector<int> nearest_points(const FloatMatrixRef& values, int count) {
  if (count == 0) return {};
  const Index points = values.rows();
  // From all inner products, unit by unit: several times as quick as pair by pair.
  Matrix distances = Matrix::Zero(points, points);
  Vector unit;
  for (Index k = 0; k < values.cols(); ++k) {
    unit = values.col(k).cast<double>();
    distances.selfadjointView<Eigen::Lower>().rankUpdate(unit);
  }
  unit = distances.diagonal();
  for (Index i = 0; i < points; ++i) {
    for (Index j = 0; j < i; ++j) {
      distances(i, j) = distances(j, i) = unit[i] + unit[j] - 2 * distances(i, j);
    }
  }
  std::vector<int> nearest, order(static_cast<std::size_t>(points));
  for (Index i = 0; i < points; ++i) {
    std::iota(order.begin(), order.end(), 0);
    order.erase(order.begin() + i);
    std::partial_sort(order.begin(), order.begin() + count, order.end(), [&](int a, int b) {
      return distances(i, a) < distances(i, b) || (distances(i, a) == distances(i, b) && a < b);
    });
    nearest.insert(nearest.end(), order.begin(), order.begin() + count);
    order.resize(static_cast<std::size_t>(points));
  }
  return nearest;
}

}  // namespace reprise
