#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

namespace reprise::reproduce {

/// One value of a quantity that decides, and the setting it is of (empty where there is one value).
using Measured = std::pair<std::string, double>;

/// Quantities that decide, by the names that the rules of figures.json have for them.
using Measures = std::map<std::string, std::vector<Measured>>;

/// A condition on one quantity, which a value keeps or does not; what is no number keeps none.
struct Rule {
  std::string measure;
  std::string is;  ///< "above", "below", "at_least", "at_most", or "within_factor": at most so many
                   ///< times 1, and at least that part of it.
  std::string limit;        ///< The limit it is compared with, by name.
  std::string in_at_least;  ///< The limit that says how many values have to keep it; empty: all.
  std::vector<std::string> except;  ///< Settings whose values must not keep it.
};

/// What figures.json states about a figure before any run: what the paper reports, and the band
/// that ours has to fall in, in words and as rules.
struct Statement {
  std::string name, title, question, paper, band;
  int order = 0;
  nlohmann::json limits;  ///< Numbers by name.
  std::vector<Rule> rules;
  std::map<std::string, std::vector<double>> published;  ///< Numbers of the paper, by name.

  double limit(const std::string& limit_name) const;
  /// The paper's only number of that name, if it gives one.
  std::optional<double> published_number(const std::string& number_name) const;

  /// Whether a value keeps the rules about `measure`, whatever it is of.
  bool keeps(const std::string& measure, double value) const;
  /// Whether it comes out as the rules say of its setting: kept, or not where that is excepted.
  bool as_stated(const std::string& measure, const Measured& value) const;
  /// Whether the band holds. A quantity that no value was measured of keeps no rule.
  bool holds(const Measures& measures) const;
};

/// What figures.json, as it was when the program was built, states about the figure.
const Statement& statement_of(const std::string& figure);

}  // namespace reprise::reproduce
