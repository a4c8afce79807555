#include "theory/loss_fit.hpp"

#include <algorithm>
#include <cmath>

#include "theory/loss.hpp"
#include "theory/minimum.hpp"

namespace reprise {
namespace {

// Decay constants tried: 2 eta_m times the whole span, from 1e-4 to 1e6, eight a decade.
constexpr int decays = 81;
constexpr double decay_factor = 1.333521432163324;  // 10^(1/8)
constexpr double slowest_decay = 1e-4;

}  // namespace

LossFit fit_loss(const Measurement& measurement, const Constants& constants,
                 const std::vector<State>& curve, double scale) {
  const std::size_t rows = measurement.t.size();
  const double first_time = measurement.t[0];
  const double span = measurement.t.back() - first_time;

  LossFit fit;
  fit.initial_mean_error = measurement.initial_mean_error.value_or(
      std::max(0.0, 2.0 * (measurement.loss[0] / scale - difference_loss(constants, curve[0]))));

  const auto cost = [&](double eta_m) {
    double sum = 0.0;
    for (std::size_t i = 0; i < rows; ++i) {
      const double theory = theory_loss(constants, curve[i], fit.initial_mean_error, eta_m,
                                        measurement.t[i] - first_time, scale);
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
    fit.eta_m = least_near(best, decay_factor, cost);
  }

  fit.sse = cost(fit.eta_m);
  for (std::size_t i = 0; i < rows; ++i) {
    fit.curve.push_back(theory_loss(constants, curve[i], fit.initial_mean_error, fit.eta_m,
                                    measurement.t[i] - first_time, scale));
  }
  fit.r2 = r_squared(measurement.loss, fit.curve);
  return fit;
}

}  // namespace reprise
