#pragma once

#include <string>
#include <string_view>

#include "numerics/matrix.hpp"
#include "numerics/result.hpp"

namespace reprise {

/// Fits the theory to a table of doubles and gives the outcome as JSON, the way the site, the
/// command line and result files speak of it.
///
/// `rows` has the columns t, h, y, w, then optionally loss and mean; a loss that is NaN in every
/// row, or a mean that is NaN in the first, counts as not measured. `options` is
/// {"dx2", "dy2", "system"?, "loss"?, "outputs"?, "curve"?}; `loss` is the spec's training.loss and
/// `outputs` the output dimension. The result has eta_h, eta_y, ratio, relative_error, sse, r2_h,
/// r2_y, r2_w, final_h (null if the system diverges), converged, evaluations; with a loss also
/// eta_m and loss {initial_mean_error, sse, r2}; with "curve": true also curve {h, y, w, loss?} at
/// the rows' times.
///
/// `system` is a name that `find_system` knows, or factors of the terms from -10 to 10 by the names
/// of `System`'s members ({"y_second": 0, "w_last": -1}); those left out are 1.
Result<std::string> fit_json(const MatrixRef& rows, std::string_view options);

/// Integrates the theory: {"h0", "y0", "w0", "dx2", "dy2", "eta_h", "eta_y", "system"?, "until",
/// "points"} gives rows of t, h, y, w at `points` (2 to 100,000) equally spaced times from 0 to
/// `until`. A trajectory that diverges before gives the rows up to there.
Result<Matrix> theory_rows(std::string_view options);

/// Final squared distances: {"h0", "y0", "dx2", "dy2", "ratio"} gives {"final_h"}. The first four
/// may be arrays of one length (one entry a pair of points), with the ratio shared by all; then
/// final_h is an array.
Result<std::string> predict_json(std::string_view options);

}  // namespace reprise
