#include "theory/integrate.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>

#include "theory/closed_form.hpp"
#include "theory/rosenbrock.hpp"
#include "theory_test_support.hpp"

namespace reprise {
namespace {

using test_support::even_times;
using test_support::invariant;
using test_support::Problem;
using test_support::Random;
using test_support::start_at_angle;

Trajectory run(const Problem& p, const std::vector<double>& times,
               const IntegrationOptions& options = {}, const System& system = {}) {
  const auto result = integrate(system, p.constants, p.rates, p.start, times, options);
  EXPECT_TRUE(result) << result.error().message();
  return result ? result.value() : Trajectory{};
}

double clock_of(const Problem& p) {
  return Units::natural(p.constants, p.rates.ratio(), p.start).clock(p.rates.eta_y);
}

double distance(const State& a, const State& b) {
  return std::max({std::fabs(a.h - b.h), std::fabs(a.y - b.y), std::fabs(a.w - b.w)});
}

TEST(TheoryIntegrate, ConservesTheInvariant) {
  Random random(1);
  for (int trial = 0; trial < 100; ++trial) {
    const Problem p = random.problem();
    const double before = invariant(p.constants, p.rates, p.start);
    for (const State& state : run(p, even_times(50.0 / clock_of(p), 50)).states) {
      const double decoder = state.y / state.h;
      const double encoder = state.h / (p.rates.ratio() * p.constants.dx2);
      // Where h passes near zero, y / h is all round-off of y.
      if (state.h < 1e-9) continue;
      EXPECT_NEAR(invariant(p.constants, p.rates, state), before,
                  1e-5 * (std::fabs(before) + decoder + encoder));
    }
  }
}

TEST(TheoryIntegrate, ReachesTheClosedForm) {
  Random random(2);
  for (int trial = 0; trial < 300; ++trial) {
    const Problem p = random.problem();
    const Trajectory trajectory = run(p, {1e12 / clock_of(p)});
    ASSERT_TRUE(trajectory.complete());
    const State end = trajectory.states[0];
    const double expected =
        final_distance(p.start.h, p.start.y, p.constants, p.rates.ratio()).value().h_final;
    EXPECT_NEAR(end.h, expected, 1e-6 * expected) << "trial " << trial;
    EXPECT_NEAR(end.y, p.constants.dy2, 1e-7 * p.constants.dy2);
    EXPECT_NEAR(end.w, 0.0, 1e-9);
  }
}

TEST(TheoryIntegrate, KeepsCauchySchwarz) {
  Random random(3);
  for (int trial = 0; trial < 100; ++trial) {
    Problem p = random.problem();
    if (trial % 3 == 0)
      p.start = start_at_angle(p.constants, p.start.h, p.start.y, trial % 2 ? 1 : -1);
    for (const State& state : run(p, even_times(40.0 / clock_of(p), 80)).states) {
      EXPECT_LE(std::fabs(state.y - state.w),
                std::sqrt(std::max(state.y, 0.0) * p.constants.dy2) + 1e-5 * p.constants.dy2);
    }
  }
}

TEST(TheoryIntegrate, FasterRatesAreFasterTime) {
  Random random(4);
  for (int trial = 0; trial < 20; ++trial) {
    Problem p = random.problem();
    const std::vector<double> times = even_times(30.0 / clock_of(p), 30);
    const Trajectory slow = run(p, times);
    p.rates.eta_h *= 37.0;
    p.rates.eta_y *= 37.0;
    std::vector<double> sooner = times;
    for (double& time : sooner) time /= 37.0;
    const Trajectory fast = run(p, sooner);
    for (std::size_t i = 0; i < times.size(); ++i) {
      const double size = slow.states[i].h + slow.states[i].y + p.constants.dy2;
      EXPECT_LT(distance(slow.states[i], fast.states[i]), 1e-7 * size);
    }
  }
}

TEST(TheoryIntegrate, NumberAndSpacingOfTimesDoNotMatter) {
  Random random(5);
  const Problem p = random.problem();
  const double end = 30.0 / clock_of(p);
  const Trajectory many = run(p, even_times(end, 1001));
  const Trajectory few = run(p, {0.0, 0.1 * end, 0.1 * end, 0.5 * end, end});
  EXPECT_EQ(few.states[0], p.start);
  EXPECT_EQ(few.states[1], many.states[100]);
  EXPECT_EQ(few.states[2], many.states[100]);
  EXPECT_EQ(few.states[3], many.states[500]);
  EXPECT_EQ(few.states[4], many.states[1000]);
}

TEST(TheoryIntegrate, StepsAreOfOrderFour) {
  const FactorSystem system({}, 1.0);
  const auto end_after = [&](int steps) {
    Vector3 x = {0.3, 0.2, -0.25};
    RosenbrockStep step;
    for (int i = 0; i < steps; ++i) {
      EXPECT_TRUE(step.take(system, x, 4.0 / steps));
      x = step.end();
    }
    return x;
  };
  const Vector3 exact = end_after(4000);
  const auto error = [&](int steps) {
    const Vector3 x = end_after(steps);
    return std::max(
        {std::fabs(x[0] - exact[0]), std::fabs(x[1] - exact[1]), std::fabs(x[2] - exact[2])});
  };
  for (const int steps : {20, 40, 80}) {
    const double order = std::log2(error(steps) / error(2 * steps));
    EXPECT_GT(order, 3.7) << steps << " steps";
    EXPECT_LT(order, 4.7) << steps << " steps";
  }
}

TEST(TheoryIntegrate, ErrorEstimateAndInterpolantAreOfOrderThree) {
  // Both are wrong by something of order length^4 within one step.
  const FactorSystem system({}, 1.0);
  const Vector3 begin = {0.3, 0.2, -0.25};
  const auto errors = [&](double length) {
    RosenbrockStep fine, coarse;
    Vector3 x = begin;
    for (int i = 0; i < 100; ++i) {
      fine.take(system, x, 0.4 * length / 100);
      x = fine.end();
    }
    coarse.take(system, begin, length);
    const double s = 0.4, rest = 0.6;
    double interpolation = 0.0, estimate = 0.0;
    for (std::size_t i = 0; i < 3; ++i) {
      const double value =
          begin[i] * rest +
          s * (coarse.end()[i] + rest * (coarse.third()[i] + s * coarse.fourth()[i]));
      interpolation = std::max(interpolation, std::fabs(value - x[i]));
      estimate = std::max(estimate, std::fabs(coarse.error()[i]));
    }
    return std::pair(interpolation, estimate);
  };
  const auto [interpolation, estimate] = errors(0.4);
  const auto [half_interpolation, half_estimate] = errors(0.2);
  EXPECT_GT(std::log2(interpolation / half_interpolation), 3.4);
  EXPECT_GT(std::log2(estimate / half_estimate), 3.4);
}

TEST(TheoryIntegrate, TighterTolerancesBringSmallerErrors) {
  Random random(6);
  for (int trial = 0; trial < 20; ++trial) {
    const Problem p = random.problem();
    const std::vector<double> times = even_times(20.0 / clock_of(p), 41);
    const Trajectory exact = run(p, times, {.relative = 1e-12, .absolute = 1e-15});
    const auto error = [&](double relative) {
      const Trajectory trajectory = run(p, times, {.relative = relative});
      double worst = 0.0;
      for (std::size_t i = 0; i < times.size(); ++i) {
        worst = std::max(worst, distance(trajectory.states[i], exact.states[i]) /
                                    (exact.states[i].h + exact.states[i].y + p.constants.dy2));
      }
      return worst;
    };
    EXPECT_LT(error(1e-5), 3e-3) << trial;
    EXPECT_LT(error(1e-8), 3e-6) << trial;
    EXPECT_LT(error(1e-10), 3e-8) << trial;
  }
}

TEST(TheoryIntegrate, TinyStartsGrowAtTheirExactRate) {
  // While everything is tiny, dh and dy grow like exp(t / 2) along their common direction in
  // natural units, whatever their size: a relative accuracy that absolute tolerances would ruin.
  const Constants constants{1.0, 1.0};
  for (const double size : {1e-12, 1e-20, 1e-30}) {
    const State start{size, size * size, size * size - size};
    const Trajectory trajectory = run({constants, {1.0, 1.0}, start}, {10.0});
    EXPECT_NEAR(trajectory.states[0].h / size / std::exp(10.0), 1.0, 1e-6);
  }
}

TEST(TheoryIntegrate, StiffAndLongProblemsTakeFewSteps) {
  const Constants constants{1.0, 0.5};
  for (const double h0 : {1e-12, 1e-3, 1.0, 1e4, 1e12}) {
    for (const double y0 : {1e-12, 1e-3, 1.0}) {
      const Problem p{constants, {0.3, 0.1}, start_at_angle(constants, h0, y0, 0.3)};
      const Trajectory trajectory = run(p, {1e8 / clock_of(p)});
      EXPECT_TRUE(trajectory.complete());
      EXPECT_LT(trajectory.steps, 1500) << "h0 " << h0 << ", y0 " << y0;
    }
  }
}

TEST(TheoryIntegrate, PointsWithOneTargetMergeOrKeepWhatTheInvariantLeaves) {
  const Rates rates{0.5, 1.0};
  const Constants constants{1.0, 0.0};
  // A = h0 - r X y0 / h0.
  const State merging{0.1, 0.2, 0.2}, staying{0.1, 0.001, 0.001};
  const Trajectory merged = run({constants, rates, merging}, {0.0, 10.0, 20.0, 40.0, 1e9});
  EXPECT_TRUE(merged.complete());
  EXPECT_LT(merged.states[4].h, 1e-12);
  EXPECT_LT(merged.states[4].y, 1e-12);
  // Late, the decoder no longer moves and h decays at the rate eta_h X y / h = eta_h X I.
  const double decay = rates.eta_h * constants.dx2 * invariant(constants, rates, merging);
  EXPECT_NEAR(std::log(merged.states[1].h / merged.states[2].h), 10.0 * decay, 1e-4);

  const Trajectory kept = run({constants, rates, staying}, {1e6});
  EXPECT_NEAR(kept.states[0].h, 0.1 - 0.5 * 0.001 / 0.1, 1e-9);
}

TEST(TheoryIntegrate, MergingNeverLeavesTheDomain) {
  Random random(7);
  for (int trial = 0; trial < 50; ++trial) {
    Problem p = random.problem();
    p.constants.dy2 = 0.0;
    p.start.w = p.start.y;
    const Trajectory trajectory = run(p, even_times(1e4 / clock_of(p), 200));
    ASSERT_TRUE(trajectory.complete());
    for (const State& state : trajectory.states) {
      EXPECT_GE(state.h, 0.0);
      EXPECT_GE(state.y, -1e-12);
      EXPECT_LE(state.h, p.start.h * (1.0 + 1e-9));
    }
  }
}

TEST(TheoryIntegrate, AlteredSystemsThatBlowUpSaySo) {
  // With the last term of w' flipped, points the wrong way round run into h = 0 with w > 0.
  const Constants constants{1.0, 0.5};
  const Problem p{constants, {1.0, 1.0}, start_at_angle(constants, 1e-4, 1e-3, -1.0)};
  const Trajectory trajectory = run(p, {0.0, 1e-3, 10.0}, {}, find_system("flip_last_w").value());
  EXPECT_FALSE(trajectory.complete());
  EXPECT_EQ(trajectory.end, CurveEnd::kDiverged);
  EXPECT_EQ(trajectory.states.size(), 2u);
  EXPECT_GT(trajectory.end_time, 1e-3);
  EXPECT_LT(trajectory.end_time, 10.0);
}

TEST(TheoryIntegrate, NoSystemHangs) {
  Random random(8);
  for (const std::string& name : system_names()) {
    const System system = find_system(name).value();
    for (int trial = 0; trial < 60; ++trial) {
      const Problem p = random.problem();
      const Trajectory trajectory =
          run(p, {0.1 / clock_of(p), 1e6 / clock_of(p)}, {.max_steps = 8000}, system);
      EXPECT_LE(trajectory.steps, 8000);
      for (const State& state : trajectory.states) {
        EXPECT_TRUE(std::isfinite(state.h) && std::isfinite(state.y) && std::isfinite(state.w));
      }
      if (name == "paper") {
        EXPECT_TRUE(trajectory.complete());
      }
    }
  }
}

TEST(TheoryIntegrate, GivesUpAtItsLimitOfSteps) {
  Random random(9);
  const Trajectory trajectory = run(random.problem(), {1e9}, {.max_steps = 10});
  EXPECT_EQ(trajectory.end, CurveEnd::kOutOfSteps);
  EXPECT_TRUE(trajectory.states.empty());
}

TEST(TheoryIntegrate, NamesWhatIsWrong) {
  const Constants good{1.0, 0.5};
  const Rates rates{1.0, 1.0};
  const State start{0.1, 0.01, -0.02};
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const auto field = [](const Result<Trajectory>& result) {
    EXPECT_FALSE(result.ok());
    if (result.ok()) return std::string("none");
    EXPECT_FALSE(result.error().value.empty());
    EXPECT_FALSE(result.error().allowed.empty());
    return result.error().field;
  };
  EXPECT_EQ(field(integrate({}, {0.0, 0.5}, rates, start, {1.0})), "dx2");
  EXPECT_EQ(field(integrate({}, {nan, 0.5}, rates, start, {1.0})), "dx2");
  EXPECT_EQ(field(integrate({}, {1.0, -0.5}, rates, start, {1.0})), "dy2");
  EXPECT_EQ(field(integrate({}, good, {-1.0, 1.0}, start, {1.0})), "eta_h");
  EXPECT_EQ(field(integrate({}, good, {1.0, 0.0}, start, {1.0})), "eta_y");
  EXPECT_EQ(field(integrate({}, good, rates, {0.0, 0.01, -0.02}, {1.0})), "h0");
  EXPECT_EQ(field(integrate({}, good, rates, {0.1, -0.01, -0.02}, {1.0})), "y0");
  EXPECT_EQ(field(integrate({}, good, rates, {0.1, 0.01, nan}, {1.0})), "w0");
  EXPECT_EQ(field(integrate({}, good, rates, {0.1, 0.01, -0.2}, {1.0})), "w0");
  EXPECT_EQ(field(integrate({}, good, rates, {0.1, 0.01, 0.2}, {1.0})), "w0");
  EXPECT_EQ(field(integrate({}, good, rates, start, {1.0, 0.5})), "times[1]");
  EXPECT_EQ(field(integrate({}, good, rates, start, {-1.0})), "times[0]");
  EXPECT_EQ(integrate({}, good, rates, {0.1, 0.01, -0.2}, {1.0}).error().message(),
            "w0 is -0.2; allowed: a number from -0.06071067812 to 0.08071067812 (y0 plus or minus "
            "sqrt(y0 dy2))");
}

// The bits of whole trajectories, equal in every build. If the integrator is changed on purpose,
// the new digest replaces this one; if it is not, a difference means that some build rounds
// differently.
TEST(TheoryIntegrate, EveryBuildComputesTheSameBits) {
  std::uint64_t digest = 14695981039346656037u;  // FNV-1a
  const auto mix = [&](double value) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    for (int byte = 0; byte < 8; ++byte) {
      digest = (digest ^ ((bits >> (8 * byte)) & 0xff)) * 1099511628211u;
    }
  };
  const State starts[] = {
      {1e-3, 1e-4, -2e-3}, {1e-12, 1e-12, -3e-7}, {1e4, 0.3, 0.2}, {0.2, 0.1, 0.3}};
  const std::vector<double> times = {0.0, 1.0, 10.0, 33.0, 100.0, 250.0, 1e3, 1e4, 1e9};
  for (const State& start : starts) {
    for (const std::string& name : system_names()) {
      const auto result =
          integrate(find_system(name).value(), {1.0, 0.5}, {0.3, 0.1}, start, times);
      ASSERT_TRUE(result) << result.error().message();
      for (const State& state : result.value().states) {
        mix(state.h);
        mix(state.y);
        mix(state.w);
      }
    }
  }
  EXPECT_EQ(digest, 0xdc0280b123bde88du);
  const auto one = integrate({}, {1.0, 0.5}, {0.3, 0.1}, starts[0], {10.0});
  const State expected{0x1.17f0de8f96969p-6, 0x1.d7ec275fc0b1ep-10, -0x1.35ef253a21d36p-7};
  EXPECT_EQ(one.value().states[0], expected);
}

}  // namespace
}  // namespace reprise
