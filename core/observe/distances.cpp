#include "observe/distances.hpp"

namespace reprise {

double squared_distance(const FloatMatrixRef& points, Eigen::Index i, Eigen::Index j) {
  return (points.row(i).cast<double>() - points.row(j).cast<double>()).squaredNorm();
}

std::vector<double> squared_distances(const FloatMatrixRef& points) {
  std::vector<double> pairs;
  pairs.reserve(static_cast<std::size_t>(points.rows() * (points.rows() - 1) / 2));
  for (Eigen::Index i = 0; i < points.rows(); ++i) {
    for (Eigen::Index j = i + 1; j < points.rows(); ++j) {
      pairs.push_back(squared_distance(points, i, j));
    }
  }
  return pairs;
}

Matrix inner_products(const FloatMatrixRef& points) {
  const Matrix values = points.cast<double>();
  return values.lazyProduct(values.transpose());
}

}  // namespace reprise
