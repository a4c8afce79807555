// Embeddings: distances that fit are reproduced, both methods agree, and bad matrices are refused.

#include "observe/embedding.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "noise.hpp"

namespace reprise {
namespace {

using test_support::noise;

template <class Rows>
Matrix distances(const Rows& rows) {
  const Matrix points = rows.template cast<double>();
  Matrix result(points.rows(), points.rows());
  for (Eigen::Index i = 0; i < points.rows(); ++i) {
    for (Eigen::Index j = 0; j < points.rows(); ++j) {
      result(i, j) = (points.row(i) - points.row(j)).squaredNorm();
    }
  }
  return result;
}

FloatMatrixMap rows(const std::vector<float>& values, int points) {
  return {values.data(), points, static_cast<Eigen::Index>(values.size()) / points};
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
  const Matrix expected = distances(rows(values, points));
  for (const bool scaling : {false, true}) {
    const auto embedding = scaling ? multidimensional_scaling(expected, 3)
                                   : principal_components(rows(values, points), 3);
    ASSERT_TRUE(embedding.ok());
    const Matrix found = distances(embedding.value().coordinates);
    EXPECT_TRUE(
        (found - expected).cwiseAbs().cwiseQuotient((expected.array() + 1).matrix()).maxCoeff() <
        1e-4);
    const auto& shares = embedding.value().shares;
    EXPECT_NEAR(shares[0] + shares[1] + shares[2], 1, 1e-6);
    EXPECT_GE(shares[0], shares[1]);
    EXPECT_GE(shares[1], shares[2]);
  }
}

TEST(Embedding, BothMethodsAgreeOnEuclideanDistances) {
  const int points = 15, width = 6;
  const auto values = noise(points * width, 3);
  const auto components = principal_components(rows(values, points), 2).value();
  const auto scaled = multidimensional_scaling(distances(rows(values, points)), 2).value();
  EXPECT_LT((components.coordinates - scaled.coordinates).cwiseAbs().maxCoeff(), 1e-6);
  EXPECT_NEAR(components.shares[0], scaled.shares[0], 1e-9);
}

TEST(Embedding, FewPointsOfManyUnitsGiveWhatManyPointsOfFewWould) {
  // Columns of zeros add nothing but make the layer wider than there are points.
  const int points = 9, width = 5, wide = 40;
  const auto values = noise(points * width, 4);
  std::vector<float> padded(points * wide);
  for (int i = 0; i < points; ++i)
    for (int k = 0; k < width; ++k) padded[i * wide + 7 * k] = values[i * width + k];
  const auto narrow = principal_components(rows(values, points), 3).value();
  const auto broad = principal_components(rows(padded, points), 3).value();
  EXPECT_LT((narrow.coordinates - broad.coordinates).cwiseAbs().maxCoeff(), 1e-6);
  for (int d = 0; d < 3; ++d) EXPECT_NEAR(narrow.shares[d], broad.shares[d], 1e-9);
}

TEST(Embedding, AxesTurnToRiseWithTheFirstReferenceTheyGoWith) {
  const int points = 30, width = 4;
  const auto values = noise(points * width, 6), unrelated = noise(points, 7);
  const auto embedding = principal_components(rows(values, points), 2).value();
  // References: nothing but a mean; then minus the first axis, off centre; then the second.
  std::vector<float> flat(points, 3.0f), own;
  for (int i = 0; i < points; ++i) {
    own.push_back(static_cast<float>(5 - embedding.coordinates(i, 0)));
    own.push_back(static_cast<float>(embedding.coordinates(i, 1)));
  }
  for (const double sign : {1.0, -1.0}) {
    Embedding turned = embedding;
    turned.coordinates *= sign;
    orient(turned, {rows(flat, points), rows(own, points)});
    EXPECT_EQ(turned.coordinates.col(0), -embedding.coordinates.col(0));
    EXPECT_EQ(turned.coordinates.col(1), embedding.coordinates.col(1));
  }
}

TEST(Embedding, DimensionsTheDataLackAreZero) {
  const std::vector<float> line = {0, 1, 3};
  const auto embedding = principal_components(rows(line, 3), 3).value();
  EXPECT_TRUE(embedding.coordinates.rightCols(2).isZero(0));
  EXPECT_EQ(embedding.shares[1], 0);
}

TEST(Embedding, RefusesWhatIsNoSetOfPoints) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const auto refused = [](const std::vector<double>& values) {
    const int points = static_cast<int>(std::sqrt(static_cast<double>(values.size())));
    return multidimensional_scaling(MatrixMap(values.data(), points, points), 2).error().field;
  };
  EXPECT_EQ(refused({0, 1, 2, 0}), "squared_distances");
  EXPECT_EQ(refused({0, -1, -1, 0}), "squared_distances");
  EXPECT_EQ(refused({0, nan, nan, 0}), "squared_distances");
  EXPECT_EQ(refused({1, 1, 1, 1}), "squared_distances");
  EXPECT_EQ(refused({0, 1e308, 1e308, 1e308, 0, 1e308, 1e308, 1e308, 0}), "squared_distances");
  EXPECT_EQ(multidimensional_scaling(Matrix::Zero(2, 3), 2).error().field, "squared_distances");
  EXPECT_EQ(multidimensional_scaling(Matrix::Zero(1, 1), 2).error().field, "points");
  const std::vector<float> values = {1, std::numeric_limits<float>::infinity()};
  EXPECT_EQ(principal_components(rows(values, 2), 2).error().field, "values");
  EXPECT_EQ(principal_components(rows(values, 2), 0).error().field, "dimensions");
}

TEST(Embedding, TakesWhatItSaysItTakes) {
  const auto field = [](int points, int dimensions) {
    const auto embedding =
        principal_components(rows(std::vector<float>(points, 1), points), dimensions);
    return embedding ? std::string() : embedding.error().field;
  };
  EXPECT_EQ(field(2, 1), "");
  EXPECT_EQ(field(1, 1), "points");
  EXPECT_EQ(field(20000, 10), "");
  EXPECT_EQ(field(20001, 10), "points");
  EXPECT_EQ(field(3, 11), "dimensions");
}

}  // namespace
}  // namespace reprise
