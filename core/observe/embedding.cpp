#include "observe/embedding.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

#include "numerics/eigensystem.hpp"

namespace reprise {
namespace {

using Eigen::Index;

// The sides of a matrix whose eigenvectors are found in reasonable time, and how many activations
// fit beside the rest into the memory of a page.
constexpr Index kLargestMatrix = 3000;
constexpr Index kMostValues = 20'000'000;
// From here on a correlation is taken to be more than a chance.
constexpr double kClearCorrelation = 0.25;

std::optional<Error> check_counts(Index points, int dimensions) {
  if (points < 2 || points > 20000) {
    return Error{"points", std::to_string(points), "an integer from 2 to 20000"};
  }
  if (dimensions < 1 || dimensions > 10) {
    return Error{"dimensions", std::to_string(dimensions), "an integer from 1 to 10"};
  }
  return std::nullopt;
}

// The sign of an eigenvector is arbitrary; this choice makes pictures repeatable.
void fix_signs(Embedding& embedding) {
  for (auto axis : embedding.coordinates.colwise()) {
    Index largest = 0;
    axis.cwiseAbs().maxCoeff(&largest);
    if (axis[largest] < 0) axis = -axis;
  }
}

// An embedding without coordinates yet.
Embedding start(Index points, int dimensions, const Vector& eigenvalues) {
  Embedding embedding;
  embedding.coordinates = Matrix::Zero(points, dimensions);
  double total = 0.0;
  for (const double value : eigenvalues) total += std::max(value, 0.0);
  for (int axis = 0; axis < dimensions; ++axis) {
    const double value = axis < eigenvalues.size() ? std::max(eigenvalues[axis], 0.0) : 0.0;
    embedding.shares.push_back(total > 0 ? value / total : 0.0);
  }
  return embedding;
}

// Coordinates that are eigenvectors of the matrix of all points' inner products, drawn out to the
// lengths that their eigenvalues say.
Embedding from_products(const Eigen::MatrixXd& products, int dimensions) {
  const Index points = products.rows(), axes = std::min<Index>(dimensions, points);
  const Eigensystem system = largest_eigenvectors(products, axes);
  Embedding embedding = start(points, dimensions, system.values);
  for (Index axis = 0; axis < axes; ++axis) {
    embedding.coordinates.col(axis) =
        std::sqrt(std::max(system.values[axis], 0.0)) * system.vectors.col(axis);
  }
  fix_signs(embedding);
  return embedding;
}

// 1 or -1: whether an axis rises or falls with the first of the references that it clearly goes
// with; 0 if with none.
double common_sign(const Vector& axis, const FloatMatrixMap& references) {
  for (const auto& column : references.colwise()) {
    const Vector reference = column.cast<double>();
    const Vector difference = reference.array() - reference.mean();
    const double spread = difference.squaredNorm();
    // The same for all points, up to rounding.
    if (spread < 1e-12 * reference.squaredNorm()) continue;
    const double product = difference.dot(axis);
    if (std::fabs(product) > kClearCorrelation * std::sqrt(axis.squaredNorm() * spread)) {
      return product > 0 ? 1.0 : -1.0;
    }
  }
  return 0.0;
}

Error no_distances() {
  return {"squared_distances", "not a matrix of squared distances",
          "a symmetric matrix of finite numbers of at least 0, with zeros on its diagonal"};
}

}  // namespace

Result<Embedding> principal_components(const FloatMatrixRef& values, int dimensions) {
  const Index points = values.rows(), width = values.cols();
  if (auto error = check_counts(points, dimensions)) return *error;
  if (std::min(points, width) > kLargestMatrix || points * width > kMostValues) {
    return Error{"width", std::to_string(width),
                 "a width with which " + std::to_string(points) + " points have at most " +
                     std::to_string(kMostValues) +
                     " activations, or the smaller of the two at most " +
                     std::to_string(kLargestMatrix)};
  }
  if (!values.allFinite()) return Error{"values", "not finite", "finite activations"};
  // The matrices of the points' and of the units' inner products have the same eigenvalues.
  const bool by_points = width > points;
  Matrix data = values.cast<double>();
  data.rowwise() -= data.colwise().mean().eval();
  const Index n = std::min(points, width);
  Eigen::MatrixXd products = Eigen::MatrixXd::Zero(n, n);
  Vector summand;
  for (Index k = 0; k < std::max(points, width); ++k) {
    if (by_points) {
      summand = data.col(k);
    } else {
      summand = data.row(k);
    }
    products.selfadjointView<Eigen::Lower>().rankUpdate(summand);
  }
  if (by_points) return from_products(products, dimensions);
  // Here the vectors are the directions.
  const Index axes = std::min<Index>(dimensions, width);
  const Eigensystem system = largest_eigenvectors(products, axes);
  Embedding embedding = start(points, dimensions, system.values);
  embedding.coordinates.leftCols(axes) = data.lazyProduct(system.vectors);
  fix_signs(embedding);
  return embedding;
}

void orient(Embedding& embedding, std::initializer_list<FloatMatrixMap> references) {
  for (auto axis : embedding.coordinates.colwise()) {
    for (const FloatMatrixMap& given : references) {
      const double sign = common_sign(axis, given);
      if (sign < 0) axis = -axis;
      if (sign != 0) break;
    }
  }
}

void follow(Embedding& embedding, const Embedding& before) {
  for (Index axis = 0; axis < embedding.coordinates.cols(); ++axis) {
    auto now = embedding.coordinates.col(axis);
    if (now.dot(before.coordinates.col(axis)) < 0) now = -now;
  }
}

Result<Embedding> multidimensional_scaling(const MatrixRef& squared_distances, int dimensions) {
  if (auto error = check_counts(squared_distances.rows(), dimensions)) return *error;
  if (squared_distances.rows() != squared_distances.cols() || !squared_distances.allFinite() ||
      !(squared_distances.minCoeff() >= 0) || !squared_distances.diagonal().isZero(0) ||
      (squared_distances - squared_distances.transpose()).cwiseAbs().maxCoeff() >
          1e-9 * squared_distances.maxCoeff()) {
    return no_distances();
  }
  // Double centring turns squared distances into inner products.
  const Vector means = squared_distances.rowwise().mean();
  Eigen::MatrixXd products = squared_distances.colwise() - means;
  products.rowwise() -= means.transpose();
  products.array() += means.mean();
  if (!products.allFinite()) return no_distances();  // Their sum is too large.
  products *= -0.5;
  return from_products(products, dimensions);
}

}  // namespace reprise
