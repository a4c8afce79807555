#pragma once

#include <vector>

#include "numerics/matrix.hpp"
#include "numerics/result.hpp"

namespace reprise {

// Pictures of points that the site brings, as blocks of doubles. No experiment is needed.

/// Pictures of the same points at successive moments, each turned onto the one before; see
/// observe/scaling_series.hpp. Of 2 to 200 points, in 1 to 10 dimensions. `squared_distances` holds
/// n (n - 1) / 2 numbers a moment, `onto` points x dimensions numbers or none. Gives the number of
/// moments, each moment's share, and the coordinates, moments x points x dimensions. Errors:
/// "points", "dimensions", "squared_distances", "onto".
Result<std::vector<double>> scaling_block(const VectorRef& squared_distances, const VectorRef& onto,
                                          int points, int dimensions);

/// A picture turned by a rotation or reflection until it lies nearest to another of the same
/// points; see observe/procrustes.hpp. Both hold points x dimensions numbers, row by row;
/// dimensions 1 to 10. Gives the number of points, and the coordinates. Errors: "dimensions",
/// "coordinates" and "onto" (none, not whole rows, not as many, or not finite).
Result<std::vector<double>> turned_block(const VectorRef& coordinates, const VectorRef& onto,
                                         int dimensions);

}  // namespace reprise
