#pragma once

#include <optional>
#include <vector>

#include "numerics/result.hpp"
#include "theory/curve.hpp"
#include "theory/equations.hpp"

namespace reprise {

/// A measured trajectory, one entry per observation; the first is the initial state. Times must not
/// decrease and may start anywhere.
struct Measurement {
  std::vector<double> t, h, y, w;
  std::vector<double> loss;  ///< As long as `t`, or empty if not measured.
  /// |ybar - ybar*|^2 at the first row. Without it, what the first loss has beyond its part from y
  /// and w is taken instead.
  std::optional<double> initial_mean_error;
};

struct FitOptions {
  System system;            ///< The equations to fit; the paper's by default.
  double loss_scale = 1.0;  ///< What `Measurement::loss` is; see `theory_loss`.
  IntegrationOptions integration;
};

/// The rate of the mean output, fitted to the loss alone while everything else stays.
struct LossFit {
  double initial_mean_error = 0.0;  ///< E0, as given or as inferred.
  double eta_m = 0.0;               ///< Per unit of time; 0 if the mean starts learnt (E0 = 0).
  double sse = 0.0;                 ///< Sum of squared deviations over the rows.
  double r2 = 0.0;                  ///< 1 - SSE / SST.
  std::vector<double> curve;        ///< The fitted loss at the measured times.
};

/// Outcome of a fit.
struct Fit {
  Rates rates;           ///< Per unit of the measured time.
  double ratio = 0.0;    ///< eta_h / eta_y.
  Rates relative_error;  ///< One standard error of each rate, as a fraction of it.
  double sse = 0.0;      ///< The paper's objective: squared deviations of h, y and w, summed.
  double r2_h = 0.0;     ///< 1 - SSE / SST of h alone, SST about the mean of the measured values.
  double r2_y = 0.0;     ///< If a quantity never changes (SST = 0), its r2 is 1 when the fit
  double r2_w = 0.0;     ///< reproduces it to 1e-6 and 0 otherwise.
  double final_h = 0.0;  ///< Where h ends with these rates: the closed form for the paper's system,
                         ///< long integration for an altered one (NaN if that one diverges).
  bool converged = false;  ///< A minimum was found and determines both rates to within a factor of
                           ///< about two; false for data that stop too early to tell.
  int evaluations = 0;     ///< Trajectories integrated.
  std::vector<State> curve;  ///< The fitted trajectory at the measured times.
  std::optional<LossFit> loss;
};

/// Fits eta_h and eta_y to a measured trajectory by least squares over h, y and w of all rows with
/// equal weights, then eta_m to the loss if there is one (van Rossem and Saxe, section on fitting).
///
/// With the ratio of the rates fixed, both rates together only set the clock. So each ratio tried
/// costs one integration, which is then read at 141 speeds; a Levenberg-Marquardt search in the
/// logarithms of ratio and speed starts from the best of them.
///
/// Errors: "dx2", "dy2", "loss_scale", "rows" (too few, of unequal lengths, or constant),
/// "rows[i].t" and so on for a value that is not usable, with i counted from 0.
Result<Fit> fit_rates(const Measurement& measurement, const Constants& constants,
                      const FitOptions& options = {});

}  // namespace reprise
