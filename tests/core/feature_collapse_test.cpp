// The feature collapse task and its index.

#include <gtest/gtest.h>

#include <cmath>

#include "data/points.hpp"
#include "observe/collapse.hpp"

namespace reprise {
namespace {

TEST(FeatureCollapse, PointsAreBlobsWithAContextAndTheCoordinateItAsksFor) {
  const int side = 30;
  const PointSet set = feature_collapse_points(side);
  ASSERT_EQ(set.count, 1800);
  ASSERT_EQ(set.input_dimension, 27);
  for (int context = 0; context < 2; ++context) {
    for (int row = 0; row < side; ++row) {
      for (int column = 0; column < side; ++column) {
        const int point = (context * side + row) * side + column;
        const float* input = set.inputs.data() + point * 27;
        const double x = -1 + 2.0 * column / (side - 1), y = -1 + 2.0 * row / (side - 1);
        EXPECT_EQ(input[25], context == 0 ? 1.0f : 0.0f);
        EXPECT_EQ(input[26], context == 1 ? 1.0f : 0.0f);
        EXPECT_NEAR(set.targets[point], context == 0 ? x : y, 1e-6);
        double weights[25], total = 0, sum = 0;
        for (int i = 0; i < 25; ++i) {
          const double px = -1 + 0.5 * (i % 5), py = -1 + 0.5 * (i / 5);
          total += weights[i] = std::exp(-((px - x) * (px - x) + (py - y) * (py - y)) / 2);
        }
        for (int i = 0; i < 25; ++i) {
          ASSERT_NEAR(input[i], weights[i] / total, 1e-6);
          sum += static_cast<double>(input[i]);
        }
        ASSERT_NEAR(sum, 1, 1e-5);
      }
    }
  }
}

// Activations that are given functions of context, x and y.
template <class Function>
FloatMatrix activations(int side, Function function) {
  FloatMatrix values(2 * side * side, function(0, 0, 0).size());
  for (int point = 0; point < values.rows(); ++point) {
    const auto units = function(point / (side * side), point % side, point / side % side);
    for (std::size_t unit = 0; unit < units.size(); ++unit) {
      values(point, unit) = static_cast<float>(units[unit]);
    }
  }
  return values;
}

TEST(FeatureCollapse, IndexIsZeroWhenOnlyTheRelevantFeatureShowsAndOneWhenBothShowAlike) {
  const int side = 6;
  const auto collapsed = activations(side, [](int context, int x, int y) {
    return std::vector<double>{static_cast<double>(context == 0 ? x : y), 3.0 * context};
  });
  EXPECT_NEAR(collapse_index(collapsed, side).value(), 0, 1e-12);
  const auto alike = activations(side, [](int, int x, int y) {
    return std::vector<double>{static_cast<double>(x), static_cast<double>(y)};
  });
  EXPECT_NEAR(collapse_index(alike, side).value(), 1, 1e-12);
  const auto half = activations(side, [](int context, int x, int y) {
    return std::vector<double>{(context == 0 ? 2.0 : 1.0) * x, (context == 0 ? 1.0 : 2.0) * y};
  });
  EXPECT_NEAR(collapse_index(half, side).value(), 0.25, 1e-12);
  const auto inverted = activations(side, [](int context, int x, int y) {
    return std::vector<double>{static_cast<double>(context == 0 ? y : x)};
  });
  EXPECT_FALSE(collapse_index(inverted, side)) << "nothing shows what is asked for";
  const auto dead = activations(side, [](int, int, int) { return std::vector<double>{0.0, 0.0}; });
  EXPECT_FALSE(collapse_index(dead, side));
}

}  // namespace
}  // namespace reprise
