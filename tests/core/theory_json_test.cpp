// The theory as the site and the command line ask for it: systems of equations by name and by the
// factors of their terms.

#include "experiment/theory_json.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

namespace reprise {
namespace {

std::string question(const std::string& system) {
  return R"({"h0": 0.2, "y0": 0.05, "w0": -0.1, "dx2": 1.2, "dy2": 0.5, "eta_h": 0.02, "eta_y": 0.03,
             "until": 60, "points": 7, "system": )" +
         system + "}";
}

Matrix trajectory(const std::string& system) {
  const auto found = theory_rows(question(system));
  EXPECT_TRUE(found) << system;
  return found.value_or(Matrix());
}

Error error_of(const std::string& system) {
  const auto found = theory_rows(question(system));
  EXPECT_FALSE(found) << system;
  return found ? Error{} : found.error();
}

TEST(TheoryJson, FactorsOfTermsMakeTheNamedSystems) {
  EXPECT_EQ(trajectory("{}"), trajectory("\"paper\""));
  EXPECT_EQ(trajectory(R"({"h_scale": 2})"), trajectory("\"double_h\""));
  EXPECT_EQ(trajectory(R"({"y_scale": 2})"), trajectory("\"double_y\""));
  EXPECT_EQ(trajectory(R"({"y_second": 0})"), trajectory("\"drop_second_y\""));
  EXPECT_EQ(trajectory(R"({"w_last": -1})"), trajectory("\"flip_last_w\""));
  const Matrix by_terms = trajectory(R"({"y_first": 2, "y_second": 2})");
  const Matrix by_equation = trajectory("\"double_y\"");
  ASSERT_EQ(by_terms.size(), by_equation.size());
  for (Eigen::Index i = 0; i < by_terms.size(); ++i) {
    const double expected = by_equation.data()[i];
    EXPECT_NEAR(by_terms.data()[i], expected, 1e-8 * (1 + std::fabs(expected)));
  }
}

TEST(TheoryJson, SeveralTermsAreAlteredAtOnce) {
  const Matrix both = trajectory(R"({"h_scale": 2, "y_second": 0})");
  ASSERT_EQ(both.rows(), 7);
  EXPECT_NE(both, trajectory("\"double_h\""));
  EXPECT_NE(both, trajectory("\"drop_second_y\""));
  // With y' = 0 and h' = 0 only w moves.
  const Matrix frozen = trajectory(R"({"h_scale": 0, "y_scale": 0})");
  ASSERT_EQ(frozen.rows(), 7);
  EXPECT_NEAR(frozen(6, 1), 0.2, 1e-12);
  EXPECT_NEAR(frozen(6, 2), 0.05, 1e-12);
  EXPECT_GT(std::fabs(frozen(6, 3) + 0.1), 1e-3);
}

TEST(TheoryJson, AFitRecoversTheRatesOfAlteredEquations) {
  const std::string system = R"({"h_scale": 2, "w_last": -1})";
  Matrix given = trajectory(system);
  const auto fit =
      fit_json(given, R"({"dx2": 1.2, "dy2": 0.5, "system": )" + system + "}");
  ASSERT_TRUE(fit);
  const auto value = [&](const std::string& key) {
    const std::string& text = fit.value();
    return std::stod(text.substr(text.find("\"" + key + "\":") + key.size() + 3));
  };
  EXPECT_NEAR(value("eta_h"), 0.02, 1e-6);
  EXPECT_NEAR(value("eta_y"), 0.03, 1e-6);
}

TEST(TheoryJson, AWrongSystemIsNamedWithWhatIsAllowed) {
  EXPECT_EQ(error_of("\"tripled\"").field, "system");
  EXPECT_EQ(error_of("3").field, "system");
  const Error large = error_of(R"({"w_last": 11})");
  EXPECT_EQ(large.field, "system.w_last");
  EXPECT_EQ(large.value, "11");
  EXPECT_NE(large.allowed.find("10"), std::string::npos) << large.allowed;
  EXPECT_EQ(error_of(R"({"h_first": 1})").field, "system.h_first");
  EXPECT_EQ(error_of(R"({"h_scale": "two"})").field, "system.h_scale");
}

}  // namespace
}  // namespace reprise
