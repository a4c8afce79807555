#include "theory/factors.hpp"

#include <algorithm>
#include <cmath>

namespace reprise {

Units Units::natural(const Constants& constants, double ratio, const State& start) {
  Units units;
  units.output = std::max({constants.dy2, start.y, std::fabs(start.w)});
  // All three are zero for two points that have one output and one target: nothing will move.
  if (!(units.output > 0.0)) units.output = 1.0;
  units.hidden = std::sqrt(ratio * constants.dx2 * units.output);
  return units;
}

Factors to_factors(const Units& units, const State& state) {
  const double h = state.h / units.hidden;
  const double a = std::sqrt(h);
  return {a, (state.y / units.output) / h, (state.w / units.output) / a};
}

State to_state(const Units& units, const Factors& factors) {
  const auto [a, b_squared, e] = factors;
  const double h = a * a;
  return {units.hidden * h, units.output * (h * b_squared), units.output * (a * e)};
}

// Substituting h = a^2, y = a^2 |b|^2 and w = a e into the three equations, and collecting the
// powers of a, gives these coefficients.
FactorSystem::FactorSystem(const System& system, double target)
    : target_(target),
      a_rate_(-0.5 * system.h_scale),
      b_rate_(-system.y_scale * system.y_first),
      b_singular_(system.h_scale - system.y_scale * system.y_second),
      a_pull_(-0.5 * system.w_first),
      b_pull_(-0.5 * system.w_last),
      e_singular_(0.5 * (system.h_scale - system.w_last)) {}

Factors FactorSystem::derivative(const Factors& factors) const {
  const auto [a, b_squared, e] = factors;
  Factors rate;
  rate.a = a_rate_ * e;
  rate.b_squared = b_rate_ * a * e;
  rate.e = a_pull_ * a * (3.0 * a * e + (target_ - a * a * b_squared)) + b_pull_ * b_squared * e;
  if (b_singular_ != 0.0) rate.b_squared += b_singular_ * b_squared * e / a;
  if (e_singular_ != 0.0) rate.e += e_singular_ * e * e / a;
  return rate;
}

Jacobian FactorSystem::jacobian(const Factors& factors) const {
  const auto [a, b_squared, e] = factors;
  Jacobian result{
      {{0.0, 0.0, a_rate_},
       {b_rate_ * e, 0.0, b_rate_ * a},
       {a_pull_ * (6.0 * a * e + (target_ - 3.0 * a * a * b_squared)),
        b_pull_ * e - a_pull_ * a * a * a, 3.0 * a_pull_ * a * a + b_pull_ * b_squared}}};
  if (b_singular_ != 0.0) {
    const double slope = b_singular_ * e / a;
    result[1][0] -= slope * b_squared / a;
    result[1][1] += slope;
    result[1][2] += b_singular_ * b_squared / a;
  }
  if (e_singular_ != 0.0) {
    const double slope = e_singular_ * e / a;
    result[2][0] -= slope * e / a;
    result[2][2] += 2.0 * slope;
  }
  return result;
}

}  // namespace reprise
