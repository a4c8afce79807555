#include "observe/embedding.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>

#include "numerics/symmetric.hpp"

namespace reprise {
namespace {

// The sides of a matrix whose eigenvectors are found in reasonable time, and how many activations
// fit beside the rest into the memory of a page.
constexpr int kLargestMatrix = 3000;
constexpr std::size_t kMostValues = 20'000'000;
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

// Applies a function to each coordinate of an axis.
template <class Function>
void for_axis(Embedding& embedding, int axis, const Function& function) {
  for (int i = 0; i < embedding.points; ++i) {
    function(embedding.coordinates[static_cast<std::size_t>(i) * embedding.dimensions + axis], i);
  }
}

void turn_round(Embedding& embedding, int axis) {
  for_axis(embedding, axis, [](double& coordinate, int) { coordinate = -coordinate; });
}

// The sign of an eigenvector is arbitrary; this choice makes pictures repeatable.
void fix_signs(Embedding& embedding) {
  for (int axis = 0; axis < embedding.dimensions; ++axis) {
    double largest = 0.0;
    for_axis(embedding, axis, [&](double coordinate, int) {
      if (std::fabs(coordinate) > std::fabs(largest)) largest = coordinate;
    });
    if (largest < 0) turn_round(embedding, axis);
  }
}

// An embedding without coordinates yet: `total` is the sum of all positive eigenvalues.
Embedding start(int points, int dimensions, const std::vector<double>& eigenvalues) {
  Embedding embedding;
  embedding.points = points;
  embedding.dimensions = dimensions;
  embedding.coordinates.resize(static_cast<std::size_t>(points) * dimensions);
  double total = 0.0;
  for (const double value : eigenvalues) total += std::max(value, 0.0);
  for (std::size_t i = 0; i < static_cast<std::size_t>(dimensions); ++i) {
    const double value = i < eigenvalues.size() ? std::max(eigenvalues[i], 0.0) : 0.0;
    embedding.shares.push_back(total > 0 ? value / total : 0.0);
  }
  return embedding;
}

// Coordinates that are eigenvectors of the matrix of all points' inner products, drawn out to the
// lengths that their eigenvalues say.
Embedding from_products(const Eigensystem& system, int points, int dimensions) {
  Embedding embedding = start(points, dimensions, system.values);
  for (int axis = 0; axis < std::min(dimensions, points); ++axis) {
    const double length = std::sqrt(std::max(system.values[axis], 0.0));
    const double* vector = system.vectors.data() + static_cast<std::ptrdiff_t>(axis) * points;
    for_axis(embedding, axis, [&](double& coordinate, int i) { coordinate = length * vector[i]; });
  }
  fix_signs(embedding);
  return embedding;
}

// 1 or -1: whether an axis rises or falls with the first of the references that it clearly goes
// with; 0 if with none.
double common_sign(Embedding& embedding, int axis, const References& references) {
  const double points = embedding.points;
  for (int r = 0; r < references.count; ++r) {
    const auto reference = [&](int i) {
      return static_cast<double>(references.values[std::ptrdiff_t{i} * references.count + r]);
    };
    double mean = 0.0, size = 0.0, spread = 0.0, product = 0.0, length = 0.0;
    for_axis(embedding, axis, [&](double coordinate, int i) {
      mean += reference(i) / points;
      size += reference(i) * reference(i);
      length += coordinate * coordinate;
    });
    for_axis(embedding, axis, [&](double coordinate, int i) {
      const double difference = reference(i) - mean;
      spread += difference * difference;
      product += difference * coordinate;
    });
    if (spread < 1e-12 * size) continue;  // The same for all points, up to rounding.
    if (std::fabs(product) > kClearCorrelation * std::sqrt(length * spread)) {
      return product > 0 ? 1.0 : -1.0;
    }
  }
  return 0.0;
}

}  // namespace

Result<Embedding> principal_components(const float* values, int points, int width, int dimensions) {
  if (auto error = check_counts(points, dimensions)) return *error;
  const std::size_t rows = static_cast<std::size_t>(points), n = static_cast<std::size_t>(width);
  if (std::min(points, width) > kLargestMatrix || rows * n > kMostValues) {
    return Error{"width", std::to_string(width),
                 "a width with which " + std::to_string(points) + " points have at most " +
                     std::to_string(kMostValues) +
                     " activations, or the smaller of the two at most " +
                     std::to_string(kLargestMatrix)};
  }
  std::vector<double> data(values, values + rows * n);
  std::vector<double> means(n, 0.0);
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t k = 0; k < n; ++k) means[k] += data[i * n + k];
  }
  double sum = 0.0;
  for (double& mean : means) {
    sum += mean;
    mean /= points;
  }
  // One value that is not finite spoils the sum.
  if (!std::isfinite(sum)) return Error{"values", "not finite", "finite activations"};
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t k = 0; k < n; ++k) data[i * n + k] -= means[k];
  }
  if (width > points) {
    return from_products(eigensystem(products_of_rows(data, rows, n), rows), points, dimensions);
  }
  // The matrix of the units' products has the same eigenvalues, and its vectors are the directions.
  const Eigensystem system = eigensystem(sum_of_products(data, rows, n), n);
  Embedding embedding = start(points, dimensions, system.values);
  for (int axis = 0; axis < std::min(dimensions, width); ++axis) {
    const double* direction = system.vectors.data() + static_cast<std::ptrdiff_t>(axis) * width;
    for_axis(embedding, axis, [&](double& coordinate, int i) {
      const double* row = data.data() + std::ptrdiff_t{i} * width;
      for (int k = 0; k < width; ++k) coordinate += row[k] * direction[k];
    });
  }
  fix_signs(embedding);
  return embedding;
}

