// Successive pictures: distances kept, one picture turned onto the next, and what is left open
// turned as little as possible.

#include "observe/scaling_series.hpp"

#include <gtest/gtest.h>

#include <Eigen/LU>
#include <algorithm>
#include <cmath>
#include <limits>

#include "experiment/pictures.hpp"
#include "noise.hpp"
#include "observe/procrustes.hpp"

namespace reprise {
namespace {

const Matrix kNone;

Matrix noise_in_doubles(Eigen::Index rows, Eigen::Index columns, std::uint64_t seed) {
  return test_support::noise_matrix(rows, columns, seed).cast<double>();
}

Matrix centred(Matrix points) {
  points.rowwise() -= points.colwise().mean().eval();
  return points;
}

// The squared distances of all pairs of rows, as one row.
Eigen::RowVectorXd pairs_of(const Matrix& points) {
  Eigen::RowVectorXd pairs(points.rows() * (points.rows() - 1) / 2);
  Eigen::Index pair = 0;
  for (Eigen::Index i = 0; i < points.rows(); ++i) {
    for (Eigen::Index j = i + 1; j < points.rows(); ++j) {
      pairs[pair++] = (points.row(i) - points.row(j)).squaredNorm();
    }
  }
  return pairs;
}

// A random rotation, or a reflection.
Matrix turn_of(int dimensions, std::uint64_t seed, bool reflect) {
  const Matrix square = noise_in_doubles(dimensions, dimensions, seed);
  Matrix turn = procrustes_rotation(Matrix::Identity(dimensions, dimensions), square);
  if ((turn.determinant() < 0) != reflect) turn.row(0) = -turn.row(0);
  return turn;
}

double largest_difference(const Matrix& a, const Matrix& b) {
  return (a - b).cwiseAbs().maxCoeff();
}

TEST(Procrustes, UndoesARotationOrReflectionWhateverTheScale) {
  for (const int dimensions : {1, 2, 3, 5}) {
    const Matrix points = centred(noise_in_doubles(12, dimensions, 20 + dimensions));
    for (const bool reflect : {false, true}) {
      const Matrix turn = turn_of(dimensions, 30 + dimensions, reflect);
      EXPECT_LT(
          largest_difference(turn * turn.transpose(), Matrix::Identity(dimensions, dimensions)),
          1e-14);
      for (const double scale : {1.0, 1e-20, 1e9}) {
        const Matrix found = procrustes_rotation(scale * points, points * turn);
        EXPECT_LT(largest_difference(found, turn), 1e-13)
            << dimensions << " " << reflect << " " << scale;
      }
    }
  }
}

TEST(Procrustes, IsNearerThanAnyOtherTurn) {
  const Matrix a = centred(noise_in_doubles(9, 3, 1)), b = centred(noise_in_doubles(9, 3, 2));
  const double least = (a * procrustes_rotation(a, b) - b).norm();
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    EXPECT_GT((a * turn_of(3, 100 + seed, seed % 2 == 0) - b).norm(), least);
  }
}

TEST(Procrustes, TurnsAsLittleAsPossibleWhatThePointsLeaveOpen) {
  const Matrix identity = Matrix::Identity(3, 3);
  Matrix points = centred(noise_in_doubles(20, 3, 3));
  // A cloud in a plane, also up to round-off, a thread, and a dot.
  for (const double width : {0.0, 1e-12}) {
    Matrix flat = points;
    flat.col(2) *= width;
    EXPECT_LT(largest_difference(procrustes_rotation(flat, flat), identity), 1e-13);
    flat.col(2) *= -1;
    EXPECT_LT(largest_difference(procrustes_rotation(flat, flat), identity), 1e-13);
  }
  Matrix thread = points;
  thread.rightCols(2).setZero();
  EXPECT_LT(largest_difference(procrustes_rotation(thread, thread), identity), 1e-13);
  const Matrix dot = Matrix::Zero(20, 3);
  EXPECT_EQ(procrustes_rotation(dot, points), identity);
  EXPECT_EQ(procrustes_rotation(points, dot), identity);
  // A plane turned about its own normal keeps the side that it shows.
  Matrix flat = points;
  flat.col(2).setZero();
  Matrix turn = identity;
  turn.topLeftCorner(2, 2) << 0.6, 0.8, -0.8, 0.6;
  EXPECT_LT(largest_difference(procrustes_rotation(flat, flat * turn), turn), 1e-13);
}

TEST(Procrustes, FollowsAThinCloudByItsThinnestDirection) {
  Matrix points = centred(noise_in_doubles(20, 3, 4));
  points.col(2) *= 1e-3;
  const Matrix turn = turn_of(3, 5, true);
  EXPECT_LT(largest_difference(procrustes_rotation(points, points * turn), turn), 1e-8);
}

TEST(ScalingSeries, ReproducesDistancesThatFitIntoItsDimensions) {
  for (const int points : {2, 4, 7}) {
    Matrix distances(3, points * (points - 1) / 2);
    for (int moment = 0; moment < 3; ++moment) {
      distances.row(moment) = pairs_of(noise_in_doubles(points, 2, 10 * points + moment));
    }
    const auto series = scaling_series(distances, points, 2, kNone).value();
    for (int moment = 0; moment < 3; ++moment) {
      const Matrix picture = series.coordinates.middleRows(moment * points, points);
      EXPECT_LT((pairs_of(picture) - distances.row(moment)).cwiseAbs().maxCoeff(), 1e-12);
      EXPECT_LT(picture.colwise().sum().norm(), 1e-13);
      EXPECT_NEAR(series.shares[moment], 1, 1e-12);
    }
  }
}

TEST(ScalingSeries, SaysWhatShareTwoDimensionsHold) {
  // A regular tetrahedron has three directions alike.
  const auto series = scaling_series(Matrix::Ones(1, 6), 4, 2, kNone).value();
  EXPECT_NEAR(series.shares[0], 2.0 / 3, 1e-14);
  EXPECT_EQ(scaling_series(Matrix::Zero(1, 6), 4, 2, kNone).value().shares[0], 1);
}

TEST(ScalingSeries, PointsMoveAndThePictureDoesNotSpin) {
  // A path of points in the plane, seen through their distances alone.
  const Matrix from = centred(noise_in_doubles(4, 2, 6)),
               step = centred(noise_in_doubles(4, 2, 7)) / 100;
  const int moments = 200;
  Matrix distances(moments, 6);
  for (int k = 0; k < moments; ++k) distances.row(k) = pairs_of(from + k * step);
  const auto series = scaling_series(distances, 4, 2, from).value();
  EXPECT_LT(largest_difference(series.coordinates.topRows(4), from), 1e-13);
  for (int k = 1; k < moments; ++k) {
    const double moved =
        (series.coordinates.middleRows(4 * k, 4) - series.coordinates.middleRows(4 * (k - 1), 4))
            .norm();
    EXPECT_LE(moved, step.norm() * (1 + 1e-9)) << k;
  }
  // In pieces the pictures are the same to the last bit.
  const Matrix before = series.coordinates.middleRows(4 * 99, 4);
  const auto rest = scaling_series(distances.bottomRows(100), 4, 2, before).value();
  EXPECT_EQ(rest.coordinates, series.coordinates.bottomRows(400));
}

TEST(ScalingSeries, RefusesWhatIsNoSeriesOfDistances) {
  const auto field = [](const auto& result) {
    return result ? std::string("none") : result.error().field;
  };
  EXPECT_EQ(field(scaling_series(Matrix::Ones(1, 5), 4, 2, kNone)), "squared_distances");
  EXPECT_EQ(field(scaling_series(Matrix(0, 6), 4, 2, kNone)), "squared_distances");
  EXPECT_EQ(field(scaling_series(Matrix::Ones(1, 6), 4, 0, kNone)), "dimensions");
  EXPECT_EQ(field(scaling_series(Matrix::Ones(1, 6), 4, 2, Matrix::Ones(4, 3))), "onto");
  Matrix distances = Matrix::Ones(3, 6);
  distances(1, 2) = -1;
  EXPECT_EQ(field(scaling_series(distances, 4, 2, kNone)), "squared_distances[1]");
}

TEST(Pictures, LaysOutSeriesAndTurnedPictures) {
  const Vector none, ones = Vector::Ones(12);
  const auto block = scaling_block(ones, none, 4, 2).value();
  ASSERT_EQ(block.size(), 1u + 2 + 2 * 8);
  EXPECT_EQ(block[0], 2);
  EXPECT_NEAR(block[1], 2.0 / 3, 1e-14);
  const auto series = scaling_series(Matrix::Ones(2, 6), 4, 2, kNone).value();
  EXPECT_TRUE(std::equal(block.begin() + 3, block.end(), series.coordinates.data()));

  const Matrix picture = centred(noise_in_doubles(5, 2, 8)), turn = turn_of(2, 9, true);
  const Matrix onto = picture * turn;
  const auto turned =
      turned_block(VectorMap(picture.data(), 10), VectorMap(onto.data(), 10), 2).value();
  ASSERT_EQ(turned.size(), 11u);
  EXPECT_EQ(turned[0], 5);
  EXPECT_LT(largest_difference(MatrixMap(turned.data() + 1, 5, 2), onto), 1e-13);

  const auto field = [](const auto& result) {
    return result ? std::string("none") : result.error().field;
  };
  EXPECT_EQ(field(scaling_block(ones, none, 1, 2)), "points");
  EXPECT_EQ(field(scaling_block(ones, none, 201, 2)), "points");
  EXPECT_EQ(field(scaling_block(ones, none, 4, 0)), "dimensions");
  EXPECT_EQ(field(scaling_block(ones, none, 4, 11)), "dimensions");
  EXPECT_EQ(field(scaling_block(ones, none, 5, 2)), "squared_distances");
  EXPECT_EQ(field(scaling_block(none, none, 4, 2)), "squared_distances");
  EXPECT_EQ(field(scaling_block(ones, ones, 4, 2)), "onto");
  EXPECT_EQ(field(turned_block(ones, none, 2)), "onto");
  EXPECT_EQ(field(turned_block(ones, ones, 5)), "coordinates");
  EXPECT_EQ(field(turned_block(none, none, 2)), "coordinates");
  EXPECT_EQ(field(turned_block(ones, ones, 0)), "dimensions");
  Vector hole = ones;
  hole[3] = std::numeric_limits<double>::quiet_NaN();
  EXPECT_EQ(field(turned_block(ones, hole, 2)), "onto");
  EXPECT_EQ(field(turned_block(hole, ones, 2)), "coordinates");
}

}  // namespace
}  // namespace reprise
