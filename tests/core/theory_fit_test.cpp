#include "theory/fit.hpp"
#include "theory/loss.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

#include "theory/closed_form.hpp"
#include "theory/integrate.hpp"
#include "theory/loss_fit.hpp"
#include "theory_test_support.hpp"

namespace reprise {
namespace {

using test_support::even_times;
using test_support::Problem;
using test_support::Random;
using test_support::start_at_angle;

// What a run would show, computed more exactly than the fit does, with noise on all rows but the
// first of the given fraction of each quantity's range.
Measurement measure(const Problem& p, const std::vector<double>& times, double noise = 0.0,
                    std::uint64_t seed = 1) {
  const auto exact =
      integrate({}, p.constants, p.rates, p.start, times, {.relative = 1e-11, .absolute = 1e-15});
  EXPECT_TRUE(exact) << exact.error().message();
  Measurement data;
  data.t = times;
  for (const State& state : exact.value().states) {
    data.h.push_back(state.h);
    data.y.push_back(state.y);
    data.w.push_back(state.w);
  }
  Random random(seed);
  for (std::vector<double>* values : {&data.h, &data.y, &data.w}) {
    const auto [low, high] = std::minmax_element(values->begin(), values->end());
    const double deviation = noise * (*high - *low);
    for (std::size_t i = 1; i < values->size(); ++i) (*values)[i] += deviation * random.normal();
  }
  return data;
}

Fit fitted(const Measurement& data, const Constants& constants, const FitOptions& options = {}) {
  const auto result = fit_rates(data, constants, options);
  EXPECT_TRUE(result) << result.error().message();
  return result ? result.value() : Fit{};
}

// Starts of two-point runs: parallel and not, rich and lazy, the wrong way round, and merging.
std::vector<Problem> typical_problems() {
  const Constants constants{1.0, 0.5}, one_target{1.0, 0.0};
  return {{constants, {0.01, 0.02}, start_at_angle(constants, 1e-3, 1e-4, 0.3)},
          {constants, {0.002, 0.01}, start_at_angle(constants, 1e-3, 1e-6, 1.0)},
          {constants, {0.01, 0.01}, start_at_angle(constants, 0.2, 0.05, -0.4)},
          {constants, {0.1, 0.1}, start_at_angle(constants, 1e-10, 1e-10, 0.5)},
          {constants, {0.1, 0.05}, start_at_angle(constants, 1e-2, 1e-5, -1.0)},
          {constants, {0.1, 0.05}, start_at_angle(constants, 1e-4, 1e-3, -1.0)},
          {constants, {0.01, 0.003}, start_at_angle(constants, 3.0, 0.3, 0.1)},
          {{0.3, 2.0}, {0.05, 0.001}, start_at_angle({0.3, 2.0}, 0.02, 0.02, 0.7)},
          {one_target, {0.01, 0.03}, {0.1, 0.2, 0.2}},
          {one_target, {0.02, 0.02}, {0.3, 0.03, 0.03}}};
}

TEST(TheoryFit, RecoversRatesFromCleanTrajectories) {
  for (std::size_t i = 0; i < typical_problems().size(); ++i) {
    const Problem p = typical_problems()[i];
    const Fit fit = fitted(measure(p, even_times(3000.0, 601)), p.constants);
    EXPECT_NEAR(fit.rates.eta_h / p.rates.eta_h, 1.0, 1e-6) << "problem " << i;
    EXPECT_NEAR(fit.rates.eta_y / p.rates.eta_y, 1.0, 1e-6) << "problem " << i;
    EXPECT_NEAR(fit.ratio, fit.rates.ratio(), 1e-12 * fit.ratio);
    EXPECT_TRUE(fit.converged) << "problem " << i;
    EXPECT_GT(std::min({fit.r2_h, fit.r2_y, fit.r2_w}), 1.0 - 1e-9) << "problem " << i;
    EXPECT_LT(fit.sse, 1e-9);
    EXPECT_LT(fit.evaluations, 200);
  }
}

TEST(TheoryFit, RecoversRatesFromNoisyTrajectories) {
  const std::vector<Problem> problems = typical_problems();
  for (const std::size_t i : {0u, 1u, 2u, 3u, 4u, 7u}) {
    const Problem& p = problems[i];
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
      const Fit fit = fitted(measure(p, even_times(3000.0, 601), 0.01, seed), p.constants);
      EXPECT_TRUE(fit.converged);
      EXPECT_NEAR(fit.rates.eta_h / p.rates.eta_h, 1.0, 0.03)
          << "problem " << i << " seed " << seed;
      EXPECT_NEAR(fit.rates.eta_y / p.rates.eta_y, 1.0, 0.03)
          << "problem " << i << " seed " << seed;
      EXPECT_GT(std::min(fit.r2_h, fit.r2_y), 0.98);
    }
  }
}

TEST(TheoryFit, StandardErrorsMatchTheScatterOverSeeds) {
  const Problem p = typical_problems()[0];
  double scatter_h = 0.0, scatter_y = 0.0, claimed_h = 0.0, claimed_y = 0.0;
  constexpr int seeds = 30;
  for (int seed = 1; seed <= seeds; ++seed) {
    const Measurement data =
        measure(p, even_times(3000.0, 101), 0.02, static_cast<std::uint64_t>(seed));
    const Fit fit = fitted(data, p.constants);
    scatter_h += std::pow(fit.rates.eta_h / p.rates.eta_h - 1.0, 2) / seeds;
    scatter_y += std::pow(fit.rates.eta_y / p.rates.eta_y - 1.0, 2) / seeds;
    claimed_h += fit.relative_error.eta_h / seeds;
    claimed_y += fit.relative_error.eta_y / seeds;
  }
  EXPECT_GT(claimed_h / std::sqrt(scatter_h), 0.5);
  EXPECT_LT(claimed_h / std::sqrt(scatter_h), 2.0);
  EXPECT_GT(claimed_y / std::sqrt(scatter_y), 0.5);
  EXPECT_LT(claimed_y / std::sqrt(scatter_y), 2.0);
}

TEST(TheoryFit, NoOtherRatesDoBetter) {
  const Problem p = typical_problems()[0];
  const Measurement data = measure(p, even_times(3000.0, 301), 0.02, 3);
  const Fit fit = fitted(data, p.constants);
  const auto sse = [&](const Rates& rates) {
    const auto curve = integrate({}, p.constants, rates, p.start, data.t);
    double sum = 0.0;
    for (std::size_t i = 0; i < data.t.size(); ++i) {
      const State& state = curve.value().states[i];
      sum += std::pow(state.h - data.h[i], 2) + std::pow(state.y - data.y[i], 2) +
             std::pow(state.w - data.w[i], 2);
    }
    return sum;
  };
  EXPECT_NEAR(sse(fit.rates), fit.sse, 1e-6 * fit.sse);
  for (const double factor : {0.99, 1.01}) {
    EXPECT_GT(sse({fit.rates.eta_h * factor, fit.rates.eta_y}), fit.sse);
    EXPECT_GT(sse({fit.rates.eta_h, fit.rates.eta_y * factor}), fit.sse);
    EXPECT_GT(sse({fit.rates.eta_h * factor, fit.rates.eta_y * factor}), fit.sse);
  }
}

TEST(TheoryFit, AlteredSystemsFitWorse) {
  const Constants constants{1.0, 0.5};
  for (const double cosine : {0.3, 1.0}) {
    const Problem p{constants, {0.01, 0.02}, start_at_angle(constants, 1e-3, 1e-4, cosine)};
    const Measurement data = measure(p, even_times(3000.0, 301), 0.001);
    const Fit paper = fitted(data, constants);
    for (const std::string& name : system_names()) {
      if (name == "paper") continue;
      FitOptions options;
      options.system = find_system(name).value();
      const Fit altered = fitted(data, constants, options);
      EXPECT_GT(altered.sse, 10.0 * paper.sse) << name << " at cosine " << cosine;
    }
  }
}

TEST(TheoryFit, AlteredSystemsFitTheirOwnTrajectories) {
  const Constants constants{1.0, 0.5};
  const Problem p{constants, {0.01, 0.02}, start_at_angle(constants, 1e-3, 1e-4, 0.3)};
  for (const std::string& name : system_names()) {
    FitOptions options;
    options.system = find_system(name).value();
    const std::vector<double> times = even_times(3000.0, 301);
    const auto curve = integrate(options.system, constants, p.rates, p.start, times);
    Measurement data;
    data.t = times;
    for (const State& state : curve.value().states) {
      data.h.push_back(state.h);
      data.y.push_back(state.y);
      data.w.push_back(state.w);
    }
    const Fit fit = fitted(data, constants, options);
    EXPECT_NEAR(fit.rates.eta_h / p.rates.eta_h, 1.0, 1e-5) << name;
    EXPECT_NEAR(fit.rates.eta_y / p.rates.eta_y, 1.0, 1e-5) << name;
    EXPECT_NEAR(fit.final_h, data.h.back(), 1e-4) << name;
  }
}

TEST(TheoryFit, PredictsTheEndFromTheBeginning) {
  // Rows stop when y has covered a twentieth of its way.
  const Problem p = typical_problems()[0];
  const Fit fit = fitted(measure(p, even_times(250.0, 50)), p.constants);
  const double expected = final_distance(p.start.h, p.start.y, p.constants, 0.5).value().h_final;
  EXPECT_NEAR(fit.rates.eta_h / p.rates.eta_h, 1.0, 1e-5);
  EXPECT_NEAR(fit.rates.eta_y / p.rates.eta_y, 1.0, 1e-5);
  EXPECT_NEAR(fit.final_h, expected, 1e-5);
}

TEST(TheoryFit, DoesNotClaimWhatTheDataCannotTell) {
  const Problem p = typical_problems()[0];
  // So early that noise hides all movement of y.
  const Fit early = fitted(measure(p, even_times(20.0, 12), 0.5, 5), p.constants);
  EXPECT_FALSE(early.converged);
  // So late that everything happened between the first two rows: the ratio shows, the speed does
  // not.
  Problem fast = p;
  fast.rates = {10.0, 20.0};
  const Fit late = fitted(measure(fast, even_times(1e5, 100)), p.constants);
  EXPECT_FALSE(late.converged);
  EXPECT_NEAR(late.ratio, 0.5, 1e-3);
}

TEST(TheoryFit, UnitsOfTimeAndItsOriginDoNotMatter) {
  const Problem p = typical_problems()[0];
  Measurement data = measure(p, even_times(3000.0, 301), 0.01);
  const Fit plain = fitted(data, p.constants);
  for (double& time : data.t) time = 5e4 + 1000.0 * time;
  const Fit moved = fitted(data, p.constants);
  EXPECT_NEAR(1000.0 * moved.rates.eta_h / plain.rates.eta_h, 1.0, 1e-7);
  EXPECT_NEAR(1000.0 * moved.rates.eta_y / plain.rates.eta_y, 1.0, 1e-7);
  EXPECT_NEAR(moved.sse / plain.sse, 1.0, 1e-9);
}

TEST(TheoryFit, EveryBuildFindsTheSameBits) {
  // Exact numbers only: no libm takes part, in the data or in the fit.
  const Constants constants{1.0, 0.5};
  const auto curve =
      integrate({}, constants, {0.3, 0.1}, {1e-3, 1e-4, -2e-3}, even_times(200.0, 101));
  Measurement data;
  data.t = even_times(200.0, 101);
  for (std::size_t i = 0; i < data.t.size(); ++i) {
    const State& state = curve.value().states[i];
    const double wave = i == 0 ? 0.0 : 0.01 * static_cast<double>(i * 7 % 11) - 0.05;
    data.h.push_back(state.h + wave);
    data.y.push_back(state.y - 0.5 * wave);
    data.w.push_back(state.w + 0.25 * wave);
  }
  const Fit fit = fitted(data, constants);
  EXPECT_EQ(fit.rates.eta_h, 0x1.3324effaa6382p-2);
  EXPECT_EQ(fit.rates.eta_y, 0x1.99c7b6322c9a6p-4);
  EXPECT_EQ(fit.sse, 0x1.0b2ce05e63c44p-3);
}

TEST(TheoryFit, ReportsItsCurveAndItsMisfitConsistently) {
  const Problem p = typical_problems()[0];
  const Measurement data = measure(p, even_times(3000.0, 301), 0.05);
  const Fit fit = fitted(data, p.constants);
  ASSERT_EQ(fit.curve.size(), data.t.size());
  EXPECT_EQ(fit.curve[0], p.start);
  double sse_h = 0.0, sst_h = 0.0, mean = 0.0, sse = 0.0;
  for (const double h : data.h) mean += h / static_cast<double>(data.h.size());
  for (std::size_t i = 0; i < data.t.size(); ++i) {
    sse_h += std::pow(fit.curve[i].h - data.h[i], 2);
    sst_h += std::pow(data.h[i] - mean, 2);
    sse += std::pow(fit.curve[i].h - data.h[i], 2) + std::pow(fit.curve[i].y - data.y[i], 2) +
           std::pow(fit.curve[i].w - data.w[i], 2);
  }
  EXPECT_NEAR(fit.sse, sse, 1e-12 * sse);
  EXPECT_NEAR(fit.r2_h, 1.0 - sse_h / sst_h, 1e-12);
  EXPECT_EQ(fit.final_h,
            final_distance(p.start.h, p.start.y, p.constants, fit.ratio).value().h_final);
  EXPECT_FALSE(fit.loss);
}

TEST(TheoryFit, ConstantsHaveAnR2ByConvention) {
  EXPECT_EQ(r_squared({2.0, 2.0, 2.0}, {2.0, 2.0, 2.0}), 1.0);
  EXPECT_EQ(r_squared({0.1, 0.1, 0.1}, {0.1, 0.1, 0.1}), 1.0);
  EXPECT_EQ(r_squared({2.0, 2.0, 2.0}, {2.0, 2.0, 2.1}), 0.0);
  EXPECT_EQ(r_squared({0.0, 0.0}, {0.0, 0.0}), 1.0);
  EXPECT_EQ(r_squared({0.0, 1.0}, {0.5, 0.5}), 0.0);
}

TEST(TheoryFit, FitsTheMeansRateToTheLossAlone) {
  const Problem p = typical_problems()[0];
  const double eta_m = 0.004, mean_error = 0.37;
  for (const double scale : {1.0 / 3, 2.0 / 3}) {
    for (const bool given : {true, false}) {
      Measurement data = measure(p, even_times(3000.0, 301));
      for (std::size_t i = 0; i < data.t.size(); ++i) {
        data.loss.push_back(theory_loss(p.constants, {data.h[i], data.y[i], data.w[i]}, mean_error,
                                        eta_m, data.t[i], scale));
      }
      if (given) data.initial_mean_error = mean_error;
      FitOptions options;
      options.loss_scale = scale;
      const Fit fit = fitted(data, p.constants, options);
      ASSERT_TRUE(fit.loss);
      EXPECT_NEAR(fit.loss->eta_m / eta_m, 1.0, 1e-5);
      EXPECT_NEAR(fit.loss->initial_mean_error, mean_error, 1e-9);
      EXPECT_GT(fit.loss->r2, 1.0 - 1e-9);
      EXPECT_EQ(fit.loss->curve.size(), data.t.size());
    }
  }
}

// The same bits natively and in WebAssembly, since no C library's exponential is in it.
TEST(TheoryFit, TheMeansRateHasThePinnedBits) {
  Measurement data;
  std::vector<State> curve;
  for (int i = 0; i < 40; ++i) {
    data.t.push_back(5.0 * i);
    data.loss.push_back(0.25 / (1.0 + 0.1 * i) + 0.01 * (i % 3));
    curve.push_back({0.1, 0.5 - 0.3 / (1 + i), -0.2 / (1 + i)});
  }
  const LossFit fit = fit_loss(data, {1.0, 0.5}, curve, 1.0);
  EXPECT_EQ(fit.eta_m, 0x1.4b00d90d4a4e6p-8);
  EXPECT_EQ(fit.sse, 0x1.c237de5680dfp-7);
}

TEST(TheoryFit, AMeanThatStartsLearntHasNoRate) {
  const Problem p = typical_problems()[0];
  Measurement data = measure(p, even_times(3000.0, 301));
  for (std::size_t i = 0; i < data.t.size(); ++i) {
    data.loss.push_back(difference_loss(p.constants, {data.h[i], data.y[i], data.w[i]}));
  }
  data.initial_mean_error = 0.0;
  const Fit fit = fitted(data, p.constants);
  EXPECT_EQ(fit.loss->eta_m, 0.0);
  EXPECT_GT(fit.loss->r2, 1.0 - 1e-9);
}

TEST(TheoryLoss, IsHalfMseOfTwoPoints) {
  Random random(1);
  for (int trial = 0; trial < 50; ++trial) {
    // Outputs and targets of two points in three dimensions.
    double out[2][3], target[2][3];
    for (int i = 0; i < 2; ++i) {
      for (int k = 0; k < 3; ++k) {
        out[i][k] = random.uniform(-1.0, 1.0);
        target[i][k] = random.uniform(-1.0, 1.0);
      }
    }
    double half_mse = 0.0, mean_error = 0.0;
    State state{1.0, 0.0, 0.0};
    Constants constants{1.0, 0.0};
    for (int k = 0; k < 3; ++k) {
      for (int i = 0; i < 2; ++i) half_mse += 0.5 * std::pow(out[i][k] - target[i][k], 2) / 2.0;
      const double dy = out[1][k] - out[0][k], dy_target = target[1][k] - target[0][k];
      state.y += dy * dy;
      state.w += dy * (dy - dy_target);
      constants.dy2 += dy_target * dy_target;
      mean_error += std::pow((out[0][k] + out[1][k] - target[0][k] - target[1][k]) / 2.0, 2);
    }
    EXPECT_NEAR(theory_loss(constants, state, mean_error, 5.0, 0.0), half_mse, 1e-12);
    EXPECT_NEAR(theory_loss(constants, state, mean_error, 5.0, 0.0, 2.0), 2.0 * half_mse, 1e-12);
    EXPECT_NEAR(theory_loss(constants, state, mean_error, 5.0, 0.0, 2.0 / 3), 2.0 * half_mse / 3.0,
                1e-12);
    // The mean output obeys ybar' = -eta_m (ybar - ybar*), so E decays at twice that rate.
    EXPECT_NEAR(
        theory_loss(constants, state, mean_error, 0.1, 4.0) - difference_loss(constants, state),
        0.5 * mean_error * std::exp(-0.8), 1e-12);
  }
}

TEST(TheoryFit, NamesWhatIsWrong) {
  const Problem p = typical_problems()[0];
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const Measurement good = measure(p, even_times(3000.0, 20));
  const auto error = [&](const std::function<void(Measurement&)>& spoil,
                         Constants constants = {1.0, 0.5}) {
    Measurement data = good;
    spoil(data);
    const auto result = fit_rates(data, constants);
    EXPECT_FALSE(result.ok());
    return result.ok() ? Error{} : result.error();
  };
  EXPECT_EQ(error([&](Measurement& m) { m.h[7] = nan; }).message(),
            "rows[7].h is nan; allowed: a number from -1e50 to 1e50");
  EXPECT_EQ(error([&](Measurement& m) { m.y[3] = nan; }).field, "rows[3].y");
  EXPECT_EQ(error([&](Measurement& m) { m.w[0] = 1.0 / 0.0; }).field, "rows[0].w");
  EXPECT_EQ(error([&](Measurement& m) { m.t[5] = nan; }).field, "rows[5].t");
  EXPECT_EQ(error([&](Measurement& m) { m.t[5] = m.t[3]; }).field, "rows[5].t");
  EXPECT_EQ(error([&](Measurement& m) { m.h[0] = 0.0; }).field, "rows[0].h");
  EXPECT_EQ(error([&](Measurement& m) { m.y[0] = -1.0; }).field, "rows[0].y");
  EXPECT_EQ(error([&](Measurement& m) { m.w.pop_back(); }).field, "rows");
  EXPECT_EQ(error([&](Measurement& m) { m.loss = {1.0}; }).field, "rows");
  EXPECT_EQ(error([&](Measurement& m) { m.loss.assign(20, nan); }).field, "rows[0].loss");
  EXPECT_EQ(error([&](Measurement& m) { m.initial_mean_error = -1.0; }).field,
            "initial_mean_error");
  EXPECT_EQ(error([](Measurement& m) {
              for (auto* values : {&m.t, &m.h, &m.y, &m.w}) values->resize(2);
            }).message(),
            "rows is 2 long; allowed: at least 3 rows, the first the initial state");
  EXPECT_EQ(error([](Measurement& m) { m = {}; }).field, "rows");
  EXPECT_EQ(error([](Measurement& m) {
              m.h.assign(20, 0.1);
              m.y.assign(20, 0.01);
              m.w.assign(20, -0.05);
            }).value,
            "constant");
  EXPECT_EQ(error([](Measurement& m) { m.t.assign(20, 4.0); }).field, "rows");
  EXPECT_EQ(error([](Measurement& m) {
              m.y[0] = 0.5;
              m.w[0] = 0.0;
            }).field,
            "rows[0]");
  EXPECT_EQ(error([](Measurement&) {}, {0.0, 0.5}).field, "dx2");
  EXPECT_EQ(error([](Measurement&) {}, {1.0, nan}).field, "dy2");
  FitOptions options;
  options.loss_scale = 0;
  EXPECT_EQ(fit_rates(good, p.constants, options).error().field, "loss_scale");
}

}  // namespace
}  // namespace reprise
