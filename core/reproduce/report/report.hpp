#pragma once

#include <string>
#include <vector>

#include "reproduce/figure.hpp"

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

/// A field of a fit; NaN where the fit failed or the field is null.
double fit_value(const nlohmann::json& fit, const std::string& field);

/// Rows of a Markdown table, or of CSV.
std::string markdown_row(const std::vector<std::string>& cells);
std::string csv_row(const std::vector<std::string>& cells);

/// A number with the digits that bring back the same double; empty for what is no number.
std::string exact(double value);

/// A figure's part of the report: what the paper has, the band, ours, the verdict.
std::string report_section(const nlohmann::json& entry, const Outcome& outcome, const Scale& scale);

}  // namespace reprise::reproduce
