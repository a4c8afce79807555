#pragma once

#include <functional>

namespace reprise {

/// Where a function of positive numbers, with one valley between guess / factor and guess * factor,
/// is least: Brent's method (Boost.Math), to half the digits of a double, beyond which the bottom of a
/// valley is flat. `factor` is greater than 1.
double least_near(double guess, double factor, const std::function<double(double)>& value);

}  // namespace reprise
