#pragma once

#include <vector>

#include "theory/curve.hpp"
#include "theory/equations.hpp"

namespace reprise {

/// What the rates are fitted to. Times count from the first row and `states` are as many.
struct FitProblem {
  System system;
  Constants constants;
  State start;
  std::vector<double> times;
  std::vector<State> states;
  IntegrationOptions integration;

  /// The clock (`Units::clock`) and the ratio are the same two unknowns as the rates.
  Rates rates(double ratio, double clock) const;
};

/// A point of the search: ratio eta_h / eta_y, scaled time per time, and the curve they give.
struct FitPoint {
  double ratio = 0.0;
  double clock = 0.0;
  double cost = 0.0;  ///< Sum of squared deviations; infinite if the trajectory diverges.
  std::vector<State> states;
};

struct SearchOutcome {
  FitPoint best;
  Rates relative_error;  ///< Standard errors of the logarithms of the rates; may be infinite.
  bool settled = false;  ///< The search stopped because there was nothing to gain.
  int evaluations = 0;
};

/// Scans ratios and speeds, then minimises from the best of them.
SearchOutcome search_rates(const FitProblem& problem);

}  // namespace reprise
