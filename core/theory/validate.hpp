#pragma once

#include <optional>
#include <string>
#include <vector>

#include "numerics/result.hpp"
#include "theory/equations.hpp"

namespace reprise {

/// Bounds of every user-facing positive number of the theory. Far beyond any experiment, and narrow
/// enough that no product in the formulas overflows.
inline constexpr double smallest_positive = 1e-50;
inline constexpr double largest_magnitude = 1e50;

/// `value` as people read it, to ten digits.
std::string to_text(double value);

/// The error if `value` is not a number from 1e-50 to 1e50.
std::optional<Error> check_positive(const std::string& field, double value);

/// The error if `value` is not a number from 0 to 1e50.
std::optional<Error> check_not_negative(const std::string& field, double value);

/// The error if `value` is not a finite number of magnitude up to 1e50.
std::optional<Error> check_finite(const std::string& field, double value);

/// Fields "dx2" (positive) and "dy2" (zero or positive).
std::optional<Error> check_constants(const Constants& constants);

/// Fields "eta_h" and "eta_y" (positive).
std::optional<Error> check_rates(const Rates& rates);

/// Fields "h0" (positive), "y0" (zero or positive) and "w0" (within the Cauchy-Schwarz bound).
std::optional<Error> check_start(const Constants& constants, const State& start);

/// Field "times": finite, zero or positive, in non-decreasing order.
std::optional<Error> check_times(const std::vector<double>& times);

}  // namespace reprise
