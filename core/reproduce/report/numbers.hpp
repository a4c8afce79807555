#pragma once

#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "theory/fit.hpp"

namespace reprise::reproduce {

/// Median of the values that are finite; NaN if there are none.
double median(std::vector<double> values);

/// "0.93 [0.88, 0.97]": median, least and greatest of the finite values, and how many are not
/// finite.
std::string with_spread(const std::vector<double>& values);

/// Pearson correlation over the places where both values are finite; NaN if it does not exist.
double correlation(const std::vector<double>& a, const std::vector<double>& b);

/// Three significant digits; "-" for what is no number.
std::string short_number(double value);

/// A number with the digits that bring back the same double; empty for what is no number.
std::string exact(double value);

/// A number of a fit, with its name in files.
struct FitNumber {
  const char* name;
  double (*of)(const Fit&);
};
inline constexpr FitNumber kEtaH = {"eta_h", [](const Fit& fit) { return fit.rates.eta_h; }};
inline constexpr FitNumber kEtaY = {"eta_y", [](const Fit& fit) { return fit.rates.eta_y; }};
inline constexpr FitNumber kEtaM = {"eta_m", [](const Fit& fit) {
                                      return fit.loss ? fit.loss->eta_m
                                                      : std::numeric_limits<double>::quiet_NaN();
                                    }};
inline constexpr FitNumber kRatio = {"ratio", [](const Fit& fit) { return fit.ratio; }};
inline constexpr FitNumber kMisfit = {"sse", [](const Fit& fit) { return fit.sse; }};
inline constexpr FitNumber kR2OfH = {"r2_h", [](const Fit& fit) { return fit.r2_h; }};
inline constexpr FitNumber kR2OfY = {"r2_y", [](const Fit& fit) { return fit.r2_y; }};
inline constexpr FitNumber kR2OfW = {"r2_w", [](const Fit& fit) { return fit.r2_w; }};

/// r2 of the three quantities, by their names.
inline constexpr std::pair<const char*, FitNumber> kR2[] = {
    {"h", kR2OfH}, {"y", kR2OfY}, {"w", kR2OfW}};

/// The number; NaN where there is no fit.
double value_of(const Fit* fit, const FitNumber& number);

}  // namespace reprise::reproduce
