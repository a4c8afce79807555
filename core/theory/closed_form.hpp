#pragma once

#include "numerics/result.hpp"
#include "theory/equations.hpp"

namespace reprise {

/// Where the paper's system ends, h_inf = A/2 + sqrt(A^2/4 + B^2), with its two ingredients.
struct FinalDistance {
  double h_final = 0.0;    ///< Squared distance of the two representations once learnt.
  double a = 0.0;          ///< A = h0 - r X y0 / h0: what the initialisation contributes.
  double b_squared = 0.0;  ///< B^2 = r X Y: what the data contribute.
};

/// The squared distance of the representations at the end of learning, from the fixed point w = 0,
/// y = Y and the conserved quantity. It does not depend on w0, nor on the rates but for `ratio` =
/// eta_h / eta_y. Points with one target (dy2 = 0) merge, h_final = 0, unless A > 0.
/// `h0` may be zero if `y0` is zero too (two points the network cannot yet tell apart).
/// Errors: fields "h0", "y0", "dx2", "dy2", "ratio".
Result<FinalDistance> final_distance(double h0, double y0, const Constants& constants,
                                     double ratio);

/// The same for values known to be sound, for the inside of a search.
FinalDistance final_distance_unchecked(double h0, double y0, const Constants& constants,
                                       double ratio);

/// The ratio eta_h / eta_y for which a trajectory from (h0, y0) ends at `h_final`:
/// r = h_f (h_f - h0) / (X (Y - y0 h_f / h0)).
/// Error, field "h_final": no positive ratio leads there (h can only end on that side of h0 to
/// which the outputs have to move, and not beyond h0 Y / y0).
Result<double> ratio_from_final(double h0, double y0, double h_final, const Constants& constants);

}  // namespace reprise
