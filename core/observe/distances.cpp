#include "observe/distances.hpp"

#include <cstddef>

namespace reprise {

double squared_distance(const float* a, const float* b, int dimension) {
  double total = 0;
  for (int i = 0; i < dimension; ++i) {
    const double difference = static_cast<double>(a[i]) - static_cast<double>(b[i]);
    total += difference * difference;
  }
  return total;
}

std::vector<double> squared_distances(const float* values, int points, int dimension) {
  std::vector<double> pairs;
  pairs.reserve(static_cast<std::size_t>(points) * static_cast<std::size_t>(points - 1) / 2);
  for (std::ptrdiff_t i = 0; i < points; ++i) {
    for (std::ptrdiff_t j = i + 1; j < points; ++j) {
      pairs.push_back(squared_distance(values + i * dimension, values + j * dimension, dimension));
    }
  }
  return pairs;
}

}  // namespace reprise
