#include "theory/validate.hpp"

#include <cmath>

#include "numerics/decimal.hpp"

namespace reprise {
namespace {

bool in_positive_range(double value) {
  return value >= smallest_positive && value <= largest_magnitude;  // false for NaN
}

}  // namespace

std::string to_text(double value) { return decimal_text(value, 10); }

std::optional<Error> check_positive(const std::string& field, double value) {
  if (in_positive_range(value)) return std::nullopt;
  return Error{field, to_text(value), "a number from 1e-50 to 1e50"};
}

std::optional<Error> check_not_negative(const std::string& field, double value) {
  if (value >= 0.0 && value <= largest_magnitude) return std::nullopt;
  return Error{field, to_text(value), "a number from 0 to 1e50"};
}

std::optional<Error> check_finite(const std::string& field, double value) {
  if (std::fabs(value) <= largest_magnitude) return std::nullopt;
  return Error{field, to_text(value), "a number from -1e50 to 1e50"};
}

std::optional<Error> check_constants(const Constants& constants) {
  if (auto error = check_positive("dx2", constants.dx2)) return error;
  return check_not_negative("dy2", constants.dy2);
}

std::optional<Error> check_rates(const Rates& rates) {
  if (auto error = check_positive("eta_h", rates.eta_h)) return error;
  return check_positive("eta_y", rates.eta_y);
}

std::optional<Error> check_start(const Constants& constants, const State& start) {
  if (auto error = check_positive("h0", start.h)) return error;
  if (auto error = check_not_negative("y0", start.y)) return error;
  if (auto error = check_finite("w0", start.w)) return error;
  if (!satisfies_cauchy_schwarz(constants, start)) {
    const double bound = std::sqrt(start.y * constants.dy2);
    return Error{"w0", to_text(start.w),
                 "a number from " + to_text(start.y - bound) + " to " + to_text(start.y + bound) +
                     " (y0 plus or minus sqrt(y0 dy2))"};
  }
  return std::nullopt;
}

std::optional<Error> check_times(const std::vector<double>& times) {
  double previous = 0.0;
  for (std::size_t i = 0; i < times.size(); ++i) {
    const std::string field = "times[" + std::to_string(i) + "]";
    if (auto error = check_not_negative(field, times[i])) return error;
    if (times[i] < previous) {
      return Error{field, to_text(times[i]),
                   "a number not below the one before it, " + to_text(previous)};
    }
    previous = times[i];
  }
  return std::nullopt;
}

}  // namespace reprise
