#pragma once

#include <string_view>
#include <vector>

#include "experiment/experiment.hpp"
#include "numerics/matrix.hpp"

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

/// Pictures of the same points at successive moments, each turned onto the one before; see
/// observe/scaling_series.hpp. Options {"points", "dimensions"?}: 2 to 200 points, 1 to 10
/// dimensions, 2 if left out. `squared_distances` holds n (n - 1) / 2 numbers a moment, `onto`
/// points x dimensions numbers or none. Gives the number of moments, each moment's share, and the
/// coordinates, moments x points x dimensions.
Result<std::vector<double>> scaling_block(const VectorRef& squared_distances, const VectorRef& onto,
                                          std::string_view options);

/// A picture turned by a rotation or reflection until it lies nearest to another of the same
/// points; see observe/procrustes.hpp. Both hold points x dimensions numbers, row by row;
/// dimensions 1 to 10. Gives the number of points, and the coordinates. Errors: "dimensions",
/// "coordinates" and "onto" (none, not whole rows, not as many, or not finite).
Result<std::vector<double>> turned_block(const VectorRef& coordinates, const VectorRef& onto,
                                         int dimensions);

}  // namespace reprise
