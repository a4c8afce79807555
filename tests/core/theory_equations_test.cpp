#include "theory/equations.hpp"

#include <gtest/gtest.h>

#include <Eigen/Core>
#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include "theory/factors.hpp"
#include "theory/integrate.hpp"
#include "theory_test_support.hpp"

namespace reprise {
namespace {

using test_support::invariant;
using test_support::Problem;
using test_support::Random;

// A linear network on two points x = -dx/2 and dx/2 with targets -dy*/2 and dy*/2: encoder D_h,
// decoder D_y, and gradient flow on their half-MSE. It shares nothing with the scalar equations but
// the idea.
struct TwoPointNetwork {
  Eigen::MatrixXd encoder, decoder;  // n x d and m x n
  Eigen::VectorXd dx, dy_target;
  Rates rates;

  Eigen::VectorXd dh() const { return encoder * dx; }
  Eigen::VectorXd dy() const { return decoder * dh(); }

  State state() const {
    return {dh().squaredNorm(), dy().squaredNorm(), dy().dot(dy() - dy_target)};
  }

  double half_mse() const {
    const Eigen::VectorXd first = -0.5 * dy() + 0.5 * dy_target;
    const Eigen::VectorXd second = 0.5 * dy() - 0.5 * dy_target;
    return 0.5 * (first.squaredNorm() + second.squaredNorm()) / 2.0;
  }

  // d half_mse / d matrix by central differences, which are exact for a quadratic function of one
  // entry.
  Eigen::MatrixXd gradient(Eigen::MatrixXd TwoPointNetwork::*matrix) const {
    TwoPointNetwork copy = *this;
    Eigen::MatrixXd result = this->*matrix;
    for (Eigen::Index i = 0; i < result.size(); ++i) {
      double& entry = (copy.*matrix).data()[i];
      const double value = entry, nudge = 1e-2;
      entry = value + nudge;
      const double above = copy.half_mse();
      entry = value - nudge;
      const double below = copy.half_mse();
      entry = value;
      result.data()[i] = (above - below) / (2.0 * nudge);
    }
    return result;
  }

