// Embeddings: distances that fit are reproduced, both methods agree, and bad matrices are refused.

#include "observe/embedding.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "numerics/random.hpp"

namespace reprise {
namespace {

std::vector<float> noise(std::size_t count, std::uint64_t seed) {
  std::vector<float> values(count);
  RandomStream(seed, RandomPurpose::kNoise).fill_normal(values.data(), count, 1.0);
  return values;
}

template <class Number>
std::vector<double> distances(const std::vector<Number>& values, int points) {
  const int width = static_cast<int>(values.size()) / points;
  std::vector<double> result(static_cast<std::size_t>(points) * points);
  for (int i = 0; i < points; ++i) {
    for (int j = 0; j < points; ++j) {
      for (int k = 0; k < width; ++k) {
        const double d =
            static_cast<double>(values[i * width + k]) - static_cast<double>(values[j * width + k]);
        result[i * points + j] += d * d;
      }
    }
  }
  return result;
}

// Points of three true dimensions, turned into `width` by a random linear map.
std::vector<float> flat_points(int points, int width) {
  const auto inner = noise(static_cast<std::size_t>(points) * 3, 1),
             map = noise(static_cast<std::size_t>(width) * 3, 2);
  std::vector<float> values(static_cast<std::size_t>(points) * width);
  for (int i = 0; i < points; ++i) {
    for (int k = 0; k < width; ++k) {
      for (int d = 0; d < 3; ++d) values[i * width + k] += inner[i * 3 + d] * map[k * 3 + d];
    }
  }
  return values;
}

TEST(Embedding, ReproducesDistancesOfPointsThatFit) {
  const int points = 20;
  const auto values = flat_points(points, 12);
  const auto expected = distances(values, points);
  for (const bool scaling : {false, true}) {
    const auto embedding = scaling ? multidimensional_scaling(expected, points, 3)
                                   : principal_components(values.data(), points, 12, 3);
    ASSERT_TRUE(embedding.ok());
    const auto found = distances(embedding.value().coordinates, points);
    for (std::size_t i = 0; i < found.size(); ++i)
      EXPECT_NEAR(found[i], expected[i], 1e-4 * (1 + expected[i]));
    const auto& shares = embedding.value().shares;
    EXPECT_NEAR(shares[0] + shares[1] + shares[2], 1, 1e-6);
    EXPECT_GE(shares[0], shares[1]);
    EXPECT_GE(shares[1], shares[2]);
  }
}

TEST(Embedding, BothMethodsAgreeOnEuclideanDistances) {
  const int points = 15, width = 6;
  const auto values = noise(points * width, 3);
  const auto components = principal_components(values.data(), points, width, 2).value();
  const auto scaled = multidimensional_scaling(distances(values, points), points, 2).value();
  for (std::size_t i = 0; i < components.coordinates.size(); ++i) {
    EXPECT_NEAR(components.coordinates[i], scaled.coordinates[i], 1e-6);
  }
  EXPECT_NEAR(components.shares[0], scaled.shares[0], 1e-9);
}

TEST(Embedding, FewPointsOfManyUnitsGiveWhatManyPointsOfFewWould) {
  // Columns of zeros add nothing but make the layer wider than there are points.
  const int points = 9, width = 5, wide = 40;
  const auto values = noise(points * width, 4);
  std::vector<float> padded(points * wide);
  for (int i = 0; i < points; ++i)
    for (int k = 0; k < width; ++k) padded[i * wide + 7 * k] = values[i * width + k];
  const auto narrow = principal_components(values.data(), points, width, 3).value();
  const auto broad = principal_components(padded.data(), points, wide, 3).value();
  for (std::size_t i = 0; i < narrow.coordinates.size(); ++i)
    EXPECT_NEAR(narrow.coordinates[i], broad.coordinates[i], 1e-6);
  for (int d = 0; d < 3; ++d) EXPECT_NEAR(narrow.shares[d], broad.shares[d], 1e-9);
}

TEST(Embedding, AxesTurnToRiseWithTheFirstReferenceTheyGoWith) {
  const int points = 30, width = 4;
  const auto values = noise(points * width, 6), unrelated = noise(points, 7);
  const auto embedding = principal_components(values.data(), points, width, 2).value();
  // References: nothing but a mean; then minus the first axis, off centre; then the second.
  std::vector<float> flat(points, 3.0f), own;
  for (int i = 0; i < points; ++i) {
    own.push_back(static_cast<float>(5 - embedding.coordinates[2 * i]));
    own.push_back(static_cast<float>(embedding.coordinates[2 * i + 1]));
  }
  for (const double sign : {1.0, -1.0}) {
    Embedding turned = embedding;
    for (double& coordinate : turned.coordinates) coordinate *= sign;
    orient(turned, {{flat.data(), 1}, {own.data(), 2}});
    for (int i = 0; i < points; ++i) {
      EXPECT_EQ(turned.coordinates[2 * i], -embedding.coordinates[2 * i]);
      EXPECT_EQ(turned.coordinates[2 * i + 1], embedding.coordinates[2 * i + 1]);
    }
  }
}

TEST(Embedding, DimensionsTheDataLackAreZero) {
  const std::vector<float> line = {0, 1, 3};
  const auto embedding = principal_components(line.data(), 3, 1, 3).value();
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(embedding.coordinates[3 * i + 1], 0);
    EXPECT_EQ(embedding.coordinates[3 * i + 2], 0);
  }
  EXPECT_EQ(embedding.shares[1], 0);
}

TEST(Embedding, RefusesWhatIsNoSetOfPoints) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  EXPECT_EQ(multidimensional_scaling({0, 1, 2, 0}, 2, 2).error().field, "squared_distances");
  EXPECT_EQ(multidimensional_scaling({0, -1, -1, 0}, 2, 2).error().field, "squared_distances");
  EXPECT_EQ(multidimensional_scaling({0, nan, nan, 0}, 2, 2).error().field, "squared_distances");
  EXPECT_EQ(multidimensional_scaling({1, 1, 1, 1}, 2, 2).error().field, "squared_distances");
  EXPECT_EQ(multidimensional_scaling({0}, 1, 2).error().field, "points");
  const float values[] = {1, std::numeric_limits<float>::infinity()};
  EXPECT_EQ(principal_components(values, 2, 1, 2).error().field, "values");
  EXPECT_EQ(principal_components(values, 2, 1, 0).error().field, "dimensions");
}

}  // namespace
}  // namespace reprise
