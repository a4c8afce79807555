#include "observe/embedding.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <optional>
#include <string>

namespace reprise {
namespace {

using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

// The sides of a matrix whose eigenvectors are found in reasonable time.
constexpr int kLargestMatrix = 3000;
// From here on a correlation is taken to be more than a chance.
constexpr double kClearCorrelation = 0.25;

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

// 1 or -1: whether the coordinates rise or fall with the first of the references that they clearly
// go with; 0 if with none.
double common_sign(const Eigen::VectorXd& coordinates, const References& references) {
  using Values = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  const Eigen::Map<const Values> values(references.values, coordinates.size(), references.count);
  const double length = coordinates.norm();
  for (Eigen::Index r = 0; r < values.cols(); ++r) {
    Eigen::VectorXd reference = values.col(r).cast<double>();
    const double size = reference.norm();
    reference.array() -= reference.mean();
    const double spread = reference.norm();
    if (spread < 1e-6 * size) continue;  // The same for all points, up to rounding.
    const double product = coordinates.dot(reference);
    if (std::fabs(product) > kClearCorrelation * length * spread) return product > 0 ? 1.0 : -1.0;
  }
  return 0;
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
  const int side = std::min(points, width);
  if (side > kLargestMatrix) {
    return Error{"width", std::to_string(width),
                 "at most " + std::to_string(kLargestMatrix) + " for so many points"};
  }
  Matrix data =
      Eigen::Map<const Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>>(
          values, points, width)
          .cast<double>();
  if (!data.allFinite()) return Error{"values", "not finite", "finite activations"};
  data.rowwise() -= data.colwise().mean().eval();
  // Both matrices have the same eigenvalues, and the coordinates follow from either's vectors.
  const bool by_width = width <= points;
  Eigen::MatrixXd products = Eigen::MatrixXd::Zero(side, side);
  if (by_width) {
    products.selfadjointView<Eigen::Lower>().rankUpdate(data.transpose());
  } else {
    products.selfadjointView<Eigen::Lower>().rankUpdate(data);
  }
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(products);  // Reads the lower half.
  Matrix coordinates = Matrix::Zero(points, dimensions);
  for (int i = 0; i < std::min(dimensions, side); ++i) {
    const auto vector = solver.eigenvectors().col(side - 1 - i);
    if (by_width) {
      coordinates.col(i) = data * vector;
    } else {
      coordinates.col(i) = std::sqrt(std::max(solver.eigenvalues()[side - 1 - i], 0.0)) * vector;
    }
  }
  return embed(coordinates, solver.eigenvalues().reverse());
}

void orient(Embedding& embedding, std::initializer_list<References> references) {
  Eigen::Map<Matrix> coordinates(embedding.coordinates.data(), embedding.points,
                                 embedding.dimensions);
  for (Eigen::Index axis = 0; axis < coordinates.cols(); ++axis) {
    for (const References& given : references) {
      if (const double sign = common_sign(coordinates.col(axis), given); sign != 0) {
        coordinates.col(axis) *= sign;
        break;
      }
    }
  }
}

void follow(Embedding& embedding, const Embedding& before) {
  Eigen::Map<Matrix> coordinates(embedding.coordinates.data(), embedding.points,
                                 embedding.dimensions);
  const Eigen::Map<const Matrix> former(before.coordinates.data(), before.points,
                                        before.dimensions);
  for (Eigen::Index axis = 0; axis < coordinates.cols(); ++axis) {
    if (coordinates.col(axis).dot(former.col(axis)) < 0) coordinates.col(axis) *= -1;
  }
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
