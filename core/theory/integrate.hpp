#pragma once

#include <vector>

#include "numerics/result.hpp"
#include "theory/curve.hpp"
#include "theory/equations.hpp"

namespace reprise {

/// Integrated states at the times asked for.
struct Trajectory {
  std::vector<State> states;  ///< One per time; fewer if the integration did not get that far.
  CurveEnd end = CurveEnd::kComplete;
  double end_time = 0.0;  ///< The last time reached: the last one asked for if complete.
  int steps = 0;          ///< Steps the integrator took.

  bool complete() const { return end == CurveEnd::kComplete; }
};

/// Integrates the three equations from `start` at time 0 and returns the states at `times`, which
/// must not decrease. Their number and spacing have no influence on the values. Native and
/// WebAssembly builds return the same bits.
///
/// Very long horizons are cheap, since steps grow once the fixed point is near. Where h tends to
/// zero (points that merge, Y = 0) the paper's system is regular in the coordinates used here, and
/// h becomes as small as it should. Altered systems may blow up in finite time; the result then
/// holds the states before that and says so.
///
/// Errors: fields "h0", "y0", "w0", "dx2", "dy2", "eta_h", "eta_y", "times[i]".
Result<Trajectory> integrate(const System& system, const Constants& constants, const Rates& rates,
                             const State& start, const std::vector<double>& times,
                             const IntegrationOptions& options = {});

}  // namespace reprise
