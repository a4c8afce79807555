// The theory of many points at once, held against the paper's equations for two, what it conserves,
// its rich limit, and the exact solution for linear networks.

#include "theory/joint.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "numerics/eigensystem.hpp"
#include "theory/closed_form.hpp"
#include "theory/input_kernel.hpp"
#include "theory/integrate.hpp"
#include "theory_test_support.hpp"

namespace reprise {
namespace {

using test_support::even_times;
using test_support::Problem;
using test_support::Random;

constexpr IntegrationOptions kExact{1e-13, 1e-16, 200000};

Matrix normal_matrix(Random& random, Eigen::Index rows, Eigen::Index columns, double size = 1) {
  Matrix matrix(rows, columns);
  for (double& value : matrix.reshaped()) value = size * random.normal();
  return matrix;
}

Matrix gram_of(const Matrix& points) { return points * points.transpose(); }

Matrix about_mean(const Matrix& rows) { return rows.rowwise() - rows.colwise().mean().eval(); }

// Points whose hidden places the inputs decide, as in a linear network: H = X W.
JointPoints linear_network(Random& random, Eigen::Index points, Eigen::Index inputs,
                           Eigen::Index outputs, double size) {
  const Matrix x = normal_matrix(random, points, inputs);
  const Matrix h = x * normal_matrix(random, inputs, inputs, size);
  return {gram_of(x), gram_of(h), h * normal_matrix(random, inputs, outputs, size),
          normal_matrix(random, points, outputs)};
}

// h, y and w of two points, of a joint state.
State of_two(const JointState& state, const Matrix& targets) {
  const Matrix outputs = state.outputs();
  const Eigen::RowVectorXd dy = outputs.row(1) - outputs.row(0);
  const Eigen::RowVectorXd wanted = targets.row(1) - targets.row(0);
  return {state.distances()(0, 1), dy.squaredNorm(), dy.dot(dy - wanted)};
}

// Two points in five dimensions somewhere, with the distances and directions of the problem.
JointPoints two_points(Random& random, const Problem& p) {
  JointPoints points;
  Matrix x(2, 5), h(2, 5);
  const Matrix direction = normal_matrix(random, 1, 5).normalized();
  x.row(0) = normal_matrix(random, 1, 5);
  x.row(1) = x.row(0) + std::sqrt(p.constants.dx2) * direction;
  h.row(0) = normal_matrix(random, 1, 5);
  h.row(1) = h.row(0) + std::sqrt(p.start.h) * normal_matrix(random, 1, 5).normalized();
  points.kernel = gram_of(x);
  points.hidden = gram_of(h);
  points.outputs = Matrix::Ones(2, 1) * normal_matrix(random, 1, 2);
  points.targets = points.outputs;
  // dy* along the first axis, dy at the angle that w0 asks for.
  const double length = std::sqrt(p.start.y), wanted = std::sqrt(p.constants.dy2);
  const double along = (p.start.y - p.start.w) / wanted;
  points.targets(1, 0) += wanted;
  points.outputs(1, 0) += along;
  points.outputs(1, 1) += std::sqrt(std::max(length * length - along * along, 0.0));
  return points;
}

TEST(TheoryJoint, OfTwoPointsIsThePapersTheory) {
  Random random(11);
  for (int trial = 0; trial < 40; ++trial) {
    Problem p = random.problem();
    p.start.h = std::max(p.start.h, 1e-4);
    const JointPoints points = two_points(random, p);
    const double clock = Units::natural(p.constants, p.rates.ratio(), p.start).clock(p.rates.eta_y);
    const auto times = even_times(20.0 / clock, 30);
    const auto alone = integrate({}, p.constants, p.rates, p.start, times, {1e-13, 1e-17, 500000});
    const auto jointly = integrate_jointly(points, p.rates, times, kExact);
    ASSERT_TRUE(alone && jointly) << jointly.error().message();
    ASSERT_EQ(jointly.value().states.size(), times.size());
    double h = 0, y = 0, w = 0;
    for (const State& state : alone.value().states) {
      h = std::max(h, state.h);
      y = std::max(y, state.y);
      w = std::max(w, std::fabs(state.w));
    }
    for (std::size_t k = 0; k < times.size(); ++k) {
      const State found = of_two(jointly.value().states[k], points.targets);
      const State expected = alone.value().states[k];
      EXPECT_NEAR(found.h, expected.h, 1e-9 * h) << "trial " << trial << ", time " << k;
      EXPECT_NEAR(found.y, expected.y, 1e-9 * y) << "trial " << trial << ", time " << k;
      EXPECT_NEAR(found.w, expected.w, 1e-9 * std::max(w, y)) << "trial " << trial << ", " << k;
    }
  }
}

TEST(TheoryJoint, OfTwoPointsEndsWhereTheClosedFormSays) {
  Random random(12);
  for (int trial = 0; trial < 20; ++trial) {
    Problem p = random.problem();
    // A decoder that begins far larger than the encoder makes the equations stiff (see below).
    p.start.h = std::max(p.start.h, 1e-2);
    p.start = test_support::start_at_angle(p.constants, p.start.h, std::min(p.start.y, p.start.h),
                                           random.uniform(-0.5, 1.0));
    JointPoints points = two_points(random, p);
    // Of two points every kernel is the inputs' own, once it is scaled to them.
    points.kernel = scaled_to(points.kernel, arc_cosine_kernel(points.kernel, 1 + trial % 4, 0.01));
    const auto end = joint_end(points, p.rates.ratio());
    const auto expected = final_distance(p.start.h, p.start.y, p.constants, p.rates.ratio());
    ASSERT_TRUE(end && expected);
    EXPECT_LE(end.value().error, 1e-6);
    EXPECT_NEAR(end.value().state.distances()(0, 1), expected.value().h_final,
                3e-3 * expected.value().h_final)
        << "trial " << trial;
  }
}

// A decoder a million times the encoder: steps have to follow its pace and are used up before the
// rest has moved. The result says so.
TEST(TheoryJoint, TellsWhatIsLeftWhereStepsDoNotSuffice) {
  Random random(24);
  const Problem p{{1, 1}, {1, 1}, {1e-9, 1, 1.5}};
  const auto end = joint_end(two_points(random, p), 1, {1e-6, 1e-9, 500});
  ASSERT_TRUE(end);
  EXPECT_EQ(end.value().steps, 500);
  EXPECT_GT(end.value().error, 1e-3);
}

TEST(TheoryJoint, ConservesAMatrix) {
  Random random(13);
  for (int trial = 0; trial < 10; ++trial) {
    // More points than input dimensions: K has no inverse, and on its range that is no matter.
    const JointPoints points = linear_network(random, 6, 3, 2, trial % 2 == 0 ? 0.05 : 1.5);
    const Rates rates{random.log_uniform(0.01, 1), random.log_uniform(0.01, 1)};
    const Eigensystem kernel =
        largest_eigenvectors(about_mean(about_mean(points.kernel).transpose()), 3);
    const auto conserved = [&](const JointState& state) -> Matrix {
      const Eigen::MatrixXd along = kernel.vectors.transpose() * state.hidden;
      return along.transpose() * kernel.values.head(3).cwiseInverse().asDiagonal() * along /
                 rates.eta_h -
             state.decoder.transpose() * state.decoder / rates.eta_y;
    };
    const auto run = integrate_jointly(points, rates, even_times(200, 20), kExact);
    ASSERT_TRUE(run);
    ASSERT_EQ(run.value().states.size(), 20u);
    const Matrix before = conserved(run.value().states.front());
    double moved = 0;
    for (const JointState& state : run.value().states) {
      const double size = state.hidden.squaredNorm() / rates.eta_h +
                          state.decoder.squaredNorm() / rates.eta_y + before.norm();
      EXPECT_LE((conserved(state) - before).norm(), 1e-9 * size);
      moved = std::max(moved, (state.hidden - run.value().states.front().hidden).norm());
    }
    EXPECT_GT(moved, 0.1);
  }
}

TEST(TheoryJoint, FromASmallStartEndsAtTheGeometricMean) {
  Random random(14);
  for (int trial = 0; trial < 10; ++trial) {
    // As many input dimensions as points, so that all can be learnt.
    const JointPoints points = linear_network(random, 5, 5, 1 + trial % 3, 1e-4);
    const double ratio = random.log_uniform(0.01, 100);
    const auto end = joint_end(points, ratio, {1e-8, 1e-11, 400000});
    ASSERT_TRUE(end);
    ASSERT_LE(end.value().error, 1e-6);
    const Matrix expected = rich_limit(points, ratio), found = gram_of(end.value().state.hidden);
    EXPECT_LE((found - expected).norm(), 1e-2 * expected.norm()) << "trial " << trial;
  }
}

TEST(TheoryJoint, TheRichLimitSolvesItsEquation) {
  // G = sqrt(r) K # T T^T is the solution of G K^-1 G = r T T^T.
  Random random(15);
  const JointPoints points = linear_network(random, 6, 6, 3, 1);
  const Matrix limit = rich_limit(points, 0.3);
  const Matrix kernel = about_mean(about_mean(points.kernel).transpose());
  const Eigensystem system = largest_eigenvectors(kernel, 5);
  const Matrix inverse = system.vectors * system.values.head(5).cwiseInverse().asDiagonal() *
                         system.vectors.transpose();
  const Matrix expected = 0.3 * gram_of(about_mean(points.targets));
  EXPECT_LE((limit * inverse * limit - expected).norm(), 1e-9 * expected.norm());
}

// Saxe, McClelland and Ganguli (2014): in a balanced start along the modes of the task, each mode's
// strength p = a b obeys p' = 2 c p (s - p) with its own s, and so
// p(t) = s e^(2 c s t) / (e^(2 c s t) - 1 + s / p0).
TEST(TheoryJoint, MeetsTheExactModesOfLinearNetworks) {
  Random random(16);
  constexpr Eigen::Index kPoints = 6, kModes = 3;
  // Directions at right angles to each other and to the mean.
  const Eigensystem directions = largest_eigenvectors(
      about_mean(about_mean(gram_of(normal_matrix(random, kPoints, kPoints))).transpose()), kModes);
  const Eigen::MatrixXd left = directions.vectors;
  const Eigen::MatrixXd right =
      largest_eigenvectors(gram_of(normal_matrix(random, 4, 4)), kModes).vectors;
  const Vector kernel{{2.0, 0.7, 0.3}}, strength{{1.5, 1.0, 0.4}}, first{{1e-3, 2e-3, 5e-4}};
  const Rates rates{0.4, 0.09};
  JointPoints points;
  points.kernel = left * kernel.asDiagonal() * left.transpose();
  points.targets = left * strength.asDiagonal() * right.transpose();
  points.outputs = left * first.asDiagonal() * right.transpose();
  // Balanced: a^2 / (eta_h lambda) = b^2 / eta_y with a b = p0.
  const Vector a_squared = first.array() * (rates.eta_h / rates.eta_y * kernel.array()).sqrt();
  points.hidden = left * a_squared.asDiagonal() * left.transpose();
  const auto times = even_times(80, 60);
  const auto run = integrate_jointly(points, rates, times, kExact);
  ASSERT_TRUE(run);
  ASSERT_EQ(run.value().states.size(), times.size());
  for (std::size_t k = 0; k < times.size(); ++k) {
    const JointState& state = run.value().states[k];
    const Matrix modes = left.transpose() * state.outputs() * right;
    const Matrix hidden = left.transpose() * gram_of(state.hidden) * left;
    for (Eigen::Index m = 0; m < kModes; ++m) {
      const double c = std::sqrt(rates.eta_h * rates.eta_y * kernel[m]), s = strength[m];
      const double grown = std::exp(2 * c * s * times[k]);
      const double exact = s * grown / (grown - 1 + s / first[m]);
      EXPECT_NEAR(modes(m, m), exact, 1e-9 * s) << "mode " << m << ", time " << times[k];
      EXPECT_NEAR(hidden(m, m), exact * std::sqrt(rates.ratio() * kernel[m]), 1e-8);
      for (Eigen::Index other = 0; other < kModes; ++other) {
        if (other != m) {
          EXPECT_NEAR(modes(m, other), 0, 1e-10);
        }
      }
    }
  }
  EXPECT_GT((left.transpose() * run.value().states.back().outputs() * right)(0, 0), 1.499);
}

TEST(TheoryJoint, StartsAtTheOutputsWithTheSmallestDecoder) {
  Random random(17);
  const JointPoints points = linear_network(random, 5, 8, 2, 0.7);
  const auto start = joint_start(points);
  ASSERT_TRUE(start);
  EXPECT_LE((start.value().outputs() - about_mean(points.outputs)).norm(), 1e-10);
  const Matrix gram = about_mean(about_mean(points.hidden).transpose());
  EXPECT_LE((gram_of(start.value().hidden) - gram).norm(), 1e-10 * gram.norm());
  // Four directions tell five points apart, and the decoder reads no other.
  EXPECT_EQ(start.value().hidden.cols(), 4);
  EXPECT_EQ(start.value().decoder.rows(), 2);
}

TEST(TheoryJoint, TimesDoNotChangeTheValues) {
  Random random(18);
  const JointPoints points = linear_network(random, 5, 4, 2, 0.1);
  const auto few = integrate_jointly(points, {0.1, 0.2}, {0, 10, 40});
  const auto many = integrate_jointly(points, {0.1, 0.2}, even_times(40, 41));
  ASSERT_TRUE(few && many);
  EXPECT_EQ(few.value().states[1].hidden, many.value().states[10].hidden);
  EXPECT_EQ(few.value().states[2].decoder, many.value().states[40].decoder);
  EXPECT_EQ(few.value().states[0].hidden, joint_start(points).value().hidden);
}

// Its kernel cannot tell the corners of XOR apart as the targets do, so the hidden points stay.
TEST(TheoryJoint, ALinearEncoderCannotMoveForXor) {
  Matrix x(4, 2), targets(4, 1);
  x << 0, 0, 0, 1, 1, 0, 1, 1;
  targets << 0, 1, 1, 0;
  JointPoints points{gram_of(x), Matrix::Identity(4, 4) * 0.01, Matrix::Zero(4, 1), targets};
  const auto stays = joint_end(points, 1);
  ASSERT_TRUE(stays);
  EXPECT_LE(stays.value().error, 1e-6);
  EXPECT_NEAR(stays.value().state.distances()(0, 1), 0.02, 1e-6);
  points.kernel = scaled_to(points.kernel, arc_cosine_kernel(points.kernel, 2, 0));
  const auto moves = joint_end(points, 1);
  ASSERT_TRUE(moves);
  EXPECT_GT(moves.value().state.distances()(0, 1), 0.1);
}

TEST(TheoryJoint, FindsTheRatioThatMadeTheDistances) {
  Random random(19);
  for (const double ratio : {0.02, 0.4, 30.0}) {
    const JointPoints points = linear_network(random, 5, 5, 2, 0.1);
    const Matrix measured = joint_end(points, ratio).value().state.distances();
    const auto found = fit_joint_ratio(points, measured, ratio * 5);
    ASSERT_TRUE(found);
    EXPECT_NEAR(found.value(), ratio, 1e-2 * ratio);
  }
}

TEST(TheoryJoint, RefusesWhatItCannotUse) {
  Random random(20);
  const JointPoints good = linear_network(random, 4, 3, 2, 1);
  const auto field = [](const JointPoints& points) {
    const auto start = joint_start(points);
    return start ? std::string() : start.error().field;
  };
  EXPECT_EQ(field(good), "");
  JointPoints bad = good;
  bad.targets.resize(1, 2);
  EXPECT_EQ(field(bad), "points");
  bad = good;
  bad.kernel.resize(3, 4);
  EXPECT_EQ(field(bad), "kernel");
  bad = good;
  bad.kernel = Matrix::Ones(4, 4);
  EXPECT_EQ(field(bad), "kernel");
  bad = good;
  bad.hidden(1, 2) = std::numeric_limits<double>::quiet_NaN();
  EXPECT_EQ(field(bad), "hidden");
  bad = good;
  bad.hidden = Matrix::Ones(4, 4);
  EXPECT_EQ(field(bad), "hidden");
  bad = good;
  bad.outputs.resize(4, 3);
  EXPECT_EQ(field(bad), "outputs");
  EXPECT_EQ(joint_end(good, -1).error().field, "ratio");
  EXPECT_EQ(integrate_jointly(good, {0, 1}, {1}).error().field, "eta_h");
  EXPECT_EQ(integrate_jointly(good, {1, 1}, {2, 1}).error().field, "times[1]");
  EXPECT_EQ(fit_joint_ratio(good, Matrix::Zero(3, 3), 1).error().field, "measured");
  const auto cut = integrate_jointly(good, {1, 1}, {0, 100}, {1e-8, 1e-12, 5});
  ASSERT_TRUE(cut);
  EXPECT_EQ(cut.value().end, CurveEnd::kOutOfSteps);
  EXPECT_EQ(cut.value().states.size(), 1u);
}

TEST(InputKernel, TheArcOfACosine) {
  for (double angle = 0; angle <= 3.14159; angle += 0.01) {
    const double cosine = std::cos(angle);
    // Near 0 and pi the cosine itself keeps fewer digits of the angle.
    EXPECT_NEAR(arc_cosine(cosine), std::acos(cosine), 1e-15 * std::max(1.0, angle));
  }
  EXPECT_EQ(arc_cosine(1), 0);
  EXPECT_NEAR(arc_cosine(-1), std::acos(-1.0), 1e-15);
}

// What a layer of very many random units would give, by an average over units.
TEST(InputKernel, IsWhatManyRandomUnitsGive) {
  Random random(21);
  const Matrix x = normal_matrix(random, 4, 3);
  for (const double slope : {0.0, 0.01, 0.5, 1.0}) {
    constexpr int kUnits = 200000;
    Matrix mean = Matrix::Zero(4, 4);
    for (int unit = 0; unit < kUnits; ++unit) {
      Eigen::VectorXd z = x * normal_matrix(random, 3, 1);
      for (double& value : z) value = value > 0 ? value : slope * value;
      mean += z * z.transpose() / kUnits;
    }
    mean *= 2 / (1 + slope * slope);
    const Matrix kernel = arc_cosine_kernel(gram_of(x), 1, slope);
    EXPECT_LE((kernel - mean).norm(), 0.02 * kernel.norm()) << slope;
    EXPECT_LE((kernel.diagonal() - gram_of(x).diagonal()).norm(), 1e-14);
  }
}

TEST(InputKernel, OfLinearUnitsIsTheInputsOwnAndOfTwoLayersTheSecondOfTheFirst) {
  Random random(22);
  const Matrix gram = gram_of(normal_matrix(random, 5, 3));
  EXPECT_LE((arc_cosine_kernel(gram, 7, 1) - gram).norm(), 1e-13 * gram.norm());
  EXPECT_EQ(arc_cosine_kernel(gram, 2, 0.01),
            arc_cosine_kernel(arc_cosine_kernel(gram, 1, 0.01), 1, 0.01));
  EXPECT_EQ(arc_cosine_kernel(gram, 0, 0.3), gram);
  // A point at the origin stays there.
  Matrix with_origin = gram;
  with_origin.row(0).setZero();
  with_origin.col(0).setZero();
  EXPECT_EQ(arc_cosine_kernel(with_origin, 3, 0).row(0), with_origin.row(0));
}

TEST(InputKernel, IsScaledToTheInputsDistances) {
  Random random(23);
  const Matrix gram = gram_of(normal_matrix(random, 5, 3));
  const Matrix kernel = gram_of(normal_matrix(random, 5, 7)).array() + 3;
  const auto spread = [](const Matrix& of) {
    double sum = 0;
    for (int i = 0; i < 5; ++i)
      for (int j = 0; j < i; ++j) sum += of(i, i) + of(j, j) - 2 * of(i, j);
    return sum;
  };
  EXPECT_NEAR(spread(scaled_to(gram, kernel)), spread(gram), 1e-12 * spread(gram));
  EXPECT_EQ(scaled_to(gram, Matrix::Ones(5, 5)), Matrix::Ones(5, 5));
}

}  // namespace
}  // namespace reprise
