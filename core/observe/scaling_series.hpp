#pragma once

#include <vector>

#include "numerics/matrix.hpp"
#include "numerics/result.hpp"

namespace reprise {

/// Pictures of the same points at successive moments.
struct ScalingSeries {
  Matrix coordinates;  ///< (moments x points) x dimensions: the points of the first moment, then on.
  /// One a moment: the share of the sum of all positive eigenvalues that the dimensions show, from
  /// 0 to 1; 1 if the points coincide.
  std::vector<double> shares;
};

/// Classical multidimensional scaling of each moment's squared distances, turned by a rotation or
/// reflection onto the picture before (`procrustes_rotation`), so that points move and the picture
/// does not spin. `squared_distances` is moments x n (n - 1) / 2, the pairs of n points in the order
/// (0,1), (0,2), ..., (1,2), ...; `onto` (points x dimensions), on which the first picture is
/// turned, need not be centred and may have no rows: then the first shows its principal axes.
/// Errors: fields "points", "dimensions", "squared_distances" (none, not so many, negative or not
/// finite; with the moment, counted from 0) and "onto" (not that shape or not finite).
Result<ScalingSeries> scaling_series(const MatrixRef& squared_distances, int points, int dimensions,
                                     const MatrixRef& onto);

}  // namespace reprise
