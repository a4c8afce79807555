#pragma once

#include "numerics/exponential.hpp"
#include "theory/equations.hpp"

namespace reprise {

/// Which loss a network reports. Both average squared errors over points and outputs, as PyTorch
/// does.
enum class LossKind {
  kHalfMse,  ///< Half of the mean squared error.
  kMse,      ///< The mean squared error.
};

/// How a loss depends on the state: half-MSE of one output times `loss_factor`.
inline double loss_factor(LossKind kind, int outputs) {
  return (kind == LossKind::kMse ? 2.0 : 1.0) / outputs;
}

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

/// L(t) of two points, from the state at time t. With several outputs PyTorch's mean divides by
/// their number as well.
inline double theory_loss(const Constants& constants, const State& state, double initial_mean_error,
                          double eta_m, double time, LossKind kind = LossKind::kHalfMse,
                          int outputs = 1) {
  return loss_factor(kind, outputs) *
         (mean_loss(initial_mean_error, eta_m, time) + difference_loss(constants, state));
}

}  // namespace reprise
