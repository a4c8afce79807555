#include "observe/embedding.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

namespace reprise {
namespace {

using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

std::optional<Error> check_counts(int points, int dimensions) {
  if (points < 2 || points > 20000) {
    return Error{"points", std::to_string(points), "an integer from 2 to 20000"};
  }
  if (dimensions < 1 || dimensions > 10) {
    return Error{"dimensions", std::to_string(dimensions), "an integer from 1 to 10"};
  }
  return std::nullopt;
}

// The sign of an eigenvector is arbitrary; this choice makes pictures repeatable.
void fix_sign(Eigen::Ref<Eigen::VectorXd, 0, Eigen::InnerStride<>> column) {
  Eigen::Index largest = 0;
  column.cwiseAbs().maxCoeff(&largest);
  if (column[largest] < 0) column = -column;
}

Embedding embed(const Matrix& coordinates, const Eigen::VectorXd& descending_eigenvalues) {
  Embedding embedding;
  embedding.points = static_cast<int>(coordinates.rows());
  embedding.dimensions = static_cast<int>(coordinates.cols());
  Matrix signed_coordinates = coordinates;
  const double total = descending_eigenvalues.cwiseMax(0.0).sum();
  for (Eigen::Index i = 0; i < coordinates.cols(); ++i) {
    fix_sign(signed_coordinates.col(i));
    const double value =
        i < descending_eigenvalues.size() ? std::max(descending_eigenvalues[i], 0.0) : 0.0;
    embedding.shares.push_back(total > 0 ? value / total : 0.0);
  }
  embedding.coordinates.assign(signed_coordinates.data(),
                               signed_coordinates.data() + signed_coordinates.size());
  return embedding;
}

}  // namespace

Result<Embedding> principal_components(const float* values, int points, int width, int dimensions) {
  if (auto error = check_counts(points, dimensions)) return *error;
  Matrix data =
      Eigen::Map<const Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>>(
          values, points, width)
          .cast<double>();
  if (!data.allFinite()) return Error{"values", "not finite", "finite activations"};
  data.rowwise() -= data.colwise().mean().eval();
  const Eigen::MatrixXd covariance = data.transpose() * data;
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(covariance);
  Matrix coordinates = Matrix::Zero(points, dimensions);
  const int available = std::min(dimensions, width);
  for (int i = 0; i < available; ++i)
    coordinates.col(i) = data * solver.eigenvectors().col(width - 1 - i);
  return embed(coordinates, solver.eigenvalues().reverse());
}

Result<Embedding> multidimensional_scaling(const std::vector<double>& squared_distances, int points,
                                           int dimensions) {
  if (auto error = check_counts(points, dimensions)) return *error;
  const Eigen::Map<const Matrix> given(squared_distances.data(), points, points);
  const double size = given.cwiseAbs().maxCoeff();
  if (!given.allFinite() || given.minCoeff() < 0 ||
      (given - given.transpose()).cwiseAbs().maxCoeff() > 1e-9 * size ||
      given.diagonal().cwiseAbs().maxCoeff() > 0) {
    return Error{"squared_distances", "not a matrix of squared distances",
                 "a symmetric matrix of finite numbers of at least 0, with zeros on its diagonal"};
  }
  // Double centring turns squared distances into inner products.
  Eigen::MatrixXd products = -0.5 * given;
  products.rowwise() -= products.colwise().mean().eval();
  products.colwise() -= products.rowwise().mean().eval();
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(products);
  Matrix coordinates = Matrix::Zero(points, dimensions);
  for (int i = 0; i < std::min(dimensions, points); ++i) {
    const double eigenvalue = std::max(solver.eigenvalues()[points - 1 - i], 0.0);
    coordinates.col(i) = std::sqrt(eigenvalue) * solver.eigenvectors().col(points - 1 - i);
  }
  return embed(coordinates, solver.eigenvalues().reverse());
}

}  // namespace reprise
