#pragma once

#include <array>

#include "theory/equations.hpp"

namespace reprise {

/// The units in which both rates, X and the larger output distance are all one. In them a
/// trajectory depends on the ratio of the rates through its start alone, and on their size not at
/// all.
struct Units {
  double output = 1.0;  ///< S, of y, w and Y: the largest of Y, y0 and |w0|.
  double hidden = 1.0;  ///< H = sqrt(r X S), of h.

  /// S and H for trajectories that start in `start`, with `ratio` = eta_h / eta_y.
  static Units natural(const Constants& constants, double ratio, const State& start);

  /// Scaled time per time for this decoder rate: eta_y H.
  double clock(double eta_y) const { return eta_y * hidden; }
};

/// The coordinates in which the equations are integrated, in `Units`.
///
/// With the decoder of rank one along dh, dh = a u and D_y = b u^T for a unit vector u, so dy = a
/// b. With e = b . (dy - dy*), then, h = a^2, y = a^2 |b|^2 and w = a e. In (a, |b|^2, e) the
/// paper's system is polynomial: nothing is divided by h, so points may merge (h -> 0), or pass
/// through each other (dy against dy* in one output dimension, where a changes sign), without any
/// trouble.
struct Factors {
  double a = 0.0;          ///< Signed length of dh.
  double b_squared = 0.0;  ///< |b|^2 = y / h.
  double e = 0.0;          ///< b . (dy - dy*) = w / a, the output's error as the decoder sees it.

  bool operator==(const Factors&) const = default;
};

/// `state` (with h > 0) in factors, with a > 0.
Factors to_factors(const Units& units, const State& state);

/// The other way; every value of the factors has a state.
State to_state(const Units& units, const Factors& factors);

using Jacobian = std::array<std::array<double, 3>, 3>;

/// A system in factors and `Units`; `target` is Y / S:
///
///     a'       = a_rate e
///     (|b|^2)' = b_rate a e + b_singular |b|^2 e / a
///     e'       = a_pull a (3 a e - a^2 |b|^2 + target) + b_pull |b|^2 e + e_singular e^2 / a
///
/// Both singular coefficients vanish for the paper's system, and the terms are then left out. An
/// altered system, which keeps them, is truly singular where points merge.
class FactorSystem {
 public:
  FactorSystem(const System& system, double target);

  /// Time derivatives, in scaled time.
  Factors derivative(const Factors& factors) const;

  /// Row i holds the derivatives of the i-th equation by a, |b|^2 and e.
  Jacobian jacobian(const Factors& factors) const;

  /// Whether terms divided by a are present, so that no solution passes a = 0.
  bool singular() const { return b_singular_ != 0.0 || e_singular_ != 0.0; }

 private:
  double target_, a_rate_, b_rate_, b_singular_, a_pull_, b_pull_, e_singular_;
};

}  // namespace reprise
