// How alike two representations are: each measure is what its formula says, worked out plainly,
// does not see what it shall not see, and says where it is undefined.

#include "observe/alignment.hpp"

#include <gtest/gtest.h>

#include <Eigen/QR>
#include <Eigen/SVD>
#include <cmath>
#include <limits>
#include <utility>

#include "numerics/random.hpp"

namespace reprise {
namespace {

FloatMatrix noise(int points, int width, std::uint64_t seed) {
  FloatMatrix values(points, width);
  RandomStream(seed, RandomPurpose::kNoise)
      .fill_normal(values.data(), static_cast<std::size_t>(values.size()), 1.0);
  return values;
}

Result<Representation> representation(const FloatMatrix& values) {
  return Representation::of({values.data(), values.rows(), values.cols()});
}

Alignment aligned(const FloatMatrix& a, const FloatMatrix& b) {
  return align(representation(a).value(), representation(b).value());
}

Eigen::MatrixXd centred(const FloatMatrix& values) {
  const Eigen::MatrixXd wide = values.cast<double>();
  return wide.rowwise() - wide.colwise().mean();
}

// By the n x n matrices H K H and H L H, as Kornblith et al. write it.
double cka_of_gram_matrices(const FloatMatrix& a, const FloatMatrix& b) {
  const Eigen::Index n = a.rows();
  const Eigen::MatrixXd h = Eigen::MatrixXd::Identity(n, n) -
                            Eigen::MatrixXd::Constant(n, n, 1.0 / static_cast<double>(n));
  const Eigen::MatrixXd wide_a = a.cast<double>(), wide_b = b.cast<double>();
  const Eigen::MatrixXd k = h * wide_a * wide_a.transpose() * h;
  const Eigen::MatrixXd l = h * wide_b * wide_b.transpose() * h;
  return (k * l).trace() / std::sqrt((k * k).trace() * (l * l).trace());
}

double correlation_of_distances(const FloatMatrix& a, const FloatMatrix& b) {
  double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
  for (Eigen::Index i = 0; i < a.rows(); ++i) {
    for (Eigen::Index j = 0; j < i; ++j) {
      const double p = (a.row(i) - a.row(j)).cast<double>().norm();
      const double q = (b.row(i) - b.row(j)).cast<double>().norm();
      n += 1, x += p, y += q, xx += p * p, yy += q * q, xy += p * q;
    }
  }
  return (n * xy - x * y) / std::sqrt((n * xx - x * x) * (n * yy - y * y));
}

// Turns one cloud onto the other, units of zeros added where one is narrower, and measures what
// remains.
double half_of_what_remains(const FloatMatrix& a, const FloatMatrix& b) {
  const Eigen::Index width = std::max(a.cols(), b.cols());
  Eigen::MatrixXd x = Eigen::MatrixXd::Zero(a.rows(), width), y = x;
  x.leftCols(a.cols()) = centred(a) / centred(a).norm();
  y.leftCols(b.cols()) = centred(b) / centred(b).norm();
  const Eigen::JacobiSVD<Eigen::MatrixXd> found(y.transpose() * x,
                                                Eigen::ComputeFullU | Eigen::ComputeFullV);
  return (x - y * found.matrixU() * found.matrixV().transpose()).squaredNorm() / 2;
}

FloatMatrix turned(const FloatMatrix& values, std::uint64_t seed) {
  const Eigen::MatrixXd any =
      noise(static_cast<int>(values.cols()), static_cast<int>(values.cols()), seed).cast<double>();
  const Eigen::MatrixXd rotation = Eigen::HouseholderQR<Eigen::MatrixXd>(any).householderQ();
  return (values.cast<double>() * rotation).cast<float>();
}

struct Shape {
  int points, one, other;
};
// Narrow and wide, alike and not, fewer points than units and the other way round.
constexpr Shape kShapes[] = {{3, 1, 1},    {4, 3, 500}, {12, 5, 5},  {12, 4, 30},
                             {12, 40, 30}, {60, 7, 20}, {20, 20, 19}};

TEST(Alignment, IsWhatTheFormulasSay) {
  for (const auto& [points, one, other] : kShapes) {
    SCOPED_TRACE(testing::Message()
                 << points << " points, " << one << " and " << other << " units");
    const FloatMatrix a = noise(points, one, 1);
    FloatMatrix b = noise(points, other, 2);
    b.col(0) += 2 * a.col(0);  // Something in common.
    const Alignment found = aligned(a, b);
    EXPECT_NEAR(found.cka, cka_of_gram_matrices(a, b), 1e-9);
    EXPECT_NEAR(found.rsa, correlation_of_distances(a, b), 1e-6);  // Differences were rounded here.
    EXPECT_NEAR(found.procrustes, half_of_what_remains(a, b), 1e-6);
  }
}

TEST(Alignment, OfManyMoreUnitsThanPointsIsThatOfTheGramMatrices) {
  const FloatMatrix a = noise(10, 2000, 3), b = noise(10, 700, 4);
  EXPECT_NEAR(aligned(a, b).cka, cka_of_gram_matrices(a, b), 1e-9);
  EXPECT_NEAR(aligned(a, turned(a.leftCols(300), 5)).cka,
              cka_of_gram_matrices(a, turned(a.leftCols(300), 5)), 1e-9);
}

TEST(Alignment, SeesNoRotationReflectionShiftOrScale) {
  for (const auto& [points, one, other] : kShapes) {
    SCOPED_TRACE(testing::Message()
                 << points << " points, " << one << " and " << other << " units");
    const FloatMatrix a = noise(points, one, 6), b = noise(points, other, 7);
    FloatMatrix moved = -37.5f * turned(b, 8);
    moved.rowwise() += noise(1, other, 9).row(0);
    const Alignment before = aligned(a, b), after = aligned(a, moved), same = aligned(b, moved);
    EXPECT_NEAR(before.cka, after.cka, 1e-5);
    EXPECT_NEAR(before.rsa, after.rsa, 1e-5);
    EXPECT_NEAR(before.procrustes, after.procrustes, 1e-5);
    EXPECT_NEAR(same.cka, 1, 1e-5);
    EXPECT_NEAR(same.rsa, 1, 1e-5);
    EXPECT_NEAR(same.procrustes, 0, 1e-5);
  }
}

TEST(Alignment, IsTheSameEitherWayRoundAndWithinItsBounds) {
  for (const auto& [points, one, other] : kShapes) {
    for (std::uint64_t seed = 0; seed < 5; ++seed) {
      const FloatMatrix a = noise(points, one, 10 + seed), b = noise(points, other, 20 + seed);
      const Alignment there = aligned(a, b), back = aligned(b, a);
      EXPECT_NEAR(there.cka, back.cka, 1e-12);
      EXPECT_NEAR(there.rsa, back.rsa, 1e-12);
      EXPECT_NEAR(there.procrustes, back.procrustes, 1e-6);
      EXPECT_GE(there.cka, 0);
      EXPECT_LE(there.cka, 1);
      EXPECT_LE(std::fabs(there.rsa), 1 + 1e-12);
      EXPECT_GE(there.procrustes, 0);
      EXPECT_LE(there.procrustes, 1);
    }
  }
}

TEST(Alignment, OfWhatHasNothingInCommonIsNone) {
  // Four corners of a square: what one sees of them, the other does not.
  FloatMatrix a(4, 1), b(4, 1);
  a << -1, -1, 1, 1;
  b << -1, 1, -1, 1;
  const Alignment found = aligned(a, b);
  EXPECT_NEAR(found.cka, 0, 1e-12);
  EXPECT_NEAR(found.procrustes, 1, 1e-6);
  EXPECT_LT(found.rsa, 0);  // Pairs far apart in one lie together in the other.
}

TEST(Alignment, HoldsAtAnySizeOfActivations) {
  const FloatMatrix a = noise(9, 4, 30), b = noise(9, 30, 31);
  const Alignment usual = aligned(a, b);
  for (const float scale : {1e-30f, 1e30f}) {
    const Alignment found = aligned(scale * a, b);
    EXPECT_NEAR(found.cka, usual.cka, 1e-6);
    EXPECT_NEAR(found.rsa, usual.rsa, 1e-6);
    EXPECT_NEAR(found.procrustes, usual.procrustes, 1e-6);
  }
}

TEST(Alignment, IsUndefinedOfDeadUnitsAndOfDistancesThatAreAllEqual) {
  const FloatMatrix alive = noise(5, 7, 40);
  for (const float value : {0.0f, 0.1f, -3e7f}) {
    const FloatMatrix dead = FloatMatrix::Constant(5, 7, value);
    for (const Alignment& found :
         {aligned(dead, alive), aligned(alive, dead), aligned(dead, dead)}) {
      EXPECT_TRUE(std::isnan(found.cka));
      EXPECT_TRUE(std::isnan(found.rsa));
      EXPECT_TRUE(std::isnan(found.procrustes));
    }
  }
  const FloatMatrix corners = FloatMatrix::Identity(5, 5);
  const Alignment found = aligned(corners, alive);
  EXPECT_TRUE(std::isnan(found.rsa));
  EXPECT_GT(found.cka, 0);
  EXPECT_GT(found.procrustes, 0);
}

TEST(Alignment, AnOverlayLeavesTheDistanceAndKeepsBothShapes) {
  for (const auto& [points, one, other] : kShapes) {
    SCOPED_TRACE(testing::Message()
                 << points << " points, " << one << " and " << other << " units");
    const FloatMatrix a = noise(points, one, 60), b = noise(points, other, 61);
    const Representation first = representation(a).value(), second = representation(b).value();
    const Overlay found = overlay(first, second, 10, Matrix(0, 10));
    EXPECT_NEAR(found.procrustes, half_of_what_remains(a, b), 1e-6);
    EXPECT_NEAR(found.procrustes, align(first, second).procrustes, 1e-6);
    if (points > 11 && std::max(one, other) > 10) continue;
    // As many dimensions as there are: nothing is hidden, so the picture holds all distances.
    EXPECT_NEAR(found.share, 1, 1e-9);
    EXPECT_NEAR((found.first - found.second).squaredNorm() / 2, found.procrustes, 1e-6);
    for (const auto& [picture, values] : {std::pair{&found.first, &a}, {&found.second, &b}}) {
      const Eigen::MatrixXd whole = centred(*values) / centred(*values).norm();
      for (int i = 1; i < points; ++i)
        EXPECT_NEAR((picture->row(i) - picture->row(0)).norm(),
                    (whole.row(i) - whole.row(0)).norm(), 1e-6);
    }
  }
}

TEST(Alignment, AnOverlayOfTheSameShapeTurnedLiesOnIt) {
  const FloatMatrix a = noise(12, 6, 62);
  FloatMatrix moved = 3 * turned(a, 63);
  moved.rowwise() += noise(1, 6, 64).row(0);
  const auto found =
      overlay(representation(a).value(), representation(moved).value(), 2, Matrix(0, 2));
  EXPECT_LT((found.first - found.second).cwiseAbs().maxCoeff(), 1e-5);
  EXPECT_LT(found.share, 1);
  // A layer that is dead lies in the middle, and nothing is said of how far it is.
  const auto dead = representation(FloatMatrix::Constant(12, 6, 2)).value();
  const auto beside = overlay(representation(a).value(), dead, 2, Matrix(0, 2));
  EXPECT_TRUE(std::isnan(beside.procrustes));
  EXPECT_EQ(beside.second.cwiseAbs().maxCoeff(), 0);
  EXPECT_GT(beside.first.cwiseAbs().maxCoeff(), 0);
}

TEST(Alignment, RefusesWhatCannotBeCompared) {
  const auto refused = [](const FloatMatrix& values) { return representation(values).error(); };
  EXPECT_EQ(refused(noise(2, 4, 50)).field, "points");
  EXPECT_EQ(refused(noise(501, 1, 50)).field, "points");
  EXPECT_EQ(refused(FloatMatrix(5, 0)).field, "width");
  FloatMatrix broken = noise(5, 4, 51);
  broken(2, 3) = std::numeric_limits<float>::infinity();
  EXPECT_EQ(refused(broken).field, "values");
}

}  // namespace
}  // namespace reprise
