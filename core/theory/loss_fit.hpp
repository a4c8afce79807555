#pragma once

#include <vector>

#include "theory/fit.hpp"

namespace reprise {

/// 1 - SSE / SST of one quantity, with the convention for constants described at `Fit`.
double r_squared(const std::vector<double>& measured, const std::vector<double>& fitted);

/// Fits eta_m to `measurement.loss`, with the part from y and w taken from the states of `curve`,
/// one per row, and `scale` as in `theory_loss`.
LossFit fit_loss(const Measurement& measurement, const Constants& constants,
                 const std::vector<State>& curve, double scale);

}  // namespace reprise
