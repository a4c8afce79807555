// How far points are gathered by class: cases worked out by hand, limits, and what leaves the
// measures alone.

#include "observe/neural_collapse.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "noise.hpp"

namespace reprise {
namespace {

using test_support::noise_matrix;

FloatMatrix rows(std::initializer_list<std::initializer_list<float>> numbers) {
  FloatMatrix matrix(static_cast<Eigen::Index>(numbers.size()),
                     static_cast<Eigen::Index>(numbers.begin()->size()));
  Eigen::Index row = 0;
  for (const auto& given : numbers) {
    Eigen::Index column = 0;
    for (const float number : given) matrix(row, column++) = number;
    ++row;
  }
  return matrix;
}

const FloatMatrix no_weights(0, 2);

// Corners of a simplex of three in the plane, `length` from the middle.
FloatMatrix triangle(double length) {
  FloatMatrix corners(3, 2);
  for (int k = 0; k < 3; ++k) {
    const double angle = 2 * std::numbers::pi * k / 3;
    corners.row(k) << static_cast<float>(length * std::cos(angle)),
        static_cast<float>(length * std::sin(angle));
  }
  return corners;
}

TEST(NeuralCollapse, IsWhatHandsWorkOut) {
  // Means (0, 0) and (4, 0), points one away from them: 1 within; 4 between, from the middle (2,
  // 0).
  const FloatMatrix two = rows({{-1, 0}, {1, 0}, {4, 1}, {4, -1}});
  const auto pair = neural_collapse(two, {0, 0, 1, 1}, 2, no_weights);
  EXPECT_DOUBLE_EQ(pair.spread, 0.25);
  EXPECT_NEAR(pair.angles, 0, 1e-15);
  EXPECT_TRUE(std::isnan(pair.agreement));

  // Means (3, 0), (-1, 0), (-2, 0): cosines -1, -1 and 1, where -1/2 is a simplex's.
  const FloatMatrix line = rows({{3, 0}, {-1, 0}, {-2, 0}});
  const auto flat = neural_collapse(line, {0, 1, 2}, 3, rows({{3, 0}, {-1, 0}, {0, 2}}));
  EXPECT_EQ(flat.spread, 0);
  EXPECT_NEAR(flat.angles, (0.5 + 0.5 + 1.5) / 3, 1e-15);
  EXPECT_NEAR(flat.agreement, (9 + 1) / std::sqrt(14.0 * 14.0), 1e-15);
}

TEST(NeuralCollapse, OfASimplexIsComplete) {
  // Wherever its middle lies, and whatever the lengths of weights that point at its corners.
  FloatMatrix corners = triangle(2);
  corners.rowwise() += FloatMatrix::Constant(1, 2, 5).row(0);
  const auto found = neural_collapse(corners, {0, 1, 2}, 3, triangle(0.1));
  EXPECT_EQ(found.spread, 0);
  EXPECT_NEAR(found.angles, 0, 1e-6);
  EXPECT_NEAR(found.agreement, 1, 1e-6);
  EXPECT_NEAR(neural_collapse(corners, {0, 1, 2}, 3, -triangle(0.1)).agreement, -1, 1e-6);
}

TEST(NeuralCollapse, DoesNotChangeWithPlaceAndScale) {
  const FloatMatrix values = noise_matrix(30, 7, 3), weights = noise_matrix(3, 7, 4);
  std::vector<int> labels;
  for (int k = 0; k < 30; ++k) labels.push_back(k % 3);
  const auto found = neural_collapse(values, labels, 3, weights);
  FloatMatrix moved = 3 * values;
  moved.rowwise() += noise_matrix(1, 7, 5).row(0);
  const auto same = neural_collapse(moved, labels, 3, 0.5f * weights);
  EXPECT_NEAR(same.spread, found.spread, 1e-5 * found.spread);
  EXPECT_NEAR(same.angles, found.angles, 1e-5);
  EXPECT_NEAR(same.agreement, found.agreement, 1e-5);
  // Points without classes: as their means differ by chance alone, within is some 9 times between.
  EXPECT_GT(found.spread, 3);
}

TEST(NeuralCollapse, IsUndefinedWhereThereIsNothing) {
  const auto dead =
      neural_collapse(FloatMatrix::Constant(6, 2, 0.1f), {0, 1, 2, 0, 1, 2}, 3, triangle(1));
  EXPECT_TRUE(std::isnan(dead.spread) && std::isnan(dead.angles) && std::isnan(dead.agreement));
  const auto empty = neural_collapse(triangle(1), {0, 1, 1}, 3, triangle(1));
  EXPECT_TRUE(std::isnan(empty.spread) && std::isnan(empty.angles) && std::isnan(empty.agreement));
}

TEST(NearestPoints, AreInOrderOfTheirDistance) {
  // At 0, 1, 3, 7 and 3 again.
  const FloatMatrix line = rows({{0, 0}, {1, 0}, {3, 0}, {7, 0}, {3, 0}});
  EXPECT_EQ(nearest_points(line, 2), (std::vector<int>{1, 2, 0, 2, 4, 1, 2, 4, 2, 1}));
  EXPECT_EQ(nearest_points(line, 4).size(), 20u);
  EXPECT_TRUE(nearest_points(line, 0).empty());
}

}  // namespace
}  // namespace reprise
