#pragma once

#include <string_view>
#include <vector>

#include "experiment/experiment.hpp"

namespace reprise {

// Views of all training points as blocks of doubles, the way the site asks for them.

/// {"layer", "method"?, "dimensions"?} gives the number of points, that of dimensions, each
/// dimension's share of the variance, and the coordinates, points x dimensions. `method` is "pca"
/// or "mds" (default), which give the same (see observe/embedding.hpp); dimensions 1 to 10,
/// default 3.
Result<std::vector<double>> embedding_block(Experiment& experiment, std::string_view options);

/// {"layer", "points"?, "ratio"?} gives n, the ratio, 1 if it was fitted or else 0; the
/// correlations of the initial, predicted and smoothed distances, over all pairs and across
/// classes; then, for n points, their numbers and labels, and the initial, measured, predicted and
/// smoothed matrices; see structure.hpp.
Result<std::vector<double>> structure_block(const Experiment& experiment, std::string_view options);

}  // namespace reprise