  // One step of the classical Runge-Kutta method along D' = -2 rate dL/dD. (The 2 sets the unit of
  // rate.)
  void flow(double step) {
    const auto slope = [](const TwoPointNetwork& at) {
      return std::pair<Eigen::MatrixXd, Eigen::MatrixXd>(
          -2.0 * at.rates.eta_h * at.gradient(&TwoPointNetwork::encoder),
          -2.0 * at.rates.eta_y * at.gradient(&TwoPointNetwork::decoder));
    };
    const auto moved = [&](const std::pair<Eigen::MatrixXd, Eigen::MatrixXd>& by, double length) {
      TwoPointNetwork copy = *this;
      copy.encoder += length * by.first;
      copy.decoder += length * by.second;
      return copy;
    };
    const auto k1 = slope(*this);
    const auto k2 = slope(moved(k1, step / 2));
    const auto k3 = slope(moved(k2, step / 2));
    const auto k4 = slope(moved(k3, step));
    encoder += step / 6 * (k1.first + 2 * k2.first + 2 * k3.first + k4.first);
    decoder += step / 6 * (k1.second + 2 * k2.second + 2 * k3.second + k4.second);
  }
};

TwoPointNetwork random_network(Random& random, int inputs, int hidden, int outputs) {
  const auto fill = [&](auto& matrix) {
    for (Eigen::Index i = 0; i < matrix.size(); ++i) matrix.data()[i] = random.uniform(-1.0, 1.0);
  };
  TwoPointNetwork network;
  network.encoder.resize(hidden, inputs);
  network.dx.resize(inputs);
  network.dy_target.resize(outputs);
  fill(network.encoder);
  fill(network.dx);
  fill(network.dy_target);
  network.encoder *= 0.3;
  // The decoder sees the representations along dh only, the theory's one assumption about it.
  Eigen::VectorXd dy(outputs);
  fill(dy);
  dy *= 0.3;
  const Eigen::VectorXd dh = network.dh();
  network.decoder = dy * dh.transpose() / dh.squaredNorm();
  network.rates = {random.uniform(0.2, 1.0), random.uniform(0.2, 1.0)};
  return network;
}

void expect_theory_follows(TwoPointNetwork network, double end) {
  const Constants constants{network.dx.squaredNorm(), network.dy_target.squaredNorm()};
  const State start = network.state();
  constexpr int observations = 20, steps_between = 40;
  const std::vector<double> times = test_support::even_times(end, observations + 1);
  const auto theory = integrate({}, constants, network.rates, start, times);
  ASSERT_TRUE(theory) << theory.error().message();
  ASSERT_TRUE(theory.value().complete());
  for (int i = 1; i <= observations; ++i) {
    for (int k = 0; k < steps_between; ++k) network.flow(end / observations / steps_between);
    const State measured = network.state();
    const State predicted = theory.value().states[static_cast<std::size_t>(i)];
    const double size = std::max({1e-3, measured.h, measured.y});
    EXPECT_NEAR(predicted.h, measured.h, 2e-6 * size) << "at " << times[i];
    EXPECT_NEAR(predicted.y, measured.y, 2e-6 * size) << "at " << times[i];
    EXPECT_NEAR(predicted.w, measured.w, 2e-6 * size) << "at " << times[i];
  }
}

TEST(TheoryEquations, FollowGradientFlowOnEncoderAndDecoder) {
  Random random(1);
  for (int trial = 0; trial < 5; ++trial)
    expect_theory_follows(random_network(random, 3, 4, 2), 20.0);
}

TEST(TheoryEquations, FollowPointsThatPassThroughEachOther) {
  // One output, which starts the wrong way round. Depending on which of encoder and decoder is
  // larger, either dy (through the decoder) or dh itself goes through zero.
  int through_dh = 0;
  Random random(2);
  for (int trial = 0; trial < 8; ++trial) {
    TwoPointNetwork network = random_network(random, 2, 3, 1);
    if (network.dy()(0) * network.dy_target(0) > 0.0) network.decoder *= -1.0;
    const Constants constants{network.dx.squaredNorm(), network.dy_target.squaredNorm()};
    if (invariant(constants, network.rates, network.state()) > 0.0) ++through_dh;
    expect_theory_follows(network, 30.0);
  }
  EXPECT_GT(through_dh, 0);
  EXPECT_LT(through_dh, 8);
}

TEST(TheoryEquations, FollowPointsWithOneTarget) {
  Random random(3);
  for (int trial = 0; trial < 3; ++trial) {
    TwoPointNetwork network = random_network(random, 3, 4, 2);
    network.dy_target.setZero();
    expect_theory_follows(network, 20.0);
  }
}

// Central difference of `f` at `x` in coordinate `j`, relative step 1e-5.
std::array<double, 3> difference(
    const std::function<std::array<double, 3>(std::array<double, 3>)>& f, std::array<double, 3> x,
    std::size_t j, double size) {
  const double nudge = 1e-5 * size;
  std::array<double, 3> above = x, below = x;
  above[j] += nudge;
  below[j] -= nudge;
  const auto f_above = f(above), f_below = f(below);
  std::array<double, 3> result;
  for (std::size_t i = 0; i < 3; ++i) result[i] = (f_above[i] - f_below[i]) / (2.0 * nudge);
  return result;
}

void expect_jacobian(const Jacobian& jacobian,
                     const std::function<std::array<double, 3>(std::array<double, 3>)>& f,
                     std::array<double, 3> x) {
  double largest = 0.0;
  for (const auto& row : jacobian) {
    for (const double entry : row) largest = std::max(largest, std::fabs(entry));
  }
  for (std::size_t j = 0; j < 3; ++j) {
    const auto column = difference(f, x, j, std::max(std::fabs(x[j]), 1e-3));
    for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(jacobian[i][j], column[i], 1e-6 * largest);
  }
}

TEST(TheoryEquations, JacobianIsTheDerivativesDerivative) {
  Random random(4);
  for (const std::string& name : system_names()) {
    const System system = find_system(name).value();
    for (int trial = 0; trial < 20; ++trial) {
      const FactorSystem factors(system, 0.7);
      const auto g = [&](std::array<double, 3> x) -> std::array<double, 3> {
        const Factors rate = factors.derivative({x[0], x[1], x[2]});
        return {rate.a, rate.b_squared, rate.e};
      };
      const std::array<double, 3> at = {random.uniform(0.2, 2.0), random.uniform(0.2, 2.0),
                                        random.uniform(-1.0, 1.0)};
      expect_jacobian(factors.jacobian({at[0], at[1], at[2]}), g, at);
    }
  }
}

TEST(TheoryEquations, FactorsDescribeTheSameMotion) {
  Random random(5);
  for (const std::string& name : system_names()) {
    const System system = find_system(name).value();
    for (int trial = 0; trial < 20; ++trial) {
      const Problem p = random.problem();
      const Units units = Units::natural(p.constants, p.rates.ratio(), p.start);
      const Factors factors = to_factors(units, p.start);
      const State back = to_state(units, factors);
      EXPECT_NEAR(back.h, p.start.h, 1e-14 * p.start.h);
      EXPECT_NEAR(back.y, p.start.y, 1e-14 * p.start.y);
      EXPECT_NEAR(back.w, p.start.w, 1e-14 * std::fabs(p.start.w));

      const FactorSystem in_factors(system, p.constants.dy2 / units.output);
      const Factors rate = in_factors.derivative(factors);
      const State expected = derivative(system, p.constants, p.rates, p.start);
      // The chain rule for h = a^2, y = a^2 |b|^2, w = a e.
      const double clock = units.clock(p.rates.eta_y);
      const double a = factors.a;
      const double h = 2.0 * a * rate.a * units.hidden * clock;
      const double y =
          (2.0 * a * rate.a * factors.b_squared + a * a * rate.b_squared) * units.output * clock;
      const double w = (rate.a * factors.e + a * rate.e) * units.output * clock;
      EXPECT_NEAR(h, expected.h, 1e-11 * std::fabs(expected.h));
      // y' and w' may cancel; compare with the size of their terms.
      const double terms =
          (std::fabs(p.start.w) + p.start.y + p.constants.dy2) *
          (p.rates.eta_y * p.start.h +
           p.rates.eta_h * p.constants.dx2 * (p.start.y + std::fabs(p.start.w)) / p.start.h);
      EXPECT_NEAR(y, expected.y, 1e-11 * terms);
      EXPECT_NEAR(w, expected.w, 1e-11 * terms);
    }
  }
}

TEST(TheoryEquations, AlteredSystemsChangeTheTermTheyName) {
  const Constants constants{1.3, 0.6};
  const Rates rates{0.7, 0.4};
  const State state{0.8, 0.3, -0.2};
  const State paper = derivative({}, constants, rates, state);
  const auto altered = [&](const char* name) {
    return derivative(find_system(name).value(), constants, rates, state);
  };
  EXPECT_DOUBLE_EQ(altered("double_h").h, 2.0 * paper.h);
  EXPECT_DOUBLE_EQ(altered("double_h").w, paper.w);
  EXPECT_DOUBLE_EQ(altered("double_y").y, 2.0 * paper.y);
  EXPECT_DOUBLE_EQ(altered("double_y").h, paper.h);
  EXPECT_NEAR(altered("flip_last_w").w - paper.w,
              rates.eta_h * constants.dx2 * (state.y + state.w) * state.w / state.h, 1e-15);
  EXPECT_DOUBLE_EQ(altered("drop_second_y").y, -state.w * rates.eta_y * state.h);
  EXPECT_EQ(altered("paper"), paper);
}

TEST(TheoryEquations, UnknownSystemIsNamed) {
  const auto result = find_system("tripled");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().field, "system");
  EXPECT_EQ(result.error().value, "\"tripled\"");
  EXPECT_NE(result.error().allowed.find("flip_last_w"), std::string::npos);
  EXPECT_EQ(system_names().front(), "paper");
  EXPECT_EQ(system_names().size(), 5u);
}

TEST(TheoryEquations, InvariantHasNoDerivative) {
  Random random(6);
  for (int trial = 0; trial < 50; ++trial) {
    const Problem p = random.problem();
    const State rate = derivative({}, p.constants, p.rates, p.start);
    const double h = p.start.h, y = p.start.y;
    const double balance = 1.0 / (p.rates.ratio() * p.constants.dx2);
    const double by_h = -y / (h * h) - balance, by_y = 1.0 / h;
    EXPECT_NEAR(by_h * rate.h + by_y * rate.y, 0.0,
                1e-12 * (std::fabs(by_h * rate.h) + std::fabs(by_y * rate.y)));
  }
}

}  // namespace
}  // namespace reprise
