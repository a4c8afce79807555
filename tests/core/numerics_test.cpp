// Kernels against plain loops in double precision, over shapes that meet every edge of the
// blocking.

#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <numeric>
#include <string>
#include <vector>

#include "noise.hpp"
#include "numerics/decimal.hpp"
#include "numerics/elementary.hpp"
#include "numerics/exponential.hpp"
#include "numerics/gemm.hpp"
#include "numerics/random.hpp"
#include "numerics/small_batch.hpp"

namespace reprise {
namespace {

using test_support::noise;

// Error of a sum of k products of unit-sized numbers in single precision, generously.
double tolerance(int k) { return 1e-6 * (4.0 + 2.0 * std::sqrt(k) * std::log2(k + 2.0)); }

struct Shape {
  int m, n, k;
};

TEST(Logarithm, AgreesWithTheCLibrary) {
  for (double x = 1e-300; x < 1e300; x *= 1.37) {
    EXPECT_NEAR(logarithm(x), std::log(x), 4e-16 * std::abs(std::log(x))) << x;
  }
  for (double x = 0.5; x < 12; x += 0.00137) {
    EXPECT_NEAR(logarithm(x), std::log(x), 4e-16 * std::max(std::abs(std::log(x)), 1e-3)) << x;
  }
  EXPECT_EQ(logarithm(1.0), 0.0);
  EXPECT_EQ(logarithm(HUGE_VAL), HUGE_VAL);
  EXPECT_TRUE(std::isnan(logarithm(std::nan(""))));
}

TEST(Gemm, AgreesWithPlainLoopsForEveryShapeAndTransposition) {
  const Shape shapes[] = {{1, 1, 1},    {4, 8, 4},    {5, 9, 3},      {64, 200, 257}, {65, 17, 256},
                          {7, 200, 64}, {130, 8, 31}, {200, 784, 64}, {3, 3, 600}};
  GemmWorkspace workspace;
  for (const Shape& shape : shapes) {
    const auto [m, n, k] = shape;
    for (const bool transpose_a : {false, true}) {
      for (const bool transpose_b : {false, true}) {
        for (const GemmMode mode : {GemmMode::kAssign, GemmMode::kAdd}) {
          const auto a = noise(static_cast<std::size_t>(m) * k, 1);
          const auto b = noise(static_cast<std::size_t>(k) * n, 2);
          const auto before = noise(static_cast<std::size_t>(m) * n, 3);
          auto c = before;
          const MatrixView a_view =
              transpose_a ? row_major(a.data(), m).transposed() : row_major(a.data(), k);
          const MatrixView b_view =
              transpose_b ? row_major(b.data(), k).transposed() : row_major(b.data(), n);
          gemm(mode, 0.5f, m, n, k, a_view, b_view, c.data(), n, workspace);
          double worst = 0;
          for (int i = 0; i < m; ++i) {
            for (int j = 0; j < n; ++j) {
              double expected = 0;
              for (int step = 0; step < k; ++step) {
                expected += static_cast<double>(a[transpose_a ? step * m + i : i * k + step]) *
                            static_cast<double>(b[transpose_b ? j * k + step : step * n + j]);
              }
              expected *= 0.5;
              if (mode == GemmMode::kAdd) expected += static_cast<double>(before[i * n + j]);
              worst = std::max(worst, std::abs(expected - static_cast<double>(c[i * n + j])));
            }
          }
          EXPECT_LT(worst, tolerance(k))
              << m << " x " << n << " x " << k << (transpose_a ? " A^T" : "")
              << (transpose_b ? " B^T" : "");
        }
      }
    }
  }
}

TEST(SmallBatch, ForwardAgreesWithPlainLoops) {
  for (int batch = 1; batch <= kSmallBatch; ++batch) {
    for (const int outputs : {1, 2, 3, 4, 9, 50}) {
      for (const int inputs : {1, 2, 3, 4, 7, 50, 101}) {
        const auto weights = noise(static_cast<std::size_t>(outputs) * inputs, 4);
        const auto bias = noise(outputs, 5);
        const auto in = noise(static_cast<std::size_t>(batch) * inputs, 6);
        std::vector<float> out(static_cast<std::size_t>(batch) * outputs);
        small_batch_forward(batch, outputs, inputs, weights.data(), bias.data(), in.data(),
                            out.data());
        for (int point = 0; point < batch; ++point) {
          for (int row = 0; row < outputs; ++row) {
            double expected = static_cast<double>(bias[row]);
            for (int j = 0; j < inputs; ++j) {
              expected += static_cast<double>(weights[row * inputs + j]) *
                          static_cast<double>(in[point * inputs + j]);
            }
            ASSERT_NEAR(out[point * outputs + row], expected, tolerance(inputs));
          }
        }
      }
    }
  }
}

TEST(SmallBatch, BackwardUsesTheWeightsBeforeTheStepItTakes) {
  const float rate = 0.25f;
  for (int batch = 1; batch <= kSmallBatch; ++batch) {
    for (const int outputs : {1, 3, 4, 5, 10}) {
      for (const int inputs : {1, 4, 6, 33}) {
        const auto before = noise(static_cast<std::size_t>(outputs) * inputs, 7);
        const auto in = noise(static_cast<std::size_t>(batch) * inputs, 8);
        const auto grad_out = noise(static_cast<std::size_t>(batch) * outputs, 9);
        auto weights = before;
        std::vector<float> grad_in(static_cast<std::size_t>(batch) * inputs, 99.0f);
        small_batch_backward_update(batch, outputs, inputs, rate, weights.data(), in.data(),
                                    grad_out.data(), grad_in.data());
        for (int point = 0; point < batch; ++point) {
          for (int j = 0; j < inputs; ++j) {
            double expected = 0;
            for (int row = 0; row < outputs; ++row) {
              expected += static_cast<double>(before[row * inputs + j]) *
                          static_cast<double>(grad_out[point * outputs + row]);
            }
            ASSERT_NEAR(grad_in[point * inputs + j], expected, tolerance(outputs));
          }
        }
        for (int row = 0; row < outputs; ++row) {
          for (int j = 0; j < inputs; ++j) {
            double slope = 0;
            for (int point = 0; point < batch; ++point) {
              slope += static_cast<double>(grad_out[point * outputs + row]) *
                       static_cast<double>(in[point * inputs + j]);
            }
            ASSERT_NEAR(weights[row * inputs + j], before[row * inputs + j] - 0.25 * slope,
                        tolerance(batch));
          }
        }
        auto weights_only = before;
        small_batch_backward_update(batch, outputs, inputs, rate, weights_only.data(), in.data(),
                                    grad_out.data(), nullptr);
        EXPECT_EQ(weights_only, weights)
            << "leaving the input gradient out must not change the step";
      }
    }
  }
}

// Largest error relative to the exact value over a range.
template <class Function, class Exact>
double worst_relative_error(Function function, Exact exact, double from, double to) {
  double worst = 0;
  const int count = 200000;
  for (int i = 0; i < count; i += kLaneCount) {
    Lanes x;
    for (int lane = 0; lane < kLaneCount; ++lane) {
      x[lane] = static_cast<float>(from + (to - from) * (i + lane) / (count - 1));
    }
    const Lanes value = function(x);
    for (int lane = 0; lane < kLaneCount; ++lane) {
      const double expected = exact(static_cast<double>(x[lane]));
      const double size = std::max(std::abs(expected), 1e-37);
      worst = std::max(worst, std::abs(static_cast<double>(value[lane]) - expected) / size);
    }
  }
  return worst;
}

TEST(Elementary, IsExactToAFewUnitsInTheLastPlace) {
  const auto exact_exp = [](double x) { return std::exp(x); };
  const auto exact_expm1 = [](double x) { return std::expm1(x); };
  const auto exact_tanh = [](double x) { return std::tanh(x); };
  const auto exact_logistic = [](double x) { return 1 / (1 + std::exp(-x)); };
  EXPECT_LT(
      worst_relative_error(static_cast<Lanes (*)(Lanes)>(exponential), exact_exp, -87.3, 88.7),
      3e-7);
  EXPECT_LT(worst_relative_error(exponential_minus_one, exact_expm1, -20, 20), 5e-7);
  EXPECT_LT(worst_relative_error(exponential_minus_one, exact_expm1, -1e-3, 1e-3), 3e-7);
  EXPECT_LT(worst_relative_error(hyperbolic_tangent, exact_tanh, -12, 12), 5e-7);
  EXPECT_LT(worst_relative_error(hyperbolic_tangent, exact_tanh, -1e-4, 1e-4), 3e-7);
  EXPECT_LT(worst_relative_error(logistic, exact_logistic, -80, 80), 5e-7);
}

TEST(Elementary, KeepsNanAndReachesItsLimits) {
  const float infinity = std::numeric_limits<float>::infinity();
  const Lanes x = {std::numeric_limits<float>::quiet_NaN(), infinity, -infinity, 200.0f};
  const Lanes e = exponential(x);
  EXPECT_TRUE(std::isnan(e[0]));
  EXPECT_EQ(e[1], infinity);
  EXPECT_EQ(e[2], 0.0f);
  EXPECT_EQ(e[3], infinity);
  const Lanes t = hyperbolic_tangent(x);
  EXPECT_TRUE(std::isnan(t[0]));
  EXPECT_EQ(t[1], 1.0f);
  EXPECT_EQ(t[2], -1.0f);
  const Lanes s = logistic(x);
  EXPECT_TRUE(std::isnan(s[0]));
  EXPECT_EQ(s[1], 1.0f);
  EXPECT_EQ(s[2], 0.0f);
}

TEST(Random, StreamsAreReproducibleAndIndependent) {
  EXPECT_EQ(noise(100, 1), noise(100, 1));
  EXPECT_NE(noise(100, 1), noise(100, 2));
  std::vector<float> other(100);
  RandomStream(1, RandomPurpose::kWeights).fill_normal(other.data(), other.size(), 1.0);
  EXPECT_NE(other, noise(100, 1));
}

TEST(Random, NormalNumbersHaveTheMomentsOfANormalDistribution) {
  const auto values = noise(1000000, 11);
  double mean = 0, square = 0, fourth = 0;
  for (const float value : values) {
    const double v = static_cast<double>(value);
    mean += v;
    square += v * v;
    fourth += v * v * v * v;
  }
  const double count = static_cast<double>(values.size());
  EXPECT_NEAR(mean / count, 0, 5e-3);
  EXPECT_NEAR(square / count, 1, 1e-2);
  EXPECT_NEAR(fourth / count, 3, 5e-2);
}

TEST(Random, ShufflePermutesUniformly) {
  RandomStream random(5, RandomPurpose::kShuffle);
  std::vector<int> first_item(6, 0);
  for (int trial = 0; trial < 60000; ++trial) {
    std::vector<std::int32_t> items(6);
    std::iota(items.begin(), items.end(), 0);
    random.shuffle(items);
    ++first_item[items[0]];
    std::sort(items.begin(), items.end());
    for (int i = 0; i < 6; ++i) ASSERT_EQ(items[i], i);
  }
  for (const int count : first_item) EXPECT_NEAR(count, 10000, 400);
}

TEST(Exponential, IsTheExponentialInDoublePrecision) {
  for (double x = -740; x < 709; x += 0.7371) {
    const double expected = std::exp(x);
    EXPECT_NEAR(exponential(x), expected, 4e-16 * expected + 5e-324) << x;
  }
  for (double x = 1e-18; x < 1; x *= 7) {
    EXPECT_NEAR(exponential(x), std::exp(x), 4e-16 * std::exp(x)) << x;
    EXPECT_NEAR(exponential(-x), std::exp(-x), 4e-16) << x;
  }
  EXPECT_EQ(exponential(0), 1);
  EXPECT_EQ(exponential(710), std::numeric_limits<double>::infinity());
  EXPECT_EQ(exponential(-746), 0);
  EXPECT_EQ(exponential(-std::numeric_limits<double>::infinity()), 0);
  EXPECT_TRUE(std::isnan(exponential(std::nan(""))));
}

TEST(DecimalText, ReadsAsTheCLibraryPrints) {
  std::vector<double> values = {0.0,
                                -0.0,
                                1.0,
                                -1.0,
                                9.9999999999,
                                9.99,
                                999.6,
                                1e5,
                                123456.0,
                                1e-4,
                                1e-5,
                                0.5,
                                1e300,
                                5e-324,
                                1e-50,
                                -2e50,
                                1e10,
                                12345678901.0,
                                0.001,
                                1.5,
                                100.0,
                                0.0999999,
                                std::numeric_limits<double>::infinity(),
                                -std::numeric_limits<double>::infinity()};
  for (const float exponent : noise(2000, 5)) {
    values.push_back((exponent < 0 ? -1 : 1) * std::pow(10.0, 20.0 * exponent));
  }
  for (const double value : values) {
    for (const int digits : {1, 3, 10}) {
      char printed[64];
      std::snprintf(printed, sizeof printed, "%.*g", digits, value);
      EXPECT_EQ(decimal_text(value, digits), printed) << digits;
    }
  }
  EXPECT_EQ(decimal_text(std::nan(""), 3), "nan");
}

}  // namespace
}  // namespace reprise
