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

std::vector<double> rows(const std::string& system) {
  const auto found = theory_rows(question(system));
  EXPECT_TRUE(found) << system;
  return found ? found.value() : std::vector<double>{};
}

Error error_of(const std::string& system) {
  const auto found = theory_rows(question(system));
  EXPECT_FALSE(found) << system;
  return found ? Error{} : found.error();
}

TEST(TheoryJson, FactorsOfTermsMakeTheNamedSystems) {
  EXPECT_EQ(rows("{}"), rows("\"paper\""));
  EXPECT_EQ(rows(R"({"h_scale": 2})"), rows("\"double_h\""));
  EXPECT_EQ(rows(R"({"y_scale": 2})"), rows("\"double_y\""));
  EXPECT_EQ(rows(R"({"y_second": 0})"), rows("\"drop_second_y\""));
  EXPECT_EQ(rows(R"({"w_last": -1})"), rows("\"flip_last_w\""));
  const std::vector<double> by_terms = rows(R"({"y_first": 2, "y_second": 2})");
  const std::vector<double> by_equation = rows("\"double_y\"");
  ASSERT_EQ(by_terms.size(), by_equation.size());
  for (std::size_t i = 0; i < by_terms.size(); ++i)
    EXPECT_NEAR(by_terms[i], by_equation[i], 1e-8 * (1 + std::fabs(by_equation[i])));
}

TEST(TheoryJson, SeveralTermsAreAlteredAtOnce) {
  const std::vector<double> both = rows(R"({"h_scale": 2, "y_second": 0})");
  ASSERT_EQ(both.size(), 28u);
  EXPECT_NE(both, rows("\"double_h\""));
  EXPECT_NE(both, rows("\"drop_second_y\""));
  // With y' = 0 and h' = 0 only w moves.
  const std::vector<double> frozen = rows(R"({"h_scale": 0, "y_scale": 0})");
  ASSERT_EQ(frozen.size(), 28u);
  EXPECT_NEAR(frozen[25], 0.2, 1e-12);
  EXPECT_NEAR(frozen[26], 0.05, 1e-12);
  EXPECT_GT(std::fabs(frozen[27] + 0.1), 1e-3);
}

TEST(TheoryJson, AFitRecoversTheRatesOfAlteredEquations) {
  const std::string system = R"({"h_scale": 2, "w_last": -1})";
  std::vector<double> given = rows(system);
  const auto fit =
      fit_json(given.data(), 7, 4, R"({"dx2": 1.2, "dy2": 0.5, "system": )" + system + "}");
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
