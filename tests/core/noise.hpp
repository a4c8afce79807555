#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "numerics/matrix.hpp"
#include "numerics/random.hpp"

// Normal numbers for tests that ask nothing of the numbers, the same on every platform.

namespace reprise::test_support {

inline std::vector<float> noise(std::size_t count, std::uint64_t seed, double size = 1.0) {
  std::vector<float> values(count);
  RandomStream(seed, RandomPurpose::kNoise).fill_normal(values.data(), count, size);
  return values;
}

inline FloatMatrix noise_matrix(Eigen::Index rows, Eigen::Index columns, std::uint64_t seed) {
  const std::vector<float> values = noise(static_cast<std::size_t>(rows * columns), seed);
  return FloatMatrixMap(values.data(), rows, columns);
}

}  // namespace reprise::test_support
