#pragma once

#include "numerics/exponential.hpp"
#include "theory/equations.hpp"

namespace reprise {

/// The part of the loss due to the difference of the two outputs: half-MSE is 1/4 (w + (Y - y) /
/// 2), which equals |dy - dy*|^2 / 8.
inline double difference_loss(const Constants& constants, const State& state) {
  return 0.25 * (state.w + 0.5 * (constants.dy2 - state.y));
}

/// The part of the loss due to their mean, which starts at the squared distance E0 = |ybar -
/// ybar*|^2 from the mean target and decays on its own at rate `eta_m`: half-MSE is 1/2 E0 exp(-2
/// eta_m t).
inline double mean_loss(double initial_mean_error, double eta_m, double time) {
  return 0.5 * initial_mean_error * exponential(-2.0 * eta_m * time);
}

/// L(t) of two points, from the state at time t. `scale` is what the loss is in units of half the
/// squared error of one output, averaged over the points: 2 for one without the half, and divided
/// by the number of outputs where the average is over these as well.
inline double theory_loss(const Constants& constants, const State& state, double initial_mean_error,
                          double eta_m, double time, double scale = 1.0) {
  return scale * (mean_loss(initial_mean_error, eta_m, time) + difference_loss(constants, state));
}

}  // namespace reprise
