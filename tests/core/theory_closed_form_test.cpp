#include "theory/closed_form.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "theory_test_support.hpp"

namespace reprise {
namespace {

using test_support::invariant;
using test_support::Problem;
using test_support::Random;

double final_h(double h0, double y0, const Constants& constants, double ratio) {
  const auto result = final_distance(h0, y0, constants, ratio);
  EXPECT_TRUE(result) << result.error().message();
  return result ? result.value().h_final : 0.0;
}

TEST(TheoryClosedForm, IsTheFixedPointWithTheInvariantOfTheStart) {
  Random random(1);
  for (int trial = 0; trial < 200; ++trial) {
    const Problem p = random.problem();
    const double h = final_h(p.start.h, p.start.y, p.constants, p.rates.ratio());
    const State end{h, p.constants.dy2, 0.0};
    const State rate = derivative({}, p.constants, p.rates, end);
    EXPECT_EQ(rate.h, 0.0);
    EXPECT_EQ(rate.y, 0.0);
    EXPECT_NEAR(rate.w, 0.0, 1e-15);
    const double size = end.y / end.h + end.h / (p.rates.ratio() * p.constants.dx2) +
                        p.start.y / p.start.h + p.start.h / (p.rates.ratio() * p.constants.dx2);
    EXPECT_NEAR(invariant(p.constants, p.rates, end), invariant(p.constants, p.rates, p.start),
                1e-13 * size);
    EXPECT_GT(h, 0.0);
  }
}

TEST(TheoryClosedForm, RichLimitIsSetByTheData) {
  const Constants constants{0.7, 0.4};
  for (const double ratio : {0.1, 1.0, 30.0}) {
    const double limit = std::sqrt(ratio * 0.7 * 0.4);
    double previous = 1.0;
    for (const double size : {1e-2, 1e-4, 1e-6, 1e-8}) {
      const double deviation =
          std::fabs(final_h(size, size * size, constants, ratio) / limit - 1.0);
      EXPECT_LT(deviation, 0.1 * previous);
      previous = deviation;
    }
    EXPECT_LT(previous, 1e-7);
  }
}

TEST(TheoryClosedForm, LazyLimitIsTheInitialGeometry) {
  const Constants constants{0.7, 0.4};
  for (const double h0 : {1e3, 1e6, 1e9}) {
    EXPECT_NEAR(final_h(h0, 0.3, constants, 2.0) / h0, 1.0, 2.0 / (h0 * h0) + 1e-15);
  }
}

TEST(TheoryClosedForm, PointsWithOneTargetMergeUnlessTheEncoderIsTheLarger) {
  const Constants constants{2.0, 0.0};
  EXPECT_EQ(final_h(0.1, 0.5, constants, 1.0), 0.0);
  EXPECT_DOUBLE_EQ(final_h(0.5, 0.1, constants, 1.0), 0.5 - 2.0 * 0.1 / 0.5);
  EXPECT_EQ(final_h(0.5, 0.125, constants, 1.0), 0.0);  // A = 0
}

TEST(TheoryClosedForm, LosesNoDigitsWhereTheDecoderIsFarLarger) {
  // A = -1e8: A/2 + sqrt(A^2/4 + B^2) computed as written keeps no digit of h = B^2 / |A|.
  const Constants constants{1.0, 1.0};
  const double h = final_h(1e-8, 1.0, constants, 1.0);
  EXPECT_NEAR(h / 1e-8, 1.0, 1e-14);
  const double naive = -0.5e8 + std::sqrt(0.25e16 + 1.0);
  EXPECT_GT(std::fabs(naive / 1e-8 - 1.0), 0.1);
}

TEST(TheoryClosedForm, SurvivesTheLargestNumbersAllowed) {
  for (const double h0 : {1e-50, 1.0, 1e50}) {
    for (const double y0 : {0.0, 1e-50, 1e50}) {
      for (const double ratio : {1e-50, 1e50}) {
        EXPECT_TRUE(std::isfinite(final_h(h0, y0, {1e50, 1e50}, ratio)));
        EXPECT_TRUE(std::isfinite(final_h(h0, y0, {1e-50, 0.0}, ratio)));
      }
    }
  }
}

TEST(TheoryClosedForm, PointsNotYetToldApartStartFromZero) {
  EXPECT_DOUBLE_EQ(final_h(0.0, 0.0, {1.0, 0.25}, 4.0), 1.0);
}

TEST(TheoryClosedForm, RatioIsTheInverse) {
  Random random(2);
  int tested = 0;
  for (int trial = 0; trial < 300; ++trial) {
    const Problem p = random.problem();
    const double h = final_h(p.start.h, p.start.y, p.constants, p.rates.ratio());
    // Where h hardly moves, its distance from h0 keeps few digits to compute the ratio from.
    if (std::fabs(h / p.start.h - 1.0) < 1e-3) continue;
    const double reach = p.start.h * p.constants.dy2 / p.start.y;
    if (std::fabs(h / reach - 1.0) < 1e-3) continue;
    const auto ratio = ratio_from_final(p.start.h, p.start.y, h, p.constants);
    ASSERT_TRUE(ratio) << ratio.error().message();
    EXPECT_NEAR(ratio.value() / p.rates.ratio(), 1.0, 1e-9);
    ++tested;
  }
  EXPECT_GT(tested, 100);
}

TEST(TheoryClosedForm, UnreachableEndsAreErrors) {
  const Constants constants{1.0, 0.5};
  // y0 < Y: h can only grow, up to h0 Y / y0 = 5.
  for (const double h_final : {0.05, 0.1, 5.0, 6.0}) {
    const auto ratio = ratio_from_final(0.1, 0.01, h_final, constants);
    ASSERT_FALSE(ratio) << h_final;
    EXPECT_EQ(ratio.error().field, "h_final");
    EXPECT_NE(ratio.error().allowed.find("0.1"), std::string::npos);
  }
  EXPECT_TRUE(ratio_from_final(0.1, 0.01, 4.9, constants));
}

TEST(TheoryClosedForm, NamesWhatIsWrong) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const auto field = [](const Result<FinalDistance>& result) {
    EXPECT_FALSE(result.ok());
    return result.ok() ? std::string("none") : result.error().field;
  };
  EXPECT_EQ(field(final_distance(-1.0, 0.1, {1, 1}, 1.0)), "h0");
  EXPECT_EQ(field(final_distance(0.0, 0.1, {1, 1}, 1.0)), "h0");
  EXPECT_EQ(field(final_distance(1.0, nan, {1, 1}, 1.0)), "y0");
  EXPECT_EQ(field(final_distance(1.0, 0.1, {-1, 1}, 1.0)), "dx2");
  EXPECT_EQ(field(final_distance(1.0, 0.1, {1, -1}, 1.0)), "dy2");
  EXPECT_EQ(field(final_distance(1.0, 0.1, {1, 1}, 0.0)), "ratio");
  EXPECT_EQ(final_distance(1.0, 0.1, {1, 1}, -2.5).error().message(),
            "ratio is -2.5; allowed: a number from 1e-50 to 1e50");
}

}  // namespace
}  // namespace reprise
