#include "theory/pairs.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <utility>
#include <vector>

#include "numerics/random.hpp"
#include "theory/closed_form.hpp"
#include "theory_test_support.hpp"

namespace reprise {
namespace {

using test_support::Random;

std::size_t pair_count(std::size_t points) { return points * (points - 1) / 2; }

// Where pair (i, j), i != j in either order, of `points` points is stored.
std::size_t pair_index(std::size_t i, std::size_t j, std::size_t points) {
  if (i > j) std::swap(i, j);
  return i * points - i * (i + 1) / 2 + (j - i - 1);
}

PairStarts random_starts(Random& random, std::size_t points) {
  PairStarts starts;
  for (std::size_t k = 0; k < pair_count(points); ++k) {
    starts.h0.push_back(random.log_uniform(1e-6, 10.0));
    starts.y0.push_back(random.log_uniform(1e-6, 1.0));
    starts.dx2.push_back(random.log_uniform(0.1, 10.0));
    starts.dy2.push_back(k % 4 == 0 ? 0.0 : random.log_uniform(0.1, 10.0));
  }
  return starts;
}

TEST(TheoryPairs, PairsAreNumberedInOrder) {
  for (const std::size_t points : {2u, 3u, 4u, 11u}) {
    std::vector<double> numbers(pair_count(points));
    std::iota(numbers.begin(), numbers.end(), 0.0);
    const Matrix matrix = to_distance_matrix(numbers, points);
    std::size_t expected = 0;
    for (std::size_t i = 0; i < points; ++i) {
      for (std::size_t j = i + 1; j < points; ++j, ++expected) {
        EXPECT_EQ(pair_index(i, j, points), expected);
        EXPECT_EQ(matrix(i, j), static_cast<double>(expected));
        EXPECT_EQ(matrix(j, i), static_cast<double>(expected));
      }
    }
  }
}

TEST(TheoryPairs, PredictionIsTheFinalDistanceOfEachPairAlone) {
  Random random(1);
  const std::size_t points = 6;
  const PairStarts starts = random_starts(random, points);
  const auto predicted = predict_final_distances(starts, 0.7);
  ASSERT_TRUE(predicted) << predicted.error().message();
  const Matrix matrix = to_distance_matrix(predicted.value(), points);
  for (std::size_t i = 0; i < points; ++i) {
    EXPECT_EQ(matrix(i, i), 0.0);
    for (std::size_t j = 0; j < points; ++j) {
      EXPECT_EQ(matrix(i, j), matrix(j, i));
      if (i == j) continue;
      const std::size_t k = pair_index(i, j, points);
      const auto alone =
          final_distance(starts.h0[k], starts.y0[k], {starts.dx2[k], starts.dy2[k]}, 0.7);
      EXPECT_EQ(matrix(i, j), alone.value().h_final);
    }
  }
}

TEST(TheoryPairs, RichXorPutsPointsOfOneTargetTogether) {
  // Four corners of the square with targets 0, 1, 1, 0 and a tiny network: diagonals share a
  // target.
  const std::vector<double> dx2 = {1, 1, 2, 2, 1, 1}, dy2 = {1, 1, 0, 0, 1, 1};
  PairStarts starts{std::vector<double>(6), std::vector<double>(6), dx2, dy2};
  for (std::size_t k = 0; k < 6; ++k) {
    starts.h0[k] = 1e-6 * dx2[k];
    starts.y0[k] = 1e-8 * dx2[k];
  }
  const std::vector<double> predicted = predict_final_distances(starts, 1.0).value();
  const std::vector<double> rich = pair_separations(dx2, dy2);
  for (std::size_t k = 0; k < 6; ++k) {
    EXPECT_NEAR(predicted[k], rich[k], 0.01);
    EXPECT_EQ(rich[k], dy2[k] == 0.0 ? 0.0 : 1.0);
  }
}

TEST(TheoryPairs, EqualInputsStayTogether) {
  const auto predicted = predict_final_distances({{0.0}, {0.0}, {0.0}, {1.0}}, 1.0);
  ASSERT_TRUE(predicted) << predicted.error().message();
  EXPECT_EQ(predicted.value()[0], 0.0);
}

TEST(TheoryPairs, SmoothingAveragesWithNeighbours) {
  // By hand for two points: K = [[1, q], [q, 1]], P = [[0, p], [p, 0]], so K P K = p [[2q, 1 +
  // q^2], ...].
  const double p = 3.0, q = std::exp(-0.8);
  const Matrix smooth = smooth_over_neighbours(Matrix{{0, p}, {p, 0}}, Matrix{{0, 0.8}, {0.8, 0}});
  EXPECT_NEAR(smooth(0, 0), 2.0 * p * q, 1e-14);
  EXPECT_NEAR(smooth(0, 1), p * (1.0 + q * q), 1e-14);
  EXPECT_NEAR(smooth(1, 0), p * (1.0 + q * q), 1e-14);
  EXPECT_NEAR(smooth(1, 1), 2.0 * p * q, 1e-14);

  // Infinitely separated points have no neighbours but themselves.
  Random random(2);
  const std::size_t points = 5;
  std::vector<double> pairs(pair_count(points)), far(pair_count(points), 1e6);
  for (double& value : pairs) value = random.uniform(0.0, 1.0);
  const Matrix matrix = to_distance_matrix(pairs, points);
  EXPECT_EQ(smooth_over_neighbours(matrix, to_distance_matrix(far, points)), matrix);

  // Symmetry survives.
  std::vector<double> near(pair_count(points));
  for (double& value : near) value = random.uniform(0.0, 2.0);
  const Matrix smoothed = smooth_over_neighbours(matrix, to_distance_matrix(near, points));
  for (std::size_t i = 0; i < points; ++i) {
    for (std::size_t j = 0; j < points; ++j) {
      EXPECT_NEAR(smoothed(i, j), smoothed(j, i), 1e-13);
    }
  }
}

TEST(TheoryPairs, CorrelationIsPearsons) {
  const std::size_t points = 4;
  const std::vector<double> pairs = {1, 2, 3, 4, 5, 7};
  std::vector<double> line = pairs, opposite = pairs;
  for (double& value : line) value = 3.0 * value + 2.0;
  for (double& value : opposite) value = -value;
  const auto matrix = [&](const std::vector<double>& values) {
    return to_distance_matrix(values, points);
  };
  EXPECT_NEAR(pair_correlation(matrix(pairs), matrix(line)).value(), 1.0, 1e-14);
  EXPECT_NEAR(pair_correlation(matrix(pairs), matrix(opposite)).value(), -1.0, 1e-14);
  // By hand: x = 1 2 3 4 5 7 and y = 1 0 1 0 1 0; sums of products of deviations -1, 70/3 and 3/2.
  EXPECT_NEAR(pair_correlation(matrix(pairs), matrix({1, 0, 1, 0, 1, 0})).value(),
              -2.0 / std::sqrt(70.0 / 3.0 * 1.5), 1e-14);
}

TEST(TheoryPairs, CorrelationCanLeaveOutPairsWithinAClass) {
  const std::size_t points = 4;
  // Classes 0 0 1 1: pairs (0,1) and (2,3) lie within a class.
  const Matrix prediction = to_distance_matrix({0, 1, 2, 3, 4, 0}, points);
  const Matrix measured = to_distance_matrix({0, 4, 3, 2, 1, 0}, points);
  const std::vector<int> classes = {0, 0, 1, 1};
  const double all = pair_correlation(prediction, measured, classes).value();
  const double between =
      pair_correlation(prediction, measured, classes, PairChoice::kDifferentClasses)
          .value();
  EXPECT_GT(all, 0.2);
  EXPECT_NEAR(between, -1.0, 1e-14);
}

TEST(TheoryPairs, FindsTheRatioThatThePredictionsWereMadeWith) {
  Random random(4);
  for (const double ratio : {3e-7, 0.02, 0.7, 1.0, 450.0}) {
    PairStarts starts = random_starts(random, 7);
    const auto measured = predict_final_distances(starts, ratio).value();
    EXPECT_NEAR(fit_shared_ratio(starts, measured).value() / ratio, 1, 1e-6);
    // Lengths in the hidden layer measured in another unit: h scales by c, and the ratio by c^2.
    std::vector<double> scaled = measured;
    for (double& value : scaled) value *= 3.0;
    for (double& value : starts.h0) value *= 3.0;
    EXPECT_NEAR(fit_shared_ratio(starts, scaled).value() / (9.0 * ratio), 1, 1e-6);
  }
  EXPECT_EQ(fit_shared_ratio({{1}, {1}, {1}, {1}}, {}).error().field, "measured");
  EXPECT_EQ(fit_shared_ratio({{1}, {1}, {1}, {1}}, {-1}).error().field, "measured[0]");
  EXPECT_EQ(fit_shared_ratio({{1}, {-1}, {1}, {1}}, {1}).error().field, "y0[0]");
}

TEST(TheoryPairs, NamesWhatIsWrong) {
  const auto prediction_error = [](const PairStarts& starts, double ratio = 1.0) {
    const auto result = predict_final_distances(starts, ratio);
    EXPECT_FALSE(result.ok());
    return result.ok() ? Error{} : result.error();
  };
  EXPECT_EQ(prediction_error({{1}, {1}, {1}, {}}).field, "pairs");
  EXPECT_EQ(prediction_error({{1, 1}, {1, 1}, {1, 1}, {1, -1}}).message(),
            "dy2[1] is -1; allowed: a number from 0 to 1e50");
  EXPECT_EQ(prediction_error({{1, -1}, {1, 1}, {1, 1}, {1, 1}}).field, "h0[1]");
  EXPECT_EQ(prediction_error({{1}, {-1}, {1}, {1}}).field, "y0[0]");
  EXPECT_EQ(prediction_error({{1}, {1}, {-1}, {1}}).field, "dx2[0]");
  EXPECT_EQ(prediction_error({{1}, {1}, {1}, {1}}, 0.0).field, "ratio");

  const Matrix good = to_distance_matrix({1, 2, 3}, 3), flat = to_distance_matrix({1, 1, 1}, 3);
  const Matrix broken = to_distance_matrix({std::nan(""), 2, 3}, 3);
  const Matrix pair = to_distance_matrix({1}, 2);
  EXPECT_EQ(pair_correlation(flat, good).error().field, "prediction");
  EXPECT_EQ(pair_correlation(good, flat).error().field, "measured");
  EXPECT_EQ(pair_correlation(good, broken).error().value, "not finite");
  EXPECT_EQ(pair_correlation(Matrix::Zero(3, 2), good).error().message(),
            "prediction is 3 x 2; allowed: a matrix of 3 x 3");
  EXPECT_EQ(pair_correlation(good, pair).error().message(),
            "measured is 2 x 2; allowed: a matrix of 3 x 3");
  EXPECT_EQ(pair_correlation(pair, pair).error().field, "pairs");
  EXPECT_EQ(pair_correlation(good, good, {}, PairChoice::kDifferentClasses).error().field,
            "classes");
  EXPECT_EQ(pair_correlation(good, good, {1, 2}).error().field, "classes");
}

// Of 4,950 ones the mean is not one to the last bit, and what it is off by is no variation.
TEST(TheoryPairs, EqualValuesHaveNoCorrelation) {
  std::vector<double> measured(100 * 99 / 2);
  RandomStream random(3, RandomPurpose::kNoise);
  for (double& value : measured) value = random.uniform();
  for (const double same : {1.0, 0.1}) {
    const std::vector<double> constant(measured.size(), same);
    const auto found = pearson(constant, measured);
    ASSERT_FALSE(found) << found.value();
    EXPECT_EQ(found.error().field, "prediction");
    ASSERT_FALSE(pearson(measured, constant));
  }
}

// Of random distances a random order explains nothing: 95 in 100 orders correlate less than twice
// the spread of a correlation over so many pairs.
TEST(TheoryPairs, ChanceCorrelatesLittleAndMoreWithFewerPoints) {
  RandomStream random(3, RandomPurpose::kNoise);
  const auto chance = [&](std::size_t points) {
    std::vector<double> pairs(pair_count(points));
    for (double& value : pairs) value = random.uniform();
    return chance_correlation(to_distance_matrix(pairs, points)).value();
  };
  const double of_many = chance(60), of_few = chance(8);
  EXPECT_GT(of_many, 0);
  EXPECT_LT(of_many, 2 / std::sqrt(60.0 * 59 / 2));
  EXPECT_GT(of_few, 3 * of_many);
  EXPECT_FALSE(chance_correlation(Matrix::Zero(3, 3)));
}

}  // namespace
}  // namespace reprise
