#include "theory/closed_form.hpp"

#include <algorithm>
#include <cmath>

#include "theory/validate.hpp"

namespace reprise {
namespace {

/// sqrt(p^2 + q^2) without overflow; std::hypot's last digit depends on the C library.
double hypotenuse(double p, double q) {
  const double largest = std::max(std::fabs(p), std::fabs(q));
  if (largest == 0.0) return 0.0;
  const double p_part = p / largest;
  const double q_part = q / largest;
  return largest * std::sqrt(p_part * p_part + q_part * q_part);
}

}  // namespace

Result<FinalDistance> final_distance(double h0, double y0, const Constants& constants,
                                     double ratio) {
  if (auto error = check_constants(constants)) return *error;
  if (auto error = check_positive("ratio", ratio)) return *error;
  if (auto error = check_not_negative("y0", y0)) return *error;
  if (h0 != 0.0 || y0 != 0.0) {
    if (auto error = check_positive("h0", h0)) return *error;
  }
  return final_distance_unchecked(h0, y0, constants, ratio);
}

FinalDistance final_distance_unchecked(double h0, double y0, const Constants& constants,
                                       double ratio) {
  const double decoder = h0 == 0.0 ? 0.0 : y0 / h0;
  FinalDistance result;
  result.a = h0 - ratio * constants.dx2 * decoder;
  result.b_squared = ratio * constants.dx2 * constants.dy2;
  const double half = 0.5 * std::fabs(result.a);
  const double root = hypotenuse(half, std::sqrt(result.b_squared));
  if (result.a >= 0.0) {
    result.h_final = half + root;
  } else {
    // A/2 + root would subtract two nearly equal numbers; this is the same by B^2 = (root - A/2)
    // (root + A/2).
    result.h_final = result.b_squared / (half + root);
  }
  return result;
}

Result<double> ratio_from_final(double h0, double y0, double h_final, const Constants& constants) {
  if (auto error = check_constants(constants)) return *error;
  if (auto error = check_positive("h0", h0)) return *error;
  if (auto error = check_not_negative("y0", y0)) return *error;
  if (auto error = check_positive("h_final", h_final)) return *error;

  const double moved = h_final * (h_final - h0);
  const double needed = constants.dx2 * (constants.dy2 - y0 * h_final / h0);
  const double ratio = moved / needed;
  if (!(ratio >= smallest_positive && ratio <= largest_magnitude)) {
    // r -> 0 ends at h0 and r -> infinity at h0 Y / y0: every reachable end lies strictly between.
    const std::string limit = y0 > 0.0 ? to_text(h0 * constants.dy2 / y0) : "infinity";
    return Error{"h_final", to_text(h_final),
                 "a number strictly between h0 = " + to_text(h0) + " and h0 dy2 / y0 = " + limit};
  }
  return ratio;
}

}  // namespace reprise
