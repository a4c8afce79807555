// The bits of what the algebra gives: of an eigensystem, a principal component analysis, a scaled
// series and a fit. This file runs in every build, so that one of them that rounds differently
// fails here. Whoever changes these computations on purpose puts the new digests in place of these.

#include <gtest/gtest.h>

#include <cstdint>
#include <cstring>
#include <utility>
#include <vector>

#include "noise.hpp"
#include "numerics/eigensystem.hpp"
#include "observe/alignment.hpp"
#include "observe/embedding.hpp"
#include "observe/scaling_series.hpp"
#include "theory/fit.hpp"
#include "theory/input_kernel.hpp"
#include "theory/integrate.hpp"
#include "theory/joint.hpp"

namespace reprise {
namespace {

// Fowler, Noll and Vo's hash (FNV-1a, 64 bits) of the bits of numbers.
class Digest {
 public:
  void mix(double value) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    for (int byte = 0; byte < 8; ++byte) {
      hash_ = (hash_ ^ ((bits >> (8 * byte)) & 0xff)) * 1099511628211u;
    }
  }
  template <class Numbers>
  void mix_all(const Numbers& numbers) {
    for (const double value : numbers) mix(value);
  }
  void mix_matrix(const Eigen::MatrixXd& matrix) { mix_all(matrix.reshaped()); }
  std::uint64_t value() const { return hash_; }

 private:
  std::uint64_t hash_ = 14695981039346656037u;
};

// The same numbers for each of these.
FloatMatrix noise_of(Eigen::Index rows, Eigen::Index columns) {
  return test_support::noise_matrix(rows, columns, 7);
}

TEST(AlgebraBits, OfAnEigensystem) {
  Digest digest;
  for (const int n : {1, 2, 3, 50}) {
    Eigen::MatrixXd matrix = noise_of(n, n).cast<double>();
    matrix = (matrix + matrix.transpose()).eval();
    const Eigensystem found = largest_eigenvectors(matrix, n);
    digest.mix_all(found.values);
    digest.mix_matrix(found.vectors);
  }
  EXPECT_EQ(digest.value(), 15207240692537732243u);
}

TEST(AlgebraBits, OfPrincipalComponents) {
  Digest digest;
  // More points than units, and the other way round; long sums in both.
  for (const auto& [points, width] : {std::pair{400, 30}, std::pair{30, 400}}) {
    const auto found = principal_components(noise_of(points, width), 3);
    ASSERT_TRUE(found) << found.error().message();
    digest.mix_matrix(found.value().coordinates);
    digest.mix_all(found.value().shares);
  }
  EXPECT_EQ(digest.value(), 11809528346473647448u);
}

TEST(AlgebraBits, OfAnAlignment) {
  Digest digest;
  constexpr int kPoints = 40;
  // Of more units than points and of fewer.
  for (const auto& [one, other] : {std::pair{9, 20}, std::pair{300, 90}, std::pair{5, 300}}) {
    const FloatMatrix a = noise_of(kPoints, one), b = noise_of(kPoints, other);
    const auto first = Representation::of({a.data(), kPoints, one});
    const auto second = Representation::of({b.data(), kPoints, other});
    ASSERT_TRUE(first && second);
    const Alignment found = align(first.value(), second.value());
    digest.mix_all(std::vector{found.cka, found.rsa, found.procrustes});
  }
  EXPECT_EQ(digest.value(), 2077309407380500446u);
}

TEST(AlgebraBits, OfAScaledSeries) {
  constexpr int kPoints = 8;
  const Matrix distances = noise_of(6, kPoints * (kPoints - 1) / 2).cast<double>().cwiseAbs();
  const Matrix onto = noise_of(kPoints, 2).cast<double>();
  const auto found = scaling_series(distances, kPoints, 2, onto);
  ASSERT_TRUE(found) << found.error().message();
  Digest digest;
  digest.mix_matrix(found.value().coordinates);
  digest.mix_all(found.value().shares);
  EXPECT_EQ(digest.value(), 18109995294734078876u);
}

TEST(AlgebraBits, OfAFit) {
  const Constants constants{1.0, 0.5};
  const State start{0.01, 0.02, -0.03};
  std::vector<double> times;
  for (int i = 0; i < 100; ++i) times.push_back(2.0 * i);
  const auto curve = integrate({}, constants, {0.3, 0.1}, start, times);
  ASSERT_TRUE(curve) << curve.error().message();
  // A measurement that the theory does not meet exactly.
  const FloatMatrix wobble = noise_of(static_cast<int>(times.size()), 4);
  Measurement measured;
  measured.t = times;
  for (std::size_t i = 0; i < times.size(); ++i) {
    const State& state = curve.value().states[i];
    const auto factor = [&](int column) { return i == 0 ? 1.0 : 1.0 + 0.01 * wobble(i, column); };
    measured.h.push_back(state.h * factor(0));
    measured.y.push_back(state.y * factor(1));
    measured.w.push_back(state.w * factor(2));
    measured.loss.push_back((0.3 + 0.1 * (constants.dy2 + state.y)) * factor(3) / (1.0 + 0.05 * i));
  }
  const auto found = fit_rates(measured, constants);
  ASSERT_TRUE(found) << found.error().message();
  const Fit& fit = found.value();
  ASSERT_TRUE(fit.converged);
  ASSERT_TRUE(fit.loss);
  Digest digest;
  digest.mix_all(std::vector{fit.rates.eta_h, fit.rates.eta_y, fit.ratio, fit.relative_error.eta_h,
                             fit.relative_error.eta_y, fit.sse, fit.r2_h, fit.r2_y, fit.r2_w,
                             fit.final_h, fit.loss->eta_m, fit.loss->initial_mean_error,
                             fit.loss->sse, fit.loss->r2});
  for (const State& state : fit.curve) digest.mix_all(std::vector{state.h, state.y, state.w});
  digest.mix_all(fit.loss->curve);
  EXPECT_EQ(digest.value(), 2715532681244770477u);
}

TEST(AlgebraBits, OfTheTheoryOfManyPoints) {
  const Matrix inputs = noise_of(6, 3).cast<double>(), hidden = noise_of(6, 9).cast<double>() * 0.1;
  JointPoints points;
  const Matrix gram = inputs * inputs.transpose();
  points.kernel = scaled_to(gram, arc_cosine_kernel(gram, 3, 0.01));
  points.hidden = hidden * hidden.transpose();
  points.outputs = noise_of(6, 2).cast<double>() * 0.01;
  points.targets = noise_of(6, 2).cast<double>();
  Digest digest;
  digest.mix_matrix(points.kernel);
  const auto run = integrate_jointly(points, {0.1, 0.3}, {0, 1, 2.5, 40});
  ASSERT_TRUE(run);
  for (const JointState& state : run.value().states) {
    digest.mix_matrix(state.hidden);
    digest.mix_matrix(state.decoder);
  }
  const auto end = joint_end(points, 0.2);
  ASSERT_TRUE(end);
  digest.mix_matrix(end.value().state.distances());
  digest.mix_matrix(rich_limit(points, 0.2));
  EXPECT_EQ(digest.value(), 7112025491106203117u);
}

}  // namespace
}  // namespace reprise
