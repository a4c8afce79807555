#include "theory/loss_fit.hpp"

#include <algorithm>
#include <cmath>

namespace reprise {
namespace {

// Decay constants tried: 2 eta_m times the whole span, from 1e-4 to 1e6, eight a decade.
constexpr int decays = 81;
constexpr double decay_factor = 1.333521432163324;  // 10^(1/8)
constexpr double slowest_decay = 1e-4;

}  // namespace

LossFit fit_loss(const Measurement& measurement, const Constants& constants,
                 const std::vector<State>& curve, LossKind kind, int outputs) {
  const std::size_t rows = measurement.t.size();
  const double factor = loss_factor(kind, outputs);
  const double first_time = measurement.t[0];
  const double span = measurement.t.back() - first_time;

  LossFit fit;
  fit.initial_mean_error = measurement.initial_mean_error.value_or(
      std::max(0.0, 2.0 * (measurement.loss[0] / factor - difference_loss(constants, curve[0]))));

  const auto cost = [&](double eta_m) {
    double sum = 0.0;
    for (std::size_t i = 0; i < rows; ++i) {
      const double theory = theory_loss(constants, curve[i], fit.initial_mean_error, eta_m,
                                        measurement.t[i] - first_time, kind, outputs);
      sum += (measurement.loss[i] - theory) * (measurement.loss[i] - theory);
    }
    return sum;
  };

  if (fit.initial_mean_error > 0.0) {
    double eta_m = 0.5 * slowest_decay / span;
    double best = eta_m, best_cost = cost(eta_m);
    for (int k = 1; k < decays; ++k) {
      eta_m *= decay_factor;
      const double here = cost(eta_m);
      if (here < best_cost) {
        best = eta_m;
        best_cost = here;
      }
    }
    // Golden-section search between the neighbours of the best.
    constexpr double golden = 0.6180339887498949;
    double low = best / decay_factor, high = best * decay_factor;
    double left = high - golden * (high - low), right = low + golden * (high - low);
    double left_cost = cost(left), right_cost = cost(right);
    while (high - low > 1e-9 * high) {
      if (left_cost < right_cost) {
        high = right;
        right = left;
        right_cost = left_cost;
        left = high - golden * (high - low);
        left_cost = cost(left);
      } else {
        low = left;
        left = right;
        left_cost = right_cost;
        right = low + golden * (high - low);
        right_cost = cost(right);
      }
    }
    fit.eta_m = 0.5 * (low + high);
  }

  fit.sse = cost(fit.eta_m);
  for (std::size_t i = 0; i < rows; ++i) {
    fit.curve.push_back(theory_loss(constants, curve[i], fit.initial_mean_error, fit.eta_m,
                                    measurement.t[i] - first_time, kind, outputs));
  }
  fit.r2 = r_squared(measurement.loss, fit.curve);
  return fit;
}

}  // namespace reprise
