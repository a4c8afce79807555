#include "reproduce/report/numbers.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "theory/pairs.hpp"

namespace reprise::reproduce {
namespace {

std::vector<double> finite_sorted(std::vector<double> values) {
  std::erase_if(values, [](double value) { return !std::isfinite(value); });
  std::sort(values.begin(), values.end());
  return values;
}

}  // namespace

double median(std::vector<double> values) {
  values = finite_sorted(std::move(values));
  const std::size_t half = values.size() / 2;
  if (values.empty()) return std::numeric_limits<double>::quiet_NaN();
  return values.size() % 2 == 1 ? values[half] : 0.5 * (values[half - 1] + values[half]);
}

double correlation(const std::vector<double>& a, const std::vector<double>& b) {
  std::vector<double> left, right;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (!std::isfinite(a[i]) || !std::isfinite(b[i])) continue;
    left.push_back(a[i]);
    right.push_back(b[i]);
  }
  const auto value = pearson(left, right);
  return value ? value.value() : std::numeric_limits<double>::quiet_NaN();
}

std::string short_number(double value) {
  if (!std::isfinite(value)) return "-";
  char text[40];
  std::snprintf(text, sizeof text, "%.3g", value);
  // A correlation near 1 is told by what it lacks.
  if (value != 1 && std::string(text) == "1") std::snprintf(text, sizeof text, "%.6g", value);
  return text;
}

std::string with_spread(const std::vector<double>& values) {
  const std::vector<double> usable = finite_sorted(values);
  if (usable.empty()) return "-";
  std::string text = short_number(median(usable));
  if (usable.size() > 1)
    text += " [" + short_number(usable.front()) + ", " + short_number(usable.back()) + "]";
  if (usable.size() < values.size())
    text += " (" + std::to_string(values.size() - usable.size()) + " without a value)";
  return text;
}

std::string exact(double value) {
  if (!std::isfinite(value)) return "";
  char text[40];
  std::snprintf(text, sizeof text, "%.17g", value);
  return text;
}

double value_of(const Fit* fit, const FitNumber& number) {
  return fit != nullptr ? number.of(*fit) : std::numeric_limits<double>::quiet_NaN();
}

}  // namespace reprise::reproduce