void orient(Embedding& embedding, std::initializer_list<References> references) {
  for (int axis = 0; axis < embedding.dimensions; ++axis) {
    for (const References& given : references) {
      const double sign = common_sign(embedding, axis, given);
      if (sign < 0) turn_round(embedding, axis);
      if (sign != 0) break;
    }
  }
}

void follow(Embedding& embedding, const Embedding& before) {
  for (int axis = 0; axis < embedding.dimensions; ++axis) {
    double product = 0.0;
    for_axis(embedding, axis, [&](double coordinate, int i) {
      product += coordinate * before.coordinates[std::size_t(i) * before.dimensions + axis];
    });
    if (product < 0) turn_round(embedding, axis);
  }
}

Result<Embedding> multidimensional_scaling(const std::vector<double>& squared_distances, int points,
                                           int dimensions) {
  if (auto error = check_counts(points, dimensions)) return *error;
  const std::size_t n = static_cast<std::size_t>(points);
  double largest = 0.0;
  for (const double value : squared_distances) largest = std::max(largest, std::fabs(value));
  bool sound = true;
  for (std::size_t i = 0; i < n && sound; ++i) {
    for (std::size_t j = 0; j <= i && sound; ++j) {
      const double value = squared_distances[i * n + j];
      // Comparisons with NaN are false.
      sound = value >= 0 && std::isfinite(value) && (i != j || value == 0) &&
              std::fabs(value - squared_distances[j * n + i]) <= 1e-9 * largest;
    }
  }
  if (!sound) {
    return Error{"squared_distances", "not a matrix of squared distances",
                 "a symmetric matrix of finite numbers of at least 0, with zeros on its diagonal"};
  }
  // Double centring turns squared distances into inner products.
  std::vector<double> means(n, 0.0), products(n * n);
  double mean = 0.0;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) means[i] += squared_distances[i * n + j] / points;
    mean += means[i] / points;
  }
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < n; ++j) {
      products[i * n + j] = -0.5 * (squared_distances[i * n + j] - means[i] - means[j] + mean);
    }
  }
  return from_products(eigensystem(std::move(products), n), points, dimensions);
}

}  // namespace reprise
